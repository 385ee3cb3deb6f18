"""A duty with its date, the working behind the date, and what is recorded of it."""

from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from ccmdesk.domain.note_life import Channel

GENEVA = "Europe/Zurich"
MEETING_CHANNEL = "meeting"
DUTY_CHANNELS = (*(str(channel) for channel in Channel), MEETING_CHANNEL)
"""How a duty can be met: as a note leaves the house, or declared at a meeting."""


class DutyKind(StrEnum):
    """The duties the program follows."""

    ART7_INITIAL = "art7_initial"
    ART7_ANNUAL = "art7_annual"
    ART3_DESTRUCTION = "art3_destruction"
    ART4_CLEARANCE = "art4_clearance"
    ART3_EXTENSION_REQUEST = "art3_extension_request"
    ART4_EXTENSION_REQUEST = "art4_extension_request"
    MEETING_MILESTONE = "meeting_milestone"


class DutyStatus(StrEnum):
    """How a duty stands on a given day.

    `unrecorded` is a past date of which this register holds no proof either way, `extended` a
    deadline that a later granted one replaced, `unconfirmed` one that rests on a request whose
    grant was not found.
    """

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    UNRECORDED = "unrecorded"
    EXTENDED = "extended"
    UNCONFIRMED = "unconfirmed"
    NOT_APPLICABLE = "not_applicable"


@dataclass(frozen=True, slots=True)
class Step:
    """One line of the working.

    `kind` is rule, trigger, count, result, internal, remark or source.
    """

    kind: str
    text: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty and its computed date.

    `period` tells siblings apart: the year covered, "initial", "extension 1" or a meeting's code.
    `internal_due` is the last working day at the UN Office at Geneva not after `due`.
    `standing` says what the reference data knows: "", "extended", "done" or "unconfirmed", and
    `standing_source` from which paper, `standing_note` what that says of it.
    `closes` is the hour at the addressee, None the end of the day; `zone` is where that clock
    hangs. `provisional` marks a date that rests on earlier meetings until the note arrives.
    """

    state: str
    kind: DutyKind
    article: str
    period: str
    title: str
    due: date
    internal_due: date
    working: tuple[Step, ...] = ()
    standing: str = ""
    standing_source: str = ""
    standing_note: str = ""
    closes: time | None = None
    zone: str = GENEVA
    provisional: bool = False

    @property
    def key(self) -> str:
        """Return what identifies the duty across sessions and releases."""
        return f"{self.state}:{self.kind}:{self.period}"


@dataclass(frozen=True, slots=True)
class DutyRecord:
    """What the officer recorded of a duty: done on a day with its proof, or not applicable.

    `channel` is how it went (a `Channel`, or "meeting" for what was declared there), empty in
    registers older than 2.2; `proof` the number of the note or of the receipt; `proof_name` and
    `proof_sha256` the file that is kept as proof. `follows` is the key of the duty of which it was
    recorded, where this one only follows it.
    """

    key: str
    done_on: date | None = None
    proof: str = ""
    not_applicable: bool = False
    remark: str = ""
    channel: str = ""
    proof_name: str = ""
    proof_sha256: str = ""
    follows: str = ""


@dataclass(frozen=True, slots=True)
class DutyPlan:
    """What the mission decides about a duty: who sees to it, and the hour at the addressee.

    Empty values leave it as it is: nobody named, the end of the day, Geneva.
    """

    key: str
    owner: str = ""
    closes: time | None = None
    zone: str = ""


@dataclass(frozen=True, slots=True)
class TrackedDuty:
    """A duty as it stands on a day.

    `days_left` is counted to the legal date and negative when that is past.
    """

    duty: Duty
    status: DutyStatus
    days_left: int
    record: DutyRecord | None = None
    owner: str = ""
