"""The head of a page: title, one sentence how things stand, search, at most three buttons."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.text import label


class PageHead(QWidget):
    """Title and sentence on the left, buttons on the right; the rightmost is the next step."""

    def __init__(self, title: str, sentence: str = "", *buttons: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        column = QVBoxLayout()
        column.setSpacing(2)
        self.title = label(title, "title")
        self.sentence = label(sentence, "muted", wrap=True)
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        row.addLayout(column, 1)
        self._row = row
        for each in buttons:
            row.addWidget(each, 0, Qt.AlignmentFlag.AlignTop)

    def add_button(self, button: QPushButton) -> None:
        """Add a button left of those that are there."""
        self._row.insertWidget(1, button, 0, Qt.AlignmentFlag.AlignTop)
