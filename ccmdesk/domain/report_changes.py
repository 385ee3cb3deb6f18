"""What changed in a form since its content was carried over, marked word by word, row by row."""

from dataclasses import dataclass, field
from enum import StrEnum

from ccmdesk.domain.article7 import FormContent


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
    """Return how `after` differs from `before`."""
    raise NotImplementedError
