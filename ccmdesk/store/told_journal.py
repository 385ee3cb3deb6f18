"""What the officer was told, kept beside the register; an older copy put back repeats nothing."""

import json
import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

from ccmdesk.domain.reminders import Reminder
from ccmdesk.system.atomic_file import write_bytes

_MOST_LINES, _KEPT_LINES = 4000, 2000
Place = tuple[str, str, str]


def place_of(each: Reminder) -> Place:
    """Return what tells the reminder from every other, as it is written."""
    return each.duty_key, each.due.isoformat(), each.rung


def told_before(path: Path) -> dict[Place, list[datetime]]:
    """Return the instants at which each reminder was told; a torn last line counts for nothing."""
    found: dict[Place, list[datetime]] = {}
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except FileNotFoundError:
        return found
    for line in text.splitlines():
        try:
            duty, due, rung, told_at = json.loads(line)
            instant = datetime.fromisoformat(told_at)
        except (ValueError, TypeError):
            continue
        if instant.tzinfo is not None:
            found.setdefault((str(duty), str(due), str(rung)), []).append(instant)
    return found


def note_told(path: Path, told: Iterable[Reminder], instant: datetime) -> None:
    """Add that the reminders were told; raises OSError where the file cannot be written."""
    lines = [
        json.dumps([*place_of(each), instant.isoformat()], ensure_ascii=False) for each in told
    ]
    with path.open("ab+") as stream:
        # A line that a power cut tore is closed, so that it does not take the next one with it.
        stream.seek(0, os.SEEK_END)
        if stream.tell():
            stream.seek(-1, os.SEEK_END)
            if stream.read(1) != b"\n":
                lines.insert(0, "")
        stream.write("".join(f"{line}\n" for line in lines).encode("utf-8"))
        stream.flush()
        os.fsync(stream.fileno())
    kept = path.read_bytes().splitlines(keepends=True)
    if len(kept) > _MOST_LINES:
        write_bytes(path, b"".join(kept[-_KEPT_LINES:]))
