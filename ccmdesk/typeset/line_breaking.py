"""Where a line may end: the Unicode line breaking algorithm (UAX 14), and the habits of a paper.

The names of the rules (LB7, LB13 ...) are those of the standard, with numbers kept whole as in its
example 7.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from pathlib import Path

_TABLE = Path(__file__).with_name("line_break_classes.txt")

_END = frozenset({"BK", "CR", "LF", "NL"})
_OPENING = frozenset({"OP", "OW"})
_CLOSING = frozenset({"CP", "CW", "CL"})
_LETTERS = frozenset({"AL", "HL"})
_HANGUL = frozenset({"JL", "JV", "JT", "H2", "H3"})
_IDEOGRAPHS = frozenset({"ID", "EB", "EM", "EP"})
_NEVER_BEFORE = frozenset({"BA", "HY", "NS"})
# Pairs of neighbours that stay together (LB23 to LB30b), the class before and those after it.
_TOGETHER: tuple[tuple[frozenset[str], frozenset[str]], ...] = (
    (_LETTERS, frozenset({"NU"})),
    (frozenset({"NU"}), _LETTERS),
    (frozenset({"PR"}), _IDEOGRAPHS),
    (_IDEOGRAPHS, frozenset({"PO"})),
    (frozenset({"PR", "PO"}), _LETTERS),
    (_LETTERS, frozenset({"PR", "PO"})),
    (frozenset({"JL"}), frozenset({"JL", "JV", "H2", "H3"})),
    (frozenset({"JV", "H2"}), frozenset({"JV", "JT"})),
    (frozenset({"JT", "H3"}), frozenset({"JT"})),
    (_HANGUL, frozenset({"PO"})),
    (frozenset({"PR"}), _HANGUL),
    (_LETTERS, _LETTERS),
    (frozenset({"IS"}), _LETTERS),
    (_LETTERS | {"NU"}, frozenset({"OP"})),
    (frozenset({"CP"}), _LETTERS | {"NU"}),
    (frozenset({"EB", "EP"}), frozenset({"EM"})),
)
_HELD = frozenset(
    (before, after) for first, then in _TOGETHER for before in first for after in then
)

# Words of letters and figures with full stops and commas at most: only spaces break them.
_LETTER = "A-Za-zÀ-ÖØ-öø-ž\u0400-\u0481\u048a-\u04ff"
_SIMPLE_WORD = rf"[{_LETTER}0-9]+(?:\.[{_LETTER}]+)*[.,]*"
_SIMPLE = re.compile(rf"{_SIMPLE_WORD}(?: {_SIMPLE_WORD})*")
# A line may end after a hyphen between two words ("sous-munitions") and after a dash, but not in
# numbers and references ("ODA/2023-00050"), nor at a mere hint of where a word could be divided.
_HYPHENED = re.compile(r"[^\W\d_]{2}[-\u2010]$")
_WORD = re.compile(r"[^\W\d_]{2}")
_DASHES = "–—"
_NEVER_AFTER = "/\u00ad"


def breaks(text: str) -> list[int]:
    """Return after how many characters a line of a paper may end; the last is all of them."""
    if not text:
        return []
    if _SIMPLE.fullmatch(text):
        return [place + 1 for place, sign in enumerate(text) if sign == " "] + [len(text)]
    return [
        place
        for place in opportunities(text)
        if place == len(text) or text[place - 1] == " " or _habitual(text, place)
    ]


def _habitual(text: str, place: int) -> bool:
    """Tell whether a paper may break where there is no space."""
    before, after = text[place - 1], text[place]
    if before in "-\u2010":
        return bool(_HYPHENED.search(text, max(0, place - 3), place)) and bool(
            _WORD.match(text, place)
        )
    if after in _DASHES or before in _NEVER_AFTER:
        return False
    return before not in _DASHES or after.isalnum()


def opportunities(text: str) -> list[int]:
    """Return after how many characters a line may end by the standard, the end of the text last."""
    classes = [_class(character) for character in text]
    kinds = _without_marks(classes)
    found = []
    state = _State()
    for place in range(1, len(text)):
        state.pass_on(kinds[place - 1], classes[place - 1])
        following = kinds[place + 1] if place + 1 < len(text) else ""
        if state.breaks_before(kinds[place], following):
            found.append(place)
    return [*found, len(text)] if text else []


@cache
def _table() -> tuple[list[int], list[str]]:
    lines = [line.split() for line in _TABLE.read_text(encoding="ascii").splitlines()]
    return [int(first, 16) for first, _ in lines], [kind for _, kind in lines]


@cache
def _class(character: str) -> str:
    starts, kinds = _table()
    return kinds[bisect_right(starts, ord(character)) - 1]


def _without_marks(classes: Sequence[str]) -> list[str]:
    """Return the classes, "" for a mark on the character before it (LB9, LB10)."""
    kinds: list[str] = []
    carrier = False
    for kind in classes:
        if kind in ("CM", "ZWJ"):
            kinds.append("" if carrier else "AL")
            carrier = True
        else:
            kinds.append(kind)
            carrier = kind not in _END and kind not in ("SP", "ZW")
    return kinds


class _State:
    """What the rules need to know of the text before a place."""

    def __init__(self) -> None:
        self.last = ""
        """The class of the last character that is no mark."""
        self.raw = ""
        """The class of the last character, a mark or not."""
        self.before_spaces = ""
        """The class of the last character that is no mark and no space."""
        self.hebrew = False
        """A hyphen after a Hebrew letter was last."""
        self.number = ""
        """"inside" a number, "closed" by a bracket after it, or neither."""
        self.flags = 0
        """How many regional indicators in a row were last."""

    def pass_on(self, kind: str, raw: str) -> None:
        """Go over one character; `kind` is empty for a mark."""
        self.raw = raw
        if not kind:
            return
        self.hebrew = self.last == "HL" and kind in ("HY", "BA")
        if kind == "NU" or (self.number == "inside" and kind in ("SY", "IS")):
            self.number = "inside"
        elif self.number == "inside" and kind in _CLOSING:
            self.number = "closed"
        else:
            self.number = ""
        self.flags = self.flags + 1 if kind == "RI" else 0
        self.last = kind
        if kind != "SP":
            self.before_spaces = kind

    def breaks_before(self, kind: str, following: str) -> bool:
        """Tell whether a line may end before a character, which another one follows."""
        last = self.last
        if last in _END:  # LB4, LB5
            return not (last == "CR" and kind == "LF")
        if kind in _END or kind in ("SP", "ZW"):  # LB6, LB7
            return False
        if self.before_spaces == "ZW":  # LB8
            return True
        if self.raw == "ZWJ" or not kind:  # LB8a, LB9
            return False
        if kind == "WJ" or last == "WJ" or last == "GL":  # LB11, LB12
            return False
        if kind == "GL" and last not in ("SP", "BA", "HY"):  # LB12a
            return False
        if self._holds_punctuation(kind):
            return False
        if last == "SP":  # LB18
            return True
        if kind == "QU" or last == "QU":  # LB19
            return False
        if kind == "CB" or last == "CB":  # LB20
            return True
        return not self._holds_neighbours(kind, following)

    def _holds_punctuation(self, kind: str) -> bool:
        """Tell whether signs stay with what they belong to, across spaces too (LB13 to LB17)."""
        if kind == "EX" or (kind in _CLOSING | {"IS", "SY"} and self.last != "NU"):
            return True
        behind = self.before_spaces
        return (
            behind in _OPENING
            or (behind == "QU" and kind in _OPENING)
            or (behind in _CLOSING and kind == "NS")
            or (behind == "B2" and kind == "B2")
        )

    def _holds_neighbours(self, kind: str, following: str) -> bool:
        """Tell whether two neighbours stay together (LB21 to LB30b)."""
        last = self.last
        if kind in _NEVER_BEFORE or last == "BB" or self.hebrew or kind == "IN":
            return True
        if last == "SY" and kind == "HL":
            return True
        if self._holds_number(kind, following) or (last, kind) in _HELD:
            return True
        return last == "RI" and kind == "RI" and self.flags % 2 == 1

    def _holds_number(self, kind: str, following: str) -> bool:
        """Tell whether both belong to one number (LB25)."""
        last = self.last
        if kind == "NU" and (last in ("PR", "PO", "HY") or last in _OPENING):
            return True
        if last in ("PR", "PO") and kind in _OPENING and following == "NU":
            return True
        if self.number == "inside" and (kind in ("NU", "SY", "IS") or kind in _CLOSING):
            return True
        return self.number != "" and kind in ("PO", "PR")
