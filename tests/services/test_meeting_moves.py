"""Tests of meetings that come, move, get their note, change their code and go."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.duty import DutyPlan, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.services.desk import Desk

OPENS = date(2024, 6, 10)
KEY = "NGA:meeting_milestone:99MSP"
MEETING = Meeting(
    "99MSP", "Some Meeting", MeetingKind.STATES_PARTIES, 99, OPENS, date(2024, 6, 13), "Geneva"
)


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """A meeting to come, with a milestone that counts from it and one that does not."""
    saved = desk.meetings.save(MEETING, "Decided", "CCM/MSP/2023/9")
    desk.milestones.add_usual(saved.id, [MilestoneKind.REGISTRATION])
    desk.milestones.save(
        Milestone(
            saved.id,
            MilestoneKind.SIDE_EVENT,
            "Room form",
            due=date(2024, 5, 24),
            source="ODA/2024-1",
        )
    )
    return saved


def of_meeting(desk: Desk, code: str = "99MSP") -> dict[str, TrackedDuty]:
    found = desk.deadlines.duties()
    return {each.duty.key: each for each in found if each.duty.period.partition("/")[0] == code}


def test_a_meeting_brings_its_duties(desk: Desk, meeting: Meeting) -> None:
    found = of_meeting(desk)
    assert {key: each.duty.due for key, each in found.items()} == {
        KEY: date(2024, 5, 24),  # 17 days, the longest distance of earlier meetings
        f"{KEY}/1": date(2024, 6, 3),
        f"{KEY}/2": date(2024, 5, 24),
    }
    assert [each.duty.provisional for each in found.values()].count(True) == 1
    assert found[KEY].duty.provisional


def test_what_counts_from_the_meeting_moves_with_it_after_a_look(
    desk: Desk, meeting: Meeting
) -> None:
    moved = replace(meeting, start=date(2024, 5, 20), end=date(2024, 5, 23))
    before = of_meeting(desk)
    preview = desk.meetings.preview(moved)
    assert of_meeting(desk) == before
    assert {move.key: move.due[1] for move in preview} == {
        KEY: date(2024, 5, 3),
        f"{KEY}/1": date(2024, 5, 13),
        f"{KEY}/2": date(2024, 5, 24),
    }
    assert preview[-1].internal_due == (date(2024, 5, 24), date(2024, 5, 17))
    assert "“Room form” is due on Fri 24 May 2024" in " ".join(desk.meetings.concerns(moved))
    desk.meetings.save(moved, "The hall is taken", "ODA/2024-7")
    after = of_meeting(desk)
    assert {move.key: after[move.key].duty.due for move in preview} == {
        move.key: move.due[1] for move in preview
    }
    assert after[f"{KEY}/2"].duty.due == date(2024, 5, 24)  # nothing is lost
    told = [line for line in desk.deadlines.history(f"{KEY}/2") if line.what == "internal_due"]
    assert (told[-1].was, told[-1].became) == ("2024-05-24", "2024-05-17")
    assert told[-1].paper == "ODA/2024-7"
    last = [line for line in desk.deadlines.history(KEY) if line.what == "due"][-1]
    assert (last.was, last.became) == ("2024-05-24", "2024-05-03")
    assert (last.why, last.paper) == ("The hall is taken", "ODA/2024-7")
    desk.history.undo()
    assert of_meeting(desk) == before


def test_a_move_that_nobody_explains_tells_both_days(desk: Desk, meeting: Meeting) -> None:
    desk.meetings.save(replace(meeting, start=date(2024, 5, 20), end=None))
    assert desk.deadlines.history(KEY)[-1].why == (
        "99MSP was moved from Mon 10 June 2024 to Mon 20 May 2024"
    )


@pytest.mark.parametrize("due", [date(2024, 5, 31), date(2024, 5, 24)], ids=["other", "same"])
def test_the_note_replaces_the_provisional_day_and_the_history_says_so(
    desk: Desk, meeting: Meeting, due: date
) -> None:
    note = ConveningNote("ODA/2024-9", date(2024, 2, 1), delegation_due=due)
    desk.meetings.save(replace(meeting, convening=note))
    duty = of_meeting(desk)[KEY].duty
    assert duty.due == due
    assert not duty.provisional
    last = [line for line in desk.deadlines.history(KEY) if line.what == "due"][-1]
    assert (last.was, last.became) == ("2024-05-24", due.isoformat())
    assert "takes the place of the provisional one" in last.why
    assert last.paper == "ODA/2024-9"


def test_a_new_code_takes_everything_along(desk: Desk, meeting: Meeting) -> None:
    desk.deadlines.mark_not_applicable(f"{KEY}/1", "Nobody needs a pass")
    desk.deadlines.save_plan(DutyPlan(KEY, "Ms. Bello"), "She has the file")
    before = of_meeting(desk)
    lines = len(desk.deadlines.history(KEY))
    renamed = replace(meeting, code="20MSP")
    assert desk.meetings.preview(renamed) == []
    desk.meetings.save(renamed)
    after = of_meeting(desk, "20MSP")
    new = KEY.replace("99MSP", "20MSP")
    assert after[f"{new}/1"].status == before[f"{KEY}/1"].status
    assert after[f"{new}/1"].record is not None
    assert after[new].owner == "Ms. Bello"
    assert len(desk.deadlines.history(new)) == lines
    assert of_meeting(desk) == {}
    desk.history.undo()
    assert of_meeting(desk) == before


def test_a_code_of_which_something_is_kept_is_not_taken_again(desk: Desk, meeting: Meeting) -> None:
    desk.deadlines.mark_not_applicable(KEY, "Nobody goes")
    desk.meetings.remove(meeting.id)
    other = desk.meetings.save(replace(MEETING, code="98MSP"))
    before = of_meeting(desk, "98MSP")
    with pytest.raises(InputError, match="earlier meeting with the code 99MSP") as caught:
        desk.meetings.save(replace(other, code="99MSP"))
    assert caught.value.field == "code"
    assert of_meeting(desk, "98MSP") == before


@pytest.mark.parametrize("code", ["12MSP", "12msp"])
def test_no_meeting_hides_a_shipped_one(desk: Desk, meeting: Meeting, code: str) -> None:
    before = desk.meetings.all()
    for wrong in (replace(meeting, code=code), replace(MEETING, code=code)):
        with pytest.raises(InputError, match="is the code of a shipped meeting") as caught:
            desk.meetings.save(wrong)
        assert caught.value.field == "code"
    assert desk.meetings.all() == before


def test_a_note_that_is_withdrawn_makes_the_day_provisional_again(
    desk: Desk, meeting: Meeting
) -> None:
    note = ConveningNote("ODA/2024-9", date(2024, 2, 1), delegation_due=date(2024, 5, 31))
    noted = desk.meetings.save(replace(meeting, convening=note))
    desk.meetings.save(replace(noted, convening=ConveningNote()))
    duty = of_meeting(desk)[KEY].duty
    assert (duty.due, duty.provisional) == (date(2024, 5, 24), True)
    last = [line for line in desk.deadlines.history(KEY) if line.what == "due"][-1]
    assert (last.was, last.became) == ("2024-05-31", "2024-05-24")
    assert "without it the day is provisional" in last.why
    assert last.paper == "ODA/2024-9"
    desk.history.undo()
    assert of_meeting(desk)[KEY].duty.due == date(2024, 5, 31)


def test_a_note_withdrawn_on_its_provisional_day_is_told_too(desk: Desk, meeting: Meeting) -> None:
    note = ConveningNote("ODA/2024-9", delegation_due=date(2024, 5, 24))
    noted = desk.meetings.save(replace(meeting, convening=note))
    desk.meetings.save(replace(noted, convening=ConveningNote()))
    last = desk.deadlines.history(KEY)[-1]
    assert (last.was, last.became) == ("2024-05-24", "2024-05-24")
    assert "without it the day is provisional" in last.why


def test_a_code_is_kept_in_one_line(desk: Desk) -> None:
    saved = desk.meetings.save(replace(MEETING, code=" 98\n MSP "))
    assert saved.code == "98 MSP"
    assert desk.meetings.by_code("98 msp") == saved


def test_what_was_done_is_looked_at_again_when_the_meeting_moves(
    desk: Desk, meeting: Meeting
) -> None:
    desk.deadlines.mark_done(f"{KEY}/1", desk.clock.today(), "Receipt 5", "email")
    later = replace(meeting, start=date(2024, 6, 17), end=None)
    told = "“Register the delegation online (99MSP)” is recorded as done"
    assert told in " ".join(desk.meetings.concerns(later))
    assert told not in " ".join(desk.meetings.concerns(meeting))


def test_a_shipped_meeting_keeps_its_code(desk: Desk) -> None:
    shipped = desk.meetings.adopt("12MSP")
    with pytest.raises(InputError, match="shipped meeting") as caught:
        desk.meetings.save(replace(shipped, code="TWELFTH"))
    assert caught.value.field == "code"


def test_a_shipped_meeting_can_be_moved_and_its_requests_follow(desk: Desk) -> None:
    shipped = desk.meetings.by_code("12MSP")
    assert shipped.start is not None
    moved = replace(shipped, start=date(2024, 9, 17), end=date(2024, 9, 20))
    keys = {move.key for move in desk.meetings.preview(moved)}
    assert "NGA:meeting_milestone:12MSP" in keys
    desk.meetings.save(moved, "Postponed", "CCM/MSP/2024/1")
    assert of_meeting(desk, "12MSP")["NGA:meeting_milestone:12MSP"].duty.due == date(2024, 8, 31)


def test_a_meeting_that_goes_takes_its_duties_and_undo_brings_them_back(
    desk: Desk, meeting: Meeting
) -> None:
    before = of_meeting(desk)
    assert {move.key for move in desk.meetings.preview_remove(meeting.id)} == set(before)
    desk.meetings.remove(meeting.id)
    assert of_meeting(desk) == {}
    desk.history.undo()
    assert of_meeting(desk) == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"start": date(1999, 9, 13), "end": None}, "start"),
        ({"start": None}, "start"),
        ({"end": date(2024, 6, 1)}, "end"),
        ({"end": date(2101, 1, 1)}, "end"),
        ({"code": "99/MSP"}, "code"),
        ({"code": "11MSP:2"}, "code"),
        ({"convening": ConveningNote(delegation_due=date(24, 5, 1))}, "delegation_due"),
    ],
)
def test_what_cannot_be_is_told_and_changes_nothing(
    desk: Desk, meeting: Meeting, changes: dict[str, object], field: str
) -> None:
    before = of_meeting(desk)
    wrong = replace(meeting, **changes)  # type: ignore[arg-type]
    for act in (desk.meetings.save, desk.meetings.preview, desk.meetings.concerns):
        with pytest.raises(InputError) as caught:
            act(wrong)
        assert caught.value.field == field
    assert of_meeting(desk) == before
