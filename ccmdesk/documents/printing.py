"""The one door from blocks to PDF bytes; what cannot be printed is told in one sentence."""

from collections.abc import Sequence

from ccmdesk.domain.errors import InputError
from ccmdesk.typeset.blocks import Document
from ccmdesk.typeset.errors import Missing, MissingCharactersError, UnreadableImageError


def rendered(document: Document) -> bytes:
    """Return the document as PDF.

    Raises InputError where no font has a character or a picture is unreadable.
    """
    # ReportLab takes its time to load; who only builds blocks does without it.
    from ccmdesk.typeset.render import render

    try:
        return render(document)
    except MissingCharactersError as fault:
        raise InputError(
            f"These characters cannot be printed: {_named(fault.missing)}; "
            "write them in Latin, Greek, Cyrillic, Arabic or common Chinese letters.",
            "text",
        ) from fault
    except UnreadableImageError as fault:
        raise InputError(
            "The emblem cannot be read; choose a whole PNG or JPEG picture.", "emblem"
        ) from fault


def _named(missing: Sequence[Missing]) -> str:
    """Return at most three characters, each with its name and the first of its places."""
    firsts = list({each.character: each for each in reversed(missing)}.values())[::-1]
    return "; ".join(map(str, firsts[:3])) + ("; and others" if len(firsts) > 3 else "")
