"""Reads a pasted list of holidays, one day a line, or says in which line it is wrong."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from ccmdesk.domain.dates import MONTHS, long_date, weekday_name
from ccmdesk.domain.day_words import MONTH_WORDS, WEEKDAY_WORDS
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import (
    FIRST_YEAR,
    LAST_YEAR,
    LONGEST_NAME,
    HolidayEntry,
    Place,
)

_HEADS = {"date", "day", "name", "holiday", "jour", "nom", "place", "weekday", "fête", "férié"}
_ENGLISH_MONTH = "|".join(f"{name[:3]}(?:{name[3:]}|[a-z]{{0,2}}\\b)" for name in MONTHS)
_DATES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])(?P<month>\d{1,2})(?P=mark)(?P<day>\d{1,2})(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})\.\s?(?P<month>\d{1,2})\."
        r"(?:(?:\s?(?P<year>\d{4})|(?P<short>\d\d))(?!\d))?",
        r"(?<!\d)(?P<day>\d{1,2})/(?P<month>\d{1,2})"
        r"(?:/(?:(?P<year>\d{4})|(?P<short>\d\d)))?(?!\d)",
        r"(?<!\d)(?P<day>\d{1,2})-(?P<word>[^\W\d_]{3,9})\.?-"
        r"(?:(?P<year>\d{4})|(?P<short>\d\d))(?!\d)",
        rf"\b(?P<word>{_ENGLISH_MONTH})\.?\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\b"
        r"(?:,?\s+(?P<year>\d{4})(?!\d))?",
        r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th|er)?\.?\s+(?:(?:of|de)\s+)?"
        r"(?P<word>[^\W\d_]+)\.?(?:,?\s+(?:de\s+)?(?P<year>\d{4})(?!\d))?",
    )
)
_WEEKDAY_BEFORE = re.compile(
    r"(?P<word>[^\W\d_]+)[\s.,;:|(–—-]*(?:\b(?:the|le)\s+)?$", re.IGNORECASE
)
_WEEKDAY_AFTER = re.compile(r"^\s*(?:[,;|(]\s*)?(?P<word>[^\W\d_]+)\.?\s*(?P<end>[),;:|\t]|$)")
_MIDNIGHT = re.compile(r"^[ T]00:00(?::00(?:[.,]0+)?)?(?![\d:])")
_SERIAL = re.compile(r'^"?(?P<number>\d{5})"?\s*[,;\t]')
_NUMBER_AFTER = re.compile(r"^[\s/.–—-]*\d")
_EDGES = ' \t,;:|.–—-*•"“”«»\N{NO-BREAK SPACE}\N{ZERO WIDTH NO-BREAK SPACE}'


def read_holiday_list(place: Place, text: str, year: int) -> list[HolidayEntry]:
    """Return the holidays of a list for `year`, in the order of the list.

    A line holds a day and its name, in either order; the year may be left out, a weekday must
    agree. Days are read as 2027-05-06, 06.05.2027, 6 May 2027, May 6, 6 mai, 6 de mayo, or as
    tables write them: 06/05/27, 5/25/2027, 6-May-27, 2027-05-06 00:00:00. Empty lines, lines that
    begin with # and a line of column heads are passed over. Raises InputError with the number of
    the first line that is wrong, its field being "text".
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.", "year")
    found: dict[date, tuple[int, HolidayEntry]] = {}
    begun = False
    for number, line in enumerate(text.splitlines(), start=1):
        cleaned = line.strip(" \t\N{NO-BREAK SPACE}\N{ZERO WIDTH NO-BREAK SPACE}")
        if not cleaned or cleaned.startswith("#"):
            continue
        if not begun and _is_head(cleaned):
            begun = True
            continue
        begun = True
        entry = _Line(number, cleaned, year).entry(place)
        if entry.day in found:
            raise _wrong(
                number, f"{long_date(entry.day)} stands in line {found[entry.day][0]} already"
            )
        found[entry.day] = number, entry
    if not found:
        raise InputError("There is no line with a day and a name in this list.", "text")
    return [entry for _, entry in found.values()]


@dataclass(frozen=True, slots=True)
class _Line:
    number: int
    text: str
    year: int

    def entry(self, place: Place) -> HolidayEntry:
        match = self._match()
        day = self._day(match)
        # A table writes a day as the first moment of it.
        before, after = self.text[: match.start()], _MIDNIGHT.sub("", self.text[match.end() :])
        if self._has_another_day(before, after, day):
            raise _wrong(
                self.number, "the day is not clear; write one day a line, as in 6 May 2027"
            )
        before = self._without_weekday_before(before, day)
        after = self._without_weekday_after(after, day)
        name = " ".join(f"{_trimmed(before)} {_trimmed(after)}".split())
        if not any(letter.isalpha() for letter in name):
            raise _wrong(self.number, f"{long_date(day)} has no name")
        if len(name) > LONGEST_NAME:
            raise _wrong(self.number, f"the name is longer than {LONGEST_NAME} letters")
        return HolidayEntry(place, day, name)

    @staticmethod
    def _has_another_day(before: str, after: str, day: date) -> bool:
        # In "24-26 December" and "6 May 27" a number is left beside what was read.
        if before.rstrip(" -–—")[-1:].isdigit() or _NUMBER_AFTER.match(after):
            return True
        for rest in (before, after):
            if any(pattern.search(rest) for pattern in _DATES[:-1]):
                return True
            for match in _DATES[-1].finditer(rest):
                month = _month(match["word"])
                if month and (int(match["day"]), month) != (day.day, day.month):
                    return True
        return False

    def _match(self) -> re.Match[str]:
        unknown = None
        for pattern in _DATES:
            for match in pattern.finditer(self.text):
                if "word" in pattern.groupindex and not _month(match["word"]):
                    unknown = unknown or match
                    continue
                return match
        if unknown is not None:
            near = get_close_matches(unknown["word"].title(), MONTHS, n=1, cutoff=0.6)
            hint = f"; did you mean {near[0]}?" if near else ", as in 6 May 2027"
            raise _wrong(self.number, f"“{unknown[0].strip()}” is not a date{hint}", bare=True)
        serial = _SERIAL.match(self.text)
        if serial is not None:
            raise _wrong(
                self.number,
                f"“{serial['number']}” is how a table counts days; give the column the form of a "
                "date there",
            )
        raise _wrong(
            self.number, "no day is found; put # before a line that is no holiday", bare=True
        )

    def _day(self, match: re.Match[str]) -> date:
        parts = match.groupdict()
        short = parts.get("short")
        year = 2000 + int(short) if short else int(parts["year"] or self.year)
        written = match[0].strip(" .,")
        number = int(parts["day"])
        month = _month(parts["word"]) if parts.get("word") else int(parts["month"])
        if "/" in match[0] and "mark" not in parts and number <= 12 and number != month:
            if month <= 12:
                raise _wrong(
                    self.number, f"“{written}” can be read in two ways; write the month as a word"
                )
            # The month first, as in the United States; there is no other way to read it.
            number, month = month, number
        try:
            day = date(year, month, number)
        except ValueError:
            of_year = "" if parts["year"] or short else f" of {year}"
            raise _wrong(
                self.number, f"“{written}” does not exist in the calendar{of_year}"
            ) from None
        if day.year != self.year:
            raise _wrong(
                self.number, f"{long_date(day)} is not in {self.year}, the year of this list"
            )
        return day

    def _without_weekday_before(self, text: str, day: date) -> str:
        match = _WEEKDAY_BEFORE.search(text)
        if match is None or not self._agrees(match["word"], day, alone=not text[: match.start()]):
            return text
        # In "Good Friday 26 March" the weekday belongs to the name.
        rest = text[: match.start()].rstrip()
        return text if rest and rest[-1].isalnum() else rest

    def _without_weekday_after(self, text: str, day: date) -> str:
        match = _WEEKDAY_AFTER.search(text)
        if match is None or not self._agrees(match["word"], day, alone=True):
            return text
        return text[match.end() :]

    def _agrees(self, word: str, day: date, *, alone: bool) -> bool:
        """Tell whether the word is the weekday of the day; raise where it is another weekday."""
        number = _weekday(word)
        if number is None:
            names = [name for row in WEEKDAY_WORDS for name in row if name]
            near = get_close_matches(word.casefold(), names, n=1, cutoff=0.75)
            if alone and near:
                raise _wrong(
                    self.number,
                    f"“{word}” is no weekday; did you mean {near[0].title()}?",
                    bare=True,
                )
            return False
        if number != day.weekday():
            raise _wrong(
                self.number, f"{long_date(day)} is a {weekday_name(day)}, not “{word.strip()}”"
            )
        return True


def _month(word: str) -> int:
    number = _row_of(word, MONTH_WORDS)
    return 0 if number is None else number + 1


def _weekday(word: str) -> int | None:
    return _row_of(word, WEEKDAY_WORDS)


def _row_of(word: str, rows: Sequence[Sequence[str]]) -> int | None:
    """Return where a word, or the beginning of one, stands in its row."""
    low = word.casefold()
    if len(low) < 3:
        return None
    if low == "sept" and rows is MONTH_WORDS:
        return 8
    *languages, without_accents = rows
    for number, bare in enumerate(without_accents):
        # "Decembr" is a slip in English, not the beginning of a French month.
        if low == bare or any(row[number].startswith(low) for row in languages):
            return number
    return None


def _trimmed(text: str) -> str:
    """Return text without the marks around it; brackets that belong to it stay."""
    trimmed = text.lstrip(_EDGES + ")").rstrip(_EDGES + "(")
    whole = trimmed.startswith("(") and trimmed.find(")") == len(trimmed) - 1
    if whole or trimmed.count("(") != trimmed.count(")"):
        return trimmed.strip(_EDGES + "()")
    return trimmed


def _is_head(line: str) -> bool:
    words = {part.strip(_EDGES).casefold() for part in re.split(r"[,;|\t]", line)}
    return bool(words) and words <= _HEADS


def _wrong(number: int, what: str, *, bare: bool = False) -> InputError:
    end = "" if what.endswith("?") else "."
    advice = "" if bare else "; nothing was taken"
    return InputError(f"Line {number}: {what}{advice}{end}", "text")
