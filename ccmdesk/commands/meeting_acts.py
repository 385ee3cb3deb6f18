"""Commands on one meeting: added, moved, given its note, renamed, removed."""

from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from ccmdesk.commands.access import open_services
from ccmdesk.commands.date_moves import moves_json, print_moves
from ccmdesk.commands.output import print_json
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting, MeetingKind

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk


def add(asked: Namespace) -> None:
    """Add a meeting; a formal one is named by its kind and ordinal where no name is given."""
    kind = MeetingKind(asked.kind)
    with open_services(asked) as desk:
        code = asked.meeting.strip()
        if any(each.code.upper() == code.upper() for each in desk.meetings.all()):
            raise InputError(f"There is a meeting {code} already; use move or note on it.")
        _saved(
            desk,
            asked,
            Meeting(
                code=code,
                name=asked.name or desk.meetings.formal_name(kind, asked.ordinal) or code,
                kind=kind,
                ordinal=asked.ordinal,
                start=asked.start,
                end=asked.end or asked.start,
                city=asked.city or "",
                venue=asked.venue or "",
                source=asked.source or asked.paper or "",
            ),
        )


def move(asked: Namespace) -> None:
    """Give a meeting other days; without --end it stays as long as it is."""

    def moved(meeting: Meeting) -> Meeting:
        end = asked.end
        if end is None and meeting.start is not None and meeting.end is not None:
            try:
                end = asked.start + (meeting.end - meeting.start)
            except OverflowError:
                raise WrongUsageError("The calendar ends before this meeting does.") from None
        source = meeting.source
        if asked.paper and asked.paper not in source.split("; "):
            source = "; ".join(filter(None, (source, asked.paper)))
        return replace(meeting, start=asked.start, end=end or asked.start, source=source)

    _changed(asked, moved)


def note(asked: Namespace) -> None:
    """Enter the day that the convening note sets; withdrawn, the provisional one counts again."""

    def noted(meeting: Meeting) -> Meeting:
        known = meeting.convening
        if asked.withdrawn:
            if asked.reference or asked.dated or asked.as_written:
                raise WrongUsageError("Leave everything of the note out where it is withdrawn.")
            if known.delegation_due is None:
                raise InputError(f"No day of a convening note of {meeting.code} is entered here.")
            # Where to answer stays; it is most likely that of the next note.
            gone = replace(known, reference="", dated=None, delegation_due_as_written="")
            return replace(meeting, convening=replace(gone, delegation_due=None))
        return replace(
            meeting,
            convening=replace(
                known,
                reference=asked.reference or known.reference,
                dated=asked.dated or known.dated,
                delegation_due=asked.delegation_due,
                delegation_due_as_written=asked.as_written or "",
            ),
        )

    _changed(asked, noted)


def rename(asked: Namespace) -> None:
    """Give a meeting another code; what is recorded of its duties follows."""
    _changed(asked, lambda meeting: replace(meeting, code=asked.code.strip()))


def remove(asked: Namespace) -> None:
    """Take a meeting of the officer's own out of the list."""
    with open_services(asked) as desk:
        meeting = desk.meetings.by_code(asked.meeting)
        if not meeting.id:
            raise InputError(f"{meeting.code} is a shipped meeting; only your own can be removed.")
        found = desk.meetings.preview_remove(meeting.id)
        if not asked.dry_run:
            desk.meetings.remove(meeting.id, asked.why or "", asked.paper or "")
    if asked.json:
        print_json({"meeting": meeting.code, "moves": moves_json(found), "concerns": []})
    else:
        print_moves(found, trial=asked.dry_run)


def _changed(asked: Namespace, change: Callable[[Meeting], Meeting]) -> None:
    with open_services(asked) as desk:
        _saved(desk, asked, change(desk.meetings.by_code(asked.meeting)))


def _saved(desk: "Desk", asked: Namespace, meeting: Meeting) -> None:
    found = desk.meetings.preview(meeting)
    concerns = desk.meetings.concerns(meeting)
    if not asked.dry_run:
        meeting = desk.meetings.save(meeting, asked.why or "", asked.paper or "")
    if asked.json:
        print_json(
            {
                "meeting": meeting.code,
                "start": meeting.start,
                "end": meeting.end,
                "changed": not asked.dry_run,
                "moves": moves_json(found),
                "concerns": concerns,
            }
        )
        return
    days = f"opens on {spoken(meeting.start)}" if meeting.start else "has no opening day yet"
    print(f"{meeting.name} ({meeting.code}) {days}.")
    print_moves(found, trial=asked.dry_run)
    for concern in concerns:
        print(f"Look at this: {concern}")
