"""Shows one notice on the desktop, by whatever the platform has; loads no Qt."""

import sys
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Notice:
    """What is shown; `number` (from 1) names it, so that the same one shown again replaces itself.

    An urgent notice stays until it is put away.
    """

    title: str
    body: str
    urgent: bool = False
    number: int = 1


class NotShownError(OSError):
    """The desktop took no notice; its text is a sentence for the officer."""


Show = Callable[[Notice], None]


def desktop_is_there() -> bool:
    """Tell whether the session in which this process was started still goes on."""
    if sys.platform in ("win32", "darwin"):
        return True
    from ccmdesk.system.notify_dbus import session_is_there

    return session_is_there()


def show(notice: Notice) -> None:
    """Show a notice; returns once the desktop has taken it. Raises NotShownError saying why not."""
    if sys.platform == "win32":
        from ccmdesk.system.notify_windows import show_toast as platform_show
    elif sys.platform == "darwin":
        from ccmdesk.system.notify_macos import show_toast as platform_show
    else:
        from ccmdesk.system.notify_dbus import show_over_dbus as platform_show
    platform_show(notice)
