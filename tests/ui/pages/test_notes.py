"""The list of notes: the register and the drafts."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.ui.dialogs.new_note import NewNoteDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.notes import NotesPage
from tests.ui.desks import focused, open_window, press, tab_to

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def plain_window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


def page_of(window: MainWindow) -> NotesPage:
    if window.current != "notes":
        window.go("notes")
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    return page


def choose(box: QComboBox, key: str) -> None:
    place = box.findData(str(key))
    assert place >= 0
    box.setCurrentIndex(place)


def question(qtbot: QtBot, page: NotesPage) -> NewNoteDialog:
    (dialog,) = [each for each in page.findChildren(NewNoteDialog) if each.isVisible()]
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def add_note(window: MainWindow, code: str, language: str, dated: date | None = None) -> int:
    meeting = window.desk.meetings.adopt(code)
    note_id = window.desk.notes.create(NoteKind.NOMINATION, meeting.id, language)
    if dated:
        draft = window.desk.notes.draft(note_id)
        window.desk.notes.update(note_id, replace(draft, dated=dated))
    return note_id


def test_the_sentence_counts_drafts_and_issued_notes_and_tells_the_next_number(
    window: MainWindow,
) -> None:
    page = page_of(window)
    assert (
        page.register.head.sentence.text() == "1 draft · none issued in 2023 · next number 1/2023"
    )
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    add_note(window, "12MSP", "fr")
    add_note(window, "12MSP", "en")
    assert page.register.head.sentence.text() == "2 drafts · 1 issued in 2023 · next number 2/2023"


def test_drafts_stand_before_the_register(window: MainWindow) -> None:
    page = page_of(window)
    (first,) = window.desk.notes.lines()
    add_note(window, "12MSP", "fr")
    window.desk.notes.issue(first.id)
    assert [line.state for line in page.register.table.rows()] == [
        NoteState.DRAFT,
        NoteState.ISSUED,
    ]


def test_filters_and_search_narrow_the_list_and_one_button_shows_all_again(
    window: MainWindow,
) -> None:
    page = page_of(window)
    (sample,) = window.desk.notes.lines()
    later = add_note(window, "12MSP", "en", date(2024, 8, 1))
    undated = add_note(window, "10MSP", "fr")

    def shown() -> set[int]:
        return {line.id for line in page.register.table.rows()}

    assert shown() == {sample.id, later, undated}
    page.register.filters.search.setFocus()
    QTest.keyClicks(page.register.filters.search, "12msp")
    assert shown() == {later}
    press(Qt.Key.Key_Escape)
    assert shown() == {sample.id, later, undated}
    page.register.filters.year.setCurrentIndex(page.register.filters.year.findData("2024"))
    assert shown() == {later}
    choose(page.register.filters.states, NoteState.ISSUED)
    assert shown() == set()
    tab_to("Show all notes")
    press(Qt.Key.Key_Space)
    assert shown() == {sample.id, later, undated}
    choose(page.register.filters.states, NoteState.DRAFT)
    window.desk.notes.issue(sample.id)
    assert shown() == {later, undated}


def test_enter_opens_the_note_and_escape_comes_back_to_its_row(window: MainWindow) -> None:
    page = page_of(window)
    add_note(window, "12MSP", "en")
    press(Qt.Key.Key_3, modifier=CTRL)
    page.register.table.setFocus()
    page.register.table.selectRow(1)
    chosen = page.register.table.chosen()
    press(Qt.Key.Key_Return)
    assert page.stack.currentWidget() is page.editor
    assert page.editor.note_id == chosen.id
    assert focused() is page.editor.form.recipients.addressee.editor
    press(Qt.Key.Key_Escape)
    assert page.stack.currentWidget() is not page.editor
    assert page.register.table.chosen().id == chosen.id
    assert focused() is page.register.table


def test_ctrl_n_begins_a_note_for_the_next_meeting_by_keyboard_alone(
    qtbot: QtBot,
    plain_window: MainWindow,
) -> None:
    window = plain_window
    press(Qt.Key.Key_N, modifier=CTRL)
    dialog = question(qtbot, page_of(window))
    assert dialog.meeting.currentData() == "11MSP"
    codes = [dialog.meeting.itemData(row) for row in range(1, dialog.meeting.count())]
    starts = {each.code: each.start for each in window.desk.meetings.all()}
    days = [starts[code] or date.max for code in codes]
    assert days == sorted(days, reverse=True)
    dialog.language.setFocus()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    (line,) = window.desk.notes.lines()
    assert (line.meeting_code, line.language) == ("11MSP", "fr")
    assert page_of(window).editor.note_id == line.id


def test_a_new_note_can_be_proposed_for_a_meeting_and_be_cancelled(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.go("notes", "new:12MSP")
    dialog = question(qtbot, page_of(window))
    assert dialog.meeting.currentData() == "12MSP"
    press(Qt.Key.Key_Escape)
    assert len(window.desk.notes.lines()) == 1


def test_an_empty_register_offers_the_first_note(qtbot: QtBot, plain_window: MainWindow) -> None:
    page = page_of(plain_window)
    tab_to("Write the first note")
    press(Qt.Key.Key_Space)
    assert question(qtbot, page).isVisible()


def test_a_note_that_is_gone_is_told_in_a_sentence(qtbot: QtBot, window: MainWindow) -> None:
    page = page_of(window)
    window.go("notes", 4711)
    assert page.stack.currentWidget() is not page.editor
    boxes = [each for each in window.children() if each.isWidgetType() and "Box" in str(each)]
    assert boxes


def test_deleting_a_draft_comes_back_with_undo(window: MainWindow) -> None:
    page = page_of(window)
    (line,) = window.desk.notes.lines()
    window.go("notes", line.id)
    page.editor.draft_side.remove_button.click()
    assert page.stack.currentWidget() is not page.editor
    assert window.desk.notes.lines() == []
    window.undo()
    assert [each.id for each in page.register.table.rows()] == [line.id]
