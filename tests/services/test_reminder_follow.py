"""Reminders follow the duties: days off, milestones, hours and clocks of the addressees."""

from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.reminders import Reminder, ReminderState
from ccmdesk.services.desk import Desk
from ccmdesk.services.first_look import first_look
from ccmdesk.services.reminder_book import ReminderBook
from ccmdesk.services.reminder_duties import FollowedDuties
from ccmdesk.services.reminders import RemindersService
from ccmdesk.system.notifications import Notice
from ccmdesk.system.paths import DataFolder

GENEVA, NEW_YORK = ZoneInfo("Europe/Zurich"), ZoneInfo("America/New_York")


class Desktop:
    """A desktop that keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []

    def __call__(self, notice: Notice) -> None:
        self.shown.append(notice)


def at(data_dir: Path, wall: datetime, desk: Desk | None = None) -> RemindersService:
    """Return the reminders as a new process sees them at an hour of a wall somewhere."""
    clock, folder = FixedClock(wall.astimezone(UTC)), DataFolder(data_dir)
    book = ReminderBook(folder, FollowedDuties(folder, clock), clock, zone=wall.tzinfo)
    return RemindersService(book, desk.deadlines if desk else None)


def of(service: RemindersService, key: str) -> dict[str, Reminder]:
    return {each.rung: each for each in service.all() if each.duty_key == key}


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """A meeting in October whose delegation is to be named by Friday 22 September 2023.

    To every other meeting nobody goes.
    """
    for each in desk.deadlines.duties():
        if each.duty.kind is DutyKind.MEETING_MILESTONE:
            desk.deadlines.mark_not_applicable(each.duty.key, "nobody goes")
    note = ConveningNote(reference="ODA/1", delegation_due=date(2023, 9, 22))
    return desk.meetings.save(
        Meeting("OCT", "A meeting", start=date(2023, 10, 9), end=date(2023, 10, 13), convening=note)
    )


def test_a_day_off_that_the_officer_enters_moves_what_is_to_come(
    desk: Desk, data_dir: Path, meeting: Meeting
) -> None:
    service = at(data_dir, datetime(2023, 8, 17, 10, tzinfo=GENEVA))
    service.plan()
    key = "NGA:meeting_milestone:OCT"
    assert of(service, key)["T-7"].at.date() == date(2023, 9, 15)
    desk.holidays.save(HolidayEntry(Place.UN_OFFICE, date(2023, 9, 15), "Conference closed"))
    service.plan()
    moved = of(service, key)["T-7"]
    assert moved.at.date() == date(2023, 9, 14)
    assert moved.why == "Moved from Fri 15 September 2023 to Thu 14 September 2023."
    desk.history.undo()
    service.plan()
    assert of(service, key)["T-7"].at.date() == date(2023, 9, 15)


def test_a_milestone_of_a_meeting_has_its_ladder_and_its_hour(
    desk: Desk, data_dir: Path, meeting: Meeting, desktop: Desktop
) -> None:
    desk.milestones.save(
        Milestone(
            meeting.id,
            MilestoneKind.REGISTRATION,
            "Register in Indico",
            due=date(2023, 10, 2),
            closes=time(8, 30),
            source="ODA/1",
        )
    )
    service = at(data_dir, datetime(2023, 8, 17, 10, tzinfo=GENEVA))
    service.plan()
    (key,) = {each.duty_key for each in service.all() if "OCT/" in each.duty_key}
    # At nine on Monday it would be too late; the working day before is Friday.
    assert of(service, key)["T-0"].at.date() == date(2023, 9, 29)
    assert at(data_dir, datetime(2023, 9, 29, 9, tzinfo=GENEVA)).run(desktop).shown


def test_a_meeting_that_moves_takes_its_reminders_along(
    desk: Desk, data_dir: Path, meeting: Meeting
) -> None:
    desk.milestones.save(
        Milestone(meeting.id, MilestoneKind.STATEMENT, "Send the statement", days_before=7)
    )
    service = at(data_dir, datetime(2023, 8, 17, 10, tzinfo=GENEVA))
    service.plan()
    (key,) = {each.duty_key for each in service.all() if "OCT/" in each.duty_key}
    assert {each.due for each in of(service, key).values()} == {date(2023, 10, 2)}
    later = replace(meeting, start=date(2023, 11, 6), end=date(2023, 11, 10))
    desk.meetings.save(later, why="The room is taken", paper="ODA/2")
    service.plan()
    pending = [
        each
        for each in service.all()
        if each.duty_key == key and each.state is ReminderState.PENDING
    ]
    assert {each.due for each in pending} == {date(2023, 10, 30)}


def test_due_today_in_geneva_while_the_machine_stands_in_new_york(
    desk: Desk, data_dir: Path, meeting: Meeting, desktop: Desktop
) -> None:
    at(data_dir, datetime(2023, 8, 17, 10, tzinfo=NEW_YORK)).plan()
    morning = at(data_dir, datetime(2023, 9, 22, 9, 5, tzinfo=NEW_YORK))
    morning.run(desktop)
    assert desktop.shown[-1].title == "Due today: Delegation to OCT"
    assert "ends in Geneva at 18:00 here" in desktop.shown[-1].body
    assert morning.standing()[0].days_left == 0
    # At 18:30 in New York the day is over in Geneva.
    evening = at(data_dir, datetime(2023, 9, 22, 18, 30, tzinfo=NEW_YORK))
    assert evening.standing()[0].days_left == -1
    monday = at(data_dir, datetime(2023, 9, 25, 9, 5, tzinfo=NEW_YORK))
    monday.run(desktop)
    assert desktop.shown[-1].title == "Overdue by 3 days: Delegation to OCT"


def test_after_the_meeting_nothing_more_is_named_and_what_was_lost_is_said(
    desk: Desk, data_dir: Path, meeting: Meeting, desktop: Desktop
) -> None:
    at(data_dir, datetime(2023, 8, 17, 10, tzinfo=GENEVA)).plan()
    # The machine was off from August until after the meeting.
    service = at(data_dir, datetime(2023, 10, 18, 10, tzinfo=GENEVA), desk)
    service.run(desktop)
    key = "NGA:meeting_milestone:OCT"
    assert [each.duty_key for each in service.digest().lost] == [key]
    assert of(service, key)["T-0"].why == "The meeting closed on Fri 13 October 2023."
    next_day = at(data_dir, datetime(2023, 10, 19, 10, tzinfo=GENEVA), desk)
    assert not any(each.duty_key == key for each in next_day.run(desktop).shown)
    service.not_ours(key, "Nobody could go")
    assert not any(each.duty_key == key for each in service.standing())


def test_the_first_look_shows_what_waits_and_what_was_missed(
    desk: Desk, data_dir: Path, meeting: Meeting, desktop: Desktop
) -> None:
    at(data_dir, datetime(2023, 8, 17, 10, tzinfo=GENEVA)).plan()
    at(data_dir, datetime(2023, 9, 20, 10, tzinfo=GENEVA)).run(desktop)
    clock = FixedClock(datetime(2023, 9, 20, 10, tzinfo=GENEVA))
    view = first_look(data_dir, clock)
    assert view is not None
    assert [each.duty_key for each in view.waiting] == ["NGA:meeting_milestone:OCT"]
    assert view.missed is not None
    desk.deadlines.mark_not_applicable("NGA:meeting_milestone:OCT", "nobody goes")
    # The plan was not made anew yet; the officer's word counts all the same.
    view = first_look(data_dir, clock)
    assert view is not None
    assert (view.waiting, view.missed) == ((), None)
