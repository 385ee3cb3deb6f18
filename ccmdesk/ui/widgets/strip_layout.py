"""Where the things of the twelve-month strip stand: days on a line, labels in lanes below it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.dates import add_months


@dataclass(frozen=True, slots=True)
class Span:
    """A year shown on a line from `left` to `right` pixels: the month of `first`, and eleven more.

    `left` and `right` are the middles of the first and the last pixel of the line.
    """

    first: date
    left: float
    right: float

    @property
    def end(self) -> date:
        """Return the first day that is no longer shown."""
        return add_months(self.first, 12)

    def months(self) -> list[date]:
        """Return the first days of the twelve months."""
        return [add_months(self.first, number) for number in range(12)]

    def place(self, day: date) -> float:
        """Return where the beginning of a day stands, held within the line."""
        part = (day - self.first).days / (self.end - self.first).days
        return self.left + (self.right - self.left) * min(max(part, 0.0), 1.0)

    def shows(self, day: date) -> bool:
        """Tell whether the day lies in the twelve months."""
        return self.first <= day < self.end


@dataclass(frozen=True, slots=True)
class Placed:
    """A label's left edge and its lane, counted from 0 at the line."""

    left: float
    lane: int


def place_labels(
    points: Sequence[float], widths: Sequence[float], span: Span, *, gap: float = 12
) -> list[Placed]:
    """Return a place for each label such that no two touch and none leaves the line.

    `points` are where the labels belong, from left to right. A label stands under its point where
    it can, is pushed inside at the ends, and goes to the first lane that has room for it. A label
    wider than the line starts at its left end.
    """
    ends: list[float] = []
    placed = []
    for point, width in zip(points, widths, strict=True):
        left = max(min(point - width / 2, span.right - width), span.left)
        lane = next((lane for lane, end in enumerate(ends) if end + gap <= left), len(ends))
        if lane == len(ends):
            ends.append(left + width)
        else:
            ends[lane] = left + width
        placed.append(Placed(left, lane))
    return placed
