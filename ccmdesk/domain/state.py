"""A State and its standing under the Convention."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Status(StrEnum):
    """How a State stands to the Convention; Party from the deposit of its instrument on."""

    PARTY = "party"
    SIGNATORY = "signatory"
    WITHDRAWN = "withdrawn"
    NOT_PARTY = "not_party"


@dataclass(frozen=True, slots=True)
class Fact:
    """One recorded fact with its source and the day on which the source stood.

    `name` is status, signed, deposited, entry_into_force or withdrew_effective; `value` is the
    status or the ISO date.
    """

    name: str
    value: str
    source: str
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class State:
    """One State as recorded.

    `sources` and `as_of` sum up `facts`: the newest day on which the State's standing was checked.
    """

    iso3: str
    name: str
    status: Status
    signed: date | None = None
    instrument: str = ""
    deposited: date | None = None
    entry_into_force: date | None = None
    withdrew_effective: date | None = None
    sources: tuple[str, ...] = ()
    as_of: date | None = None
    facts: tuple[Fact, ...] = ()

    def fact(self, name: str) -> Fact | None:
        """Return the fact of that name, or None where nothing is recorded of it."""
        return next((fact for fact in self.facts if fact.name == name), None)
