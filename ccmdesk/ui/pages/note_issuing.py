"""Issues a draft: asks once, says what blocks it, takes the number."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ccmdesk.domain.finding import Finding, blocking
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.services.desk import Desk
from ccmdesk.ui.dialogs.issue_note import IssueNoteDialog, Numbering
from ccmdesk.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class _Asked:
    content: NoteContent
    findings: Sequence[Finding]
    number: str
    draft: Draft
    series: tuple[str, ...]


class NoteIssuing(QObject):
    """Carry a draft over into the register.

    Signals: `found` (findings) with what the linter says at this moment, `blocked` when it stops
    the issue, `begun` when the number is about to be taken, `issued` (NoteLine), `refused`
    (error).
    """

    found = Signal(object)
    blocked = Signal()
    begun = Signal()
    issued = Signal(object)
    refused = Signal(object)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self._note_id = 0
        self.under_way = False

    def ask(self, note_id: int, draft: Draft) -> None:
        """Ask whether to issue a note whose draft is stored, or say what blocks it."""
        if self.under_way:
            return
        self._note_id = note_id
        desk = self._shell.desk
        self._shell.run(lambda: _asked(desk, draft), lambda asked: self._on_asked(note_id, asked))

    def forget(self) -> None:
        """Let go of the note: what comes back about it is not asked any more."""
        self._note_id = 0

    def issue(
        self, note_id: int, dated: date, number: str | None = None, series: str | None = None
    ) -> None:
        """Issue a note under the date that was shown in the question.

        `number` and `series` stand over those of the draft where they were chosen there.
        """
        if self.under_way:
            return
        self.under_way = True
        self.begun.emit()
        desk = self._shell.desk
        # The day shown in the question counts, also when midnight passes over it.
        self._shell.run(
            lambda: desk.notes.issue(note_id, dated, number=number, series=series),
            self._on_issued,
            self._on_refused,
        )

    def _on_asked(self, note_id: int, asked: _Asked) -> None:
        if note_id != self._note_id:
            return
        self.found.emit(asked.findings)
        if blocking(list(asked.findings)):
            self.blocked.emit()
            return
        dated = asked.content.dated
        numbering = Numbering(
            asked.draft,
            asked.series,
            lambda typed, series: _number(self._shell.desk, typed, dated, series),
        )
        dialog = IssueNoteDialog(
            self._window, asked.number, asked.content, asked.findings, numbering
        )
        dialog.accepted.connect(lambda: self.issue(note_id, dated, *dialog.chosen()))
        dialog.open()

    def _on_issued(self, line: object) -> None:
        self.under_way = False
        self.issued.emit(line)

    def _on_refused(self, error: Exception) -> None:
        self.under_way = False
        self.refused.emit(error)


def _asked(desk: Desk, draft: Draft) -> _Asked:
    content = desk.notes.compose(draft)
    number = _number(desk, draft.number, content.dated, draft.series)
    series = tuple(each.name for each in desk.profile.required().series)
    return _Asked(content, desk.notes.findings(content), number, draft, series)


def _number(desk: Desk, typed: str | None, dated: date, series: str) -> str:
    number = (typed or "").strip()
    if not number:
        return desk.notes.next_number(dated, series)
    desk.notes.refuse_taken(number)
    return number
