"""Where lines of even length end, so that a paragraph looks well as a whole: total fit."""

from collections.abc import Sequence
from dataclasses import dataclass

STRETCH = 0.5
"""Of the width of a space; more than this is loose."""
SHRINK = 0.2
"""Of the width of a space; less than this is never set."""
_RIGID = 0.5
"""Points a line without a space may be off: as good as nothing."""


@dataclass(frozen=True, slots=True)
class Box:
    """What cannot be broken, and the space before it, 0 if none; both in points."""

    width: float
    space: float


def best_ends(boxes: Sequence[Box], width: float, indent: float = 0.0) -> list[int]:
    """Return after how many boxes each line ends, the first line being shorter by the indent.

    The sum of how far all spaces are from their own width is least (Knuth and Plass, 1981); the
    last line keeps its own spaces. A box wider than a line has a line to itself.
    """
    count = len(boxes)
    costs = [0.0] + [float("inf")] * count
    starts = [0] * (count + 1)
    for start in range(count):
        room = width - (indent if start == 0 else 0.0)
        used = spaces = 0.0
        for end in range(start + 1, count + 1):
            box = boxes[end - 1]
            space = box.space if end - 1 > start else 0.0
            used += box.width + space
            spaces += space
            if used - SHRINK * spaces > room and end - start > 1:
                break
            cost = costs[start] + _cost(room - used, spaces, end == count)
            if cost < costs[end]:
                costs[end], starts[end] = cost, start
    ends = [count] if count else []
    while ends and starts[ends[-1]]:
        ends.append(starts[ends[-1]])
    return ends[::-1]


def _cost(slack: float, spaces: float, last: bool) -> float:
    """Return how bad a line is: 1 where its spaces are changed as far as is still good."""
    if last and slack >= 0:
        return 1e-6
    give = spaces * (STRETCH if slack >= 0 else SHRINK)
    ratio = abs(slack) / (give or _RIGID)
    # Every line costs something, so that of two equal ways the one with fewer lines is taken.
    return 1e-6 + min(ratio, 1e3) ** 3
