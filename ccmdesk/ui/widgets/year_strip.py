"""The next twelve months on one line: today, duties as dots, meetings as bars, all clickable."""

from collections.abc import Sequence
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ccmdesk.domain.dates import MONTHS
from ccmdesk.ui import theme
from ccmdesk.ui.duty_words import short_days
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.strip_folding import StripItem, folded
from ccmdesk.ui.widgets.strip_layout import Placed, Span, place_labels

_SIDE = 8
_DOT = 5


class _Label(QAbstractButton):
    """The words under one item: what is clicked and what takes the keyboard."""

    def __init__(self, item: StripItem, strip: "YearStrip") -> None:
        super().__init__(strip)
        self.item = item
        self.strip = strip
        self.setText(item.label)
        self.setToolTip(item.tip)
        self.setAccessibleName(item.tip)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if item.act is not None:
            self.clicked.connect(item.act)

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        # Lines that lead to labels further down pass behind this one.
        _fill(painter, QRectF(self.rect()), colours.surface)
        if self.hasFocus() or self.underMouse():
            painter.setBrush(QColor(colours.raised))
            ring = QPen(QColor(colours.accent), 2) if self.hasFocus() else Qt.PenStyle.NoPen
            painter.setPen(ring)
            painter.drawRoundedRect(frame, 4, 4)
        painter.setFont(self.strip.small_font())
        painter.setPen(QColor(self.strip.ink(self.item)))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Down):
            self.strip.focus_beside(self, 1)
        elif event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Up):
            self.strip.focus_beside(self, -1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() in (
            QEvent.Type.FocusIn,
            QEvent.Type.FocusOut,
            QEvent.Type.HoverEnter,
            QEvent.Type.HoverLeave,
        ):
            self.strip.update()
        return super().event(event)


class YearStrip(QWidget):
    """Shows items on a line of twelve months that begins with the month of `today`.

    Signals: `day_wanted` (date) when what crowds there is to be seen one by one.
    """

    day_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("The next twelve months"))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._today: date | None = None
        self.labels: list[_Label] = []
        self._placed: list[Placed] = []
        self._air = 0

    def set_air(self, pixels: int) -> None:
        """Make the strip taller by some pixels than it has to be."""
        if pixels != self._air:
            self._air = pixels
            self._arrange()
            self.updateGeometry()

    def show_year(self, today: date, items: Sequence[StripItem]) -> None:
        """Show the items that lie in the twelve months from the month of `today` on."""
        self._today = today
        for old in self.labels:
            old.hide()
            old.deleteLater()
        span = self._span()
        shown = sorted(
            (item for item in items if span.shows(item.last or item.day)),
            key=lambda item: (item.day, item.label),
        )
        shown = folded(shown, short_days, self.day_wanted.emit)
        self.labels = [_Label(item, self) for item in shown]
        for before, after in zip(self.labels, self.labels[1:], strict=False):
            QWidget.setTabOrder(before, after)
        self._arrange()
        for each in self.labels:
            each.show()
        self.update()

    def focus_beside(self, here: _Label, step: int) -> None:
        """Move the keyboard to the item before or after."""
        position = self.labels.index(here) + step
        if 0 <= position < len(self.labels):
            self.labels[position].setFocus(Qt.FocusReason.TabFocusReason)

    def ink(self, item: StripItem) -> str:
        """Return the colour of an item's words."""
        colours = theme.palette()
        return colours.ink if item.tone is Tone.PLAIN else colours.ink_of(item.tone)

    def small_font(self) -> QFont:
        """Return the font of the labels."""
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * 0.87)
        return font

    def sizeHint(self) -> QSize:
        return QSize(640, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(320, self._height())

    # Inside

    def _line_height(self) -> int:
        return QFontMetrics(self.small_font()).height()

    def _base(self) -> int:
        """Return where the line of the days stands."""
        return self._line_height() + 44 + self._air

    def _lane_top(self, lane: int) -> int:
        return self._base() + 16 + lane * (self._line_height() + 8)

    def _height(self) -> int:
        """Return the height of the months and of all lanes."""
        lanes = 1 + max((each.lane for each in self._placed), default=0)
        return self._line_height() + 62 + self._air + lanes * (self._line_height() + 8)

    def _span(self) -> Span:
        assert self._today is not None
        return Span(self._today.replace(day=1), _SIDE, max(self.width() - _SIDE, _SIDE + 1))

    def _middle(self, item: StripItem) -> float:
        span = self._span()
        return (span.place(item.day) + span.place((item.last or item.day) + timedelta(1))) / 2

    def _arrange(self) -> None:
        if self._today is None:
            return
        span = self._span()
        metrics = QFontMetrics(self.small_font())
        widths = [float(metrics.horizontalAdvance(each.text()) + 12) for each in self.labels]
        before = self._height()
        # The word "today" takes its place first, and the others keep clear of it.
        word = metrics.horizontalAdvance(tr("today")) + 8.0
        middle = span.place(self._today)
        points = [self._middle(each.item) for each in self.labels]
        position = sum(point < middle for point in points)
        points.insert(position, middle)
        widths.insert(position, word)
        placed = place_labels(points, widths, span)
        self._today_word = placed.pop(position)
        self._placed = placed
        for each, spot, width in zip(self.labels, placed, _without(widths, position), strict=True):
            top = self._lane_top(spot.lane)
            each.setGeometry(QRect(round(spot.left), top, round(width), self._line_height() + 6))
        if self._height() != before:
            self.updateGeometry()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange:
            self._arrange()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        found = self._at(event.position())
        if found is not None:
            found.click()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            found = self._at(QPointF(self.mapFromGlobal(event.globalPos())))  # type: ignore[attr-defined]
            self.setToolTip(found.item.tip if found else "")
        return super().event(event)

    def _at(self, point: QPointF) -> _Label | None:
        """Return the item whose dot or bar is under the pointer."""
        if abs(point.y() - self._base()) > _DOT + S:
            return None
        near = [
            (self._distance(each.item, point.x()), position)
            for position, each in enumerate(self.labels)
        ]
        if not near or min(near)[0] > _DOT + S:
            return None
        return self.labels[min(near)[1]]

    def _distance(self, item: StripItem, x: float) -> float:
        if not item.days:
            return abs(self._middle(item) - x)
        span = self._span()
        return min(abs((span.place(d) + span.place(d + timedelta(1))) / 2 - x) for d in item.days)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._today is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self.small_font())
        self._paint_months(painter)
        self._paint_items(painter)
        self._paint_today(painter)
        painter.end()

    def _paint_months(self, painter: QPainter) -> None:
        colours, span, base = theme.palette(), self._span(), self._base()
        top = self._line_height() + 10
        metrics = painter.fontMetrics()
        edges = [*(span.place(month) for month in span.months()), span.right]
        narrow = edges[1] - edges[0] < metrics.horizontalAdvance("Mmm 2000") + S
        for number, month in enumerate(span.months()):
            band = QRectF(edges[number], top, edges[number + 1] - edges[number], base - top)
            if number % 2 == 0:
                _fill(painter, band, colours.raised)
            if colours.border_width > 1:
                painter.setPen(QPen(QColor(colours.line), 1, Qt.PenStyle.DotLine))
                painter.drawLine(band.topLeft(), band.bottomLeft())
            name = MONTHS[month.month - 1][:3]
            if number == 0 or month.month == 1:
                name = f"{name} {month.year % 100:02d}" if narrow else f"{name} {month.year}"
            painter.setPen(QColor(colours.muted))
            painter.drawText(QPointF(edges[number] + 4, self._line_height()), name)
        painter.setPen(QPen(QColor(colours.field_line), colours.border_width))
        painter.drawLine(QPointF(span.left, base), QPointF(span.right, base))

    def _paint_items(self, painter: QPainter) -> None:
        colours, span, base = theme.palette(), self._span(), self._base()
        for each, spot in zip(self.labels, self._placed, strict=True):
            item, middle = each.item, self._middle(each.item)
            marked = each.hasFocus() or each.underMouse()
            colour = QColor(colours.muted if item.tone is Tone.PLAIN else colours.ink_of(item.tone))
            if spot.lane:
                painter.setPen(QPen(colour if marked else QColor(colours.line), 1))
                foot = self._lane_top(spot.lane) + 2
                painter.drawLine(QPointF(middle, base + _DOT), QPointF(middle, foot))
            painter.setPen(QPen(QColor(colours.surface), 2))
            painter.setBrush(colour)
            size = _DOT + (2 if marked else 1)
            if item.days:
                for day in item.days:
                    beside = (span.place(day) + span.place(day + timedelta(1))) / 2
                    painter.drawEllipse(QPointF(beside, base), size, size)
            elif item.last and item.last > item.day:
                left = span.place(item.day)
                width = max(span.place(item.last + timedelta(1)) - left, 2.0 * size)
                box = QRectF(middle - width / 2, base - size, width, 2 * size)
                painter.drawRoundedRect(box, 3, 3)
            else:
                painter.drawEllipse(QPointF(middle, base), size, size)

    def _paint_today(self, painter: QPainter) -> None:
        assert self._today is not None
        colours = theme.palette()
        here = self._span().place(self._today)
        painter.setPen(QPen(QColor(colours.accent), 1.5))
        painter.drawLine(
            QPointF(here, self._line_height() + 10), QPointF(here, self._lane_top(0) - 2)
        )
        spot = self._today_word
        width = painter.fontMetrics().horizontalAdvance(tr("today")) + 8
        top = self._lane_top(spot.lane)
        box = QRectF(spot.left, top, width, self._line_height() + 6)
        font = painter.font()
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, tr("today"))


def _fill(painter: QPainter, box: QRectF, colour: str) -> None:
    # Not fillRect: on its way to the right overload PySide6 makes all the names of gradients.
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colour))
    painter.drawRect(box)


def _without(values: list[float], position: int) -> list[float]:
    return values[:position] + values[position + 1 :]
