"""What a reminder is: its rung on the ladder, its state, and how an officer ends it."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from ccmdesk.domain.duty import Duty, DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.errors import InputError

LONGEST_LEAD = 730
_FAR_EARLIER = timedelta(days=7)
OVERDUE, SNOOZE, AGAIN = "overdue", "snooze", "again"
NOTIFICATION, DIGEST, WINDOW = "notification", "digest", "window"
"""By which way the officer was told."""


class ReminderState(StrEnum):
    """Where a reminder stands.

    `shown` and `missed` wait for the officer's choice; a missed one was not shown at its moment,
    and a later one, or the page of what happened meanwhile, spoke for it.
    """

    PENDING = "pending"
    SHOWN = "shown"
    ACKNOWLEDGED = "acknowledged"
    SKIPPED = "skipped"
    MISSED = "missed"


class Choice(StrEnum):
    """How the officer ended a reminder."""

    DONE = "done"
    SNOOZED = "snoozed"
    NOT_OURS = "not_ours"


@dataclass(frozen=True, slots=True)
class Reminder:
    """One rung of a duty's ladder.

    `at` is its moment and `fire_at` the moment from which it may be shown, both by the clock on
    the wall, so that nine o'clock stays nine o'clock wherever the workstation is. `told_at` is the
    instant in UTC at which the officer was told. `why` is the reason of the present state, and
    `ahead` says that the officer was told by a clock that was then set back before `at`.
    `closes_at` is the instant in UTC after which the duty is late at the addressee.
    """

    duty_key: str
    title: str
    due: date
    internal_due: date
    rung: str
    at: datetime
    fire_at: datetime
    state: ReminderState = ReminderState.PENDING
    why: str = ""
    choice: Choice | None = None
    until: date | None = None
    told_at: datetime | None = None
    how: str = ""
    ahead: bool = False
    looked_at: datetime | None = None
    closes_at: datetime | None = None
    id: int = 0

    @property
    def place(self) -> tuple[str, date, str]:
        """Return what tells the reminder from every other."""
        return self.duty_key, self.due, self.rung

    @property
    def waits(self) -> bool:
        """Tell whether the officer was told and has not chosen yet."""
        return self.state in (ReminderState.SHOWN, ReminderState.MISSED)


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One change of a reminder; `at` is in UTC."""

    reminder_id: int
    rung: str
    due: date
    at: datetime
    was: str
    became: str
    why: str


DEFAULT_LADDERS: Mapping[DutyKind, tuple[int, ...]] = {
    DutyKind.ART7_INITIAL: (90, 60, 30, 14, 7, 3, 1, 0),
    DutyKind.ART7_ANNUAL: (120, 90, 60, 30, 14, 7, 3, 1, 0),
    DutyKind.ART3_DESTRUCTION: (180, 120, 90, 60, 30, 14, 7, 3, 1, 0),
    DutyKind.ART4_CLEARANCE: (180, 120, 90, 60, 30, 14, 7, 3, 1, 0),
    DutyKind.ART3_EXTENSION_REQUEST: (180, 120, 90, 60, 30, 14, 7, 3, 1, 0),
    DutyKind.ART4_EXTENSION_REQUEST: (180, 120, 90, 60, 30, 14, 7, 3, 1, 0),
    DutyKind.MEETING_MILESTONE: (30, 14, 7, 3, 1, 0),
}


@dataclass(frozen=True, slots=True)
class ReminderSettings:
    """When reminders come: the days before the legal date, by kind, and the preferred hours.

    The day itself is a rung of every ladder, and an overdue duty is named each working day; neither
    can be switched off.
    """

    opens: time = time(9)
    closes: time = time(18)
    ladders: Mapping[DutyKind, tuple[int, ...]] = field(
        default_factory=lambda: dict(DEFAULT_LADDERS)
    )

    def ladder(self, kind: DutyKind) -> tuple[int, ...]:
        """Return the lead times of a kind in days, the longest first."""
        return self.ladders.get(kind, DEFAULT_LADDERS.get(kind, (30, 14, 7, 3, 1, 0)))


def checked(settings: ReminderSettings) -> ReminderSettings:
    """Return the settings in order, each ladder from the longest lead time to the day itself.

    Raises InputError for hours that end before they begin and lead times outside 0 to 730 days.
    """
    if settings.closes <= settings.opens:
        raise InputError("The hours end before they begin; change one of them.", "closes")
    ladders = {}
    for kind in DutyKind:
        leads = {*settings.ladder(kind), 0}
        wrong = sorted(lead for lead in leads if not 0 <= lead <= LONGEST_LEAD)
        if wrong:
            raise InputError(
                f"{wrong[0]} days before the date cannot be kept; give days from 0 to"
                f" {LONGEST_LEAD}.",
                str(kind),
            )
        ladders[kind] = tuple(sorted(leads, reverse=True))
    return replace(settings, ladders=ladders)


def rung_day(duty: Duty, lead: int) -> date:
    """Return the day of a rung, days off not looked at.

    Lead times count back from the legal date; where the internal date is more than a week earlier,
    since the meeting opens before the day that its paper names, they count back from that.
    """
    early = lead > 0 and duty.due - duty.internal_due > _FAR_EARLIER
    return (duty.internal_due if early else duty.due) - timedelta(days=lead)


def rung_of(lead: int) -> str:
    """Return the name of a rung by its days before the legal date: "T-30", "T-0"."""
    return f"T-{lead}"


def overdue_rung(day: date) -> str:
    """Return the name of the rung that names an overdue duty on `day`."""
    return f"{OVERDUE} {day.isoformat()}"


def snooze_rung(day: date) -> str:
    """Return the name of the rung that a snooze until `day` makes."""
    return f"{SNOOZE} {day.isoformat()}"


def again_rung(ended: Reminder) -> str:
    """Return the name of the rung that names a duty whose end was taken back."""
    return f"{AGAIN} {ended.id}"


def is_followed(tracked: TrackedDuty) -> bool:
    """Tell whether a duty is still to be met, so that its reminders come.

    What is recorded counts even where the clock, set back, has not come to its day yet.
    """
    record = tracked.record
    if record is not None and (record.not_applicable or record.done_on is not None):
        return False
    if tracked.status is DutyStatus.UNCONFIRMED:
        return tracked.days_left >= 0
    return tracked.status in (DutyStatus.OPEN, DutyStatus.OVERDUE)
