"""The chained record of what was done: each event carries the hash of the one before."""

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from ccmdesk.store.tables import events

START = "0" * 64


def event_hash(
    seq: int, at: str, actor: str, verb: str, subject: str, detail: str, previous: str
) -> str:
    """Return the SHA-256 over the event as canonical JSON, in hexadecimal."""
    text = json.dumps(
        {
            "actor": actor,
            "at": at,
            "detail": detail,
            "previous": previous,
            "seq": seq,
            "subject": subject,
            "verb": verb,
        },
        ensure_ascii=False,
        sort_keys=True,
        separators=(",", ":"),
    )
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def add_event(
    connection: Connection,
    *,
    at: datetime,
    actor: str,
    verb: str,
    subject: str,
    detail: Mapping[str, object],
) -> None:
    """Add an event to the end of the chain; to be called inside a writing transaction only."""
    last = connection.execute(
        select(events.c.seq, events.c.hash).order_by(events.c.seq.desc()).limit(1)
    ).first()
    seq, previous = (last.seq + 1, last.hash) if last else (1, START)
    moment = at.astimezone(UTC).isoformat(timespec="microseconds")
    told = json.dumps(detail, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    connection.execute(
        insert(events).values(
            seq=seq,
            at=moment,
            actor=actor,
            verb=verb,
            subject=subject,
            detail=told,
            previous=previous,
            hash=event_hash(seq, moment, actor, verb, subject, told, previous),
        )
    )
