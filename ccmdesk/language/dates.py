"""Dates as a note writes them, with no-break spaces between day and month."""

from datetime import date

from ccmdesk.domain.dates import MONTHS

MOIS = (
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
)
NO_BREAK = "\u00a0"


def written(day: date, language: str) -> str:
    """Return "11 September 2023" or "11 septembre 2023" (the first of a month: "1er")."""
    return f"{_day(day, language)}{NO_BREAK}{_month(day, language)} {day.year}"


def span(start: date, end: date | None, language: str) -> str:
    """Return the days of a meeting with their preposition.

    "from 11 to 14 September 2023", "du 30 août au 2 septembre 2022", "on 11 September 2023".
    """
    only, first_word, last_word = ("le", "du", "au") if language == "fr" else ("on", "from", "to")
    if end is None or end == start:
        return f"{only} {written(start, language)}"
    first = _day(start, language)
    if start.month != end.month or start.year != end.year:
        first += f"{NO_BREAK}{_month(start, language)}"
    if start.year != end.year:
        first += f" {start.year}"
    return f"{first_word} {first} {last_word} {written(end, language)}"


def _day(day: date, language: str) -> str:
    return "1er" if language == "fr" and day.day == 1 else str(day.day)


def _month(day: date, language: str) -> str:
    return (MOIS if language == "fr" else MONTHS)[day.month - 1]
