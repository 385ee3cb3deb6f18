"""Under which number and in which register a note is issued."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ccmdesk.domain.note import Draft
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field

_TYPED = "typed"
_NEXT = "next:"


class NoteNumber(Field):
    """A choice of the registers, and a line where the number is typed instead.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self) -> None:
        self.source = choice([(_NEXT, tr("The next one"))])
        super().__init__(tr("Number"), self.source, name="number")
        self._showing = False
        self._series: tuple[str, ...] = ()
        self._last = ""
        self.number = QLineEdit()
        self.number.setAccessibleName(tr("Number as in the paper register"))
        self.number.setPlaceholderText(tr("as in the paper register"))
        column = self.layout()
        assert column is not None
        column.addWidget(self.number)
        self.source.currentIndexChanged.connect(lambda _: self._on_typed())
        self.number.textEdited.connect(lambda _: self._on_typed())

    def offer(self, series: Sequence[str]) -> None:
        """Offer the further registers of the mission beside the main one."""
        if tuple(series) == self._series and self.source.count() > 1:
            return
        self._series = tuple(series)
        self.source.blockSignals(True)
        self.source.clear()
        self.source.addItem(tr("The next one") if not series else tr("Next, main register"), _NEXT)
        for name in series:
            self.source.addItem(tr("Next, {register}", register=name), _NEXT + name)
        self.source.addItem(tr("Typed by hand"), _TYPED)
        self.source.blockSignals(False)

    def show_draft(self, draft: Draft) -> None:
        """Show what a draft decides, without a signal."""
        self._showing = True
        self._last = draft.series
        wanted = _NEXT + draft.series if draft.number is None else _TYPED
        self.source.setCurrentIndex(max(self.source.findData(wanted), 0))
        if (draft.number or "") != self.number.text():
            self.number.setText(draft.number or "")
        self.number.setVisible(draft.number is not None)
        self._showing = False

    @property
    def by_hand(self) -> bool:
        """Tell whether the number is typed."""
        return bool(self.source.currentData() == _TYPED)

    def chosen(self) -> tuple[str | None, str]:
        """Return the typed number, or None, and the name of the register."""
        if self.by_hand:
            return self.number.text().strip(), self._last
        return None, str(self.source.currentData() or _NEXT).removeprefix(_NEXT)

    def first(self) -> QWidget:
        """Return where the number is decided."""
        return self.number if self.by_hand else self.source

    def tell_next(self, number: str) -> None:
        """Say which number the note would bear if it were issued now."""
        by_hand = tr("It is refused where the register has it already.")
        self.set_help(by_hand if self.by_hand else number and tr("Now {number}", number=number))

    def _on_typed(self) -> None:
        if self._showing:
            return
        if not self.by_hand:
            self._last = self.chosen()[1]
        self.number.setVisible(self.by_hand)
        self.set_error("")
        self.typed.emit()
