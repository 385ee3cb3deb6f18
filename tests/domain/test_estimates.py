"""Tests of the days that are expected before a note arrives."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.estimates import FARTHEST, PastDistance, delegation_estimate, distances
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from tests.domain.build import msp

COMING = msp(14, date(2027, 9, 13))


def past(day: date, days: int) -> PastDistance:
    return PastDistance(f"{day:%Y%m%d}", day, day - timedelta(days=days))


opened = st.dates(date(2010, 1, 1), date(2026, 12, 31))
known = st.lists(st.builds(past, opened, st.integers(1, FARTHEST)), min_size=1, max_size=8)


@given(known)
def test_the_estimate_is_in_time_by_every_earlier_meeting(recorded: list[PastDistance]) -> None:
    estimate = delegation_estimate(COMING, distances(recorded, ()))
    assert estimate is not None
    assert COMING.start is not None
    assert all(COMING.start - estimate.day >= each.opened - each.due for each in estimate.rests_on)
    assert estimate.days in {each.days for each in recorded}


@given(known, st.builds(past, opened, st.integers(1, FARTHEST)))
def test_one_more_meeting_never_makes_it_later(
    recorded: list[PastDistance], more: PastDistance
) -> None:
    few = delegation_estimate(COMING, distances(recorded, ()))
    many = delegation_estimate(COMING, distances([more, *recorded], ()))
    assert few is not None
    assert many is not None
    assert many.day <= few.day


def test_distances_that_cannot_be_are_left_out() -> None:
    day = date(2024, 9, 10)
    assert distances([past(day, days) for days in (-3, 0, FARTHEST + 1)], ()) == []


def test_what_the_officer_recorded_of_a_meeting_comes_before_what_ships() -> None:
    shipped = PastDistance("11MSP", date(2023, 9, 11), date(2023, 8, 31), "shipped")
    own = Meeting(
        "11MSP",
        "Eleventh Meeting",
        MeetingKind.STATES_PARTIES,
        11,
        date(2023, 9, 11),
        convening=ConveningNote("ODA/2", delegation_due=date(2023, 8, 25)),
    )
    (found,) = distances([shipped], [own])
    assert (found.days, found.source) == (17, "ODA/2")
    other = Meeting("IM", "Intersessional", start=own.start, convening=own.convening)
    assert distances([], [other]) == []
