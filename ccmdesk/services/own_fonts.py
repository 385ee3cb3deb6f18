"""The mission's own fonts: TrueType files kept in the data folder and used in every paper."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.domain.errors import EnvironmentFault, InputError, machine_fault
from ccmdesk.services.changes import Changes
from ccmdesk.system.atomic_file import write_bytes

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile

_MOST_BYTES = 40_000_000
_NOT_IN_NAMES = re.compile(r"[^\w.() -]+")


@dataclass(frozen=True, slots=True)
class OwnFont:
    """A font of the mission's; `problem` says why it cannot be used any more ("" if it can)."""

    name: str
    size: int
    problem: str = ""


class OwnFonts:
    """Add, list and take out fonts; `files` is what papers are drawn with.

    A file is read once and again only when it has changed: every keystroke of a note asks.
    """

    def __init__(self, folder: Path, changes: Changes) -> None:
        self._folder = folder
        self._changes = changes
        self._read: dict[Path, tuple[tuple[int, int], FontFile]] = {}
        self._files: tuple[FontFile, ...] = ()

    def all(self) -> list[OwnFont]:
        """Return the fonts by name, each with what is wrong with it."""
        return [OwnFont(each.name, len(each.data), _problem(each)) for each in self.files()]

    def files(self) -> "tuple[FontFile, ...]":
        """Return the fonts as papers take them, by name."""
        paths = list(self._paths())
        if not paths:
            return ()
        # Loaded here: the window paints before any paper is drawn, and few missions add a font.
        from ccmdesk.documents.own_fonts import FontFile

        found = []
        for path in paths:
            try:
                stat = path.stat()
                stamp = (stat.st_mtime_ns, stat.st_size)
                known = self._read.get(path)
                if known is None or known[0] != stamp:
                    known = self._read[path] = (stamp, FontFile(path.stem, path.read_bytes()))
            except OSError as error:
                reason = (error.strerror or str(error)).lower()
                raise EnvironmentFault(
                    f"The font “{path}” cannot be read ({reason}); mend or remove the file."
                ) from error
            found.append(known[1])
        if tuple(found) != self._files:
            self._files = tuple(found)
        return self._files

    def add(self, path: Path) -> OwnFont:
        """Copy a TrueType file into the data folder and return it.

        Raises InputError (field "font") where it cannot be used, and EnvironmentFault where it
        cannot be read or kept.
        """
        name = _NOT_IN_NAMES.sub(" ", path.stem).strip(" .") or "Font"
        try:
            if path.stat().st_size > _MOST_BYTES:
                raise InputError(
                    f"The font {name} cannot be used: it is larger than 40 MB.", "font"
                )
            data = path.read_bytes()
        except OSError as error:
            reason = (error.strerror or str(error)).lower()
            raise EnvironmentFault(
                f"“{path.name}” cannot be read ({reason}); choose another file."
            ) from error
        from ccmdesk.documents.own_fonts import checked_font

        font = checked_font(name, data)
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            write_bytes(self._folder / f"{name}.ttf", data)
        except OSError as error:
            raise machine_fault(error, self._folder) from error
        self._changes.notify(frozenset({"profile"}))
        return OwnFont(font.name, len(data))

    def remove(self, name: str) -> None:
        """Take a font out; raises InputError where there is none of that name."""
        path = next((each for each in self._paths() if each.stem == name), None)
        if path is None:
            raise InputError(f"There is no font “{name}” here.", "font")
        try:
            path.unlink()
        except OSError as error:
            raise machine_fault(error, path) from error
        self._changes.notify(frozenset({"profile"}))

    def _paths(self) -> Iterator[Path]:
        if self._folder.is_dir():
            yield from sorted(self._folder.glob("*.ttf"))


def _problem(font: "FontFile") -> str:
    from ccmdesk.documents.own_fonts import checked_font

    try:
        checked_font(font.name, font.data)
    except InputError as error:
        return error.message
    return ""
