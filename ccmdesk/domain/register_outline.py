"""What the register holds as a whole."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Outline:
    """The notes in numbers, and what they can be narrowed by.

    `drafts` and `waiting` (submitted or approved) are not issued yet; `issued` are those of the
    year asked for, cancelled ones among them. `years` are those of the notes' dates, the last
    first; `meetings` codes with names, the latest first; `series` the names of the registers used
    ("" is the main one).
    """

    total: int
    drafts: int
    waiting: int
    issued: int
    years: tuple[int, ...]
    meetings: tuple[tuple[str, str], ...]
    series: tuple[str, ...]
