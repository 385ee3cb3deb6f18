"""How long the steps on the way to a duty take, where the mission changed it, as rows."""

from collections.abc import Sequence

from sqlalchemy import Connection, select

from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.safe_start import Leg, LegKind
from ccmdesk.store.duty_tables import lead_times as table
from ccmdesk.store.unit_of_work import UnitOfWork


def load_lead_times(connection: Connection) -> dict[str, tuple[Leg, ...]]:
    """Return the mission's own steps by the kind of the duty."""
    return {
        row["duty_kind"]: tuple(
            Leg(LegKind(leg["kind"]), leg["working_days"], Place(leg["place"]))
            for leg in row["legs"]
        )
        for row in connection.execute(select(table)).mappings()
    }


def store_lead_times(unit: UnitOfWork, duty_kind: str, legs: Sequence[Leg]) -> None:
    """Keep the steps of a kind of duty in place of those kept before."""
    values = {
        "duty_kind": duty_kind,
        "legs": [
            {"kind": str(leg.kind), "working_days": leg.working_days, "place": str(leg.place)}
            for leg in legs
        ],
    }
    known = _row_id(unit, duty_kind)
    if known is None:
        unit.insert(table, values)
    else:
        unit.update(table, known, values)


def drop_lead_times(unit: UnitOfWork, duty_kind: str) -> None:
    """Forget the mission's own steps, so that the shipped ones count again."""
    known = _row_id(unit, duty_kind)
    if known is not None:
        unit.delete(table, known)


def _row_id(unit: UnitOfWork, duty_kind: str) -> int | None:
    found: int | None = unit.connection.execute(
        select(table.c.id).where(table.c.duty_kind == duty_kind)
    ).scalar()
    return found
