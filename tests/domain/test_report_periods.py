"""Which report a State owes, and which days it covers."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.article7 import Report
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.report_periods import (
    check_days,
    days_covered,
    first_possible_report,
    read_period,
)
from ccmdesk.domain.state import State, Status

TODAY = date(2026, 11, 22)
PARTY = State(
    "NGA", "Nigeria", Status.PARTY, deposited=date(2023, 2, 28), entry_into_force=date(2023, 8, 1)
)
REPORT = Report("NGA", "2025", "t", "en", date(2025, 1, 1), date(2025, 12, 31))


def covered(
    period: str, state: State = PARTY, first: int | None = None, today: date = TODAY
) -> tuple[date, date]:
    return days_covered(state, period, first_annual_year=first, today=today)


@pytest.mark.parametrize(
    ("typed", "read"), [(" 2025 ", "2025"), ("Initial", "initial"), ("INITIAL", "initial")]
)
def test_a_period_is_read(typed: str, read: str) -> None:
    assert read_period(typed) == read


@pytest.mark.parametrize("typed", ["", "25", "20255", "٢٠٢٥", "last", "2025-2026", "-2025"])
def test_what_is_no_period_is_refused(typed: str) -> None:
    with pytest.raises(InputError) as error:
        read_period(typed)
    assert error.value.field == "period"


def test_a_year_is_covered_from_its_first_to_its_last_day() -> None:
    assert covered("2024") == (date(2024, 1, 1), date(2024, 12, 31))
    assert covered("2026") == (date(2026, 1, 1), date(2026, 12, 31))


def test_the_initial_report_reaches_from_entry_into_force_to_its_due_day() -> None:
    assert covered("initial") == (date(2023, 8, 1), date(2024, 1, 28))
    assert covered("initial", today=date(2023, 10, 1)) == (date(2023, 8, 1), date(2023, 10, 1))
    # The officer may begin it before the Convention is in force.
    assert covered("initial", today=date(2023, 5, 1)) == (date(2023, 8, 1), date(2023, 8, 1))


def test_a_mission_that_reads_the_text_strictly_reports_from_entry_into_force_on() -> None:
    assert covered("2023", first=2024) == (date(2023, 8, 1), date(2023, 12, 31))


@pytest.mark.parametrize(
    ("period", "told"),
    [("2023", "covers 2024"), ("1999", "covers 2024"), ("2027", "has not begun")],
)
def test_a_report_that_is_not_owed_is_refused(period: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        covered(period)


def test_a_state_that_is_no_party_owes_none() -> None:
    with pytest.raises(InputError, match="not a State Party"):
        covered("2024", State("CAN", "Signatory", Status.SIGNATORY))


def test_a_state_that_withdrew_owes_what_fell_due_before() -> None:
    left = replace(
        PARTY,
        status=Status.WITHDRAWN,
        deposited=date(2011, 3, 24),
        entry_into_force=date(2011, 9, 1),
        withdrew_effective=date(2025, 3, 6),
    )
    assert covered("2023", left) == (date(2023, 1, 1), date(2023, 12, 31))
    with pytest.raises(InputError, match="withdrew with effect from 6 March 2025"):
        covered("2024", left)


@pytest.mark.parametrize(
    ("first", "last", "field"),
    [
        (date(2025, 1, 1), date(2025, 12, 31), ""),
        (date(2024, 7, 1), date(2025, 12, 31), ""),
        (date(2025, 1, 2), date(2025, 12, 31), "first"),
        (date(2025, 1, 1), date(2025, 12, 30), "last"),
        (date(2025, 1, 1), date(2026, 1, 1), "last"),
        (date(2026, 1, 1), date(2025, 12, 31), "last"),
    ],
)
def test_an_annual_report_covers_its_year(first: date, last: date, field: str) -> None:
    report = replace(REPORT, first=first, last=last)
    if not field:
        check_days(report, PARTY)
        return
    with pytest.raises(InputError) as error:
        check_days(report, PARTY)
    assert error.value.field == field


def test_an_initial_report_covers_what_the_officer_says() -> None:
    initial = replace(REPORT, period="initial", last=date(2025, 1, 1))
    check_days(initial, PARTY)
    with pytest.raises(InputError):
        check_days(replace(initial, last=date(2024, 12, 31)), PARTY)


def test_no_report_is_older_than_the_deposit() -> None:
    assert first_possible_report(PARTY) == date(2023, 2, 28)
    assert first_possible_report(replace(PARTY, deposited=None)) == date(2023, 8, 1)
    assert first_possible_report(State("X", "X", Status.SIGNATORY)) == date(2008, 5, 30)
