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
class State:
    """One State as recorded, with the sources of its dates and the day they were last checked."""

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

    @property
    def participates_as_observer(self) -> bool:
        """Tell whether the State attends meetings as an observer (Article 11, paragraph 3)."""
        return self.status is not Status.PARTY
