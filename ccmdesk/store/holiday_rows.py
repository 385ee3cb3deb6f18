"""The officer's own lines of the three holiday lists, as rows."""

from dataclasses import fields
from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import WEEKEND, HolidayEntry, Place
from ccmdesk.store.duty_tables import capital_weekend
from ccmdesk.store.duty_tables import holiday_entries as table
from ccmdesk.store.unit_of_work import UnitOfWork

_ONLY = 1
_FIELDS = tuple(field.name for field in fields(HolidayEntry) if field.name != "id")


def load_entries(connection: Connection, place: Place | None = None) -> tuple[HolidayEntry, ...]:
    """Return the lines of one list, or of all three, by day."""
    asked = select(table).order_by(table.c.day, table.c.id)
    if place is not None:
        asked = asked.where(table.c.place == str(place))
    return tuple(_entry(row) for row in connection.execute(asked).mappings())


def load_entry(connection: Connection, entry_id: int) -> HolidayEntry:
    """Return one line; raises InputError where there is none."""
    row = connection.execute(select(table).where(table.c.id == entry_id)).mappings().first()
    if row is None:
        raise InputError("This line is not in the lists; choose one that is.", "id")
    return _entry(row)


def store_entry(unit: UnitOfWork, entry: HolidayEntry) -> int:
    """Add the line, or replace the one that says something of the same day, and return its id."""
    values: dict[str, Any] = {name: getattr(entry, name) for name in _FIELDS}
    values["place"] = str(entry.place)
    same = unit.connection.execute(
        select(table.c.id).where(
            table.c.place == values["place"],
            table.c.day == entry.day,
            table.c.yearly == entry.yearly,
        )
    ).scalar()
    if same is not None and same != entry.id:
        if entry.id:
            unit.delete(table, entry.id)
        unit.update(table, same, values)
        return int(same)
    if not entry.id:
        return unit.insert(table, values)
    unit.update(table, entry.id, values)
    return entry.id


def drop_entry(unit: UnitOfWork, entry_id: int) -> None:
    """Remove the line."""
    unit.delete(table, entry_id)


def load_weekend(connection: Connection) -> frozenset[int]:
    """Return on which days of the week the capital rests, Monday being 0."""
    days = connection.execute(select(capital_weekend.c.days)).scalar()
    return WEEKEND if days is None else frozenset(days)


def store_weekend(unit: UnitOfWork, days: frozenset[int]) -> None:
    """Keep on which days of the week the capital rests."""
    values = {"days": sorted(days)}
    if unit.row(capital_weekend, _ONLY) is None:
        unit.insert(capital_weekend, {"id": _ONLY, **values})
    else:
        unit.update(capital_weekend, _ONLY, values)


def _entry(row: Any) -> HolidayEntry:
    return HolidayEntry(
        id=row["id"],
        place=Place(row["place"]),
        **{name: row[name] for name in _FIELDS if name != "place"},
    )
