"""Reminders as rows; plain sqlite3, since the timer's process loads no SQLAlchemy."""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import Any

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.reminders import (
    Choice,
    HistoryLine,
    Reminder,
    ReminderSettings,
    ReminderState,
)
from ccmdesk.store.connection import connect, connect_reading
from ccmdesk.store.faults import plain_faults

_FIELDS = (
    "duty_key",
    "title",
    "due",
    "internal_due",
    "rung",
    "at",
    "fire_at",
    "state",
    "why",
    "choice",
    "until",
    "told_at",
    "how",
    "ahead",
    "looked_at",
    "closes_at",
)
_INSERT = f"INSERT INTO reminders ({', '.join(_FIELDS)}) VALUES ({', '.join('?' for _ in _FIELDS)})"
_UPDATE = f"UPDATE reminders SET {', '.join(f'{name} = ?' for name in _FIELDS)} WHERE id = ?"


@dataclass(frozen=True, slots=True)
class PlanMark:
    """On what the present plan rests; where one of these has changed, it is made anew."""

    day: date
    event_seq: int
    settings_id: int
    program: str


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the register for queries: one consistent view of it. Raises EnvironmentFault."""
    with plain_faults(path), closing(connect_reading(path)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN").close()
        yield connection


@contextmanager
def writing(path: Path) -> Iterator[sqlite3.Connection]:
    """Open the register for one writing unit: committed at the end of the block, or no trace.

    Raises EnvironmentFault where the file is in use, damaged or cannot be written.
    """
    with plain_faults(path), closing(connect(path)) as connection:
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN IMMEDIATE").close()
        try:
            yield connection
            connection.execute("COMMIT").close()
        except BaseException:
            if connection.in_transaction:
                connection.execute("ROLLBACK").close()
            raise


def load_reminders(connection: sqlite3.Connection, duty_key: str = "") -> list[Reminder]:
    """Return every reminder, or those of one duty, in the order in which they were planned."""
    where, values = ("WHERE duty_key = ?", (duty_key,)) if duty_key else ("", ())
    rows = connection.execute(f"SELECT * FROM reminders {where} ORDER BY id", values)
    return [_reminder(row) for row in rows]


def load_waiting(connection: sqlite3.Connection) -> list[Reminder]:
    """Return the reminders of which the officer was told and on which no choice was made yet."""
    rows = connection.execute(
        "SELECT * FROM reminders WHERE state IN ('shown', 'missed') ORDER BY id"
    )
    return [_reminder(row) for row in rows]


def keep_reminders(
    connection: sqlite3.Connection,
    changed: Sequence[Reminder],
    instant: datetime,
    *,
    while_pending: bool = False,
) -> None:
    """Add the reminders without id and change the others; each new state goes into the history.

    One that was acknowledged in the meantime is left as it is, and with `while_pending` every one
    that is not pending any more.
    """
    for each in changed:
        values = _values(each)
        if not each.id:
            row_id = connection.execute(_INSERT, values).lastrowid
            was = ""
        else:
            row_id = each.id
            found = connection.execute(
                "SELECT state, why FROM reminders WHERE id = ?", (row_id,)
            ).fetchone()
            was = str(found["state"])
            pending = was == ReminderState.PENDING
            if was == ReminderState.ACKNOWLEDGED or (while_pending and not pending):
                continue
            connection.execute(_UPDATE, (*values, row_id)).close()
            if (was, found["why"]) == (str(each.state), each.why):
                continue
        connection.execute(
            "INSERT INTO reminder_history (reminder_id, at, was, became, why)"
            " VALUES (?, ?, ?, ?, ?)",
            (row_id, _instant(instant), was, str(each.state), each.why),
        ).close()


def load_history(connection: sqlite3.Connection, duty_key: str) -> list[HistoryLine]:
    """Return what happened to the reminders of a duty, the oldest first."""
    rows = connection.execute(
        "SELECT h.reminder_id, r.rung, r.due, h.at, h.was, h.became, h.why"
        " FROM reminder_history AS h JOIN reminders AS r ON r.id = h.reminder_id"
        " WHERE r.duty_key = ? ORDER BY h.id",
        (duty_key,),
    )
    return [
        HistoryLine(
            row["reminder_id"],
            row["rung"],
            date.fromisoformat(row["due"]),
            datetime.fromisoformat(row["at"]),
            row["was"],
            row["became"],
            row["why"],
        )
        for row in rows
    ]


def load_settings(connection: sqlite3.Connection) -> tuple[ReminderSettings, int]:
    """Return the settings kept last and their id; those of the program, and 0, before any were."""
    row = connection.execute("SELECT * FROM reminder_settings ORDER BY id DESC LIMIT 1").fetchone()
    if row is None:
        return ReminderSettings(), 0
    known = {str(kind) for kind in DutyKind}
    ladders = {
        DutyKind(kind): tuple(leads)
        for kind, leads in json.loads(row["ladders"]).items()
        if kind in known
    }
    settings = ReminderSettings(
        time.fromisoformat(row["opens"]), time.fromisoformat(row["closes"]), ladders
    )
    return settings, int(row["id"])


def add_settings(
    connection: sqlite3.Connection, settings: ReminderSettings, instant: datetime
) -> None:
    """Keep new settings beside the former ones."""
    connection.execute(
        "INSERT INTO reminder_settings (changed_at, opens, closes, ladders) VALUES (?, ?, ?, ?)",
        (
            _instant(instant),
            settings.opens.isoformat("minutes"),
            settings.closes.isoformat("minutes"),
            json.dumps({str(kind): list(leads) for kind, leads in settings.ladders.items()}),
        ),
    ).close()


def plan_mark(connection: sqlite3.Connection) -> PlanMark | None:
    """Return on what the present plan rests, or None before the first one."""
    row = connection.execute("SELECT * FROM reminder_plan").fetchone()
    if row is None:
        return None
    return PlanMark(
        date.fromisoformat(row["day"]), row["event_seq"], row["settings_id"], row["program"]
    )


def set_plan_mark(connection: sqlite3.Connection, mark: PlanMark) -> None:
    """Remember on what the plan rests."""
    connection.execute(
        "INSERT INTO reminder_plan (id, day, event_seq, settings_id, program)"
        " VALUES (1, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET day = excluded.day,"
        " event_seq = excluded.event_seq, settings_id = excluded.settings_id,"
        " program = excluded.program",
        (mark.day.isoformat(), mark.event_seq, mark.settings_id, mark.program),
    ).close()


def last_event_seq(connection: sqlite3.Connection) -> int:
    """Return the number of the newest event of the register, 0 before the first."""
    found = connection.execute("SELECT seq FROM last_event").fetchone()
    return 0 if found is None else int(found[0])


def _values(each: Reminder) -> tuple[Any, ...]:
    return (
        each.duty_key,
        each.title,
        each.due.isoformat(),
        each.internal_due.isoformat(),
        each.rung,
        each.at.isoformat(timespec="minutes"),
        each.fire_at.isoformat(timespec="minutes"),
        str(each.state),
        each.why,
        None if each.choice is None else str(each.choice),
        None if each.until is None else each.until.isoformat(),
        None if each.told_at is None else _instant(each.told_at),
        each.how,
        int(each.ahead),
        None if each.looked_at is None else _instant(each.looked_at),
        None if each.closes_at is None else _instant(each.closes_at),
    )


def _reminder(row: sqlite3.Row) -> Reminder:
    return Reminder(
        duty_key=row["duty_key"],
        title=row["title"],
        due=date.fromisoformat(row["due"]),
        internal_due=date.fromisoformat(row["internal_due"]),
        rung=row["rung"],
        at=datetime.fromisoformat(row["at"]),
        fire_at=datetime.fromisoformat(row["fire_at"]),
        state=ReminderState(row["state"]),
        why=row["why"],
        choice=None if row["choice"] is None else Choice(row["choice"]),
        until=None if row["until"] is None else date.fromisoformat(row["until"]),
        told_at=None if row["told_at"] is None else datetime.fromisoformat(row["told_at"]),
        how=row["how"],
        ahead=bool(row["ahead"]),
        looked_at=None if row["looked_at"] is None else datetime.fromisoformat(row["looked_at"]),
        closes_at=None if row["closes_at"] is None else datetime.fromisoformat(row["closes_at"]),
        id=row["id"],
    )


def _instant(value: datetime) -> str:
    return value.astimezone(UTC).isoformat(timespec="microseconds")
