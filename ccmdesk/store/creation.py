"""Makes a new database file; it appears whole or not at all."""

import contextlib
import os
import sqlite3
from pathlib import Path
from uuid import uuid4

from ccmdesk.domain.errors import machine_fault
from ccmdesk.store.connection import APPLICATION_ID
from ccmdesk.store.faults import plain_faults
from ccmdesk.store.migrate import migrate
from ccmdesk.store.opening import refuse_network_place
from ccmdesk.system.atomic_file import sync_folder

_LEFT_OVER = ".{name}.*.new"


def create(path: Path) -> None:
    """Make an empty register at `path`; a file that is there already is never touched.

    Raises EnvironmentFault where the folder cannot be written or lies on a network drive.
    """
    refuse_network_place(path)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise machine_fault(error, path) from error
    temporary = path.parent / f".{path.name}.{uuid4().hex}.new"
    try:
        with plain_faults(path):
            _fill(temporary, path)
        _publish(temporary, path)
    except OSError as error:
        raise machine_fault(error, path) from error
    finally:
        for rest in (temporary, temporary.with_name(f"{temporary.name}-journal")):
            with contextlib.suppress(OSError):
                rest.unlink()
    sync_folder(path.parent)


def clear_left_overs(path: Path) -> None:
    """Remove what a killed program left of its try to make `path`."""
    for rest in path.parent.glob(_LEFT_OVER.format(name=path.name)):
        with contextlib.suppress(OSError):
            rest.unlink()


def _fill(temporary: Path, path: Path) -> None:
    connection = sqlite3.connect(temporary, isolation_level=None)
    try:
        connection.execute("PRAGMA synchronous=EXTRA").close()
        connection.execute(f"PRAGMA application_id={APPLICATION_ID}").close()
        migrate(connection, path)
    finally:
        connection.close()


def _publish(temporary: Path, path: Path) -> None:
    with contextlib.suppress(FileExistsError):
        if os.name == "nt":
            # There a rename refuses to replace.
            temporary.rename(path)
        else:
            path.hardlink_to(temporary)
