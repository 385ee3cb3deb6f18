"""What changed in a form since its content was carried over, marked word by word, row by row."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import StrEnum

from ccmdesk.domain.article7 import FormContent

_MOST_WORDS = 2000
"""A stretch with more words than this is marked as a whole: comparing takes too long."""


class Mark(StrEnum):
    """What became of a piece of text or of a row."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class TextMark:
    """A piece of text: same, added or removed.

    Same and added pieces, one after the other, are the text as it is; same and removed ones the
    text as it was.
    """

    mark: Mark
    text: str


@dataclass(frozen=True, slots=True)
class RowMark:
    """A row of a table: same, added, removed or changed.

    `cells` are what the row says, of a removed one what it said; `before` is what a changed row
    said, and `columns` are the places (from 0) in which it differs.
    """

    mark: Mark
    cells: tuple[str, ...]
    before: tuple[str, ...] = ()
    columns: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FormChanges:
    """How a form differs from what was carried over; false where it does not.

    `nil` tells whether the declaration that there is nothing was made or withdrawn.
    """

    text: tuple[TextMark, ...] = ()
    tables: dict[str, tuple[RowMark, ...]] = field(default_factory=dict)
    nil: bool = False

    def __bool__(self) -> bool:
        """Tell whether anything differs."""
        marks = [each.mark for each in self.text]
        marks += [each.mark for rows in self.tables.values() for each in rows]
        return self.nil or any(mark is not Mark.SAME for mark in marks)


def changes_between(before: FormContent, after: FormContent) -> FormChanges:
    """Return how `after` differs from `before`; blank rows and blanks at the ends do not count."""
    old, new = before.cleaned(), after.cleaned()
    keys = dict.fromkeys([*new.tables, *old.tables])
    return FormChanges(
        text=tuple(_text_marks(old.text, new.text)),
        tables={
            key: tuple(row_marks(old.tables.get(key, ()), new.tables.get(key, ()))) for key in keys
        },
        nil=old.nil != new.nil,
    )


def _text_marks(old: str, new: str) -> Iterator[TextMark]:
    """Yield the marks: lines first, and words only within lines that differ."""
    marks: list[tuple[Mark, str]] = []
    before, after = old.splitlines(keepends=True), new.splitlines(keepends=True)
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            marks.append((Mark.SAME, "".join(before[i:j])))
        else:
            marks += _word_marks("".join(before[i:j]), "".join(after[k:m]))
    yield from _joined(marks)


def _word_marks(old: str, new: str) -> Iterator[tuple[Mark, str]]:
    before, after = _words(old), _words(new)
    # An edit mostly touches one place; what is the same on both sides of it need not be compared.
    head = _alike(before, after)
    tail = _alike(before[:head:-1], after[:head:-1])
    yield Mark.SAME, "".join(before[:head])
    yield from _differing(before[head : len(before) - tail], after[head : len(after) - tail])
    yield Mark.SAME, "".join(before[len(before) - tail :])


def _alike(before: Sequence[str], after: Sequence[str]) -> int:
    """Return how many words the two have alike from their beginning."""
    pairs = enumerate(zip(before, after, strict=False))
    return next((place for place, (was, now) in pairs if was != now), min(len(before), len(after)))


def _differing(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[Mark, str]]:
    if max(len(before), len(after)) > _MOST_WORDS:
        yield Mark.REMOVED, "".join(before)
        yield Mark.ADDED, "".join(after)
        return
    codes = SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for place, (tag, i, j, k, m) in enumerate(codes):
        # A blank that stands between two changed words changed with them.
        inside = 0 < place < len(codes) - 1 and "".join(before[i:j]).isspace()
        if tag == "equal" and not inside:
            yield Mark.SAME, "".join(before[i:j])
        else:
            yield Mark.REMOVED, "".join(before[i:j])
            yield Mark.ADDED, "".join(after[k:m])


def _words(text: str) -> list[str]:
    # Chinese has no blanks between words; each of its characters counts as one.
    return re.findall(r"[\u3000-\u9fff]|\s+|[^\s\u3000-\u9fff]+", text)


def _joined(marks: Sequence[tuple[Mark, str]]) -> Iterator[TextMark]:
    """Yield the marks without empty ones; between two same pieces one removed, then one added."""
    run = dict.fromkeys((Mark.SAME, Mark.REMOVED, Mark.ADDED), "")
    for mark, piece in (*marks, (Mark.SAME, "")):
        if mark is Mark.SAME and (run[Mark.REMOVED] or run[Mark.ADDED]):
            yield from (TextMark(each, text) for each, text in run.items() if text)
            run = dict.fromkeys(run, "")
        elif mark is not Mark.SAME and not (run[Mark.REMOVED] or run[Mark.ADDED]):
            if run[Mark.SAME]:
                yield TextMark(Mark.SAME, run[Mark.SAME])
            run = dict.fromkeys(run, "")
        run[mark] += piece
    if run[Mark.SAME]:
        yield TextMark(Mark.SAME, run[Mark.SAME])


Row = tuple[str, ...]


def row_marks(old: Sequence[Row], new: Sequence[Row]) -> Iterator[RowMark]:
    """Yield what became of each row; without the removed ones they are the rows as they are."""
    for tag, i, j, k, m in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if tag == "equal":
            yield from (RowMark(Mark.SAME, row) for row in new[k:m])
        else:
            yield from _replaced(old[i:j], new[k:m])


def _replaced(old: Sequence[Row], new: Sequence[Row]) -> Iterator[RowMark]:
    """Yield a changed row where the first cell is the same, or where as many came as went."""
    heads, now = [row[0] for row in old], [row[0] for row in new]
    for tag, i, j, k, m in SequenceMatcher(None, heads, now, autojunk=False).get_opcodes():
        if tag != "delete" and tag != "insert" and j - i == m - k:
            yield from map(_changed, old[i:j], new[k:m])
        else:
            yield from (RowMark(Mark.REMOVED, row) for row in old[i:j])
            yield from (RowMark(Mark.ADDED, row) for row in new[k:m])


def _changed(before: Row, after: Row) -> RowMark:
    width = max(len(before), len(after))
    was, now = (row + ("",) * (width - len(row)) for row in (before, after))
    columns = tuple(place for place in range(width) if was[place] != now[place])
    if not columns:
        return RowMark(Mark.SAME, after)
    return RowMark(Mark.CHANGED, after, before, columns)
