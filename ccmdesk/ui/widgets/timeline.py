"""Steps under each other along a line, each with its sign, its words and what belongs to it."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.icons import icon
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.text import label

_SIGN = 24
_ICON = 14


class TimelineRow(QWidget):
    """One step; `waiting` draws it hollow, since it has not happened yet."""

    def __init__(
        self,
        words: str,
        facts: str = "",
        remark: str = "",
        *,
        icon_name: str = "",
        tone: Tone = Tone.PLAIN,
        waiting: bool = False,
        action: QPushButton | None = None,
    ) -> None:
        super().__init__()
        self._icon, self._tone, self._waiting = icon_name, tone, waiting
        self.first = self.last = False
        row = QHBoxLayout(self)
        row.setContentsMargins(_SIGN + M, 2, 0, M)
        row.setSpacing(S)
        column = QVBoxLayout()
        column.setSpacing(1)
        self.words = label(words, "muted" if waiting else "strong", wrap=True)
        column.addWidget(self.words)
        if facts:
            column.addWidget(label(facts, "small", wrap=True))
        if remark:
            column.addWidget(label(remark, wrap=True))
        row.addLayout(column, 1)
        if action is not None:
            row.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(". ".join(part for part in (words, facts, remark) if part))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = 1 + _SIGN / 2
        painter.setPen(QPen(QColor(colours.line), 2))
        if not self.first:
            painter.drawLine(round(middle), 0, round(middle), 2)
        if not self.last:
            painter.drawLine(round(middle), _SIGN, round(middle), self.height())
        circle = QRectF(1, 1, _SIGN, _SIGN)
        ink = QColor(colours.ink_of(self._tone))
        if self._waiting:
            painter.setPen(QPen(QColor(colours.field_line), 2, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawEllipse(circle.adjusted(2, 2, -2, -2))
        else:
            outlined = colours.border_width > 1
            painter.setPen(QPen(ink, 2) if outlined else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colours.soft_of(self._tone)))
            painter.drawEllipse(circle)
            if self._icon:
                left = round(circle.left() + (_SIGN - _ICON) / 2)
                top = round(circle.top() + (_SIGN - _ICON) / 2)
                sign = icon(self._icon, ink.name())
                sign.paint(painter, left, top, _ICON, _ICON)
        painter.end()


class Timeline(QWidget):
    """The rows, the first on top."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.rows: list[TimelineRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)

    def show_rows(self, rows: list[TimelineRow]) -> None:
        """Show other rows."""
        for former in self.rows:
            self._column.removeWidget(former)
            former.hide()
            former.deleteLater()
        self.rows = rows
        for position, row in enumerate(rows):
            row.first, row.last = not position, position == len(rows) - 1
            self._column.addWidget(row)
