"""Tests of the officer's own lines in a holiday list."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place, Standing, checked_weekend
from ccmdesk.domain.working_days import HolidayCalendar, HolidayKind, HolidayRule

RULES = [
    HolidayRule("New Year's Day", HolidayKind.FIXED, month=1, day=1),
    HolidayRule("Whit Monday", HolidayKind.EASTER, offset=50, certain_to=2024),
]
WHIT_MONDAY = date(2027, 5, 17)


def entry(day: date, *, off: bool = True, yearly: bool = False, number: int = 1) -> HolidayEntry:
    return HolidayEntry(Place.UN_OFFICE, day, "Own day", off, yearly, id=number)


def calendar(*entries: HolidayEntry) -> HolidayCalendar:
    return HolidayCalendar(RULES, entries=entries)


def test_an_own_day_closes_the_office() -> None:
    day = date(2027, 4, 30)
    assert calendar().is_working_day(day)
    assert calendar(entry(day)).holiday(day) == "Own day"
    assert calendar(entry(day)).working_day_on_or_before(day) == date(2027, 4, 29)
    assert calendar(entry(day)).is_working_day(date(2028, 4, 28))


def test_a_cancelled_holiday_is_a_working_day_and_stays_in_the_list() -> None:
    found = calendar(entry(WHIT_MONDAY, off=False))
    assert found.is_working_day(WHIT_MONDAY)
    assert [(line.standing, line.entry_id) for line in found.lines(2027)][1] == (
        Standing.CANCELLED,
        1,
    )
    assert not found.is_working_day(date(2028, 6, 5))


def test_a_yearly_day_begins_with_its_year() -> None:
    found = calendar(entry(date(2027, 10, 1), yearly=True))
    assert found.holiday(date(2026, 10, 1)) == ""
    assert found.holiday(date(2027, 10, 1)) == found.holiday(date(2031, 10, 1)) == "Own day"


def test_one_year_can_be_taken_out_of_a_yearly_day() -> None:
    found = calendar(
        entry(date(2028, 10, 2), off=False, number=2), entry(date(2027, 10, 2), yearly=True)
    )
    assert found.holiday(date(2028, 10, 2)) == ""
    assert found.holiday(date(2029, 10, 2)) == "Own day"
    assert found.lines(2028)[-1].standing is Standing.CANCELLED


def test_a_leap_day_comes_back_to_its_own_day() -> None:
    found = calendar(entry(date(2028, 2, 29), yearly=True))
    days = [line.day for year in range(2028, 2033) for line in found.lines(year)]
    assert [day for day in days if day.month == 2] == [
        date(2028, 2, 29),
        date(2029, 2, 28),
        date(2030, 2, 28),
        date(2031, 2, 28),
        date(2032, 2, 29),
    ]
    opened = entry(date(2028, 2, 29), off=False, yearly=True)
    assert opened.in_year(2029) is None


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(2000, 2110), st.booleans())
def test_an_entry_stays_in_the_year_it_is_asked_for(day: date, year: int, off: bool) -> None:
    found = entry(day, off=off, yearly=True).in_year(year)
    assert found is None or found.year == year
    assert (found is None) == (year < day.year or (not off and _no_leap_day(day, year)))


def _no_leap_day(day: date, year: int) -> bool:
    return (day.month, day.day) == (2, 29) and (year % 4 != 0 or year == 2100)


@given(
    st.lists(st.dates(date(2027, 1, 1), date(2028, 12, 31)), max_size=12),
    st.booleans(),
    st.dates(date(2027, 1, 1), date(2028, 12, 31)),
)
def test_a_day_off_never_makes_an_internal_date_later(
    closed: list[date], yearly: bool, day: date
) -> None:
    shipped = calendar()
    own = calendar(*(entry(each, yearly=yearly) for each in closed))
    before = own.working_day_on_or_before(day)
    assert before <= shipped.working_day_on_or_before(day)
    assert own.is_working_day(before)
    listed = [line.day for line in own.lines(2028)]
    assert listed == sorted(set(listed))
    assert all(own.holiday(each) for each in listed)


def test_another_weekend() -> None:
    friday, saturday, sunday = date(2027, 4, 9), date(2027, 4, 10), date(2027, 4, 11)
    found = HolidayCalendar(RULES, weekend=checked_weekend([4, 5]))
    assert [found.is_working_day(day) for day in (friday, saturday, sunday)] == [False, False, True]
    for wrong in ([], [0, 1, 2, 3], [7], [-1]):
        with pytest.raises(InputError):
            checked_weekend(wrong)


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (HolidayEntry(Place.CANTON, date(2027, 1, 2), "  "), "name"),
        (HolidayEntry(Place.CANTON, date(2027, 1, 2), "x" * 121), "name"),
        (HolidayEntry(Place.CANTON, date(1999, 12, 31), "Old"), "day"),
        (HolidayEntry(Place.CANTON, date(2101, 1, 1), "Far"), "day"),
    ],
)
def test_an_entry_that_cannot_be(wrong: HolidayEntry, field: str) -> None:
    with pytest.raises(InputError) as caught:
        wrong.checked()
    assert caught.value.field == field
