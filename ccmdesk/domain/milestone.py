"""What a meeting asks of a mission before, during and after it, each with its day."""

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from ccmdesk.domain.duty import GENEVA
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import FIRST_YEAR, LAST_YEAR


class MilestoneKind(StrEnum):
    """The duties that come with a meeting; the delegation note has its own place in the meeting."""

    REGISTRATION = "registration"
    SIDE_EVENT = "side_event"
    CREDENTIALS = "credentials"
    SPEAKERS = "speakers"
    STATEMENT = "statement"
    PAYMENT = "payment"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Milestone:
    """One duty of a meeting.

    Either `due` is a day that a paper names (`as_written` keeps its words, `source` the paper), or
    `days_before` counts back from the opening day (negative: after it) and the day moves with the
    meeting. `closes` is the hour at the addressee, None the end of the day. `id` is 0 until stored.
    """

    meeting_id: int
    kind: MilestoneKind
    title: str
    due: date | None = None
    days_before: int | None = None
    as_written: str = ""
    closes: time | None = None
    zone: str = GENEVA
    source: str = ""
    id: int = 0

    @property
    def relative(self) -> bool:
        """Tell whether the day moves with the meeting."""
        return self.days_before is not None

    def day(self, opens: date | None) -> date | None:
        """Return the day, or None while the meeting a relative one counts from has no day."""
        if self.days_before is None:
            return self.due
        try:
            return None if opens is None else opens - timedelta(days=self.days_before)
        except OverflowError:
            # A meeting at the very end of the calendar has no day after it.
            return None

    def checked(self) -> "Milestone":
        """Return the milestone, or raise InputError naming the field that is wrong."""
        if not self.title.strip():
            raise InputError("Say what is to be done.", "title")
        if (self.due is None) == (self.days_before is None):
            raise InputError(
                "Give either a day or a number of days before the opening, not both.", "due"
            )
        if self.days_before is not None and not -730 <= self.days_before <= 730:
            raise InputError("Give at most 730 days before or after the opening.", "days_before")
        if self.due is not None and not FIRST_YEAR <= self.due.year <= LAST_YEAR:
            raise InputError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.", "due")
        if self.due is not None and not self.source.strip():
            raise InputError("Name the paper that sets the day.", "source")
        return self
