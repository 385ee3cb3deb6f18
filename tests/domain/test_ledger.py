"""The ledger tells what was owed, when it was sent, and where nothing is known."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyRecord, DutyStatus
from ccmdesk.domain.ledger import (
    Ledger,
    LedgerLine,
    ledger_of,
    standing_words,
    summary,
    timing_words,
)
from ccmdesk.domain.obligations import duties_of
from ccmdesk.domain.state import State, Status
from ccmdesk.domain.tracking import track
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.deadlines import DeadlinesService, ReferenceBook

TODAY = date(2026, 11, 22)
STATE = State(
    "AVA", "Avataria", Status.PARTY, deposited=date(2010, 6, 1), instrument="ratification"
)


def ledger(
    records: dict[str, DutyRecord], *, as_of: date = TODAY, kept_since: date | None = None
) -> Ledger:
    duties = duties_of(
        STATE,
        calendar=HolidayCalendar(),
        meetings=(),
        extensions=(),
        until=date(as_of.year + 1, 12, 31),
    )
    tracked = [
        track(duty, records.get(duty.key), as_of=as_of, recorded_since=kept_since)
        for duty in duties
    ]
    return ledger_of(STATE, tracked, as_of=as_of, kept_since=kept_since)


def done(period: str, day: date, kind: str = "art7_annual") -> dict[str, DutyRecord]:
    key = f"AVA:{kind}:{period}"
    return {key: DutyRecord(key, done_on=day, proof="9/2026", channel="email")}


def line(found: Ledger, period: str, article: str = "7(2)") -> LedgerLine:
    return next(each for each in found.lines if (each.period, each.article) == (period, article))


def test_every_year_since_entry_into_force_has_its_line() -> None:
    found = ledger({}, kept_since=date(2011, 1, 1))
    reports = [each for each in found.lines if each.is_report]
    assert [each.period for each in reports] == ["initial", *map(str, range(2011, 2027))]
    assert [each.article for each in found.lines if not each.is_report] == ["3(2)", "4(1)(a)"]
    assert len(found.owed) == len(found.gaps) == 16
    assert found.sent == ()


def test_early_is_negative_and_late_positive() -> None:
    records = done("2024", date(2025, 4, 18)) | done("2025", date(2026, 5, 5))
    found = ledger(records, kept_since=date(2025, 1, 1))
    early, late = line(found, "2024"), line(found, "2025")
    assert (early.days, early.proof, early.channel) == (-12, "9/2026", "email")
    assert late.days == 5
    assert standing_words(early, kept=True) == "12 days early"
    assert standing_words(late, kept=True) == "5 days late"
    assert found.late == (late,)
    assert summary(found) == (
        "16 reports under Article 7 owed so far: 2 sent, 1 of them late, 14 without a record."
    )


def test_before_the_first_day_nothing_was_owed() -> None:
    found = ledger({}, as_of=date(2010, 12, 1), kept_since=date(2010, 12, 1))
    assert found.owed == ()
    assert summary(found) == "No report under Article 7 was owed so far."


def test_one_sent_ahead_of_its_day_counts_as_owed_and_sent() -> None:
    found = ledger(done("2026", TODAY), kept_since=TODAY)
    assert [each.period for each in found.sent] == ["2026"]
    assert len(found.owed) == 17


def test_a_completed_obligation_stays_in_the_ledger() -> None:
    found = ledger(done("initial", date(2014, 9, 9), "art3_destruction"), kept_since=TODAY)
    kept = line(found, "initial", "3(2)")
    assert (kept.standing, kept.sent_on) == (DutyStatus.DONE, date(2014, 9, 9))


def test_what_does_not_apply_says_why() -> None:
    key = "AVA:art4_clearance:initial"
    record = DutyRecord(key, not_applicable=True, remark="No contaminated areas.")
    found = line(ledger({key: record}, kept_since=TODAY), "initial", "4(1)(a)")
    assert (found.standing, found.remark) == (DutyStatus.NOT_APPLICABLE, "No contaminated areas.")


def test_a_report_that_does_not_apply_is_not_owed() -> None:
    key = "AVA:art7_annual:2024"
    record = DutyRecord(key, not_applicable=True, remark="Sent with the one for 2023.")
    found = ledger({key: record}, kept_since=date(2011, 1, 1))
    assert len(found.owed) == len(found.gaps) == 15
    assert line(found, "2024").remark == "Sent with the one for 2023."


def test_of_another_state_nothing_is_invented() -> None:
    found = ledger({}, kept_since=None)
    past = [each for each in found.lines if each.due < TODAY]
    assert {each.standing for each in past} == {DutyStatus.UNRECORDED}
    assert {standing_words(each, kept=False) for each in past} == {"not recorded here"}
    assert all((each.sent_on, each.days, each.proof) == (None, None, "") for each in found.lines)
    assert summary(found).endswith("what was sent is not recorded here.")


def test_what_the_shipped_data_knows_comes_with_its_paper() -> None:
    service = DeadlinesService(ReferenceBook(), FixedClock.on(TODAY))
    found = service.ledger("BGR")
    by_stage = {each.period: each for each in found.lines if each.article.startswith("3")}
    assert by_stage["initial"].standing is DutyStatus.EXTENDED
    assert "clusterconvention.org/9msp" in by_stage["initial"].source
    assert by_stage["extension 3"].standing is DutyStatus.DONE
    assert by_stage["extension 3"].source
    assert by_stage["extension 3"].sent_on is None
    croatia = service.ledger("HRV")
    completed = [each for each in croatia.lines if each.standing is DutyStatus.DONE]
    assert [each.remark for each in completed if each.article == "4(1)(a)"] == [
        "Completed on 10 July 2020."
    ]
    assert all(each.source for each in completed)


def test_a_state_outside_owes_nothing_and_a_withdrawn_one_only_until_it_left() -> None:
    service = DeadlinesService(ReferenceBook(), FixedClock.on(TODAY))
    assert service.ledger("AGO").lines == ()
    lithuania = service.ledger("LTU")
    left = lithuania.state.withdrew_effective
    assert left is not None
    assert lithuania.lines
    assert all(each.due < left for each in lithuania.lines)


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "on the day"), (1, "1 day late"), (-1, "1 day early"), (-2, "2 days early")],
)
def test_timing_in_words(days: int, words: str) -> None:
    assert timing_words(days) == words


@given(st.dates(date(2011, 3, 1), date(2040, 12, 31)), st.integers(-200, 200))
def test_days_are_counted_from_the_legal_date(as_of: date, days: int) -> None:
    sent = date(as_of.year - 1, 4, 30) + timedelta(days)
    found = ledger(done(str(as_of.year - 2), sent), as_of=as_of, kept_since=date(2011, 1, 1))
    lines = {each.period: each for each in found.lines if each.article == "7(2)"}
    if str(as_of.year - 2) not in lines or sent > as_of:
        return
    assert lines[str(as_of.year - 2)].days == days
    assert len(found.owed) == len(found.sent) + len(found.gaps)
