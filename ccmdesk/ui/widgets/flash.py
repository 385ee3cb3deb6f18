"""A short message at the foot of the window, with an undo where there is one."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ccmdesk.ui.tokens import XS, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import label

SHOWN_FOR_MILLISECONDS = 6000
_HIGHEST_LIFT = 160


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
        """Stand in the middle of the foot of the parent, or as little above it as frees buttons."""
        parent = self.parentWidget()
        if parent is None:
            return
        lowest = parent.height() - self.height() - L
        box = QRect(QPoint((parent.width() - self.width()) // 2, lowest), self.size())
        taken = [
            QRect(each.mapTo(parent, QPoint()), each.size()).adjusted(-XS, -XS, XS, XS)
            for each in parent.findChildren(QPushButton)
            if each.isVisible() and not self.isAncestorOf(each)
        ]
        for lift in range(0, _HIGHEST_LIFT, XS):
            box.moveTop(lowest - lift)
            if not any(box.intersects(each) for each in taken):
                break
        else:
            box.moveTop(lowest)
        self.move(box.topLeft())

    def _on_action(self) -> None:
        self.hide()
        if self._act is not None:
            self._act()
