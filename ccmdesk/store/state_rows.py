"""The officer's own States, and corrections kept beside the shipped facts."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.state import State, Status
from ccmdesk.store.tables import own_states
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = (
    "iso3",
    "name",
    "signed",
    "instrument",
    "deposited",
    "entry_into_force",
    "withdrew_effective",
    "as_of",
)


def load_own_states(connection: Connection) -> list[State]:
    """Return the own States by name."""
    rows = connection.execute(select(own_states).order_by(own_states.c.name)).mappings()
    return [_state(row) for row in rows]


def store_own_state(unit: UnitOfWork, state: State) -> None:
    """Add the State or replace the one of the same code."""
    values: dict[str, Any] = {name: getattr(state, name) for name in _FIELDS}
    values |= {"status": str(state.status), "sources": list(state.sources)}
    known = unit.connection.execute(
        select(own_states.c.id).where(own_states.c.iso3 == state.iso3)
    ).scalar()
    if known is None:
        unit.insert(own_states, values)
    else:
        unit.update(own_states, known, values)


def _state(row: Mapping[Any, Any]) -> State:
    return State(
        status=Status(row["status"]),
        sources=tuple(row["sources"]),
        **{name: row[name] for name in _FIELDS},
    )
