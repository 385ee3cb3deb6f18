"""Brings the tables of a file to the present version, all of it or nothing."""

import sqlite3
from collections.abc import Callable, Sequence
from pathlib import Path

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.store.faults import damaged
from ccmdesk.store.migrations import STEPS
from ccmdesk.store.migrations.step import Step

MINORS_PER_MAJOR = 1000


def version_of(connection: sqlite3.Connection) -> int:
    """Return the version written in the file: major * 1000 + minor."""
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def present_version(steps: Sequence[Step] = STEPS) -> int:
    """Return the version this program works with."""
    return steps[-1].version


def written(version: int) -> str:
    """Return a version as it is spoken of, as in "1.0"."""
    major, minor = divmod(version, MINORS_PER_MAJOR)
    return f"{major}.{minor}"


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    *,
    steps: Sequence[Step] = STEPS,
    before: Callable[[], object] | None = None,
) -> bool:
    """Carry out the steps the file still lacks, in one transaction; tell whether there were any.

    `before` is called first and has to keep a verified copy. Raises EnvironmentFault where the
    file's own references do not hold afterwards; the file is then as it was.
    """
    if not _missing(connection, steps):
        return False
    if before is not None:
        before()
    # Rebuilding a parent table with keys on would silently delete its children; the switch does
    # nothing inside a transaction, so it is thrown before.
    connection.execute("PRAGMA foreign_keys=OFF").close()
    try:
        connection.execute("BEGIN IMMEDIATE").close()
        try:
            # Another process may have carried them out while this one waited.
            for step in _missing(connection, steps):
                for statement in step.statements:
                    connection.execute(statement).close()
                connection.execute(f"PRAGMA user_version={step.version}").close()
            if connection.execute("PRAGMA foreign_key_check").fetchone() is not None:
                raise _broken_references(path)
            connection.execute("COMMIT").close()
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK").close()
            raise
    finally:
        connection.execute("PRAGMA foreign_keys=ON").close()
    return True


def _missing(connection: sqlite3.Connection, steps: Sequence[Step]) -> list[Step]:
    version = version_of(connection)
    return [step for step in steps if step.version > version]


def _broken_references(path: Path) -> EnvironmentFault:
    return damaged(path, "rows refer to others that are missing")
