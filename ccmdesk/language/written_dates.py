"""Finds the dates and ranges of dates in running text, in each language, with their weekdays."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from ccmdesk.language import arabic_dates
from ccmdesk.language.names import folded

_WEEKDAYS = {
    "en": "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "es": "lunes martes miércoles jueves viernes sábado domingo",
    "ru": "понедельник вторник сред[ауы] четверг пятниц[ауы] суббот[ауы] воскресенье",
    "ar": "الاثنين|الإثنين الثلاثاء الأربعاء|الاربعاء الخميس الجمعة السبت الأحد|الاحد",
    "zh": "一 二 三 四 五 六 日|天",
}
_MONTHS = {
    "en": "January February March April May June July August September October November December",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto sep?tiembre octubre noviembre"
    " diciembre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
}
# `{wd}` is a weekday, `{m}` a month, `{y}` a year; `d`, `m`, `y` and `wd` are what is read of it.
_DATES = {
    "en": (
        r"(?:(?P<wd>{wd})(?:\s*,\s*|\s+)(?:the\s+)?)?(?P<d>\d{{1,2}})(?P<th>st|nd|rd|th)?"
        r"(?:\s+of)?\s+(?P<m>{m})(?P<comma>,)?\s+(?P<y>{y})\b",
        r"(?:(?P<wd>{wd})(?:\s*,\s*|\s+))?(?P<m>{m})\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?"
        r"(?P<us>,?)\s+(?P<y>{y})\b",
    ),
    "fr": (
        r"(?:(?P<wd>{wd})\s*,?\s+)?(?:le\s+)?(?P<d>\d{{1,2}})(?P<er>er)?\s+(?P<m>{m})\s+(?P<y>{y})\b",
    ),
    "es": (
        r"(?:(?P<wd>{wd})\s*,?\s+)?(?:el\s+)?(?P<d>\d{{1,2}})[.ºo°]{{0,2}}\s+de\s+(?P<m>{m})\s+del?\s+"
        r"(?P<y>{y})\b",
    ),
    "ru": (r"(?:(?P<wd>{wd})\s*,?\s+)?(?P<d>\d{{1,2}})\s+(?P<m>{m})\s+(?P<y>{y})\b",),
    "ar": (
        r"(?:(?:يوم\s+)?(?P<wd>{wd})\s*[،,]?\s+(?:الموافق\s+)?)?(?P<d>\d{{1,2}})\s+"
        r"(?P<m>{m})(?:\s*/\s*(?:{m}))?\s+(?P<y>{y})\b",
    ),
    "zh": (
        r"(?P<y>{y})\s*年\s*(?P<m>\d{{1,2}})\s*月\s*(?P<d>\d{{1,2}})\s*日"
        r"(?:\s*[（(,，]?\s*(?:星期|周|礼拜)(?P<wd>{wd})\s*[)）]?)?",
    ),
}
_RANGES = {
    "en": r"(?:from\s+|between\s+)?(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{m}))?(?:\s+(?P<y1>{y}))?\s*"
    r"(?:to|and|until|–|-)\s*(?P<d2>\d{{1,2}})\s+(?P<m2>{m})(?:,?\s+(?P<y2>{y})\b)?",
    "fr": r"du\s+(?P<d1>\d{{1,2}})(?:er)?(?:\s+(?P<m1>{m}))?(?:\s+(?P<y1>{y}))?\s*(?:au|–|-)\s*"
    r"(?P<d2>\d{{1,2}})(?:er)?\s+(?P<m2>{m})(?:\s+(?P<y2>{y})\b)?",
    "es": r"del?\s+(?P<d1>\d{{1,2}})(?:\s+de\s+(?P<m1>{m}))?(?:\s+del?\s+(?P<y1>{y}))?"
    r"\s*(?:al|a|–|-)\s*(?P<d2>\d{{1,2}})\s+de\s+(?P<m2>{m})(?:\s+del?\s+(?P<y2>{y})\b)?",
    "ru": r"с\s+(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{m}))?(?:\s+(?P<y1>{y})(?:\s+года)?)?"
    r"\s*(?:по|до|–|-)\s*(?P<d2>\d{{1,2}})\s+(?P<m2>{m})(?:\s+(?P<y2>{y})\b)?",
    "ar": r"من\s+(?P<d1>\d{{1,2}})(?:\s+(?P<m1>{m})(?:\s*/\s*(?:{m}))?)?(?:\s+(?P<y1>{y}))?\s*"
    r"(?:إلى|الى|حتى|–|-)\s*(?P<d2>\d{{1,2}})\s+(?P<m2>{m})(?:\s*/\s*(?:{m}))?(?:\s+(?P<y2>{y})\b)?",
    "zh": r"(?:(?P<y1>{y})\s*年)?\s*(?P<m1>\d{{1,2}})\s*月\s*(?P<d1>\d{{1,2}})\s*日?"
    r"\s*(?:至|到|－|—|-)\s*(?:(?P<y2>{y})\s*年)?(?:(?P<m2>\d{{1,2}})\s*月)?\s*(?P<d2>\d{{1,2}})\s*日",
}
_EASTERN = {ord(digit): str(number) for number, digit in enumerate("٠١٢٣٤٥٦٧٨٩")}
_SPACES = {ord(space): " " for space in "\u00a0\u202f\u2009"}
_UNSEEN = re.compile("[\u2066-\u2069\u200e\u200f\u0640\u064b-\u0652]")


@dataclass(frozen=True, slots=True)
class WrittenDate:
    """A date as it stands in a text; `day` is None where the calendar has no such day.

    `weekday` is what the text calls it (Monday is 0, None where it does not say), `style` tells of
    a form other than the usual one: "month first", "ordinal" or "comma".
    """

    text: str
    start: int
    day: date | None
    weekday: int | None
    style: str = ""


@dataclass(frozen=True, slots=True)
class WrittenRange:
    """A range of days as it stands in a text; `year` is 0 where none is named."""

    text: str
    start: int
    first: tuple[int, int]
    last: tuple[int, int]
    year: int


def plain(text: str) -> str:
    """Return the text with Western digits and plain spaces, without unseen marks and vowel signs.

    What is searched in is this text; places and found words are those of it.
    """
    return _UNSEEN.sub("", text.translate(_EASTERN).translate(_SPACES))


def written_dates(text: str, language: str) -> Iterator[WrittenDate]:
    """Yield the dates with day, month and year in a text that `plain` returned."""
    if not any(letter.isdigit() for letter in text):
        return
    for pattern in _date_patterns(language):
        for match in pattern.finditer(text):
            found = match.groupdict()
            month = _month(found["m"], language)
            weekday = _weekday(found["wd"], language) if found["wd"] else None
            style = "ordinal" if found.get("th") else "comma" if found.get("comma") else ""
            if "us" in found:
                style = "month first"
            try:
                day = date(int(found["y"]), month, int(found["d"]))
            except ValueError:
                day = None
            yield WrittenDate(match[0], match.start(), day, weekday, style)


def written_ranges(text: str, language: str) -> Iterator[WrittenRange]:
    """Yield the ranges of days in a text that `plain` returned."""
    if not any(letter.isdigit() for letter in text):
        return
    for match in _range_pattern(language).finditer(text):
        found = match.groupdict()
        first_month = found["m1"] or found["m2"]
        last_month = found["m2"] or found["m1"]
        yield WrittenRange(
            match[0],
            match.start(),
            (_month(first_month, language), int(found["d1"])),
            (_month(last_month, language), int(found["d2"])),
            int(found["y2"] or found["y1"] or 0),
        )


@cache
def _date_patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = _words(language)
    start = r"(?<![\d/.-])" if language == "zh" else r"(?<![\w/.-])"
    return tuple(
        re.compile(start + pattern.format(**words), re.IGNORECASE) for pattern in _DATES[language]
    )


@cache
def _range_pattern(language: str) -> re.Pattern[str]:
    start = r"(?<!\d)" if language == "zh" else r"(?<![\w/.-])"
    return re.compile(start + _RANGES[language].format(**_words(language)), re.IGNORECASE)


def _words(language: str) -> dict[str, str]:
    weekdays = _WEEKDAYS[language].replace(" ", "|")
    if language == "en":
        weekdays = f"(?:{weekdays}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\\b\\.?)"
    months = "|".join(sorted(_month_names(language), key=len, reverse=True))
    return {"wd": f"(?:{weekdays})", "m": f"(?:{months})", "y": r"(?:19|20|21)\d\d"}


@cache
def _month_names(language: str) -> dict[str, int]:
    if language == "zh":
        return {r"\d{1,2}": 0}
    if language == "ar":
        tables = (
            arabic_dates.LEVANT,
            arabic_dates.EGYPT,
            arabic_dates.MAGHREB,
            arabic_dates.MOROCCO,
            (*[""] * 5, "يونيه", "يوليه"),
        )
        return {
            name: number for table in tables for number, name in enumerate(table, start=1) if name
        }
    return {name: number for number, name in enumerate(_MONTHS[language].split(), start=1)}


def _month(name: str, language: str) -> int:
    if language == "zh":
        return int(name)
    wanted = folded(" ".join(name.split()))
    for pattern, number in _month_names(language).items():
        if re.fullmatch(folded(pattern), wanted):
            return number
    return 0


def _weekday(name: str, language: str) -> int:
    wanted = folded(name.rstrip("."))
    for number, pattern in enumerate(_WEEKDAYS[language].split()):
        if language == "en" and wanted[:3] == pattern[:3].lower():
            return number
        if re.fullmatch(folded(pattern), wanted):
            return number
    return 0
