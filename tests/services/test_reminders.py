"""Reminders on a real register: told once, by one of many, never lost; ended by choice only."""

import shutil
import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from pathlib import Path

import pytest

from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyKind, DutyStatus
from ccmdesk.domain.errors import EnvironmentFault, InputError, RefusedError
from ccmdesk.domain.reminders import Choice, ReminderState
from ccmdesk.services.desk import Desk
from ccmdesk.services.reminder_book import ReminderBook
from ccmdesk.services.reminder_duties import FollowedDuties
from ccmdesk.services.reminder_rounds import RunReport
from ccmdesk.services.reminders import RemindersService
from ccmdesk.services.sample import SampleResult
from ccmdesk.store import connection as store_connection
from ccmdesk.system.folder_lock import FolderLock
from ccmdesk.system.notifications import Notice, NotShownError
from ccmdesk.system.paths import DataFolder
from tests.services.reminder_year import Year

GENEVA = timezone(timedelta(hours=2))
# Nigeria's initial report is due on Sunday 28 January 2024.
INITIAL = "NGA:art7_initial:initial"
BEGUN = date(2023, 8, 16)


class Desktop:
    """A desktop that keeps what it was shown."""

    def __init__(self) -> None:
        self.shown: list[Notice] = []

    def __call__(self, notice: Notice) -> None:
        self.shown.append(notice)


@pytest.fixture
def desktop() -> Desktop:
    return Desktop()


def at(
    data_dir: Path,
    day: date,
    hour: int = 10,
    *,
    desk: Desk | None = None,
    zone: tzinfo = GENEVA,
) -> RemindersService:
    """Return the reminders as a new process sees them on a day at an hour of the wall."""
    clock = FixedClock(datetime.combine(day, time(hour), zone).astimezone(UTC))
    folder = DataFolder(data_dir)
    book = ReminderBook(folder, FollowedDuties(folder, clock), clock, zone=zone)
    return RemindersService(book, desk.deadlines if desk else None)


def told(report: RunReport) -> list[str]:
    return [each.rung for each in report.shown]


@pytest.fixture
def planned(desk: Desk, data_dir: Path) -> Path:
    """The folder of Nigeria's mission, its reminders planned; to the meeting nobody goes."""
    for each in desk.deadlines.duties():
        if each.duty.kind is DutyKind.MEETING_MILESTONE:
            desk.deadlines.mark_not_applicable(each.duty.key, "nobody goes")
    at(data_dir, BEGUN).plan()
    return data_dir


def test_each_rung_is_told_once(planned: Path, desktop: Desktop) -> None:
    assert told(at(planned, date(2023, 10, 29)).run(desktop)) == []
    # 30 October is 90 days before; it is a Monday.
    assert told(at(planned, date(2023, 10, 30)).run(desktop)) == ["T-90"]
    assert desktop.shown[0].title == "Due in 90 days: Initial transparency report"
    for hour in (10, 11, 17):
        assert told(at(planned, date(2023, 10, 30), hour).run(desktop)) == []
    assert told(at(planned, date(2023, 11, 29)).run(desktop)) == ["T-60"]
    assert len(desktop.shown) == 2


def test_what_came_up_before_a_duty_was_followed_was_not_missed(
    desk: Desk, data_dir: Path, desktop: Desktop
) -> None:
    for each in desk.deadlines.duties():
        if each.duty.kind is DutyKind.MEETING_MILESTONE:
            desk.deadlines.mark_not_applicable(each.duty.key, "nobody goes")
    # The rung of 90 days before was on 30 October.
    service = at(data_dir, date(2023, 11, 20), desk=desk)
    assert told(service.run(desktop)) == ["T-90"]
    assert [each.duty_key for each in service.standing()] == [INITIAL]
    assert not service.digest()


def test_after_an_absence_one_digest_says_it_all(
    desk: Desk, planned: Path, desktop: Desktop
) -> None:
    service = at(planned, date(2024, 9, 2), desk=desk)
    report = service.run(desktop)
    assert len(desktop.shown) == 1
    assert told(report) == ["overdue 2024-09-02"]
    assert {"T-90", "T-7", "T-0"} <= {each.rung for each in report.missed}
    digest = service.digest()
    assert [each.duty_key for each in digest.lost] == [INITIAL]
    assert not digest.still_possible
    assert digest.lost[0].days_left == -218
    service.looked_at_digest()
    assert not service.digest()
    # It was looked at, but nothing was chosen.
    assert [each.duty_key for each in service.standing()] == [INITIAL]


def test_an_overdue_duty_never_goes_silent(planned: Path, desktop: Desktop) -> None:
    days = [date(2024, 1, 29) + timedelta(days=number) for number in range(7)]
    rungs = [told(at(planned, day).run(desktop)) for day in days]
    assert rungs[1:5] == [[f"overdue {day}"] for day in days[1:5]]
    assert rungs[5:] == [[], []]


def test_done_ends_it_with_its_proof(desk: Desk, planned: Path, desktop: Desktop) -> None:
    at(planned, BEGUN, desk=desk).run(desktop)
    service = at(planned, date(2023, 10, 30), desk=desk)
    service.run(desktop)
    service.done(INITIAL, date(2023, 8, 15), "note 3/2023", "hand")
    assert service.standing() == []
    shown = next(each for each in service.all() if each.rung == "T-90")
    assert shown.choice is Choice.DONE
    assert "note 3/2023" in shown.why
    assert told(at(planned, date(2024, 1, 29)).run(desktop)) == []
    report = next(each for each in desk.deadlines.duties() if each.duty.key == INITIAL)
    assert report.status is DutyStatus.DONE


def test_done_elsewhere_counts_too(desk: Desk, planned: Path, desktop: Desktop) -> None:
    at(planned, date(2023, 10, 30)).run(desktop)
    desk.deadlines.mark_not_applicable(INITIAL, "the ministry reports")
    assert told(at(planned, date(2023, 11, 29)).run(desktop)) == []
    ended = next(each for each in at(planned, BEGUN).all() if each.rung == "T-90")
    assert (ended.choice, ended.why) == (Choice.NOT_OURS, "the ministry reports")
    # Undone: what is to come comes again.
    desk.history.undo()
    assert told(at(planned, date(2023, 12, 29)).run(desktop)) == ["T-30"]


def test_snoozed_it_sleeps_and_comes_back(desk: Desk, planned: Path, desktop: Desktop) -> None:
    service = at(planned, date(2023, 10, 30), desk=desk)
    service.run(desktop)
    assert service.snooze(INITIAL, date(2023, 12, 4), "asked the ministry") == date(2023, 12, 4)
    assert service.standing() == []
    assert told(at(planned, date(2023, 11, 29)).run(desktop)) == []
    assert told(at(planned, date(2023, 12, 4)).run(desktop)) == ["snooze 2023-12-04"]
    assert told(at(planned, date(2023, 12, 29)).run(desktop)) == ["T-30"]
    slept = next(each for each in service.all() if each.rung == "T-60")
    assert slept.state is ReminderState.SKIPPED
    assert slept.why == "Snoozed until Mon 4 December 2023: asked the ministry"


def test_a_snooze_needs_a_reason_and_something_to_end(
    desk: Desk, planned: Path, desktop: Desktop
) -> None:
    service = at(planned, date(2023, 10, 30), desk=desk)
    with pytest.raises(InputError, match="none to snooze"):
        service.snooze(INITIAL, date(2023, 11, 6), "later")
    service.run(desktop)
    with pytest.raises(InputError, match="Say why") as error:
        service.snooze(INITIAL, date(2023, 11, 6), "  ")
    assert error.value.field == "reason"
    with pytest.raises(InputError, match="internal date"):
        service.snooze(INITIAL, date(2024, 1, 27), "later")
    with pytest.raises(RefusedError, match="legal date"):
        service.snooze(INITIAL, date(2024, 1, 29), "later", second_look=True)
    assert [each.duty_key for each in service.standing()] == [INITIAL]


def test_the_history_keeps_every_state(desk: Desk, planned: Path, desktop: Desktop) -> None:
    service = at(planned, date(2023, 10, 30), desk=desk)
    service.run(desktop)
    service.not_ours(INITIAL, "the ministry reports")
    lines = [each for each in service.history(INITIAL) if each.rung == "T-90"]
    assert [(each.was, each.became) for each in lines] == [
        ("", "pending"),
        ("pending", "shown"),
        ("shown", "acknowledged"),
    ]
    assert lines[-1].why == "the ministry reports"


def test_where_no_desktop_listens_it_waits(planned: Path, desktop: Desktop) -> None:
    def silent(notice: Notice) -> None:
        raise NotShownError("The desktop takes no notices.")

    report = at(planned, date(2023, 10, 30)).run(silent)
    assert (report.shown, report.failure) == ((), "The desktop takes no notices.")
    assert told(at(planned, date(2023, 10, 30)).run(desktop)) == ["T-90"]


def test_killed_while_telling_it_is_told_again_under_the_same_number(
    planned: Path, desktop: Desktop
) -> None:
    class KilledError(BaseException):
        pass

    def killed(notice: Notice) -> None:
        desktop(notice)
        raise KilledError

    with pytest.raises(KilledError):
        at(planned, date(2023, 10, 30)).run(killed)
    assert told(at(planned, date(2023, 10, 30)).run(desktop)) == []
    assert told(at(planned, date(2023, 10, 30), 11).run(desktop)) == ["T-90"]
    assert desktop.shown[0] == desktop.shown[1]


def test_of_two_agents_one_tells(planned: Path, desktop: Desktop) -> None:
    def with_another(notice: Notice) -> None:
        assert at(planned, date(2023, 10, 30)).run(desktop).busy
        desktop(notice)

    assert told(at(planned, date(2023, 10, 30)).run(with_another)) == ["T-90"]
    assert len(desktop.shown) == 1
    with FolderLock(DataFolder(planned).reminders_lock):
        assert at(planned, date(2023, 11, 29)).run(desktop).busy


def test_a_register_in_use_is_said_and_nothing_is_lost(
    planned: Path, desktop: Desktop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(store_connection, "BUSY_SECONDS", 0.05)
    with closing(sqlite3.connect(planned / "ccmdesk.sqlite3", isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EnvironmentFault, match="in use by another program"):
            at(planned, date(2023, 10, 30)).run(desktop)
    assert desktop.shown == []
    assert told(at(planned, date(2023, 10, 30)).run(desktop)) == ["T-90"]


def test_an_older_copy_put_back_repeats_nothing(
    desk: Desk, planned: Path, desktop: Desktop, tmp_path: Path
) -> None:
    desk.close()
    database, copy = planned / "ccmdesk.sqlite3", tmp_path / "copy"
    shutil.copy(database, copy)
    at(planned, date(2023, 10, 30)).run(desktop)
    database.unlink()
    with pytest.raises(EnvironmentFault, match="cannot be opened"):
        at(planned, date(2023, 10, 30)).run(desktop)
    shutil.copy(copy, database)
    service = at(planned, date(2023, 10, 30), 11)
    assert told(service.run(desktop)) == []
    assert len(desktop.shown) == 1
    # It was told, and still waits for a choice.
    assert [each.duty_key for each in service.standing()] == [INITIAL]
    assert told(at(planned, date(2023, 11, 29)).run(desktop)) == ["T-60"]


def test_a_journal_torn_by_a_power_cut_still_counts(planned: Path, desktop: Desktop) -> None:
    journal = DataFolder(planned).reminders_told
    journal.write_bytes(b'["NGA:art7_initial:initial", "2024-01-2')
    at(planned, date(2023, 10, 30)).run(desktop)
    at(planned, date(2023, 11, 29)).run(desktop)
    assert len(journal.read_text(encoding="utf-8").splitlines()) == 3
    assert len(desktop.shown) == 2


def test_nine_o_clock_is_nine_o_clock_wherever_the_machine_is(
    planned: Path, desktop: Desktop
) -> None:
    new_york = timezone(timedelta(hours=-4))
    # 10:00 in Geneva is 04:00 in New York.
    assert told(at(planned, date(2023, 10, 30), 4, zone=new_york).run(desktop)) == []
    assert told(at(planned, date(2023, 10, 30), 9, zone=new_york).run(desktop)) == ["T-90"]
    assert told(at(planned, date(2023, 10, 30), 15).run(desktop)) == []


def test_the_day_itself_names_the_hour_in_geneva(planned: Path, desktop: Desktop) -> None:
    new_york = timezone(timedelta(hours=-4))
    # The annual report of 2024 is due on Wednesday 30 April 2025.
    at(planned, date(2025, 4, 30), 15, zone=new_york).run(desktop)
    assert "18:00 here" in desktop.shown[0].body or "deadlines" in desktop.shown[0].title


def test_out_of_hours_it_waits_for_the_morning(planned: Path, desktop: Desktop) -> None:
    report = at(planned, date(2023, 10, 30), 20).run(desktop)
    assert (told(report), desktop.shown) == ([], [])
    assert report.postponed[0].fire_at == datetime.combine(date(2023, 10, 31), time(9))
    assert told(at(planned, date(2023, 10, 31), 9).run(desktop)) == ["T-90"]


def test_a_dry_run_writes_nothing(planned: Path) -> None:
    database = planned / "ccmdesk.sqlite3"
    before = database.read_bytes()
    assert told(at(planned, date(2023, 10, 30)).would_run()) == ["T-90"]
    assert database.read_bytes() == before
    assert not DataFolder(planned).reminders_told.exists()


def test_the_window_counts_as_having_told(desk: Desk, planned: Path, desktop: Desktop) -> None:
    service = at(planned, date(2023, 10, 30), desk=desk)
    assert told(service.catch_up()) == ["T-90"]
    assert service.standing()[0].last.how == "window"
    assert told(at(planned, date(2023, 10, 30)).run(desktop)) == []


def test_an_edited_ladder_is_followed_and_its_forerunner_kept(
    desk: Desk, planned: Path, desktop: Desktop
) -> None:
    service = at(planned, date(2023, 10, 1), desk=desk)
    ladders = {**service.settings().ladders, DutyKind.ART7_INITIAL: (75, 0)}
    saved = service.save_settings(replace(service.settings(), opens=time(8), ladders=ladders))
    assert saved.ladder(DutyKind.ART7_INITIAL) == (75, 0)
    assert told(at(planned, date(2023, 10, 30)).run(desktop)) == []
    # 75 days before is Tuesday 14 November.
    assert told(at(planned, date(2023, 11, 14), 8).run(desktop)) == ["T-75"]
    taken_off = next(each for each in service.all() if each.rung == "T-90")
    assert taken_off.why == "It is no longer on the ladder."
    service.save_settings(replace(saved, closes=time(17)))
    with closing(sqlite3.connect(planned / "ccmdesk.sqlite3")) as connection:
        assert connection.execute("SELECT count(*) FROM reminder_settings").fetchone() == (2,)


def test_an_act_in_the_window_makes_the_plan_stale(desk: Desk, planned: Path) -> None:
    service = at(planned, BEGUN, 11)
    assert not service.plan()
    desk.deadlines.set_first_annual_year(2026)
    assert service.plan()
    assert not service.plan()
    gone = [each for each in service.all() if each.duty_key == "NGA:art7_annual:2024"]
    assert {each.why for each in gone} == {"This duty is no longer listed."}


def test_the_sample_dossier_reminds_of_nothing(
    sample: SampleResult, data_dir: Path, desktop: Desktop
) -> None:
    assert at(data_dir, date(2024, 4, 30)).run(desktop) == RunReport()
    assert at(data_dir, date(2024, 4, 30)).all() == []


def test_the_database_itself_keeps_what_was_ended(
    desk: Desk, planned: Path, desktop: Desktop
) -> None:
    service = at(planned, date(2023, 10, 30), desk=desk)
    service.run(desktop)
    service.not_ours(INITIAL, "the ministry reports")
    forbidden = (
        "UPDATE reminders SET state = 'pending', choice = NULL WHERE state = 'acknowledged'",
        "UPDATE reminders SET rung = 'T-1000' WHERE state = 'skipped'",
        "DELETE FROM reminders",
        "INSERT OR REPLACE INTO reminders SELECT * FROM reminders LIMIT 1",
        "UPDATE reminder_history SET why = ''",
        "DELETE FROM reminder_history",
    )
    with closing(sqlite3.connect(planned / "ccmdesk.sqlite3")) as connection:
        for statement in forbidden:
            with pytest.raises(sqlite3.IntegrityError, match=r"reminder|Reminder"):
                connection.execute(statement)


def test_the_desk_has_them_and_hears_of_a_choice(desk: Desk) -> None:
    heard: list[frozenset[str]] = []
    desk.changes.subscribe(heard.append)
    assert desk.reminders.catch_up().missed == ()
    assert {each.state for each in desk.reminders.coming()} == {ReminderState.PENDING}
    settings = desk.reminders.settings()
    assert desk.reminders.save_settings(settings) == settings
    assert heard == [frozenset({"duties"})]
    with pytest.raises(InputError, match="nothing to hand up"):
        desk.reminders.slip(INITIAL)


@pytest.mark.parametrize("seed", range(2000, 2006))
def test_a_year_of_cuts_kills_and_jumping_clocks(seed: int, tmp_path: Path) -> None:
    year = Year(seed, tmp_path)
    year.live()
    assert year.faults() == []
    assert year.told
