"""Two lights of a member of a delegation: in the issued note, and on the secretariat's portal."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRect
from PySide6.QtGui import QFontMetrics, QPainter

from ccmdesk.domain.dates import spoken
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import icon
from ccmdesk.ui.tokens import Tone

_SIGN = 16


@dataclass(frozen=True, slots=True)
class Lights:
    """The number of the note that has the member ("" for none) and the day on the portal.

    `otherwise` is set where the note writes the member in another way.
    """

    note: str = ""
    otherwise: bool = False
    on_portal: date | None = None

    @property
    def told(self) -> str:
        """Return both lights in words."""
        if not self.note:
            note = tr("in no issued note")
        elif self.otherwise:
            note = tr("written otherwise in note {number}", number=self.note)
        else:
            note = tr("in note {number}", number=self.note)
        portal = (
            tr("on the portal, {day}", day=spoken(self.on_portal))
            if self.on_portal
            else tr("not on the portal yet")
        )
        return f"{note}; {portal}"


def lights_head() -> str:
    """Return the head of the column of lights."""
    return tr("Note  Portal")


def paint_lights(painter: QPainter, box: QRect, lights: Lights) -> None:
    """Paint a tick, a warning or a cross under each word of the head; shape and colour differ."""
    note = ("x", Tone.PLAIN)
    if lights.note:
        note = ("triangle-alert", Tone.WARN) if lights.otherwise else ("circle-check", Tone.OK)
    portal = ("circle-check", Tone.OK) if lights.on_portal else ("x", Tone.PLAIN)
    metrics = QFontMetrics(painter.font())
    first, _, second = lights_head().partition("  ")
    width = metrics.horizontalAdvance(first) * 0.87
    gap = metrics.horizontalAdvance("  ")
    middles = (width / 2, width + gap + metrics.horizontalAdvance(second) * 0.87 / 2)
    top = box.top() + (box.height() - _SIGN) // 2
    for (name, tone), middle in zip((note, portal), middles, strict=True):
        left = round(box.left() + middle - _SIGN / 2)
        ink = theme.palette().ink_of(tone)
        icon(name, ink).paint(painter, QRect(left, top, _SIGN, _SIGN))
