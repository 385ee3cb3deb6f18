"""The small form in which the officer records what became of a duty."""

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.field import Field


class DutyForm(QWidget):
    """Fields, a button that records and one that gives up; Enter records, Escape gives up.

    `record` is called with nothing; an InputError it raises is shown at its field, what else goes
    wrong by `fallback`.
    Signals: `ended` when it was recorded or given up.
    """

    ended = Signal()

    def __init__(
        self, verb: str, record: Callable[[], object], fallback: Callable[[Exception], None]
    ) -> None:
        super().__init__()
        self.fields: list[Field] = []
        self._record, self._fallback = record, fallback
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addStretch()
        self.cancel = button(tr("Cancel"), self.ended.emit)
        self.confirm = button(verb, self.submit, kind="primary")
        row.addWidget(self.cancel)
        row.addWidget(self.confirm)
        self._column.addLayout(row)

    def add(self, field: Field) -> None:
        """Add a field above the buttons."""
        self._column.insertWidget(len(self.fields), field)
        self.fields.append(field)
        if isinstance(field.editor, QLineEdit):
            field.editor.textEdited.connect(lambda _: self._tell(field, ""))
        elif isinstance(field.editor, QComboBox):
            field.editor.activated.connect(lambda _: self._tell(field, ""))

    def clear_errors(self) -> None:
        """Take all error lines away."""
        for field in self.fields:
            self._tell(field, "")

    def begin(self) -> None:
        """Put the keyboard into the first field that is empty, or the first."""
        editors = [field.editor for field in self.fields]
        # The buttons are older than the fields, and yet come after them.
        stops = [stop for each in editors for stop in _stops(each)]
        for before, after in pairwise([*stops, self.cancel, self.confirm]):
            self.setTabOrder(before, after)
        empty = [each for each in editors if _is_empty(each)]
        (empty or editors)[0].setFocus()

    def submit(self) -> None:
        """Record, or show at its field what is wrong."""
        self.clear_errors()
        try:
            self._record()
        except InputError as error:
            place = next((each for each in self.fields if each.name == error.field), None)
            if place is None:
                self._fallback(error)
                return
            self._tell(place, error.message)
            place.editor.setFocus()
            return
        except CcmDeskError as error:
            self._fallback(error)
            return
        self.ended.emit()

    @staticmethod
    def _tell(field: Field, message: str) -> None:
        field.set_error(message)
        # The panel is low in a small window; the error says all that the help would.
        field.help.setVisible(bool(field.help.text()) and not message)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.ended.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            here = self.focusWidget()
            # On a button the key means that button, on Cancel above all.
            if isinstance(here, QPushButton):
                here.click()
            else:
                self.submit()
        else:
            super().keyPressEvent(event)


def _stops(editor: QWidget) -> list[QWidget]:
    """Return what Tab passes in an editor: itself, or the buttons of one made of several."""
    if editor.focusProxy() is None:
        return [editor]
    return list(editor.findChildren(QPushButton))


def _is_empty(editor: QWidget) -> bool:
    if isinstance(editor, QComboBox):
        return not editor.currentData()
    return isinstance(editor, QLineEdit) and not editor.text()
