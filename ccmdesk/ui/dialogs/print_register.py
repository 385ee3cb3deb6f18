"""Asks in which order and of which year the register is to be printed, or saved as a PDF."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field


@dataclass(frozen=True, slots=True)
class RegisterPaper:
    """Which register is wanted on paper: `order` is "date" or "meeting", no year is every one."""

    order: str
    year: int | None

    @property
    def name(self) -> str:
        """Return what the file is called, without its ending."""
        year = self.year or tr("all years")
        if self.order == "meeting":
            return tr("Register of notes {year} by meeting", year=year)
        return tr("Register of notes {year}", year=year)


class PrintRegisterDialog(Decision):
    """The choice before the register is printed.

    Signals: `printed` or `saved` (RegisterPaper) as the officer decides.
    """

    printed = Signal(object)
    saved = Signal(object)

    def __init__(self, parent: QWidget, years: Sequence[int], year: int | None) -> None:
        super().__init__(
            parent,
            tr("Print the register"),
            tr(
                "It lists every note that has a number, cancelled ones in their place, and ends"
                " with a page of checksums."
            ),
            tr("Print"),
        )
        self.order = choice([("date", tr("By date")), ("meeting", tr("By meeting"))])
        self.year = choice([*((str(each), str(each)) for each in years), ("", tr("Every year"))])
        proposed = year if year is not None else years[0] if years else None
        self.year.setCurrentIndex(max(self.year.findData(str(proposed or "")), 0))
        self.body.addWidget(Field(tr("Order"), self.order, name="order"))
        self.body.addWidget(Field(tr("Year"), self.year, name="year"))
        self.save = button(tr("Save as PDF"), self._save, icon_name="download")
        self.buttons.insertWidget(0, self.save)
        self.accepted.connect(lambda: self.printed.emit(self.paper()))

    def paper(self) -> RegisterPaper:
        """Return what is chosen."""
        year = str(self.year.currentData())
        return RegisterPaper(str(self.order.currentData()), int(year) if year else None)

    def _save(self) -> None:
        paper = self.paper()
        self.reject()
        self.saved.emit(paper)
