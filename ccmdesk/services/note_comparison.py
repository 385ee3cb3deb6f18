"""Two versions of a note compared, for the window: on screen, in a few words, and as a paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.documents.redline import (
    ComparedParagraph,
    Piece,
    PieceKind,
    compared,
    compared_words,
)
from ccmdesk.domain.errors import machine_fault
from ccmdesk.domain.note import NoteContent
from ccmdesk.system.atomic_file import write_bytes

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile

__all__ = [
    "ComparedParagraph",
    "Piece",
    "PieceKind",
    "PlaceChange",
    "changed_places",
    "compared",
    "compared_words",
    "redline",
    "write_paper",
]


@dataclass(frozen=True, slots=True)
class PlaceChange:
    """How many words came and went in one place of a note ("Text", "Addressee")."""

    place: str
    came: int
    went: int


def changed_places(before: NoteContent, after: NoteContent) -> list[PlaceChange]:
    """Return the places in which two versions differ, in the order of the note."""
    found: dict[str, PlaceChange] = {}
    for paragraph in compared(before, after):
        if paragraph.changed:
            known = found.get(paragraph.place, PlaceChange(paragraph.place, 0, 0))
            found[paragraph.place] = PlaceChange(
                paragraph.place,
                known.came + _words(paragraph.pieces, PieceKind.INSERTED),
                known.went + _words(paragraph.pieces, PieceKind.DELETED),
            )
    return list(found.values())


def redline(
    before: NoteContent,
    after: NoteContent,
    versions: tuple[str, str],
    printed_on: date,
    fonts: "tuple[FontFile, ...]" = (),
) -> bytes:
    """Return the comparison as PDF; `versions` name the older and the newer one."""
    from ccmdesk.documents.redline import redline_pdf

    return redline_pdf(before, after, versions=versions, printed_on=printed_on, fonts=fonts)


def write_paper(make: Callable[[], bytes], path: Path) -> None:
    """Write a paper to a file, whole or not at all; raises EnvironmentFault where it cannot be."""
    data = make()
    try:
        write_bytes(path, data)
    except OSError as error:
        raise machine_fault(error) from error


def _words(pieces: Sequence[Piece], kind: PieceKind) -> int:
    return sum(len(piece.text.split()) for piece in pieces if piece.kind is kind)
