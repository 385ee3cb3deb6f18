"""What a DOCX tells of the parts of its note, so that an edited one can be read back."""

import hashlib
from collections.abc import Sequence
from typing import Protocol

from ccmdesk.documents.note_sheet import NoteSheet
from ccmdesk.documents.printed_text import without_marks

NOTE, TRANSLATION = "Note", "Translation"
"""How the names of paragraph styles begin, in the note and in its courtesy translation."""
FREE = "free"
ITEMS = " list"
"""How the name of a style ends whose paragraphs are listed below a part."""
LIVE, TYPED = "live", "typed"
VERSION = "CCM Desk"


class Keyed(Protocol):
    """Something that has the key of a part."""

    @property
    def key(self) -> str:
        """The key of a paragraph of the template, "" for a free one."""
        ...


def part_names(body: Sequence[Keyed]) -> list[str]:
    """Return a name for each part of a body: its key, or "free 1" and so on."""
    names: list[str] = []
    free = 0
    for part in body:
        free += not part.key
        names.append(part.key or f"{FREE} {free}")
    return names


def fingerprint(text: str) -> str:
    """Return what tells a text from an edited one, whatever word processors do to its spaces."""
    plain = "".join(without_marks(text).split())
    return hashlib.sha256(plain.encode()).hexdigest()[:16]


def identity(sheet: NoteSheet, prefix: str) -> dict[str, str]:
    """Return, for each part, whether it follows the data and the fingerprint of its text."""
    body = sheet.body
    return {
        f"{prefix} {name}": f"{LIVE if part.live else TYPED} {fingerprint(part.whole)}"
        for name, part in zip(part_names(body), body, strict=True)
    }
