"""Turns what is typed after an option into a value, or says in a few words why it is none."""

import argparse
import os
import re
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.domain.dates import WEEKDAYS, parse_day
from ccmdesk.domain.errors import InputError

if TYPE_CHECKING:
    from ccmdesk.domain.note_matter import Correction

# What SQLite can count.
_ID_DIGITS = 18


def day(text: str) -> date:
    """Return a calendar day, as in 2026-09-04 or "4 September 2026"."""
    try:
        return parse_day(text)
    except InputError as error:
        raise argparse.ArgumentTypeError(error.message.rstrip(".")) from error


def moment(text: str) -> date | datetime:
    """Return an instant, as in 2026-09-04T14:30, or a calendar day where no hour is given.

    An hour without zone is that of the workstation.
    """
    if ":" not in text and "T" not in text:
        return day(text)
    try:
        return datetime.fromisoformat(text.strip()).astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        raise argparse.ArgumentTypeError(
            f"“{text}” is not a date with its hour, as in 2026-09-04T14:30"
        ) from None


def seconds(text: str) -> int:
    """Return a number of seconds from 0 to 60."""
    if not (text.isdecimal() and int(text) <= 60):
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of seconds from 0 to 60")
    return int(text)


def days(text: str) -> int:
    """Return a number of days from -730 to 730."""
    if not re.fullmatch(r"-?\d{1,3}", text.strip(), re.ASCII) or abs(int(text)) > 730:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number of days from -730 to 730")
    return int(text)


def weekday(text: str) -> int:
    """Return a day of the week by its English name, Monday being 0."""
    low = text.strip().casefold()
    for number, name in enumerate(WEEKDAYS):
        if len(low) >= 3 and name.casefold().startswith(low):
            return number
    raise argparse.ArgumentTypeError(f"“{text}” is not a day of the week, as in friday")


def hour(text: str) -> time:
    """Return an hour of the day, as in 18:00."""
    try:
        return time.fromisoformat(text.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise argparse.ArgumentTypeError(f"“{text}” is not an hour, as in 18:00") from None


def path(text: str) -> Path:
    """Return the place of a file or folder."""
    if not text.strip():
        raise argparse.ArgumentTypeError("a name is missing")
    try:
        encoded = os.fsencode(text)
    except UnicodeEncodeError:
        encoded = b"\0"
    if b"\0" in encoded:
        raise argparse.ArgumentTypeError("no file can have that name")
    return Path(text)


def folder(text: str) -> str:
    """Return the name of a folder."""
    return str(path(text))


def any_words(text: str) -> str:
    """Return a text that can be stored and printed; it may be empty."""
    # A byte that is no UTF-8 reaches the program as half a character, which no file can hold.
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        raise argparse.ArgumentTypeError("the text is not written in UTF-8")
    return text


def words(text: str) -> str:
    """Return a text that can be stored and printed, and says something."""
    if not any_words(text).strip():
        raise argparse.ArgumentTypeError("the text is empty")
    return text


def note_id(text: str) -> int:
    """Return the id of a note."""
    if not text.isdecimal() or len(text) > _ID_DIGITS or int(text) < 1:
        raise argparse.ArgumentTypeError(f"“{text}” is not the id of a note, as in 12")
    return int(text)


def note_or_file(text: str) -> str:
    """Return the id of a note as text, or the name of a file."""
    return str(note_id(text)) if text.isdecimal() else folder(text)


def note_or_number(text: str) -> str:
    """Return the id of a note or a number of the register, as text."""
    return str(note_id(text)) if text.isdecimal() else words(text)


def positive(text: str) -> int:
    """Return a number from 1 to 10000."""
    # Before it is read: Python refuses numbers of thousands of digits.
    if not text.isdecimal() or len(text) > 9 or not 1 <= int(text) <= 10_000:
        raise argparse.ArgumentTypeError(f"“{text}” is not a number from 1 to 10000")
    return int(text)


def correction(text: str) -> "Correction":
    """Return a correction from WRONG=RIGHT."""
    # Loaded here: of all commands only a correction needs it.
    from ccmdesk.domain.note_matter import Correction

    wrong, sign, right = words(text).partition("=")
    if not sign or not wrong.strip() or not right.strip():
        raise argparse.ArgumentTypeError(f"“{text}” is not a correction, as in WRONG=RIGHT")
    return Correction(wrong.strip(), right.strip())


def column(text: str) -> tuple[int, str]:
    """Return which column, from 1, holds which field, from NUMBER=FIELD."""
    number, sign, field = text.partition("=")
    if not sign:
        raise argparse.ArgumentTypeError(f"“{text}” is not a column, as in 2=family_name")
    return positive(number), field.strip()
