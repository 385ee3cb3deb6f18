"""What tests of the note's editor share: waiting for it, reading its paper, issuing by keyboard."""

import io
from dataclasses import replace

from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.note import Draft
from ccmdesk.ui.dialogs.issue_note import IssueNoteDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from ccmdesk.ui.pages.note_paragraph import ParagraphRow
from ccmdesk.ui.pages.notes import NotesPage
from tests.ui.desks import focused, press, write

CTRL = Qt.KeyboardModifier.ControlModifier


def open_editor(qtbot: QtBot, window: MainWindow) -> NoteEditor:
    """Open the one note there is."""
    (line,) = window.desk.notes.lines()
    window.go("notes", line.id)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    settled(qtbot, window, page.editor)
    return page.editor


def settled(qtbot: QtBot, window: MainWindow, editor: NoteEditor) -> None:
    """Wait until the paper is the newest and everything typed is stored."""
    qtbot.waitUntil(
        lambda: (
            editor.preview.idle
            and editor.keeper.quiet
            and not window.tasks.busy
            and not window.quick_tasks.busy
        ),
        timeout=10_000,
    )


def stored(editor: NoteEditor) -> Draft:
    return editor.shell.desk.notes.draft(editor.note_id)


def own(editor: NoteEditor) -> tuple[str | None, ...]:
    """Return the stored paragraphs of the officer's own."""
    return tuple(part.text for part in stored(editor).body if not part.key)


def request_of(editor: NoteEditor) -> ParagraphRow:
    row = editor.form.paragraphs.row_of("request")
    assert row is not None
    return row


def words(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text().split()) for page in pages)


def select_all_and_write(text: str) -> None:
    press(Qt.Key.Key_A, modifier=CTRL)
    write(text)


def two_heads(window: MainWindow) -> None:
    (line,) = window.desk.notes.lines()
    meeting = window.desk.notes.draft(line.id).meeting_id
    assert meeting is not None
    delegates = window.desk.delegations.of(meeting)
    doubled = [replace(each, role=Role.HEAD) for each in delegates[:2]]
    window.desk.delegations.replace_all(meeting, [*doubled, *delegates[2:]])


def issue_question(editor: NoteEditor) -> IssueNoteDialog | None:
    focus = QApplication.focusWidget()
    found = [each for each in editor.findChildren(IssueNoteDialog) if each.isVisible()]
    return next((each for each in found if focus and each.isAncestorOf(focus)), None)


def agree() -> None:
    """Press Return on a question; letting go of the key finds no question any more."""
    QTest.keyPress(focused(), Qt.Key.Key_Return)


def issue_by_keyboard(qtbot: QtBot, window: MainWindow, editor: NoteEditor) -> None:
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None)
    agree()
    qtbot.waitUntil(lambda: editor.sealed_shown, timeout=10_000)
    # A screen without a window manager gives the keyboard back to nobody.
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
