"""The slip that hands a duty up: to whom, with which words; printed, saved or copied."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.escalation import EscalationSlip, slip_text
from ccmdesk.domain.reminder_round import Standing
from ccmdesk.ui.dialogs.note_step import ReasonField, StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import open_choice
from ccmdesk.ui.widgets.field import Field

_TEXT_LINES = 7


class EscalationDialog(StepDialog):
    """What the slip says, seen as it is typed.

    `make` returns the slip for an addressee and a remark. Signals: `copied` (text), `print_wanted`
    and `save_wanted` (slip).
    """

    copied = Signal(str)
    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        duty: Standing,
        today: date,
        names: Sequence[str],
        make: Callable[[str, str], EscalationSlip],
    ) -> None:
        super().__init__(
            parent,
            tr("Hand it up"),
            tr("{duty}, due {day}", duty=duty.title, day=spoken(duty.due)),
            tr("Print…"),
        )
        self.setMinimumWidth(600)
        self.cancel.setText(tr("Close"))
        self._make, self._today = make, today
        self.to = open_choice(names)
        if names:
            self.to.setCurrentText(names[0])
        self.add(
            Field(
                tr("For the attention of"),
                self.to,
                name="to",
                help=tr("The deputy or the ambassador, by name or by office."),
            ),
        )
        self.remark = ReasonField(tr("What is needed (may be left out)"), name="remark")
        self.add(self.remark)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_TEXT_LINES * self.fontMetrics().lineSpacing() + 2 * M)
        self.body.addWidget(Field(tr("The slip"), self.text, name="text"))
        self.copy = button(tr("Copy the text"), self._on_copy, icon_name="copy")
        self.save = button(tr("Save as PDF…"), self._on_save, icon_name="download")
        self.buttons.insertWidget(0, self.copy)
        self.buttons.insertWidget(1, self.save)
        self.setTabOrder(self.text, self.copy)
        self.setTabOrder(self.copy, self.save)
        self.to.currentTextChanged.connect(lambda _: self._show())
        self.remark.text.textChanged.connect(self._show)
        self.take = lambda: self.print_wanted.emit(self.slip())
        self._show()
        self.to.setFocus()

    def slip(self) -> EscalationSlip:
        """Return the slip as typed."""
        return self._make(self.to.currentText(), self.remark.words())

    def _show(self) -> None:
        self.text.setPlainText(slip_text(self.slip(), self._today))

    def _on_copy(self) -> None:
        self.copied.emit(self.text.toPlainText())
        self.copy.setText(tr("Copied"))

    def _on_save(self) -> None:
        self.save_wanted.emit(self.slip())
        self.reject()
