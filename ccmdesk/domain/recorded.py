"""What is recorded of a deadline beside the arithmetic: extensions, dates others printed."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.dates import MONTHS, long_date
from ccmdesk.domain.duty import DutyKind

INITIAL = "initial"


class ExtensionStanding(StrEnum):
    """What is known of one stage of a deadline.

    `requested` has neither a decision nor a date, `unconfirmed` a date but no confirmed decision.
    """

    RUNNING = "running"
    GRANTED = "granted"
    MET = "met"
    REQUESTED = "requested"
    UNCONFIRMED = "unconfirmed"


@dataclass(frozen=True, slots=True)
class Extension:
    """One stage of a State's Article 3 or Article 4 deadline, as recorded.

    `stage` is "initial", "extension 1" and so on. `precision` is day, month or year: what was
    published of `deadline`, which then stands on the earliest possible day. `decided_at` is the
    code of a meeting.
    """

    state: str
    article: int
    stage: str
    deadline: date | None
    precision: str = "day"
    decided_at: str = ""
    standing: ExtensionStanding = ExtensionStanding.GRANTED
    note: str = ""
    source: str = ""
    as_of: date | None = None

    @property
    def published(self) -> str:
        """Return the deadline as far as it was published: "1 June 2026", "April 2021", "2026"."""
        if self.deadline is None:
            return ""
        if self.precision == "year":
            return str(self.deadline.year)
        if self.precision == "month":
            return f"{MONTHS[self.deadline.month - 1]} {self.deadline.year}"
        return long_date(self.deadline)


@dataclass(frozen=True, slots=True)
class PublishedDate:
    """A due date that somebody printed; `remark` says why it is wrong where it is."""

    state: str
    kind: DutyKind
    day: date
    source: str
    remark: str = ""
