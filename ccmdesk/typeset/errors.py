"""What can be wrong with a document that is to be typeset."""

import unicodedata
from collections.abc import Sequence
from typing import NamedTuple

# By their category: the characters that have no names of their own.
_UNNAMED = {
    "Cc": "control character",
    "Cs": "half of a character",
    "Co": "character for private use",
}


class TypesetError(Exception):
    """A document that cannot be made as it is."""


class Missing(NamedTuple):
    """A character no font has, where it stands and the words around it; empty if not known."""

    character: str
    place: str = ""
    near: str = ""

    @property
    def name(self) -> str:
        """Return what Unicode calls the character."""
        return unicodedata.name(self.character, "") or _UNNAMED.get(
            unicodedata.category(self.character), "unassigned character"
        )

    def __str__(self) -> str:
        """Return the character with its name, its number and its place."""
        shown = f"“{self.character}” " if self.character.isprintable() else ""
        place = f" in {self.place}" if self.place else ""
        near = f", near “{self.near}”" if self.near else ""
        return f"{shown}{self.name} (U+{ord(self.character):04X}){place}{near}"


class MissingCharactersError(TypesetError):
    """The text holds characters no font at hand has; `missing` tells each with each of its places.

    `characters` names each once, in order.
    """

    def __init__(self, missing: Sequence[Missing]) -> None:
        super().__init__("No font has: " + "; ".join(map(str, missing)))
        self.missing = tuple(missing)
        self.characters = "".join(dict.fromkeys(each.character for each in missing))


class UnusableFontError(TypesetError):
    """A font that cannot be put into a paper; the message names it and says why."""


class UnreadableImageError(TypesetError):
    """A picture that is neither a whole PNG nor a whole JPEG."""


class TooManyPixelsError(UnreadableImageError):
    """A picture so large that reading it would take the machine's memory."""


class UnusableAttachmentError(TypesetError):
    """A file that cannot be attached under the name or kind it was given."""


class UnevenRowError(TypesetError):
    """A row of a table that has more or fewer cells than the table has columns."""


class UnknownAnchorError(TypesetError):
    """A link to a part of the paper that nothing is named after."""
