"""A field for a few lines of text that is as tall as its text; Tab leaves it."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit


class GrowingText(QPlainTextEdit):
    """Plain text, at least `least` and at most `most` lines tall, without a scroll bar between."""

    def __init__(self, text: str = "", *, least: int = 2, most: int = 12) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setTabChangesFocus(True)
        self.setPlainText(text)
        self.document().setDocumentMargin(0)
        self.textChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        # A plain-text document measures itself in lines, wrapped ones included.
        lines = max(round(self.document().size().height()), 1)
        shown = min(max(lines, self._least), self._most)
        edges = self.contentsMargins()
        # 6 of padding and 2 of border above and below, as the style sheet has it.
        self.setFixedHeight(
            shown * self.fontMetrics().lineSpacing() + edges.top() + edges.bottom() + 16
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
