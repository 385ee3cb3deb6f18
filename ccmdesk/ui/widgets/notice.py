"""A sentence that has to be seen, with its sign and, if something can be done, a button."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel

from ccmdesk.ui import theme
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.tokens import ICON, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label


class Notice(QFrame):
    """A warning in the flow of a page; hidden while it has nothing to say."""

    def __init__(self, action: str = "", act: Callable[[], object] | None = None) -> None:
        super().__init__()
        self.setObjectName("notice")
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, M, S)
        row.setSpacing(M)
        self._mark = QLabel()
        row.addWidget(self._mark)
        self.words = label("", wrap=True)
        row.addWidget(self.words, 1)
        self.action = button(action, act)
        row.addWidget(self.action)
        self.action.setVisible(bool(action))
        self.hide()

    def say(self, text: str) -> None:
        """Show `text`, or nothing at all."""
        self._mark.setPixmap(pixmap("triangle-alert", theme.palette().warn, ICON))
        self.words.setText(text)
        self.setAccessibleName(text)
        self.setVisible(bool(text))
