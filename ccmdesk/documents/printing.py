"""The one door from blocks to PDF bytes; what cannot be printed is told in one sentence."""

from ccmdesk.domain.errors import InputError
from ccmdesk.typeset.blocks import Document
from ccmdesk.typeset.errors import MissingCharactersError, UnreadableImageError


def rendered(document: Document) -> bytes:
    """Return the document as PDF.

    Raises InputError where a character is in no bundled font or a picture is unreadable.
    """
    # ReportLab takes its time to load; who only builds blocks does without it.
    from ccmdesk.typeset.render import render

    try:
        return render(document)
    except MissingCharactersError as fault:
        raise InputError(
            f"These characters cannot be printed: {_named(fault.characters)}; "
            "write them in Latin, Greek, Cyrillic, Arabic or common Chinese letters.",
            "text",
        ) from fault
    except UnreadableImageError as fault:
        raise InputError(
            "The emblem cannot be read; choose a whole PNG or JPEG picture.", "emblem"
        ) from fault


def _named(characters: str) -> str:
    """Return at most five characters, each with its code point."""
    named = [
        f"“{character}” (U+{ord(character):04X})"
        if character.isprintable()
        else f"U+{ord(character):04X}"
        for character in characters[:5]
    ]
    return ", ".join(named) + (" and others" if len(characters) > 5 else "")
