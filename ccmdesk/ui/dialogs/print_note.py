"""Asks on which printer, and how often."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSpinBox, QWidget

from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field


class PrintDialog(Decision):
    """The choice of a printer.

    Signals: `chosen` (printer, copies) when the officer agrees.
    """

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget, name: str, printers: Sequence[str]) -> None:
        super().__init__(parent, tr("Print"), name, tr("Print"))
        self.printer = choice((each, each) for each in printers)
        self.copies = QSpinBox()
        self.copies.setRange(1, 20)
        self.body.addWidget(Field(tr("Printer"), self.printer, name="printer"))
        self.body.addWidget(Field(tr("Copies"), self.copies, name="copies"))
        self.accepted.connect(
            lambda: self.chosen.emit(str(self.printer.currentData()), self.copies.value())
        )
