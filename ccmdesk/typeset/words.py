"""Divides text into the words that lines are made of, measured and ready to be drawn."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from ccmdesk.typeset import (
    bidi,
    fonts,
    french_spacing,
    habits,
    held_together,
    line_breaking,
    shaping,
)
from ccmdesk.typeset.blocks import Run, Text
from ccmdesk.typeset.habits import Habits
from ccmdesk.typeset.shaping import Stretch

_RAISED_SIZE = 0.65
BLANKS = (" ", "\u00a0")
"""What is made wider or narrower in justified text; the narrow space keeps its width."""


class Fragment(NamedTuple):
    """Text in one manner and one direction on one line; `size`, `width` and `after` are points.

    `run` is the run it is taken from. `level` is the depth of embedding of the Unicode
    bidirectional algorithm, odd where the text runs from right to left; `lang` is the language it
    is in. `after` is what justified text adds to its width.
    """

    text: str
    run: Run
    size: float
    width: float
    level: int
    lang: str
    stretches: tuple[Stretch, ...]
    after: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: size and extra space after each glyph in points, and its language.

    `habits` are those of the paper that is being set.
    """

    size: float
    tracking: float = 0.0
    lang: str = ""
    habits: Habits = field(default_factory=habits.current)

    @property
    def rtl(self) -> bool:
        """Tell whether the language is written from right to left."""
        return self.lang.partition("-")[0] in bidi.RIGHT_TO_LEFT_LANGUAGES

    def fragment(self, run: Run, text: str, level: int = 0) -> Fragment:
        """Return `text` in the manner of `run`, measured."""
        size = self.size * (_RAISED_SIZE if run.raised else 1.0)
        lang = run.lang or self.lang
        shaped = shaping.shaped(
            text,
            run.bold,
            run.italic,
            level % 2 == 1,
            lang,
            self.tracking == 0,
            self.habits.added,
            self.habits.typeface,
        )
        width = shaped.width * size / 1000
        if self.tracking:
            width += self.tracking * sum(len(stretch.glyphs) for stretch in shaped.stretches)
        return Fragment(text, run, size, width, level, lang, shaped.stretches)


class Word(NamedTuple):
    """What is not broken, and the space before it if one stands there."""

    fragments: tuple[Fragment, ...]
    width: float
    space: Fragment | None

    def loosened(self) -> list["Word"]:
        """Return the words that are held together in this one, though a plain space was typed."""
        found: list[Word] = []
        part: list[Fragment] = []
        space = self.space
        for fragment in self.fragments:
            if fragment.text == " " and part:
                found.append(Word(tuple(part), sum(each.width for each in part), space))
                part, space = [], fragment
            else:
                part.append(fragment)
        return [*found, Word(tuple(part), sum(each.width for each in part), space)]

    @property
    def least(self) -> float:
        """The width it cannot do without, in points, even if nothing is held together."""
        if len(self.fragments) == 1:
            return self.width
        return max(word.width for word in self.loosened())


def words(text: Text, setting: Setting) -> tuple[Word, ...]:
    """Return the words in reading order; runs that touch without a space make one word."""
    runs = _settled(text, setting)
    whole = runs[0].text if len(runs) == 1 else "".join(run.text for run in runs)
    levels = bidi.levels(whole, int(setting.rtl)) if setting.rtl or bidi.mixed(whole) else None
    held = _held(runs, whole, setting)
    if len(runs) == 1 and levels is None and held is held_together.NOWHERE:
        return _plain_words(runs[0], setting)
    found: list[Word] = []
    space: Fragment | None = None
    start = 0
    for end in line_breaking.breaks(whole):
        if end in held:
            continue
        part = whole[start:end]
        stop = start + len(part.rstrip(" "))
        first = end - len(part.lstrip(" ")) if stop > start else start
        if first > start:
            space = next(_fragments(runs, start, start + 1, levels, setting))
        if stop > first:
            parts = tuple(_fragments(runs, first, stop, levels, setting))
            found.append(Word(parts, sum(part.width for part in parts), space))
            space = None
        if end > stop:
            space = next(_fragments(runs, stop, stop + 1, levels, setting))
        start = end
    return tuple(found)


def _plain_words(run: Run, setting: Setting) -> tuple[Word, ...]:
    """Return the words of a text in one manner and one direction, which is most texts."""
    text = run.text
    blank = setting.fragment(run, " ") if " " in text else None
    simple = not any(sign in text for sign in BLANKS[1:])
    found: list[Word] = []
    space: Fragment | None = None
    start = 0
    for end in line_breaking.breaks(text):
        part = text[start:end]
        if inner := part.strip(" "):
            if part[0] == " ":
                space = blank
            if simple and " " not in inner:
                fragment = setting.fragment(run, inner)
                found.append(Word((fragment,), fragment.width, space))
            else:
                first = start + part.index(inner)
                parts = tuple(_fragments([run], first, first + len(inner), None, setting))
                found.append(Word(parts, sum(part.width for part in parts), space))
            space = None
        if part[-1] == " ":
            space = blank
        start = end
    return tuple(found)


def _settled(text: Text, setting: Setting) -> list[Run]:
    """Return the runs as they are printed: composed, and in French with the spaces it asks for."""
    runs = []
    for run in text:
        if settled := fonts.settled(run.text):
            runs.append(run if settled is run.text else run._replace(text=settled))
    if setting.habits.held_together:
        return french_spacing.spaced(runs, setting.lang)
    return runs


def _held(runs: list[Run], whole: str, setting: Setting) -> frozenset[int]:
    """Return after how many characters no line ends, though it could."""
    if not setting.habits.held_together or " " not in whole:
        return held_together.NOWHERE
    if len(runs) == 1:
        return held_together.held(whole, runs[0].lang or setting.lang)
    return held_together.held(whole, setting.lang)


def _fragments(
    runs: list[Run], start: int, stop: int, levels: list[int] | None, setting: Setting
) -> Iterator[Fragment]:
    """Yield what stands from `start` to `stop`.

    It is cut where the manner or the direction changes, and around spaces within.
    """
    offset = 0
    for run in runs:
        last = offset + len(run.text)
        place, end = max(start, offset), min(stop, last)
        while place < end:
            level = levels[place] if levels else 0
            cut = _end_of_piece(run.text, place - offset, end - offset) + offset
            if levels:
                cut = next((i for i in range(place + 1, cut) if levels[i] != level), cut)
            yield setting.fragment(run, run.text[place - offset : cut - offset], level)
            place = cut
        offset = last


def _end_of_piece(text: str, start: int, stop: int) -> int:
    """Return where the space or the letters at `start` end."""
    if text[start] in BLANKS:
        return start + 1
    for blank in BLANKS:
        if (found := text.find(blank, start, stop)) > 0:
            stop = found
    return stop
