"""The timer of the platform that looks for due reminders: put in place, taken away, told of."""

import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

EVERY_MINUTES = 5
NAME = "ccmdesk-remind"


@dataclass(frozen=True, slots=True)
class TimerState:
    """How the timer stands: `kind` is systemd, autostart, task_scheduler, launchd or none."""

    kind: str
    installed: bool
    active: bool
    detail: str
    files: tuple[Path, ...] = ()


class TimerError(OSError):
    """The platform refused the timer; its text is a sentence for the officer."""


class Timer(Protocol):
    """One way in which a platform runs a command every few minutes."""

    kind: str

    def usable(self) -> bool:
        """Tell whether this session has what it takes."""
        ...

    def install(self, command: tuple[str, ...]) -> None:
        """Put the timer in place; raises TimerError saying why it could not."""
        ...

    def begin(self, command: tuple[str, ...]) -> None:
        """Let it run in the session that goes on, where it would begin with the next one."""
        ...

    def uninstall(self) -> None:
        """Take the timer away and leave nothing behind."""
        ...

    def state(self) -> TimerState:
        """Return how it stands."""
        ...


def command(data_dir: Path) -> tuple[str, ...]:
    """Return what the timer runs for a data folder."""
    program = (
        (sys.executable,) if getattr(sys, "frozen", False) else (sys.executable, "-m", "ccmdesk")
    )
    return (*program, "--data-dir", str(data_dir.absolute()), "remind")


def show_one_command(data_dir: Path, seconds: int) -> tuple[str, ...]:
    """Return what shows a sample reminder after a while, as the timer's process would."""
    return (*command(data_dir), "--show-one", str(seconds))


def install(data_dir: Path) -> TimerState:
    """Put in place the first timer this session can use, and take away any other of ours.

    Raises TimerError saying what stood in the way, OSError where a file cannot be written.
    """
    timers = _timers()
    for timer in timers:
        if timer.usable():
            for other in timers:
                if other is not timer:
                    other.uninstall()
            timer.install(command(data_dir))
            timer.begin(command(data_dir))
            return timer.state()
    raise TimerError(
        "This system has no timer that the program knows; let it run “ccmdesk remind” every"
        " few minutes by its own means."
    )


def uninstall() -> TimerState:
    """Take away every timer of ours and return how things stand."""
    for timer in _timers():
        timer.uninstall()
    return state()


def state() -> TimerState:
    """Return the timer that is in place, or that there is none."""
    for timer in _timers():
        found = timer.state()
        if found.installed:
            return found
    return TimerState("none", False, False, "No timer is in place; reminders come with the window.")


def _timers() -> tuple[Timer, ...]:
    if sys.platform == "win32":
        from ccmdesk.system.timer_windows import TaskScheduler

        return (TaskScheduler(),)
    if sys.platform == "darwin":
        from ccmdesk.system.timer_macos import LaunchAgent

        return (LaunchAgent(),)
    from ccmdesk.system.timer_autostart import Autostart
    from ccmdesk.system.timer_systemd import SystemdTimer

    return SystemdTimer(), Autostart()
