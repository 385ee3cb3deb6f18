"""The field that narrows a list."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ccmdesk.ui import theme
from ccmdesk.ui.icons import icon
from ccmdesk.ui.widgets.data_table import DataTable


class SearchField(QLineEdit):
    """A line with a glass in front; Escape empties it.

    Over a table the arrow down goes into it, and Enter opens the row that is chosen there.
    """

    def __init__(self, placeholder: str, table: DataTable | None = None) -> None:
        super().__init__()
        self._table = table
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self._glass = self.addAction(
            icon("search", theme.palette().muted), QLineEdit.ActionPosition.LeadingPosition
        )

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.PaletteChange and hasattr(self, "_glass"):
            self._glass.setIcon(icon("search", theme.palette().muted))
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif self._table is not None and event.key() == Qt.Key.Key_Down:
            self._table.setFocus()
        elif self._table is not None and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._table.chosen() is not None:
                self._table.row_opened.emit(self._table.chosen())
        else:
            super().keyPressEvent(event)
