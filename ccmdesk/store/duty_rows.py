"""What the officer recorded of duties, as rows."""

from sqlalchemy import Connection, select

from ccmdesk.domain.duty import DutyRecord
from ccmdesk.store.tables import duty_records as table
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = ("key", "done_on", "proof", "not_applicable", "remark")


def load_records(connection: Connection) -> dict[str, DutyRecord]:
    """Return the records by the key of their duty."""
    rows = connection.execute(select(table)).mappings()
    return {row["key"]: DutyRecord(**{name: row[name] for name in _FIELDS}) for row in rows}


def store_record(unit: UnitOfWork, record: DutyRecord) -> None:
    """Add the record or replace the one of the same duty."""
    values = {name: getattr(record, name) for name in _FIELDS}
    known = _row_id(unit, record.key)
    if known is None:
        unit.insert(table, values)
    else:
        unit.update(table, known, values)


def drop_record(unit: UnitOfWork, key: str) -> bool:
    """Forget what was recorded of a duty; tell whether there was anything."""
    known = _row_id(unit, key)
    if known is None:
        return False
    unit.delete(table, known)
    return True


def _row_id(unit: UnitOfWork, key: str) -> int | None:
    found: int | None = unit.connection.execute(
        select(table.c.id).where(table.c.key == key)
    ).scalar()
    return found
