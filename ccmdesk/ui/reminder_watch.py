"""While the window is open: looks each minute for due reminders, and notices a new day."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError, machine_fault
from ccmdesk.system.notifications import Show
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.reminder_words import told_words
from ccmdesk.ui.tasks import Tasks

if TYPE_CHECKING:
    from ccmdesk.domain.reminder_round import Standing
    from ccmdesk.services.desk import Desk
    from ccmdesk.ui.main_window import MainWindow

EVERY_MILLISECONDS = 60_000


@dataclass(frozen=True)
class _Seen:
    """What one look found; `busy` says that another agent was at it."""

    busy: bool
    waiting: "tuple[Standing, ...]"


class ReminderWatch(QObject):
    """Tells what is due on the desktop and in a line of the window.

    `show` puts a notice on the desktop. Signals: `waiting` (count) after each look, with how many
    duties wait for a choice; `looked` after every look, whatever came of it.
    """

    waiting = Signal(int)
    looked = Signal()

    def __init__(self, window: "MainWindow", show: Show) -> None:
        super().__init__(window)
        self._window, self._show = window, show
        # Slow work of a page is not to hold reminders up.
        self._tasks = Tasks(self)
        self._first = True
        self._known: frozenset[int] = frozenset()
        self._said = ""
        self._day: date | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MILLISECONDS)
        self._timer.timeout.connect(self.look)

    def begin(self) -> None:
        """Look now and then each minute; what came up while nobody was there makes no notice."""
        self._first = True
        self._timer.start()
        self.look()

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._tasks.close()

    def look(self) -> None:
        """Look for what is due, aside; does nothing while an earlier look goes on."""
        window = self._window
        if not window.ready or self._tasks.busy:
            return
        desk, first, seen = window.desk, self._first, window.can_be_seen
        self._tasks.run(lambda: _look(desk, self._show, first, seen), self._on_seen, self._on_fault)

    def _on_seen(self, seen: _Seen) -> None:
        self._said = ""
        window = self._window
        if not window.ready:
            return
        known = frozenset(each.id for duty in seen.waiting for each in duty.reminders)
        # The timer's process may have told them; the window says so all the same.
        new = [duty.last for duty in seen.waiting if duty.last.id not in self._known]
        changed, self._known = known != self._known, known
        today = window.desk.clock.today()
        new_day = self._day is not None and today != self._day
        self._day = today
        if new and not self._first:
            window.say(told_words(new, today), tr("Look at it"), lambda: window.go("today"))
        if new_day:
            # What is counted in days is another number now.
            window.data_changed.emit(frozenset({"duties", "meetings", "reminders"}))
        elif changed:
            window.data_changed.emit(frozenset({"reminders"}))
        # Another agent may have been at it; then the next look is the first.
        self._first = self._first and seen.busy
        self.waiting.emit(len(seen.waiting))
        self.looked.emit()

    def _on_fault(self, error: Exception) -> None:
        if isinstance(error, OSError):
            error = machine_fault(error)
        if not isinstance(error, CcmDeskError):
            self._timer.stop()
            self._window.show_error(error)
        elif error.message != self._said:
            # Once, not each minute; nothing is lost, and the next look tries again.
            self._said = error.message
            self._window.say(
                tr("Reminders are looked for again in a minute: {why}", why=error.message)
            )
        self.looked.emit()


def _look(desk: "Desk", show: Show, first: bool, seen: bool) -> _Seen:
    if first:
        # Who opens the window reads there what came up; no pile of notices beside it.
        report = desk.reminders.catch_up()
    else:
        report = desk.reminders.run(show)
        if report.failure and seen:
            report = desk.reminders.catch_up()
    return _Seen(report.busy, tuple(desk.reminders.standing()))
