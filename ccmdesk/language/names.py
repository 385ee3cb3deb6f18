"""The names a mission is given before its officer has typed any."""

import unicodedata
from enum import StrEnum

from ccmdesk.domain.mission_names import Names
from ccmdesk.language.grammar import grammar


class Seat(StrEnum):
    """Where a mission to an international organization has its seat; elsewhere are embassies."""

    GENEVA = "geneva"
    NEW_YORK = "new_york"
    VIENNA = "vienna"
    OTHER = "other"


_CITIES = {
    Seat.GENEVA: ("geneva", "geneve", "genf", "ginebra", "женева", "جنيف", "日内瓦"),
    Seat.NEW_YORK: ("new york", "new york city", "nueva york", "нью-иорк", "نيويورك", "纽约"),
    Seat.VIENNA: ("vienna", "vienne", "wien", "viena", "вена", "فيينا", "维也纳"),
}


def seat(city: str) -> Seat:
    """Return the seat a city is, whichever of the six languages it was typed in."""
    plain = folded(city.strip())
    return next((seat for seat, names in _CITIES.items() if plain in names), Seat.OTHER)


def folded(word: str) -> str:
    """Return a word in lower case without accents."""
    apart = unicodedata.normalize("NFD", word.lower())
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def default_names(iso3: str, city: str, language: str, state: str = "") -> Names:
    """Return the usual names of a State's mission in a city; the officer changes them at will.

    `state` names a State that is not among the shipped ones, with its article
    ("the Republic of Avataria", "la République d’Avatarie"). Raises InputError for a language
    without a phrase pack.
    """
    return grammar(language).default_names(iso3, city, state or iso3)
