"""Drafts and issued notes, as rows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import Draft, NoteKind, NoteLine, NoteState
from ccmdesk.store.tables import issued_notes, meetings, notes
from ccmdesk.store.unit_of_work import UnitOfWork

_PLAIN = ("language", "meeting_id", "dated", "addressee", "reference", "reference_dated", "request")


@dataclass(frozen=True, slots=True)
class StoredNote:
    """A note's draft and where it stands."""

    draft: Draft
    state: NoteState


@dataclass(frozen=True, slots=True)
class Seal:
    """What is kept of an issued note and can never change."""

    note_id: int
    series: str
    sequence: int
    number: str
    pattern: str
    restart: str
    year: int
    dated: date
    kind: str
    language: str
    state_iso3: str
    meeting_code: str
    meeting_name: str
    addressee: str
    subject: str
    frozen: str
    frozen_sha256: str
    pdf: bytes
    pdf_sha256: str
    emblem_sha256: str | None
    issued_at: datetime


def draft_values(draft: Draft) -> dict[str, Any]:
    """Return the draft as the columns of its row."""
    values: dict[str, Any] = {name: getattr(draft, name) for name in _PLAIN}
    values["kind"] = str(draft.kind)
    values["address"] = None if draft.address is None else list(draft.address)
    values["paragraphs"] = list(draft.paragraphs)
    return values


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
    address = row["address"]
    draft = Draft(
        kind=NoteKind(row["kind"]),
        address=None if address is None else tuple(address),
        paragraphs=tuple(row["paragraphs"]),
        **{name: row[name] for name in _PLAIN},
    )
    return StoredNote(draft, NoteState(row["state"]))


def update_note(unit: UnitOfWork, note_id: int, draft: Draft, at: datetime) -> None:
    """Replace what a draft says; the database itself refuses it for an issued note."""
    values = draft_values(draft)
    before = unit.row(notes, note_id)
    if before is None or any(before[name] != value for name, value in values.items()):
        unit.update(notes, note_id, {**values, "updated_at": at})


def next_sequence(connection: Connection, series: str) -> int:
    """Return the next running number; true only inside a writing transaction."""
    last = connection.execute(
        select(func.max(issued_notes.c.sequence)).where(issued_notes.c.series == series)
    ).scalar()
    return int(last or 0) + 1


def number_is_taken(connection: Connection, number: str) -> bool:
    """Tell whether the register holds this number."""
    return (
        connection.execute(
            select(issued_notes.c.note_id).where(issued_notes.c.number == number)
        ).first()
        is not None
    )


def seal_note(unit: UnitOfWork, seal: Seal) -> None:
    """Store what was issued, then mark the note; from here on the database refuses changes."""
    values = {name: getattr(seal, name) for name in Seal.__slots__}
    unit.connection.execute(issued_notes.insert().values(**values))
    unit.connection.execute(
        notes.update()
        .where(notes.c.id == seal.note_id)
        .values(state=str(NoteState.ISSUED), dated=seal.dated, updated_at=seal.issued_at)
    )


def load_frozen(connection: Connection, note_id: int) -> tuple[str, str | None]:
    """Return the frozen text of an issued note, as JSON, and the SHA-256 of its emblem."""
    row = connection.execute(
        select(issued_notes.c.frozen, issued_notes.c.emblem_sha256).where(
            issued_notes.c.note_id == note_id
        )
    ).one()
    return row.frozen, row.emblem_sha256


def load_pdf(connection: Connection, note_id: int) -> bytes:
    """Return the sealed PDF of an issued note."""
    found = connection.execute(
        select(issued_notes.c.pdf).where(issued_notes.c.note_id == note_id)
    ).scalar_one()
    return bytes(found)


def load_lines(connection: Connection, note_id: int | None = None) -> list[NoteLine]:
    """Return every note, or that one, the last changed first; issued ones as they were sealed."""
    chosen = (
        select(
            notes.c.id,
            notes.c.kind,
            notes.c.language,
            notes.c.state,
            notes.c.dated,
            notes.c.updated_at,
            notes.c.addressee,
            meetings.c.code,
            meetings.c.name,
            meetings.c.note_addressee,
            issued_notes.c.number,
            issued_notes.c.pdf_sha256,
            issued_notes.c.meeting_code.label("sealed_code"),
            issued_notes.c.meeting_name.label("sealed_name"),
            issued_notes.c.addressee.label("sealed_addressee"),
        )
        .select_from(notes.join(meetings).outerjoin(issued_notes))
        .order_by(notes.c.updated_at.desc(), notes.c.id.desc())
    )
    if note_id is not None:
        chosen = chosen.where(notes.c.id == note_id)
    return [_line(row) for row in connection.execute(chosen).mappings()]


def _line(row: Mapping[Any, Any]) -> NoteLine:
    issued = row["number"] is not None
    typed = row["addressee"]
    live = row["note_addressee"] if typed is None else typed
    return NoteLine(
        id=row["id"],
        kind=NoteKind(row["kind"]),
        language=row["language"],
        state=NoteState(row["state"]),
        meeting_code=row["sealed_code"] if issued else row["code"],
        meeting_name=row["sealed_name"] if issued else row["name"],
        number=row["number"] or "",
        dated=row["dated"],
        updated_at=row["updated_at"],
        addressee=row["sealed_addressee"] if issued else live,
        sha256=row["pdf_sha256"] or "",
    )
