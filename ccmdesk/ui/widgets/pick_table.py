"""A table from which rows are picked with a tick: Space or a click on the box."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import icon
from ccmdesk.ui.tokens import ROW_HEIGHT, Tone
from ccmdesk.ui.widgets.pill import paint_pill, pill_size

_Index = QModelIndex | QPersistentModelIndex
_BOX, _OUTCOME = 0, 1
_SIDE = 16
# The width of an average letter at the usual size of text.
_USUAL_LETTER = 8


@dataclass(frozen=True, slots=True)
class PickRow:
    """One row: its outcome as a pill, its cells, and a remark under the first of them.

    A row that is `fixed` cannot be picked. `key` is what the caller knows it by.
    """

    key: int
    outcome: str
    tone: Tone
    cells: tuple[str, ...]
    remark: str = ""
    picked: bool = True
    fixed: bool = False


class PickRows(QAbstractTableModel):
    """The rows; what is picked changes here."""

    picked_changed = Signal()

    def __init__(self, heads: Sequence[str]) -> None:
        super().__init__()
        self.heads = ("", tr("Outcome"), *heads)
        self.rows: list[PickRow] = []

    def replace(self, rows: Sequence[PickRow]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = list(rows)
        self.endResetModel()

    def pick(self, row: int, picked: bool) -> None:
        """Pick a row or leave it, unless it is fixed."""
        if self.rows[row].fixed or self.rows[row].picked == picked:
            return
        self.rows[row] = replace(self.rows[row], picked=picked)
        self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.heads) - 1))
        self.picked_changed.emit()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.heads)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.rows[index.row()], index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            return ("", row.outcome, *row.cells)[column]
        if role == Qt.ItemDataRole.CheckStateRole and column == _BOX:
            return Qt.CheckState.Checked if row.picked else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.ToolTipRole:
            return (
                f"<qt>{escape(' · '.join(part for part in (*row.cells, row.remark) if part))}</qt>"
            )
        if role == Qt.ItemDataRole.AccessibleTextRole:
            picked = tr("picked") if row.picked else tr("not picked")
            parts = (picked, row.outcome, *row.cells, row.remark)
            return ", ".join(part for part in parts if part)
        return None

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                return self.heads[section]
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Cells(QStyledItemDelegate):
    def __init__(self, table: "PickTable") -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = theme.palette()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        row = self._table.members.rows[index.row()]
        painter.save()
        if selected:
            painter.fillRect(box, QColor(colours.accent_soft))
            if index.column() == _BOX:
                edge = colours.accent if self._table.hasFocus() else colours.field_line
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(edge))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(10, 0, -8, 0)
        if index.column() == _BOX:
            self._paint_box(painter, box, row)
        elif index.column() == _OUTCOME:
            size = pill_size(row.outcome, self._table.font())
            top = inner.top() + (inner.height() - size.height()) // 2
            pill = QRect(inner.left(), top, min(size.width(), inner.width()), size.height())
            paint_pill(painter, pill, row.outcome, row.tone, self._table.font(), outlined=selected)
        else:
            self._paint_text(painter, inner, index, row)
        if selected and colours.border_width > 1:
            edge = colours.accent if self._table.hasFocus() else colours.ink
            painter.setPen(QPen(QColor(edge), 2))
            painter.drawLine(box.left(), box.top() + 1, box.right(), box.top() + 1)
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        painter.restore()

    def _paint_box(self, painter: QPainter, box: QRect, row: PickRow) -> None:
        if row.fixed:
            return
        colours = theme.palette()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        place = QRect(0, 0, _SIDE, _SIDE)
        place.moveCenter(box.center())
        edge = colours.accent if row.picked else colours.field_line
        painter.setPen(QPen(QColor(edge), colours.border_width))
        painter.setBrush(QColor(colours.accent if row.picked else colours.surface))
        painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        if row.picked:
            icon("check", colours.accent_ink).paint(painter, place.adjusted(1, 1, -1, -1))

    def _paint_text(self, painter: QPainter, room: QRect, index: _Index, row: PickRow) -> None:
        colours = theme.palette()
        first = index.column() == _OUTCOME + 1
        font = painter.font()
        font.setBold(first)
        painter.setFont(font)
        painter.setPen(QColor(colours.ink if row.picked else colours.muted))
        text = str(index.data() or "")
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        lines = room.adjusted(0, 5, 0, -5)
        upper = QRect(lines.left(), lines.top(), lines.width(), lines.height() // 2)
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, room.width())
        # A remark runs below all cells of its row.
        painter.drawText(upper if row.remark else room, left, shown)
        remark = row.remark if first else ""
        if not remark:
            return
        font.setBold(False)
        font.setPointSizeF(font.pointSizeF() * 0.87)
        painter.setFont(font)
        tone = Tone.DANGER if row.tone is Tone.DANGER else Tone.PLAIN
        painter.setPen(QColor(colours.ink_of(tone)))
        width = self._table.viewport().width() - room.left() - 8
        lower = QRect(lines.left(), upper.bottom() + 1, width, lines.height() // 2)
        painter.setClipping(False)
        shown = painter.fontMetrics().elidedText(remark, Qt.TextElideMode.ElideRight, width)
        painter.drawText(lower, left, shown)


class PickTable(QTableView):
    """Rows with a box each.

    `needed` are columns, counted from the first cell as 0, that are hidden below a width in pixels
    at the usual size of text. Signals: `picked_changed`, `chosen_changed`.
    """

    picked_changed = Signal()
    chosen_changed = Signal()

    def __init__(self, heads: Sequence[str], name: str, needed: dict[int, int]) -> None:
        super().__init__()
        self._needed = needed
        self.setAccessibleName(name)
        self.setAccessibleDescription(tr("Space picks a row or leaves it out."))
        self.members = PickRows(heads)
        self.setModel(self.members)
        self.setItemDelegate(_Cells(self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(32)
        for column in range(_OUTCOME + 1, len(self.members.heads)):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._measure()
        self.members.picked_changed.connect(self.picked_changed)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen_changed.emit())

    def show_rows(self, rows: Sequence[PickRow]) -> None:
        """Show other rows; the place of the cursor stays."""
        place = self.currentIndex().row()
        self.members.replace(rows)
        for number, row in enumerate(rows):
            self.setRowHeight(number, self._height(bool(row.remark)))
        if rows:
            self.selectRow(min(max(place, 0), len(rows) - 1))
        self.chosen_changed.emit()

    def rows(self) -> list[PickRow]:
        """Return the rows as they stand."""
        return self.members.rows

    def chosen(self) -> PickRow | None:
        """Return the row with the cursor."""
        row = self.currentIndex().row()
        return self.members.rows[row] if 0 <= row < len(self.members.rows) else None

    def picked(self) -> list[int]:
        """Return the keys of the rows that are picked."""
        return [row.key for row in self.members.rows if row.picked and not row.fixed]

    def toggle(self, row: int) -> None:
        """Pick a row, or leave it out."""
        self.members.pick(row, not self.members.rows[row].picked)

    def _height(self, with_remark: bool) -> int:
        line = self.fontMetrics().height()
        return max(ROW_HEIGHT, line + 14) + (line if with_remark else 0)

    def _measure(self) -> None:
        character = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(_BOX, 40)
        self.setColumnWidth(_OUTCOME, 16 * character + 30)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        changed = event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange)
        if changed and hasattr(self, "members"):
            self._measure()
            for number, row in enumerate(self.members.rows):
                self.setRowHeight(number, self._height(bool(row.remark)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        letter = self.fontMetrics().averageCharWidth()
        for cell, width in self._needed.items():
            hidden = self.width() < width * letter / _USUAL_LETTER
            self.setColumnHidden(cell + _OUTCOME + 1, hidden)
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        if event.key() == Qt.Key.Key_Space and row >= 0:
            self.toggle(row)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == _BOX:
            self.toggle(index.row())
