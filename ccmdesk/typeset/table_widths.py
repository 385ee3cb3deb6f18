"""How wide the columns of a table are: what their content needs, and else their share."""

from collections.abc import Sequence

from ccmdesk.typeset.blocks import Column
from ccmdesk.typeset.lines import Measured

# A little more than measured, so that rounding never breaks the line that set the width.
_SPARE = 0.5


def least_widths(columns: Sequence[Sequence[Measured]], rooms: Sequence[float] = ()) -> list[float]:
    """Return how wide each column must be so that no word of its texts is cut.

    `rooms` is what each column holds besides, such as a box.
    """
    rooms = rooms or [0.0] * len(columns)
    return [
        max((text.longest for text in texts), default=0.0) + room + _SPARE
        for texts, room in zip(columns, rooms, strict=True)
    ]


def column_widths(
    heads: Sequence[Column],
    columns: Sequence[Sequence[Measured]],
    free: float,
    least: Sequence[float],
    rooms: Sequence[float] = (),
) -> list[float]:
    """Return the widths of the columns, together as wide as `free`.

    A column that needs less than its share leaves the rest to those that need more; one whose
    longest word needs more than its share takes it from the others, if they can spare it.
    """
    numbers = range(len(columns))
    natural = [
        max((text.natural for text in texts), default=0.0) + room + _SPARE
        for texts, room in zip(columns, rooms or [0.0] * len(columns), strict=True)
    ]
    widths = dict[int, float]()
    pending = list(numbers)
    while pending:
        whole = sum(heads[index].share for index in pending)
        shares = {index: free * heads[index].share / whole for index in pending}
        settled = {index: natural[index] for index in pending if natural[index] <= shares[index]}
        if not settled and sum(least[index] for index in pending) <= free:
            settled = {index: least[index] for index in pending if least[index] > shares[index]}
        if not settled or len(settled) == len(pending):
            widths |= shares
            break
        widths |= settled
        free -= sum(settled.values())
        pending = [index for index in pending if index not in settled]
    return [widths[index] for index in numbers]
