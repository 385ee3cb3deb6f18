"""What the window shows first: how things stand today; needs neither SQLAlchemy nor ReportLab."""

from datetime import date, datetime
from pathlib import Path

from ccmdesk.domain.addressee_day import day_at
from ccmdesk.domain.clock import Clock
from ccmdesk.domain.dates import add_months
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.reminder_round import digest_of, standing
from ccmdesk.domain.reminders import is_followed
from ccmdesk.services.deadlines import DeadlinesService
from ccmdesk.services.quick_book import QuickDutyBook
from ccmdesk.services.today_view import TodayView
from ccmdesk.store.quick_read import quick_reader
from ccmdesk.store.reminder_rows import load_waiting, reading
from ccmdesk.system.paths import DataFolder

__all__ = ["TodayView", "first_look"]

_MOST_NOTES = 12
_MONTHS_AHEAD = 12


def first_look(data_dir: Path, clock: Clock) -> TodayView | None:
    """Return how things stand, or None before a mission was set up in the folder.

    Raises EnvironmentFault where the register cannot be read.
    """
    with quick_reader(DataFolder(data_dir)) as reader:
        if reader is None:
            return None
        book = QuickDutyBook(reader)
        notes = reader.notes(_MOST_NOTES)
    profile = book.profile
    if profile is None:
        return None
    today = clock.today()
    duties = DeadlinesService(book, clock).duties()
    there = day_at(clock.now())
    # What was decided since the last plan counts at once, whatever the plan still says.
    ended = {each.duty.key for each in duties if not is_followed(each)}
    with reading(DataFolder(data_dir).database) as connection:
        told = [each for each in load_waiting(connection) if each.duty_key not in ended]
    return TodayView(
        today=today,
        state_name=profile.state_name,
        mission_name=profile.mission,
        language=profile.language,
        sample=profile.sample,
        deadlines=tuple(filter(_is_pending, duties)),
        notes=notes,
        meetings=tuple(meeting for meeting in book.meetings() if _is_ahead(meeting, today)),
        waiting=tuple(standing(told, there)),
        missed=digest_of(told, there, _on_wall) or None,
    )


def _on_wall(instant: datetime) -> datetime:
    return instant.astimezone().replace(tzinfo=None)


def _is_pending(tracked: TrackedDuty) -> bool:
    if tracked.status is DutyStatus.UNCONFIRMED:
        return tracked.days_left >= 0
    return tracked.status in (DutyStatus.OPEN, DutyStatus.OVERDUE)


def _is_ahead(meeting: Meeting, today: date) -> bool:
    if meeting.start is None:
        return False
    last = meeting.end or meeting.start
    return last >= today and meeting.start <= add_months(today, _MONTHS_AHEAD)
