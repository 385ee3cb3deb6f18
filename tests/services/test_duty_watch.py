"""What an act does to the dates of duties is told before, and written down after."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.recorded import Extension
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.changes import Changes
from ccmdesk.services.desk import Desk
from ccmdesk.services.duty_watch import moved_by, watched
from ccmdesk.store.database import Database
from ccmdesk.store.duty_history_rows import load_history
from ccmdesk.store.events import last_event
from ccmdesk.store.extension_rows import load_own_extensions, store_extension

CLOCK = FixedClock.on(date(2026, 11, 22))
GRANTED = Extension(
    "CHL", 4, "extension 4", date(2028, 6, 1), decided_at="13MSP", source="CCM/MSP/2025/4"
)
KEY = "CHL:art4_clearance:extension 4"


@pytest.fixture
def acts(tmp_path: Path) -> Iterator[Acts]:
    """The register of Chile's mission."""
    desk: Desk = open_desk(tmp_path / "data", CLOCK)
    names = {"en": desk.profile.default_names("CHL", "Geneva", "en")}
    desk.profile.save(Profile("CHL", "en", names))
    desk.close()
    database = Database(tmp_path / "data" / "ccmdesk.sqlite3")
    yield Acts(database, CLOCK, Changes(), "officer")
    database.close()


def enter(act: Act) -> None:
    store_extension(act.unit, GRANTED)


def test_a_trial_tells_what_would_move_and_leaves_no_trace(acts: Acts) -> None:
    with acts.reading() as connection:
        events = last_event(connection)
    moved = moved_by(acts, enter)
    assert [(move.key, move.due) for move in moved if move.key == KEY] == [
        (KEY, (None, date(2028, 6, 1)))
    ]
    with acts.reading() as connection:
        assert load_own_extensions(connection) == []
        assert load_history(connection) == []
        assert last_event(connection) == events
    assert acts.undo_stack.undo_label is None


def test_what_a_trial_raises_is_raised_and_nothing_is_kept(acts: Acts) -> None:
    def refuse(act: Act) -> None:
        enter(act)
        raise InputError("No.", "stage")

    with pytest.raises(InputError, match=r"No\."):
        moved_by(acts, refuse)
    with acts.reading() as connection:
        assert load_own_extensions(connection) == []


def test_each_moved_date_becomes_a_line_of_history(acts: Acts) -> None:
    with (
        acts.act("extension.enter", "Enter an extension", "duties") as act,
        watched(act, "the meeting granted it", "CCM/MSP/2025/4") as moved,
    ):
        enter(act)
    assert KEY in [move.key for move in moved]
    with acts.reading() as connection:
        lines = load_history(connection, KEY)
    assert [(line.what, line.was, line.became) for line in lines] == [
        ("due", "", "2028-06-01"),
        ("internal_due", "", "2028-06-01"),
    ]
    assert {(line.by, line.why, line.paper) for line in lines} == {
        ("officer", "the meeting granted it", "CCM/MSP/2025/4")
    }


def test_what_is_taken_back_and_repeated_stays_in_the_history(acts: Acts) -> None:
    with acts.act("extension.enter", "Enter an extension", "duties") as act, watched(act, "why"):
        enter(act)
    acts.take_back()
    acts.repeat()
    with acts.reading() as connection:
        lines = [line for line in load_history(connection, KEY) if line.what == "due"]
        assert load_own_extensions(connection) == [GRANTED]
    assert [(line.was, line.became, line.why) for line in lines] == [
        ("", "2028-06-01", "why"),
        ("2028-06-01", "", "“Enter an extension” was taken back."),
        ("", "2028-06-01", "“Enter an extension” was repeated."),
    ]


def test_a_code_taken_back_takes_the_lines_added_since_along(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "data", CLOCK)
    names = {"en": desk.profile.default_names("CHL", "Geneva", "en")}
    desk.profile.save(Profile("CHL", "en", names))
    meeting = desk.meetings.save(
        Meeting(
            "14MSP",
            "Fourteenth Meeting of States Parties",
            MeetingKind.STATES_PARTIES,
            14,
            date(2027, 9, 6),
            date(2027, 9, 10),
        )
    )
    desk.milestones.save(Milestone(meeting.id, MilestoneKind.SPEAKERS, "Speakers", days_before=7))
    renamed = desk.meetings.save(replace(meeting, code="XIVMSP"))
    desk.meetings.save(replace(renamed, start=date(2027, 9, 13), end=date(2027, 9, 17)), "Moved")
    assert len(desk.deadlines.history("CHL:meeting_milestone:XIVMSP/1")) == 4
    desk.history.undo()
    desk.history.undo()
    assert {line.key.rpartition(":")[2] for line in desk.deadlines.history()} == {
        "14MSP",
        "14MSP/1",
    }
    dates = [
        (line.was, line.became)
        for line in desk.deadlines.history("CHL:meeting_milestone:14MSP/1")
        if line.what == "due"
    ]
    assert dates == [
        ("", "2027-08-30"),
        ("2027-08-30", "2027-09-06"),
        ("2027-09-06", "2027-08-30"),
    ]
    assert desk.meetings.save(replace(meeting, code="XIVMSP")).code == "XIVMSP"
    desk.close()


def test_reminders_follow_the_duty_of_a_renamed_meeting_even_ended_ones(tmp_path: Path) -> None:
    desk = open_desk(tmp_path / "data", FixedClock.on(date(2026, 11, 23), 10))
    names = {"en": desk.profile.default_names("CHL", "Geneva", "en")}
    desk.profile.save(Profile("CHL", "en", names))
    meeting = desk.meetings.save(
        Meeting("X1", "A meeting", MeetingKind.OTHER, 0, date(2026, 12, 6), date(2026, 12, 10))
    )
    for title in ("Speakers", "Registration"):
        desk.milestones.save(Milestone(meeting.id, MilestoneKind.OTHER, title, days_before=7))
    desk.reminders.run(lambda notice: None)
    first = "CHL:meeting_milestone:X1/1"
    desk.reminders.done(first, date(2026, 11, 23), "9/2026", "email")
    desk.meetings.save(replace(meeting, code="X2"))
    with closing(sqlite3.connect(tmp_path / "data" / "ccmdesk.sqlite3")) as connection:
        rows = connection.execute("SELECT duty_key, state FROM reminders").fetchall()
        with pytest.raises(sqlite3.IntegrityError, match="keeps its duty"):
            connection.execute("UPDATE reminders SET duty_key = 'Y', rung = 'T-1'")
        with pytest.raises(sqlite3.IntegrityError, match="ended stays"):
            connection.execute("UPDATE reminders SET why = 'x' WHERE state = 'acknowledged'")
        with pytest.raises(sqlite3.IntegrityError, match="keeps its duty"):
            connection.execute("UPDATE reminders SET duty_key = 'Y', why = 'x'")
    keys = {key.partition("/")[0] for key, _ in rows if "meeting_milestone" in key}
    assert keys == {"CHL:meeting_milestone:X2"}
    assert "acknowledged" in {state for _, state in rows}
    assert desk.deadlines.duty("CHL:meeting_milestone:X2/1").record is not None
    desk.close()
