"""Breaks runs of text into lines; no word that fits a line is broken."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from ccmdesk.typeset import bidi, fonts, line_breaking, shaping
from ccmdesk.typeset.blocks import Run, Text
from ccmdesk.typeset.justification import Box, best_ends

_RAISED_SIZE = 0.65


@dataclass(frozen=True, slots=True)
class Fragment:
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
class Line:
    """A line as it will be drawn, its fragments in reading order.

    `wraps` tells that the text goes on in the next line, `spaced` that a space stands between the
    two, `rtl` that lines begin at the right. `stretch` is added to every space, in points.
    """

    fragments: tuple[Fragment, ...]
    width: float
    wraps: bool = False
    spaced: bool = False
    rtl: bool = False
    stretch: float = 0.0


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: size and extra space after each glyph in points, and its language."""

    size: float
    tracking: float = 0.0
    lang: str = ""

    @property
    def rtl(self) -> bool:
        """Tell whether the language is written from right to left."""
        return self.lang.partition("-")[0] in bidi.RIGHT_TO_LEFT_LANGUAGES

    def fragment(self, run: Run, text: str, level: int = 0) -> Fragment:
        """Return `text` in the manner of `run`, measured."""
        size = self.size * (_RAISED_SIZE if run.raised else 1.0)
        lang = run.lang or self.lang
        return Fragment(
            text,
            run.bold,
            run.italic,
            run.raised,
            size,
            self._measured(run, text, level, lang, size),
            level,
            lang,
        )

    def _measured(self, run: Run, text: str, level: int, lang: str, size: float) -> float:
        rtl, tracked = bool(level % 2), self.tracking != 0
        wide = shaping.width(text, run.bold, run.italic, rtl, lang, not tracked) * size / 1000
        if not tracked:
            return wide
        stretches = shaping.shaped(text, run.bold, run.italic, rtl=rtl, lang=lang, ligatures=False)
        return wide + self.tracking * sum(len(stretch.glyphs) for stretch in stretches)


@dataclass(frozen=True, slots=True)
class Word:
    """What cannot be broken, and the space before it if one stands there."""

    fragments: tuple[Fragment, ...]
    width: float
    space: Fragment | None


def break_lines(text: Text, setting: Setting, width: float, indent: float = 0.0) -> list[Line]:
    """Return the lines of `text` in a column of `width` points, the first one indented.

    No text gives one empty line.
    """
    rtl = setting.rtl
    lines: list[Line] = []
    fragments: list[Fragment] = []
    used = indent
    for word in words(text, setting):
        space = word.space if fragments else None
        needed = word.width + (space.width if space else 0.0)
        if used + needed > width and fragments:
            lines.append(Line(tuple(fragments), used, True, space is not None, rtl))
            fragments, used, space, needed = [], 0.0, None, word.width
        if needed > width - used:
            *full, word = _chopped(word, setting, width, width - used)
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


def justified_lines(text: Text, setting: Setting, width: float, indent: float = 0.0) -> list[Line]:
    """Return the lines of `text` as `break_lines` does, all but the last filling the column."""
    found = words(text, setting)
    if any(word.width > width - indent for word in found):
        return break_lines(text, setting, width, indent)
    boxes = [Box(word.width, word.space.width if word.space else 0.0) for word in found]
    ends = best_ends(boxes, width, indent)
    return [
        _filled(found[start:end], found[end : end + 1], setting, width - (0 if start else indent))
        for start, end in pairwise([0, *ends])
    ] or [Line((), indent, rtl=setting.rtl)]


def _filled(part: Sequence[Word], following: Sequence[Word], setting: Setting, room: float) -> Line:
    """Return a line of these words; it fills the room if other words follow."""
    fragments = list(part[0].fragments)
    spaces = 0
    for word in part[1:]:
        if word.space:
            fragments.append(word.space)
            spaces += 1
        fragments.extend(word.fragments)
    used = sum(fragment.width for fragment in fragments)
    slack = room - used
    stretch = slack / spaces if spaces and (following or slack < 0) else 0.0
    spaced = any(word.space for word in following)
    return Line(
        tuple(fragments),
        used + stretch * spaces,
        bool(following),
        spaced,
        setting.rtl,
        stretch,
    )


@lru_cache(maxsize=4096)
def words(text: Text, setting: Setting) -> tuple[Word, ...]:
    """Return the words in reading order; runs that touch without a space make one word."""
    runs = [replace(run, text=fonts.settled(run.text)) for run in text if run.text]
    whole = "".join(run.text for run in runs)
    levels = bidi.levels(whole, int(setting.rtl)) if setting.rtl or bidi.mixed(whole) else None
    found: list[Word] = []
    space: Fragment | None = None
    start = 0
    for end in line_breaking.breaks(whole):
        stop = start + len(whole[start:end].rstrip(" "))
        first = start + len(whole[start:stop]) - len(whole[start:stop].lstrip(" "))
        if first > start:
            space = _space(runs, start, levels, setting)
        if stop > first:
            parts = tuple(_fragments(runs, first, stop, levels, setting))
            found.append(Word(parts, sum(part.width for part in parts), space))
            space = None
        if end > stop:
            space = _space(runs, stop, levels, setting)
        start = end
    return tuple(found)


def _fragments(
    runs: list[Run], start: int, stop: int, levels: list[int] | None, setting: Setting
) -> Iterator[Fragment]:
    """Yield what stands from `start` to `stop`, cut where the manner or the direction changes."""
    offset = 0
    for run in runs:
        last = offset + len(run.text)
        place, end = max(start, offset), min(stop, last)
        while place < end:
            level = levels[place] if levels else 0
            cut = place + 1
            while cut < end and (levels[cut] if levels else 0) == level:
                cut += 1
            yield setting.fragment(run, run.text[place - offset : cut - offset], level)
            place = cut
        offset = last


def _space(runs: list[Run], place: int, levels: list[int] | None, setting: Setting) -> Fragment:
    return next(_fragments(runs, place, place + 1, levels, setting))


def _chopped(word: Word, setting: Setting, width: float, room: float) -> list[Word]:
    """Cut a word that no line can hold into parts that each fill one; the last is what remains."""
    parts: list[Word] = []
    current: list[Fragment] = []
    used = 0.0
    for fragment in word.fragments:
        run = Run(fragment.text, fragment.bold, fragment.italic, fragment.raised, fragment.lang)
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
