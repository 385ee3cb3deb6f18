"""Meetings and what their convening notes say, as rows."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.store.tables import meetings
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = (
    "code",
    "name",
    "ordinal",
    "start",
    "end",
    "city",
    "venue",
    "president",
    "symbol_prefix",
    "website",
    "source",
    "as_of",
)


def load_meetings(connection: Connection) -> list[Meeting]:
    """Return the stored meetings that are not in the bin, by their opening day."""
    rows = connection.execute(
        select(meetings).where(meetings.c.removed_at.is_(None)).order_by(meetings.c.start)
    ).mappings()
    return [_meeting(row) for row in rows]


def load_meeting(connection: Connection, meeting_id: int) -> Meeting:
    """Return one meeting, also from the bin, since notes still refer to it."""
    row = connection.execute(select(meetings).where(meetings.c.id == meeting_id)).mappings().first()
    if row is None:
        raise InputError("This meeting is not stored here; choose one from the list.", "meeting")
    return _meeting(row)


def store_meeting(unit: UnitOfWork, meeting: Meeting) -> int:
    """Add the meeting, or replace the one of the same id, and return the id."""
    note = meeting.convening
    values: dict[str, Any] = {name: getattr(meeting, name) for name in _FIELDS}
    values |= {
        "kind": str(meeting.kind),
        "note_reference": note.reference,
        "note_dated": note.dated,
        "note_sender": note.sender,
        "note_addressee": note.addressee,
        "note_address": list(note.address),
        "note_email": note.email,
        "delegation_due": note.delegation_due,
        "delegation_due_as_written": note.delegation_due_as_written,
    }
    if not meeting.id:
        return unit.insert(meetings, values)
    unit.update(meetings, meeting.id, values)
    return meeting.id


def bin_meeting(unit: UnitOfWork, meeting_id: int, at: datetime) -> None:
    """Put the meeting into the bin."""
    unit.update(meetings, meeting_id, {"removed_at": at})


def _meeting(row: Mapping[Any, Any]) -> Meeting:
    return Meeting(
        kind=MeetingKind(row["kind"]),
        convening=ConveningNote(
            reference=row["note_reference"],
            dated=row["note_dated"],
            sender=row["note_sender"],
            addressee=row["note_addressee"],
            address=tuple(row["note_address"]),
            email=row["note_email"],
            delegation_due=row["delegation_due"],
            delegation_due_as_written=row["delegation_due_as_written"],
        ),
        id=row["id"],
        **{name: row[name] for name in _FIELDS},
    )
