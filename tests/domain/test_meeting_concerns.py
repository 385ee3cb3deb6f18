"""Tests of what is told before a meeting moves."""

from dataclasses import replace
from datetime import date

from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.meeting_concerns import meeting_concerns
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from tests.domain.build import CALENDAR, msp

TODAY = date(2027, 3, 1)
NOTE = ConveningNote("ODA/1", date(2027, 3, 21), delegation_due=date(2027, 8, 27))
MEETING = replace(msp(14, date(2027, 9, 13)), end=date(2027, 9, 16), convening=NOTE, id=5)
FORM = Milestone(
    5, MilestoneKind.SIDE_EVENT, "Room form", due=date(2027, 8, 20), source="ODA/1", id=1
)


def told(
    meeting: Meeting = MEETING,
    *milestones: Milestone,
    others: tuple[Meeting, ...] = (),
    moved: tuple[Move, ...] = (),
    done: tuple[str, ...] = (),
) -> str:
    return "\n".join(meeting_concerns(meeting, milestones, others, moved, CALENDAR, TODAY, done))


def test_a_meeting_in_order_concerns_nobody() -> None:
    assert told(MEETING, FORM, others=(MEETING, msp(13, date(2025, 9, 16)))) == ""


def test_a_meeting_moved_before_its_own_deadlines() -> None:
    moved = replace(MEETING, start=date(2027, 8, 9), end=date(2027, 8, 12))
    lines = told(moved, FORM).splitlines()
    assert len(lines) == 2
    assert "The delegation is to be named by Fri 27 August 2027" in lines[0]
    assert "opens on Mon 9 August 2027 already" in lines[0]
    assert "“Room form” is due on Fri 20 August 2027, after the meeting opens" in lines[1]


def test_a_meeting_moved_before_its_own_note() -> None:
    moved = replace(MEETING, start=date(2027, 3, 15), end=None)
    assert "dated Sun 21 March 2027, after the opening" in told(moved)


def test_a_statement_may_be_due_while_the_meeting_sits_and_a_payment_after_it() -> None:
    sits = replace(FORM, kind=MilestoneKind.STATEMENT, due=date(2027, 9, 15))
    after = replace(FORM, kind=MilestoneKind.PAYMENT, due=date(2027, 12, 1))
    assert told(MEETING, sits, after) == ""
    assert "after the meeting closes" in told(MEETING, replace(sits, due=date(2027, 9, 17)))


def test_weekends_contradictions_and_other_meetings() -> None:
    assert "opens on a Sunday" in told(replace(MEETING, start=date(2027, 9, 12)))
    wrong = replace(NOTE, delegation_due_as_written="Thursday, 27 August 2027")
    assert "contradicts itself" in told(replace(MEETING, convening=wrong))
    assert "“Room form”: " in told(MEETING, replace(FORM, as_written="Monday, 20 August 2027"))
    another = replace(NOTE, delegation_due_as_written="26 August 2027")
    assert "is another day than Fri 27 August 2027" in told(replace(MEETING, convening=another))
    for words in ("Friday, 27 August 2027", "by the end of August", "Fri 30 February 2027", ""):
        agreed = replace(NOTE, delegation_due_as_written=words)
        assert told(replace(MEETING, convening=agreed)) == ""
    other = replace(msp(20, date(2027, 9, 16)), end=date(2027, 9, 18))
    assert "20MSP sits on some of these days too" in told(others=(other,))


def test_an_opening_in_the_past_is_told_when_it_is_new() -> None:
    past = replace(MEETING, start=date(2026, 9, 14), end=None, convening=ConveningNote())
    assert "would have opened on Mon 14 September 2026, which is past" in told(past)
    assert "is past" in told(past, others=(MEETING,))
    # What is over may still be corrected, and get another code.
    assert told(replace(past, name="Another name", code="15MSP"), others=(past,)) == ""
    assert told(replace(past, id=0), others=(replace(past, id=0),)) == ""


def test_a_meeting_that_sits_for_years_has_a_wrong_end() -> None:
    assert "sits from Mon 13 September 2027 to Fri 16 September 2072; check the last day" in told(
        replace(MEETING, end=date(2072, 9, 16))
    )


def test_a_relative_milestone_needs_an_opening() -> None:
    relative = replace(FORM, due=None, days_before=7)
    assert "has no day" in told(replace(MEETING, start=None, end=None), relative)


def test_a_date_that_becomes_past_is_told_and_one_that_was_past_is_not() -> None:
    was, past, earlier = date(2027, 9, 6), date(2027, 2, 1), date(2027, 1, 4)
    fresh = Move("k", "Register online", (was, past), (was, past))
    stale = Move("l", "Old", (past, earlier), (past, earlier))
    assert told(moved=(fresh, stale)) == (
        "“Register online” would have been due on Mon 1 February 2027, which is past."
    )


def test_what_was_done_for_the_former_days_is_to_be_looked_at() -> None:
    was, later = date(2027, 9, 6), date(2028, 2, 1)
    moved = Move("k", "Register online", (was, later), (was, later))
    assert told(moved=(moved,), done=("k",)) == (
        "“Register online” is recorded as done; look whether that still holds."
    )
    assert told(moved=(moved,), done=("l",)) == ""
    assert told(moved=(replace(moved, due=(was, was)),), done=("k",)) == ""
