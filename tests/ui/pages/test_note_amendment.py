"""A changed delegation is amended from the first note to the seal of the second, by keyboard."""

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.domain.finding import blocking
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.note_matter import ChangeKind
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from ccmdesk.ui.pages.notes import NotesPage
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write
from tests.ui.pages.note_editing import CTRL, agree, issue_question, settled


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def words(pdf: bytes) -> str:
    text = " ".join(page.extract_text() for page in PdfReader(io.BytesIO(pdf)).pages)
    return " ".join(text.split())


def issue(qtbot: QtBot, window: MainWindow, editor: NoteEditor) -> None:
    """Press the key of the next step, then Return at the question."""
    settled(qtbot, window, editor)
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None, timeout=10_000)
    agree()
    qtbot.waitUntil(lambda: editor.sealed_shown, timeout=10_000)
    # A screen without a window manager gives the keyboard back to nobody.
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)


def test_the_amendment_of_a_changed_delegation_by_keyboard_alone(
    qtbot: QtBot, window: MainWindow
) -> None:
    desk = window.desk
    meeting = desk.meetings.by_code("11MSP").id

    # The first note: from the register to the seal.
    press(Qt.Key.Key_3, modifier=CTRL)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    editor = page.editor
    press(Qt.Key.Key_Return)
    issue(qtbot, window, editor)
    first = editor.note_id
    told = desk.notes.content(first).delegates
    assert desk.notes.line(first).number == "1/2023"
    assert not editor.sealed.changed.isVisible()

    # The delegation changes: the last but one leaves, somebody joins.
    press(Qt.Key.Key_2, modifier=CTRL)
    write("11MSP")
    press(Qt.Key.Key_Return)
    assert name_of(focused()) == "Add a person"
    write("Awa Diallo")
    press(Qt.Key.Key_Return)
    tab_to("Style before the name")
    write("Ms.")
    tab_to("Functional title")
    write("Attache for Disarmament")
    tab_to("Add to the delegation")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: len(desk.delegations.of(meeting)) == len(told) + 1)
    tab_to("Delegation")
    press(Qt.Key.Key_End, Qt.Key.Key_Up)
    press(Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: len(desk.delegations.of(meeting)) == len(told))
    left = next(
        each
        for each in told
        if each.person.id not in {now.person.id for now in desk.delegations.of(meeting)}
    )

    # The first note says so, and its one button amends it.
    press(Qt.Key.Key_3, modifier=CTRL)
    assert editor.note_id == first
    assert editor.sealed.changed.words.text() == "The delegation changed since: 1 joins, 1 leaves."
    tab_to("Amend")
    press(Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: editor.note_id != first and not editor.sealed_shown)
    settled(qtbot, window, editor)
    second = editor.note_id
    content = desk.notes.content(second)
    assert content.kind is NoteKind.AMENDMENT
    assert [change.kind for change in content.matter.changes] == [
        ChangeKind.JOINS,
        ChangeKind.LEAVES,
    ]

    # Checked: nothing is to be retyped, nothing blocks.
    assert not blocking(desk.notes.check(second))
    draft = words(desk.notes.pdf(second))
    assert "1/2023" in draft
    assert "16 August 2023" in draft
    assert "DIALLO" in draft
    assert left.person.family_name.upper() in draft
    assert all(part.text is None for part in desk.notes.draft(second).body)

    issue(qtbot, window, editor)
    line = desk.notes.line(second)
    assert (line.number, line.state) == ("2/2023", NoteState.ISSUED)
    assert editor.paper.bytes == desk.notes.pdf(second)
    sealed = words(editor.paper.bytes)
    assert "DRAFT" not in sealed
    assert "DIALLO" in sealed
    assert desk.amendments.changes(first) == ()
    assert not editor.sealed.changed.isVisible()
    assert desk.safety.check(full=True).ok
