"""Drafts and where notes stand, as rows."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, select, update

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import Draft, NoteState
from ccmdesk.store.draft_values import draft_from, draft_values
from ccmdesk.store.tables import notes
from ccmdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note's draft and where it stands."""

    draft: Draft
    state: NoteState


def add_note(unit: UnitOfWork, draft: Draft, at: datetime) -> int:
    """Add a draft and return the note's id."""
    return unit.insert(
        notes,
        {
            **draft_values(draft),
            "state": str(NoteState.DRAFT),
            "created_at": at,
            "updated_at": at,
        },
    )


def load_note(connection: Connection, note_id: int) -> StoredNote:
    """Return one note, or raise InputError."""
    row = connection.execute(select(notes).where(notes.c.id == note_id)).mappings().first()
    if row is None:
        raise InputError(f"There is no note {note_id}; “ccmdesk notes” lists them.", "note")
    return StoredNote(draft_from(row), NoteState(row["state"]))


def update_note(unit: UnitOfWork, note_id: int, draft: Draft, at: datetime) -> None:
    """Replace what a draft says; the database itself refuses it for an issued note."""
    values = draft_values(draft)
    before = unit.row(notes, note_id)
    if before is None or any(before[name] != value for name, value in values.items()):
        unit.update(notes, note_id, {**values, "updated_at": at})


def set_state(unit: UnitOfWork, note_id: int, state: NoteState, at: datetime) -> None:
    """Bring a note to the next state of its life; the database refuses any other."""
    unit.connection.execute(
        update(notes).where(notes.c.id == note_id).values(state=str(state), updated_at=at)
    )


def answering(connection: Connection, note_ids: Iterable[int]) -> list[tuple[int, NoteState]]:
    """Return the notes that amend or correct one of `note_ids`, with where they stand."""
    rows = connection.execute(
        select(notes.c.id, notes.c.state).where(notes.c.answers.in_(list(note_ids)))
    )
    return [(row.id, NoteState(row.state)) for row in rows]
