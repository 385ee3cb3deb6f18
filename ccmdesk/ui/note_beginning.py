"""How notes begin: by a choice, or from an issued note with one act."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.services.register import NoteFilter
from ccmdesk.ui.dialogs.new_note import NewNoteDialog, NoteChoice, NoteOffer
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell

_ANSWERED = frozenset({NoteState.ISSUED, NoteState.DISPATCHED, NoteState.ACKNOWLEDGED})
_MOST_ISSUED = 200


class NoteBeginning(QObject):
    """Start drafts for a page.

    Signals: `begun` (id) when a draft is there to be opened.
    """

    begun = Signal(int)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window

    def ask(self, meeting_code: str = "", kind: NoteKind = NoteKind.NOMINATION) -> NewNoteDialog:
        """Ask what the note is for, then begin it."""
        desk = self._shell.desk
        profile = desk.profile.get()
        offer = NoteOffer(
            meetings=desk.meetings.all(),
            # Who amends an older one opens it and presses “Amend”.
            issued=desk.register.first(NoteFilter(_ANSWERED, order="changed"), _MOST_ISSUED),
            language=profile.language if profile else "en",
            today=desk.clock.today(),
        )
        dialog = NewNoteDialog(self._window, offer)
        dialog.choose_kind(kind)
        if meeting_code:
            dialog.choose(meeting_code)
        dialog.chosen.connect(self.begin)
        dialog.open()
        return dialog

    def begin(self, choice: NoteChoice) -> None:
        """Begin what was chosen."""
        desk = self._shell.desk
        if choice.answers is not None and RULES[choice.kind].earlier:
            answers = choice.answers
            start = desk.amendments.amend if _amends(choice) else desk.amendments.correct
            self._begin(lambda: self._in_language(start(answers), choice.language))
            return

        def make() -> int:
            code = choice.meeting_code
            meeting = desk.meetings.adopt(code).id if code else None
            return desk.notes.create(choice.kind, meeting, choice.language)

        self._begin(make)

    def amend(self, note_id: int) -> None:
        """Begin the amendment of an issued note's delegation."""
        self._begin(lambda: self._shell.desk.amendments.amend(note_id), tr("Amendment begun"))

    def correct(self, note_id: int) -> None:
        """Begin the correction of an issued note."""
        self._begin(lambda: self._shell.desk.amendments.correct(note_id), tr("Correction begun"))

    def copy(self, note_id: int) -> None:
        """Begin a new note that says what this one says."""
        self._begin(lambda: self._shell.desk.amendments.copy(note_id), tr("Copy begun"))

    def _in_language(self, note_id: int, language: str) -> int:
        notes = self._shell.desk.notes
        draft = notes.draft(note_id)
        if draft.language != language:
            # Who was addressed in one language is followed anew in another.
            courtesy = "" if draft.courtesy == language else draft.courtesy
            changed = replace(draft, language=language, addressee=None, courtesy=courtesy)
            notes.update(note_id, changed)
        return note_id

    def _begin(self, make: Callable[[], int], said: str = "") -> None:
        made: list[int] = []
        if self._shell.attempt(lambda: made.append(make())):
            self.begun.emit(made[0])
            if said:
                self._shell.said_with_undo(said)


def _amends(choice: NoteChoice) -> bool:
    return choice.kind is NoteKind.AMENDMENT
