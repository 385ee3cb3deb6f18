"""Sealed versions of Article 7 reports: what is written once and can never change, as rows."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from ccmdesk.domain.article7 import SealedReport
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.store.report_tables import sealed_reports as table
from ccmdesk.store.seal_check import sealed_report_fault
from ccmdesk.store.unit_of_work import UnitOfWork

_LINE = ("report_id", "version", "sealed_at", "sealed_by", "pdf_sha256", "reason", "id")


def add_sealed(unit: UnitOfWork, values: Mapping[str, Any]) -> int:
    """Store a sealed version and return its id; from here on the database refuses changes."""
    # A seal is no part of undo: it is added past the unit's own list of changes.
    key = unit.connection.execute(insert(table).values(**values)).inserted_primary_key
    if key is None:
        raise RuntimeError("the sealed report got no id")
    return int(key[0])


def load_versions(connection: Connection, report_id: int) -> list[SealedReport]:
    """Return the sealed versions of a report, the first one first."""
    rows = connection.execute(
        select(*(table.c[name] for name in _LINE))
        .where(table.c.report_id == report_id)
        .order_by(table.c.version)
    ).mappings()
    return [_sealed(row) for row in rows]


def load_version(connection: Connection, sealed_id: int) -> SealedReport:
    """Return one sealed version; raises InputError where there is none of that id."""
    row = (
        connection.execute(
            select(*(table.c[name] for name in _LINE)).where(table.c.id == sealed_id)
        )
        .mappings()
        .first()
    )
    if row is None:
        raise InputError(f"There is no sealed report {sealed_id}.", "report")
    return _sealed(row)


def load_frozen(connection: Connection, sealed_id: int) -> str:
    """Return the frozen text of a sealed version, as JSON.

    Raises EnvironmentFault where it is no longer what was sealed.
    """
    return str(_proven(connection, sealed_id)["frozen"])


def load_sealed_pdf(connection: Connection, sealed_id: int) -> bytes:
    """Return the PDF of a sealed version; raises EnvironmentFault where it is not what was."""
    return bytes(_proven(connection, sealed_id)["pdf"])


def _proven(connection: Connection, sealed_id: int) -> Mapping[str, Any]:
    # Column by column as it is stored, which is how the seal speaks of it.
    row = connection.exec_driver_sql(
        "SELECT * FROM sealed_reports WHERE id = ?", (sealed_id,)
    ).mappings()
    found = row.first()
    if found is None:
        raise InputError(f"There is no sealed report {sealed_id}.", "report")
    line = {str(name): value for name, value in found.items()}
    wrong = sealed_report_fault(line, None)
    if wrong:
        raise EnvironmentFault(f"{wrong} Restore a backup and run ccmdesk check.")
    return line


def _sealed(row: Mapping[Any, Any]) -> SealedReport:
    return SealedReport(**{name: row[name] for name in _LINE})
