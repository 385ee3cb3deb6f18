"""Text of a note as runs: the letters of "1er" raised, names held on one line."""

import re

from ccmdesk.typeset.blocks import Run, Text

_FIRST_OF_MONTH = re.compile(r"\b1er\b")
_WHOLE_NAME = 20
_MARKS = str.maketrans("", "", "\u2066\u2067\u2068\u2069\u200e\u200f\u061c")


def raised(text: str) -> Text:
    """Return the text with the letters of "1er" raised."""
    runs: list[Run] = []
    start = 0
    for found in _FIRST_OF_MONTH.finditer(text):
        runs += [Run(text[start : found.start() + 1]), Run("er", raised=True)]
        start = found.end()
    return (*runs, Run(text[start:]))


def held_name(name: str) -> str:
    """Return a name whose double family name stays on one line, as far as a column can hold it."""
    return re.sub(
        r"\S+",
        lambda word: word[0].replace("-", "\u2011") if len(word[0]) <= _WHOLE_NAME else word[0],
        name,
    )


def isolated(line: str) -> str:
    """Return a line that runs by its own first letter, such as an address among Arabic ones."""
    return f"\u2068{line}\u2069"


def without_isolates(text: str) -> str:
    """Return the text without the marks that only steer direction."""
    return text.translate(_MARKS)


def without_marks(text: str) -> str:
    """Return the text as it is typed: plain spaces, and no marks that only steer direction."""
    return without_isolates(text).replace("\u00a0", " ").replace("\u202f", " ")
