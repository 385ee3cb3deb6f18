"""Keeps every keystroke of a draft, stored soon; each pause in typing is a version of its own."""

import threading

from PySide6.QtCore import QElapsedTimer, QObject, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.note import Draft
from ccmdesk.services.desk import Desk
from ccmdesk.ui.shell import Shell

SAVED_AFTER_MILLISECONDS = 250
PAUSE_MILLISECONDS = 2000
_BETWEEN_KEYS_MILLISECONDS, _PUT_OFF_MILLISECONDS = 150, 120


class DraftKeeper(QObject):
    """Store the newest draft of one note.

    What was typed between two pauses is one version and one step of undo.

    Signals: `saved` when what was typed is stored, `kept` when it became a version, `failed`
    (sentence) when it could not be stored.
    """

    saved = Signal()
    kept = Signal()
    failed = Signal(str)

    def __init__(self, shell: Shell, parent: QObject) -> None:
        super().__init__(parent)
        self._shell = shell
        self._since_key = QElapsedTimer()
        self._since_key.start()
        self._note_id = 0
        self._newest: Draft | None = None
        self._stored: Draft | None = None
        self._under_way = 0
        self._due = self._version_due = self._began_with_version = False
        # Never begun twice in a session, so that undo does not join what lies apart.
        self._turn_number = 0
        # The worker and the window may both come to store; the later one finds nothing to do.
        self._turn = threading.Lock()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SAVED_AFTER_MILLISECONDS)
        self._timer.timeout.connect(self._on_soon)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MILLISECONDS)
        self._pause.timeout.connect(self._on_pause)

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
        self._stop()
        self._note_id, self._newest, self._stored = note_id, draft, draft

    def close(self) -> None:
        """Let go of the note."""
        self._stop()
        self._note_id, self._newest, self._stored = 0, None, None

    def keep(self, draft: Draft) -> None:
        """Take what was typed; it is stored soon."""
        self._newest = draft
        # Not started anew by each key: who types without a pause is safe as well.
        if not self._timer.isActive():
            self._timer.start()
        self._since_key.restart()
        self._version_due = True
        self._pause.start()

    def save_now(self) -> bool:
        """Store what was typed before anything else happens; return whether it is stored."""
        self._timer.stop()
        self._timer.setInterval(SAVED_AFTER_MILLISECONDS)
        self._due = False
        try:
            self._store(self._shell.desk)
        except CcmDeskError as error:
            self._tell(error)
            return False
        self._tell()
        return True

    def keep_version(self) -> None:
        """Make what is stored a version now, where anything was typed since the last one."""
        self._pause.stop()
        if not self._version_due or self.pending:
            return
        self._version_due = False
        desk, note_id = self._shell.desk, self._note_id
        self._turn_number += 1
        try:
            desk.versions.keep(note_id)
        except CcmDeskError as error:
            self._tell(error)
        else:
            self.kept.emit()

    def _stop(self) -> None:
        self._timer.stop()
        self._timer.setInterval(SAVED_AFTER_MILLISECONDS)
        self._due = False
        self._pause.stop()
        self._version_due = self._began_with_version = False
        self._turn_number += 1

    def _on_pause(self) -> None:
        if self.pending or self._under_way:
            self._pause.start()
            return
        self._version_due = False
        self._turn_number += 1
        desk, note_id = self._shell.desk, self._note_id
        self._shell.run(lambda: desk.versions.keep(note_id), lambda _: self.kept.emit(), self._tell)

    def _on_soon(self) -> None:
        if not self._due and self._since_key.elapsed() < _BETWEEN_KEYS_MILLISECONDS:
            # Typing goes on: better right after the next paper than beside it.
            self._due = True
            self._timer.start(_PUT_OFF_MILLISECONDS)
            return
        self._store_aside()

    def paper_shown(self) -> None:
        """Use the moment after a paper was shown to store what is due."""
        if self._due:
            self._store_aside()

    def _store_aside(self) -> None:
        self._timer.stop()
        self._timer.setInterval(SAVED_AFTER_MILLISECONDS)
        self._due = False
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
                if not self._began_with_version:
                    # What stood there before the first key can be compared and taken up again.
                    desk.versions.keep(note_id)
                    self._began_with_version = True
                desk.notes.update(note_id, draft, self._turn_number)
                self._stored = draft

    def _tell(self, error: Exception | None = None) -> None:
        if isinstance(error, CcmDeskError):
            # No box: it would open again with every key while the disk is full.
            self.failed.emit(error.message)
        elif error is not None:
            self._shell.show_error(error)
        elif not self.pending:
            self.saved.emit()
