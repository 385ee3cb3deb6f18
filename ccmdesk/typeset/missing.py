"""Says of every character no font has where it stands and what stands around it."""

from collections.abc import Iterable, Sequence

from ccmdesk.typeset import fonts
from ccmdesk.typeset.errors import Missing
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.texts import Placed

_AROUND = 12
"""Characters told on either side."""
_MOST = 100


def missing_from(texts: Iterable[Placed], added: Sequence[Face] = ()) -> list[Missing]:
    """Return the characters no font at hand has, each once for each place, at most a hundred."""
    found: list[Missing] = []
    for place, text in texts:
        settled = fonts.settled(text)
        for character in fonts.missing_characters(text, added):
            found.append(Missing(character, place, _around(settled, settled.find(character))))
            if len(found) == _MOST:
                return found
    return found


def _around(text: str, place: int) -> str:
    """Return the words around a place, the characters without a look left out."""
    start, stop = max(0, place - _AROUND), place + 1 + _AROUND
    shown = "".join(each if each.isprintable() else " " for each in text[start:stop])
    before, after = "…" * (start > 0), "…" * (stop < len(text))
    return before + " ".join(shown.split()) + after
