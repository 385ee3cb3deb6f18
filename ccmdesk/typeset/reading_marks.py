"""Marks of direction that let readers of a file tell where text of the other direction ends.

They see signs from left to right on paper and put them in order by the letters among them; a space
or a bracket beside a number in Arabic text they would put on its wrong side. The marks are not
drawn: they are said together with the glyph at the end of a run.
"""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import groupby

from ccmdesk.typeset.fonts import drawn
from ccmdesk.typeset.shaping import Glyph, Stretch
from ccmdesk.typeset.words import Fragment

_TO_THE_RIGHT, _TO_THE_LEFT = "\u200e", "\u200f"
_BREAK = "\u200b"
# The separators and terminators of numbers, by the bidirectional algorithm.
_OF_NUMBERS = (
    "\u060c",
    ":",
    ".",
    ",",
    "/",
    "%",
    "+",
    "-",
    "#",
    "$",
    "€",
    "£",
    "°",
    "\u066a",
    "\u066b",
)


def marked(fragments: Sequence[Fragment], rtl: bool) -> list[Fragment]:
    """Return the fragments of a line, in the order from left to right, with what marks them.

    `rtl` tells that the line as a whole runs from right to left.
    """
    found: list[Fragment] = []
    # In a line from left to right, Arabic and the numbers within it are one run.
    for within, group in groupby(
        fragments, lambda fragment: fragment.level % 2 == 0 if rtl else fragment.level > 0
    ):
        run = list(group)
        if within:
            if rtl and found:
                run[0] = _with(run[0], _TO_THE_LEFT, "")
            # At the right a run of numbers may end with a sign, a run of Arabic with anything.
            last = run[-1].text[-1:]
            if (rtl and not last.isalnum()) or (not rtl and len(found) + len(run) < len(fragments)):
                run[-1] = _with(run[-1], "", _TO_THE_RIGHT)
        elif rtl:
            run = [_signed(fragment) for fragment in run]
        found += run
    return found


def kept_hyphen(fragment: Fragment) -> Fragment:
    """Return the end of a line whose own hyphen readers must not take for one of division.

    They join a line that ends with a hyphen with the next one; an unseen break after it stops them.
    """
    if fragment.level % 2 or not drawn(fragment.text).endswith("-"):
        return fragment
    return _with(fragment, "", _BREAK)


def _signed(fragment: Fragment) -> Fragment:
    """Return right-to-left text whose signs that also stand in numbers are told from numbers."""
    if not any(sign in fragment.text for sign in _OF_NUMBERS):
        return fragment
    return fragment._replace(stretches=tuple(map(_with_signs, fragment.stretches)))


@lru_cache(maxsize=5_000)
def _with_signs(stretch: Stretch) -> Stretch:
    glyphs = list(stretch.glyphs)
    for index, glyph in enumerate(glyphs):
        said = _said(stretch, glyph)
        beside = _said(stretch, glyphs[index - 1]) if index else ""
        if said in _OF_NUMBERS and not beside.isalpha():
            glyphs[index] = glyph._replace(text=_TO_THE_LEFT + said)
    return replace(stretch, glyphs=tuple(glyphs), codes="")


def _with(fragment: Fragment, before: str, after: str) -> Fragment:
    stretches = list(fragment.stretches)
    if before and stretches:
        stretches[0] = _marked(stretches[0], before, "")
    if after and stretches:
        stretches[-1] = _marked(stretches[-1], "", after)
    return fragment._replace(stretches=tuple(stretches))


@lru_cache(maxsize=5_000)
def _marked(stretch: Stretch, before: str, after: str) -> Stretch:
    glyphs = list(stretch.glyphs)
    if before:
        glyphs[0] = glyphs[0]._replace(text=before + _said(stretch, glyphs[0]))
    if after:
        glyphs[-1] = glyphs[-1]._replace(text=_said(stretch, glyphs[-1]) + after)
    return replace(stretch, glyphs=tuple(glyphs), codes="")


def _said(stretch: Stretch, glyph: Glyph) -> str:
    return glyph.text or stretch.face.characters.get(glyph.number, "")
