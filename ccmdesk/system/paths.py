"""Where the program's own files lie and where the officer's data is kept."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ccmdesk.system.data_place import default_data_place

_PACKAGE = Path(__file__).resolve().parent.parent


def default_data_dir() -> Path:
    """Return the officer's data folder: CCMDESK_DATA_DIR if set, else the platform's own place."""
    return Path(default_data_place())


@cache
def resources_dir() -> Path:
    """Return the folder of what ships with the program, in the wheel or beside the checkout."""
    packed = _PACKAGE / "resources"
    return packed if packed.is_dir() else _PACKAGE.parent / "resources"


@dataclass(frozen=True, slots=True)
class DataFolder:
    """The names of everything the program writes; nothing lies outside `root`."""

    root: Path

    @property
    def database(self) -> Path:
        """Return the file that holds the register."""
        return self.root / "ccmdesk.sqlite3"

    @property
    def backups(self) -> Path:
        """Return the folder of the verified copies."""
        return self.root / "backups"

    @property
    def lock(self) -> Path:
        """Return the file that an open window holds."""
        return self.root / "ccmdesk.lock"

    @property
    def fonts(self) -> Path:
        """Return the folder of the mission's own fonts."""
        return self.root / "fonts"

    @property
    def forms(self) -> Path:
        """Return the folder of the mission's own reporting templates."""
        return self.root / "forms"

    @property
    def dictionaries(self) -> Path:
        """Return the folder of the mission's own spelling dictionaries and words."""
        return self.root / "dictionaries"

    @property
    def settings(self) -> Path:
        """Return the file of the window's settings."""
        return self.root / "settings.toml"

    @property
    def log(self) -> Path:
        """Return the present log file."""
        return self.root / "logs" / "ccmdesk.log"

    @property
    def window_wanted(self) -> Path:
        """Return the file by which a second start calls the window that is open."""
        return self.root / "window-wanted"

    @property
    def reminders_lock(self) -> Path:
        """Return the file that whoever tells reminders holds meanwhile."""
        return self.root / "reminders.lock"

    @property
    def reminders_watch(self) -> Path:
        """Return the file that the watch started at log-in holds."""
        return self.root / "reminders-watch.lock"

    @property
    def reminders_looked(self) -> Path:
        """Return the file whose time tells when the timer looked for reminders last."""
        return self.root / "reminders-looked"

    @property
    def reminders_told(self) -> Path:
        """Return the list of the reminders that were told."""
        return self.root / "reminders-told.jsonl"

    @property
    def marker(self) -> Path:
        """Return the file that tells a folder in use from a new one."""
        return self.root / "about-this-folder.txt"
