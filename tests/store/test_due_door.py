"""The timer's door: quiet only where a plan of today says so, and never a cause of harm."""

import sqlite3
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from ccmdesk import __version__
from ccmdesk.domain.reminders import Reminder, ReminderState
from ccmdesk.store.due_door import nothing_due
from ccmdesk.store.reminder_rows import (
    PlanMark,
    keep_reminders,
    load_reminders,
    set_plan_mark,
    writing,
)
from ccmdesk.system.paths import DataFolder

DAY, DUE = date(2027, 4, 23), date(2027, 4, 30)
UTC_NOW = datetime(2027, 4, 23, 8, tzinfo=UTC)
AT = datetime(2027, 4, 23, 9)  # noqa: DTZ001 - by the clock on the wall


def asks(folder: DataFolder, wall: str) -> bool:
    tomorrow = (UTC_NOW + timedelta(days=1)).isoformat(timespec="microseconds")
    return nothing_due(str(folder.database), wall, tomorrow)


@pytest.fixture
def quiet(folder: DataFolder) -> DataFolder:
    """A register planned today, with one reminder at nine."""
    with writing(folder.database) as connection:
        reminder = Reminder(
            "NGA:a:b", "Report", date(2027, 4, 30), date(2027, 4, 30), "T-7", AT, AT
        )
        keep_reminders(connection, [reminder], UTC_NOW)
        set_plan_mark(connection, PlanMark(DAY, 0, 0, __version__))
    return folder


def test_before_the_moment_it_sleeps_on_and_at_it_wakes(quiet: DataFolder) -> None:
    assert asks(quiet, "2027-04-23T08:59")
    assert not asks(quiet, "2027-04-23T09:00")


def test_a_plan_of_another_day_or_program_or_act_is_none(quiet: DataFolder) -> None:
    assert not asks(quiet, "2027-04-22T08:00")
    for mark in (PlanMark(DAY, 7, 0, __version__), PlanMark(DAY, 0, 0, "0.0")):
        with writing(quiet.database) as connection:
            set_plan_mark(connection, mark)
        assert not asks(quiet, "2027-04-23T08:59")


@pytest.mark.parametrize(
    ("told", "at", "ahead", "sleeps"),
    [
        (UTC_NOW, AT, False, True),
        (UTC_NOW + timedelta(days=3), AT - timedelta(hours=3), False, True),
        (UTC_NOW + timedelta(days=3), AT + timedelta(hours=3), False, False),
        (UTC_NOW + timedelta(days=3), AT + timedelta(hours=3), True, True),
        (UTC_NOW + timedelta(days=3), AT - timedelta(hours=3), True, False),
    ],
)
def test_what_a_clock_that_ran_ahead_told_wakes_it(
    folder: DataFolder, told: datetime, at: datetime, ahead: bool, sleeps: bool
) -> None:
    with writing(folder.database) as connection:
        reminder = Reminder(
            *("NGA:a:b", "Report", DUE, DUE, "T-7", at, at),
            ReminderState.SHOWN,
            told_at=told,
            ahead=ahead,
        )
        keep_reminders(connection, [reminder], UTC_NOW)
        set_plan_mark(connection, PlanMark(DAY, 0, 0, __version__))
    assert asks(folder, "2027-04-23T08:59") is sleeps


def test_wherever_it_is_not_certain_somebody_has_to_look(folder: DataFolder) -> None:
    # No plan was made, then the file is no register, empty, missing.
    assert not asks(folder, "2027-04-23T08:59")
    for content in (b"text", b""):
        folder.database.write_bytes(content)
        assert not asks(folder, "2027-04-23T08:59")
        assert folder.database.read_bytes() == content
    folder.database.unlink()
    assert not asks(folder, "2027-04-23T08:59")
    assert not folder.database.exists()


def test_what_was_ended_is_not_changed_by_a_late_agent(quiet: DataFolder) -> None:
    with writing(quiet.database) as connection:
        (reminder,) = load_reminders(connection)
    with closing(sqlite3.connect(quiet.database, isolation_level=None)) as connection:
        connection.execute("UPDATE reminders SET state = 'skipped', why = 'done'")
    with writing(quiet.database) as connection:
        keep_reminders(connection, [reminder], UTC_NOW, while_pending=True)
        (kept,) = load_reminders(connection)
    assert (kept.state, kept.why) == (ReminderState.SKIPPED, "done")
