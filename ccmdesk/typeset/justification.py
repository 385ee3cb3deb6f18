"""Where lines of even length end, so that a paragraph looks well as a whole: total fit."""

from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

STRETCH = 0.7
"""Of the width of a space; more than this is loose."""
SHRINK = 0.2
"""Of the width of a space; less than this is never set."""
_RIGID = 0.5
"""Points a line that can give nothing may be off: as good as nothing."""
# Costs as Knuth and Plass propose them: of every line, of a line whose spaces are changed as far as
# is still good, of a hyphen, of a second in a row, and of a third, which is all but forbidden.
_LINE, _CHANGED = 10.0, 100.0
_HYPHEN, _IN_A_ROW = 10_000.0, (0.0, 10_000.0, 1e8)
_TOO_WIDE = 1e30
# A line is tried only where the words fill this share of it, if any line can be filled so far.
_LEAST_FULL = 0.6
_MOST_BOXES = 400


class Box(NamedTuple):
    """What cannot be broken, and what stands before it on the same line; all in points.

    `space` is a space before it, 0 if none, and `give` how far it may stand apart without one.
    `inner` are the spaces within its width. `hyphen` is how much wider a line is that ends with it
    because a word is divided there, 0 if none is.
    """

    width: float
    space: float
    give: float = 0.0
    inner: float = 0.0
    hyphen: float = 0.0


class Fit(NamedTuple):
    """After how many boxes each line ends, and how far the worst line's spaces are changed.

    It is 1 where they are changed as far as is still good.
    """

    ends: list[int]
    worst: float


def best_ends(boxes: Sequence[Box], width: float, indent: float = 0.0) -> Fit:
    """Return where lines end, the first one being shorter by the indent.

    The sum of how far all spaces are from their own width is least (Knuth and Plass, 1981), with
    few hyphens and never more than two in a row if it can be helped; the last line keeps its own
    spaces. A box wider than a line has a line to itself.
    """
    if not boxes:
        return Fit([], 0.0)
    return _Search(boxes, width, indent).fit()


class _Search:
    """The ways to set the boxes, the best one to each place remembered."""

    def __init__(self, boxes: Sequence[Box], width: float, indent: float) -> None:
        self.boxes = boxes
        self.width = width
        self.indent = indent
        self.widths = list(accumulate((box.width for box in boxes), initial=0.0))
        self.spaces = list(accumulate((box.space for box in boxes), initial=0.0))
        self.gives = list(accumulate((box.give for box in boxes), initial=0.0))
        self.inner = list(accumulate((box.inner for box in boxes), initial=0.0))

    def fit(self) -> Fit:
        """Go through the places from the first to the last."""
        count = len(self.boxes)
        # For each place, by how many lines in a row end with a hyphen there: the cost, and the
        # place and the number of hyphens from which it is reached.
        best: list[dict[int, tuple[float, int, int]]] = [{} for _ in range(count + 1)]
        best[0][0] = (0.0, 0, 0)
        first = last = 1
        for start in range(count):
            room = self.width - (self.indent if start == 0 else 0.0)
            last = max(last, start + 1)
            while last < count and self._least(start, last + 1) <= room:
                last += 1
            first = max(first, start + 1)
            while first < last and self._natural(start, first) < _LEAST_FULL * room:
                first += 1
            if best[start]:
                for end in range(max(first, last - _MOST_BOXES), last + 1):
                    cost = self._cost(start, end, room)
                    self._reach(best, start, end, cost)
        return self._traced(best)

    def _natural(self, start: int, end: int) -> float:
        """Return how wide a line of these boxes is by itself."""
        inside = self.spaces[end] - self.spaces[start + 1]
        return self.widths[end] - self.widths[start] + inside

    def _glue(self, start: int, end: int) -> float:
        """Return the spaces of a line."""
        inside = self.spaces[end] - self.spaces[start + 1]
        return inside + self.inner[end] - self.inner[start]

    def _least(self, start: int, end: int) -> float:
        """Return how narrow a line can be set."""
        return self._natural(start, end) - SHRINK * self._glue(start, end)

    def _ratio(self, start: int, end: int, room: float) -> float:
        """Return how far the spaces of a line are changed; less than none where it is too wide."""
        slack = room - self._natural(start, end) - self.boxes[end - 1].hyphen
        if end == len(self.boxes) and slack >= 0:
            return 0.0
        glue = self._glue(start, end)
        if slack < 0:
            return slack / (SHRINK * glue or _RIGID)
        return slack / (STRETCH * glue + self.gives[end] - self.gives[start + 1] or _RIGID)

    def _cost(self, start: int, end: int, room: float) -> float:
        ratio = self._ratio(start, end, room)
        cost = (_LINE + _CHANGED * abs(ratio) ** 3) ** 2 if ratio >= -1 else _TOO_WIDE
        return cost + (_HYPHEN if self.boxes[end - 1].hyphen else 0.0)

    def _reach(
        self, best: list[dict[int, tuple[float, int, int]]], start: int, end: int, cost: float
    ) -> None:
        hyphened = self.boxes[end - 1].hyphen > 0
        for row, (before, _, _) in best[start].items():
            total = before + cost + (_IN_A_ROW[row] if hyphened else 0.0)
            reached = min(row + 1, 2) if hyphened else 0
            if reached not in best[end] or total < best[end][reached][0]:
                best[end][reached] = (total, start, row)

    def _traced(self, best: list[dict[int, tuple[float, int, int]]]) -> Fit:
        place = len(self.boxes)
        row = min(best[place], key=lambda each: best[place][each][0])
        ends: list[int] = []
        worst = 0.0
        while place:
            ends.append(place)
            _, start, row = best[place][row]
            room = self.width - (self.indent if start == 0 else 0.0)
            worst = max(worst, abs(self._ratio(start, place, room)))
            place = start
        return Fit(ends[::-1], worst)
