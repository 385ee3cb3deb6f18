"""Every pause is a version: listed, compared, printed, taken up again; and undo by steps."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.services.note_comparison import PieceKind
from ccmdesk.ui import draft_keeper
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from tests.ui.desks import focused, open_window, press, tab_to
from tests.ui.pages.note_editing import (
    CTRL,
    open_editor,
    select_all_and_write,
    settled,
    stored,
    words,
)

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> NoteEditor:
    monkeypatch.setattr(draft_keeper, "PAUSE_MILLISECONDS", 60)
    return open_editor(qtbot, window)


def pause(qtbot: QtBot, window: MainWindow, editor: NoteEditor) -> None:
    with qtbot.waitSignal(editor.keeper.kept):
        pass
    settled(qtbot, window, editor)


def write_and_pause(qtbot: QtBot, window: MainWindow, editor: NoteEditor, addressee: str) -> None:
    editor.form.recipients.addressee.editor.setFocus()
    select_all_and_write(addressee)
    pause(qtbot, window, editor)


def opened(qtbot: QtBot, window: MainWindow, editor: NoteEditor) -> None:
    press(Qt.Key.Key_V, modifier=ALT)
    settled(qtbot, window, editor)
    qtbot.waitUntil(lambda: bool(editor.versions.red_line.paragraphs))


def test_a_pause_is_two_seconds() -> None:
    assert draft_keeper.PAUSE_MILLISECONDS == 2000


def test_each_pause_is_a_version_that_says_what_changed(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    write_and_pause(qtbot, window, editor, "First addressee")
    write_and_pause(qtbot, window, editor, "Second addressee of all")
    opened(qtbot, window, editor)
    rows = [editor.versions.list.item(row).text() for row in range(editor.versions.list.count())]
    assert len(rows) == 3
    assert rows[0].startswith("Wed 16 August 2023, ")
    assert "Addressee: 3 words new, 1 gone" in rows[0]
    assert rows[2].endswith("the first version")


def test_any_two_are_compared_as_a_red_line(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    write_and_pause(qtbot, window, editor, "First addressee")
    write_and_pause(qtbot, window, editor, "Second addressee")
    opened(qtbot, window, editor)
    versions = editor.versions
    assert focused() is versions.list
    assert "nothing differs" in versions.heading.text()
    press(Qt.Key.Key_Down)
    qtbot.waitUntil(
        lambda: "differ" in versions.heading.text() and "nothing" not in versions.heading.text()
    )
    changed = [
        each for each in versions.red_line.paragraphs if each.changed and each.place == "Addressee"
    ]
    said = {(piece.kind, piece.text.strip()) for piece in changed[0].pieces}
    assert (PieceKind.DELETED, "First") in said
    assert (PieceKind.INSERTED, "Second") in said
    assert "First" in versions.red_line.toPlainText()
    tab_to("Compare with")
    versions.against.setCurrentIndex(2)
    qtbot.waitUntil(lambda: "nothing differs" in versions.heading.text())


def test_an_earlier_version_is_taken_up_again_and_undone(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    write_and_pause(qtbot, window, editor, "First addressee")
    write_and_pause(qtbot, window, editor, "Second addressee")
    opened(qtbot, window, editor)
    press(Qt.Key.Key_Down)
    tab_to("Take this version up again")
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    assert stored(editor).addressee == "First addressee"
    assert editor.form.recipients.addressee.text() == "First addressee"
    assert "First addressee" in words(editor.paper.bytes)
    assert editor.form.isVisible()
    window.flash.action.click()
    settled(qtbot, window, editor)
    assert editor.form.recipients.addressee.text() == "Second addressee"


def test_the_red_line_is_saved_as_pdf(
    qtbot: QtBot, tmp_path: Path, window: MainWindow, editor: NoteEditor
) -> None:
    write_and_pause(qtbot, window, editor, "First addressee")
    write_and_pause(qtbot, window, editor, "Second addressee")
    opened(qtbot, window, editor)
    press(Qt.Key.Key_Down)
    tab_to("Save as PDF…")
    press(Qt.Key.Key_Space)
    dialog = editor.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    target = tmp_path / "out" / "redline.pdf"
    target.parent.mkdir()
    dialog.setDirectory(str(target.parent))
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(target.exists)
    settled(qtbot, window, editor)
    said = words(target.read_bytes())
    assert "Comparison of two versions" in said
    assert "First" in said
    assert "Second" in said


def test_escape_leaves_the_versions_before_the_note(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    write_and_pause(qtbot, window, editor, "First addressee")
    opened(qtbot, window, editor)
    press(Qt.Key.Key_Escape)
    assert editor.isVisible()
    assert editor.form.isVisible()
    press(Qt.Key.Key_Escape)
    assert not editor.isVisible()


def test_undo_takes_the_text_first_and_then_one_pause_after_the_other(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    field = editor.form.recipients.addressee
    convened = field.text()
    write_and_pause(qtbot, window, editor, "First addressee")
    write_and_pause(qtbot, window, editor, "Second addressee")
    press(Qt.Key.Key_Z, modifier=CTRL)
    assert field.text() != "Second addressee"
    for _ in range(60):
        if field.text() == convened:
            break
        press(Qt.Key.Key_Z, modifier=CTRL)
    assert field.text() == convened
    settled(qtbot, window, editor)
    assert stored(editor).addressee is None


def test_undo_of_the_note_goes_back_pause_by_pause_and_forward_again(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    field = editor.form.recipients.addressee
    convened = field.text()
    write_and_pause(qtbot, window, editor, "First addressee")
    write_and_pause(qtbot, window, editor, "Second addressee")
    # A field in which nothing was typed hands the key on.
    editor.form.recipients.reference.editor.setFocus()
    press(Qt.Key.Key_Z, modifier=CTRL)
    settled(qtbot, window, editor)
    assert field.text() == "First addressee"
    press(Qt.Key.Key_Z, modifier=CTRL)
    settled(qtbot, window, editor)
    assert field.text() == convened
    press(Qt.Key.Key_Z, modifier=CTRL | Qt.KeyboardModifier.ShiftModifier)
    settled(qtbot, window, editor)
    assert field.text() == "First addressee"
    editor.form.enclosures.setFocus()
    press(Qt.Key.Key_Y, modifier=CTRL)
    settled(qtbot, window, editor)
    assert field.text() == "Second addressee"
