"""An editor for one day: type it in any usual form, leave the field and it is spoken back."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.ui.i18n import tr


class DayEdit(QLineEdit):
    """A text field that holds a date or nothing.

    Signals: `day_changed` when editing ends with another valid date or with an empty field.
    """

    day_changed = Signal()

    def __init__(self, day: date | None = None, *, name: str = "date") -> None:
        super().__init__()
        self._name = name
        self._day: date | None = None
        self.setPlaceholderText(tr("2027-04-30 or 30 April 2027"))
        self.set_day(day)
        self.editingFinished.connect(self._on_editing_finished)

    def set_day(self, day: date | None) -> None:
        """Show a day."""
        self._day = day
        self.setText(spoken(day) if day else "")

    def day(self) -> date | None:
        """Return the day typed; raises InputError where the text is none."""
        text = self.text().strip()
        return parse_day(text, self._name) if text else None

    def _on_editing_finished(self) -> None:
        try:
            day = self.day()
        except InputError:
            return
        changed = day != self._day
        self.set_day(day)
        if changed:
            self.day_changed.emit()
