"""Tests of the shipped plans and of what they rest on."""

from ccmdesk.domain.estimates import delegation_estimate, distances
from ccmdesk.domain.meeting import Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone
from ccmdesk.services import reference
from ccmdesk.services.usual_plans import usual_legs, usual_milestones

MEETINGS = {meeting.code: meeting for meeting in reference.meetings()}


def test_earlier_meetings_stand_with_their_distance_and_source() -> None:
    past = {each.code: each for each in reference.past_distances()}
    assert {code: each.days for code, each in past.items()} == {
        "6MSP": 17,
        "7MSP": 17,
        "8MSP": 17,
        "11MSP": 11,
    }
    for code, each in past.items():
        assert each.opened == MEETINGS[code].start
        assert each.source
        assert each.as_of
    known = MEETINGS["11MSP"].convening
    assert (past["11MSP"].due, past["11MSP"].as_of) == (known.delegation_due, known.dated)


def test_the_note_that_ships_is_not_counted_twice() -> None:
    found = distances(reference.past_distances(), reference.meetings())
    assert [each.code for each in found] == ["6MSP", "7MSP", "8MSP", "11MSP"]


def test_every_formal_meeting_after_the_first_notes_can_be_estimated() -> None:
    past = reference.past_distances()
    estimates = {code: delegation_estimate(each, past) for code, each in MEETINGS.items()}
    assert estimates["5MSP"] is None
    later = estimates["12MSP"]
    assert later is not None
    assert later.days == 17
    assert delegation_estimate(Meeting("X", "X", MeetingKind.STATES_PARTIES), past) is None


def test_what_is_proposed_can_be_kept() -> None:
    for each in usual_milestones():
        Milestone(
            1, each.kind, each.title, days_before=each.days_before, source=each.source
        ).checked()
        assert each.source.startswith("own plan; ")


def test_every_step_has_a_length_that_can_be_kept() -> None:
    for legs in usual_legs().values():
        assert [leg.checked() for leg in legs] == list(legs)
        assert any(leg.working_days for leg in legs)
