"""How long the way to a date is, step by step, and when the first step has to begin."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.holiday_entries import Place


class LegKind(StrEnum):
    """The steps on the way, in the order in which they are usually taken."""

    CAPITAL = "capital"
    TRANSLATION = "translation"
    APPROVAL = "approval"
    COURIER = "courier"


@dataclass(frozen=True, slots=True)
class Leg:
    """One step and its length in working days of `place`."""

    kind: LegKind
    working_days: int
    place: Place


@dataclass(frozen=True, slots=True)
class Absence:
    """When somebody who signs is away, both days included."""

    name: str
    first: date
    last: date
    reason: str = ""
    id: int = 0


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that stands in the way of a step: a holiday, an absence, another meeting."""

    day: date
    last: date
    what: str


@dataclass(frozen=True, slots=True)
class PlannedLeg:
    """A step with the days on which it begins and ends at the latest."""

    leg: Leg
    first: date
    last: date
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class SafeStart:
    """The whole way back from the internal date; `start_by` is the latest safe first day."""

    key: str
    start_by: date
    legs: tuple[PlannedLeg, ...]
