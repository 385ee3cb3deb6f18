"""A notification of macOS by way of osascript. Untried: written after Apple's documentation."""

import subprocess

from ccmdesk.system.notifications import Notice, NotShownError

_SECONDS = 30
# The texts are arguments of the script and never part of it.
_SCRIPT = (
    "on run {theTitle, theBody}\n"
    'display notification theBody with title "CCM Desk" subtitle theTitle\n'
    "end run"
)


def show_toast(notice: Notice) -> None:
    """Show a notice; macOS has no way for a script to replace one shown before."""
    command = ["osascript", "-e", _SCRIPT, notice.title, notice.body]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=_SECONDS)
    except (OSError, subprocess.SubprocessError) as error:
        raise NotShownError(
            "macOS did not show the reminder; it waits and is tried again."
        ) from error
