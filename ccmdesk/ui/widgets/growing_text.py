"""A field for a few lines of text that is as tall as its text; Tab leaves it."""

from PySide6.QtCore import QEvent, QMimeData, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit, QSizePolicy

from ccmdesk.ui.widgets.undo_way import passes_on


class GrowingText(QPlainTextEdit):
    """Plain text, at least `least` and at most `most` lines tall, scrolled only beyond that.

    With `one_line` it holds a single line, which is wrapped where it is longer than the field.
    """

    def __init__(
        self, text: str = "", *, least: int = 2, most: int = 12, one_line: bool = False
    ) -> None:
        super().__init__()
        self._least, self._most, self._one_line = least, most, one_line
        self.setTabChangesFocus(True)
        # Its height is that of its text; what is left over must not part it from its name.
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalScrollBar().rangeChanged.connect(self._stay_at_the_left)
        self.setPlainText(text)
        self.textChanged.connect(self.fit)
        # What is undone changes the lines only after it has changed the text.
        self.document().documentLayout().documentSizeChanged.connect(self.fit)
        self.fit()

    def fit(self) -> None:
        """Take the height of the text."""
        self.ensurePolished()
        # A plain-text document measures itself in lines, wrapped ones included.
        lines = max(round(self.document().size().height()), 1)
        shown = min(max(lines, self._least), self._most)
        policy = Qt.ScrollBarPolicy
        self.setVerticalScrollBarPolicy(
            policy.ScrollBarAsNeeded if lines > self._most else policy.ScrollBarAlwaysOff
        )
        # What the style sheet puts around the text: border and padding.
        around = self.height() - self.viewport().height()
        # A little more than the lines need, or the last one counts as cut and is scrolled.
        height = shown * self.fontMetrics().lineSpacing() + min(max(around, 10), 20) + 3
        if height != self.height():
            self.setFixedHeight(height)

    def write_in(self, language: str) -> None:
        """Write from the right in a language that does."""
        from_right = language == "ar"
        option = self.document().defaultTextOption()
        directions = Qt.LayoutDirection
        direction = directions.RightToLeft if from_right else directions.LayoutDirectionAuto
        if option.textDirection() is not direction:
            option.setTextDirection(direction)
            # The direction alone leaves short lines at the left.
            sides = Qt.AlignmentFlag
            option.setAlignment(sides.AlignRight if from_right else sides.AlignLeft)
            self.document().setDefaultTextOption(option)

    def _stay_at_the_left(self) -> None:
        # A blank at the end of a wrapped line counts as width; it must not push the text aside.
        self.horizontalScrollBar().setRange(0, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.fit()

    def event(self, event: QEvent) -> bool:
        # Else the field would claim these keys, and the undo of the window never hear of them.
        asks = event.type() is QEvent.Type.ShortcutOverride
        if asks and isinstance(event, QKeyEvent) and passes_on(self, event):
            event.ignore()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        new_line = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if (self._one_line and new_line) or passes_on(self, event):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        # A file dropped here is meant for what takes files around the text, not as its path.
        if any(url.isLocalFile() for url in source.urls()):
            return False
        return super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._one_line:
            self.insertPlainText(" ".join(source.text().split()))
        else:
            super().insertFromMimeData(source)
