"""A form field: the label above, the editor, help below, and the error below that."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.tokens import XS
from ccmdesk.ui.widgets.text import label


class Field(QWidget):
    """One labelled editor; `name` is the field of an InputError that belongs here."""

    def __init__(self, text: str, editor: QWidget, *, name: str = "", help: str = "") -> None:
        super().__init__()
        self.name, self.editor = name, editor
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        self.caption = label(text, "label")
        self.caption.setBuddy(editor)
        editor.setAccessibleName(text)
        column.addWidget(self.caption)
        column.addWidget(editor)
        self.help = label(help, "small", wrap=True)
        column.addWidget(self.help)
        self.help.setVisible(bool(help))
        self._error_line = QWidget()
        line = QHBoxLayout(self._error_line)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(XS)
        self._mark = QLabel()
        line.addWidget(self._mark)
        self.error = label("", "error", wrap=True)
        line.addWidget(self.error, 1)
        self._error_line.hide()
        column.addWidget(self._error_line)

    def set_label(self, text: str) -> None:
        """Change what the field is called."""
        self.caption.setText(text)
        self.editor.setAccessibleName(text)

    def set_help(self, text: str) -> None:
        """Change the sentence under the editor."""
        self.help.setText(text)
        self.help.setVisible(bool(text))

    def set_error(self, message: str) -> None:
        """Show what is wrong under the editor, or take it away with an empty message."""
        self.error.setText(message)
        if message:
            self._mark.setPixmap(pixmap("circle-alert", theme.palette().danger, 14))
        self._error_line.setVisible(bool(message))
        self.editor.setAccessibleDescription(message)
        self.editor.setProperty("wrong", "true" if message else "false")
        self.editor.style().unpolish(self.editor)
        self.editor.style().polish(self.editor)


def field_row(*fields: QWidget, spacing: int = 12) -> QHBoxLayout:
    """Return the fields side by side, of equal width and aligned at their tops."""
    row = QHBoxLayout()
    row.setSpacing(spacing)
    for each in fields:
        column = QVBoxLayout()
        column.addWidget(each)
        column.addStretch()
        row.addLayout(column, 1)
    return row


class FieldRow(QWidget):
    """Fields side by side, below each other where the room is too narrow for them."""

    def __init__(self, *fields: Field) -> None:
        super().__init__()
        self._fields = fields
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        for each in fields:
            self._row.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)

    def minimumSizeHint(self) -> QSize:
        widest = max(each.minimumSizeHint().width() for each in self._fields)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widest = max(each.editor.sizeHint().width() for each in self._fields)
        needed = (widest + self._row.spacing()) * len(self._fields) - self._row.spacing()
        wanted = (
            QBoxLayout.Direction.LeftToRight
            if self.width() >= needed
            else QBoxLayout.Direction.TopToBottom
        )
        if wanted is not self._row.direction():
            self._row.setDirection(wanted)
