"""What a meeting asks: added, proposed, changed, removed, and moved with the meeting."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.ui.dialogs.end_reminder import DoneDialog
from ccmdesk.ui.dialogs.milestone import MilestoneDialog, UsualMilestonesDialog
from ccmdesk.ui.dialogs.move_meeting import MoveMeetingDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_view import FACTS, MILESTONES, MeetingView
from ccmdesk.ui.pages.meetings import MeetingsPage
from ccmdesk.ui.widgets.notice import Notice
from tests.ui.desks import focused, name_of, open_window, press, tab_to, write

DELEGATION = "IRL:meeting_milestone:14MSP"
Wanted = TypeVar("Wanted", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def meeting(window: MainWindow) -> Meeting:
    return window.desk.meetings.save(
        Meeting(
            "14MSP",
            "Fourteenth Meeting of States Parties",
            MeetingKind.STATES_PARTIES,
            14,
            date(2024, 9, 9),
            date(2024, 9, 13),
            "Geneva",
            convening=ConveningNote(reference="ODA/2024-1", delegation_due=date(2024, 8, 24)),
        )
    )


@pytest.fixture
def view(window: MainWindow, meeting: Meeting) -> MeetingView:
    window.go("meetings", "14MSP")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.view.bar.setCurrentIndex(MILESTONES)
    return page.view


def back_in(window: MainWindow, widget: QWidget) -> None:
    """Wait until the window has the keyboard again, on the widget given."""
    window.activateWindow()
    for _ in range(100):
        if window.isActiveWindow():
            break
        QTest.qWait(10)
    widget.setFocus()


def opened(window: MainWindow, kind: type[Wanted]) -> Wanted:
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    dialog.activateWindow()
    for _ in range(100):
        has_keyboard = QApplication.focusWidget()
        if has_keyboard is not None and dialog.isAncestorOf(has_keyboard):
            return dialog
        QTest.qWait(10)
    raise AssertionError("The dialog never got the keyboard.")


def titles(view: MeetingView) -> list[str]:
    return [line.title for line in view.milestones.table.rows()]


def due(window: MainWindow, key: str) -> date:
    return next(each.duty.due for each in window.desk.deadlines.duties() if each.duty.key == key)


def test_the_delegation_of_the_note_is_the_first_line(view: MeetingView) -> None:
    (line,) = view.milestones.table.rows()
    assert (line.title, line.day) == ("Delegation to 14MSP", date(2024, 8, 24))
    assert line.set_by() == "the convening note"
    assert not view.milestones.remove_button.isEnabled()
    view.milestones.change()
    assert view.bar.currentIndex() == FACTS
    assert name_of(focused()) == "Delegations due"


def test_the_keyboard_alone_adds_a_milestone_and_opens_it_again(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.table.setFocus()
    tab_to("Add a milestone…")
    press(Qt.Key.Key_Space)
    dialog = opened(window, MilestoneDialog)
    assert name_of(focused()) == "What is to be done"
    press(Qt.Key.Key_A, modifier=Qt.KeyboardModifier.ControlModifier)
    write("Send the paper on victims")
    tab_to("Day")
    write("2024-08-31")
    tab_to("Hour")
    write("18:00")
    tab_to("Source")
    write("CCM/MSP/2024/INF.1")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    (stored,) = window.desk.milestones.of(meeting.id)
    assert (stored.due, stored.closes) == (date(2024, 8, 31), time(18))
    assert titles(view) == ["Delegation to 14MSP", "Send the paper on victims"]
    view.milestones.table.selectRow(1)
    back_in(window, view.milestones.table)
    press(Qt.Key.Key_Return)
    assert opened(window, MilestoneDialog).title.text() == "Send the paper on victims"


def test_a_missing_source_is_said_at_its_field_and_nothing_is_stored(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.add()
    dialog = opened(window, MilestoneDialog)
    dialog.day.setText("2024-08-31")
    dialog.accept()
    assert dialog.isVisible()
    assert "paper" in dialog.fields["source"].error.text()
    dialog.day.setText("31 of Augst")
    dialog.accept()
    assert "not a date" in dialog.fields["due"].error.text()
    dialog.day.setText("2024-08-31")
    dialog.closes.setText("25:00")
    dialog.accept()
    assert "no hour" in dialog.fields["closes"].error.text()
    assert window.desk.milestones.of(meeting.id) == []
    dialog.reject()


def test_the_usual_ones_are_proposed_ticked_and_taken_back_as_one(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.add_usual()
    dialog = opened(window, UsualMilestonesDialog)
    assert len(dialog.boxes) > 3
    assert all(box.accessibleDescription() for box in dialog.boxes.values())
    for kind, box in dialog.boxes.items():
        box.setChecked(kind in (MilestoneKind.REGISTRATION, MilestoneKind.PAYMENT))
    assert dialog.yes.text() == "Add 2"
    dialog.accept()
    kinds = {each.kind for each in window.desk.milestones.of(meeting.id)}
    assert kinds == {MilestoneKind.REGISTRATION, MilestoneKind.PAYMENT}
    assert len(titles(view)) == 3
    window.undo()
    assert len(titles(view)) == 1


def test_a_change_shows_what_moves_and_keeps_why(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    stored = window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.milestones.refresh()
    view.milestones.table.selectRow(1)
    view.milestones.change()
    dialog = opened(window, MilestoneDialog)
    dialog.count.setText("14")
    dialog.look_ahead()
    assert "Mon 2 September 2024 → Mon 26 August 2024" in dialog.moves.words()
    assert due(window, f"{DELEGATION}/{stored.id}") == date(2024, 9, 2)
    dialog.why.setText("The secretariat asks earlier")
    dialog.paper.setText("e-mail of 3 June")
    dialog.accept()
    key = f"{DELEGATION}/{stored.id}"
    assert due(window, key) == date(2024, 8, 26)
    last = window.desk.deadlines.history(key)[-1]
    assert (last.why, last.paper) == ("The secretariat asks earlier", "e-mail of 3 June")


def test_delete_removes_and_undo_brings_back(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.milestones.refresh()
    view.milestones.table.selectRow(1)
    view.milestones.table.setFocus()
    press(Qt.Key.Key_Delete)
    assert titles(view) == ["Delegation to 14MSP"]
    window.undo()
    assert titles(view) == ["Delegation to 14MSP", "Statement"]


def test_a_milestone_of_a_shipped_meeting_stores_the_meeting(window: MainWindow) -> None:
    window.go("meetings", "3RC")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.view.bar.setCurrentIndex(MILESTONES)
    page.view.milestones.add_usual()
    opened(window, UsualMilestonesDialog).accept()
    stored = window.desk.meetings.by_code("3RC")
    assert stored.id
    assert window.desk.milestones.of(stored.id)


def test_a_provisional_date_says_so_until_the_note_is_entered(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    bare = replace(meeting, convening=ConveningNote())
    window.desk.meetings.save(bare)
    (line,) = view.milestones.table.rows()
    assert line.state() == "provisional"
    assert "earlier meetings" in line.set_by()
    # The note is what everybody waited for; it is saved without a question.
    view.convening.form.fill({"reference": "ODA/2024-1", "delegation_due": "2024-08-22"})
    assert view.save()
    (line,) = view.milestones.table.rows()
    assert (line.day, line.set_by()) == (date(2024, 8, 22), "the convening note")
    assert line.state() != "provisional"
    assert window.desk.deadlines.history(DELEGATION)


def test_a_meeting_without_days_keeps_its_milestones_until_it_has_some(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.PAYMENT, "Payment", days_before=-30)
    )
    window.desk.meetings.save(replace(meeting, start=None, end=None, convening=ConveningNote()))
    (line,) = view.milestones.table.rows()
    assert (line.title, line.day, line.state()) == ("Payment", None, "no day yet")
    assert line.set_by() == "30 days after the opening"
    assert not view.milestones.duty_button.isEnabled()


def test_moving_the_meeting_is_shown_before_it_is_done(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    stored = window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    key = f"{DELEGATION}/{stored.id}"
    view.move_button.click()
    dialog = opened(window, MoveMeetingDialog)
    assert not dialog.yes.isEnabled()
    dialog.opens.setText("2024-09-16")
    dialog.closes.setText("2024-09-20")
    dialog.look_ahead()
    assert "Mon 2 September 2024 → Mon 9 September 2024" in dialog.moves.words()
    assert due(window, key) == date(2024, 9, 2)
    dialog.why.setText("The room is taken")
    dialog.paper.setText("ODA/2024-7")
    dialog.accept()
    assert window.desk.meetings.by_code("14MSP").start == date(2024, 9, 16)
    assert due(window, key) == date(2024, 9, 9)
    assert due(window, DELEGATION) == date(2024, 8, 24)
    assert window.desk.deadlines.history(key)[-1].paper == "ODA/2024-7"
    assert view.facts.texts()["start"] == "Mon 16 September 2024"
    window.undo()
    assert due(window, key) == date(2024, 9, 2)


def test_a_meeting_moved_before_its_own_deadlines_is_a_concern_and_loses_nothing(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.move_days()
    dialog = opened(window, MoveMeetingDialog)
    dialog.opens.setText("2024-08-19")
    dialog.closes.setText("2024-08-23")
    dialog.look_ahead()
    concerns = [each.accessibleName() for each in dialog.findChildren(Notice)]
    assert any("delegation" in each for each in concerns)
    dialog.accept()
    assert due(window, DELEGATION) == date(2024, 8, 24)
    assert view.milestones.notice.isVisible()


def test_a_meeting_that_moves_keeps_its_length_until_another_closing_is_typed(
    window: MainWindow, view: MeetingView
) -> None:
    view.move_days()
    dialog = opened(window, MoveMeetingDialog)
    dialog.opens.setText("16 September 2024")
    assert dialog.closes.text() == "Fri 20 September 2024"
    dialog.opens.setText("23 September 202")
    assert dialog.closes.text() == "Fri 20 September 2024"
    dialog.closes.setText("25 September 2024")
    dialog.opens.setText("23 September 2024")
    assert dialog.closes.text() == "25 September 2024"
    dialog.reject()


def test_the_dialog_takes_no_more_height_than_it_needs_once_the_days_are_right(
    window: MainWindow, view: MeetingView
) -> None:
    view.move_days()
    dialog = opened(window, MoveMeetingDialog)
    dialog.closes.setText("2024-09-02")
    dialog.look_ahead()
    QTest.qWait(20)
    dialog.closes.setText("2024-09-14")
    dialog.look_ahead()
    shown = dialog.height()
    QTest.qWait(20)
    dialog.fit()
    assert shown == dialog.height()
    dialog.reject()


def test_days_that_do_not_fit_are_said_at_their_field(
    window: MainWindow, view: MeetingView
) -> None:
    view.move_days()
    dialog = opened(window, MoveMeetingDialog)
    dialog.closes.setText("2024-09-02")
    dialog.look_ahead()
    assert "before it starts" in dialog.fields["end"].error.text()
    assert not dialog.yes.isEnabled()
    dialog.reject()


def test_saving_the_facts_asks_before_dates_move_and_escape_keeps_all(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.bar.setCurrentIndex(FACTS)
    view.facts.fill({"start": "2024-09-16", "end": "2024-09-20", "venue": "Palais"})
    assert not view.save()
    dialog = opened(window, MoveMeetingDialog)
    press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert window.desk.meetings.by_code("14MSP").start == date(2024, 9, 9)
    assert view.facts.texts()["start"] == "2024-09-16"
    assert not view.save()
    opened(window, MoveMeetingDialog).accept()
    stored = window.desk.meetings.by_code("14MSP")
    assert (stored.start, stored.venue) == (date(2024, 9, 16), "Palais")
    assert not view.dirty


def test_a_change_that_moves_nothing_is_saved_at_once(
    window: MainWindow, view: MeetingView
) -> None:
    view.facts.fill({"venue": "Palais des Nations"})
    assert view.save()
    assert window.desk.meetings.by_code("14MSP").venue == "Palais des Nations"


def test_leaving_the_page_moves_no_date_unseen(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.convening.form.fill({"delegation_due": "2024-08-20"})
    view.facts.fill({"venue": "Palais des Nations"})
    window.go("today")
    stored = window.desk.meetings.by_code("14MSP")
    assert stored.venue == "Palais des Nations"
    assert stored.convening.delegation_due == date(2024, 8, 24)
    window.go("meetings")
    assert view.convening.form.texts()["delegation_due"] == "2024-08-20"


def test_the_usual_ones_are_offered_while_one_is_missing(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    milestones = window.desk.milestones
    assert view.milestones.usual_button.isVisible()
    milestones.add_usual(meeting.id, [each.kind for each in milestones.usual(meeting.id)])
    assert not view.milestones.usual_button.isVisible()
    view.milestones.add()
    dialog = opened(window, MilestoneDialog)
    assert dialog.kind.currentText() == "Something else"
    dialog.reject()
    milestones.remove(milestones.of(meeting.id)[0].id)
    assert view.milestones.usual_button.isVisible()


def test_what_was_just_added_is_the_line_chosen(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    view.milestones.add()
    dialog = opened(window, MilestoneDialog)
    dialog.title.setText("Send the paper")
    dialog.day.setText("2024-08-30")
    dialog.source.setText("ODA/2024-9")
    dialog.accept()
    assert not dialog.isVisible()
    assert view.milestones.table.chosen().title == "Send the paper"
    assert view.milestones.remove_button.isEnabled()


def test_a_milestone_is_marked_as_done_where_it_stands(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    stored = window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.milestones.table.selectRow(1)
    back_in(window, view.milestones.table)
    tab_to("Mark as done…")
    press(Qt.Key.Key_Space)
    dialog = opened(window, DoneDialog)
    press(Qt.Key.Key_Return)
    assert dialog.fields["channel"].error.text()
    dialog.channel.setCurrentIndex(1)
    dialog.proof.setText("12/2023")
    press(Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert view.milestones.sentence.text().startswith("1 of 2 done")
    (record,) = [
        each.record
        for each in window.desk.deadlines.duties()
        if each.duty.key == f"{DELEGATION}/{stored.id}"
    ]
    assert record is not None
    assert record.proof == "12/2023"
    view.milestones.table.selectRow(1)
    assert not view.milestones.done_button.isEnabled()


def test_large_text_in_a_low_window_leaves_lines_and_titles_readable(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    milestones = window.desk.milestones
    milestones.add_usual(meeting.id, [each.kind for each in milestones.usual(meeting.id)])
    early = replace(meeting, start=date(2024, 8, 19), end=date(2024, 8, 23))
    window.desk.meetings.save(early)
    window.retheme("light", 150)
    window.resize(900, 600)
    try:
        QTest.qWait(50)
        part = view.milestones
        assert part.notice.isVisible()
        table = part.table
        assert table.viewport().height() >= 4 * table.rowHeight(0)
        assert table.columnWidth(1) >= 30 * table.fontMetrics().averageCharWidth()
        assert not view.head.sentence.isVisible()
        assert view.head.title.toolTip() == "Fourteenth Meeting of States Parties"
        assert part.change_button.visibleRegion().boundingRect() == part.change_button.rect()
        # What was done to a line brings the list into sight.
        part.add()
        dialog = opened(window, MilestoneDialog)
        dialog.title.setText("Send the paper")
        dialog.day.setText("2024-08-20")
        dialog.source.setText("ODA/2024-9")
        dialog.accept()
        QTest.qWait(50)
        assert table.visibleRegion().boundingRect().height() >= 2 * table.rowHeight(0)
    finally:
        window.retheme("light", 100)
    QTest.qWait(50)
    assert view.head.sentence.isVisible()


def test_in_a_narrow_window_the_ways_stand_below_the_days_of_the_meeting(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    note = ConveningNote(
        delegation_due=date(2024, 8, 29), delegation_due_as_written="Friday, 29 August 2024"
    )
    window.desk.meetings.save(replace(meeting, venue="Palais des Nations", convening=note))
    line = view.when
    window.resize(1400, 800)
    QTest.qWait(20)
    assert line.move_button.y() < line.facts.geometry().bottom()
    window.resize(900, 600)
    QTest.qWait(20)
    assert line.move_button.y() > line.facts.geometry().bottom()
    line.conflict_button.click()
    QTest.qWait(20)
    assert focused() is view.convening.written
    said = view.convening.notice
    assert said.isVisible()
    assert said.visibleRegion().boundingRect().height() == said.height()


def test_a_line_leads_to_its_duty(window: MainWindow, view: MeetingView) -> None:
    view.milestones.duty_button.click()
    assert window.current == "deadlines"


def test_removing_a_meeting_says_how_many_duties_go_and_can_be_undone(
    window: MainWindow, view: MeetingView, meeting: Meeting
) -> None:
    window.desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Statement", days_before=7)
    )
    view.remove()
    assert window.flash.words.text() == "14MSP is removed, and 2 duties with it"
    window.undo()
    assert len(window.desk.milestones.of(meeting.id)) == 1


def test_a_formal_code_is_kept_as_it_is_usually_written(window: MainWindow) -> None:
    window.go("meetings", "new")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.new.form.fill({"code": "15msp", "name": "Fifteenth Meeting"})
    page.store_new()
    assert window.desk.meetings.by_code("15MSP").code == "15MSP"


def test_a_new_meeting_is_stored_and_its_concerns_are_told(window: MainWindow) -> None:
    window.go("meetings", "new")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.new.form.fill(
        {"code": "SUNDAY", "name": "A meeting on a Sunday", "kind": "other", "start": "2024-09-08"}
    )
    page.store_new()
    assert window.desk.meetings.by_code("SUNDAY").id
    assert page.view.meeting.code == "SUNDAY"
    page.view.bar.setCurrentIndex(MILESTONES)
    assert "Sunday" in page.view.milestones.notice.accessibleName()
