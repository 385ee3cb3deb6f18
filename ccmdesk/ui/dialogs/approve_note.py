"""Dialogs on the way to the seal: submit, approve, return."""

from collections.abc import Sequence

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from ccmdesk.domain.profile import StandIn
from ccmdesk.services.note_life import LifeService
from ccmdesk.ui.dialogs.note_step import ReasonField, StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import approver_words, stand_in_words
from ccmdesk.ui.widgets.choice import choice, open_choice
from ccmdesk.ui.widgets.field import Field


class SubmitDialog(StepDialog):
    """To whom a draft is given; it cannot be edited until it comes back."""

    def __init__(
        self, parent: QWidget, life: LifeService, note_id: int, approvers: Sequence[StandIn]
    ) -> None:
        super().__init__(
            parent,
            tr("Submit for approval"),
            tr(
                "What the note says now is what is approved; it is not edited until it is returned."
            ),
            tr("Submit"),
        )
        self.to: QComboBox | QLineEdit
        if approvers:
            everybody = tr("whoever approves today")
            self.to = choice(
                [*((each.name, approver_words(each)) for each in approvers), ("", everybody)]
            )
            help_words = tr("Those who may approve today, as Settings name them.")
        else:
            self.to = QLineEdit()
            help_words = tr("Settings name nobody who approves today; a name may be left out.")
        self.add(Field(tr("To"), self.to, name="to", help=help_words))
        self.take = lambda: life.submit(note_id, named(self.to))
        self.to.setFocus()


class ApproveDialog(StepDialog):
    """Who approves; a stand-in does so for somebody."""

    def __init__(
        self,
        parent: QWidget,
        life: LifeService,
        note_id: int,
        approvers: Sequence[StandIn],
        proposed: str = "",
    ) -> None:
        super().__init__(
            parent,
            tr("Approve this note"),
            tr("The approval is recorded with name and hour; the next step is the number."),
            tr("Approve"),
        )
        self._approvers = tuple(approvers)
        self.by: QComboBox | QLineEdit
        if approvers:
            self.by = choice((each.name, approver_words(each)) for each in approvers)
            self.by.setCurrentIndex(max(self.by.findData(proposed), 0))
            self.by.currentIndexChanged.connect(lambda _: self._tell())
        else:
            self.by = QLineEdit(proposed)
        self.field = Field(tr("Approved by"), self.by, name="by")
        self.add(self.field)
        self.take = lambda: life.approve(note_id, named(self.by))
        self._tell()
        self.by.setFocus()

    def _tell(self) -> None:
        found = next((each for each in self._approvers if each.name == named(self.by)), None)
        if found is not None:
            self.field.set_help(stand_in_words(found))
        else:
            self.field.set_help(tr("Settings name nobody who approves today; type the name."))


class ReturnDialog(StepDialog):
    """Who gives the note back, and why."""

    def __init__(
        self,
        parent: QWidget,
        life: LifeService,
        note_id: int,
        approvers: Sequence[StandIn],
        proposed: str = "",
    ) -> None:
        super().__init__(
            parent,
            tr("Return this note"),
            tr("It becomes a draft again; the reason stays in its life."),
            tr("Return"),
        )
        self.by = open_choice(each.name for each in approvers)
        self.by.setCurrentText(proposed or (approvers[0].name if approvers else ""))
        self.reason = ReasonField(tr("Reason"))
        self.add(Field(tr("Returned by"), self.by, name="by"), self.reason)
        self.take = lambda: life.return_(note_id, self.by.currentText(), self.reason.words())
        self.reason.text.setFocus()


def named(editor: QComboBox | QLineEdit) -> str:
    """Return the name chosen or typed."""
    if isinstance(editor, QLineEdit):
        return editor.text().strip()
    return str(editor.currentData())
