"""An empty page: what belongs here, the button that makes the first, and a quiet second way."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.text import label


class EmptyState(QWidget):
    """One sentence and at most two buttons, in the middle of the room there is."""

    def __init__(self, sentence: str, *buttons: QPushButton) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setSpacing(M)
        column.addStretch(2)
        self.sentence = words = label(sentence, "muted", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        words.setMaximumWidth(460)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(words, 4)
        row.addStretch(1)
        column.addLayout(row)
        line = QHBoxLayout()
        line.addStretch()
        for each in buttons:
            line.addWidget(each)
        line.addStretch()
        column.addLayout(line)
        column.addStretch(3)
