"""What a note is about beside meeting and delegation: a report, an article, an earlier note."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.delegation import Delegate


class ChangeKind(StrEnum):
    """What may happen to a delegation after its note was issued, in the order it is told."""

    REPLACES = "replaces"
    JOINS = "joins"
    LEAVES = "leaves"
    TITLE = "title"
    ROLE = "role"
    NAME = "name"


@dataclass(frozen=True, slots=True)
class Change:
    """One change of a delegation.

    `before` is the member as the issued note has them (None for who joins), `after` as the list
    has them now (None for who leaves).
    """

    kind: ChangeKind
    before: Delegate | None = None
    after: Delegate | None = None


@dataclass(frozen=True, slots=True)
class EarlierNote:
    """The mission's own issued note that is amended or corrected."""

    number: str
    dated: date
    subject: str = ""


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction: in `place` ("the list of the delegation"), for `wrong` read `right`."""

    wrong: str
    right: str
    place: str = ""


@dataclass(frozen=True, slots=True)
class Matter:
    """What the officer decides about the subject of a note; each kind reads what concerns it.

    `article` is 3, 4 or 7 and 0 where none is meant. `year` is the calendar year an Article 7
    report covers; `initial` marks the initial report (Article 7, paragraph 1). `expires` is the
    deadline that runs, `until` the one asked for, or the day on which an obligation was completed.
    `subject` is the line for the register, where the officer types one; `question` what a query
    asks. `earlier` and `changes` are filled from the register, never typed.
    """

    article: int = 0
    year: int = 0
    initial: bool = False
    expires: date | None = None
    until: date | None = None
    subject: str = ""
    question: str = ""
    corrections: tuple[Correction, ...] = ()
    earlier: EarlierNote | None = None
    changes: tuple[Change, ...] = ()
