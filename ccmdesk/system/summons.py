"""Who starts the program again calls the window that is there already, by a file in the folder."""

import contextlib
import time
from pathlib import Path

from ccmdesk.system.atomic_file import write_bytes
from ccmdesk.system.folder_lock import machine_name

_PATIENCE_SECONDS, _STEP_SECONDS = 2.0, 0.05


def call(path: Path, patience: float = _PATIENCE_SECONDS) -> bool:
    """Leave a call to the window of this machine and return whether it was heard in time."""
    try:
        # Whole at once: the window looks the moment it is there.
        write_bytes(path, machine_name().encode("utf-8"))
        end = time.monotonic() + patience
        while time.monotonic() < end:
            if not path.exists():
                return True
            time.sleep(_STEP_SECONDS)
        path.unlink()
    except OSError:
        # Whoever cannot call says that the folder is held, as without a call.
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)
    return False


def heard(path: Path) -> bool:
    """Tell whether somebody calls from this machine; the call is then taken away."""
    try:
        if path.read_text(encoding="utf-8") != machine_name():
            return False
        path.unlink()
    except (OSError, UnicodeDecodeError):
        return False
    return True
