"""The forms of a report as a list: how far each has come and who holds it."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import icon
from ccmdesk.ui.report_words import STANDING_TONES, Standing, standing_words
from ccmdesk.ui.tokens import M, S, Tone

WHOLE = ""
"""The place of what belongs to the report as a whole."""
_ROW = Qt.ItemDataRole.UserRole
_BADGE, _MARK = 26, 14
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class FormRow:
    """One line of the list.

    `second` tells answer or holder, `changed` that it differs from what was carried over.
    """

    letter: str
    title: str
    standing: Standing
    second: str = ""
    changed: bool = False

    @property
    def told(self) -> str:
        """Return the line as it is read aloud."""
        name = tr("Form {letter}", letter=self.letter) if self.letter else self.title
        parts = [name, self.title if self.letter else "", standing_words(self.standing)]
        parts += [self.second, tr("changed since it was carried over") if self.changed else ""]
        return ", ".join(part for part in parts if part)


def _strong(base: QFont) -> QFont:
    font = QFont(base)
    font.setWeight(QFont.Weight.DemiBold)
    return font


class FormList(QListWidget):
    """The report as a whole, and its forms.

    Signals: `chosen` (letter) when another line is chosen, `entered` when the officer wants to
    write there.
    """

    chosen = Signal(str)
    entered = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Forms of the report"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(_Line(self))
        self.currentRowChanged.connect(self._on_row)
        self.itemActivated.connect(lambda _: self.entered.emit())

    def show_rows(self, rows: Sequence[FormRow]) -> None:
        """Show the lines; the one chosen stays."""
        self.blockSignals(True)
        kept = self.letter()
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        while self.count() < len(rows):
            self.addItem(QListWidgetItem())
        for position, row in enumerate(rows):
            item = self.item(position)
            item.setData(_ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, row.told)
            item.setToolTip(row.told)
        self.blockSignals(False)
        if rows:
            self.choose(kept)
        self.viewport().update()

    def rows(self) -> list[FormRow]:
        """Return the lines."""
        return [self.item(position).data(_ROW) for position in range(self.count())]

    def letter(self) -> str:
        """Return the letter of the form chosen, "" for the report as a whole."""
        position = self.currentRow()
        row = self.item(position).data(_ROW) if position >= 0 else None
        return row.letter if row is not None else WHOLE

    def choose(self, letter: str) -> None:
        """Choose a line without telling."""
        self.blockSignals(True)
        letters = [row.letter for row in self.rows()]
        self.setCurrentRow(letters.index(letter) if letter in letters else 0)
        self.blockSignals(False)

    def sizeHint(self) -> QSize:
        return QSize(34 * self.fontMetrics().averageCharWidth(), 400)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 80)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            # The names wrap anew.
            self.scheduleDelayedItemsLayout()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Right):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def _on_row(self, position: int) -> None:
        if position >= 0:
            self.chosen.emit(self.item(position).data(_ROW).letter)


class _Line(QStyledItemDelegate):
    def __init__(self, view: FormList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        row = index.data(_ROW)
        line = self._view.fontMetrics().height()
        if row is None:
            return QSize(100, line)
        return QSize(100, self._title_height(row) + line + 20)

    def _title_height(self, row: FormRow) -> int:
        metrics = QFontMetrics(_strong(self._view.font()))
        beside = M + S + (_BADGE + S if row.letter else 0)
        room = max(self._view.viewport().width() - beside, 60)
        words = Qt.TextFlag.TextWordWrap
        height = metrics.boundingRect(0, 0, room, 400, words, row.title).height()
        return min(height, 3 * metrics.lineSpacing())

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row = index.data(_ROW)
        if row is None:
            return
        colours = theme.palette()
        box: QRect = option.rect
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.fillRect(box, QColor(colours.accent_soft))
            painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(colours.accent))
            # In high contrast there are no soft fills.
            if self._view.hasFocus() or colours.border_width > 1:
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(QColor(colours.accent), 2))
                painter.drawRect(box.adjusted(1, 1, -1, -1))
        left = box.left() + M
        if row.letter:
            self._badge(painter, QRect(left, box.center().y() - _BADGE // 2, _BADGE, _BADGE), row)
        words = box.adjusted(M + _BADGE + S, S - 1, -S, -S + 1)
        if not row.letter:
            words.setLeft(left)
        self._words(painter, words, row)
        painter.restore()

    def _badge(self, painter: QPainter, box: QRect, row: FormRow) -> None:
        colours = theme.palette()
        tone = STANDING_TONES[row.standing]
        outlined = colours.border_width > 1 or tone is Tone.PLAIN
        ink = QColor(colours.ink_of(tone))
        edge = QPen(QColor(colours.field_line) if tone is Tone.PLAIN else ink, colours.border_width)
        if row.standing in (Standing.EMPTY, Standing.VOLUNTARY):
            edge.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(edge if outlined else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colours.soft_of(tone)))
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font = QFont(self._view.font())
        font.setBold(True)
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, row.letter)

    def _words(self, painter: QPainter, box: QRect, row: FormRow) -> None:
        colours = theme.palette()
        painter.setFont(_strong(self._view.font()))
        painter.setPen(QColor(colours.ink))
        title = QRect(box.left(), box.top(), box.width(), self._title_height(row) + 2)
        painter.drawText(title, Qt.TextFlag.TextWordWrap, row.title)
        small = QFont(self._view.font())
        small.setPointSizeF(small.pointSizeF() * 0.87)
        painter.setFont(small)
        metrics = painter.fontMetrics()
        tone = STANDING_TONES[row.standing]
        painter.setPen(QColor(colours.muted if tone is Tone.PLAIN else colours.ink_of(tone)))
        if row.changed:
            # The pencil tells that carried text was written on; what is read aloud says it too.
            top = box.bottom() - (metrics.height() + _MARK) // 2
            pencil = icon("pencil", colours.accent, _MARK)
            pencil.paint(painter, QRect(box.right() - _MARK, top, _MARK, _MARK))
        word = standing_words(row.standing) if row.letter else ""
        foot, elide = Qt.AlignmentFlag.AlignBottom, Qt.TextElideMode.ElideRight
        painter.drawText(box, foot, word)
        if row.second:
            after = f" · {row.second}" if word else row.second
            mark = _MARK if row.changed else 0
            rest = box.adjusted(metrics.horizontalAdvance(word), 0, -mark, 0)
            painter.setPen(QColor(colours.muted))
            painter.drawText(rest, foot, metrics.elidedText(after, elide, rest.width()))
