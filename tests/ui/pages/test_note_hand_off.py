"""Handing a note on from its page: mail program, clipboard, folder, Word and back, text, slips."""

from collections.abc import Iterator
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from docx import Document
from PySide6.QtCore import Qt, QUrl
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.domain.note import NoteState, Part
from ccmdesk.domain.note_life import Channel
from ccmdesk.ui.dialogs.delivery_slip import DeliverySlipDialog
from ccmdesk.ui.dialogs.remarks import RemarksDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from tests.ui.desks import open_window, press, tab_to
from tests.ui.pages.note_editing import CTRL, issue_by_keyboard, open_editor, settled


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path / "desk")


@pytest.fixture
def draft(qtbot: QtBot, window: MainWindow) -> NoteEditor:
    return open_editor(qtbot, window)


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow, draft: NoteEditor) -> NoteEditor:
    issue_by_keyboard(qtbot, window, draft)
    return draft


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """Return what the system was asked to open."""
    asked: list[Path] = []

    def take(url: QUrl) -> bool:
        asked.append(Path(url.toLocalFile()))
        return True

    monkeypatch.setattr("PySide6.QtGui.QDesktopServices.openUrl", take)
    return asked


def use(name: str) -> None:
    """Press the button of an act, reached by Tab."""
    tab_to(name)
    press(Qt.Key.Key_Space)


def choose(editor: NoteEditor, name: str) -> None:
    """Trigger an entry of the menu."""
    (action,) = [each for each in editor.head.menu.actions() if each.objectName() == name]
    action.trigger()


def save_as(qtbot: QtBot, editor: NoteEditor, path: Path) -> str:
    """Agree to the box that asks where to, and return the name it proposed."""
    box = editor.findChild(QFileDialog)
    assert isinstance(box, QFileDialog)
    proposed = Path(box.selectedFiles()[0]).name
    box.setDirectory(str(path.parent))
    box.selectFile(str(path))
    box.accept()
    qtbot.waitUntil(path.exists, timeout=10_000)
    return proposed


def test_one_button_opens_the_email_with_the_sealed_file(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor, opened: list[Path]
) -> None:
    use("E-mail draft with the PDF")
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert opened[0].name == "Note verbale 1-2023.eml"
    assert opened[0].is_relative_to(window.folder.root)
    message = message_from_bytes(opened[0].read_bytes(), policy=policy.default)
    (attached,) = message.iter_attachments()
    assert attached.get_content() == editor.paper.bytes
    assert message["To"] == "ccm@un.org"
    assert "unsent" in window.flash.words.text()
    window.flash.action.click()
    assert opened[-1] == opened[0].parent


def test_subject_and_text_are_copied_each_by_one_button(
    window: MainWindow, editor: NoteEditor
) -> None:
    letter = window.desk.hand_off.letter(editor.note_id)
    use("Copy the e-mail’s subject")
    assert QApplication.clipboard().text() == letter.subject
    use("Copy the e-mail’s text")
    assert QApplication.clipboard().text() == letter.text.rstrip("\n")
    choose(editor, "note")
    assert "presents its compliments" in QApplication.clipboard().text()


def test_show_in_folder_puts_the_sealed_file_there(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor, opened: list[Path]
) -> None:
    use("Show the PDF in its folder")
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    (found,) = opened[0].iterdir()
    assert found.name == "Note verbale 1-2023.pdf"
    assert found.read_bytes() == editor.paper.bytes


def test_plain_text_and_word_are_saved(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor, tmp_path: Path
) -> None:
    use("Plain text…")
    proposed = save_as(qtbot, editor, tmp_path / "note.txt")
    assert proposed == "Note verbale 1-2023.txt"
    assert (tmp_path / "note.txt").read_text("utf-8") == window.desk.hand_off.text(editor.note_id)
    qtbot.waitUntil(lambda: window.flash.words.text() == "Saved “note.txt”")


def test_an_edited_word_document_comes_back_as_a_new_draft(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor, tmp_path: Path
) -> None:
    issued, path = editor.note_id, tmp_path / "note.docx"
    use("Word document for edits…")
    assert save_as(qtbot, editor, path) == "Note verbale 1-2023.docx"
    document = Document(str(path))
    for paragraph in document.paragraphs:
        style = paragraph.style.name if paragraph.style else ""
        if style == "Note request":
            paragraph.runs[0].text = "The Permanent Mission asks for eight badges."
            for run in paragraph.runs[1:]:
                run.text = ""
        elif style == "Note closing":
            paragraph.runs[0].text = "Yours sincerely"
    document.save(str(path))
    editor.acts.hand_off.bring_back(path)
    qtbot.waitUntil(lambda: editor.note_id != issued, timeout=10_000)
    settled(qtbot, window, editor)
    assert not editor.sealed_shown
    body = window.desk.notes.draft(editor.note_id).body
    assert Part("request", "The Permanent Mission asks for eight badges.") in body
    (remarks,) = [each for each in editor.findChildren(RemarksDialog) if each.isVisible()]
    assert any("closing formula" in each for each in remarks.remarks)
    remarks.accept()
    assert window.desk.notes.state(issued) is NoteState.ISSUED


def test_what_is_typed_is_handed_on_too(
    qtbot: QtBot, window: MainWindow, draft: NoteEditor, tmp_path: Path
) -> None:
    press(Qt.Key.Key_A, modifier=CTRL)
    QApplication.clipboard().setText("Typed a moment before")
    press(Qt.Key.Key_V, modifier=CTRL)
    choose(draft, "note")
    assert "Typed a moment before" in QApplication.clipboard().text()


def test_the_menu_opens_by_key_with_its_first_entry_chosen(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    press(Qt.Key.Key_H, modifier=CTRL)
    menu = editor.head.menu
    qtbot.waitUntil(menu.isVisible)
    assert menu.activeAction().objectName() == "pdf"
    menu.close()


def test_slips_are_offered_where_they_belong(
    qtbot: QtBot,
    window: MainWindow,
    editor: NoteEditor,
    opened: list[Path],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    nothing = tmp_path / "nothing"
    nothing.mkdir()
    monkeypatch.setenv("PATH", str(nothing))
    assert editor.sealed.acts["delivery"].isVisible()
    assert not editor.sealed.acts["routing"].isVisible()
    use("Delivery slip…")
    qtbot.waitUntil(lambda: bool(editor.findChildren(DeliverySlipDialog)))
    (dialog,) = editor.findChildren(DeliverySlipDialog)
    assert dialog.channel.currentData() == str(Channel.HAND)
    dialog.originals.setText("1 original, 1 copy")
    dialog.yes.click()
    qtbot.waitUntil(lambda: bool(opened), timeout=10_000)
    assert opened[0].name == "Delivery slip 1-2023.pdf"
    assert opened[0].read_bytes() == window.desk.hand_off.delivery_slip(
        editor.note_id, "1 original, 1 copy", Channel.HAND
    )
