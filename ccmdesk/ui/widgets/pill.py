"""A word on a quiet coloured ground that tells a state."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from ccmdesk.ui import theme
from ccmdesk.ui.tokens import Tone


def pill_font(base: QFont) -> QFont:
    """Return the font of a pill for a widget whose font is `base`."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.87)
    font.setWeight(QFont.Weight.DemiBold)
    return font


def pill_size(text: str, base: QFont) -> QSize:
    """Return the room a pill takes."""
    metrics = QFontMetrics(pill_font(base))
    return QSize(metrics.horizontalAdvance(text) + 20, metrics.height() + 6)


def paint_pill(
    painter: QPainter, box: QRect, text: str, tone: Tone, base: QFont, *, outlined: bool = False
) -> None:
    """Paint a pill into `box`; outlined where the ground may have its own colour."""
    colours = theme.palette()
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(QColor(colours.soft_of(tone)))
    outlined = outlined or colours.border_width > 1 or tone is Tone.PLAIN
    edge = colours.line if tone is Tone.PLAIN else colours.ink_of(tone)
    painter.setPen(QPen(QColor(edge), colours.border_width) if outlined else Qt.PenStyle.NoPen)
    frame = QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.drawRoundedRect(frame, frame.height() / 2, frame.height() / 2)
    painter.setPen(QColor(colours.ink_of(tone)))
    painter.setFont(pill_font(base))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.restore()


class Pill(QWidget):
    """A pill as a widget of its own."""

    def __init__(self, text: str, tone: Tone = Tone.PLAIN) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.set(text, tone)

    def set(self, text: str, tone: Tone) -> None:
        """Change what the pill says."""
        self._text, self._tone = text, tone
        self.setAccessibleName(text)
        # Shown before it stands anywhere, it would flash up as a window of its own.
        if self.parentWidget() is not None or not text:
            self.setVisible(bool(text))
        self.updateGeometry()
        self.update()

    def text(self) -> str:
        """Return the word on the pill."""
        return self._text

    def sizeHint(self) -> QSize:
        return pill_size(self._text, self.font())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        paint_pill(painter, self.rect(), self._text, self._tone, self.font())
        painter.end()
