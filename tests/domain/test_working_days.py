"""Tests of working days and holidays."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.working_days import DatedHoliday, HolidayCalendar, HolidayKind, HolidayRule

GENEVA = HolidayCalendar(
    [
        HolidayRule("New Year's Day", HolidayKind.FIXED, month=1, day=1),
        HolidayRule("Good Friday", HolidayKind.EASTER, offset=-2),
        HolidayRule("Easter Monday", HolidayKind.EASTER, offset=1),
        HolidayRule("Whit Monday", HolidayKind.EASTER, offset=50, certain_to=2024),
        HolidayRule("Jeûne genevois", HolidayKind.GENEVAN_FAST, last_year=2024),
        HolidayRule("26 December", HolidayKind.FIXED, month=12, day=26, first_year=2025),
    ],
    [
        DatedHoliday("Eid al-Adha", date(2024, 6, 17)),
        DatedHoliday("Eid al-Adha", date(2026, 5, 27), expected=True),
    ],
)


@pytest.mark.parametrize(
    ("day", "before"),
    [
        (date(2023, 4, 30), date(2023, 4, 28)),  # Sunday
        (date(2026, 4, 6), date(2026, 4, 2)),  # Easter Monday, over Good Friday
        (date(2024, 9, 5), date(2024, 9, 4)),  # Jeûne genevois
        (date(2024, 6, 17), date(2024, 6, 14)),  # Eid al-Adha, a Monday
        (date(2027, 4, 30), date(2027, 4, 30)),
        (date(2025, 12, 26), date(2025, 12, 25)),
        (date(2024, 12, 26), date(2024, 12, 26)),  # not yet a holiday then
    ],
)
def test_the_working_day_on_or_before(day: date, before: date) -> None:
    assert GENEVA.working_day_on_or_before(day) == before


def test_a_holiday_after_its_last_sure_year_is_kept_with_its_doubt() -> None:
    assert GENEVA.holiday(date(2024, 5, 20)) == "Whit Monday"
    assert GENEVA.holiday(date(2026, 5, 25)) == "Whit Monday, not confirmed for 2026"


def test_a_holiday_lives_in_its_years_only() -> None:
    assert GENEVA.holiday(date(2025, 9, 11)) == ""
    assert GENEVA.holiday(date(2024, 12, 26)) == ""
    assert GENEVA.holiday(date(2025, 12, 26)) == "26 December"


def test_an_expected_day_takes_its_neighbours_along() -> None:
    names = [GENEVA.holiday(date(2026, 5, day)) for day in range(25, 31)]
    assert names[1:4] == [
        "Eid al-Adha, expected about this day",
        "Eid al-Adha, expected",
        "Eid al-Adha, expected about this day",
    ]
    assert names[4:] == ["", ""]


@pytest.mark.parametrize(
    "day", [date(2021, 12, 31), date(2022, 1, 3), date(2023, 1, 2), date(2010, 12, 31)]
)
def test_a_holiday_on_a_weekend_keeps_the_days_that_may_be_given_for_it(day: date) -> None:
    assert GENEVA.holiday(day) == "day off for New Year's Day"
    assert not GENEVA.is_working_day(day)


def test_a_day_is_described_with_its_holiday() -> None:
    assert GENEVA.described(date(2023, 4, 30)) == "a Sunday"
    assert GENEVA.described(date(2026, 4, 3)) == "a Friday and no working day (Good Friday)"
    assert GENEVA.described(date(2027, 4, 30)) == "a Friday"


def test_a_year_has_these_holidays_and_no_others() -> None:
    first = date(2024, 1, 1)
    year = [first + timedelta(days=number) for number in range(366)]
    assert [(day.month, day.day) for day in year if GENEVA.holiday(day)] == [
        (1, 1),
        (3, 29),
        (4, 1),
        (5, 20),
        (6, 17),
        (9, 5),
    ]


def test_a_calendar_without_rules_knows_weekends() -> None:
    empty = HolidayCalendar()
    assert empty.working_day_on_or_before(date(2026, 11, 22)) == date(2026, 11, 20)
    assert empty.is_working_day(date(2026, 12, 25))


@given(st.dates(date(2010, 1, 1), date(2060, 12, 31)))
def test_the_working_day_is_a_working_day_within_the_week_before(day: date) -> None:
    found = GENEVA.working_day_on_or_before(day)
    assert GENEVA.is_working_day(found)
    assert timedelta(0) <= day - found <= timedelta(days=7)
    between = [found + timedelta(days=n) for n in range(1, (day - found).days + 1)]
    assert not any(GENEVA.is_working_day(each) for each in between)


@given(st.dates(date(2010, 1, 1), date(2060, 12, 31)), st.integers(0, 60))
def test_a_later_day_never_has_an_earlier_working_day(day: date, more: int) -> None:
    later = day + timedelta(days=more)
    assert GENEVA.working_day_on_or_before(day) <= GENEVA.working_day_on_or_before(later)
