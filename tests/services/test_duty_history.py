"""What is done, planned and reopened of a duty: asked for in full, and never forgotten."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from ccmdesk.app import open_deadlines, open_desk
from ccmdesk.domain.clock import Clock, FixedClock
from ccmdesk.domain.duty import DutyPlan, DutyStatus, TrackedDuty
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.profile import Profile
from ccmdesk.domain.state import State, Status
from ccmdesk.services.desk import Desk

TODAY = date(2026, 11, 22)
KEY = "NGA:art7_annual:2025"
NEXT = "NGA:art7_annual:2026"
RECEIPT = Proof("receipt.pdf", b"%PDF-1.7 receipt")


@dataclass
class AwayClock:
    """A machine that stands in another time zone."""

    instant: datetime
    zone: str

    def today(self) -> date:
        return self.instant.astimezone(ZoneInfo(self.zone)).date()

    def now(self) -> datetime:
        return self.instant


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The data of Nigeria's mission, whose register was begun in 2024."""
    place = tmp_path / "data"
    desk = open_desk(place, FixedClock.on(date(2024, 1, 2)))
    names = {"en": desk.profile.default_names("NGA", "Geneva", "en")}
    desk.profile.save(Profile("NGA", "en", names))
    desk.close()
    return place


@pytest.fixture
def desk(folder: Path) -> Iterator[Desk]:
    found = open_desk(folder, FixedClock.on(TODAY))
    yield found
    found.close()


def lines(desk: Desk, key: str) -> list[tuple[str, str, str]]:
    return [(line.what, line.was, line.became) for line in desk.deadlines.history(key)]


def test_done_keeps_day_channel_proof_and_file(desk: Desk) -> None:
    done = desk.deadlines.mark_done(KEY, date(2026, 4, 20), " 12/2026 ", "email", RECEIPT)
    assert done.status is DutyStatus.DONE
    assert done.record is not None
    assert (done.record.proof, done.record.channel) == ("12/2026", "email")
    assert done.record.proof_name == "receipt.pdf"
    assert len(done.record.proof_sha256) == 64
    assert desk.deadlines.proof_file(KEY) == RECEIPT
    assert desk.deadlines.duty(KEY) == done
    line = desk.deadlines.history(KEY)[0]
    assert (line.what, line.became) == ("done", "2026-04-20")
    assert "receipt.pdf" in line.why


def test_a_file_alone_proves_and_so_does_a_declaration_at_a_meeting(desk: Desk) -> None:
    done = desk.deadlines.mark_done(KEY, date(2026, 4, 20), "", "e_delegate", RECEIPT)
    assert done.status is DutyStatus.DONE
    key = "NGA:art3_destruction:initial"
    done = desk.deadlines.mark_done(key, date(2026, 9, 1), "CCM/MSP/2026/7", "meeting")
    assert done.status is DutyStatus.DONE
    with pytest.raises(InputError, match="No file was kept"):
        desk.deadlines.proof_file(key)


@pytest.mark.parametrize(
    ("on", "proof", "channel", "file", "field"),
    [
        (date(2026, 11, 24), "9", "email", None, "on"),
        (date(2007, 4, 20), "9", "email", None, "on"),
        (date(2026, 4, 20), "9", "", None, "channel"),
        (date(2026, 4, 20), "9", "pigeon", None, "channel"),
        (date(2026, 4, 20), " ", "email", None, "proof"),
        (date(2026, 4, 20), "", "email", Proof("empty.pdf", b""), "proof"),
        (date(2026, 4, 20), "", "email", Proof("large.pdf", bytes(25_000_001)), "proof"),
    ],
)
def test_day_channel_and_proof_are_all_asked_for(
    desk: Desk, on: date, proof: str, channel: str, file: Proof | None, field: str
) -> None:
    with pytest.raises(InputError) as caught:
        desk.deadlines.mark_done(KEY, on, proof, channel, file)
    assert caught.value.field == field
    assert lines(desk, KEY) == []
    assert desk.deadlines.duty(KEY).record is None


def test_what_was_reopened_and_taken_back_stays_in_the_history(desk: Desk) -> None:
    desk.deadlines.mark_done(KEY, date(2026, 4, 20), "12/2026", "email")
    desk.deadlines.reopen(KEY, "The wrong year.")
    desk.deadlines.mark_not_applicable(KEY, "Sent by the capital.")
    assert desk.history.undo() is not None
    assert desk.deadlines.duty(KEY).status is DutyStatus.OVERDUE
    assert lines(desk, KEY) == [
        ("done", "", "2026-04-20"),
        ("reopened", "2026-04-20", ""),
        ("not_applicable", "", "not applicable"),
        ("reopened", "not applicable", ""),
    ]
    whys = [line.why for line in desk.deadlines.history(KEY)]
    assert whys[1:3] == ["The wrong year.", "Sent by the capital."]
    assert whys[3].endswith("as not applicable” was taken back.")
    assert whys[3].startswith("“Mark ‘Annual")


def test_a_mark_taken_back_and_repeated_is_told_as_what_is_left_of_it(desk: Desk) -> None:
    desk.deadlines.mark_done(KEY, date(2026, 4, 20), "12/2026", "email")
    desk.deadlines.mark_not_applicable(KEY, "Sent by the capital.")
    desk.deadlines.reopen(KEY)
    for _ in range(3):
        desk.history.undo()
    desk.history.redo()
    assert lines(desk, KEY)[3:] == [
        ("not_applicable", "", "not applicable"),
        ("done", "not applicable", "2026-04-20"),
        ("reopened", "2026-04-20", ""),
        ("done", "", "2026-04-20"),
    ]


def test_a_slip_that_hands_a_duty_up_is_told_and_changes_nothing_else(desk: Desk) -> None:
    before = desk.deadlines.duty(NEXT)
    desk.deadlines.hand_up(NEXT, " Amb. A. Adeyemi ", "Please sign today")
    desk.deadlines.hand_up(NEXT, "")
    first, second = desk.deadlines.history(NEXT)
    assert (first.what, first.became, first.why) == (
        "handed_up",
        "Amb. A. Adeyemi",
        "Please sign today",
    )
    assert second.became == "no name yet"
    assert desk.deadlines.duty(NEXT) == before
    assert desk.history.undo() == "Hand up “Annual transparency report for 2026”"
    last = desk.deadlines.history(NEXT)[-1]
    assert (last.was, last.became) == ("no name yet", "")
    with pytest.raises(InputError):
        desk.deadlines.hand_up("NGA:art7_annual:1999", "Amb. A. Adeyemi")


@pytest.mark.parametrize(
    ("name", "state"),
    [
        ("deposited", State("NGA", "Nigeria", Status.PARTY, deposited=date(9999, 8, 1))),
        ("deposited", State("NGA", "Nigeria", Status.PARTY, deposited=date(223, 2, 28))),
        ("entry_into_force", State("XOW", "Ours", Status.PARTY, entry_into_force=date(9995, 1, 1))),
        ("signed", State("XOW", "Ours", Status.SIGNATORY, signed=date(2008, 12, 2))),
    ],
)
def test_a_state_is_not_kept_with_a_day_that_cannot_be(desk: Desk, name: str, state: State) -> None:
    with pytest.raises(InputError, match="check the year") as caught:
        desk.states.add_own(state)
    assert caught.value.field == name
    assert desk.deadlines.duty(KEY).duty.due == date(2026, 4, 30)


def test_a_report_on_a_year_that_had_not_begun_cannot_have_been_sent(desk: Desk) -> None:
    later = "NGA:art7_annual:2031"
    with pytest.raises(InputError, match="had not begun") as caught:
        desk.deadlines.mark_done(later, date(2026, 11, 1), "9/2026", "email")
    assert caught.value.field == "on"
    assert desk.deadlines.mark_done(NEXT, date(2026, 1, 1), "1/2026", "email").record is not None


def test_an_owner_and_an_hour_are_planned_and_told(desk: Desk, folder: Path) -> None:
    planned = desk.deadlines.save_plan(
        DutyPlan(NEXT, "Ms Okoro", time(12), "America/New_York"), "As the note asks.", "ODA/5"
    )
    assert (planned.owner, planned.duty.closes) == ("Ms Okoro", time(12))
    assert planned.duty.due == date(2027, 4, 30)
    assert any("until 12:00 in New York" in step.text for step in planned.duty.working)
    assert lines(desk, NEXT) == [
        ("owner", "", "Ms Okoro"),
        ("closes", "", "12:00 America/New_York"),
    ]
    assert {line.paper for line in desk.deadlines.history(NEXT)} == {"ODA/5"}
    quick, _ = open_deadlines(folder, FixedClock.on(TODAY))
    assert quick.duty(NEXT) == planned
    cleared = desk.deadlines.save_plan(DutyPlan(NEXT))
    assert cleared.duty.closes is None
    assert desk.deadlines.plan(NEXT) == DutyPlan(NEXT)
    assert desk.history.undo() is not None
    assert desk.deadlines.duty(NEXT) == planned


def test_an_early_hour_moves_the_internal_date_and_says_so(desk: Desk) -> None:
    desk.deadlines.save_plan(DutyPlan(NEXT, closes=time(6), zone="Asia/Tokyo"), "why")
    assert ("internal_due", "2027-04-30", "2027-04-29") in lines(desk, NEXT)
    assert not any(what == "due" for what, _, _ in lines(desk, NEXT))


def test_an_early_hour_of_a_report_far_ahead_is_told_too(desk: Desk) -> None:
    far = "NGA:art7_annual:2035"
    desk.deadlines.save_plan(DutyPlan(far, closes=time(0)), "As the note asks.")
    assert lines(desk, far) == [
        ("closes", "", "00:00"),
        ("internal_due", "2036-04-30", "2036-04-29"),
    ]


@pytest.mark.parametrize("field", ["proof", "reason", "owner"])
def test_a_whole_page_of_words_is_refused(desk: Desk, field: str) -> None:
    words = "as was said on that day " * 200
    acts: dict[str, Callable[[], object]] = {
        "proof": lambda: desk.deadlines.mark_done(KEY, date(2026, 4, 20), words, "email"),
        "reason": lambda: desk.deadlines.mark_not_applicable(KEY, words),
        "owner": lambda: desk.deadlines.save_plan(DutyPlan(KEY, words)),
    }
    with pytest.raises(InputError, match="at most") as caught:
        acts[field]()
    assert caught.value.field == field
    assert lines(desk, KEY) == []


def test_a_plan_is_checked(desk: Desk) -> None:
    with pytest.raises(InputError) as caught:
        desk.deadlines.save_plan(DutyPlan(NEXT, zone="Geneva"))
    assert caught.value.field == "zone"
    with pytest.raises(InputError, match="no duty"):
        desk.deadlines.save_plan(DutyPlan("NGA:art7_annual:2001", "Ms Okoro"))
    with pytest.raises(RefusedError):
        desk.deadlines.save_plan(DutyPlan("DEU:art7_annual:2026", "Ms Okoro"))
    with pytest.raises(InputError, match="no duty"):
        desk.deadlines.history("NGA:art7_annual:2001")


@pytest.mark.parametrize(
    ("key", "why"),
    [
        ("LTU:art7_annual:2024", "withdrew with effect from 6 March 2025"),
        ("AGO:art7_annual:2024", "Angola is not a Party"),
        ("NGA:art7_annual:2001", "choose one from the list"),
    ],
)
def test_where_there_is_no_duty_the_reason_is_said(desk: Desk, key: str, why: str) -> None:
    with pytest.raises(InputError, match=why):
        desk.deadlines.duty(key)
    assert desk.deadlines.duty("LTU:art7_annual:2023").duty.due == date(2024, 4, 30)


def test_a_set_first_year_moves_reports_and_says_why(desk: Desk) -> None:
    desk.deadlines.set_first_annual_year(2026, "The support unit agreed.", "E-mail of 3 May")
    entry = desk.deadlines.history("NGA:art7_annual:2024")[0]
    assert (entry.what, entry.was, entry.became) == ("due", "2025-04-30", "")
    assert (entry.why, entry.paper) == ("The support unit agreed.", "E-mail of 3 May")
    profile = desk.profile.required()
    desk.profile.save(replace(profile, first_annual_year=None))
    assert lines(desk, "NGA:art7_annual:2024") == [
        ("due", "2025-04-30", ""),
        ("internal_due", "2025-04-30", ""),
        ("due", "", "2025-04-30"),
        ("internal_due", "", "2025-04-30"),
    ]


def test_a_corrected_state_moves_its_dates_with_the_paper(desk: Desk) -> None:
    known = desk.states.get("NGA")
    desk.states.add_own(
        replace(known, deposited=date(2023, 3, 1), entry_into_force=None, sources=("C.N.55.2023",))
    )
    entry = desk.deadlines.history("NGA:art7_initial:initial")[0]
    assert (entry.was, entry.became) == ("2024-01-28", "2024-02-28")
    assert entry.paper == "C.N.55.2023"


def at_instant(folder: Path, clock: Clock, key: str) -> TrackedDuty:
    service, _ = open_deadlines(folder, clock)
    return next(each for each in service.duties() if each.duty.key == key)


def test_in_new_york_a_duty_of_today_is_overdue_once_the_day_is_over_in_geneva(
    folder: Path,
) -> None:
    in_time = datetime(2026, 4, 30, 21, 59, tzinfo=UTC)
    late = datetime(2026, 4, 30, 22, 0, tzinfo=UTC)
    for instant, status, left in (
        (in_time, DutyStatus.OPEN, 0),
        (late, DutyStatus.OVERDUE, -1),
    ):
        clock = AwayClock(instant, "America/New_York")
        assert clock.today() == date(2026, 4, 30)
        tracked = at_instant(folder, clock, KEY)
        assert (tracked.status, tracked.days_left) == (status, left)


@pytest.mark.parametrize(
    ("zone", "hour", "owed"),
    [("Asia/Tokyo", 21, 3), ("Asia/Tokyo", 23, 4), ("America/New_York", 23, 4)],
)
def test_the_ledger_counts_as_owed_what_is_past_in_geneva(
    folder: Path, zone: str, hour: int, owed: int
) -> None:
    clock = AwayClock(datetime(2027, 4, 30, hour, 30, tzinfo=UTC), zone)
    away = open_desk(folder, clock)
    found = away.deadlines.ledger()
    away.close()
    assert len(found.owed) == len(found.gaps) == owed
    assert found.as_of == date(2027, 4, 30) + timedelta(days=owed - 3)


def test_far_in_the_east_tomorrow_may_be_recorded_as_done(folder: Path) -> None:
    clock = AwayClock(datetime(2026, 4, 30, 12, 0, tzinfo=UTC), "Pacific/Kiritimati")
    assert clock.today() == date(2026, 5, 1)
    desk = open_desk(folder, clock)
    try:
        assert desk.deadlines.duty(KEY).status is DutyStatus.OPEN
        done = desk.deadlines.mark_done(KEY, clock.today(), "12/2026", "hand")
        assert done.status is DutyStatus.DONE
    finally:
        desk.close()


def test_a_state_for_which_the_convention_enters_into_force_today_has_its_duties(
    folder: Path,
) -> None:
    day = date(2027, 3, 1)
    desk = open_desk(folder, FixedClock.on(day))
    try:
        desk.states.add_own(
            State(
                "AVA", "Avataria", Status.PARTY, deposited=date(2026, 9, 30), entry_into_force=day
            )
        )
        found = {each.duty.key: each for each in desk.deadlines.duties("AVA")}
    finally:
        desk.close()
    assert found["AVA:art7_initial:initial"].duty.due == date(2027, 8, 28)
    assert found["AVA:art4_clearance:initial"].duty.due == date(2037, 3, 1)
    assert {each.status for each in found.values()} == {DutyStatus.OPEN}


def test_a_leap_day_can_be_looked_from_and_recorded(desk: Desk) -> None:
    found = desk.deadlines.duty(NEXT, as_of=date(2028, 2, 29))
    assert (found.status, found.days_left) == (DutyStatus.OVERDUE, -305)
    key = "NGA:art7_initial:initial"
    assert desk.deadlines.mark_done(key, date(2024, 2, 29), "3/2024", "post").record is not None


def test_the_chain_of_events_keeps_what_proved_it(desk: Desk, folder: Path) -> None:
    done = desk.deadlines.mark_done(KEY, date(2026, 4, 20), "12/2026", "email", RECEIPT)
    assert done.record is not None
    with closing(sqlite3.connect(folder / "ccmdesk.sqlite3")) as connection:
        subject, detail = connection.execute(
            "SELECT subject, detail FROM events ORDER BY seq DESC LIMIT 1"
        ).fetchone()
    assert subject == f"duty/{KEY}"
    assert json.loads(detail) == {
        "done_on": "2026-04-20",
        "channel": "email",
        "proof": "12/2026",
        "proof_sha256": done.record.proof_sha256,
    }
    assert desk.safety.check(full=True).ok


def test_saying_the_same_twice_is_one_line_and_one_step(desk: Desk) -> None:
    desk.deadlines.mark_done(KEY, date(2026, 4, 20), "12/2026", "email", RECEIPT)
    desk.deadlines.mark_done(KEY, date(2026, 4, 20), "12/2026", "email", RECEIPT)
    assert lines(desk, KEY) == [("done", "", "2026-04-20")]
    desk.history.undo()
    assert desk.deadlines.duty(KEY).record is None
