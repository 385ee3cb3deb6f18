"""Checking the register and copying it."""

from pathlib import Path

from ccmdesk.domain.check_report import CheckReport
from ccmdesk.domain.clock import Clock
from ccmdesk.store.backup import backup, backup_among
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
        if path is not None:
            backup(self._folder.database, path)
            return path
        stem = f"ccmdesk-{self._clock.now():%Y%m%d-%H%M%S}"
        return backup_among(self._folder.database, self._folder.backups, stem)
