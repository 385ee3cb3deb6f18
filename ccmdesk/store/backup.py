"""Copies of the register, made while it is in use and proved before they count."""

import contextlib
import os
import sqlite3
from contextlib import closing
from pathlib import Path
from uuid import uuid4

from ccmdesk.domain.errors import EnvironmentFault, machine_fault
from ccmdesk.store.connection import APPLICATION_ID, connect, connect_copy, connect_reading
from ccmdesk.store.faults import fault_of, plain_faults
from ccmdesk.store.migrate import version_of, written
from ccmdesk.system.atomic_file import sync_folder


class NameTakenFault(EnvironmentFault):
    """The name of a copy belongs to another file."""


def backup(source: Path, target: Path) -> None:
    """Copy the register at `source` to the new file `target`, and prove the copy.

    A file that is there already is refused, and a copy that fails leaves nothing. Raises
    EnvironmentFault saying what stood in the way.
    """
    if target.exists():
        raise _taken(target)
    temporary = target.with_name(f".{target.name}.{uuid4().hex}.new")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        # Made first by ourselves, so that a folder that cannot be written is told as such.
        temporary.touch(mode=0o600)
        with plain_faults(source):
            counts = _copy(source, temporary, target)
        with plain_faults(target):
            _prove(temporary, target, counts)
        _publish(temporary, target)
    except OSError as error:
        raise machine_fault(error, target) from error
    finally:
        for rest in (temporary, temporary.with_name(f"{temporary.name}-journal")):
            with contextlib.suppress(OSError):
                rest.unlink()
    sync_folder(target.parent)


def backup_before_migration(path: Path) -> Path:
    """Keep a verified copy of an old register beside the others, named after its version."""
    with closing(connect_reading(path)) as connection:
        version = written(version_of(connection))
    stem = f"{path.stem}-before-migration-from-{version}"
    return backup_among(path, path.parent / "backups", stem)


def backup_among(source: Path, folder: Path, stem: str) -> Path:
    """Copy the register into `folder` under the first free name that begins with `stem`.

    Two programs may ask for the same name at once; each gets its own.
    """
    number = 1
    while True:
        target = folder / (f"{stem}.sqlite3" if number == 1 else f"{stem}-{number}.sqlite3")
        if not target.exists():
            with contextlib.suppress(NameTakenFault):
                backup(source, target)
                return target
        number += 1


def _copy(source: Path, temporary: Path, target: Path) -> dict[str, int]:
    with closing(connect(source)) as origin, closing(sqlite3.connect(temporary)) as copy:
        # The view is opened first: what is counted and what is copied are then the same.
        origin.execute("BEGIN").close()
        counts = _counts(origin)
        try:
            origin.backup(copy)
        except sqlite3.Error as error:
            # A full or failing disk is here that of the copy.
            full = error.sqlite_errorcode & 0xFF in (sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR)
            raise (fault_of(error, target) if full else None) or error from error
        origin.execute("ROLLBACK").close()
    return counts


def _prove(temporary: Path, target: Path, counts: dict[str, int]) -> None:
    with closing(connect_copy(temporary)) as copy:
        found = str(copy.execute("PRAGMA integrity_check(1)").fetchone()[0])
        same = (
            copy.execute("PRAGMA application_id").fetchone()[0] == APPLICATION_ID
            and _counts(copy) == counts
        )
    if found != "ok" or not same:
        raise EnvironmentFault(
            f"The copy for “{target}” did not prove right and was not kept; run “ccmdesk check”"
            " before anything else."
        )


def _publish(temporary: Path, target: Path) -> None:
    with temporary.open("rb+") as stream:
        os.fsync(stream.fileno())
    try:
        if os.name == "nt":
            # There a rename refuses to replace.
            temporary.rename(target)
        else:
            _link_or_rename(temporary, target)
    except FileExistsError as error:
        raise _taken(target) from error


def _link_or_rename(temporary: Path, target: Path) -> None:
    try:
        target.hardlink_to(temporary)
    except FileExistsError:
        raise
    except OSError:
        # The file system of a stick may know no second names.
        if target.exists():
            raise _taken(target) from None
        temporary.rename(target)


def _taken(target: Path) -> NameTakenFault:
    return NameTakenFault(
        f"“{target}” is there already; choose another name, since copies are never replaced."
    )


def _counts(connection: sqlite3.Connection) -> dict[str, int]:
    tables = [
        str(name)
        for (name,) in connection.execute(
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
        )
    ]
    return {
        name: int(connection.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0])
        for name in tables
    }
