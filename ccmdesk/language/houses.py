"""Missions, embassies and ministries of other States, read from their English names."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ccmdesk.language.names import Seat
from ccmdesk.language.state_names import state_names


class HouseKind(StrEnum):
    """What kind of office of a State a note may be addressed to."""

    MISSION = "mission"
    EMBASSY = "embassy"
    MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class House:
    """An office of a State; `seat` is where a mission sits, `city` where an embassy is."""

    kind: HouseKind
    iso3: str
    seat: Seat = Seat.OTHER
    city: str = ""


_NAME = re.compile(
    r"(?:the )?(?P<kind>Permanent Mission|Embassy|Ministry (?:of|for) Foreign Affairs) of "
    r"(?:the )?(?P<state>.+)",
    re.IGNORECASE,
)
_SEATS = {"Geneva": Seat.GENEVA, "New York": Seat.NEW_YORK, "Vienna": Seat.VIENNA}


def read_house(typed: str) -> House | None:
    """Return the office a text names in English, or None where any of it is not understood."""
    match = _NAME.fullmatch(" ".join(typed.split()).rstrip(".,;").replace("'", "’"))
    if match is None:
        return None
    kind = _kind(match["kind"])
    for name, iso3 in _states_longest_first():
        if match["state"].casefold().startswith(name):
            return _with_place(kind, iso3, match["state"][len(name) :])
    return None


def _kind(words: str) -> HouseKind:
    first = words.casefold().split()[0]
    kinds = {"permanent": HouseKind.MISSION, "embassy": HouseKind.EMBASSY}
    return kinds.get(first, HouseKind.MINISTRY)


def _with_place(kind: HouseKind, iso3: str, rest: str) -> House | None:
    if not rest:
        return House(kind, iso3)
    if kind is HouseKind.MISSION and rest.startswith(" to the United Nations"):
        found = (seat for city, seat in _SEATS.items() if city in rest)
        return House(kind, iso3, next(found, Seat.NEW_YORK))
    if kind is HouseKind.EMBASSY and rest.startswith(" in "):
        return House(kind, iso3, city=rest.removeprefix(" in "))
    return None


@cache
def _states_longest_first() -> tuple[tuple[str, str], ...]:
    names = (
        (forms["in_text"].removeprefix("the ").casefold(), iso3)
        for iso3, forms in state_names("en").items()
    )
    return tuple(sorted(names, key=lambda pair: -len(pair[0])))
