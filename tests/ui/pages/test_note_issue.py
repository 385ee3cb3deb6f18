"""Issuing a note in the window, and what leaves it afterwards."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.note import NoteState
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from tests.ui.desks import DAY, focused, open_window, press, tab_to
from tests.ui.pages.note_editing import (
    CTRL,
    agree,
    issue_by_keyboard,
    issue_question,
    open_editor,
    select_all_and_write,
    settled,
    two_heads,
    words,
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow) -> NoteEditor:
    return open_editor(qtbot, window)


def test_two_heads_block_the_issue_and_the_finding_takes_the_keyboard(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    two_heads(window)
    settled(qtbot, window, editor)
    qtbot.waitUntil(lambda: "blocks the issue" in editor.standing.text())
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: focused() is editor.findings.rows[0])
    assert editor.findings.rows[0].pill.text() == "two heads"
    assert issue_question(editor) is None
    assert window.desk.notes.lines()[0].state is NoteState.DRAFT
    press(Qt.Key.Key_Return)
    assert focused() is editor.form.edit_delegation
    press(Qt.Key.Key_Space)
    assert window.current == "meetings"


def test_issuing_by_keyboard_takes_a_number_and_seals_the_paper(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    select_all_and_write("Typed a moment before")
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None)
    dialog = issue_question(editor)
    assert dialog is not None
    said = {line.caption: line.text for line in dialog.facts.lines}
    assert said["Number"] == "1/2023"
    assert said["Date"] == "Wed 16 August 2023"
    assert said["Addressee"] == "Typed a moment before"
    assert said["Delegation"] == "8 people"
    assert dialog.yes.text() == "Issue note 1/2023"
    agree()
    qtbot.waitUntil(lambda: editor.sealed_shown, timeout=10_000)
    (line,) = window.desk.notes.lines()
    assert (line.state, line.number) == (NoteState.ISSUED, "1/2023")
    assert hashlib.sha256(editor.paper.bytes).hexdigest() == line.sha256
    shown = words(editor.paper.bytes)
    assert "1/2023" in shown
    assert "Typed a moment before" in shown
    assert "DRAFT" not in shown
    assert editor.sealed.number.text() == "Note 1/2023"
    assert editor.sealed.issued.text() == "Issued on Wed 16 August 2023 and sealed"
    assert not editor.form.isVisible()


def test_cancelling_the_question_takes_no_number(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None)
    press(Qt.Key.Key_Escape)
    assert window.desk.notes.lines()[0].state is NoteState.DRAFT
    assert window.desk.notes.next_number(DAY) == "1/2023"


def test_a_refusal_at_the_last_moment_is_a_sentence_and_the_form_stays_open(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    press(Qt.Key.Key_Return, modifier=CTRL)
    qtbot.waitUntil(lambda: issue_question(editor) is not None)
    two_heads(window)
    agree()
    qtbot.waitUntil(lambda: bool(window.findChildren(QMessageBox)), timeout=10_000)
    (box,) = window.findChildren(QMessageBox)
    assert "head of delegation" in box.informativeText()
    assert editor.isEnabled()
    assert not editor.sealed_shown
    box.close()


def test_the_whole_hash_can_be_copied(qtbot: QtBot, window: MainWindow, editor: NoteEditor) -> None:
    issue_by_keyboard(qtbot, window, editor)
    tab_to("Copy the whole SHA-256")
    press(Qt.Key.Key_Space)
    assert QApplication.clipboard().text() == window.desk.notes.lines()[0].sha256


def test_export_writes_the_sealed_bytes(
    qtbot: QtBot, tmp_path: Path, window: MainWindow, editor: NoteEditor
) -> None:
    issue_by_keyboard(qtbot, window, editor)
    press(Qt.Key.Key_E, modifier=CTRL)
    dialog = editor.findChild(QFileDialog)
    assert isinstance(dialog, QFileDialog)
    proposed = Path(dialog.selectedFiles()[0]).name
    assert proposed == "Note verbale 1-2023 delegation 11MSP.pdf"
    target = tmp_path / "out" / proposed
    target.parent.mkdir()
    dialog.setDirectory(str(target.parent))
    dialog.selectFile(str(target))
    dialog.accept()
    qtbot.waitUntil(target.exists)
    qtbot.waitUntil(lambda: window.flash.words.text() == f"Saved “{proposed}”")
    data = target.read_bytes()
    assert data == editor.paper.bytes
    assert hashlib.sha256(data).hexdigest() == window.desk.notes.lines()[0].sha256
    assert window.flash.action.text() == "Show in folder"
