"""The duties that reminders follow, read without SQLAlchemy."""

from collections.abc import Sequence
from datetime import date

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.services.deadlines import DeadlinesService
from ccmdesk.services.quick_book import QuickDutyBook
from ccmdesk.services.reminder_book import DutySource
from ccmdesk.store.quick_read import quick_reader
from ccmdesk.system.paths import DataFolder


def followed_duties(folder: DataFolder, clock: Clock) -> DutySource:
    """Return what reads the duties of the mission's State; the sample dossier has none."""

    def duties(day: date, until: date) -> Sequence[TrackedDuty]:
        with quick_reader(folder) as reader:
            book = None if reader is None else QuickDutyBook(reader)
        if book is None or book.profile is None or book.profile.sample:
            return ()
        return DeadlinesService(book, clock).duties(end=until, as_of=day)

    return duties
