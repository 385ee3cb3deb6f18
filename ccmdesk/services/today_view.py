"""What the first page of the window shows; the page needs this alone, not what computed it."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note_line import NoteLine

if TYPE_CHECKING:
    from ccmdesk.domain.reminder_round import Digest, Standing


@dataclass(frozen=True, slots=True)
class TodayView:
    """How things stand on `today`.

    `deadlines` are the duties that are open or overdue, in the order of their legal dates, `notes`
    the drafts and then the issued notes last changed, `meetings` those of the next twelve months.
    `waiting` are the duties of which the officer was told and has not chosen yet, `missed` what
    came up while nobody was there, None where there is nothing to say.
    """

    today: date
    state_name: str
    mission_name: str
    language: str
    sample: bool
    deadlines: tuple[TrackedDuty, ...]
    notes: tuple[NoteLine, ...]
    meetings: tuple[Meeting, ...]
    waiting: "tuple[Standing, ...]" = ()
    missed: "Digest | None" = None

    @property
    def overdue(self) -> int:
        """Return how many duties are overdue."""
        return sum(each.status is DutyStatus.OVERDUE for each in self.deadlines)
