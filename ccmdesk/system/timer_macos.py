"""A launch agent of macOS. Untried: written after Apple's documentation."""

import os
import plistlib
import subprocess
import sys
from pathlib import Path

from ccmdesk.system.atomic_file import write_bytes
from ccmdesk.system.timers import EVERY_MINUTES, TimerError, TimerState

LABEL = "org.ccmdesk.remind"
_SECONDS = 30


def agent_plist(command: tuple[str, ...]) -> bytes:
    """Return the description of the agent, which runs in the officer's own graphical session."""
    return plistlib.dumps(
        {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "StartInterval": EVERY_MINUTES * 60,
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Background",
        }
    )


class LaunchAgent:
    """One file in the officer's own library, and its registration with launchd."""

    kind = "launchd"

    @property
    def plist(self) -> Path:
        """Return the file of the agent."""
        return Path.home() / "Library" / "LaunchAgents" / f"{LABEL}.plist"

    def usable(self) -> bool:
        """Tell whether this is macOS."""
        return sys.platform == "darwin"

    def install(self, command: tuple[str, ...]) -> None:
        """Write the file and register it, in the place of a former one."""
        self.plist.parent.mkdir(parents=True, exist_ok=True)
        _launchctl("bootout", f"{_domain()}/{LABEL}")
        write_bytes(self.plist, agent_plist(command))
        if not _launchctl("bootstrap", _domain(), str(self.plist)):
            self.plist.unlink(missing_ok=True)
            raise TimerError(
                "macOS did not take the agent of the reminders; allow CCM Desk among the"
                " log-in items of the System Settings and try again."
            )

    def begin(self, command: tuple[str, ...]) -> None:
        """Do nothing more: the agent runs once it is registered."""

    def uninstall(self) -> None:
        """Take the agent away."""
        if self.plist.exists():
            _launchctl("bootout", f"{_domain()}/{LABEL}")
            self.plist.unlink(missing_ok=True)

    def state(self) -> TimerState:
        """Return whether the file is there and launchd knows the agent."""
        installed = self.plist.exists()
        active = installed and _launchctl("print", f"{_domain()}/{LABEL}")
        detail = (
            f"macOS looks for due reminders every {EVERY_MINUTES} minutes."
            if active
            else "The agent does not run; install it again."
            if installed
            else "macOS has no agent of ours."
        )
        return TimerState(self.kind, installed, active, detail, (self.plist,) if installed else ())


def _domain() -> str:
    return "gui/" + (str(os.getuid()) if sys.platform != "win32" else "0")


def _launchctl(*words: str) -> bool:
    try:
        done = subprocess.run(
            ["launchctl", *words], capture_output=True, timeout=_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0
