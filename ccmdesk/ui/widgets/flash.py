"""A short message at the foot of the window, with an undo where there is one."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label

SHOWN_FOR_MILLISECONDS = 6000


class Flash(QFrame):
    """What just happened, for six seconds, never in the way of the keyboard."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("flash")
        row = QHBoxLayout(self)
        row.setContentsMargins(L, S, M, S)
        self.words = label("")
        row.addWidget(self.words)
        self._act: Callable[[], object] | None = None
        self.action = button("", self._on_action)
        self.action.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        row.addWidget(self.action)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Show `text`, with a button `action` if something can be done about it."""
        self.words.setText(text)
        self.action.setText(action)
        self.action.setVisible(bool(action))
        self._act = act
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        self._timer.start(SHOWN_FOR_MILLISECONDS)

    def place(self) -> None:
        """Stand in the middle of the foot of the parent."""
        parent = self.parentWidget()
        if parent is not None:
            self.move((parent.width() - self.width()) // 2, parent.height() - self.height() - L)

    def _on_action(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
