"""Tests of the calendar sums and of how a date is read and spoken."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.dates import (
    MONTHS,
    WEEKDAYS,
    add_months,
    add_years,
    easter,
    first_day_of_month_after,
    long_date,
    nth_weekday,
    parse_day,
    spoken,
    weekday_name,
)
from ccmdesk.domain.errors import InputError

DAYS = st.dates(date(1900, 1, 1), date(2400, 12, 31))


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2023, 8, 31), 6, date(2024, 2, 29)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 2, 29), 12, date(2025, 2, 28)),
        (date(2024, 2, 29), 48, date(2028, 2, 29)),
        (date(2023, 9, 11), -9, date(2022, 12, 11)),
        (date(2019, 9, 2), -9, date(2018, 12, 2)),
        (date(2021, 11, 30), -9, date(2021, 2, 28)),
        (date(2024, 12, 31), 1, date(2025, 1, 31)),
        (date(2025, 1, 31), -1, date(2024, 12, 31)),
        (date(2025, 5, 31), 0, date(2025, 5, 31)),
    ],
)
def test_months_are_added_by_the_calendar(day: date, months: int, expected: date) -> None:
    assert add_months(day, months) == expected


def test_29_february_becomes_28_in_common_years() -> None:
    assert add_years(date(2024, 2, 29), 1) == date(2025, 2, 28)
    assert add_years(date(2024, 2, 29), 8) == date(2032, 2, 29)


@given(DAYS, st.integers(-240, 240))
def test_adding_months_keeps_the_day_or_takes_the_last_of_the_month(day: date, n: int) -> None:
    there = add_months(day, n)
    assert (there.year * 12 + there.month) - (day.year * 12 + day.month) == n
    assert there.day == day.day or (there.day < day.day and (there + timedelta(days=1)).day == 1)
    assert add_months(there.replace(day=1), -n) == day.replace(day=1)


@given(DAYS, st.integers(0, 24))
def test_first_day_of_a_later_month_is_a_first(day: date, n: int) -> None:
    first = first_day_of_month_after(day, n)
    assert first.day == 1
    assert (first > day) if n else (first <= day)


@pytest.mark.parametrize(
    "day",
    [date(2017, 4, 16), date(2019, 4, 21), date(2024, 3, 31), date(2026, 4, 5), date(2027, 3, 28)],
)
def test_easter(day: date) -> None:
    assert easter(day.year) == day


@given(st.integers(1900, 2400))
def test_easter_is_a_sunday_between_22_march_and_25_april(year: int) -> None:
    sunday = easter(year)
    assert weekday_name(sunday) == "Sunday"
    assert date(year, 3, 22) <= sunday <= date(year, 4, 25)


def test_nth_weekday_finds_the_first_sunday_of_september() -> None:
    assert nth_weekday(2024, 9, 6, 1) == date(2024, 9, 1)
    assert nth_weekday(2023, 9, 6, 1) == date(2023, 9, 3)
    assert nth_weekday(2026, 9, 0, 2) == date(2026, 9, 14)


def test_a_date_is_spoken_with_its_weekday() -> None:
    assert spoken(date(2027, 4, 30)) == "Fri 30 April 2027"
    assert long_date(date(2023, 8, 31)) == "31 August 2023"


@given(DAYS)
def test_every_spoken_date_reads_back(day: date) -> None:
    assert parse_day(spoken(day)) == day
    assert parse_day(long_date(day)) == day
    assert parse_day(day.isoformat()) == day
    assert parse_day(f"  {weekday_name(day)},  {long_date(day)} ") == day


@given(DAYS, st.sampled_from(WEEKDAYS))
def test_a_wrong_weekday_is_refused_and_the_right_one_named(day: date, weekday: str) -> None:
    text = f"{weekday} {long_date(day)}"
    if weekday == weekday_name(day):
        assert parse_day(text) == day
    else:
        with pytest.raises(InputError, match=f"is a {weekday_name(day)}"):
            parse_day(text)


@given(st.integers(1, 9999), st.integers(0, 99), st.integers(0, 99))
def test_a_date_that_does_not_exist_is_refused(year: int, month: int, day: int) -> None:
    text = f"{year:04d}-{month:02d}-{day:02d}"
    try:
        expected = date(year, month, day)
    except ValueError:
        with pytest.raises(InputError, match="does not exist"):
            parse_day(text, "deposited")
    else:
        assert parse_day(text) == expected


@pytest.mark.parametrize("month", MONTHS)
def test_the_32nd_of_any_month_is_refused(month: str) -> None:
    with pytest.raises(InputError, match="does not exist"):
        parse_day(f"32 {month} 2026")


def test_29_february_exists_in_leap_years_only() -> None:
    assert parse_day("29 February 2028") == date(2028, 2, 29)
    for text in ("29 February 2027", "2027-02-29", "2100-02-29"):
        with pytest.raises(InputError):
            parse_day(text)


@pytest.mark.parametrize(
    "text",
    ["", "soon", "30.04.2027", "30/4/27", "2027-4-30", "April 2027", "30 Ap 2027", "F 1 May"],
)
def test_what_is_no_date_is_refused_with_the_field(text: str) -> None:
    with pytest.raises(InputError) as caught:
        parse_day(text, "delegation_due")
    assert caught.value.field == "delegation_due"
    assert "2027-04-30" in caught.value.message


def _read(text: str) -> date | str:
    try:
        return parse_day(text)
    except InputError as error:
        return error.message


@given(st.text(max_size=40))
def test_any_text_is_read_or_refused_in_words(text: str) -> None:
    assert _read(text)
