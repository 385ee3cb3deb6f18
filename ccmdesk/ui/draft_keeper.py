"""Keeps every keystroke of a draft: stored soon after the last key, and at once on leaving."""

import threading

from PySide6.QtCore import QObject, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.note import Draft
from ccmdesk.services.desk import Desk
from ccmdesk.ui.shell import Shell

SAVED_AFTER_MILLISECONDS = 250


class DraftKeeper(QObject):
    """Store the newest draft of one note.

    Signals: `saved` when what was typed is stored, `failed` (sentence) when it could not be.
    """

    saved = Signal()
    failed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._note_id = 0
        self._newest: Draft | None = None
        self._stored: Draft | None = None
        self._under_way = 0
        # The worker and the window may both come to store; the later one finds nothing to do.
        self._turn = threading.Lock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._on_pause)

    @property
    def stored(self) -> Draft | None:
        """Return the draft as the register holds it."""
        return self._stored

    @property
    def pending(self) -> bool:
        """Tell whether something typed is not stored yet."""
        return self._newest != self._stored

    @property
    def quiet(self) -> bool:
        """Tell whether nothing is to be stored and nothing is being stored."""
        return not (self.pending or self._under_way or self._timer.isActive())

    def open(self, note_id: int, draft: Draft) -> None:
        """Start with a note whose stored draft this is."""
        self._timer.stop()
        self._note_id, self._newest, self._stored = note_id, draft, draft

    def close(self) -> None:
        """Let go of the note."""
        self._timer.stop()
        self._note_id, self._newest, self._stored = 0, None, None

    def keep(self, draft: Draft) -> None:
        """Take what was typed; it is stored soon."""
        self._newest = draft
        # Not started anew by each key: who types without a pause is safe as well.
        if not self._timer.isActive():
            self._timer.start()

    def save_now(self) -> bool:
        """Store what was typed before anything else happens; return whether it is stored."""
        self._timer.stop()
        try:
            self._store(self._shell.desk)
        except CcmDeskError as error:
            self._tell(error)
            return False
        self._tell()
        return True

    def _on_pause(self) -> None:
        desk = self._shell.desk
        self._under_way += 1
        self._shell.run(lambda: self._store(desk), lambda _: self._on_done(), self._on_done)

    def _on_done(self, error: Exception | None = None) -> None:
        self._under_way -= 1
        self._tell(error)

    def _store(self, desk: Desk) -> None:
        with self._turn:
            note_id, draft = self._note_id, self._newest
            if draft is not None and draft != self._stored:
                desk.notes.update(note_id, draft)
                self._stored = draft

    def _tell(self, error: Exception | None = None) -> None:
        if isinstance(error, CcmDeskError):
            # No box: it would open again with every key while the disk is full.
            self.failed.emit(error.message)
        elif error is not None:
            self._shell.show_error(error)
        elif not self.pending:
            self.saved.emit()
