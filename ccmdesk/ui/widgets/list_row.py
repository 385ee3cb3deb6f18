"""A line of a list in a card: a name, a second line, a pill on the right; it can be clicked."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label


class ListRow(QWidget):
    """One line; Enter, Space or a click calls `act`."""

    def __init__(
        self,
        name: str,
        second: str,
        pill: str = "",
        tone: Tone = Tone.PLAIN,
        act: Callable[[], object] | None = None,
    ) -> None:
        super().__init__()
        self._act = act
        self._row = row = QHBoxLayout(self)
        row.setContentsMargins(S, S, S, S)
        row.setSpacing(M)
        column = QVBoxLayout()
        column.setSpacing(1)
        self.name = label(name, "strong", wrap=True)
        self.second = label(second, "small", wrap=True)
        column.addWidget(self.name)
        column.addWidget(self.second)
        row.addLayout(column, 1)
        row.addWidget(Pill(pill, tone))
        self.setAccessibleName(f"{name}. {second}. {pill}")
        if act is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def set_air(self, above_and_below: int, beside: int = S) -> None:
        """Set the room around the words, in pixels."""
        self._row.setContentsMargins(beside, above_and_below, beside, above_and_below)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._act is None or not (self.hasFocus() or self.underMouse()):
            return
        colours = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.raised))
        painter.setPen(QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        painter.end()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._act is not None and self.rect().contains(event.position().toPoint()):
            self._act()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._act is not None and event.key() in (
            Qt.Key.Key_Return,
            Qt.Key.Key_Enter,
            Qt.Key.Key_Space,
        ):
            self._act()
        else:
            super().keyPressEvent(event)
