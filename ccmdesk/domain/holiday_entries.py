"""What the officer entered beside the shipped holidays of an office."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.errors import InputError


class Place(StrEnum):
    """The three offices whose working days are counted."""

    UN_OFFICE = "unog"
    CANTON = "canton"
    CAPITAL = "capital"


@dataclass(frozen=True, slots=True)
class HolidayEntry:
    """One line of the officer's own list.

    `off` says that the office is closed on `day`; False says that it works although the shipped
    list has a holiday. `yearly` repeats the line each year from that of `day` on.
    """

    place: Place
    day: date
    name: str
    off: bool = True
    yearly: bool = False
    source: str = ""
    id: int = 0

    def checked(self) -> "HolidayEntry":
        """Return the entry, or raise InputError naming the field that is wrong."""
        if not self.name.strip():
            raise InputError("Give the day its name.", "name")
        if not 2000 <= self.day.year <= 2100:
            raise InputError("Give a year from 2000 to 2100.", "day")
        return self
