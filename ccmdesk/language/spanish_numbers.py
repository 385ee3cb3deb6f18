"""Ordinals and dates as a Spanish note writes them."""

import re
from datetime import date
from functools import cache

from ccmdesk.language.dates import NO_BREAK
from ccmdesk.language.spanish_nouns import folded

_UNITS = (
    "",
    "primera",
    "segunda",
    "tercera",
    "cuarta",
    "quinta",
    "sexta",
    "séptima",
    "octava",
    "novena",
    "décima",
    "undécima",
    "duodécima",
)
_TENS = (
    "",
    "décima",
    "vigésima",
    "trigésima",
    "cuadragésima",
    "quincuagésima",
    "sexagésima",
    "septuagésima",
    "octogésima",
    "nonagésima",
)
MONTHS = (
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
)


def ordinal(number: int) -> str:
    """Return a feminine ordinal from 1 to 99 as a title has it: "Undécima", "Vigésima Primera".

    Raises ValueError outside that range.
    """
    if not 1 <= number <= 99:
        raise ValueError(f"No ordinal in words for {number}.")
    if number <= 12:
        return _UNITS[number].capitalize()
    ten, unit = divmod(number, 10)
    if ten == 1:
        # Decimotercera … decimonovena are one word, and only "séptima" keeps its accent.
        return f"Decimo{_UNITS[unit]}"
    words = [_TENS[ten], _UNITS[unit]] if unit else [_TENS[ten]]
    return " ".join(word.capitalize() for word in words)


def ordinal_value(words: str) -> int:
    """Return the number an ordinal in words or figures stands for, 0 if it is none.

    Read as well: "decimoprimera", "décima tercera", "vigesimoprimera", "11.ª"; accents and case do
    not count.
    """
    figure = re.fullmatch(r"(\d{1,2})\.?[ªa]", words.strip())
    return int(figure[1]) if figure else _values().get(_key(words), 0)


@cache
def _values() -> dict[str, int]:
    values = {_key(ordinal(number)): number for number in range(1, 100)}
    for number in range(11, 100):
        ten, unit = divmod(number, 10)
        if unit:
            stem = _TENS[ten][:-1]
            values[_key(f"{_TENS[ten]} {_UNITS[unit]}")] = number
            values[_key(f"{stem}o{_UNITS[unit]}")] = number
    return values


def _key(words: str) -> str:
    return folded(" ".join(words.split()))


def written(day: date) -> str:
    """Return "16 de agosto de 2023"."""
    return f"{_day_and_month(day)} de {day.year}"


def span(start: date, end: date | None) -> str:
    """Return the days of a meeting: "del 11 al 14 de septiembre de 2023", "el 1 de junio …"."""
    if end is None or end == start:
        return f"el {written(start)}"
    if start.year != end.year:
        first = written(start)
    elif start.month != end.month:
        first = _day_and_month(start)
    else:
        first = str(start.day)
    return f"del {first} al {written(end)}"


def _day_and_month(day: date) -> str:
    return f"{day.day}{NO_BREAK}de{NO_BREAK}{MONTHS[day.month - 1]}"
