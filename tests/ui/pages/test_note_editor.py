"""The editor of a note, used as an officer uses it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.note import Part
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.note_editor import NoteEditor
from tests.ui.desks import DAY, focused, open_window, press, tab_to, write
from tests.ui.pages.note_editing import (
    CTRL,
    open_editor,
    own,
    request_of,
    select_all_and_write,
    settled,
    stored,
    words,
)

CONVENED = (
    "Secretary of the Eleventh Meeting of States Parties to the Convention on Cluster Munitions"
)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def editor(qtbot: QtBot, window: MainWindow) -> NoteEditor:
    return open_editor(qtbot, window)


def test_the_paper_is_that_of_the_draft(editor: NoteEditor) -> None:
    # The emblem is drawn for the screen; every word and every page is the same.
    printed = editor.shell.desk.notes.pdf(editor.note_id)
    assert words(editor.paper.bytes) == words(printed)
    assert editor.head.sentence.text() == (
        "Eleventh Meeting of States Parties · English · draft saved"
    )


def test_typing_changes_the_paper_and_the_stored_draft(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    before = editor.paper.bytes
    select_all_and_write("Chair of the Preparatory Committee")
    assert editor.head.sentence.text().endswith("typing")
    settled(qtbot, window, editor)
    assert editor.paper.bytes != before
    assert "Chair of the Preparatory Committee" in words(editor.paper.bytes)
    assert stored(editor).addressee == "Chair of the Preparatory Committee"
    assert editor.head.sentence.text().endswith("draft saved")


def test_the_paper_shows_what_was_typed_in_each_part(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    tab_to("Address")
    select_all_and_write("Villa Rigot")
    press(Qt.Key.Key_Return)
    write("Geneva")
    tab_to("In reply to")
    select_all_and_write("ODA/2023-00099")
    tab_to("Its date")
    select_all_and_write("2 April 2023")
    tab_to("Add a paragraph")
    press(Qt.Key.Key_Space)
    write("The list is provisional.")
    tab_to("Request")
    select_all_and_write("The Permanent Mission asks for eight badges.")
    settled(qtbot, window, editor)
    shown = words(editor.paper.bytes)
    for part in (
        "Villa Rigot",
        "ODA/2023-00099",
        "2 April 2023",
        "The list is provisional.",
        "The Permanent Mission asks for eight badges.",
    ):
        assert part in shown
    draft = stored(editor)
    assert draft.address == ("Villa Rigot", "Geneva")
    assert [part.text for part in draft.body if not part.key] == ["The list is provisional."]


def test_the_paper_keeps_its_place_while_it_is_set_anew(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    bar = editor.paper.view.verticalScrollBar()
    bar.setValue(210)
    write("A")
    settled(qtbot, window, editor)
    assert bar.value() == 210


def test_a_typed_over_addressee_goes_back_to_the_convening_note(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    field = editor.form.recipients.addressee
    assert field.text() == CONVENED
    assert field.help.text() == "Seen in ODA/2023-00050 of 21 March 2023"
    assert not field.back.isVisible()
    select_all_and_write("Somebody")
    assert field.back.isVisible()
    tab_to("Addressee: Back to the convening note")
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    assert field.text() == CONVENED
    assert stored(editor).addressee is None
    assert not field.back.isVisible()
    assert focused() is field.editor


def test_reference_and_date_go_back_together(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    tab_to("Its date")
    select_all_and_write("2 April 2023")
    settled(qtbot, window, editor)
    assert stored(editor).reference_dated == date(2023, 4, 2)
    assert "2 April 2023" in words(editor.paper.bytes)
    editor.form.recipients.reference.back.click()
    settled(qtbot, window, editor)
    assert stored(editor).reference_dated is None
    assert editor.form.recipients.reference_dated.text() == "Tue 21 March 2023"
    assert not editor.form.recipients.reference.back.isVisible()
    assert "2 April 2023" not in words(editor.paper.bytes)


def test_the_request_follows_the_template_until_it_is_typed_over(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    field = request_of(editor)
    english = field.text()
    assert "acknowledge receipt" in english
    assert field.sign.text() == "follows the data"
    assert stored(editor).body == ()
    editor.form.language.setCurrentIndex(editor.form.language.findData("fr"))
    settled(qtbot, window, editor)
    assert stored(editor).language == "fr"
    assert "accuser réception" in field.text()
    assert stored(editor).body == ()
    field.editor.setFocus()
    select_all_and_write("Merci.")
    settled(qtbot, window, editor)
    assert Part("request", "Merci.") in stored(editor).body
    assert field.sign.text() == "edited by hand"
    editor.form.language.setCurrentIndex(editor.form.language.findData("en"))
    settled(qtbot, window, editor)
    assert field.text() == "Merci."
    field.back.click()
    settled(qtbot, window, editor)
    assert field.text() == english
    assert stored(editor).body == ()


def test_the_template_speaks_to_whoever_is_addressed(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    select_all_and_write("Implementation Support Unit")
    settled(qtbot, window, editor)
    assert "Implementation Support Unit" in request_of(editor).text()
    assert stored(editor).body == ()


def test_leaving_with_half_typed_text_loses_nothing(window: MainWindow, editor: NoteEditor) -> None:
    select_all_and_write("Half a na")
    window.go("today")
    assert stored(editor).addressee == "Half a na"


def test_coming_back_shows_the_paper_of_what_was_half_typed(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    select_all_and_write("Half a na")
    window.go("today")
    window.go("notes")
    settled(qtbot, window, editor)
    assert "Half a na" in words(editor.paper.bytes)


def test_closing_the_window_with_half_typed_text_loses_nothing(
    qtbot: QtBot, tmp_path: Path, window: MainWindow, editor: NoteEditor
) -> None:
    note_id = editor.note_id
    select_all_and_write("Half a na")
    window.close()
    desk = open_desk(tmp_path, FixedClock.on(DAY))
    assert desk.notes.draft(note_id).addressee == "Half a na"
    desk.close()


def test_a_day_that_does_not_exist_is_told_at_its_field_and_the_last_one_is_kept(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    before = stored(editor).dated
    editor.form.dated.setFocus()
    select_all_and_write("31 September 2023")
    press(Qt.Key.Key_Tab)
    assert "does not exist" in editor.form.dated_field.error.text()
    settled(qtbot, window, editor)
    assert stored(editor).dated == before
    editor.form.dated.setFocus()
    select_all_and_write("1 September 2023")
    settled(qtbot, window, editor)
    assert stored(editor).dated == date(2023, 9, 1)
    assert editor.form.dated_field.error.text() == ""
    editor.form.today.click()
    settled(qtbot, window, editor)
    assert stored(editor).dated is None
    assert editor.form.dated.text() == "Wed 16 August 2023"


def test_paragraphs_are_added_moved_removed_and_put_back(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    tab_to("Add a paragraph")
    press(Qt.Key.Key_Space)
    write("First.")
    tab_to("Add a paragraph")
    press(Qt.Key.Key_Space)
    write("Second.")
    press(Qt.Key.Key_Up, modifier=Qt.KeyboardModifier.AltModifier)
    settled(qtbot, window, editor)
    assert own(editor) == ("Second.", "First.")
    shown = words(editor.paper.bytes)
    assert shown.index("Second.") < shown.index("First.")
    tab_to("Remove this paragraph")
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    assert own(editor) == ("First.",)
    window.flash.action.click()
    settled(qtbot, window, editor)
    assert own(editor) == ("Second.", "First.")


def test_the_form_follows_a_delegation_that_changed_elsewhere_and_keeps_what_was_typed(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    select_all_and_write("Somebody")
    meeting = stored(editor).meeting_id
    assert meeting is not None
    delegates = window.desk.delegations.of(meeting)
    window.desk.delegations.remove(delegates[-1].id)
    settled(qtbot, window, editor)
    qtbot.waitUntil(lambda: editor.form.count.text() == f"{len(delegates) - 1} people")
    settled(qtbot, window, editor)
    assert editor.form.recipients.addressee.text() == "Somebody"
    assert delegates[-1].person.family_name.upper() not in words(editor.paper.bytes)


def test_storing_what_is_typed_sets_the_paper_once_only(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    papers: list[object] = []
    editor.preview.ready.connect(papers.append)
    write("A")
    settled(qtbot, window, editor)
    qtbot.wait(400)
    assert len(papers) == 1


def test_another_note_is_shown_from_its_beginning(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    first = stored(editor)
    other = window.desk.notes.create(first.kind, first.meeting_id, "fr")
    for area in (editor.area, editor.paper.view):
        area.verticalScrollBar().setValue(150)
    window.go("notes", other)
    settled(qtbot, window, editor)
    assert editor.note_id == other
    assert editor.area.verticalScrollBar().value() == 0
    assert editor.paper.view.verticalScrollBar().value() == 0
    assert editor.form.language.currentData() == "fr"


def test_a_convening_note_that_was_corrected_is_followed(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    meeting_id = stored(editor).meeting_id
    assert meeting_id is not None
    meeting = window.desk.meetings.get(meeting_id)
    corrected = replace(meeting.convening, addressee="Executive Secretary")
    window.desk.meetings.save(replace(meeting, convening=corrected))
    settled(qtbot, window, editor)
    assert editor.form.recipients.addressee.text() == "Executive Secretary"
    assert stored(editor).addressee is None
    assert "Executive Secretary" in words(editor.paper.bytes)


def test_undo_brings_the_draft_back_as_it_was_opened(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    select_all_and_write("Somebody")
    settled(qtbot, window, editor)
    window.undo()
    settled(qtbot, window, editor)
    assert editor.form.recipients.addressee.text() == CONVENED
    assert CONVENED.split(" to ")[0] in words(editor.paper.bytes)


def test_a_character_no_font_can_print_is_a_finding_and_the_last_paper_stays(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    before = editor.paper.bytes
    request_of(editor).editor.setFocus()
    QApplication.clipboard().setText("\N{GOTHIC LETTER AHSA}")
    press(Qt.Key.Key_V, modifier=CTRL)
    settled(qtbot, window, editor)
    assert editor.paper.bytes == before
    assert "GOTHIC LETTER AHSA" in editor.findings.rows[0].message.text()
    assert editor.paper.fault.isVisible()


def test_what_is_typed_while_the_paper_is_being_set_wins(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    editor.form.recipients.addressee.editor.setFocus()
    select_all_and_write("A")
    for letter in "BCDEFGHIJKLMNOPQRSTUVWXYZ":
        write(letter)
        editor.preview.set_now()
    settled(qtbot, window, editor)
    assert "ABCDEFGHIJKLMNOPQRSTUVWXYZ" in words(editor.paper.bytes)
    assert stored(editor).addressee == "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


def test_everything_in_the_editor_can_be_reached_by_tab_in_reading_order(
    editor: NoteEditor,
) -> None:
    for name in (
        "Addressee",
        "Address",
        "In reply to",
        "Its date",
        "Edit the delegation",
        "Add a paragraph",
        "Request",
        "Delete this draft",
        "Show the findings",
        "The paper as it will be printed",
    ):
        tab_to(name)


def test_a_finding_tells_its_source_and_is_mended_at_a_touch_and_undone(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    row = request_of(editor)
    row.editor.setFocus()
    select_all_and_write("The Permanent Mission asks for  two  badges.")
    settled(qtbot, window, editor)
    (found,) = [each for each in editor.findings.rows if each.finding.repair is not None]
    assert found.source.text().startswith("Source: ")
    found.mend.setFocus()
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    assert row.text() == "The Permanent Mission asks for two badges."
    assert Part("request", "The Permanent Mission asks for two badges.") in stored(editor).body
    assert not any(each.finding.repair for each in editor.findings.rows)
    window.undo()
    settled(qtbot, window, editor)
    assert request_of(editor).text() == "The Permanent Mission asks for  two  badges."


def test_after_mending_the_keyboard_stands_at_the_next_finding(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    row = request_of(editor)
    row.editor.setFocus()
    select_all_and_write("The Mission asks for  two badges!")
    settled(qtbot, window, editor)
    mending = [each for each in editor.findings.rows if not each.mend.isHidden()]
    assert len(mending) > 1
    mending[0].mend.setFocus()
    press(Qt.Key.Key_Space)
    settled(qtbot, window, editor)
    at = focused()
    assert any(at in (each, each.mend) for each in editor.findings.rows)


def test_a_finding_in_a_paragraph_leads_to_that_paragraph(
    qtbot: QtBot, window: MainWindow, editor: NoteEditor
) -> None:
    tab_to("Add a paragraph")
    press(Qt.Key.Key_Space)
    write("We ask for XXX badges.")
    settled(qtbot, window, editor)
    rows = [each for each in editor.findings.rows if each.finding.where == "paragraph 3"]
    assert rows
    rows[0].setFocus()
    press(Qt.Key.Key_Return)
    assert focused() is editor.form.paragraphs.rows[2].editor
