"""How far long work has come, in words and as a bar, with the button that stops it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label


class ProgressLine(QWidget):
    """Hidden while nothing is under way."""

    def __init__(self, stop: Callable[[], object]) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        self.words = label("", "muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(8)
        self.stop = button(tr("Stop"), stop, kind="quiet")
        row.addWidget(self.words)
        row.addWidget(self.bar, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, words: str) -> None:
        """Show that something begins."""
        self.words.setMinimumWidth(0)
        self.tell(words, 0, 0)
        self.stop.setEnabled(True)
        self.show()

    def tell(self, words: str, done: int, of: int) -> None:
        """Show how far it has come; 0 of 0 where nobody can tell."""
        self.words.setText(words)
        # The bar keeps its place while the numbers beside it change.
        self.words.setMinimumWidth(max(self.words.minimumWidth(), self.words.sizeHint().width()))
        self.bar.setAccessibleName(words)
        self.bar.setRange(0, of)
        self.bar.setValue(done)
