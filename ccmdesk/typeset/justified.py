"""Breaks runs of text into lines that fill the column, dividing words where that looks better."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby, pairwise
from typing import NamedTuple

from ccmdesk.typeset import hyphenation
from ccmdesk.typeset.blocks import Text
from ccmdesk.typeset.justification import SHRINK, STRETCH, Box, best_ends
from ccmdesk.typeset.lines import Line, chopped, fitting_words
from ccmdesk.typeset.words import BLANKS, Fragment, Setting, Word

_GOOD = 1.0
"""How far spaces may be changed before words are divided (see `Fit.worst`)."""
_MOST = 12.0
"""How far spaces may be changed at all; a line that would need more is left ragged."""
_BETWEEN_CHINESE = 0.08
"""Of the type size; how far the characters of a line may well stand apart."""
_FIRST_CHINESE = "\u2e80"
_HYPHEN = "-"


class _Part(NamedTuple):
    """A word, or as much of it as `text` says; `goes_on` tells that it may be divided after it."""

    word: Word
    box: Box
    text: str = ""
    goes_on: bool = False


def justified_lines(text: Text, setting: Setting, width: float, indent: float = 0.0) -> list[Line]:
    """Return the lines of `text` as `break_lines` does, all but the last filling the column."""
    return list(_justified(text, setting, width, indent))


@lru_cache(maxsize=512)
def _justified(text: Text, setting: Setting, width: float, indent: float) -> tuple[Line, ...]:
    room = width - indent
    found = _unbroken(fitting_words(text, setting, room), setting, room)
    if not found:
        return (Line((), indent, rtl=setting.rtl),)
    parts = [_Part(word, box) for word, box in zip(found, _boxes(found, setting), strict=True)]
    fit = best_ends([part.box for part in parts], width, indent)
    if fit.worst > _GOOD:
        divided = [new for part in parts[:-1] for new in _divided(part, setting)] + parts[-1:]
        if len(divided) > len(parts):
            parts = divided
            fit = best_ends([part.box for part in parts], width, indent)
    return tuple(
        _filled(parts[start:end], parts[end : end + 1], setting, width - (0 if start else indent))
        for start, end in pairwise([0, *fit.ends])
    )


def _unbroken(found: Sequence[Word], setting: Setting, room: float) -> list[Word]:
    """Return the words, those no line can hold in parts."""
    words: list[Word] = []
    for word in found:
        if word.width > room and not _may_be_divided(word, room):
            first, *others = chopped(word, setting, room, room)
            words += [first._replace(space=word.space), *others]
        else:
            words.append(word)
    return words


def _may_be_divided(word: Word, room: float) -> bool:
    """Tell whether a long word has divisions enough that it need not be cut just anywhere."""
    (fragment, *others) = word.fragments
    parts = hyphenation.parts(fragment.text, fragment.lang)
    longest = max(len(part) for part in parts) + 1
    return not others and len(parts) > 1 and word.width * longest / len(fragment.text) < room / 2


def _boxes(words: Sequence[Word], setting: Setting) -> list[Box]:
    boxes: list[Box] = []
    last = ""
    for word in words:
        space = word.space.width if word.space else 0.0
        first = word.fragments[0].text[0]
        apart = not word.space and (last >= _FIRST_CHINESE or first >= _FIRST_CHINESE)
        give = _BETWEEN_CHINESE * setting.size if apart and last else 0.0
        inner = sum(part.width for part in word.fragments if part.text in BLANKS)
        boxes.append(Box(word.width, space, give, inner))
        last = word.fragments[-1].text[-1]
    return boxes


def _divided(part: _Part, setting: Setting) -> list[_Part]:
    """Return the parts of a word; those that are set together are as wide as the word."""
    fragment, *others = part.word.fragments
    texts = hyphenation.parts(fragment.text, fragment.lang) if not others else ()
    if len(texts) < 2 or fragment.level % 2:
        return [part]
    hyphen = setting.fragment(fragment.run, _HYPHEN, fragment.level).width
    found: list[_Part] = []
    before, said = 0.0, ""
    for index, text in enumerate(texts):
        said += text
        last = index == len(texts) - 1
        until = fragment.width if last else setting.fragment(fragment.run, said).width
        box = Box(until - before, 0.0, hyphen=0.0 if last else hyphen)
        if index == 0:
            box = box._replace(space=part.box.space, give=part.box.give)
        found.append(_Part(part.word, box, text, not last))
        before = until
    return found


def _filled(
    parts: Sequence[_Part], following: Sequence[_Part], setting: Setting, room: float
) -> Line:
    """Return a line of these parts; it fills the room if others follow."""
    fragments: list[Fragment] = []
    gives: dict[int, float] = {}
    for index, (_, group) in enumerate(groupby(parts, lambda part: id(part.word))):
        first, *_ = members = list(group)
        begins = index > 0
        if begins and first.word.space:
            fragments.append(first.word.space)
        elif begins and first.box.give:
            gives[len(fragments) - 1] = first.box.give
        fragments += _set(members, setting)
    slack = room - sum(fragment.width for fragment in fragments)
    for index, fragment in enumerate(fragments):
        if fragment.text in BLANKS:
            gives[index] = fragment.width * (STRETCH if slack > 0 else SHRINK)
        elif slack < 0:
            gives.pop(index, None)
    give = sum(gives.values())
    if (following or slack < 0) and give and slack / give <= _MOST:
        for index, share in gives.items():
            fragments[index] = fragments[index]._replace(after=slack * share / give)
    spaced = bool(following) and following[0].word.space is not None and not parts[-1].goes_on
    used = sum(fragment.width + fragment.after for fragment in fragments)
    divided = parts[-1].goes_on
    return Line(tuple(fragments), used, bool(following), spaced, setting.rtl, divided)


def _set(members: Sequence[_Part], setting: Setting) -> tuple[Fragment, ...]:
    """Return a word, or those of its parts that stand on the line."""
    word = members[0].word
    text = "".join(part.text for part in members)
    own = word.fragments[0]
    if not text or text == own.text:
        return word.fragments
    if members[-1].goes_on:
        # The plain hyphen: most readers join the word again where a line ends with it.
        text += _HYPHEN
    return (setting.fragment(own.run, text, own.level),)
