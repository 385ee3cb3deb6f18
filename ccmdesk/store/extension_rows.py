"""The extensions that the officer entered, beside those that ship with the program."""

from typing import Any

from sqlalchemy import Connection, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.recorded import Extension
from ccmdesk.store.duty_reading import OWN_EXTENSIONS, extension_from
from ccmdesk.store.duty_tables import own_extensions as table
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = (
    "state",
    "article",
    "stage",
    "deadline",
    "precision",
    "decided_at",
    "note",
    "source",
    "as_of",
)


def load_own_extensions(connection: Connection) -> list[Extension]:
    """Return the officer's own extensions in the order in which they were entered."""
    return [extension_from(row) for row in connection.exec_driver_sql(OWN_EXTENSIONS).mappings()]


def store_extension(unit: UnitOfWork, extension: Extension) -> None:
    """Add the extension or replace the own one of the same stage."""
    values: dict[str, Any] = {name: getattr(extension, name) for name in _FIELDS}
    values["standing"] = str(extension.standing)
    known = _row_id(unit, extension.state, extension.article, extension.stage)
    if known is None:
        unit.insert(table, values)
    else:
        unit.update(table, known, values)


def drop_extension(unit: UnitOfWork, state: str, article: int, stage: str) -> None:
    """Remove an own extension; raises InputError where there is none."""
    known = _row_id(unit, state, article, stage)
    if known is None:
        raise InputError(
            "This extension was not entered here, so it cannot be removed; only your own can.",
            "stage",
        )
    unit.delete(table, known)


def _row_id(unit: UnitOfWork, state: str, article: int, stage: str) -> int | None:
    found: int | None = unit.connection.execute(
        select(table.c.id).where(
            table.c.state == state, table.c.article == article, table.c.stage == stage
        )
    ).scalar()
    return found
