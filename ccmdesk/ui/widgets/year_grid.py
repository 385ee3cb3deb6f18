"""A year as twelve months of days, painted from the data; the keyboard moves from day to day."""

from calendar import monthrange
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QFontMetrics,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from ccmdesk.domain.dates import add_months, add_years
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XS, M, S
from ccmdesk.ui.widgets.year_days import YearDays
from ccmdesk.ui.widgets.year_painting import DayLook, paint_day, paint_month_head

_WEEKS = 6
_STEPS = {
    Qt.Key.Key_Left: timedelta(days=-1),
    Qt.Key.Key_Right: timedelta(days=1),
    Qt.Key.Key_Up: timedelta(days=-7),
    Qt.Key.Key_Down: timedelta(days=7),
}


class YearGrid(QWidget):
    """Twelve months beside and below each other, one day of which is chosen.

    Arrows move by days and weeks, Page up and down by months, Home and End to the ends of the
    month, Ctrl with an arrow to the next day with something on it, Ctrl with Page up and down to
    the same day of another year. Signals: `day_chosen` (date)
    when the chosen day changes, `day_opened` (date) on Enter or a double click, `year_wanted`
    (year) when the keyboard leaves the year.
    """

    day_chosen = Signal(object)
    day_opened = Signal(object)
    year_wanted = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("The year, day by day"))
        self.days = YearDays(date.min.year, date.min)
        self.day = date.min
        self._months: list[QRect] = []
        self._cell = QSize(1, 1)

    def show_days(self, days: YearDays, day: date) -> None:
        """Show a year with `day` chosen."""
        self.days = days
        self.setAccessibleName(tr("The year {year}, day by day", year=days.year))
        self.choose(day)
        self.update()

    def choose(self, day: date) -> None:
        """Choose a day of the year without telling."""
        self.day = day
        self.setAccessibleDescription(self.days.words(day))
        self.update()

    def box_of(self, day: date) -> QRect:
        """Return where a day of the year stands."""
        month = self._months[day.month - 1]
        place = day.replace(day=1).weekday() + day.day - 1
        week, weekday = divmod(place, 7)
        cell = self._cell
        top = month.top() + self._head_height() + week * cell.height()
        left = month.left() + (month.width() - 7 * cell.width()) // 2
        return QRect(left + weekday * cell.width(), top, cell.width(), cell.height())

    def day_at(self, place: QPoint) -> date | None:
        """Return the day at a point, or None between the months."""
        for number, box in enumerate(self._months, start=1):
            if box.contains(place):
                last = monthrange(self.days.year, number)[1]
                for day in (date(self.days.year, number, n) for n in range(1, last + 1)):
                    if self.box_of(day).contains(place):
                        return day
        return None

    # Size

    def columns(self, width: int) -> int:
        """Return how many months stand beside each other in that width."""
        fitting = (width + M) // (self._least().width() * 7 + M)
        return next((number for number in (4, 3, 2) if number <= fitting), 1)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._least().width() * 7, self._least_height(max(self.width(), 1)))

    def sizeHint(self) -> QSize:
        return QSize(720, self._least_height(max(self.width(), 720)))

    def _least(self) -> QSize:
        metrics = QFontMetrics(self.font())
        return QSize(metrics.horizontalAdvance("30") + XS + 1, metrics.height() + 2)

    def _head_height(self) -> int:
        metrics = QFontMetrics(self.font())
        return 2 * metrics.height() + S

    def _least_height(self, width: int) -> int:
        rows = -(-12 // self.columns(width))
        month = self._head_height() + _WEEKS * self._least().height()
        return rows * (month + S) - S

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.setMinimumHeight(self._least_height(self.width()))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self.setMinimumHeight(self._least_height(max(self.width(), 1)))
            self._arrange()

    def _arrange(self) -> None:
        columns = self.columns(self.width())
        rows = -(-12 // columns)
        width = (self.width() - (columns - 1) * M) // columns
        height = (self.height() - (rows - 1) * S) // rows
        self._months = [
            QRect((n % columns) * (width + M), (n // columns) * (height + S), width, height)
            for n in range(12)
        ]
        least = self._least()
        self._cell = QSize(
            min(width // 7, 2 * least.width()),
            min(
                max((height - self._head_height()) // _WEEKS, least.height()),
                round(1.7 * least.height()),
            ),
        )
        self.update()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, box in enumerate(self._months, start=1):
            if not box.intersects(event.rect()):
                continue
            head = QRect(box.left(), box.top(), box.width(), self._head_height())
            paint_month_head(painter, head, number, self._cell.width(), self.font())
            for place in range(1, monthrange(self.days.year, number)[1] + 1):
                day = date(self.days.year, number, place)
                paint_day(painter, self.box_of(day), day, self._look(day), self.font())
        painter.end()

    def _look(self, day: date) -> DayLook:
        return DayLook(
            tuple(self.days.of(day)),
            holiday=day in self.days.holidays,
            today=day == self.days.today,
            chosen=day == self.day,
            focused=day == self.day and self.hasFocus(),
        )

    # Keyboard and pointer

    def keyPressEvent(self, event: QKeyEvent) -> None:
        wanted = self._reached(Qt.Key(event.key()), event.modifiers())
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.day_opened.emit(self.day)
        elif wanted is None:
            super().keyPressEvent(event)
        else:
            self._go(wanted)

    def _reached(self, key: Qt.Key, modifiers: Qt.KeyboardModifier) -> date | None:
        """Return the day to which a key leads; None where the key means nothing here."""
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            if key in (Qt.Key.Key_Right, Qt.Key.Key_Down):
                return self.days.beside(self.day, 1) or self.day
            if key in (Qt.Key.Key_Left, Qt.Key.Key_Up):
                return self.days.beside(self.day, -1) or self.day
            if key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
                return add_years(self.day, 1 if key == Qt.Key.Key_PageDown else -1)
            return None
        if key in _STEPS:
            return self.day + _STEPS[key]
        match key:
            case Qt.Key.Key_PageUp:
                return add_months(self.day, -1)
            case Qt.Key.Key_PageDown:
                return add_months(self.day, 1)
            case Qt.Key.Key_Home:
                return self.day.replace(day=1)
            case Qt.Key.Key_End:
                return self.day.replace(day=monthrange(self.day.year, self.day.month)[1])
            case _:
                return None

    def _go(self, day: date) -> None:
        if day.year != self.days.year:
            self.year_wanted.emit(day.year)
            if day.year != self.days.year:
                return
        self.choose(day)
        self.day_chosen.emit(day)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self._go(day)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        if day is not None:
            self.day_opened.emit(day)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        day = self.day_at(event.position().toPoint())
        busy = day is not None and bool(self.days.of(day))
        self.setCursor(Qt.CursorShape.PointingHandCursor if busy else Qt.CursorShape.ArrowCursor)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            day = self.day_at(event.pos())
            if day is None:
                QToolTip.hideText()
            else:
                QToolTip.showText(event.globalPos(), self.days.words(day), self)
            return True
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.update()
        return super().event(event)
