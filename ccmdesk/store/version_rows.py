"""Kept versions of drafts, as rows; each text is packed, since there are many of them."""

import hashlib
import zlib
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from ccmdesk.domain.errors import InputError
from ccmdesk.store.tables import note_versions
from ccmdesk.store.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class VersionRow:
    """One kept version; `text` is JSON."""

    id: int
    note_id: int
    kept_at: datetime
    text: str


def keep_version(unit: UnitOfWork, note_id: int, text: str, at: datetime) -> int | None:
    """Keep a version and return its id; None where the newest one says the same."""
    digest = hashlib.sha256(text.encode("utf-8")).hexdigest()
    newest = unit.connection.execute(
        select(note_versions.c.sha256)
        .where(note_versions.c.note_id == note_id)
        .order_by(note_versions.c.id.desc())
        .limit(1)
    ).scalar()
    if newest == digest:
        return None
    # Like a step, a version is no part of undo.
    key = unit.connection.execute(
        insert(note_versions).values(
            note_id=note_id,
            kept_at=at,
            sha256=digest,
            content=zlib.compress(text.encode("utf-8"), 9),
        )
    ).inserted_primary_key
    if key is None:
        raise RuntimeError("the version got no id")
    return int(key[0])


def list_versions(connection: Connection, note_id: int) -> list[tuple[int, datetime]]:
    """Return the ids of the kept versions with the instants, the newest first."""
    rows = connection.execute(
        select(note_versions.c.id, note_versions.c.kept_at)
        .where(note_versions.c.note_id == note_id)
        .order_by(note_versions.c.id.desc())
    )
    return [(row.id, row.kept_at) for row in rows]


def load_version(connection: Connection, version_id: int) -> VersionRow:
    """Return one version; raises InputError for an unknown id, or where it was altered."""
    row = connection.execute(select(note_versions).where(note_versions.c.id == version_id)).first()
    if row is None:
        raise InputError("This version is not kept; choose one from the list.", "version")
    data = unpacked(row.content)
    if data is None or hashlib.sha256(data).hexdigest() != row.sha256:
        raise InputError("This version is not as it was kept; choose another one.", "version")
    return VersionRow(row.id, row.note_id, row.kept_at, data.decode("utf-8"))


def unpacked(content: bytes) -> bytes | None:
    """Return the text of a kept version, None where it cannot be read any more."""
    try:
        return zlib.decompress(content)
    except zlib.error:
        return None
