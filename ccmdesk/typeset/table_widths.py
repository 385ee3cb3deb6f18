"""How wide the columns of a table are: what their content needs, and else their share."""

from collections.abc import Sequence

from ccmdesk.typeset.blocks import Cell, Column, Text
from ccmdesk.typeset.words import Setting, words


def least_widths(columns: Sequence[Sequence[Cell]], setting: Setting) -> list[float]:
    """Return how wide each column must be so that no word of it is cut."""
    return [max((_longest_word(cell, setting) for cell in cells), default=0.0) for cells in columns]


def column_widths(
    heads: Sequence[Column],
    columns: Sequence[Sequence[Cell]],
    setting: Setting,
    free: float,
    least: Sequence[float],
) -> list[float]:
    """Return the widths of the columns, together as wide as `free`.

    A column that needs less than its share leaves the rest to those that need more; one whose
    longest word needs more than its share takes it from the others, if they can spare it.
    """
    numbers = range(len(columns))
    natural = [
        max((natural_width(cell, setting) for cell in cells), default=0.0) for cells in columns
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


def natural_width(cell: Cell, setting: Setting) -> float:
    """Return how wide the longest line of a cell is where none is broken."""
    # A little more than measured, so that rounding never breaks the line that set the width.
    return max((_unbroken(text, setting) for text in cell), default=0.0) + 0.5


def _unbroken(text: Text, setting: Setting) -> float:
    found = words(text, setting)
    spaces = sum(word.space.width for word in found[1:] if word.space)
    return sum(word.width for word in found) + spaces


def _longest_word(cell: Cell, setting: Setting) -> float:
    return max((word.width for text in cell for word in words(text, setting)), default=0.0) + 0.5
