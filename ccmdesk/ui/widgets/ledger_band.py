"""Every Article 7 report a State owes as one cell: done, due, overdue or without a record."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.ui import theme
from ccmdesk.ui.duty_words import count_days, due_line, status_tone
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XS, S, Tone


def period_words(tracked: TrackedDuty) -> str:
    """Return which report a cell stands for: the year covered, or "initial"."""
    if tracked.duty.kind is DutyKind.ART7_INITIAL:
        return tr("initial")
    return tracked.duty.period


def cell_words(tracked: TrackedDuty) -> str:
    """Return the word in a cell; a report done says how early or late it was."""
    record = tracked.record
    match tracked.status:
        case DutyStatus.DONE if record is not None and record.done_on is not None:
            late = (record.done_on - tracked.duty.due).days
            if late > 0:
                return tr("{days} d late", days=late)
            return tr("{days} d early", days=-late) if late else tr("on the day")
        case DutyStatus.DONE:
            return tr("done")
        case DutyStatus.OVERDUE:
            return tr("overdue")
        case DutyStatus.UNRECORDED:
            return tr("no record")
        case DutyStatus.NOT_APPLICABLE:
            return tr("not owed")
        case _:
            return tr("due")


def cell_tone(tracked: TrackedDuty) -> Tone:
    """Return the tone of a cell; a report that went out late is a warning, not a fault."""
    record = tracked.record
    if tracked.status is DutyStatus.DONE and record is not None and record.done_on is not None:
        return Tone.WARN if record.done_on > tracked.duty.due else Tone.OK
    if tracked.status is DutyStatus.OPEN:
        tone = status_tone(tracked)
        return Tone.ACCENT if tone is Tone.PLAIN else tone
    return status_tone(tracked)


def cell_tip(tracked: TrackedDuty) -> str:
    """Return the cell in full words, for the pointer and for a screen reader."""
    lines = [tracked.duty.title, due_line(tracked)]
    record = tracked.record
    if record is not None and record.done_on is not None:
        late = (record.done_on - tracked.duty.due).days
        timing = (
            tr("{days} late", days=count_days(late))
            if late > 0
            else tr("{days} early", days=count_days(-late))
            if late
            else tr("on the day")
        )
        lines.append(tr("Done {day}, {timing}", day=spoken(record.done_on), timing=timing))
    else:
        lines.append(cell_words(tracked))
    return "\n".join(lines)


class _Cell(QAbstractButton):
    def __init__(self, tracked: TrackedDuty, parent: QWidget) -> None:
        super().__init__(parent)
        self.tracked = tracked
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setText(cell_words(tracked))
        self.setToolTip(cell_tip(tracked))
        self.setAccessibleName(cell_tip(tracked).replace("\n", ". "))

    def paintEvent(self, event: QPaintEvent) -> None:
        colours = theme.palette()
        tone = cell_tone(self.tracked)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        metrics = QFontMetrics(small(self.font()))
        box = QRect(2, 2, self.width() - 4, metrics.height() + 12)
        edge = colours.line if tone is Tone.PLAIN else colours.soft_of(tone)
        width = colours.border_width
        if self.isChecked() or self.hasFocus():
            edge, width = colours.accent, 2
        elif self.underMouse() or colours.border_width > 1:
            edge = colours.ink_of(tone)
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(colours.soft_of(tone)))
        painter.drawRoundedRect(box, 6, 6)
        font = small(self.font())
        if self.isChecked():
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink_of(tone)))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self.text())
        under = QRect(0, box.bottom() + XS, self.width(), metrics.height())
        painter.setPen(QColor(colours.ink if self.isChecked() else colours.muted))
        painter.drawText(under, Qt.AlignmentFlag.AlignCenter, period_words(self.tracked))
        painter.end()


class LedgerBand(QWidget):
    """The cells side by side, in as many lines as they need; arrow keys move between them.

    Signals: `chosen` (duty's key) when a cell is clicked or reached by an arrow key.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Article 7 reports, every year owed"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._group = QButtonGroup(self)
        self._group.idClicked.connect(self._on_clicked)
        self.cells: list[_Cell] = []

    def show_reports(self, reports: Sequence[TrackedDuty]) -> None:
        """Show these reports; the one that was marked stays marked."""
        marked = self._group.checkedButton()
        key = marked.tracked.duty.key if isinstance(marked, _Cell) else ""
        focused = marked is not None and marked.hasFocus()
        for old in self.cells:
            self._group.removeButton(old)
            old.hide()
            old.deleteLater()
        self.cells = [_Cell(report, self) for report in reports]
        for number, cell in enumerate(self.cells):
            self._group.addButton(cell, number)
            cell.show()
        self.mark(key)
        if focused and (now := self._group.checkedButton()) is not None:
            now.setFocus()
        self._arrange()
        self.updateGeometry()

    def mark(self, key: str) -> None:
        """Mark the cell of a duty, or none if it is no report."""
        self._group.setExclusive(False)
        for cell in self.cells:
            cell.setChecked(cell.tracked.duty.key == key)
        self._group.setExclusive(True)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._lines(width) * (self._cell_height() + S) - S if self.cells else 0

    def sizeHint(self) -> QSize:
        return QSize(640, self.heightForWidth(max(self.width(), 320)))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(self.width(), 240)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()
        if event.oldSize().width() != event.size().width():
            self.updateGeometry()

    def _cell_height(self) -> int:
        return 2 * QFontMetrics(small(self.font())).height() + 12 + 2 * XS

    def _narrowest(self) -> int:
        font = small(self.font())
        font.setWeight(QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        return max((metrics.horizontalAdvance(cell.text()) + 14 for cell in self.cells), default=1)

    def _per_line(self, width: int) -> int:
        most = max((width + XS) // (self._narrowest() + XS), 1)
        lines = -(-len(self.cells) // most)
        # Even lines look meant, a last cell alone looks lost.
        return -(-len(self.cells) // max(lines, 1))

    def _lines(self, width: int) -> int:
        return -(-len(self.cells) // max(self._per_line(width), 1))

    def _arrange(self) -> None:
        if not self.cells:
            return
        per_line = self._per_line(self.width())
        step = (self.width() + XS) / per_line
        widest = min(step - XS, 132)
        for number, cell in enumerate(self.cells):
            line, place = divmod(number, per_line)
            left = round(place * (widest + XS if widest < step - XS else step))
            top = line * (self._cell_height() + S)
            cell.setGeometry(QRect(left, top, int(widest), self._cell_height()))

    def _on_clicked(self, number: int) -> None:
        self.chosen.emit(self.cells[number].tracked.duty.key)


def small(base: QFont) -> QFont:
    """Return the font of the words in a cell."""
    font = QFont(base)
    font.setPointSizeF(base.pointSizeF() * 0.87)
    return font
