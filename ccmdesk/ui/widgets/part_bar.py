"""The parts of one thing, side by side as tabs; arrows move between them."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QTabBar

from ccmdesk.ui import theme
from ccmdesk.ui.tokens import L, S

_HEIGHT = 36


class PartBar(QTabBar):
    """Tabs as words over a hairline, the present one underlined."""

    def __init__(self, name: str, *parts: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setDrawBase(False)
        self.setExpanding(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._air = L + S
        for part in parts:
            self.addTab(part)

    def set_close(self, close: bool) -> None:
        """Let the words stand closer together, where there is little room."""
        self._air = S if close else L + S
        self.updateGeometry()

    def tabSizeHint(self, index: int) -> QSize:
        font = self.font()
        font.setBold(True)
        words = self.fontMetrics().boundingRect(self.tabText(index)).width() * 1.1
        return QSize(round(words) + self._air, _HEIGHT)

    def minimumTabSizeHint(self, index: int) -> QSize:
        return self.tabSizeHint(index)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for index in range(self.count()):
            box = self.tabRect(index)
            present = index == self.currentIndex()
            font = self.font()
            font.setBold(present)
            painter.setFont(font)
            painter.setPen(QColor(colours.ink if present else colours.muted))
            painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.tabText(index))
            if present:
                inset = min(S, self._air // 2)
                line = QRect(box.left() + inset, box.bottom() - 2, box.width() - 2 * inset, 3)
                painter.fillRect(line, QColor(colours.accent))
                if self.hasFocus():
                    painter.setPen(QPen(QColor(colours.accent), 2))
                    painter.drawRoundedRect(box.adjusted(2, 2, -2, -5), 4, 4)
        painter.end()
