"""The one door from blocks to PDF bytes; what cannot be printed is told in one sentence."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from ccmdesk.documents.own_fonts import told
from ccmdesk.domain.errors import InputError
from ccmdesk.typeset.blocks import Document, FontFile
from ccmdesk.typeset.errors import (
    Missing,
    MissingCharactersError,
    UnreadableImageError,
    UnusableFontError,
)


def rendered(document: Document, fonts: Sequence[FontFile] = ()) -> bytes:
    """Return the document as PDF; `fonts` of the mission's draw what no bundled font has.

    Raises InputError where no font has a character, a font or a picture is unreadable.
    """
    # ReportLab takes its time to load; who only builds blocks does without it.
    from ccmdesk.typeset.render import render

    with _faults_told():
        return render(_with(document, fonts))


def takes_one_page(document: Document, fonts: Sequence[FontFile] = ()) -> bool:
    """Tell whether the document takes a single page; raises InputError as `rendered` does."""
    from ccmdesk.typeset.render import page_count

    with _faults_told():
        return page_count(_with(document, fonts)) == 1


def rendered_on_one_page(sizes: Iterable[Document], fonts: Sequence[FontFile] = ()) -> bytes:
    """Return the first of `sizes` that takes a single page, or else the last, as PDF.

    Raises InputError as `rendered` does.
    """
    document = None
    for document in sizes:
        if takes_one_page(document, fonts):
            break
    if document is None:
        raise ValueError("there is no document to print")
    return rendered(document, fonts)


def cut(text: str, letters: int) -> str:
    """Return a text on one line, cut off with an ellipsis where it has more than `letters`."""
    line = " ".join(text.split())
    return line if len(line) <= letters else line[: letters - 1].rstrip() + "…"


def _with(document: Document, fonts: Sequence[FontFile]) -> Document:
    return replace(document, fonts=tuple(fonts)) if fonts else document


@contextmanager
def _faults_told() -> Iterator[None]:
    try:
        yield
    except MissingCharactersError as fault:
        raise InputError(
            f"These characters cannot be printed: {_named(fault.missing)}; "
            "write them in Latin, Greek, Cyrillic, Arabic or common Chinese letters, or add a font "
            "that has them under Settings, Fonts.",
            "text",
        ) from fault
    except UnusableFontError as fault:
        raise InputError(told(str(fault)), "font") from fault
    except UnreadableImageError as fault:
        raise InputError(
            "The emblem cannot be read; choose a whole PNG or JPEG picture.", "emblem"
        ) from fault


def _named(missing: Sequence[Missing]) -> str:
    """Return at most three characters, each with its name and the first of its places."""
    firsts = list({each.character: each for each in reversed(missing)}.values())[::-1]
    return "; ".join(map(str, firsts[:3])) + ("; and others" if len(firsts) > 3 else "")
