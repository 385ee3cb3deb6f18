"""Received papers, as rows."""

from dataclasses import fields
from datetime import datetime

from sqlalchemy import Connection, select

from ccmdesk.domain.incoming_paper import IncomingPaper
from ccmdesk.store.tables import incoming_papers as table
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = tuple(field.name for field in fields(IncomingPaper) if field.name != "id")


def load_papers(connection: Connection) -> list[IncomingPaper]:
    """Return the papers that are not in the bin, the latest received first."""
    rows = connection.execute(
        select(table)
        .where(table.c.removed_at.is_(None))
        .order_by(table.c.received_on.desc(), table.c.id.desc())
    ).mappings()
    return [IncomingPaper(id=row["id"], **{name: row[name] for name in _FIELDS}) for row in rows]


def store_paper(unit: UnitOfWork, paper: IncomingPaper) -> int:
    """Add the paper, or replace the one of the same id, and return the id."""
    values = {name: getattr(paper, name) for name in _FIELDS}
    if not paper.id:
        return unit.insert(table, values)
    unit.update(table, paper.id, values)
    return paper.id


def bin_paper(unit: UnitOfWork, paper_id: int, at: datetime) -> None:
    """Put the paper into the bin."""
    unit.update(table, paper_id, {"removed_at": at})
