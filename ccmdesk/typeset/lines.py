"""Breaks runs of text into lines; no word that fits a line is broken."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ccmdesk.typeset import fonts
from ccmdesk.typeset.blocks import Run, Text

_RAISED_SIZE = 0.65
_SPACES = re.compile(r"( +)")
# A line may end after a hyphen between two words ("sous-munitions") and after a dash, but not in
# numbers and references ("ODA/2023-00050").
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}-)(?=[^\W\d_]{2})|(?<=[–—])(?=\w)")


@dataclass(frozen=True, slots=True)
class Fragment:
    """Text in one manner on one line; `width` is in points."""

    text: str
    bold: bool
    italic: bool
    raised: bool
    size: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """A line as it will be drawn; `wraps` tells that the sentence goes on in the next one."""

    fragments: tuple[Fragment, ...]
    width: float
    wraps: bool = False


@dataclass(frozen=True, slots=True)
class Setting:
    """How text is set: size in points and extra space after each character in points."""

    size: float
    tracking: float = 0.0

    def fragment(self, run: Run, text: str) -> Fragment:
        """Return `text` in the manner of `run`, measured."""
        size = self.size * (_RAISED_SIZE if run.raised else 1.0)
        measured = fonts.width(text, run.bold, run.italic) * size / 1000
        return Fragment(
            text,
            run.bold,
            run.italic,
            run.raised,
            size,
            measured + self.tracking * len(fonts.drawn(text)),
        )


@dataclass(frozen=True, slots=True)
class _Word:
    """What cannot be broken, and whether a space stands before it."""

    fragments: tuple[Fragment, ...]
    width: float
    space: Fragment | None


def break_lines(text: Text, setting: Setting, width: float, indent: float = 0.0) -> list[Line]:
    """Return the lines of `text` in a column of `width` points, the first one indented.

    No text gives one empty line.
    """
    lines: list[Line] = []
    fragments: list[Fragment] = []
    used = indent
    for word in _words(text, setting):
        space = word.space if fragments else None
        needed = word.width + (space.width if space else 0.0)
        if used + needed > width and fragments:
            lines.append(Line(tuple(_joined(fragments)), used, wraps=True))
            fragments, used, space, needed = [], 0.0, None, word.width
        if needed > width - used:
            *full, word = _chopped(word, setting, width, width - used)
            for part in full:
                lines.append(Line(part.fragments, part.width, wraps=True))
                used = 0.0
            needed = word.width
        if space:
            fragments.append(space)
        fragments.extend(word.fragments)
        used += needed
    lines.append(Line(tuple(_joined(fragments)), used))
    return lines


def _words(text: Text, setting: Setting) -> Iterator[_Word]:
    """Yield the words; runs that touch without a space make one word."""
    pending: list[Fragment] = []
    space: Fragment | None = None
    for run in text:
        for stretch in _SPACES.split(fonts.settled(run.text)):
            if not stretch:
                continue
            if stretch[0] == " ":
                if pending:
                    yield _Word(tuple(pending), sum(part.width for part in pending), space)
                    pending = []
                space = setting.fragment(run, " ")
                continue
            *heads, last = _HYPHEN.split(stretch)
            for head in heads:
                pending.append(setting.fragment(run, head))
                yield _Word(tuple(pending), sum(part.width for part in pending), space)
                pending, space = [], None
            pending.append(setting.fragment(run, last))
    if pending:
        yield _Word(tuple(pending), sum(part.width for part in pending), space)


def _chopped(word: _Word, setting: Setting, width: float, room: float) -> list[_Word]:
    """Cut a word that no line can hold into parts that each fill one; the last is what remains."""
    parts: list[_Word] = []
    current: list[Fragment] = []
    used = 0.0
    for fragment in word.fragments:
        run = Run(fragment.text, fragment.bold, fragment.italic, fragment.raised)
        for character in fragment.text:
            one = setting.fragment(run, character)
            if used + one.width > room and (current or room < width):
                parts.append(_Word(tuple(_joined(current)), used, None))
                current, used, room = [], 0.0, width
            current.append(one)
            used += one.width
    parts.append(_Word(tuple(_joined(current)), used, None))
    return parts


def _joined(fragments: list[Fragment]) -> Iterator[Fragment]:
    """Join neighbours in the same manner, so that a line is drawn in few strokes."""
    held: Fragment | None = None
    for new in fragments:
        if held is None:
            held = new
        elif (held.bold, held.italic, held.raised) == (new.bold, new.italic, new.raised):
            held = Fragment(
                held.text + new.text,
                held.bold,
                held.italic,
                held.raised,
                held.size,
                held.width + new.width,
            )
        else:
            yield held
            held = new
    if held is not None:
        yield held
