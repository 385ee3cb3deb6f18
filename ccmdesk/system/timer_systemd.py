"""A timer of the user's own systemd, which also catches up after the machine was off."""

import shutil
import subprocess
from pathlib import Path

from ccmdesk.system.timer_files import config_home, data_home, remove, write_files
from ccmdesk.system.timers import EVERY_MINUTES, NAME, TimerError, TimerState

_SECONDS = 20
_SERVICE = """\
[Unit]
Description=Reminders of CCM Desk

[Service]
Type=oneshot
ExecStart={command}
Nice=10
"""
_TIMER = f"""\
[Unit]
Description=Look for due reminders of CCM Desk

[Timer]
OnCalendar=*:0/{EVERY_MINUTES}
OnStartupSec=30s
AccuracySec=30s
Persistent=true

[Install]
WantedBy=timers.target
"""


class SystemdTimer:
    """Two unit files in the user's configuration, and the link that enables them."""

    kind = "systemd"

    @property
    def _folder(self) -> Path:
        return config_home() / "systemd" / "user"

    @property
    def service(self) -> Path:
        """Return the unit that runs the command."""
        return self._folder / f"{NAME}.service"

    @property
    def timer(self) -> Path:
        """Return the unit that says when."""
        return self._folder / f"{NAME}.timer"

    @property
    def _link(self) -> Path:
        return self._folder / "timers.target.wants" / f"{NAME}.timer"

    def usable(self) -> bool:
        """Tell whether a user's systemd answers."""
        return shutil.which("systemctl") is not None and _systemctl("show-environment")

    def install(self, command: tuple[str, ...]) -> None:
        """Write the units, enable and start the timer."""
        write_files(
            {
                self.service: _SERVICE.format(command=" ".join(map(_quoted, command))),
                self.timer: _TIMER,
            }
        )
        self._link.parent.mkdir(parents=True, exist_ok=True)
        self._link.unlink(missing_ok=True)
        self._link.symlink_to(self.timer)
        if not (_systemctl("daemon-reload") and _systemctl("restart", self.timer.name)):
            self.uninstall()
            raise TimerError(
                "systemd did not start the timer of the reminders; look at “systemctl --user"
                " status” and try again."
            )

    def begin(self, command: tuple[str, ...]) -> None:
        """Do nothing more: the timer runs once it is in place."""

    def uninstall(self) -> None:
        """Stop the timer, take away its files, its link and what systemd remembers of it."""
        if not (self.timer.exists() or self.service.exists() or self._link.is_symlink()):
            return
        if shutil.which("systemctl") is not None:
            _systemctl("stop", self.timer.name)
        for path in (self._link, self.timer, self.service):
            remove(path, config_home())
        # In which systemd keeps when a persistent timer last ran.
        remove(data_home() / "systemd" / "timers" / f"stamp-{NAME}.timer", data_home())
        if shutil.which("systemctl") is not None:
            _systemctl("daemon-reload")

    def state(self) -> TimerState:
        """Return whether the units are there and the timer runs."""
        files = tuple(path for path in (self.service, self.timer) if path.exists())
        installed = len(files) == 2
        active = (
            installed
            and shutil.which("systemctl") is not None
            and _systemctl("is-active", self.timer.name)
        )
        if active:
            detail = f"systemd looks for due reminders every {EVERY_MINUTES} minutes."
        elif installed:
            detail = "The timer of systemd is in place but does not run; install it again."
        else:
            detail = "systemd has no timer of ours."
        return TimerState(self.kind, installed, active, detail, files)


def _systemctl(*words: str) -> bool:
    try:
        done = subprocess.run(
            ["systemctl", "--user", *words],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def _quoted(word: str) -> str:
    """Return a word of a command as systemd reads it (systemd.service, "Command lines")."""
    told = word.replace("\\", "\\\\").replace('"', '\\"').replace("%", "%%").replace("$", "$$")
    return f'"{told}"'
