"""What every test gets: no screen, English dates, and a data folder of its own."""

import os
from collections.abc import Iterator
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

import pytest
from hypothesis import settings
from PySide6.QtCore import QLocale

from ccmdesk.ui.singletons import keep_singletons

# Every test asks QLocale; a long run of them would lose None.
keep_singletons()
settings.register_profile("developer", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, print_blob=True)
settings.load_profile("ci" if os.environ.get("CI") else "developer")

FOLDER_VARIABLES = {
    "CCMDESK_DATA_DIR": "data",
    "HOME": "home",
    "USERPROFILE": "home",
    "XDG_DATA_HOME": "home/.local/share",
    "XDG_CONFIG_HOME": "home/.config",
    "XDG_CACHE_HOME": "home/.cache",
    "XDG_STATE_HOME": "home/.local/state",
    "XDG_RUNTIME_DIR": "runtime",
    "APPDATA": "home/AppData/Roaming",
    "LOCALAPPDATA": "home/AppData/Local",
}


@pytest.fixture(autouse=True)
def own_folders(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Point every folder the program might write to below a new temporary one, and return that."""
    root = tmp_path_factory.mktemp("officer")
    for variable, folder in FOLDER_VARIABLES.items():
        place = root / folder
        place.mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(variable, str(place))
    (root / "runtime").chmod(0o700)
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    return root


@pytest.fixture(autouse=True)
def english_locale() -> Iterator[None]:
    """Show dates and numbers in English whatever the machine speaks."""
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom))
    yield
    QLocale.setDefault(before)
