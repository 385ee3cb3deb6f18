"""Looks at a data folder before anything is opened, and says exactly what stands in the way."""

import os
from pathlib import Path

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.store.connection import APPLICATION_ID, connect
from ccmdesk.store.faults import damaged, not_writable, plain_faults
from ccmdesk.store.migrate import MINORS_PER_MAJOR, migrate, present_version, written
from ccmdesk.system.network_place import is_network_place
from ccmdesk.system.paths import DataFolder

_MAGIC = b"SQLite format 3\x00"
_HEADER_BYTES = 100
_MARKER_TEXT = """\
This folder belongs to CCM Desk. It holds the register of a mission:

  ccmdesk.sqlite3   the register itself, with every note issued
  backups           verified copies of it

Copy the register with "ccmdesk backup" only, never while the program is open by hand.
"""


def is_first_run(folder: DataFolder) -> bool:
    """Tell whether nothing of ours was ever kept in this folder."""
    return not (folder.database.exists() or folder.marker.exists() or folder.backups.exists())


def mark(folder: DataFolder) -> None:
    """Leave the mark by which the folder is known; it is written once."""
    if not folder.marker.exists():
        try:
            folder.marker.write_text(_MARKER_TEXT, encoding="utf-8")
        except OSError as error:
            raise not_writable(folder.marker) from error


def inspect(folder: DataFolder) -> None:
    """Read the first bytes of the database file and raise EnvironmentFault unless it is ours.

    Nothing is opened by SQLite, created or changed. The sentences differ for a missing file, an
    empty one, a text, another program's database, a newer register and a lack of permission.
    """
    path = folder.database
    refuse_network_place(path)
    try:
        size = path.stat().st_size
        with path.open("rb") as stream:
            header = stream.read(_HEADER_BYTES)
    except FileNotFoundError as error:
        raise EnvironmentFault(
            f"The register “{path}” is missing although this folder was in use; put the file back"
            f" or restore a copy from “{folder.backups}”{_newest(folder)}."
        ) from error
    except PermissionError as error:
        raise not_writable(path) from error
    except OSError as error:
        raise EnvironmentFault(
            f"“{path}” cannot be read ({(error.strerror or str(error)).lower()}); check that the"
            " disk is connected and try again."
        ) from error
    if size == 0:
        raise EnvironmentFault(
            f"“{path}” is empty; keep it and restore a copy from"
            f" “{folder.backups}”{_newest(folder)}."
        )
    if not header.startswith(_MAGIC):
        raise EnvironmentFault(
            f"“{path}” is not a database file; move it away and restore a copy from"
            f" “{folder.backups}”{_newest(folder)}."
        )
    if len(header) < _HEADER_BYTES:
        raise damaged(path, "it breaks off in its first bytes")
    _refuse_foreign(path, header)
    _refuse_newer(folder, header)
    if not (_may_write(path) and _may_write(path.parent)):
        raise not_writable(path)


def bring_up_to_date(path: Path) -> bool:
    """Migrate an older file after a verified copy was made; tell whether that was needed."""
    # Seldom needed, and what it stands on is slow to load.
    from ccmdesk.store.backup import backup_before_migration

    with plain_faults(path):
        connection = connect(path)
        try:
            return migrate(connection, path, before=lambda: backup_before_migration(path))
        finally:
            connection.close()


def prove(path: Path) -> None:
    """Let SQLite look the file over; raises EnvironmentFault saying that it is damaged, or busy.

    After an unclean end, told by the journal that is left, the full check runs instead of the
    quick one.
    """
    unclean = path.with_name(f"{path.name}-journal").exists()
    pragma = "PRAGMA integrity_check(1)" if unclean else "PRAGMA quick_check(1)"
    with plain_faults(path):
        connection = connect(path)
        try:
            found = str(connection.execute(pragma).fetchone()[0])
        finally:
            connection.close()
    if found != "ok":
        raise damaged(path, found.splitlines()[-1])


def refuse_network_place(path: Path) -> None:
    """Raise EnvironmentFault where `path` lies on a network drive."""
    if is_network_place(path.parent):
        raise EnvironmentFault(
            f"“{path.parent}” lies on a network drive, where a register can be damaged silently;"
            " choose a folder on this machine's own disk with --data-dir."
        )


def _may_write(path: Path) -> bool:
    return os.access(path, os.R_OK | os.W_OK, effective_ids=os.access in os.supports_effective_ids)


def _refuse_foreign(path: Path, header: bytes) -> None:
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise EnvironmentFault(
            f"“{path}” belongs to another program; nothing was changed in it. Choose another"
            " folder with --data-dir."
        )


def _refuse_newer(folder: DataFolder, header: bytes) -> None:
    version = int.from_bytes(header[60:64], "big")
    if version // MINORS_PER_MAJOR > present_version() // MINORS_PER_MAJOR:
        raise EnvironmentFault(
            f"“{folder.database}” was written by a newer CCM Desk (register version"
            f" {written(version)}, this program knows {written(present_version())}); install the"
            f" newer program, or restore an older copy from “{folder.backups}”{_newest(folder)}."
        )


def _newest(folder: DataFolder) -> str:
    copies = sorted(folder.backups.glob("*.sqlite3"))
    return f", the newest is {copies[-1].name}" if copies else ""
