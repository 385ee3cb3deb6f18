"""Every kind of note is begun by keyboard, asked what it needs, and shown with its own words."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.domain.note import NoteKind, Part
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Correction
from ccmdesk.domain.profile import LANGUAGES, Series
from ccmdesk.domain.register import NumberPattern
from ccmdesk.ui.dialogs.new_note import NewNoteDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.note_words import kind_name, kind_use
from ccmdesk.ui.pages.note_editor import NoteEditor
from ccmdesk.ui.pages.notes import NotesPage
from tests.ui.desks import focused, open_window, press, tab_to, write
from tests.ui.pages.note_editing import (
    CTRL,
    open_editor,
    request_of,
    select_all_and_write,
    settled,
    stored,
    words,
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def ask(qtbot: QtBot, window: MainWindow) -> NewNoteDialog:
    if window.current != "notes":
        window.go("notes")
    # Without a screen nobody gives the window back what a closed dialog had.
    window.activateWindow()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is not None)
    press(Qt.Key.Key_N, modifier=CTRL)
    page = window.pages["notes"]
    (dialog,) = [each for each in page.findChildren(NewNoteDialog) if each.isVisible()]
    qtbot.waitUntil(dialog.isActiveWindow)
    return dialog


def editor_of(window: MainWindow) -> NoteEditor:
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    return page.editor


def begin(
    qtbot: QtBot, window: MainWindow, kind: NoteKind, meeting: bool = False, language: str = "en"
) -> NoteEditor:
    held = window.desk.meetings.by_code("11MSP").id
    needs = meeting or RULES[kind].meeting
    note = window.desk.notes.create(kind, held if needs else None, language)
    window.go("notes", note)
    editor = editor_of(window)
    settled(qtbot, window, editor)
    return editor


def test_the_kind_comes_first_each_with_one_line_and_is_chosen_by_keyboard(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = ask(qtbot, window)
    assert focused() is dialog.kind
    assert dialog.kind.topLevelItemCount() == len(NoteKind) == 11
    seen = []
    for kind in NoteKind:
        item = dialog.kind.currentItem()
        assert item is not None
        assert (item.text(0), item.text(1)) == (kind_name(kind), kind_use(kind))
        seen.append(kind_use(kind))
        press(Qt.Key.Key_Down)
    assert len(set(seen)) == 11
    press(Qt.Key.Key_Return)
    editor = editor_of(window)
    settled(qtbot, window, editor)
    assert stored(editor).kind is NoteKind.GENERAL
    assert stored(editor).meeting_id is None


def test_a_kind_without_meeting_asks_for_none_and_one_with_a_meeting_insists(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = ask(qtbot, window)
    dialog.choose_kind(NoteKind.ARTICLE7)
    assert dialog.meeting.currentData() == ""
    assert dialog.yes.isEnabled()
    dialog.choose_kind(NoteKind.REGRETS)
    assert dialog.meeting.currentData() == "11MSP"
    dialog.meeting.setCurrentIndex(0)
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_an_amendment_needs_an_issued_note_that_named_a_delegation(
    qtbot: QtBot, window: MainWindow
) -> None:
    dialog = ask(qtbot, window)
    dialog.choose_kind(NoteKind.AMENDMENT)
    assert not dialog.yes.isEnabled()
    assert "No note that named a delegation" in dialog.earlier_field.help.text()
    dialog.reject()
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    dialog = ask(qtbot, window)
    dialog.choose_kind(NoteKind.CORRECTION)
    assert "1/2023" in dialog.earlier.currentText()
    assert not dialog.meeting_field.isVisible()
    dialog.yes.click()
    editor = editor_of(window)
    settled(qtbot, window, editor)
    assert stored(editor).answers == line.id
    assert "1/2023" in editor.form.matter.earlier.text()
    assert "No. 1/2023" in words(editor.paper.bytes)


def test_a_correction_is_written_in_its_fields_and_stands_on_the_paper(
    qtbot: QtBot, window: MainWindow
) -> None:
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    window.go("notes", window.desk.amendments.correct(line.id))
    editor = editor_of(window)
    settled(qtbot, window, editor)
    tab_to("Correction 1: In")
    write("line 3")
    tab_to("Correction 1: for")
    write("Colonel")
    tab_to("Correction 1: read")
    write("Brigadier")
    tab_to("Add a correction")
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Tab)
    write("Geneva")
    press(Qt.Key.Key_Tab)
    write("Bern")
    settled(qtbot, window, editor)
    assert stored(editor).matter.corrections == (
        Correction("Colonel", "Brigadier", "line 3"),
        Correction("Geneva", "Bern", ""),
    )
    assert "Brigadier" in words(editor.paper.bytes)
    row = editor.form.paragraphs.row_of("corrections")
    assert row is not None
    assert "Brigadier" in row.text()
    assert row.live


def test_an_amendment_says_what_changed_and_goes_back_to_it(
    qtbot: QtBot, window: MainWindow
) -> None:
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    meeting = window.desk.notes.draft(line.id).meeting_id
    assert meeting is not None
    gone = window.desk.delegations.of(meeting)[-1]
    window.desk.delegations.remove(gone.id)
    window.go("notes", line.id)
    editor = editor_of(window)
    editor.beginning.amend(line.id)
    settled(qtbot, window, editor)
    row = editor.form.paragraphs.row_of("changes")
    assert row is not None
    live = row.text()
    assert gone.person.family_name.upper() in live.upper()
    row.editor.setFocus()
    select_all_and_write("One member will not attend.")
    settled(qtbot, window, editor)
    assert row.sign.text() == "edited by hand"
    assert Part("changes", "One member will not attend.") in stored(editor).body
    tab_to("Changes: Back to the template")
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    assert row.text() == live
    assert stored(editor).body == ()


def test_an_extension_request_tells_article_and_both_days(qtbot: QtBot, window: MainWindow) -> None:
    editor = begin(qtbot, window, NoteKind.EXTENSION)
    matter = editor.form.matter
    matter.article.setCurrentIndex(matter.article.findData("4"))
    matter.expires.setFocus()
    select_all_and_write("1 January 2024")
    tab_to("New deadline asked for")
    select_all_and_write("1 January 2027")
    settled(qtbot, window, editor)
    kept = stored(editor).matter
    assert (kept.article, kept.expires, kept.until) == (4, date(2024, 1, 1), date(2027, 1, 1))
    assert "until 1 January 2027" in words(editor.paper.bytes)
    assert not matter.question_field.isVisible()


def test_a_report_tells_its_year_and_an_initial_one_that_it_is(
    qtbot: QtBot, window: MainWindow
) -> None:
    editor = begin(qtbot, window, NoteKind.ARTICLE7)
    tab_to("Calendar year the report covers")
    write("2022")
    settled(qtbot, window, editor)
    assert stored(editor).matter.year == 2022
    assert "calendar year 2022" in words(editor.paper.bytes)
    editor.form.matter.initial.click()
    settled(qtbot, window, editor)
    assert stored(editor).matter.initial
    assert "initial" in words(editor.paper.bytes)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_is_shown_in_every_language(
    qtbot: QtBot, window: MainWindow, language: str
) -> None:
    for kind in [kind for kind in NoteKind if not RULES[kind].earlier]:
        editor = begin(qtbot, window, kind, language=language)
        assert [row.key for row in editor.form.paragraphs.rows] == list(RULES[kind].parts)
        for row in editor.form.paragraphs.rows:
            assert row.live
            assert row.text()
        assert editor.form.paragraphs.opening.text()
        assert not editor.paper.fault.isVisible()
        assert stored(editor).body == ()


def test_enclosures_and_a_typed_number_are_printed(qtbot: QtBot, window: MainWindow) -> None:
    editor = begin(qtbot, window, NoteKind.GENERAL)
    editor.form.enclosures.setFocus()
    write("Report for 2022")
    settled(qtbot, window, editor)
    assert stored(editor).enclosures == ("Report for 2022",)
    assert "Report for 2022" in words(editor.paper.bytes)
    assert "Now 1/2023" in editor.form.number.help.text()
    source = editor.form.number.source
    source.setCurrentIndex(source.findData("typed"))
    tab_to("Number as in the paper register")
    write("MISC-77")
    settled(qtbot, window, editor)
    assert stored(editor).number == "MISC-77"
    assert "MISC-77" in words(editor.paper.bytes)
    source.setCurrentIndex(0)
    settled(qtbot, window, editor)
    assert stored(editor).number is None


def test_a_further_register_of_the_mission_can_be_chosen(qtbot: QtBot, window: MainWindow) -> None:
    profile = window.desk.profile.required()
    series = (Series("Circulars", NumberPattern("C-{n}/{year}")),)
    window.desk.profile.save(replace(profile, series=series))
    editor = begin(qtbot, window, NoteKind.GENERAL)
    source = editor.form.number.source
    source.setCurrentIndex(source.findData("next:Circulars"))
    settled(qtbot, window, editor)
    assert stored(editor).series == "Circulars"
    assert "Now C-1/2023" in editor.form.number.help.text()


def test_a_courtesy_translation_has_paragraphs_of_its_own(qtbot: QtBot, window: MainWindow) -> None:
    editor = begin(qtbot, window, NoteKind.GENERAL)
    courtesy = editor.form.courtesy
    courtesy.language.setCurrentIndex(courtesy.language.findData("fr"))
    settled(qtbot, window, editor)
    row = courtesy.paragraphs.row_of("request")
    assert row is not None
    assert "accuser réception" in row.text()
    assert stored(editor).courtesy_body == ()
    row.editor.setFocus()
    select_all_and_write("Merci bien.")
    settled(qtbot, window, editor)
    assert Part("request", "Merci bien.") in stored(editor).courtesy_body
    assert "Merci bien." in words(editor.paper.bytes)
    assert "acknowledge receipt" in request_of(editor).text()
    courtesy.language.setCurrentIndex(courtesy.language.findData("es"))
    settled(qtbot, window, editor)
    assert stored(editor).courtesy == "es"
    assert stored(editor).courtesy_body == ()
    assert "Merci" not in words(editor.paper.bytes)


def test_a_formula_is_confirmed_once_for_all_notes_and_undone(
    qtbot: QtBot, window: MainWindow
) -> None:
    editor = begin(qtbot, window, NoteKind.QUERY, language="ru")
    remark = editor.draft_side.unconfirmed
    assert remark.isVisibleTo(editor)
    assert "Confirm with a native officer" in remark.words.text()
    key = remark.keys[0]
    remark.buttons[key].click()
    settled(qtbot, window, editor)
    assert key in window.desk.profile.required().confirmed
    assert key not in remark.keys
    window.undo()
    settled(qtbot, window, editor)
    assert key not in window.desk.profile.required().confirmed


def test_a_paragraph_of_the_template_can_be_taken_out_and_put_back(
    qtbot: QtBot, window: MainWindow
) -> None:
    editor = open_editor(qtbot, window)
    paragraphs = editor.form.paragraphs
    request_of(editor).remove.click()
    settled(qtbot, window, editor)
    assert [part.key for part in stored(editor).body] == ["statement", "delegation"]
    assert "acknowledge receipt" not in words(editor.paper.bytes)
    tab_to("Put back: Request")
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    assert stored(editor).body == ()
    assert "acknowledge receipt" in request_of(editor).text()
    assert [row.key for row in paragraphs.rows] == ["statement", "delegation", "request"]


def test_the_statement_stays_the_first(qtbot: QtBot, window: MainWindow) -> None:
    editor = open_editor(qtbot, window)
    rows = editor.form.paragraphs.rows
    assert not rows[0].remove.isVisible()
    rows[1].editor.setFocus()
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    press(Qt.Key.Key_Down, modifier=Qt.KeyboardModifier.AltModifier)
    settled(qtbot, window, editor)
    assert [part.key for part in stored(editor).body] == ["statement", "request", "delegation"]


def test_an_amendment_in_another_language_answers_the_same_note(
    qtbot: QtBot, window: MainWindow
) -> None:
    (line,) = window.desk.notes.lines()
    window.desk.notes.issue(line.id)
    dialog = ask(qtbot, window)
    dialog.choose_kind(NoteKind.AMENDMENT)
    assert dialog.language.currentData() == "en"
    dialog.language.setCurrentIndex(dialog.language.findData("fr"))
    dialog.yes.click()
    editor = editor_of(window)
    settled(qtbot, window, editor)
    assert (stored(editor).language, stored(editor).answers) == ("fr", line.id)
    assert "1/2023" in words(editor.paper.bytes)
