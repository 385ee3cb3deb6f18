"""The field that narrows a list, and how it compares what is typed with what is shown."""

import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from ccmdesk.ui import theme
from ccmdesk.ui.icons import icon


def folded(text: str) -> str:
    """Return the text without marks above its letters and without capitals."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


def matches(typed: str, *texts: str) -> bool:
    """Tell whether every word typed stands somewhere in the texts, marks and capitals aside."""
    within = folded(" ".join(texts))
    return all(word in within for word in folded(typed).split())


class SearchField(QLineEdit):
    """A line with a glass in front; Escape empties it."""

    def __init__(self, placeholder: str) -> None:
        super().__init__()
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setClearButtonEnabled(True)
        self.addAction(
            icon("search", theme.palette().muted), QLineEdit.ActionPosition.LeadingPosition
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)
