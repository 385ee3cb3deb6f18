"""A table of a form: rows typed in place or pasted from a sheet, changed cells marked."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QHeaderView,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.article7 import TableSpec
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_cells import Cell, Cells, Row
from ccmdesk.ui.tokens import XS
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label

_LETTERS_OF_A_COLUMN = 13
_WIDEST_SHARE, _LEAST_SHARE = 22, 9
_HIGHEST = 460


class ReportTable(QWidget):
    """One table under its caption, with the buttons for its rows.

    Signals: `typed` after every key that changed a cell.
    """

    typed = Signal()

    def __init__(self, spec: TableSpec) -> None:
        super().__init__()
        self.spec = spec
        self.cells = Cells(spec.columns)
        self.grid = _Grid(self.cells, spec.caption)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(XS)
        self.caption = label(spec.caption, "label", wrap=True)
        self.caption.setBuddy(self.grid)
        column.addWidget(self.caption)
        column.addWidget(self.grid)
        acts = QWidget()
        row = Flow(acts, spacing=XS)
        self.add = button(tr("Add a row"), self.add_row, kind="quiet", icon_name="plus")
        self.remove = button(
            tr("Remove the row"),
            self.remove_row,
            kind="quiet",
            icon_name="trash-2",
            tip=_tip("Ctrl+Delete"),
        )
        self.paste = button(
            tr("Paste rows"),
            self.paste_rows,
            kind="quiet",
            icon_name="copy",
            tip=tr("Rows copied from a sheet, column by column (Ctrl+V)"),
        )
        for each, words in (
            (self.add, tr("Add a row")),
            (self.remove, tr("Remove the row")),
            (self.paste, tr("Paste rows")),
        ):
            each.setAccessibleName(f"{spec.caption}: {words}")
            row.addWidget(each)
        column.addWidget(acts)
        self.grid.row_unwanted.connect(self.remove_row)
        self.grid.paste_wanted.connect(self.paste_rows)
        self.cells.typed.connect(self._on_typed)
        self.grid.selectionModel().currentChanged.connect(lambda *_: self._tell())
        self._tell()

    def write_in(self, language: str) -> None:
        """Begin the rows at the side from which the language is written, as on the paper."""
        from_right = language == "ar"
        self.grid.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if from_right else Qt.LayoutDirection.LeftToRight
        )

    def show_rows(self, rows: Sequence[Row], carried: Sequence[Row] | None) -> None:
        """Show rows without a signal; cells that differ from those `carried` over are marked."""
        self.cells.show_rows(rows, carried)
        self.grid.fit()
        self._tell()

    def rows(self) -> tuple[Row, ...]:
        """Return the rows that say anything."""
        return self.cells.rows()

    def add_row(self) -> None:
        """Put the keyboard into the empty row at the end."""
        last = self.cells.index(self.cells.rowCount() - 1, 0)
        self.grid.setFocus()
        self.grid.setCurrentIndex(last)
        self.grid.edit(last)

    def remove_row(self) -> None:
        """Take the present row out."""
        row = self.grid.currentIndex().row()
        if self.cells.remove(row):
            self.grid.setCurrentIndex(self.cells.index(min(row, self.cells.rowCount() - 1), 0))
            self.grid.setFocus()

    def paste_rows(self) -> None:
        """Put rows from the clipboard in, at the present cell or at the end."""
        text = QApplication.clipboard().text()
        place = self.grid.currentIndex()
        at = (place.row(), place.column()) if place.isValid() else (self.cells.rowCount() - 1, 0)
        self.cells.put_block(at, text)

    def _on_typed(self) -> None:
        if self.grid.writes_in_place():
            # Of a long table only the row that is written can have another height.
            self.grid.resizeRowToContents(self.grid.currentIndex().row())
            self.grid.fit_height()
        else:
            self.grid.fit()
        self._tell()
        self.typed.emit()

    def _tell(self) -> None:
        row = self.grid.currentIndex().row()
        self.remove.setEnabled(0 <= row < self.cells.rowCount() - 1)


class _Grid(QTableView):
    """The cells; Enter edits, Tab goes on while editing and leaves the table otherwise."""

    row_unwanted = Signal()
    paste_wanted = Signal()

    def __init__(self, cells: Cells, name: str) -> None:
        super().__init__()
        self._cells = cells
        self._fitted_rows = 0
        self.setAccessibleName(name)
        self.setAccessibleDescription(
            tr("Enter or any key edits a cell, Tab goes to the next one, Escape leaves it")
        )
        self.setModel(cells)
        self.setItemDelegate(Cell(cells, self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.DoubleClicked
            | trigger.SelectedClicked
            | trigger.EditKeyPressed
            | trigger.AnyKeyPressed
        )
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        head.setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom | Qt.TextFlag.TextWordWrap
        )

    def writes_in_place(self) -> bool:
        """Tell whether a key changes one cell and no row comes or goes."""
        editing = self.state() is QAbstractItemView.State.EditingState
        return editing and self._fitted_rows == self._cells.rowCount()

    def fit(self) -> None:
        """Give the columns the room there is, and the table the height of its rows."""
        metrics = self.fontMetrics()
        room = self.viewport().width()
        shares = [min(max(len(each), _LEAST_SHARE), _WIDEST_SHARE) for each in self._cells.columns]
        least = _LETTERS_OF_A_COLUMN * metrics.averageCharWidth()
        widths = _widths(shares, room, least)
        for position, width in enumerate(widths):
            self.setColumnWidth(position, width)
        self.resizeRowsToContents()
        head = self.horizontalHeader()
        tallest = max(
            metrics.boundingRect(
                0, 0, self.columnWidth(number) - 24, 400, Qt.TextFlag.TextWordWrap, words
            ).height()
            for number, words in enumerate(self._cells.columns)
        )
        head.setFixedHeight(tallest + 16)
        self.fit_height()

    def fit_height(self) -> None:
        """Give the table the height of its rows."""
        head = self.horizontalHeader()
        self._fitted_rows = self._cells.rowCount()
        used = sum(self.columnWidth(number) for number in range(len(self._cells.columns)))
        room = self.viewport().width()
        rows = sum(self.rowHeight(row) for row in range(self._cells.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if used > room else 0
        self.setFixedHeight(min(head.height() + rows + bar + 2, _HIGHEST))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.matches(QKeySequence.StandardKey.Paste):
            self.paste_wanted.emit()
        elif event.matches(QKeySequence.StandardKey.Copy):
            QApplication.clipboard().setText(self._cells.text_at(self.currentIndex()))
        elif control and event.key() == Qt.Key.Key_Delete:
            self.row_unwanted.emit()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._cells.put(self.currentIndex(), "")
        elif enter and self.currentIndex().isValid():
            self.edit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid():
            self.setCurrentIndex(self._cells.index(0, 0))


def _widths(shares: Sequence[int], room: int, least: int) -> list[int]:
    """Return widths in proportion to the shares, none under the least, filling the room."""
    if least * len(shares) >= room:
        return [least] * len(shares)
    spare = room - least * len(shares)
    over = [max(room * share // sum(shares) - least, 0) for share in shares]
    total = sum(over) or 1
    widths = [least + spare * each // total for each in over]
    widths[-1] += room - sum(widths)
    return widths


def _tip(keys: str) -> str:
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)
