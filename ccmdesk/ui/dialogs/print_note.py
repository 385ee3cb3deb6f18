"""Asks on which printer, and how often; of a note, how many originals and copies of each kind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from ccmdesk.services.note_hand_off import PaperKind
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.text import label

VIEWER = "\0viewer"
SYSTEM = "\0system"
"""Beside the printers: open the paper in the viewer, or the system's own print dialog."""
_MOST = 20
_KINDS = {
    PaperKind.ORIGINAL: "Original",
    PaperKind.COURTESY: "Courtesy copy",
    PaperKind.CHRONO: "Chronological file copy",
    PaperKind.FILE: "File copy",
}


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """What is to be printed: on which printer, how many of each kind."""

    printer: str
    counts: Mapping[PaperKind, int]
    preprinted: bool = False


class PrintDialog(Decision):
    """The choice of a printer.

    Signals: `chosen` (printer, copies) when the officer agrees.
    """

    chosen = Signal(str, int)

    def __init__(self, parent: QWidget, name: str, printers: Sequence[str]) -> None:
        super().__init__(parent, tr("Print"), name, tr("Print"))
        self.printer = choice((each, each) for each in printers)
        self.copies = _counter(1)
        self.copies.setMinimum(1)
        self.body.addWidget(Field(tr("Printer"), self.printer, name="printer"))
        self.body.addWidget(Field(tr("Copies"), self.copies, name="copies"))
        self.accepted.connect(
            lambda: self.chosen.emit(str(self.printer.currentData()), self.copies.value())
        )


class PrintNoteDialog(Decision):
    """Originals and copies of a note; the original of an issued one is the sealed file.

    Signals: `ordered` (PrintOrder) when the officer agrees.
    """

    ordered = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        name: str,
        printers: Sequence[str],
        *,
        sealed: bool,
        preprinted: bool,
    ) -> None:
        super().__init__(parent, tr("Print"), name, tr("Print"))
        self.setMinimumWidth(480)
        others = [
            (SYSTEM, tr("The print dialog of your system…")),
            (VIEWER, tr("The viewer of your system…")),
        ]
        if not printers:
            # Without a printer known here the viewer most likely knows one.
            others.reverse()
        self.printer = choice([*((each, each) for each in printers), *others])
        self.body.addWidget(Field(tr("Printer"), self.printer, name="printer"))
        self.counts: dict[PaperKind, QSpinBox] = {}
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(0, 1)
        for row, kind in enumerate(PaperKind):
            words = tr(_KINDS[kind]) if sealed or row else tr("Draft")
            caption = label(words)
            counter = _counter(0 if row else 1)
            counter.setAccessibleName(words)
            caption.setBuddy(counter)
            grid.addWidget(caption, row, 0)
            grid.addWidget(counter, row, 1)
            counter.valueChanged.connect(lambda _: self._tell())
            self.counts[kind] = counter
        self.body.addLayout(grid)
        # A layout for printed paper leaves the letterhead out already.
        self.preprinted = QCheckBox(tr("On paper with a printed letterhead"))
        self.preprinted.setVisible(not preprinted)
        self.preprinted.toggled.connect(lambda _: self._tell())
        self.body.addWidget(self.preprinted)
        self.help = label("", "small", wrap=True)
        self.body.addWidget(self.help)
        self._sealed = sealed
        self.printer.currentIndexChanged.connect(lambda _: self._tell())
        self.accepted.connect(lambda: self.ordered.emit(self.order()))
        self._tell()
        self.printer.setFocus()

    def order(self) -> PrintOrder:
        """Return what is asked for."""
        counts = {kind: each.value() for kind, each in self.counts.items() if each.value()}
        return PrintOrder(
            str(self.printer.currentData()), counts, preprinted=self.preprinted.isChecked()
        )

    def _tell(self) -> None:
        order = self.order()
        self.yes.setEnabled(bool(order.counts))
        if not order.counts:
            words = tr("Say how many sheets of which kind.")
        elif order.printer in (SYSTEM, VIEWER):
            words = tr("Each kind opens by itself; set the number of copies there.")
        elif order.preprinted:
            words = tr("The letterhead is left to the paper; everything else is as sealed.")
        elif self._sealed:
            words = tr("The original is the sealed file, byte for byte; copies bear their mark.")
        else:
            words = tr("Every sheet is marked as a draft.")
        self.help.setText(words)


def _counter(value: int) -> QSpinBox:
    counter = QSpinBox()
    counter.setRange(0, _MOST)
    counter.setValue(value)
    counter.setMinimumWidth(72)
    return counter
