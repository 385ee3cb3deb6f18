"""Issued notes: their lines in the register, their frozen text and their PDF, as rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from ccmdesk.domain.note import NoteState
from ccmdesk.store.tables import events, issued_notes, notes, sealed_papers
from ccmdesk.store.unit_of_work import UnitOfWork

_PAPER = ("frozen", "pdf")


@dataclass(frozen=True, slots=True)
class Seal:
    """What is kept of an issued note and can never change.

    `series` names the register ("" is the main one) and `run` the count within it, a year or
    "all". `typed` is set where the officer gave the number; `sequence` is then None unless the
    number follows the pattern. `people` are the names of the delegation, for the search.
    """

    note_id: int
    series: str
    run: str
    sequence: int | None
    typed: bool
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
    reference: str
    people: str
    frozen: str
    frozen_sha256: str
    pdf: bytes
    pdf_sha256: str
    emblem_sha256: str | None
    issued_at: datetime


@dataclass(frozen=True, slots=True)
class FirstUse:
    """The issued note that holds a number."""

    number: str
    dated: date
    subject: str


@dataclass(frozen=True, slots=True)
class SealedText:
    """The frozen text of an issued note with what has to agree with it."""

    frozen: str
    emblem_sha256: str | None


def next_sequence(connection: Connection, series: str, run: str) -> int:
    """Return the next running number; true only inside a writing transaction."""
    last = connection.execute(
        select(func.max(issued_notes.c.sequence)).where(
            issued_notes.c.series == series, issued_notes.c.run == run
        )
    ).scalar()
    return int(last or 0) + 1


def first_use(connection: Connection, number: str) -> FirstUse | None:
    """Return the note that holds this number, written in whatever case, or None."""
    wanted = select(issued_notes.c.number, issued_notes.c.dated, issued_notes.c.subject).limit(1)
    # The number as it is written has an index; only where that finds nothing all are looked at.
    for condition in (
        issued_notes.c.number == number,
        func.lower(issued_notes.c.number) == number.lower(),
    ):
        row = connection.execute(wanted.where(condition)).first()
        if row is not None:
            return FirstUse(row.number, row.dated, row.subject)
    return None


def sequence_is_taken(connection: Connection, series: str, run: str, sequence: int) -> bool:
    """Tell whether a running number was given, perhaps written by an earlier pattern."""
    found = connection.execute(
        select(issued_notes.c.note_id).where(
            issued_notes.c.series == series,
            issued_notes.c.run == run,
            issued_notes.c.sequence == sequence,
        )
    )
    return found.first() is not None


def seal_note(unit: UnitOfWork, seal: Seal) -> None:
    """Store what was issued, then mark the note; from here on the database refuses changes."""
    values = {name: getattr(seal, name) for name in Seal.__slots__ if name not in _PAPER}
    unit.connection.execute(insert(issued_notes).values(**values))
    unit.connection.execute(
        insert(sealed_papers).values(note_id=seal.note_id, frozen=seal.frozen, pdf=seal.pdf)
    )
    unit.connection.execute(
        update(notes)
        .where(notes.c.id == seal.note_id)
        .values(
            state=str(NoteState.ISSUED),
            dated=seal.dated,
            number=seal.number if seal.typed else None,
            series=seal.series,
            updated_at=seal.issued_at,
        )
    )


def load_frozen(connection: Connection, note_id: int) -> SealedText:
    """Return the frozen text of an issued note, as JSON, and the SHA-256 of its emblem."""
    row = connection.execute(
        select(sealed_papers.c.frozen, issued_notes.c.emblem_sha256)
        .select_from(sealed_papers.join(issued_notes))
        .where(sealed_papers.c.note_id == note_id)
    ).one()
    return SealedText(row.frozen, row.emblem_sha256)


def load_pdf(connection: Connection, note_id: int) -> bytes:
    """Return the sealed PDF of an issued note."""
    found = connection.execute(
        select(sealed_papers.c.pdf).where(sealed_papers.c.note_id == note_id)
    ).scalar_one()
    return bytes(found)


def load_seal_line(connection: Connection, note_id: int) -> Mapping[str, Any]:
    """Return the line of the register of one issued note."""
    row = connection.execute(select(issued_notes).where(issued_notes.c.note_id == note_id))
    return dict(row.mappings().one())


def load_stored_line(connection: Connection, note_id: int) -> Mapping[str, Any]:
    """Return the line of the register of one issued note, column by column as it is stored."""
    found = connection.exec_driver_sql("SELECT * FROM issued_notes WHERE note_id = ?", (note_id,))
    return dict(found.mappings().one())


def recorded_seals(connection: Connection, note_ids: Sequence[int] | None = None) -> dict[int, str]:
    """Return, by note, the SHA-256 of PDF and text that the record of events holds.

    With `note_ids`, a few hundred at most, only those of these notes.
    """
    wanted = select(events.c.subject, events.c.detail).where(events.c.verb == "note.issue")
    if note_ids is not None:
        wanted = wanted.where(events.c.subject.in_([f"note/{each}" for each in note_ids]))
    found = {}
    for subject, told in connection.execute(wanted):
        detail = json.loads(told)
        found[int(subject.partition("/")[2])] = detail["pdf_sha256"] + detail["frozen_sha256"]
    return found


def latest_sealed(
    connection: Connection, kinds: list[str], most: int
) -> list[tuple[int, str, str, str]]:
    """Return the note ids, numbers, codes of meeting and texts of issued notes, latest first.

    Cancelled ones are left out.
    """
    rows = connection.execute(
        select(
            issued_notes.c.note_id,
            issued_notes.c.number,
            issued_notes.c.meeting_code,
            sealed_papers.c.frozen,
        )
        .select_from(issued_notes.join(sealed_papers).join(notes))
        .where(issued_notes.c.kind.in_(kinds), notes.c.state != str(NoteState.CANCELLED))
        .order_by(issued_notes.c.issued_at.desc(), issued_notes.c.note_id.desc())
        .limit(most)
    )
    return [(row.note_id, row.number, row.meeting_code, row.frozen) for row in rows]
