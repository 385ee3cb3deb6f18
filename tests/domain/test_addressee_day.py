"""A day ends by the clock at the addressee, wherever this machine stands."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.addressee_day import (
    closing,
    day_and_past,
    day_at,
    known_zone,
    last_geneva_day,
    until_words,
)
from ccmdesk.domain.duty import Duty, DutyKind, DutyPlan, DutyRecord, DutyStatus
from ccmdesk.domain.duty_plan import checked_plan, planned
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.tracking import track
from ccmdesk.domain.working import END_OF_DAY
from ccmdesk.services import reference

DUE = date(2027, 4, 30)
DUTY = Duty("NGA", DutyKind.ART7_ANNUAL, "7(2)", "2026", "Annual report", DUE, DUE)
GENEVA, NEW_YORK, TOKYO = (
    ZoneInfo(name) for name in ("Europe/Zurich", "America/New_York", "Asia/Tokyo")
)
ZONES = st.sampled_from(
    ["Europe/Zurich", "America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "Pacific/Niue"]
)
HOURS = st.none() | st.builds(time, st.integers(0, 23), st.integers(0, 59))


def at(day: date, hour: int, minute: int, zone: ZoneInfo) -> datetime:
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=zone).astimezone(UTC)


def is_past(duty: Duty, instant: datetime) -> bool:
    return day_and_past(duty, instant)[1]


def test_the_day_in_geneva_ends_while_it_goes_on_in_new_york() -> None:
    last_minute = at(DUE, 23, 59, GENEVA)
    assert last_minute.astimezone(NEW_YORK).hour == 17
    assert not is_past(DUTY, last_minute)
    assert is_past(DUTY, last_minute + timedelta(minutes=1))
    assert day_at(at(DUE, 18, 30, NEW_YORK)) == date(2027, 5, 1)


def test_a_machine_in_new_york_calls_it_overdue_once_it_is_past_in_geneva() -> None:
    there = at(DUE, 18, 30, NEW_YORK)
    since = date(2020, 1, 1)
    tracked = track(DUTY, None, as_of=DUE, recorded_since=since, now=there)
    assert (tracked.status, tracked.days_left) == (DutyStatus.OVERDUE, -1)
    before = track(DUTY, None, as_of=DUE, recorded_since=since, now=at(DUE, 17, 59, NEW_YORK))
    assert (before.status, before.days_left) == (DutyStatus.OPEN, 0)


def test_a_machine_in_tokyo_still_has_the_evening_of_geneva() -> None:
    morning = at(date(2027, 5, 1), 5, 0, TOKYO)
    tracked = track(
        DUTY, None, as_of=date(2027, 5, 1), recorded_since=date(2020, 1, 1), now=morning
    )
    assert (tracked.status, tracked.days_left) == (DutyStatus.OPEN, 0)
    done = DutyRecord(DUTY.key, done_on=date(2027, 5, 1), proof="12/2027", channel="email")
    tracked = track(
        DUTY, done, as_of=date(2027, 5, 1), recorded_since=date(2020, 1, 1), now=morning
    )
    assert tracked.status is DutyStatus.DONE


def test_an_early_hour_counts_too() -> None:
    early = replace(DUTY, closes=time(12, 0))
    assert not is_past(early, at(DUE, 12, 0, GENEVA))
    assert is_past(early, at(DUE, 12, 1, GENEVA))
    assert until_words(early) == "until 12:00 in Geneva"
    assert until_words(DUTY) == "until the end of the day in Geneva"
    assert until_words(replace(DUTY, zone="America/New_York")).endswith("in New York")


def test_the_two_passes_of_an_hour_that_comes_twice_are_two_instants() -> None:
    duty = replace(DUTY, due=date(2027, 10, 30), closes=time(21), zone="America/New_York")
    first = datetime(2027, 10, 31, 2, 30, tzinfo=GENEVA)
    assert not is_past(duty, first)
    assert is_past(duty, first.replace(fold=1))


@given(st.dates(date(2008, 12, 3), date(2090, 12, 31)), HOURS, ZONES, st.integers(-3000, 3000))
def test_past_is_what_comes_after_the_closing(
    due: date, closes: time | None, zone: str, minutes: int
) -> None:
    duty = replace(DUTY, due=due, closes=closes, zone=zone)
    last = closing(duty)
    assert last.date() == due
    instant = last.astimezone(UTC) + timedelta(minutes=minutes)
    # Once a year an hour comes twice; there the wall clock decides.
    wall = instant.astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    assert is_past(duty, instant) == (wall > last.replace(tzinfo=None))


@given(st.dates(date(2008, 12, 3), date(2090, 12, 31)), HOURS, ZONES)
def test_an_office_in_geneva_that_acts_in_the_morning_of_its_last_day_is_in_time(
    due: date, closes: time | None, zone: str
) -> None:
    duty = replace(DUTY, due=due, closes=closes, zone=zone)
    last = last_geneva_day(duty)
    assert last <= due
    if (closes, zone) != (None, "Europe/Zurich"):
        assert not is_past(duty, at(last, 9, 0, GENEVA)) or closing(duty).astimezone(
            GENEVA
        ).time() < time(9, 1)


def test_an_hour_before_the_office_opens_moves_the_internal_date_and_never_the_legal_one() -> None:
    calendar = reference.calendar()
    duty = replace(DUTY, working=(END_OF_DAY,))
    moved = planned(duty, DutyPlan(DUTY.key, closes=time(6), zone="Asia/Tokyo"), calendar)
    assert moved.due == DUE
    assert moved.internal_due == date(2027, 4, 29)
    same = planned(duty, DutyPlan(DUTY.key, owner="Ms Okoro"), calendar)
    assert same == duty


def test_a_zone_that_does_not_exist_is_refused_and_one_lost_later_counts_as_geneva() -> None:
    with pytest.raises(InputError, match="No time zone is called “Mars/Phobos”") as caught:
        checked_plan(DutyPlan(DUTY.key, zone="Mars/Phobos"))
    assert caught.value.field == "zone"
    assert not known_zone("../../etc/passwd")
    lost = replace(DUTY, zone="Mars/Phobos")
    assert closing(lost) == closing(DUTY)
    plan = checked_plan(DutyPlan(DUTY.key, " Ms  Okoro ", time(18, 0, 30), "Europe/Zurich"))
    assert plan == DutyPlan(DUTY.key, "Ms Okoro", time(18), "Europe/Zurich")
