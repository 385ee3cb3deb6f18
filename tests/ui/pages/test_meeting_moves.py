"""A meeting that moves or goes: what is shown before, what is asked, what is kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.ui.dialogs.move_meeting import MoveMeetingDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_view import FACTS, MeetingView
from ccmdesk.ui.widgets.notice import Notice
from tests.ui.desks import focused, open_window, press
from tests.ui.pages.meeting_window import DELEGATION, MEETING, due, milestones_shown, opened


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def meeting(window: MainWindow) -> Meeting:
    return window.desk.meetings.save(MEETING)


@pytest.fixture
def view(window: MainWindow, meeting: Meeting) -> MeetingView:
    return milestones_shown(window)


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
