"""Breaks runs of text into lines; no word that fits a line is broken."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

from ccmdesk.typeset import fonts
from ccmdesk.typeset.blocks import Run, Text
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.shaping import Stretch
from ccmdesk.typeset.words import Fragment, Setting, Word, words

__all__ = ["Fragment", "Line", "Setting", "Word", "break_lines", "measured"]
_MOST_WIDTHS = 16


class Stroke(NamedTuple):
    """Glyphs of one face and size: all codes at once, or a stretch whose codes a file decides."""

    face: Face
    size: float
    codes: str
    numbers: frozenset[int]
    stretch: Stretch | None


class Passage(NamedTuple):
    """A part of a line in one language, so many points from its beginning."""

    lang: str
    start: float
    strokes: tuple[Stroke, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it will be drawn, its fragments in reading order.

    `wraps` tells that the text goes on in the next line, `spaced` that a space stands between the
    two, `divided` that the hyphen at its end was put there, `rtl` that lines begin at the right.
    `ready` is kept by who draws the line, to draw it the next time: nothing until then, and no
    passages where it must be drawn piece by piece.
    """

    fragments: tuple[Fragment, ...]
    width: float
    wraps: bool = False
    spaced: bool = False
    rtl: bool = False
    divided: bool = False
    ready: list[tuple[Passage, ...]] = field(
        default_factory=list, init=False, repr=False, compare=False
    )


class Measured:
    """A text as its words; `natural` is how wide it is unbroken, `longest` its longest word.

    Words held together count one by one: in a narrow column they are parted.
    """

    __slots__ = ("_broken", "_setting", "_whole", "longest", "natural", "words")

    def __init__(self, text: Text, setting: Setting) -> None:
        self.words = words(text, setting)
        self.longest = max((word.least for word in self.words), default=0.0)
        self._setting = setting
        fragments: list[Fragment] = []
        natural = 0.0
        for word in self.words:
            if word.space and fragments:
                fragments.append(word.space)
                natural += word.width + word.space.width
            else:
                natural += word.width
            fragments.extend(word.fragments)
        self.natural = natural
        self._whole = Line(tuple(fragments), natural, rtl=setting.rtl)
        self._broken: dict[tuple[float, float], list[Line]] = {}

    def lines(self, width: float, indent: float = 0.0) -> list[Line]:
        """Return the lines as `break_lines` does; they are shared, and not to be changed."""
        if not indent and self.natural <= width:
            return [self._whole]
        key = (width, indent)
        found = self._broken.get(key)
        if found is None:
            if len(self._broken) == _MOST_WIDTHS:
                self._broken.clear()
            found = self._broken[key] = _broken(self.words, self._setting, width, indent)
        return found


@lru_cache(maxsize=4096)
def measured(text: Text, setting: Setting) -> Measured:
    """Return the text measured, the same for the same text and setting."""
    return Measured(text, setting)


def break_lines(text: Text, setting: Setting, width: float, indent: float = 0.0) -> list[Line]:
    """Return the lines of `text` in a column of `width` points, the first one indented.

    No text gives one empty line.
    """
    return list(measured(text, setting).lines(width, indent))


def _broken(found: tuple[Word, ...], setting: Setting, width: float, indent: float) -> list[Line]:
    rtl = setting.rtl
    lines: list[Line] = []
    fragments: list[Fragment] = []
    used = indent
    for word in _loosened(found, width):
        space = word.space if fragments else None
        needed = word.width + (space.width if space else 0.0)
        if used + needed > width and fragments:
            lines.append(Line(tuple(fragments), used, True, space is not None, rtl))
            fragments, used, space, needed = [], 0.0, None, word.width
        if needed > width - used:
            *full, word = chopped(word, setting, width, width - used)
            for part in full:
                lines.append(Line(part.fragments, part.width, True, False, rtl))
                used = 0.0
            needed = word.width
        if space:
            fragments.append(space)
        fragments.extend(word.fragments)
        used += needed
    lines.append(Line(tuple(fragments), used, rtl=rtl))
    return lines


def fitting_words(text: Text, setting: Setting, width: float) -> tuple[Word, ...]:
    """Return the words of `text`; what a column of `width` points cannot hold together is not."""
    return _loosened(measured(text, setting).words, width)


def _loosened(found: tuple[Word, ...], width: float) -> tuple[Word, ...]:
    if all(word.width <= width for word in found):
        return found
    return tuple(
        part for word in found for part in (word.loosened() if word.width > width else [word])
    )


def chopped(word: Word, setting: Setting, width: float, room: float) -> list[Word]:
    """Cut a word that no line can hold into parts that each fill one; the last is what remains."""
    parts: list[Word] = []
    current: list[Fragment] = []
    used = 0.0
    for fragment in word.fragments:
        run = fragment.run
        rest = fonts.clusters(fragment.text)
        while rest:
            count = _fitting(rest, run, setting, fragment.level, room - used)
            if count == 0 and (current or room < width):
                parts.append(Word(tuple(current), used, None))
                current, used, room = [], 0.0, width
                continue
            count = max(count, 1)
            new = setting.fragment(run, "".join(rest[:count]), fragment.level)
            rest = rest[count:]
            current.append(new)
            used += new.width
    parts.append(Word(tuple(current), used, None))
    return parts


def _fitting(clusters: list[str], run: Run, setting: Setting, level: int, room: float) -> int:
    """Return how many letters, drawn together, go into the room."""
    used = 0.0
    count = 0
    for cluster in clusters:
        used += setting.fragment(run, cluster, level).width
        if used > room:
            break
        count += 1
    # Together, letters may be a little wider than one by one.
    while count and setting.fragment(run, "".join(clusters[:count]), level).width > room:
        count -= 1
    return count
