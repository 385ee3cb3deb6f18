"""Tests of what a meeting asks beside its delegation."""

from dataclasses import replace
from datetime import date, time

import pytest

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.services.desk import Desk

KEY = "NGA:meeting_milestone:11MSP"


@pytest.fixture
def meeting(desk: Desk) -> Meeting:
    """The 11MSP of 11 September 2023, stored."""
    return desk.meetings.adopt("11MSP")


def form(meeting: Meeting) -> Milestone:
    return Milestone(
        meeting.id,
        MilestoneKind.SIDE_EVENT,
        "Room form",
        due=date(2023, 8, 25),
        as_written="Thursday, 25 August 2023",
        closes=time(18),
        zone="America/New_York",
        source="ODA/2023-00099",
    )


def test_the_usual_milestones_are_proposed_with_their_source(desk: Desk, meeting: Meeting) -> None:
    proposed = desk.milestones.usual(meeting.id)
    assert {each.kind for each in proposed} == set(MilestoneKind) - {MilestoneKind.OTHER}
    assert all(each.relative and each.source.startswith("own plan") for each in proposed)
    assert desk.milestones.of(meeting.id) == []
    assert desk.milestones.usual(0)


def test_those_taken_over_are_proposed_no_more(desk: Desk, meeting: Meeting) -> None:
    kinds = [MilestoneKind.STATEMENT, MilestoneKind.REGISTRATION, MilestoneKind.STATEMENT]
    added = desk.milestones.add_usual(meeting.id, kinds)
    assert [each.kind for each in desk.milestones.of(meeting.id)] == [
        MilestoneKind.REGISTRATION,
        MilestoneKind.STATEMENT,
    ]
    assert len(added) == 2
    assert not {each.kind for each in desk.milestones.usual(meeting.id)} & set(kinds)
    with pytest.raises(InputError):
        desk.milestones.add_usual(meeting.id, [MilestoneKind.STATEMENT])
    desk.history.undo()
    assert desk.milestones.of(meeting.id) == []


def test_a_milestone_comes_changes_and_goes(desk: Desk, meeting: Meeting) -> None:
    preview = desk.milestones.preview(form(meeting))
    assert desk.milestones.of(meeting.id) == []
    stored = desk.milestones.save(form(meeting), "The note names it")
    assert [move.due[1] for move in preview] == [date(2023, 8, 25)]
    assert desk.milestones.get(stored.id) == stored == replace(form(meeting), id=stored.id)
    key = f"{KEY}/{stored.id}"
    duty = next(each.duty for each in desk.deadlines.duties() if each.duty.key == key)
    assert duty.internal_due == date(2023, 8, 24)  # the earlier reading of a wrong weekday
    assert (duty.closes, duty.zone) == (time(18), "America/New_York")

    later = replace(stored, due=date(2023, 8, 28), as_written="")
    desk.milestones.save(later, "They said so", "e-mail of 20 August")
    line = [line for line in desk.deadlines.history(key) if line.what == "due"][-1]
    assert (line.was, line.became) == ("2023-08-25", "2023-08-28")
    assert (line.why, line.paper) == ("They said so", "e-mail of 20 August")

    assert desk.milestones.preview_remove(stored.id)[0].due == (date(2023, 8, 28), None)
    desk.milestones.remove(stored.id)
    assert desk.milestones.of(meeting.id) == []
    desk.history.undo()
    assert desk.milestones.of(meeting.id) == [later]


def test_the_history_says_what_happened_where_nobody_says_why(desk: Desk, meeting: Meeting) -> None:
    stored = desk.milestones.save(form(meeting))
    desk.milestones.save(replace(stored, due=date(2023, 8, 28), as_written=""))
    desk.milestones.remove(stored.id)
    told = [line.why for line in desk.deadlines.history(f"{KEY}/{stored.id}")]
    title = stored.title
    assert list(dict.fromkeys(told)) == [
        f"“{title}” was added",
        f"“{title}” was changed",
        f"“{title}” was removed",
    ]


def test_what_is_recorded_of_one_is_not_given_to_the_next(desk: Desk, meeting: Meeting) -> None:
    first = desk.milestones.save(form(meeting))
    desk.deadlines.mark_not_applicable(f"{KEY}/{first.id}", "No side event this year")
    desk.milestones.remove(first.id)
    second = desk.milestones.save(form(meeting))
    found = {each.duty.key: each for each in desk.deadlines.duties()}
    assert found[f"{KEY}/{second.id}"].record is None
    assert f"{KEY}/{first.id}" not in found


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"due": None}, "due"),
        ({"days_before": 7}, "due"),
        ({"due": None, "days_before": 731}, "days_before"),
        ({"source": ""}, "source"),
        ({"due": date(1923, 8, 25)}, "due"),
        ({"zone": "Europe/Geneva"}, "zone"),
        ({"zone": "../etc"}, "zone"),
        ({"meeting_id": 999}, "meeting"),
        ({"id": 999}, "id"),
    ],
)
def test_a_milestone_that_cannot_be(
    desk: Desk, meeting: Meeting, changes: dict[str, object], field: str
) -> None:
    wrong = replace(form(meeting), **changes)  # type: ignore[arg-type]
    with pytest.raises(InputError) as caught:
        desk.milestones.save(wrong)
    assert caught.value.field == field
    assert desk.milestones.of(meeting.id) == []
