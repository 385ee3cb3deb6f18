"""Keeps every keystroke of a report, stored soon; what lies between two pauses is one undo."""

import threading
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from ccmdesk.domain.article7 import Report, ReportForm
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.services.desk import Desk
from ccmdesk.ui.shell import Shell

SAVED_AFTER_MILLISECONDS = 250
PAUSE_MILLISECONDS = 2000
# What can be refused for itself while the rest of a form is stored.
_ALONE = ("state", "asked_on", "promised_for", "received_on", "earlier_on")


class ReportKeeper(QObject):
    """Store the newest state of one report, form by form.

    Where one value is refused, such as a day that is still to come, all the rest is stored.
    Signals: `saved` when what was typed is stored, `refused` (letter, InputError) for such a
    value, `failed` (sentence) when nothing could be stored.
    """

    saved = Signal()
    refused = Signal(str, object)
    failed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._newest: Report | None = None
        # What was handed over last, and what the register made of it.
        self._handed: Report | None = None
        self._stored: Report | None = None
        self._under_way = 0
        # Never begun twice in a session, so that undo does not join what lies apart.
        self._turn_number = 1
        # The worker and the window may both come to store; the later one finds nothing to do.
        self._turn = threading.Lock()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SAVED_AFTER_MILLISECONDS)
        self._soon.timeout.connect(self._store_aside)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self.begin_turn)

    @property
    def stored(self) -> Report | None:
        """Return the report as the register holds it."""
        return self._stored

    @property
    def pending(self) -> bool:
        """Tell whether something typed is not stored yet."""
        return self._newest != self._handed

    @property
    def quiet(self) -> bool:
        """Tell whether nothing is to be stored and nothing is being stored."""
        return not (self.pending or self._under_way or self._soon.isActive())

    def open(self, report: Report | None) -> None:
        """Start with a report as it is stored, or let go of it."""
        self._soon.stop()
        self.begin_turn()
        self._newest = self._handed = self._stored = report

    def keep(self, report: Report) -> None:
        """Take what was typed; it is stored soon."""
        self._newest = report
        # Not started anew by each key: who types without a pause is safe as well.
        if not self._soon.isActive():
            self._soon.start()
        self._pause.start()

    def begin_turn(self) -> None:
        """Let what is typed from now on be an undo of its own."""
        self._pause.stop()
        self._turn_number += 1

    def save_now(self) -> bool:
        """Store what was typed before anything else happens; return whether it is stored."""
        self._soon.stop()
        try:
            self._store(self._shell.desk)
        except CcmDeskError as error:
            self._tell(error)
            return False
        self._tell()
        return True

    def _store_aside(self) -> None:
        desk = self._shell.desk
        self._under_way += 1
        self._shell.run(lambda: self._store(desk), lambda _: self._on_done(), self._on_done)

    def _on_done(self, error: Exception | None = None) -> None:
        self._under_way -= 1
        self._tell(error)

    def _store(self, desk: Desk) -> None:
        with self._turn:
            newest, handed, stored = self._newest, self._handed, self._stored
            if newest is None or handed is None or stored is None or newest == handed:
                return
            turn = self._turn_number
            if _head(newest) != _head(handed):
                head = self._save_head(desk, newest, stored, turn)
                stored = replace(head, forms=stored.forms, files=stored.files)
            for form in newest.forms:
                if form != handed.form(form.letter):
                    kept = self._save_form(desk, form, stored, turn)
                    forms = [kept if each.letter == kept.letter else each for each in stored.forms]
                    stored = replace(stored, forms=tuple(forms))
            self._handed, self._stored = newest, stored

    def _save_head(self, desk: Desk, report: Report, stored: Report, turn: int) -> Report:
        try:
            return desk.reports.save_head(_head(report), turn)
        except InputError as error:
            if error.field not in ("first", "last"):
                raise
            self.refused.emit("", error)
            days = replace(_head(report), first=stored.first, last=stored.last)
            return desk.reports.save_head(days, turn)

    def _save_form(self, desk: Desk, form: ReportForm, stored: Report, turn: int) -> ReportForm:
        before = stored.form(form.letter)
        for _ in _ALONE:
            try:
                return desk.reports.save_form(stored.id, form, turn)
            except InputError as error:
                if error.field not in _ALONE:
                    raise
                # The texts are not kept waiting for a day that cannot be.
                self.refused.emit(form.letter, error)
                form = replace(form, **{error.field: getattr(before, error.field)})
        return desk.reports.save_form(stored.id, form, turn)

    def _tell(self, error: Exception | None = None) -> None:
        if isinstance(error, CcmDeskError):
            # No box: it would open again with every key while the disk is full.
            self.failed.emit(error.message)
        elif error is not None:
            self._shell.show_error(error)
        elif not self.pending:
            self.saved.emit()


def _head(report: Report) -> Report:
    return replace(report, forms=(), files=())
