"""Checking the register and copying it."""

from pathlib import Path

from ccmdesk.domain.check_report import CheckReport
from ccmdesk.domain.clock import Clock
from ccmdesk.store.backup import backup
from ccmdesk.store.check import check
from ccmdesk.system.paths import DataFolder


class SafetyService:
    """Look the register over, and keep verified copies."""

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self._folder = folder
        self._clock = clock

    def check(self, full: bool = False) -> CheckReport:
        """Return what a look over file, numbers, seals and events found; changes nothing."""
        return check(self._folder.database, full=full)

    def backup(self, path: Path | None = None) -> Path:
        """Copy the register while it is in use, prove the copy, and return its place.

        Without a `path` the copy goes to the backups of the data folder, named after the instant.
        Raises EnvironmentFault; a copy that fails leaves nothing.
        """
        target = self._free_name() if path is None else path
        backup(self._folder.database, target)
        return target

    def _free_name(self) -> Path:
        stem = f"ccmdesk-{self._clock.now():%Y%m%d-%H%M%S}"
        target = self._folder.backups / f"{stem}.sqlite3"
        number = 1
        while target.exists():
            number += 1
            target = self._folder.backups / f"{stem}-{number}.sqlite3"
        return target
