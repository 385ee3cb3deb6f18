"""The history of duties as rows that are only added; taking an act back adds to it too."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select, update

from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.store.duty_tables import duty_history as table
from ccmdesk.store.unit_of_work import RowChange, UnitOfWork

_MARKS = ("done", "not_applicable", "reopened")
_FIELDS = ("key", "at", "by", "what", "was", "became", "why", "paper")


def add_history(unit: UnitOfWork, entry: HistoryEntry) -> None:
    """Add a line to the history of a duty, as a part of the act under way."""
    unit.insert(table, _values(entry))


def load_history(connection: Connection, key: str = "") -> list[HistoryEntry]:
    """Return the history of one duty, or of all of them, the oldest line first."""
    asked = select(table).order_by(table.c.id)
    if key:
        asked = asked.where(table.c.key == key)
    rows = connection.execute(asked).mappings()
    return [HistoryEntry(**{name: row[name] for name in _FIELDS}) for row in rows]


def is_history(change: RowChange) -> bool:
    """Tell whether the change added a line of history, which stays when the act is taken back."""
    return change.table is table and (change.before is None or change.after is None)


def retell(
    unit: UnitOfWork, changes: Iterable[RowChange], *, at: datetime, by: str, why: str
) -> None:
    """Add what an act taken back, or repeated, means for the history of its duties.

    Lines that were added since go along where their duty gets its former key back.
    """
    changed = list(changes)
    for was, became in {_keys(change) for change in changed if _renames(change)}:
        unit.connection.execute(update(table).where(table.c.key == was).values(key=became))
    told = [change for change in changed if is_history(change)]
    # Of what is taken back the last change comes first; it is told in the order of the day.
    for change in sorted(told, key=lambda change: change.row_id):
        backwards = change.after is None
        row = change.before if backwards else change.after
        if row is None:
            continue
        entry = HistoryEntry(**{name: row[name] for name in _FIELDS})
        entry = replace(entry, at=at, by=by, why=why)
        if backwards:
            entry = replace(entry, was=entry.became, became=entry.was)
            entry = replace(entry, what=_mark_left(entry))
        # No part of any step, so that it stays whatever is taken back or repeated next.
        unit.connection.execute(insert(table).values(**_values(entry)))


def _mark_left(entry: HistoryEntry) -> str:
    """Return by what is left of a mark what the line tells: a day, a reason, or nothing."""
    if entry.what not in _MARKS:
        return entry.what
    if not entry.became:
        return "reopened"
    return "done" if _is_day(entry.became) else "not_applicable"


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _renames(change: RowChange) -> bool:
    return change.table is table and None not in (change.before, change.after)


def _keys(change: RowChange) -> tuple[str, str]:
    before, after = change.before or {}, change.after or {}
    return before["key"], after["key"]


def _values(entry: HistoryEntry) -> dict[str, Any]:
    return {name: getattr(entry, name) for name in _FIELDS}
