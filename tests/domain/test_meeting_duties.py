"""Tests of the duties that come with a meeting, the provisional ones among them."""

from dataclasses import replace
from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.duty import Duty
from ccmdesk.domain.estimates import PastDistance
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.meeting_duties import Expected, meeting_duties, meeting_of, milestone_id
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from tests.domain.build import CALENDAR, msp, remarks, step

OPENS = date(2027, 9, 13)
MEETING = msp(14, OPENS)
PAST = (
    PastDistance("6MSP", date(2016, 9, 5), date(2016, 8, 19), "page of the 6MSP"),
    PastDistance("11MSP", date(2023, 9, 11), date(2023, 8, 31), "ODA/2023-00050"),
)
EXPECTED = Expected(date(2026, 11, 22), date(2028, 12, 31), PAST)


def duties(
    *meetings: Meeting, milestones: tuple[Milestone, ...] = (), expected: Expected | None = None
) -> list[Duty]:
    return list(meeting_duties("XAV", meetings, {MEETING.code: milestones}, CALENDAR, expected))


def registration(**changes: object) -> Milestone:
    known = Milestone(
        1, MilestoneKind.REGISTRATION, "Register online", days_before=7, source="own plan", id=3
    )
    return replace(known, **changes)  # type: ignore[arg-type]


def test_a_coming_meeting_without_a_note_gets_a_day_from_the_longest_distance() -> None:
    (duty,) = duties(MEETING, expected=EXPECTED)
    assert duty.provisional
    assert duty.key == "XAV:meeting_milestone:14MSP"
    assert duty.due == OPENS - timedelta(days=17)
    assert "17 days (6MSP), 11 days (11MSP)" in step(duty, "count")
    assert "Provisional, from earlier meetings" in remarks(duty)
    assert "ODA/2023-00050" in step(duty, "source")


def test_the_note_takes_the_place_of_the_estimate_under_the_same_key() -> None:
    noted = replace(MEETING, convening=ConveningNote("ODA/1", delegation_due=date(2027, 9, 2)))
    (estimated,) = duties(MEETING, expected=EXPECTED)
    (certain,) = duties(noted, expected=EXPECTED)
    assert certain.key == estimated.key
    assert certain.due == date(2027, 9, 2)
    assert not certain.provisional


@pytest.mark.parametrize(
    "expected",
    [
        None,
        replace(EXPECTED, past=()),
        replace(EXPECTED, first=OPENS + timedelta(days=1)),  # over
        replace(EXPECTED, last=date(2027, 1, 1)),  # too far off
        replace(EXPECTED, past=(PastDistance("15MSP", date(2028, 9, 4), date(2028, 8, 1)),)),
        replace(EXPECTED, past=(PastDistance("9MSP", date(2019, 9, 2), date(2019, 9, 2)),)),
    ],
    ids=["not asked", "nothing to rest on", "over", "far off", "a later one", "no distance"],
)
def test_nothing_is_estimated_without_a_footing(expected: Expected | None) -> None:
    assert duties(MEETING, expected=expected) == []


def test_an_estimate_of_which_something_is_recorded_stays_after_the_meeting() -> None:
    over = replace(EXPECTED, first=date(2030, 1, 1))
    kept = replace(over, recorded={"XAV:meeting_milestone:14MSP"})
    assert duties(MEETING, expected=over) == []
    assert len(duties(MEETING, expected=kept)) == 1


def test_a_meeting_that_decides_nothing_is_not_estimated() -> None:
    assert duties(Meeting(code="IM", name="Intersessional", start=OPENS), expected=EXPECTED) == []


def test_the_officers_own_later_notes_count_as_well() -> None:
    thirteenth = replace(
        msp(13, date(2025, 9, 16)), convening=ConveningNote(delegation_due=date(2025, 8, 22))
    )
    found = [
        duty
        for duty in duties(thirteenth, MEETING, expected=EXPECTED)
        if duty.period == MEETING.code
    ]
    assert [duty.due for duty in found] == [OPENS - timedelta(days=25)]


def test_a_relative_milestone_counts_from_the_opening() -> None:
    (duty,) = duties(MEETING, milestones=(registration(),))
    assert duty.key == "XAV:meeting_milestone:14MSP/3"
    assert duty.due == date(2027, 9, 6)
    assert "7 days counted back from the opening" in step(duty, "count")
    assert "own plan" in step(duty, "source")


def test_a_milestone_after_the_meeting_counts_on() -> None:
    payment = registration(kind=MilestoneKind.PAYMENT, title="Pay", days_before=-60)
    (duty,) = duties(MEETING, milestones=(payment,))
    assert duty.due == OPENS + timedelta(days=60)
    assert duty.article == "14"
    assert "60 days counted on from the opening" in step(duty, "count")


def test_a_milestone_of_a_paper_keeps_its_day_hour_and_words() -> None:
    form = registration(
        days_before=None,
        due=date(2027, 8, 20),
        as_written="Thursday, 20 August 2027",
        closes=time(18),
        zone="America/New_York",
    )
    (duty,) = duties(MEETING, milestones=(form,))
    assert (duty.due, duty.closes, duty.zone) == (date(2027, 8, 20), time(18), "America/New_York")
    # The weekday contradicts the date: the earlier reading is the safe one.
    assert duty.internal_due == date(2027, 8, 19)
    assert "contradicts itself" in remarks(duty)


def with_note(due: date, opens: date | None, written: str = "") -> Duty:
    note = ConveningNote("ODA/1", delegation_due=due, delegation_due_as_written=written)
    (duty,) = duties(replace(MEETING, start=opens, convening=note))
    return duty


def test_the_mission_acts_before_the_opening_though_the_note_names_a_later_day() -> None:
    duty = with_note(date(2027, 9, 20), OPENS)
    assert duty.due == date(2027, 9, 20)
    assert duty.internal_due == date(2027, 9, 10)
    assert "after the opening of the meeting on Mon 13 September 2027" in remarks(duty)
    assert "12 September 2027 is a Sunday" in step(duty, "internal")


def test_the_day_of_the_opening_itself_and_a_meeting_without_a_day_leave_the_note_alone() -> None:
    assert with_note(OPENS, OPENS).internal_due == OPENS
    assert with_note(OPENS, None).internal_due == OPENS
    assert "after the opening" not in remarks(with_note(OPENS, OPENS))


def test_the_earlier_reading_may_lie_before_the_opening_already() -> None:
    duty = with_note(date(2027, 9, 14), OPENS, "Thursday, 14 September 2027")
    assert duty.internal_due <= OPENS
    assert "contradicts itself" in remarks(duty)


@pytest.mark.parametrize("kind", MilestoneKind)
def test_a_paper_that_sets_a_day_after_the_opening_moves_the_internal_date_only(
    kind: MilestoneKind,
) -> None:
    late = registration(kind=kind, days_before=None, due=date(2027, 9, 22))
    (duty,) = duties(MEETING, milestones=(late,))
    after = kind in (MilestoneKind.PAYMENT, MilestoneKind.OTHER)
    assert duty.due == date(2027, 9, 22)
    assert duty.internal_due == (date(2027, 9, 22) if after else date(2027, 9, 10))
    assert ("after the opening" in remarks(duty)) is not after


def test_what_the_mission_plans_after_the_opening_is_meant_so() -> None:
    (duty,) = duties(MEETING, milestones=(registration(days_before=-2),))
    assert duty.internal_due == duty.due == date(2027, 9, 15)


def test_a_relative_milestone_of_a_meeting_without_a_day_is_no_duty_yet() -> None:
    assert duties(replace(MEETING, start=None), milestones=(registration(),)) == []


@given(st.dates(date(2000, 1, 1), date(2100, 12, 31)), st.integers(-730, 730))
def test_a_relative_milestone_moves_by_as_many_days_as_the_meeting(opens: date, days: int) -> None:
    milestone = registration(days_before=days)
    (before,) = duties(replace(MEETING, start=opens), milestones=(milestone,))
    (after,) = duties(replace(MEETING, start=opens + timedelta(days=40)), milestones=(milestone,))
    assert after.due - before.due == timedelta(days=40)
    assert after.key == before.key
    assert before.internal_due <= before.due
    assert CALENDAR.is_working_day(before.internal_due)


def test_the_end_of_the_calendar_is_no_trap() -> None:
    payment = registration(days_before=-60)
    assert duties(replace(MEETING, start=date.max), milestones=(payment,)) == []


@pytest.mark.parametrize(
    ("period", "code", "number"),
    [("14MSP", "14MSP", None), ("14MSP/3", "14MSP", 3), ("14MSP/x", "14MSP", None)],
)
def test_the_period_tells_meeting_and_milestone(period: str, code: str, number: int | None) -> None:
    assert meeting_of(period) == code
    assert milestone_id(period) == number
