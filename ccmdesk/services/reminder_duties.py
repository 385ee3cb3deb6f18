"""The duties that reminders follow, and the days off, read without SQLAlchemy."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Protocol

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.deadlines import DeadlinesService
from ccmdesk.services.quick_book import QuickDutyBook
from ccmdesk.services.reference import calendar
from ccmdesk.store.quick_read import quick_reader
from ccmdesk.system.paths import DataFolder


@dataclass(frozen=True)
class Asked:
    """What the plan needs to know: the duties, and the last day of each meeting by its code."""

    duties: Sequence[TrackedDuty]
    calendar: HolidayCalendar
    meetings_end: Mapping[str, date] = field(default_factory=dict)


class DutySource(Protocol):
    """Where the reminders read what they follow."""

    def asked(self, day: date, until: date) -> Asked:
        """Return the duties as they stand on `day`, with legal dates up to `until`."""
        ...

    def calendar(self) -> HolidayCalendar:
        """Return the days off as they are now."""
        ...


class FollowedDuties:
    """The duties of the mission's State, with the officer's own meetings and days off.

    The sample dossier has none that are followed.
    """

    def __init__(self, folder: DataFolder, clock: Clock) -> None:
        self._folder, self._clock = folder, clock

    def asked(self, day: date, until: date) -> Asked:
        """Return the duties as they stand now, by the clocks of their addressees."""
        book = self._book()
        if book is None or book.profile is None or book.profile.sample:
            return Asked((), calendar() if book is None else book.calendar())
        duties = DeadlinesService(book, self._clock).duties(end=until)
        ends = {each.code: each.end or each.start for each in book.meetings()}
        return Asked(
            duties,
            book.calendar(),
            {code: last for code, last in ends.items() if last is not None},
        )

    def calendar(self) -> HolidayCalendar:
        """Return the days off as they are now."""
        book = self._book()
        return calendar() if book is None else book.calendar()

    def _book(self) -> QuickDutyBook | None:
        with quick_reader(self._folder) as reader:
            return None if reader is None else QuickDutyBook(reader)
