"""Finds a weekday that contradicts its date, as in "Friday, 31 August 2023"."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

from ccmdesk.domain.dates import MONTHS, WEEKDAYS, long_date, weekday_name

_NAMES = "|".join(WEEKDAYS)
_MONTHS = "|".join(MONTHS)
_WRITTEN = re.compile(
    rf"\b(?P<weekday>{_NAMES}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
    rf"(?:\s*,\s*|\s+)(?:the\s+)?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?:\s+of)?\s+"
    rf"(?P<month>{_MONTHS})(?:\s*,\s*|\s+)(?P<year>(?:19|20|21)\d\d)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class WeekdayConflict:
    """A weekday and a date that cannot both be right.

    `as_written` is the place in the text, `day` the date it gives, `weekday` the weekday it gives.
    `candidates` are the date itself and the nearest day that has the weekday, in order.
    """

    as_written: str
    day: date
    weekday: str
    candidates: tuple[date, date]

    @property
    def safe(self) -> date:
        """Return the earlier reading: who acts by that day is in time under both."""
        return self.candidates[0]

    @property
    def message(self) -> str:
        """Return the contradiction as one sentence."""
        return (
            f"“{self.as_written}” contradicts itself: "
            f"{long_date(self.day)} is a {weekday_name(self.day)}."
        )


def find_weekday_conflict(text: str) -> WeekdayConflict | None:
    """Return the first contradiction between a weekday and its date in English text, or None.

    A date that does not exist is no contradiction of this kind and is passed over.
    """
    for match in _WRITTEN.finditer(text):
        weekday = next(
            name for name in WEEKDAYS if name[:3].lower() == match["weekday"][:3].lower()
        )
        month = [name.lower() for name in MONTHS].index(match["month"].lower()) + 1
        try:
            day = date(int(match["year"]), month, int(match["day"]))
        except ValueError:
            continue
        if weekday_name(day) == weekday:
            continue
        gap = (WEEKDAYS.index(weekday) - day.weekday()) % 7
        other = day + timedelta(days=gap if gap <= 3 else gap - 7)
        first, second = sorted((day, other))
        return WeekdayConflict(match[0], day, weekday, (first, second))
    return None
