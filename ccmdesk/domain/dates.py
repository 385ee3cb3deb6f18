"""Calendar sums, and how a date is read and spoken; pure functions of their arguments."""

import re
from datetime import date, timedelta

from ccmdesk.domain.errors import InputError

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
# Compiled when first used; the window does not wait for them.
_ISO = r"\d{4}-\d{2}-\d{2}"
_WRITTEN = (
    r"(?:(?P<weekday>[A-Za-z]+),?\s+)?(?P<day>\d{1,2})\s+(?P<month>[A-Za-z]+)\.?\s+(?P<year>\d{4})"
)


def add_months(day: date, months: int) -> date:
    """Return the same day number `months` calendar months on (or back, if negative).

    Where the month is too short its last day counts: 31 August + 6 months is 28 February.
    """
    # Loaded here: it brings the languages of the machine along, and most only want a day spoken.
    from calendar import monthrange

    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    month += 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def add_years(day: date, years: int) -> date:
    """Return the same day and month `years` on; 29 February becomes 28 February in common years."""
    return add_months(day, 12 * years)


def first_day_of_month_after(day: date, months: int) -> date:
    """Return the first day of the month that lies `months` after the month of `day`."""
    return add_months(day.replace(day=1), months)


def easter(year: int) -> date:
    """Return Easter Sunday of the Gregorian calendar (Meeus, Jones and Butcher's computation)."""
    a, b, c = year % 19, year // 100, year % 100
    d = (19 * a + b - b // 4 - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    e = (32 + 2 * (b % 4) + 2 * (c // 4) - d - c % 4) % 7
    f = d + e - 7 * ((a + 11 * d + 22 * e) // 451) + 114
    return date(year, f // 31, f % 31 + 1)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """Return the `nth` (from 1) `weekday` (Monday is 0) of a month."""
    first = date(year, month, 1)
    return first + timedelta(days=(weekday - first.weekday()) % 7 + 7 * (nth - 1))


def weekday_name(day: date) -> str:
    """Return the English name of the weekday."""
    return WEEKDAYS[day.weekday()]


def spoken(day: date) -> str:
    """Return the date as the program shows it: "Fri 30 April 2027"."""
    return f"{weekday_name(day)[:3]} {long_date(day)}"


def long_date(day: date) -> str:
    """Return the date without its weekday: "30 April 2027"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def parse_day(text: str, field: str = "date") -> date:
    """Read "2027-04-30", "30 April 2027" or "Fri 30 April 2027"; the weekday, if typed, must agree.

    Raises InputError naming `field` where the text is no date, the date does not exist in the
    calendar, or the weekday is another one.
    """
    cleaned = " ".join(text.split())
    if re.fullmatch(_ISO, cleaned):
        year, month, day = (int(part) for part in cleaned.split("-"))
        return _existing(year, month, day, cleaned, field)
    match = re.fullmatch(_WRITTEN, cleaned)
    number = _month_number(match["month"]) if match else 0
    if match is None or not number:
        raise InputError(
            f"“{cleaned}” is not a date; write it as 2027-04-30 or 30 April 2027.", field
        )
    found = _existing(int(match["year"]), number, int(match["day"]), cleaned, field)
    typed = match["weekday"]
    if typed and not (len(typed) >= 3 and weekday_name(found).lower().startswith(typed.lower())):
        raise InputError(
            f"{long_date(found)} is a {weekday_name(found)}, "
            f"not “{typed}”; correct the day or leave the weekday out.",
            field,
        )
    return found


def _month_number(name: str) -> int:
    if len(name) < 3:
        return 0
    for number, month in enumerate(MONTHS, start=1):
        if month.lower().startswith(name.lower()):
            return number
    return 0


def _existing(year: int, month: int, day: int, text: str, field: str) -> date:
    try:
        return date(year, month, day)
    except ValueError:
        raise InputError(
            f"“{text}” does not exist in the calendar; check the day and the month.", field
        ) from None
