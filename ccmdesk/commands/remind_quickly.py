"""The timer's question without options: with nothing due, neither Qt nor SQLAlchemy is loaded."""

import os
from datetime import UTC, datetime, timedelta

from ccmdesk.domain.clock import SystemClock
from ccmdesk.store.due_door import nothing_due
from ccmdesk.system.data_place import default_data_place

LOOKED = "reminders-looked"


def may_sleep_on(arguments: list[str]) -> bool:
    """Tell whether `ccmdesk remind` was asked and nothing is due; False where in doubt."""
    match arguments:
        case ["remind"]:
            folder = default_data_place()
        case ["--data-dir", str(folder), "remind"] | ["remind", "--data-dir", str(folder)]:
            pass
        case _:
            return False
    if not is_quiet(folder, SystemClock().now()):
        return False
    looked(f"{folder}/{LOOKED}")
    return True


def looked(path: str) -> None:
    """Leave the time of this look for the window to show; where that fails nothing else does."""
    try:
        os.utime(path)
    except OSError:
        try:
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        except OSError:
            return


def is_quiet(folder: str, now: datetime) -> bool:
    """Tell whether the register in `folder` has nothing to tell at an instant."""
    return nothing_due(
        f"{folder}/ccmdesk.sqlite3",
        now.astimezone().replace(tzinfo=None).isoformat(timespec="minutes"),
        (now + timedelta(days=1)).astimezone(UTC).isoformat(timespec="microseconds"),
    )
