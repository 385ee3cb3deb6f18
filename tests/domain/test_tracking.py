"""Tests of how a duty stands on a day."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.duty import Duty, DutyKind, DutyRecord, DutyStatus
from ccmdesk.domain.tracking import track

DUTY = Duty(
    state="NGA",
    kind=DutyKind.ART7_INITIAL,
    article="7(1)",
    period="initial",
    title="Initial transparency report",
    due=date(2024, 1, 28),
    internal_due=date(2024, 1, 26),
)
SINCE = date(2023, 1, 1)


@pytest.mark.parametrize(
    ("as_of", "recorded_since", "status", "days_left"),
    [
        (date(2024, 1, 27), SINCE, DutyStatus.OPEN, 1),
        (date(2024, 1, 28), SINCE, DutyStatus.OPEN, 0),
        (date(2024, 1, 29), SINCE, DutyStatus.OVERDUE, -1),
        (date(2024, 1, 29), date(2024, 1, 28), DutyStatus.OVERDUE, -1),
        (date(2024, 2, 1), date(2024, 1, 29), DutyStatus.UNRECORDED, -4),
        (date(2024, 1, 29), None, DutyStatus.UNRECORDED, -1),
    ],
)
def test_a_duty_without_a_record(
    as_of: date, recorded_since: date | None, status: DutyStatus, days_left: int
) -> None:
    tracked = track(DUTY, None, as_of=as_of, recorded_since=recorded_since)
    assert (tracked.status, tracked.days_left) == (status, days_left)


def test_an_estimate_that_has_passed_when_the_register_begins_still_waits() -> None:
    estimated = replace(DUTY, provisional=True)
    today, begun = date(2024, 2, 1), date(2024, 1, 31)
    known = track(DUTY, None, as_of=today, recorded_since=begun)
    assert known.status is DutyStatus.UNRECORDED
    assert track(estimated, None, as_of=today, recorded_since=begun).status is DutyStatus.OVERDUE
    elsewhere = track(estimated, None, as_of=today, recorded_since=None)
    assert elsewhere.status is DutyStatus.UNRECORDED


def test_a_report_sent_before_entry_into_force_counts() -> None:
    record = DutyRecord(DUTY.key, done_on=date(2023, 4, 12), proof="note 12/2023")
    tracked = track(DUTY, record, as_of=date(2023, 8, 1), recorded_since=SINCE)
    assert tracked.status is DutyStatus.DONE
    assert tracked.record == record


def test_a_record_says_nothing_of_the_days_before_it() -> None:
    record = DutyRecord(DUTY.key, done_on=date(2024, 2, 10), proof="receipt")
    assert track(DUTY, record, as_of=date(2024, 2, 9), recorded_since=SINCE).status is (
        DutyStatus.OVERDUE
    )


def test_not_applicable_wins() -> None:
    record = DutyRecord(DUTY.key, not_applicable=True, remark="no stocks")
    assert track(DUTY, record, as_of=date(2030, 1, 1), recorded_since=SINCE).status is (
        DutyStatus.NOT_APPLICABLE
    )


@pytest.mark.parametrize(
    ("standing", "status"),
    [
        ("done", DutyStatus.DONE),
        ("extended", DutyStatus.EXTENDED),
        ("unconfirmed", DutyStatus.UNCONFIRMED),
    ],
)
def test_what_the_reference_data_knows(standing: str, status: DutyStatus) -> None:
    duty = replace(DUTY, standing=standing)
    assert track(duty, None, as_of=date(2030, 1, 1), recorded_since=SINCE).status is status
    record = DutyRecord(duty.key, done_on=date(2024, 1, 5), proof="note")
    tracked = track(duty, record, as_of=date(2030, 1, 1), recorded_since=SINCE)
    assert tracked.status is DutyStatus.DONE
