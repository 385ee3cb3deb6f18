"""A table of frozen rows: hairlines between rows, pills for states, one selected row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ccmdesk.ui import theme
from ccmdesk.ui.tokens import ROW_HEIGHT, Tone
from ccmdesk.ui.tokens import M as GAP
from ccmdesk.ui.widgets.pill import paint_pill, pill_size

_Index = QModelIndex | QPersistentModelIndex
_TOLD = (
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
)
# What follows a text is read too, however long the text is.
_SHARE = 0.35


@dataclass(frozen=True)
class Column:
    """A column: its head, the text of a row, and a tone if the text is shown as a pill.

    `width` is in characters of the base font; 0 lets the column take the room that is left, unless
    a `sample` says which text has to fit. The
    text is struck through where `struck` says so; `after` follows it in a quiet colour.
    """

    head: str
    text: Callable[[Any], str]
    width: int = 0
    tone: Callable[[Any], Tone] | None = None
    strong: bool = False
    struck: Callable[[Any], bool] | None = None
    after: Callable[[Any], str] | None = None
    sample: str = ""

    def told(self, row: Any) -> str:
        """Return all that the column says of a row, for a tooltip or a reader of the screen."""
        parts = (self.text(row), self.after(row) if self.after else "")
        return " · ".join(part for part in parts if part)


class Rows(QAbstractTableModel):
    """The rows of a table and how its columns read them."""

    def __init__(self, columns: Sequence[Column]) -> None:
        super().__init__()
        self.columns = tuple(columns)
        self.rows: Sequence[Any] = []
        self._sorted: tuple[int, bool] | None = None

    def replace(self, rows: Sequence[Any]) -> None:
        """Show other rows."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def extend(self, rows: Sequence[Any]) -> None:
        """Show `rows`, which begin with those shown already."""
        if len(rows) <= len(self.rows):
            self.rows = rows
            return
        self.beginInsertRows(QModelIndex(), len(self.rows), len(rows) - 1)
        self.rows = rows
        self.endInsertRows()

    def mark_sorted(self, column: int, descending: bool) -> None:
        """Show by an arrow which column the rows are sorted by; -1 for none."""
        self._sorted = (column, descending) if column >= 0 else None
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.columns) - 1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _TOLD:
            return None
        text = self.columns[index.column()].told(self.rows[index.row()])
        if role != Qt.ItemDataRole.ToolTipRole or not text:
            return text
        # A tooltip reads markup; a name that looks like it is shown as typed.
        return f"<qt>{escape(text)}</qt>"

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                head = self.columns[section].head
                if self._sorted is None or self._sorted[0] != section:
                    return head
                return f"{head} {'↓' if self._sorted[1] else '↑'}"
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None


class _Cell(QStyledItemDelegate):
    def __init__(self, rows: Rows, table: QTableView) -> None:
        super().__init__(table)
        self._rows = rows
        self._table = table

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(super().sizeHint(option, index).width(), ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        # A key may change every cell in sight, so nothing is made here that can be kept.
        colours = theme.palette()
        box: QRect = option.rect
        place, position = index.row(), index.column()
        # Only one row is ever selected, and it is the current one.
        selected = self._table.currentIndex().row() == place
        if selected:
            painter.fillRect(box, _colour(colours.accent_soft))
            if position == 0:
                painter.fillRect(
                    QRect(box.left(), box.top(), 3, box.height()), _colour(colours.accent)
                )
        painter.setPen(_colour(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        column = self._rows.columns[position]
        row = self._rows.rows[place]
        text = column.text(row)
        inner = box.adjusted(10, 0, -8, 0)
        if column.tone is not None and text:
            base = self._table.font()
            size = pill_size(text, base)
            top = inner.top() + (inner.height() - size.height()) // 2
            width = min(size.width(), inner.width())
            pill = QRect(inner.left(), top, width, size.height())
            paint_pill(painter, pill, text, column.tone(row), base, outlined=selected)
        else:
            self._write(painter, inner, column, row)
        if selected and colours.border_width > 1 and self._table.hasFocus():
            painter.setPen(_colour(colours.accent))
            painter.drawRect(box.adjusted(0, 0, -1, -1))

    def _write(self, painter: QPainter, box: QRect, column: Column, row: Any) -> None:
        colours = theme.palette()
        text = column.text(row)
        struck = column.struck is not None and column.struck(row)
        after = column.after(row) if column.after is not None else ""
        font = self._table.font()
        if struck or column.strong:
            font.setBold(column.strong)
            font.setStrikeOut(struck)
        painter.setFont(font)
        painter.setPen(_colour(colours.muted if struck else colours.ink))
        most = box.width() * (1 if not after else _SHARE if text else 0)
        used = _elided(painter, box, text, round(most))
        if after:
            rest = box.adjusted(used + (GAP if used else 0), 0, 0, 0)
            painter.setFont(self._table.font())
            painter.setPen(_colour(colours.muted))
            _elided(painter, rest, after, rest.width())


@lru_cache(maxsize=64)
def _colour(name: str) -> QColor:
    return QColor(name)


def _elided(painter: QPainter, box: QRect, text: str, most: int) -> int:
    """Write a text, shortened to `most` pixels where it is longer; return the room it took."""
    if not text:
        return 0
    metrics = painter.fontMetrics()
    width = metrics.horizontalAdvance(text)
    if width > most:
        text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, most)
        width = metrics.horizontalAdvance(text)
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, text)
    return width


class DataTable(QTableView):
    """A read-only table.

    Signals: `row_chosen` (row) when the selection moves; `row_opened` (row) on Enter or a
    double click.
    """

    row_chosen = Signal(object)
    row_opened = Signal(object)

    def __init__(self, columns: Sequence[Column], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._rows = Rows(columns)
        self.setModel(self._rows)
        self.setItemDelegate(_Cell(self._rows, self))
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        for position, column in enumerate(self._rows.columns):
            if not (column.width or column.sample):
                head.setSectionResizeMode(position, QHeaderView.ResizeMode.Stretch)
        self._measure()
        self.selectionModel().currentRowChanged.connect(self._on_current_row_changed)
        self.doubleClicked.connect(lambda index: self.row_opened.emit(self._rows.rows[index.row()]))

    def _measure(self) -> None:
        """Give rows and columns the size that the present text asks for."""
        metrics = self.fontMetrics()
        self.verticalHeader().setDefaultSectionSize(max(ROW_HEIGHT, metrics.height() + 14))
        for position, column in enumerate(self._rows.columns):
            if column.sample:
                self.setColumnWidth(position, metrics.horizontalAdvance(column.sample) + 20)
            elif column.width:
                self.setColumnWidth(position, column.width * metrics.averageCharWidth() + 20)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def show_rows(
        self, rows: Sequence[Any], *, keep: Callable[[Any], object] | None = None
    ) -> None:
        """Show rows; with `keep` the row with the same key stays selected."""
        chosen = self.chosen()
        wanted = keep(chosen) if keep and chosen is not None else None
        self._rows.replace(list(rows))
        if keep and wanted is not None:
            for position, row in enumerate(rows):
                if keep(row) == wanted:
                    self.selectRow(position)
                    return

    def chosen(self) -> Any:
        """Return the selected row, or None."""
        index = self.currentIndex()
        return self._rows.rows[index.row()] if index.isValid() else None

    def rows(self) -> Sequence[Any]:
        """Return the rows shown."""
        return self._rows.rows

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.currentIndex().isValid():
            # A lower window must not hide the row that is explained beside the table.
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.chosen() is not None:
            self.row_opened.emit(self.chosen())
        else:
            super().keyPressEvent(event)

    def _on_current_row_changed(self, current: QModelIndex, _previous: QModelIndex) -> None:
        if current.isValid():
            self.row_chosen.emit(self._rows.rows[current.row()])
