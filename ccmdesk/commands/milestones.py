"""Commands on what a meeting asks beside its delegation."""

from argparse import Namespace
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services
from ccmdesk.commands.date_moves import moves_json, print_moves
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

_GIVEN = ("title", "as_written", "closes", "zone", "source")


def milestones(asked: Namespace) -> None:
    """Print the milestones of a meeting by their day."""
    with open_services(asked) as desk:
        meeting = desk.meetings.by_code(asked.meeting)
        found = desk.milestones.of(meeting.id) if meeting.id else []
    _print(asked, meeting, found, f"{meeting.code} has no milestones yet.")


def usual(asked: Namespace) -> None:
    """Print the usual milestones that are not there yet, or add those that are named."""
    with open_services(asked) as desk:
        meeting = desk.meetings.by_code(asked.meeting)
        found = desk.milestones.usual(meeting.id)
        if asked.add:
            wanted = [MilestoneKind(each) for each in asked.add if each != "all"]
            kinds = [each.kind for each in found] if "all" in asked.add else wanted
            found = desk.milestones.add_usual(desk.meetings.adopt(meeting.code).id, kinds)
    _print(asked, meeting, found, f"{meeting.code} has every usual milestone.")


def add(asked: Namespace) -> None:
    """Add a milestone: on the day a paper names, or counted from the opening."""
    with open_services(asked) as desk:
        meeting = desk.meetings.by_code(asked.meeting)
        if asked.dry_run and not meeting.id:
            raise InputError(
                f"{meeting.code} is a shipped meeting with no milestones of its own yet; leave "
                "--dry-run out."
            )
        kind = MilestoneKind(asked.kind)
        titles = {each.kind: each.title for each in desk.milestones.usual(0)}
        new = _with_options(Milestone(meeting.id, kind, titles.get(kind, "")), asked)
        if not meeting.id:
            # Before the meeting is taken over: what is wrong leaves no trace.
            new = replace(new.checked(), meeting_id=desk.meetings.adopt(meeting.code).id)
        _saved(desk, asked, new)


def change(asked: Namespace) -> None:
    """Change a milestone; what is not named stays."""
    with open_services(asked) as desk:
        known = _own(desk, asked)
        changed = replace(known, kind=MilestoneKind(asked.kind or known.kind))
        _saved(desk, asked, _with_options(changed, asked))


def remove(asked: Namespace) -> None:
    """Take a milestone out of the list."""
    with open_services(asked) as desk:
        known = _own(desk, asked)
        found = desk.milestones.preview_remove(known.id)
        if not asked.dry_run:
            desk.milestones.remove(known.id, asked.why or "", asked.paper or "")
    if asked.json:
        print_json({"id": known.id, "moves": moves_json(found)})
    else:
        print_moves(found, trial=asked.dry_run)


def _own(desk: "Desk", asked: Namespace) -> Milestone:
    meeting = desk.meetings.by_code(asked.meeting)
    known = desk.milestones.get(asked.id)
    if known.meeting_id != meeting.id:
        raise InputError(
            f"The milestone {asked.id} is not one of {meeting.code}; "
            f"“ccmdesk milestones {meeting.code}” lists them."
        )
    return known


def _with_options(milestone: Milestone, asked: Namespace) -> Milestone:
    given = {name: getattr(asked, name) for name in _GIVEN if getattr(asked, name) is not None}
    changed = replace(milestone, **given)
    if asked.due is None and asked.days_before is None:
        return changed
    return replace(changed, due=asked.due, days_before=asked.days_before)


def _saved(desk: "Desk", asked: Namespace, milestone: Milestone) -> None:
    found = desk.milestones.preview(milestone)
    if not asked.dry_run:
        milestone = desk.milestones.save(milestone, asked.why or "", asked.paper or "")
    meeting = desk.meetings.get(milestone.meeting_id)
    concerns = desk.meetings.concerns(meeting)
    if asked.json:
        print_json(
            {
                **_json(meeting, milestone),
                "changed": not asked.dry_run,
                "moves": moves_json(found),
                "concerns": concerns,
            }
        )
        return
    print_moves(found, trial=asked.dry_run)
    for concern in concerns:
        print(f"Look at this: {concern}")


def _print(asked: Namespace, meeting: Meeting, found: Sequence[Milestone], none: str) -> None:
    if asked.json:
        print_json([_json(meeting, each) for each in found])
    elif not found:
        print(none)
    else:
        print_table(
            ("Id", "Day", "Counted", "Kind", "What is to be done"),
            [
                (
                    str(each.id or ""),
                    _day(meeting, each),
                    _counted(each),
                    str(each.kind),
                    each.title,
                )
                for each in found
            ],
        )


def _day(meeting: Meeting, milestone: Milestone) -> str:
    day = milestone.day(meeting.start)
    return spoken(day) if day else "no day yet"


def _counted(milestone: Milestone) -> str:
    if milestone.days_before is None:
        return "from its paper"
    days = abs(milestone.days_before)
    if days == 0:
        return "on the day of the opening"
    side = "before" if milestone.days_before > 0 else "after"
    return f"{days} day{'s' if days > 1 else ''} {side} the opening"


def _json(meeting: Meeting, milestone: Milestone) -> dict[str, Any]:
    return {
        "id": milestone.id or None,
        "meeting": meeting.code,
        "kind": str(milestone.kind),
        "title": milestone.title,
        "due": milestone.day(meeting.start),
        "days_before": milestone.days_before,
        "as_written": milestone.as_written or None,
        "closes": f"{milestone.closes:%H:%M}" if milestone.closes else None,
        "zone": milestone.zone,
        "source": milestone.source or None,
    }
