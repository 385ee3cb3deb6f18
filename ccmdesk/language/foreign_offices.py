"""Missions, embassies and ministries of a State, as an English addressee names them."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from ccmdesk.language.names import Seat, seat
from ccmdesk.language.state_names import state_names

_ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
_NAMED = re.compile(
    r"(?:the\s+)?(?P<office>Permanent Mission|Embassy|Ministry of (?:Foreign|External) Affairs)"
    r" of (?P<state>.+?)(?P<to> (?:to|in|at) .+)?",
    re.IGNORECASE,
)
_SEATS = re.compile(r"Geneva|New York|Vienna", re.IGNORECASE)


class OfficeKind(StrEnum):
    """What kind of office of a State is meant."""

    MISSION = "mission"
    EMBASSY = "embassy"
    MINISTRY = "ministry"


@dataclass(frozen=True, slots=True)
class ForeignOffice:
    """An office of a State: its kind, the State, and for a mission its seat."""

    kind: OfficeKind
    iso3: str
    seat: Seat


def foreign_office(typed: str) -> ForeignOffice | None:
    """Return the office of a State that an English text names, None if it names none we know."""
    match = _NAMED.fullmatch(typed.strip())
    iso3 = _by_name().get(_plain(match["state"])) if match else None
    if match is None or iso3 is None:
        return None
    place = _SEATS.search(match["to"] or "")
    kind = match["office"].casefold()
    return ForeignOffice(
        OfficeKind.MISSION
        if kind.startswith("permanent")
        else OfficeKind.EMBASSY
        if kind == "embassy"
        else OfficeKind.MINISTRY,
        iso3,
        seat(place[0]) if place else Seat.NEW_YORK if match["to"] else Seat.OTHER,
    )


@cache
def _by_name() -> dict[str, str]:
    return {_plain(row["in_text"]): iso3 for iso3, row in state_names("en").items()}


def _plain(name: str) -> str:
    return _ARTICLE.sub("", name).replace("'", "’").casefold()
