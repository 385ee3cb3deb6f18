"""How a connection to the database file is made; the standard library only, so that it is quick."""

import sqlite3
from pathlib import Path

APPLICATION_ID = 0x43434D44  # "CCMD"
BUSY_SECONDS = 5.0

_PRAGMAS = (
    "PRAGMA journal_mode=DELETE",
    # Only EXTRA makes the removal of the journal survive a power cut in this journal mode.
    "PRAGMA synchronous=EXTRA",
    "PRAGMA foreign_keys=ON",
    f"PRAGMA busy_timeout={int(BUSY_SECONDS * 1000)}",
    "PRAGMA trusted_schema=OFF",
    "PRAGMA cell_size_check=ON",
)


def connect(path: Path) -> sqlite3.Connection:
    """Open the existing file for reading and writing; the driver never begins by itself.

    A missing file is never created. Raises sqlite3.Error as the driver gives it.
    """
    connection = _open(path, "rw")
    try:
        for pragma in _PRAGMAS:
            connection.execute(pragma).close()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_reading(path: Path) -> sqlite3.Connection:
    """Open the existing file for queries only.

    It is opened as for writing, since only so can SQLite roll back what a killed program left half
    done; the connection itself refuses every change.
    """
    connection = _open(path, "rw")
    try:
        connection.execute("PRAGMA query_only=ON").close()
        connection.execute("PRAGMA trusted_schema=OFF").close()
    except BaseException:
        connection.close()
        raise
    return connection


def connect_copy(path: Path) -> sqlite3.Connection:
    """Open a closed copy strictly read-only, as a backup is proved."""
    return _open(path, "ro")


def _open(path: Path, mode: str) -> sqlite3.Connection:
    return sqlite3.connect(
        f"{path.absolute().as_uri()}?mode={mode}",
        uri=True,
        timeout=BUSY_SECONDS,
        isolation_level=None,
        # A pool hands a connection from thread to thread, one at a time.
        check_same_thread=False,
    )
