"""A meeting of the Convention and the convening note that invites to it."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.errors import InputError


class MeetingKind(StrEnum):
    """Formal meetings have an ordinal and a decision power; others are named as they are."""

    STATES_PARTIES = "msp"
    REVIEW_CONFERENCE = "rc"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class ConveningNote:
    """What the convening note says that an answer has to repeat.

    `delegation_due_as_written` keeps the sentence of the note, also where its weekday is wrong.
    """

    reference: str = ""
    dated: date | None = None
    sender: str = ""
    addressee: str = ""
    address: tuple[str, ...] = ()
    email: str = ""
    delegation_due: date | None = None
    delegation_due_as_written: str = ""

    @property
    def reply_to(self) -> tuple[str, ...]:
        """Return the address of the answer line by line, the e-mail address last."""
        return (*self.address, self.email) if self.email else self.address


@dataclass(frozen=True, slots=True)
class Meeting:
    """A meeting with its facts; `id` is 0 while it is known from the shipped list only.

    `as_of` is the day on which the source of its facts stood.
    """

    code: str
    name: str
    kind: MeetingKind = MeetingKind.OTHER
    ordinal: int = 0
    start: date | None = None
    end: date | None = None
    city: str = ""
    venue: str = ""
    president: str = ""
    symbol_prefix: str = ""
    website: str = ""
    source: str = ""
    as_of: date | None = None
    convening: ConveningNote = ConveningNote()
    id: int = 0

    @property
    def decides(self) -> bool:
        """Tell whether extension requests can be decided there (Articles 3(5) and 4(7))."""
        return self.kind is not MeetingKind.OTHER

    @property
    def awaits_convening_note(self) -> bool:
        """Tell whether nothing is recorded yet of where the answer to a formal meeting goes."""
        return self.decides and not (self.convening.addressee or self.convening.reply_to)

    @property
    def order(self) -> tuple[date, str]:
        """Return by what meetings are sorted: the opening day, undated ones last."""
        return self.start or date.max, self.code

    def checked(self) -> "Meeting":
        """Return the meeting, or raise InputError naming the field that is wrong."""
        if not self.code.strip():
            raise InputError("Give the meeting a short code, such as 14MSP.", "code")
        if not self.name.strip():
            raise InputError("Give the meeting its full name.", "name")
        if self.start and self.end and self.end < self.start:
            raise InputError("The meeting ends before it starts; correct one of the dates.", "end")
        if self.end and not self.start:
            raise InputError("Give the opening day too, or leave both days empty.", "start")
        return self
