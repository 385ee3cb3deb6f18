"""Finds a weekday that contradicts its date, as in "Friday, 31 August 2023"."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from ccmdesk.domain.dates import WEEKDAYS, long_date, weekday_name
from ccmdesk.domain.day_words import MONTH_WORDS, WEEKDAY_WORDS


def _numbered(names: Iterable[Sequence[str]]) -> dict[str, int]:
    return {name: number for each in names for number, name in enumerate(each) if name}


_NUMBER_OF_WEEKDAY = _numbered(WEEKDAY_WORDS)
_NUMBER_OF_MONTH = _numbered(MONTH_WORDS)


@cache
def _written() -> re.Pattern[str]:
    # Put together when the first words come; most runs of the timer meet none.
    return re.compile(
        rf"\b(?P<weekday>{'|'.join(_NUMBER_OF_WEEKDAY)}"
        r"|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)"
        r"(?:\s*,\s*|\s+)(?:(?:the|le|el)\s+)?(?P<day>\d{1,2})(?:st|nd|rd|th|er)?(?:\s+(?:of|de))?\s+"
        rf"(?P<month>{'|'.join(_NUMBER_OF_MONTH)})"
        r"(?:\s*,\s*|\s+(?:de\s+)?)(?P<year>(?:19|20|21)\d\d)\b",
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
    """Return the first contradiction between a weekday and its date in a text, or None.

    English, French and Spanish are read. A date that does not exist is no contradiction of this
    kind and is passed over.
    """
    if not text:
        return None
    for match in _written().finditer(text):
        weekday = _weekday(match["weekday"].casefold())
        month = _NUMBER_OF_MONTH[match["month"].casefold()] + 1
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


def _weekday(word: str) -> str:
    number = _NUMBER_OF_WEEKDAY.get(word)
    if number is None:
        return next(name for name in WEEKDAYS if name[:3].casefold() == word[:3])
    return WEEKDAYS[number]
