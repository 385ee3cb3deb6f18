"""A form field: the label above, the editor, help below, and the error below that."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

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
