"""The names of a city in the languages of the notes."""

from functools import cache

from ccmdesk.domain.mission_names import LANGUAGES
from ccmdesk.language.names import Seat, folded, seat
from ccmdesk.language.phrases import pack


def same_city(one: str, other: str) -> bool:
    """Tell whether two names, in whichever of the six languages, are one city."""
    seats = (seat(one), seat(other))
    if Seat.OTHER not in seats:
        return seats[0] is seats[1]
    first, second = folded(one.strip()), folded(other.strip())
    return first == second or bool(_names().get(first, {first}) & _names().get(second, {second}))


@cache
def _names() -> dict[str, set[str]]:
    """Return all names of a city by each of them, folded."""
    known: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for english, name in pack(language).names["cities"].items():
            known.setdefault(folded(english), {folded(english)}).add(folded(name.partition("|")[0]))
    found: dict[str, set[str]] = {}
    for names in known.values():
        for name in names:
            found.setdefault(name, set()).update(names)
    return found
