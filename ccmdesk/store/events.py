"""The chained record of what was done: each event carries the hash of the one before."""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import Connection, func, insert, or_, select

from ccmdesk.store.event_chain import START, event_hash
from ccmdesk.store.tables import events


def add_event(
    connection: Connection,
    *,
    at: datetime,
    actor: str,
    verb: str,
    subject: str,
    detail: Mapping[str, object],
) -> int:
    """Add an event to the end of the chain and return its number.

    To be called inside a writing transaction only.
    """
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
    return int(seq)


@dataclass(frozen=True, slots=True)
class Event:
    """One event as it was recorded; `subject` is as in "meeting/5"."""

    at: datetime
    verb: str
    subject: str
    detail: Mapping[str, object]


def load_events(
    connection: Connection, *, about: Collection[str], verbs: Collection[str]
) -> list[Event]:
    """Return the events about one of these kinds of things, or of these verbs, in order."""
    wanted = [events.c.subject.startswith(f"{kind}/", autoescape=True) for kind in about]
    rows = connection.execute(
        select(events.c.at, events.c.verb, events.c.subject, events.c.detail)
        .where(or_(events.c.verb.in_(verbs), *wanted))
        .order_by(events.c.seq)
    )
    return [
        Event(datetime.fromisoformat(row.at), row.verb, row.subject, json.loads(row.detail))
        for row in rows
    ]


def last_event(connection: Connection) -> int:
    """Return the number of the newest event; as long as it stays, no act was carried out."""
    return int(connection.execute(select(func.max(events.c.seq))).scalar() or 0)
