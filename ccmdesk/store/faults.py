"""Says in one sentence what SQLite meant; damaged, busy, full and forbidden are never mixed up."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from ccmdesk.domain.errors import CcmDeskError, EnvironmentFault, RefusedError

_DAMAGED = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB})
_BUSY = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_FORBIDDEN = frozenset({sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_AUTH})


@contextmanager
def plain_faults(path: Path) -> Iterator[None]:
    """Turn what SQLite raises inside the block into the error families of the program."""
    try:
        yield
    except CcmDeskError:
        raise
    except Exception as error:
        raised = _driver_error(error)
        if raised is None:
            raise
        told = fault_of(raised, path)
        if told is None:
            raise
        raise told from error


def fault_of(error: sqlite3.Error, path: Path) -> CcmDeskError | None:
    """Return what to tell the officer, or None where the error is a mistake of the program."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None:
        return None
    primary = code & 0xFF
    if code == sqlite3.SQLITE_CONSTRAINT_TRIGGER:
        return RefusedError(str(error))
    if primary in _DAMAGED:
        return damaged(path)
    if primary in _BUSY:
        return EnvironmentFault(
            f"“{path}” is in use by another program; close that program, or wait a moment, and"
            " try again."
        )
    if code == sqlite3.SQLITE_READONLY_DBMOVED:
        return EnvironmentFault(
            f"“{path}” was moved, renamed or deleted while it was open; put it back, or close the"
            " program and open it again."
        )
    if primary in _FORBIDDEN:
        return not_writable(path)
    if primary == sqlite3.SQLITE_FULL:
        return EnvironmentFault(
            f"There is no room left on the disk of “{path}”; nothing was changed. Free some space"
            " and try again."
        )
    if primary == sqlite3.SQLITE_CANTOPEN:
        return EnvironmentFault(
            f"“{path}” cannot be opened; check that its folder is there and that you may read and"
            " write it."
        )
    if primary == sqlite3.SQLITE_IOERR:
        return EnvironmentFault(
            f"The disk of “{path}” could not be read or written; nothing was changed. Check that"
            " the disk is connected and not full, and try again."
        )
    return None


def damaged(path: Path, found: str = "") -> EnvironmentFault:
    """Return the fault that says the file is damaged; `found` is what the check reported."""
    detail = f" ({found})" if found else ""
    return EnvironmentFault(
        f"“{path}” is damaged{detail}; keep the file as it is and restore the newest copy from"
        f" “{path.parent / 'backups'}”."
    )


def not_writable(path: Path) -> EnvironmentFault:
    """Return the fault that says the file may not be written."""
    return EnvironmentFault(
        f"You have no permission to write “{path}” or its folder; ask for it, or choose another"
        " folder with --data-dir."
    )


def _driver_error(error: BaseException) -> sqlite3.Error | None:
    if isinstance(error, sqlite3.Error):
        return error
    # SQLAlchemy keeps the driver's error in `orig`; this module need not know SQLAlchemy for that.
    original = getattr(error, "orig", None)
    return original if isinstance(original, sqlite3.Error) else None
