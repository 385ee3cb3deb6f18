"""The line that explains the signs of the year view."""

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XS, S
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.year_days import MarkKind
from ccmdesk.ui.widgets.year_painting import paint_legend_holiday, paint_legend_sign


class _Sign(QWidget):
    def __init__(self, kind: MarkKind | None) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(20, 18)

    def sizeHint(self) -> QSize:
        return QSize(20, 18)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRect(1, 1, 18, 16)
        if self._kind is None:
            paint_legend_holiday(painter, box)
        else:
            paint_legend_sign(painter, box, self._kind)
        painter.end()


class YearLegend(QWidget):
    """The signs with their words."""

    def __init__(self) -> None:
        super().__init__()
        row = Flow(self)
        for kind, words in (
            (MarkKind.DUE, tr("to do")),
            (MarkKind.SEND_BY, tr("send by")),
            (MarkKind.CLOSED, tr("done or past")),
            (MarkKind.MEETING, tr("meeting")),
            (None, tr("office closed")),
        ):
            pair = QWidget()
            line = QHBoxLayout(pair)
            line.setContentsMargins(0, 0, S, 0)
            line.setSpacing(XS)
            line.addWidget(_Sign(kind))
            line.addWidget(label(words, "small"))
            row.addWidget(pair)
