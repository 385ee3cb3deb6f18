"""The cells of a form's table: what stands in them, what changed, and how they are drawn."""

import csv
from collections.abc import Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QAbstractTableModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import (
    QLineEdit,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ccmdesk.domain.report_changes import Mark, row_marks
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S

Row = tuple[str, ...]
_Index = QModelIndex | QPersistentModelIndex
_WORDS = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_BESIDE, _ABOVE = 10, 7


def former_cells(rows: Sequence[Row], carried: Sequence[Row]) -> dict[tuple[int, int], str]:
    """Return the cells that differ from those carried over, with what stood there before.

    A row that came since counts as changed in all cells that say something.
    """
    former: dict[tuple[int, int], str] = {}
    marks = (each for each in row_marks(carried, rows) if each.mark is not Mark.REMOVED)
    for row, mark in enumerate(marks):
        if mark.mark is Mark.CHANGED:
            before = dict(enumerate(mark.before))
            former |= {(row, column): before.get(column, "") for column in mark.columns}
        elif mark.mark is Mark.ADDED:
            former |= {(row, column): "" for column, text in enumerate(mark.cells) if text}
    return former


class Cells(QAbstractTableModel):
    """The rows of a table and an empty one at the end, into which the next is typed.

    Signals: `typed` after every change the officer made.
    """

    typed = Signal()

    def __init__(self, columns: Sequence[str]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self._rows: list[list[str]] = []
        self._carried: tuple[Row, ...] | None = None
        self._former: dict[tuple[int, int], str] = {}

    def show_rows(self, rows: Sequence[Row], carried: Sequence[Row] | None) -> None:
        """Show other rows; the same rows change nothing."""
        kept = None if carried is None else tuple(carried)
        if tuple(rows) == self.rows() and kept == self._carried:
            return
        self.beginResetModel()
        self._rows = [self._filled(row) for row in rows]
        self._carried = kept
        self._compare()
        self.endResetModel()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows that say anything."""
        return tuple(tuple(row) for row in self._rows if any(cell.strip() for cell in row))

    def text_at(self, place: _Index) -> str:
        """Return what stands in a cell."""
        if 0 <= place.row() < len(self._rows):
            return self._rows[place.row()][place.column()]
        return ""

    def former(self, place: _Index) -> str | None:
        """Return what stood in a cell before it changed, None where it did not."""
        return self._former.get((place.row(), place.column()))

    def put(self, place: _Index, text: str) -> bool:
        """Write into a cell; writing into the last row makes a new one below."""
        if not place.isValid() or text == self.text_at(place):
            return False
        if place.row() == len(self._rows):
            # Below the row that is written, so that its editor stays with it.
            below = len(self._rows) + 1
            self.beginInsertRows(QModelIndex(), below, below)
            self._rows.append([""] * len(self.columns))
            self.endInsertRows()
        self._rows[place.row()][place.column()] = text
        self._tell()
        return True

    def put_block(self, at: tuple[int, int], text: str) -> None:
        """Write rows as a sheet copies them: cells apart by tabs, rows by lines."""
        block = list(csv.reader(text.splitlines(keepends=True), dialect="excel-tab"))
        block = [row for row in block if any(cell.strip() for cell in row)]
        if not block:
            return
        first, left = at
        self.beginResetModel()
        while len(self._rows) < first + len(block):
            self._rows.append([""] * len(self.columns))
        for offset, row in enumerate(block):
            for column, cell in enumerate(row[: len(self.columns) - left]):
                self._rows[first + offset][left + column] = " ".join(cell.split())
        self.endResetModel()
        self._tell()

    def remove(self, row: int) -> bool:
        """Take a row out; return whether there was one."""
        if not 0 <= row < len(self._rows):
            return False
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._rows[row]
        self.endRemoveRows()
        self._tell()
        return True

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows) + 1

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsEditable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        wanted = Qt.ItemDataRole
        if role in (wanted.DisplayRole, wanted.EditRole):
            return self.text_at(index)
        if role in (wanted.ToolTipRole, wanted.AccessibleDescriptionRole):
            before = self.former(index)
            if before is None:
                return None
            told = tr("Changed; it was “{text}”", text=before) if before else tr("New")
            return f"<qt>{escape(told)}</qt>" if role == wanted.ToolTipRole else told
        if role == wanted.AccessibleTextRole:
            return f"{self.columns[index.column()]}: {self.text_at(index) or tr('empty')}"
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        return role == Qt.ItemDataRole.EditRole and self.put(index, str(value))

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section]
        return None

    def _filled(self, row: Row) -> list[str]:
        width = len(self.columns)
        return [*row[:width], *[""] * (width - len(row))]

    def _compare(self) -> None:
        rows = [tuple(row) for row in self._rows]
        carried = self._carried
        self._former = (
            {}
            if carried is None
            else former_cells(rows, [tuple(self._filled(row)) for row in carried])
        )

    def _tell(self) -> None:
        self._compare()
        if self._rows:
            last = self.index(len(self._rows) - 1, len(self.columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)
        self.typed.emit()


class Cell(QStyledItemDelegate):
    """Draws a cell with its wrapped words, and edits it so that every key counts at once."""

    def __init__(self, cells: Cells, table: QTableView) -> None:
        super().__init__(table)
        self._cells, self._table = cells, table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        metrics = self._table.fontMetrics()
        width = self._table.columnWidth(index.column()) - 2 * _BESIDE
        box = metrics.boundingRect(
            0, 0, max(width, 20), 4000, _WORDS, self._cells.text_at(index) or "x"
        )
        return QSize(width, max(box.height(), metrics.height()) + 2 * _ABOVE + 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = theme.palette()
        box: QRect = option.rect
        from_right = self._table.isRightToLeft()
        painter.setLayoutDirection(self._table.layoutDirection())
        former = self._cells.former(index)
        if former is not None:
            painter.fillRect(box, QColor(colours.accent_soft))
            edge = box.right() - 2 if from_right else box.left()
            painter.fillRect(QRect(edge, box.top(), 3, box.height()), QColor(colours.accent))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        if index.column() < len(self._cells.columns) - 1:
            if from_right:
                painter.drawLine(box.topLeft(), box.bottomLeft())
            else:
                painter.drawLine(box.topRight(), box.bottomRight())
        text = self._cells.text_at(index)
        inner = box.adjusted(_BESIDE, _ABOVE, -_BESIDE, -_ABOVE)
        painter.setFont(self._table.font())
        painter.setPen(QColor(colours.ink))
        if not text and index.row() == self._cells.rowCount() - 1 and index.column() == 0:
            painter.setPen(QColor(colours.muted))
            text = tr("New row")
        painter.drawText(inner, _WORDS, text)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if selected and self._table.hasFocus():
            painter.setPen(QColor(colours.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))
            painter.drawRect(box.adjusted(1, 1, -2, -2))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        editor = QLineEdit(parent)
        editor.setStyleSheet(f"border-radius: 0px; padding: 2px {S - 2}px;")
        editor.setAccessibleName(self._cells.columns[index.column()])
        place = QPersistentModelIndex(index)
        editor.textEdited.connect(lambda text: self._cells.put(place, text))
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        # What comes back of a key just typed must not move the cursor.
        if editor.text() != self._cells.text_at(index):
            editor.setText(self._cells.text_at(index))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QLineEdit)
        self._cells.put(index, editor.text())
