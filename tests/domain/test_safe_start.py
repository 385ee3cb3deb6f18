"""Tests of the latest safe start and of what stands in its way."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.profile import StandIn
from ccmdesk.domain.safe_start import (
    Absence,
    Leg,
    LegKind,
    SafeStart,
    StartMove,
    safe_start,
    start_moves,
)
from ccmdesk.domain.working_days import HolidayCalendar

DUE = date(2027, 4, 30)  # a Friday
DUTY = Duty("XAV", DutyKind.ART7_ANNUAL, "7(2)", "2026", "Report", DUE, DUE)
CAPITAL = HolidayCalendar(
    place="the capital", entries=[HolidayEntry(Place.CAPITAL, date(2027, 4, 14), "Unity Day")]
)
CALENDARS = {
    Place.CAPITAL: CAPITAL,
    Place.CANTON: HolidayCalendar(place="the Canton of Geneva"),
    Place.UN_OFFICE: HolidayCalendar(),
}
ASK = Leg(LegKind.CAPITAL, 10, Place.CAPITAL)
SIGN = Leg(LegKind.APPROVAL, 2, Place.CANTON)
SEND = Leg(LegKind.COURIER, 1, Place.UN_OFFICE)
AMBASSADOR = "H.E. Ms. Amina Okoro"


def planned(
    *legs: Leg,
    absences: Sequence[Absence] = (),
    meetings: Sequence[Meeting] = (),
    approvers: Sequence[StandIn] = (),
    duty: Duty = DUTY,
) -> SafeStart:
    return safe_start(duty, legs, CALENDARS, absences, meetings, approvers)


def said(start: SafeStart) -> list[str]:
    return [clash.what for leg in start.legs for clash in leg.clashes]


def test_each_step_ends_before_the_next_begins() -> None:
    found = planned(ASK, SIGN, SEND)
    days = [(leg.first, leg.last) for leg in found.legs]
    assert days == [
        (date(2027, 4, 13), date(2027, 4, 27)),  # Unity Day is none of the ten
        (date(2027, 4, 28), date(2027, 4, 29)),
        (DUE, DUE),
    ]
    assert found.start_by == date(2027, 4, 13)
    assert said(found) == ["Unity Day (the capital)"]


def test_steps_of_no_days_are_left_out() -> None:
    assert planned(replace(ASK, working_days=0)).start_by == DUE
    assert planned().legs == ()


def test_nobody_can_sign_while_the_ambassador_is_away() -> None:
    away = Absence(AMBASSADOR, date(2027, 4, 26), date(2027, 5, 7), "leave")
    found = planned(SIGN, SEND, absences=[away])
    assert (found.legs[0].first, found.legs[0].last) == (date(2027, 4, 22), date(2027, 4, 23))
    assert said(found) == [f"{AMBASSADOR} is away (leave), and nobody else may sign"]


def test_an_absence_matters_to_who_signs_only() -> None:
    away = Absence(AMBASSADOR, date(2027, 4, 1), date(2027, 5, 7))
    assert planned(ASK, SEND, absences=[away]) == planned(ASK, SEND)


@pytest.mark.parametrize(
    ("stand_in", "helps"),
    [
        (StandIn("Chidi Eze", on_behalf_of=AMBASSADOR), True),
        (StandIn("Chidi Eze", start=date(2027, 4, 20), end=date(2027, 5, 1)), True),
        (StandIn("Chidi Eze", end=date(2027, 4, 20)), False),
        (StandIn("Amina Okoro"), False),  # the same person without her title
    ],
)
def test_a_stand_in_ends_the_clash_only_where_he_may_sign(stand_in: StandIn, helps: bool) -> None:
    away = Absence(AMBASSADOR, date(2027, 4, 26), date(2027, 5, 7))
    found = planned(SIGN, SEND, absences=[away], approvers=[StandIn(AMBASSADOR), stand_in])
    assert (said(found) == []) is helps
    assert (found.start_by == date(2027, 4, 28)) is helps


def test_who_does_not_sign_is_not_named_as_a_clash() -> None:
    days = (date(2027, 4, 26), date(2027, 5, 7))
    away = [Absence(AMBASSADOR, *days), Absence("The driver", *days)]
    found = planned(SIGN, SEND, absences=away, approvers=[StandIn(AMBASSADOR)])
    assert said(found) == [f"{AMBASSADOR} is away, and nobody else may sign"]


def test_a_stand_in_for_some_of_the_days_signs_on_these() -> None:
    away = Absence(AMBASSADOR, date(2027, 4, 1), date(2027, 5, 7))
    stand_in = StandIn("Chidi Eze", start=date(2027, 4, 5), end=date(2027, 4, 8))
    found = planned(SIGN, SEND, absences=[away], approvers=[StandIn(AMBASSADOR), stand_in])
    assert found.start_by == date(2027, 4, 7)
    assert len(said(found)) == 1


def test_another_meeting_in_a_step_is_named_and_the_duties_own_is_not() -> None:
    meeting = Meeting("IM", "Intersessional meeting", start=date(2027, 4, 26), end=DUE)
    assert said(planned(SIGN, SEND, meetings=[meeting])) == [
        "Intersessional meeting (IM) sits",
        "Intersessional meeting (IM) sits",
    ]
    of_it = Duty("XAV", DutyKind.MEETING_MILESTONE, "11", "IM/4", "Register", DUE, DUE)
    assert said(planned(SIGN, SEND, meetings=[meeting], duty=of_it)) == []


def test_no_day_left_is_said_and_not_searched_for_ever() -> None:
    closed = [
        HolidayEntry(Place.CANTON, date(2020, 1, 1) + timedelta(days=day), "Closed", yearly=True)
        for day in range(366)
    ]
    calendars = CALENDARS | {Place.CANTON: HolidayCalendar(entries=closed)}
    with pytest.raises(InputError, match="No 2 working days are left") as caught:
        safe_start(replace(DUTY, internal_due=date(2060, 1, 4)), [SIGN], calendars)
    assert caught.value.field == "approval"
    with pytest.raises(InputError):
        planned(ASK, duty=replace(DUTY, internal_due=date(1, 1, 3)))


@settings(max_examples=60)
@given(
    st.dates(date(2011, 1, 1), date(2090, 12, 31)),
    st.lists(st.integers(0, 30), min_size=1, max_size=4),
)
def test_a_longer_way_never_starts_later(due: date, lengths: list[int]) -> None:
    kinds = list(LegKind)
    legs = [Leg(kinds[n], days, list(Place)[n % 3]) for n, days in enumerate(lengths)]
    longer = [replace(leg, working_days=leg.working_days + 1) for leg in legs]
    duty = replace(DUTY, internal_due=due)
    short, long = (safe_start(duty, each, CALENDARS) for each in (legs, longer))
    assert long.start_by <= short.start_by <= due
    for found in (short, long):
        for leg in found.legs:
            calendar = CALENDARS[leg.leg.place]
            inside = [leg.first + timedelta(days=n) for n in range((leg.last - leg.first).days + 1)]
            assert sum(map(calendar.is_working_day, inside)) == leg.leg.working_days
        assert CALENDARS[Place.CANTON].is_working_day(found.start_by)
        for one, other in zip(found.legs, found.legs[1:], strict=False):
            assert one.last < other.first


def test_which_starts_moved() -> None:
    before = [SafeStart("a", date(2027, 4, 1), ()), SafeStart("b", date(2027, 4, 2), ())]
    after = [SafeStart("a", date(2027, 3, 31), ()), SafeStart("b", date(2027, 4, 2), ())]
    assert start_moves(before, after) == [StartMove("a", date(2027, 4, 1), date(2027, 3, 31))]


@pytest.mark.parametrize(
    ("absence", "field"),
    [
        (Absence(" ", DUE, DUE), "name"),
        (Absence("A", DUE, DUE - timedelta(days=1)), "last"),
        (Absence("A", date(1999, 12, 31), DUE), "first"),
        (Absence("A", DUE, DUE + timedelta(days=800)), "last"),
    ],
)
def test_an_absence_that_cannot_be(absence: Absence, field: str) -> None:
    with pytest.raises(InputError) as caught:
        absence.checked()
    assert caught.value.field == field


@pytest.mark.parametrize("days", [-1, 251])
def test_a_step_that_cannot_be(days: int) -> None:
    with pytest.raises(InputError):
        replace(ASK, working_days=days).checked()
