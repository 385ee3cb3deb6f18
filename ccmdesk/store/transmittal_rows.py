"""Which note carries which sealed report, as rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.note import NoteState
from ccmdesk.store.report_tables import report_transmittals as table
from ccmdesk.store.report_tables import sealed_reports
from ccmdesk.store.tables import issued_notes, notes
from ccmdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class StoredTransmittal:
    """A note that carries a sealed version; number and date are there once it is issued."""

    sealed_id: int
    version: int
    note_id: int
    state: NoteState
    begun_at: datetime
    number: str = ""
    dated: date | None = None


def add_transmittal(unit: UnitOfWork, sealed_id: int, note_id: int, at: datetime) -> None:
    """Say that a note carries a sealed version."""
    unit.insert(table, {"sealed_id": sealed_id, "note_id": note_id, "begun_at": at})


def load_transmittals(
    connection: Connection, *, report_id: int = 0, sealed_id: int = 0, note_id: int = 0
) -> Sequence[StoredTransmittal]:
    """Return the notes that carry the versions of a report, or one version, the oldest first.

    With `note_id` what one note carries. A note that was thrown away as a draft is left out.
    """
    wanted = (
        select(
            table.c.sealed_id,
            table.c.note_id,
            table.c.begun_at,
            sealed_reports.c.version,
            notes.c.state,
            issued_notes.c.number,
            issued_notes.c.dated,
        )
        .select_from(
            table.join(sealed_reports, sealed_reports.c.id == table.c.sealed_id)
            .join(notes, notes.c.id == table.c.note_id)
            .outerjoin(issued_notes, issued_notes.c.note_id == table.c.note_id)
        )
        .order_by(table.c.id)
    )
    if note_id:
        wanted = wanted.where(table.c.note_id == note_id)
    elif sealed_id:
        wanted = wanted.where(table.c.sealed_id == sealed_id)
    else:
        wanted = wanted.where(sealed_reports.c.report_id == report_id)
    return [_transmittal(row) for row in connection.execute(wanted).mappings()]


def _transmittal(row: Mapping[Any, Any]) -> StoredTransmittal:
    return StoredTransmittal(
        sealed_id=row["sealed_id"],
        version=row["version"],
        note_id=row["note_id"],
        state=NoteState(row["state"]),
        begun_at=row["begun_at"],
        number=row["number"] or "",
        dated=row["dated"],
    )
