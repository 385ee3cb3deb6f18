"""Tells what is due, once: by the timer's process or by the window, whichever comes first."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ccmdesk.domain.errors import machine_fault
from ccmdesk.domain.reminder_plan import RAN_AHEAD, Now, planned
from ccmdesk.domain.reminder_round import round_of
from ccmdesk.domain.reminder_words import body_of, is_urgent, title_of
from ccmdesk.domain.reminders import DIGEST, NOTIFICATION, Reminder, ReminderState
from ccmdesk.services.reminder_book import ReminderBook
from ccmdesk.store.reminder_rows import (
    keep_reminders,
    load_reminders,
    load_settings,
    reading,
    writing,
)
from ccmdesk.store.told_journal import note_told, place_of, told_before
from ccmdesk.system.folder_lock import FolderHeldError, FolderLock
from ccmdesk.system.notifications import Notice, NotShownError, Show

# A run that is killed while it tells is made good by one after this time.
_PATIENCE = timedelta(minutes=15)
Place = tuple[str, date, str]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What one run told, or would tell; `busy` says that another agent was at it.

    `failure` is the sentence why the desktop took nothing; all of it then waits.
    """

    shown: tuple[Reminder, ...] = ()
    missed: tuple[Reminder, ...] = ()
    postponed: tuple[Reminder, ...] = ()
    busy: bool = False
    failure: str = ""


class ReminderRounds:
    """Tell what is due; several processes may try at once, and one of them does."""

    def __init__(self, book: ReminderBook) -> None:
        self._book = book
        self._lock = book.folder.reminders_lock
        self._journal = book.folder.reminders_told

    def run(self, show: Show, *, how: str = "") -> RunReport:
        """Tell what is due, once; what cannot be shown now waits for the next run.

        `how` is kept with what was told; by default whether it came alone or in a digest. Raises
        EnvironmentFault where the register is in use, damaged or out of room; nothing is lost then.
        """
        try:
            # Held while something is told, and dropped by the system with whoever holds it.
            with FolderLock(self._lock):
                self._book.plan()
                return self._run(show, how)
        except FolderHeldError:
            return RunReport(busy=True)

    def would_run(self) -> RunReport:
        """Return what a run would tell now; nothing is written."""
        now = self._book.now()
        with reading(self._book.path) as connection:
            known = load_reminders(connection)
            settings, _ = load_settings(connection)
        asked = self._book.asked(now, known)
        changed = planned(asked.duties, known, settings, asked.calendar, now, asked.meetings_end)
        new = {each.place: each for each in changed}
        together = [new.pop(each.place, each) for each in known] + list(new.values())
        found = round_of(together, now.wall, settings, asked.calendar, self._book.on_wall)
        told = self._told_before(found.show, now)
        fresh = tuple(each for each in found.show if each.place not in told)
        return RunReport(fresh, found.missed, found.postponed)

    def _run(self, show: Show, how: str) -> RunReport:
        now = self._book.now()
        with reading(self._book.path) as connection:
            known = load_reminders(connection)
            settings, _ = load_settings(connection)
        found = round_of(known, now.wall, settings, self._book.days, self._book.on_wall)
        due = (*found.show, *found.missed)
        told = self._told_before(due, now)
        self._keep(
            [
                *found.postponed,
                *(_told(each, told[each.place]) for each in due if each.place in told),
            ],
            now,
        )
        fresh = tuple(each for each in found.show if each.place not in told)
        missed = tuple(each for each in found.missed if each.place not in told)
        if not fresh:
            # What was missed before a reminder that was told already counts as told with it.
            return RunReport((), self._mark(missed, now, how or DIGEST), found.postponed)
        return self._tell(fresh, missed, known, now, show, how)

    def _tell(
        self,
        fresh: tuple[Reminder, ...],
        missed: tuple[Reminder, ...],
        known: Sequence[Reminder],
        now: Now,
        show: Show,
        how: str,
    ) -> RunReport:
        waiting = {each.id for each in (*fresh, *missed)}
        before = [each for each in known if each.id in waiting]
        # Written first: where nothing can be written, nothing is told that would be told again.
        self._keep([replace(each, fire_at=now.wall + _PATIENCE) for each in before], now)
        today = now.wall.date()
        try:
            show(
                Notice(
                    title_of(fresh, today),
                    body_of(fresh, len(missed), today, self._book.on_wall),
                    is_urgent(fresh, today),
                    fresh[0].id,
                )
            )
        except NotShownError as error:
            self._keep(before, now)
            return RunReport(failure=str(error))
        how = how or (NOTIFICATION if len(fresh) == 1 else DIGEST)
        shown = [replace(each, state=ReminderState.SHOWN, why="") for each in fresh]
        report = RunReport(self._mark(shown, now, how), self._mark(missed, now, DIGEST))
        try:
            note_told(self._journal, (*fresh, *missed), now.utc)
        except OSError as error:
            raise machine_fault(error, self._journal) from error
        return report

    def _mark(self, told: Sequence[Reminder], now: Now, how: str) -> tuple[Reminder, ...]:
        """Keep that these were told, unless the officer ended them meanwhile."""
        marked = tuple(replace(each, told_at=now.utc, how=how, ahead=False) for each in told)
        self._keep(marked, now)
        return marked

    def _keep(self, changed: Sequence[Reminder], now: Now) -> None:
        if changed:
            with writing(self._book.path) as connection:
                keep_reminders(connection, changed, now.utc, while_pending=True)

    def _told_before(self, due: Sequence[Reminder], now: Now) -> dict[Place, datetime]:
        if not due:
            return {}
        journal = told_before(self._journal)
        found = {}
        for each in due:
            # What a clock told that ran ahead is told again at its moment.
            latest = now.utc if each.ahead else now.utc + RAN_AHEAD
            instants = [
                at
                for at in journal.get(place_of(each), ())
                if at <= latest and not (each.ahead and at == each.told_at)
            ]
            if instants:
                found[each.place] = max(instants)
        return found


def _told(each: Reminder, told_at: datetime) -> Reminder:
    return replace(
        each,
        state=ReminderState.SHOWN,
        told_at=told_at,
        how=NOTIFICATION,
        why="Told before an older copy of the register was put back.",
    )
