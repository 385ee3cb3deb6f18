"""Where there is no systemd: a small watch that the desktop starts at log-in (XDG autostart)."""

import os
from pathlib import Path

from ccmdesk.system.timer_files import config_home, remove, start_detached, write_files
from ccmdesk.system.timers import EVERY_MINUTES, NAME, TimerState

_ENTRY = """\
[Desktop Entry]
Type=Application
Version=1.0
Name=Reminders of CCM Desk
Comment=Looks for due reminders every {minutes} minutes
Exec={command}
Icon=ccmdesk
Terminal=false
NoDisplay=true
StartupNotify=false
X-GNOME-Autostart-enabled=true
"""


class Autostart:
    """One desktop entry among those that start at log-in."""

    kind = "autostart"

    @property
    def entry(self) -> Path:
        """Return the desktop entry."""
        return config_home() / "autostart" / f"{NAME}.desktop"

    def usable(self) -> bool:
        """Tell whether this is a system whose desktops read such entries."""
        return os.name == "posix"

    def install(self, command: tuple[str, ...]) -> None:
        """Write the entry; it counts from the next log-in."""
        words = " ".join(_quoted(word) for word in (*command, "--stay"))
        write_files({self.entry: _ENTRY.format(command=words, minutes=EVERY_MINUTES)})

    def begin(self, command: tuple[str, ...]) -> None:
        """Start the watch for the session that goes on."""
        start_detached((*command, "--stay"))

    def uninstall(self) -> None:
        """Take the entry away; a watch that runs sees it in a moment and ends."""
        remove(self.entry, config_home())

    def state(self) -> TimerState:
        """Return whether the entry is there; the time of the last look tells that it runs."""
        installed = self.entry.exists()
        detail = (
            f"A watch looks for due reminders every {EVERY_MINUTES} minutes; the desktop starts it"
            " at each log-in."
            if installed
            else "No watch starts at log-in."
        )
        files = (self.entry,) if installed else ()
        return TimerState(self.kind, installed, installed, detail, files)


def _quoted(word: str) -> str:
    """Return a word of Exec, quoted twice: as an argument, then as a string of the entry."""
    told = "".join(f"\\{letter}" if letter in '"`$\\' else letter for letter in word)
    return '"' + told.replace("%", "%%").replace("\\", "\\\\") + '"'
