"""How one day of the year view is painted: every sign differs in its shape, not only its colour."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from ccmdesk.domain.dates import MONTHS, WEEKDAYS
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.year_days import Mark, MarkKind

_ROOM_FOR_COUNT = 34
_ORDER = (MarkKind.DUE, MarkKind.SEND_BY, MarkKind.CLOSED)
_TONES = (Tone.DANGER, Tone.WARN, Tone.ACCENT, Tone.PLAIN, Tone.OK)


@dataclass(frozen=True, slots=True)
class DayLook:
    """What a day has to show; `focused` draws the ring of the keyboard."""

    marks: tuple[Mark, ...] = ()
    holiday: bool = False
    today: bool = False
    chosen: bool = False
    focused: bool = False

    @property
    def sign(self) -> Mark | None:
        """Return the mark that is drawn of several: what is still to do comes first."""
        due = [mark for mark in self.marks if mark.kind is not MarkKind.MEETING]
        return min(
            due, key=lambda mark: (_ORDER.index(mark.kind), _TONES.index(mark.tone)), default=None
        )


def paint_month_head(painter: QPainter, box: QRect, month: int, cell: int, base: QFont) -> None:
    """Paint the name of a month and the days of the week below it."""
    colours = theme.palette()
    left = box.left() + (box.width() - 7 * cell) // 2
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(QColor(colours.ink))
    half = box.height() // 2
    name = QRect(left + 2, box.top(), 7 * cell - 2, half)
    painter.drawText(name, Qt.AlignmentFlag.AlignVCenter, tr(MONTHS[month - 1]))
    painter.setFont(_small(base))
    painter.setPen(QColor(colours.muted))
    for place, weekday in enumerate(WEEKDAYS):
        under = QRect(left + place * cell, box.top() + half, cell, half)
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, tr(weekday)[:2])


def paint_day(painter: QPainter, box: QRect, day: date, look: DayLook, base: QFont) -> None:
    """Paint one day into its cell."""
    colours = theme.palette()
    meetings = [mark for mark in look.marks if mark.kind is MarkKind.MEETING]
    if meetings:
        _paint_meeting(painter, box, day, meetings)
    if look.holiday:
        painter.setPen(QPen(QColor(colours.field_line), 1, Qt.PenStyle.DotLine))
        painter.setBrush(QColor(colours.raised) if not meetings else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(2.5, 1.5, -2.5, -1.5), 4, 4)
    sign = look.sign
    ink = QColor(colours.muted if day.weekday() > 4 or look.holiday else colours.ink)
    several = sum(mark.kind is not MarkKind.MEETING for mark in look.marks)
    if sign is not None:
        disc = _disc(box)
        if several > 1:
            # A sheet behind the first one: there is more on this day.
            _paint_ring(painter, disc.translated(3, -2), sign)
        ink = _paint_sign(painter, disc, sign)
    font = QFont(base)
    if sign is not None or look.today:
        font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(day.day))
    if look.today:
        middle, foot = box.center().x() + 0.5, box.bottom() - 0.5
        painter.setPen(
            QPen(QColor(colours.accent), 3, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        painter.drawLine(QPointF(middle - 6, foot), QPointF(middle + 6, foot))
    if several > 1 and box.width() >= _ROOM_FOR_COUNT:
        _paint_count(painter, box, several, base)
    if look.chosen:
        edge = colours.accent if look.focused else colours.field_line
        painter.setPen(QPen(QColor(edge), 2 if look.focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 0, -1, 0), 4, 4)


def paint_legend_sign(painter: QPainter, box: QRect, kind: MarkKind) -> None:
    """Paint the sign of a kind of mark without a day, for the line that explains the signs."""
    mark = Mark(date.min, kind, "", "", tone=Tone.ACCENT)
    if kind is MarkKind.MEETING:
        _paint_meeting(painter, box, date.min, [mark])
    else:
        _paint_sign(painter, _disc(box), mark)


def paint_legend_holiday(painter: QPainter, box: QRect) -> None:
    """Paint the sign of a day on which the office is closed."""
    colours = theme.palette()
    painter.setPen(QPen(QColor(colours.field_line), 1, Qt.PenStyle.DotLine))
    painter.setBrush(QColor(colours.raised))
    painter.drawRoundedRect(QRectF(box).adjusted(1.5, 1.5, -1.5, -1.5), 4, 4)


def _disc(box: QRect) -> QRectF:
    side = min(box.width(), box.height()) - 2
    # Two digits do not fit a circle in a low cell; the sign grows sideways then.
    width = min(box.width() - 2, max(side, round(side * 1.2)))
    return QRectF(
        box.left() + (box.width() - width) / 2, box.top() + (box.height() - side) / 2, width, side
    )


def _paint_sign(painter: QPainter, disc: QRectF, mark: Mark) -> QColor:
    """Paint the sign of a mark and return the colour of the number on it."""
    colours = theme.palette()
    tone = Tone.ACCENT if mark.tone is Tone.PLAIN and mark.kind is MarkKind.DUE else mark.tone
    ink = QColor(colours.ink_of(tone))
    corner = disc.height() / 2
    if mark.kind is MarkKind.DUE:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(disc, corner, corner)
        return QColor(colours.accent_ink if tone is Tone.ACCENT else colours.surface)
    style = Qt.PenStyle.SolidLine if mark.kind is MarkKind.CLOSED else Qt.PenStyle.DashLine
    painter.setPen(QPen(ink, 1.6, style))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(disc.adjusted(1, 1, -1, -1), corner, corner)
    return ink


def _paint_ring(painter: QPainter, disc: QRectF, mark: Mark) -> None:
    colours = theme.palette()
    tone = Tone.ACCENT if mark.tone is Tone.PLAIN and mark.kind is MarkKind.DUE else mark.tone
    painter.setPen(QPen(QColor(colours.ink_of(tone)), 1.4))
    painter.setBrush(QColor(colours.surface))
    painter.drawRoundedRect(disc.adjusted(1, 1, -1, -1), disc.height() / 2, disc.height() / 2)


def _paint_meeting(painter: QPainter, box: QRect, day: date, meetings: list[Mark]) -> None:
    colours = theme.palette()
    first = any(mark.day == day for mark in meetings)
    last = any((mark.last or mark.day) == day for mark in meetings)
    band = QRectF(box).adjusted(2 if first else 0, 3, -2 if last else 0, -3)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(colours.accent_soft))
    painter.drawRect(band)
    painter.setPen(QPen(QColor(colours.accent), 2))
    painter.drawLine(band.bottomLeft(), band.bottomRight())
    if first:
        painter.drawLine(band.topLeft(), band.bottomLeft())
    if last:
        painter.drawLine(band.topRight(), band.bottomRight())


def _paint_count(painter: QPainter, box: QRect, number: int, base: QFont) -> None:
    colours = theme.palette()
    font = _small(base)
    font.setPointSizeF(base.pointSizeF() * 0.75)
    font.setWeight(QFont.Weight.Bold)
    words = str(number) if number < 10 else "9+"
    side = QFontMetrics(font).height()
    width = max(side, QFontMetrics(font).horizontalAdvance(words) + 4)
    badge = QRectF(box.right() + 6 - width, box.top() - 2, width, side)
    painter.setPen(QPen(QColor(colours.surface), 1))
    painter.setBrush(QColor(colours.ink))
    painter.drawRoundedRect(badge, side / 2, side / 2)
    painter.setFont(font)
    painter.setPen(QColor(colours.surface))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


def _small(base: QFont) -> QFont:
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.82)
    return font
