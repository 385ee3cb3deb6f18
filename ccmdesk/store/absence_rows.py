"""When somebody who signs is away, as rows."""

from dataclasses import fields

from sqlalchemy import Connection, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.safe_start import Absence
from ccmdesk.store.duty_tables import absences as table
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = tuple(field.name for field in fields(Absence) if field.name != "id")


def load_absences(connection: Connection) -> tuple[Absence, ...]:
    """Return the absences by their first day."""
    rows = connection.execute(select(table).order_by(table.c.first, table.c.id)).mappings()
    return tuple(Absence(id=row["id"], **{name: row[name] for name in _FIELDS}) for row in rows)


def store_absence(unit: UnitOfWork, absence: Absence) -> int:
    """Add the absence, or replace the one of the same id, and return the id."""
    values = {name: getattr(absence, name) for name in _FIELDS}
    if not absence.id:
        return unit.insert(table, values)
    unit.update(table, absence.id, values)
    return absence.id


def drop_absence(unit: UnitOfWork, absence_id: int) -> None:
    """Remove the absence; raises InputError where there is none."""
    if unit.row(table, absence_id) is None:
        raise InputError("This absence is not in the list; choose one that is.", "id")
    unit.delete(table, absence_id)
