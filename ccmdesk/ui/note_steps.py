"""Takes a note from step to step: opens the dialog of a step and records what it says."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from ccmdesk.domain.finding import blocking
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_life import Channel, NoteStep, Proof, StepKind
from ccmdesk.services.note_hand_off import addresses
from ccmdesk.ui.dialogs.approve_note import ApproveDialog, ReturnDialog, SubmitDialog
from ccmdesk.ui.dialogs.dispatch_note import AcknowledgeDialog, CancelDialog, DispatchDialog
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.printing import copy_to_open, open_in_viewer, safe_name
from ccmdesk.ui.shell import Shell

_SAID = {
    StepKind.SUBMITTED: "Submitted for approval",
    StepKind.APPROVED: "Approved",
    StepKind.RETURNED: "Returned; it can be edited again",
    StepKind.DISPATCHED: "Dispatch recorded",
    StepKind.ACKNOWLEDGED: "Acknowledgement recorded",
    StepKind.CANCELLED: "Note cancelled; its number stays",
}


class NoteSteps(QObject):
    """The dialogs of the steps, except the issue.

    Signals: `taken` (note id) once a step is recorded.
    """

    taken = Signal(int)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window

    def ask(self, note_id: int, kind: StepKind) -> StepDialog:
        """Open the dialog of a step."""
        dialog = self._dialogs()[kind](note_id)
        dialog.taken.connect(lambda: self._on_taken(note_id, kind))
        dialog.open()
        return dialog

    def show_proof(self, step: NoteStep) -> None:
        """Open the file that proves a step in the system's own program."""
        desk, folder = self._shell.desk, self._shell.folder.root

        def work() -> Proof:
            return desk.life.proof(step.id)

        def done(proof: Proof) -> None:
            path = copy_to_open(folder, safe_name(proof.name), proof.data)
            if not open_in_viewer(path):
                self._shell.say(tr("The proof is at {path}", path=path))

        self._shell.run(work, done)

    def _dialogs(self) -> dict[StepKind, Callable[[int], StepDialog]]:
        desk, window = self._shell.desk, self._window
        life, now = desk.life, desk.clock.now()

        def submit(note_id: int) -> StepDialog:
            dialog = SubmitDialog(window, life, note_id, life.approvers())
            count = len(blocking(desk.notes.check(note_id)))
            if count:
                dialog.notice.say(
                    tr("1 finding would stop the issue of this note.")
                    if count == 1
                    else tr("{count} findings would stop the issue of this note.", count=count)
                )
            return dialog

        def approve(note_id: int) -> StepDialog:
            return ApproveDialog(window, life, note_id, life.approvers(), self._asked(note_id))

        def give_back(note_id: int) -> StepDialog:
            return ReturnDialog(window, life, note_id, life.approvers(), self._asked(note_id))

        def dispatch(note_id: int) -> StepDialog:
            recipients = _recipients(desk.notes.content(note_id))
            return DispatchDialog(window, life, note_id, now, recipients)

        def cancel(note_id: int) -> StepDialog:
            return CancelDialog(window, life, note_id, desk.notes.line(note_id).number)

        return {
            StepKind.SUBMITTED: submit,
            StepKind.APPROVED: approve,
            StepKind.RETURNED: give_back,
            StepKind.DISPATCHED: dispatch,
            StepKind.ACKNOWLEDGED: lambda each: AcknowledgeDialog(window, life, each, now),
            StepKind.CANCELLED: cancel,
        }

    def _asked(self, note_id: int) -> str:
        """Return to whom the note was submitted last."""
        steps = self._shell.desk.life.steps(note_id)
        names = [step.recipient for step in steps if step.kind is StepKind.SUBMITTED]
        return names[-1] if names else ""

    def _on_taken(self, note_id: int, kind: StepKind) -> None:
        self._shell.say(tr(_SAID[kind]))
        self.taken.emit(note_id)


def _recipients(content: NoteContent) -> dict[Channel, str]:
    """Return whom each channel most likely goes to: the addressee, or their e-mail address."""
    office = content.addressee
    found = dict.fromkeys(Channel, office)
    found[Channel.EMAIL] = ", ".join(addresses(content)) or office
    return found
