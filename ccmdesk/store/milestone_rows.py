"""The milestones of meetings, as rows."""

from datetime import datetime, time
from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.store.duty_tables import milestones as table
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = ("meeting_id", "title", "due", "days_before", "as_written", "zone", "source")


def load_milestones(connection: Connection, meeting_id: int) -> tuple[Milestone, ...]:
    """Return the milestones of one meeting that are not in the bin, in the order of their ids."""
    rows = connection.execute(
        select(table)
        .where(table.c.meeting_id == meeting_id, table.c.removed_at.is_(None))
        .order_by(table.c.id)
    ).mappings()
    return tuple(_milestone(row) for row in rows)


def load_milestone(connection: Connection, milestone_id: int) -> Milestone:
    """Return one milestone; raises InputError where there is none."""
    row = (
        connection.execute(
            select(table).where(table.c.id == milestone_id, table.c.removed_at.is_(None))
        )
        .mappings()
        .first()
    )
    if row is None:
        raise InputError("This milestone is not stored here; choose one from the list.", "id")
    return _milestone(row)


def store_milestone(unit: UnitOfWork, milestone: Milestone) -> int:
    """Add the milestone, or replace the one of the same id, and return the id."""
    values: dict[str, Any] = {name: getattr(milestone, name) for name in _FIELDS}
    values["kind"] = str(milestone.kind)
    values["closes"] = f"{milestone.closes:%H:%M}" if milestone.closes else None
    if not milestone.id:
        return unit.insert(table, values)
    unit.update(table, milestone.id, values)
    return milestone.id


def bin_milestone(unit: UnitOfWork, milestone_id: int, at: datetime) -> None:
    """Put the milestone into the bin."""
    unit.update(table, milestone_id, {"removed_at": at})


def _milestone(row: Any) -> Milestone:
    return Milestone(
        id=row["id"],
        kind=MilestoneKind(row["kind"]),
        closes=time.fromisoformat(row["closes"]) if row["closes"] else None,
        **{name: row[name] for name in _FIELDS},
    )
