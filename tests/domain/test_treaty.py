"""Tests of the counting rules of the Convention."""

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.dates import add_months
from ccmdesk.domain.treaty import (
    FIRST_ENTRY_INTO_FORCE,
    THIRTIETH_DEPOSIT,
    annual_report_due,
    clearance_deadline,
    destruction_deadline,
    earliest_annual_year,
    entry_into_force,
    first_annual_year,
    initial_report_due,
    request_due,
    withdrawal_effective,
)

LATER_DEPOSITS = st.dates(THIRTIETH_DEPOSIT + timedelta(days=1), date(2100, 12, 31))
DEPOSITS = st.dates(date(2008, 12, 3), date(2100, 12, 31))


def printed(name: str) -> list[dict[str, str]]:
    path = Path(__file__).parent / "data" / name
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize("row", printed("entries_into_force.csv"), ids=lambda row: row["iso3"])
def test_entry_into_force_is_the_printed_one(row: dict[str, str]) -> None:
    assert entry_into_force(date.fromisoformat(row["deposited"])) == date.fromisoformat(
        row["entry_into_force"]
    )


@pytest.mark.parametrize(
    ("deposited", "in_force"),
    [
        (date(2008, 12, 3), date(2010, 8, 1)),
        (date(2010, 2, 16), date(2010, 8, 1)),
        (date(2010, 2, 17), date(2010, 8, 1)),
        (date(2010, 3, 1), date(2010, 9, 1)),
        (date(2012, 2, 1), date(2012, 8, 1)),
        (date(2015, 8, 31), date(2016, 2, 1)),
        (date(2015, 9, 30), date(2016, 3, 1)),
        (date(2015, 10, 1), date(2016, 4, 1)),
        (date(2018, 3, 1), date(2018, 9, 1)),
        (date(2018, 8, 31), date(2019, 2, 1)),
        (date(2023, 2, 28), date(2023, 8, 1)),
        (date(2024, 2, 29), date(2024, 8, 1)),
    ],
)
def test_entry_into_force_at_the_edges_of_a_month(deposited: date, in_force: date) -> None:
    assert entry_into_force(deposited) == in_force


@given(LATER_DEPOSITS)
def test_entry_into_force_is_a_first_five_to_six_months_on(deposited: date) -> None:
    in_force = entry_into_force(deposited)
    assert in_force.day == 1
    assert add_months(deposited, 5) < in_force <= add_months(deposited, 6)


@given(DEPOSITS, DEPOSITS)
def test_a_later_deposit_never_enters_into_force_earlier(one: date, other: date) -> None:
    first, second = sorted((one, other))
    assert FIRST_ENTRY_INTO_FORCE <= entry_into_force(first) <= entry_into_force(second)


@given(DEPOSITS)
def test_what_follows_from_entry_into_force(deposited: date) -> None:
    in_force = entry_into_force(deposited)
    assert initial_report_due(in_force) - in_force == timedelta(days=180)
    assert destruction_deadline(in_force) == in_force.replace(year=in_force.year + 8)
    assert clearance_deadline(in_force) == in_force.replace(year=in_force.year + 10)
    first = first_annual_year(in_force)
    assert first == initial_report_due(in_force).year + 1
    assert earliest_annual_year(in_force) <= first <= earliest_annual_year(in_force) + 1
    assert annual_report_due(first - 1) > initial_report_due(in_force)


@pytest.mark.parametrize(
    ("in_force", "due"),
    [
        (date(2023, 8, 1), date(2024, 1, 28)),
        (date(2024, 2, 1), date(2024, 7, 30)),
        (date(2023, 2, 1), date(2023, 7, 31)),
        (date(2018, 1, 1), date(2018, 6, 30)),
    ],
)
def test_180_days_count_from_day_nought_and_know_leap_years(in_force: date, due: date) -> None:
    assert initial_report_due(in_force) == due


@pytest.mark.parametrize(
    ("in_force", "first", "earliest"),
    [
        (date(2010, 8, 1), 2012, 2011),
        (date(2020, 3, 1), 2021, 2020),
        (date(2023, 8, 1), 2025, 2024),
        (date(2026, 3, 1), 2027, 2026),
        (date(2016, 5, 1), 2017, 2017),
    ],
)
def test_first_annual_year(in_force: date, first: int, earliest: int) -> None:
    assert first_annual_year(in_force) == first
    assert earliest_annual_year(in_force) == earliest


def test_the_annual_report_is_due_on_30_april_of_the_next_year() -> None:
    assert annual_report_due(2022) == date(2023, 4, 30)


def test_a_request_runs_back_from_the_meeting() -> None:
    assert request_due(date(2023, 9, 11)) == date(2022, 12, 11)
    assert request_due(date(2019, 9, 2)) == date(2018, 12, 2)


def test_withdrawal_takes_effect_six_months_after_receipt() -> None:
    assert withdrawal_effective(date(2024, 9, 6)) == date(2025, 3, 6)
    assert withdrawal_effective(date(2024, 8, 31)) == date(2025, 2, 28)
