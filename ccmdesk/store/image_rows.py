"""Emblems, kept once each under their SHA-256 and never changed."""

import hashlib

from sqlalchemy import Connection, insert, select

from ccmdesk.store.tables import images


def keep_image(connection: Connection, data: bytes) -> str:
    """Store the picture unless it is there already, and return its SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    known = connection.execute(select(images.c.sha256).where(images.c.sha256 == digest)).first()
    if known is None:
        connection.execute(insert(images).values(sha256=digest, data=data))
    return digest


def image(connection: Connection, digest: str | None) -> bytes | None:
    """Return the picture, or None."""
    if digest is None:
        return None
    found = connection.execute(select(images.c.data).where(images.c.sha256 == digest)).scalar()
    return None if found is None else bytes(found)
