"""Sets the paper anew while the officer types: after a pause, aside, the newest text only."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.services.desk import Desk
from ccmdesk.services.note_texts import NoteTexts, note_texts
from ccmdesk.ui.shell import Shell

PAUSE_MILLISECONDS = 120
# Who types without a pause sees the paper at least this often.
PATIENCE_MILLISECONDS = 480


@dataclass(frozen=True, slots=True)
class Set:
    """A paper that was set, what the linter says of it, and what the form follows now.

    Where the paper cannot be set `pdf` is empty and `fault` says why.
    """

    content: NoteContent
    texts: NoteTexts
    findings: tuple[Finding, ...]
    pdf: bytes = b""
    fault: str = ""


class LivePreview(QObject):
    """Set papers of drafts on the worker, one at a time.

    Signals: `ready` (Set) with the newest paper, `failed` (sentence) where it cannot be set.
    """

    ready = Signal(object)
    failed = Signal(str)

    def __init__(self, shell: Shell, newest: Callable[[], Draft], parent: QObject) -> None:
        super().__init__(parent)
        self._shell, self._newest = shell, newest
        self._asked = 0
        self._under_way = self._again = False
        self._pause, self._patience = QTimer(self), QTimer(self)
        for timer, milliseconds in (
            (self._pause, PAUSE_MILLISECONDS),
            (self._patience, PATIENCE_MILLISECONDS),
        ):
            timer.setSingleShot(True)
            timer.setInterval(milliseconds)
            timer.timeout.connect(self.set_now)

    def ask(self) -> None:
        """Set the paper after a pause in typing."""
        self._pause.start()
        if not self._patience.isActive():
            self._patience.start()

    def stop(self) -> None:
        """Forget what is asked for and drop what is under way."""
        self._pause.stop()
        self._patience.stop()
        self._again = False
        self._asked += 1

    @property
    def idle(self) -> bool:
        """Tell whether the paper shown is the newest."""
        return not (self._under_way or self._pause.isActive() or self._again)

    def set_now(self) -> None:
        """Set the newest draft as soon as the worker is free."""
        self._pause.stop()
        self._patience.stop()
        if self._under_way:
            self._again = True
            return
        self._under_way, self._again = True, False
        number, draft, desk = self._asked, self._newest(), self._shell.desk
        self._shell.run(
            lambda: _set(desk, draft),
            lambda result: self._on_set(number, result),
            lambda error: self._on_fault(number, error),
        )

    def _on_set(self, number: int, result: Set) -> None:
        self._under_way = False
        if number == self._asked:
            self.ready.emit(result)
        if self._again:
            self.set_now()

    def _on_fault(self, number: int, error: Exception) -> None:
        self._under_way = False
        if not isinstance(error, CcmDeskError):
            self._shell.show_error(error)
        elif number == self._asked:
            # No box: it would be in the way of the next key.
            self.failed.emit(error.message)
        if self._again:
            self.set_now()


def _set(desk: Desk, draft: Draft) -> Set:
    notes = desk.notes
    content = notes.compose(draft)
    texts = note_texts(content)
    findings = tuple(notes.findings(content))
    try:
        return Set(content, texts, findings, pdf=notes.preview(content))
    except CcmDeskError as error:
        # What the linter says of it is wanted all the more.
        return Set(content, texts, findings, fault=error.message)
