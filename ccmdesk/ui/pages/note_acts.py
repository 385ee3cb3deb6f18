"""What can be done with a note beside editing it: its steps, its copies, how it is handed on."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import NoteLine, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_life import NoteStep, StepKind
from ccmdesk.domain.note_matter import Change
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_hand_off import NoteHandOff
from ccmdesk.ui.note_life_words import step_facts
from ccmdesk.ui.note_printing import NotePrinting
from ccmdesk.ui.note_steps import NoteSteps
from ccmdesk.ui.pages.note_life import usual_step
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.shell import Shell

if TYPE_CHECKING:
    from ccmdesk.ui.pages.note_sealed import NoteSealed


@dataclass(frozen=True, slots=True)
class LifeView:
    """How a note stands: the steps taken, those possible, the usual one, and what changed since.

    `returned` says why a draft was given back, "" where it was not.
    """

    steps: tuple[NoteStep, ...] = ()
    possible: tuple[StepKind, ...] = ()
    usual: StepKind | None = None
    changes: tuple[Change, ...] = ()
    returned: str = ""


class NoteActs(QObject):
    """The steps, the printing and the handing on of the note that is open."""

    def __init__(self, shell: Shell, window: QWidget, output: PaperOutput) -> None:
        super().__init__(window)
        self._shell = shell
        self.steps = NoteSteps(shell, window)
        self.printing = NotePrinting(shell, window)
        self.hand_off = NoteHandOff(shell, window, output)
        self.view = LifeView()

    def look(self, line: NoteLine) -> LifeView:
        """Read how a note stands."""
        desk = self._shell.desk
        steps, possible = tuple(desk.life.steps(line.id)), desk.life.possible(line.id)
        changes: tuple[Change, ...] = ()
        amendable = line.state.sealed and line.state is not NoteState.CANCELLED
        if amendable and RULES[line.kind].lists_delegation:
            try:
                changes = desk.amendments.changes(line.id)
            except RefusedError:
                # Its first note was cancelled: there is nothing to amend.
                changes = ()
        returned = ""
        if line.state is NoteState.DRAFT and steps and steps[-1].kind is StepKind.RETURNED:
            last = steps[-1]
            returned = tr("Returned: {why} ({who})", why=last.reason, who=step_facts(last))
        self.hand_off.note_id = line.id
        self.view = LifeView(steps, possible, usual_step(possible, line.state), changes, returned)
        return self.view

    def serve(self, sealed: "NoteSealed", ready: Callable[[], bool]) -> None:
        """Do what is asked for beside a note that is no draft; `ready` stores what is typed."""
        self.hand_off.ready = ready
        sealed.life.wanted.connect(lambda kind: self.steps.ask(self.hand_off.note_id, kind))
        sealed.life.proof_wanted.connect(self.steps.show_proof)
        sealed.offer(self.hand_off.acts())

    def say_blocked(self, findings: Sequence[Finding]) -> None:
        """Say what stops the issue of a note that cannot be edited where it is."""
        why = " ".join(each.message for each in findings)
        told = tr("It cannot be issued yet; return it to be mended. {why}", why=why)
        self._shell.show_error(RefusedError(told))

    def fill(self, menu: QMenu, export: Callable[[], object]) -> None:
        """Put the forms of handing on into a menu, with a submission that is not the usual step."""
        menu.addAction(tr("Save the PDF…"), export).setObjectName("pdf")
        self.hand_off.fill(menu)
        menu.addSeparator()
        submit = menu.addAction(tr("Submit for approval…"), self._submit)
        submit.setObjectName("submit")

        def show() -> None:
            kind = StepKind.SUBMITTED
            submit.setVisible(kind in self.view.possible and kind is not self.view.usual)

        menu.aboutToShow.connect(show)

    def _submit(self) -> None:
        if self.hand_off.ready():
            self.steps.ask(self.hand_off.note_id, StepKind.SUBMITTED)
