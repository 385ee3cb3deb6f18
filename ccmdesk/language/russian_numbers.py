"""Ordinals and dates as a Russian note writes them."""

import re
from datetime import date
from functools import cache

from ccmdesk.language.dates import NO_BREAK
from ccmdesk.language.russian_cases import Cases

_STEMS = {
    1: "перв",
    2: "втор",
    4: "четверт",
    5: "пят",
    6: "шест",
    7: "седьм",
    8: "восьм",
    9: "девят",
    10: "десят",
    11: "одиннадцат",
    12: "двенадцат",
    13: "тринадцат",
    14: "четырнадцат",
    15: "пятнадцат",
    16: "шестнадцат",
    17: "семнадцат",
    18: "восемнадцат",
    19: "девятнадцат",
    20: "двадцат",
    30: "тридцат",
    40: "сороков",
    50: "пятидесят",
    60: "шестидесят",
    70: "семидесят",
    80: "восьмидесят",
    90: "девяност",
}
_TENS = {
    20: "двадцать",
    30: "тридцать",
    40: "сорок",
    50: "пятьдесят",
    60: "шестьдесят",
    70: "семьдесят",
    80: "восемьдесят",
    90: "девяносто",
}
CASES = ("nominative", "genitive", "dative", "accusative", "prepositional")
_ENDINGS = {
    "n": ("ое", "ого", "ому", "ое", "ом"),
    "f": ("ая", "ой", "ой", "ую", "ой"),
}
_THIRD = {
    "n": ("третье", "третьего", "третьему", "третье", "третьем"),
    "f": ("третья", "третьей", "третьей", "третью", "третьей"),
}
MONTHS = (
    "января",
    "февраля",
    "марта",
    "апреля",
    "мая",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
)


def ordinal(number: int, gender: str, case: str) -> str:
    """Return an ordinal from 1 to 99, neuter ("n") or feminine ("f"), in a case of `CASES`.

    Only the last word of a compound is declined: "двадцать первом". Raises ValueError outside that
    range.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"No ordinal in words for {number}.")
    if number in _STEMS or number == 3:
        return _declined(number, gender, case)
    unit = number % 10
    return f"{_TENS[number - unit]} {_declined(unit, gender, case)}"


def ordinal_cases(number: int, gender: str) -> Cases:
    """Return an ordinal from 1 to 99 in all cases, to be set before a noun."""
    nominative, genitive, dative, _, prepositional = (
        ordinal(number, gender, case) for case in CASES
    )
    return Cases(nominative, genitive, dative, prepositional, gender)


def ordinal_value(words: str) -> int:
    """Return the number an ordinal in any case and gender stands for, 0 if it is none.

    Read in figures too: "11-е", "11-го".
    """
    figure = re.fullmatch(r"(\d{1,2})(?:-\w{1,3})?", words.strip())
    return int(figure[1]) if figure else _values().get(" ".join(words.lower().split()), 0)


@cache
def _values() -> dict[str, int]:
    return {
        ordinal(number, gender, case): number
        for number in range(1, 100)
        for gender in _ENDINGS
        for case in CASES
    }


def written(day: date) -> str:
    """Return "16 августа 2023 года"."""
    return f"{_day_and_month(day)} {_year(day)}"


def span(start: date, end: date | None) -> str:
    """Return the days of a meeting: "с 11 по 14 сентября 2023 года", "11 сентября 2023 года"."""
    if end is None or end == start:
        return written(start)
    if start.year != end.year:
        first = written(start)
    elif start.month != end.month:
        first = _day_and_month(start)
    else:
        first = str(start.day)
    # "со" before "второго", as it is read.
    since = "со" if start.day == 2 else "с"
    return f"{since}{NO_BREAK}{first} по{NO_BREAK}{written(end)}"


def _declined(number: int, gender: str, case: str) -> str:
    index = CASES.index(case)
    return _THIRD[gender][index] if number == 3 else _STEMS[number] + _ENDINGS[gender][index]


def _day_and_month(day: date) -> str:
    return f"{day.day}{NO_BREAK}{MONTHS[day.month - 1]}"


def _year(day: date) -> str:
    return f"{day.year}{NO_BREAK}года"
