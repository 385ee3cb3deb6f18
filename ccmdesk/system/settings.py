"""How the window likes to look on this workstation; a small TOML file in the data folder."""

from dataclasses import dataclass, replace
from pathlib import Path

from ccmdesk.system.atomic_file import write_bytes

THEMES = ("system", "light", "dark", "contrast")
ZOOM_RANGE = (80, 200)


@dataclass(frozen=True, slots=True)
class Settings:
    """The window's settings; `zoom` in per cent, `geometry` as Qt wrote it, in hexadecimal.

    `close_to_tray` lets the program go on behind its sign when the window is closed, and
    `told_of_tray` says that the officer knows.
    """

    theme: str = "system"
    zoom: int = 100
    geometry: str = ""
    close_to_tray: bool = True
    told_of_tray: bool = False

    def checked(self) -> "Settings":
        """Return the settings with whatever is out of range put back to its usual value."""
        low, high = ZOOM_RANGE
        usual = Settings()
        return replace(
            self,
            theme=self.theme if self.theme in THEMES else usual.theme,
            zoom=min(max(self.zoom, low), high),
            geometry=self.geometry if _is_hexadecimal(self.geometry) else usual.geometry,
        )


def load_settings(path: Path) -> Settings:
    """Return the stored settings; a file that is missing or cannot be read gives the usual ones."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return Settings()
    # The window waits for its settings; while there are none it need not wait for the reader too.
    import tomllib

    try:
        found = tomllib.loads(text)
    except tomllib.TOMLDecodeError:
        return Settings()
    theme, zoom, geometry = found.get("theme"), found.get("zoom"), found.get("geometry")
    usual = Settings()
    return Settings(
        theme=theme if isinstance(theme, str) else usual.theme,
        zoom=zoom if isinstance(zoom, int) else usual.zoom,
        geometry=geometry if isinstance(geometry, str) else usual.geometry,
        close_to_tray=found.get("close_to_tray") is not False,
        told_of_tray=found.get("told_of_tray") is True,
    ).checked()


def save_settings(path: Path, settings: Settings) -> None:
    """Store the settings; raises OSError where the folder cannot be written."""
    checked = settings.checked()
    lines = (
        f'theme = "{checked.theme}"',
        f"zoom = {checked.zoom}",
        f'geometry = "{checked.geometry}"',
        f"close_to_tray = {str(checked.close_to_tray).lower()}",
        f"told_of_tray = {str(checked.told_of_tray).lower()}",
    )
    write_bytes(path, "\n".join((*lines, "")).encode("utf-8"))


def _is_hexadecimal(text: str) -> bool:
    return all(character in "0123456789abcdef" for character in text)
