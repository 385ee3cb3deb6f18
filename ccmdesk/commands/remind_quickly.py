"""The timer's question without options: with nothing due, neither Qt nor SQLAlchemy is loaded."""

from datetime import UTC, datetime, timedelta

from ccmdesk.domain.clock import SystemClock
from ccmdesk.store.due_door import nothing_due
from ccmdesk.system.data_place import default_data_place


def may_sleep_on(arguments: list[str]) -> bool:
    """Tell whether `ccmdesk remind` was asked and nothing is due; False where in doubt."""
    match arguments:
        case ["remind"]:
            folder = default_data_place()
        case ["--data-dir", str(folder), "remind"] | ["remind", "--data-dir", str(folder)]:
            pass
        case _:
            return False
    return is_quiet(folder, SystemClock().now())


def is_quiet(folder: str, now: datetime) -> bool:
    """Tell whether the register in `folder` has nothing to tell at an instant."""
    return nothing_due(
        f"{folder}/ccmdesk.sqlite3",
        now.astimezone().replace(tzinfo=None).isoformat(timespec="minutes"),
        (now + timedelta(days=1)).astimezone(UTC).isoformat(timespec="microseconds"),
    )
