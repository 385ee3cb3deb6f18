"""What the officer entered beside the shipped holidays of an office."""

from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.errors import InputError

FIRST_YEAR, LAST_YEAR = 2000, 2100
LONGEST_NAME = 120


class Place(StrEnum):
    """The three offices whose working days are counted."""

    UN_OFFICE = "unog"
    CANTON = "canton"
    CAPITAL = "capital"


PLACE_NAMES = {
    Place.UN_OFFICE: "the UN Office at Geneva",
    Place.CANTON: "the Canton of Geneva",
    Place.CAPITAL: "the capital",
}


@dataclass(frozen=True, slots=True)
class HolidayEntry:
    """One line of the officer's own list.

    `off` says that the office is closed on `day`; False says that it works although the shipped
    list has a holiday. `yearly` repeats the line each year from that of `day` on; a closed
    29 February is kept on 28 February in common years, and on 29 February again in the next leap
    year.
    """

    place: Place
    day: date
    name: str
    off: bool = True
    yearly: bool = False
    source: str = ""
    id: int = 0

    def in_year(self, year: int) -> date | None:
        """Return the day of the entry in `year`, or None where it says nothing of that year."""
        if year != self.day.year and not (self.yearly and year > self.day.year):
            return None
        if (self.day.month, self.day.day) == (2, 29) and not isleap(year):
            return date(year, 2, 28) if self.off else None
        return self.day.replace(year=year)

    def checked(self) -> "HolidayEntry":
        """Return the entry, or raise InputError naming the field that is wrong."""
        if not self.name.strip():
            raise InputError("Give the day its name.", "name")
        if len(self.name) > LONGEST_NAME:
            raise InputError(f"Give the day a name of at most {LONGEST_NAME} letters.", "name")
        if not FIRST_YEAR <= self.day.year <= LAST_YEAR:
            raise InputError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.", "day")
        return self


WEEKEND = frozenset({5, 6})
"""Saturday and Sunday, counted from Monday as 0."""


def checked_weekend(days: Iterable[int]) -> frozenset[int]:
    """Return the days of the week on which an office rests, Monday being 0.

    Raises InputError unless they are one to three.
    """
    found = frozenset(days)
    if not 1 <= len(found) <= 3 or not found <= frozenset(range(7)):
        raise InputError("Give one to three days of the week.", "weekend")
    return found


class Standing(StrEnum):
    """Where a line of a year's list comes from."""

    SHIPPED = "shipped"
    OWN = "own"
    CANCELLED = "cancelled"


@dataclass(frozen=True, slots=True)
class HolidayLine:
    """One day of a year's list; `entry_id` is the officer's own line behind it, 0 for none.

    A cancelled line is a shipped holiday on which the office works after all.
    """

    day: date
    name: str
    standing: Standing
    entry_id: int = 0
