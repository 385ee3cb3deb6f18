"""The members of a delegation as a table that is put in order by hand or by keys."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.widgets.delegate_cells import FLAG, LIGHT, DelegateCells
from ccmdesk.ui.widgets.lights import Lights, lights_head

_Index = QModelIndex | QPersistentModelIndex

NUMBER, ROLE, NAME, TITLE, PLACE, LIGHTS = range(6)
_LIGHT_ROLES = (LIGHT, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
_MIME = "application/x-ccmdesk-delegate"
# Below this width in pixels the organization stands in its person's tooltip only.
_PLACE_NEEDS = 800


class DelegateRows(QAbstractTableModel):
    """The members in listing order; a change of role is asked for, not made here."""

    role_wanted = Signal(object, object)

    def __init__(self) -> None:
        super().__init__()
        self.delegates: list[Delegate] = []
        self.flags_by_id: Mapping[int, str] = {}
        self.lights_by_id: Mapping[int, Lights] = {}

    def replace(self, delegates: Sequence[Delegate], flags: Mapping[int, str]) -> None:
        """Show other members; `flags` say by their ids what is to be looked at in their title."""
        self.beginResetModel()
        self.delegates = list(delegates)
        self.flags_by_id = flags
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.delegates)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else 6

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        delegate = self.delegates[index.row()]
        if role == Qt.ItemDataRole.EditRole:
            return str(delegate.role)
        if role == Qt.ItemDataRole.DisplayRole:
            return self._text(delegate, index)
        if index.column() == LIGHTS and role in _LIGHT_ROLES:
            lights = self.lights_by_id.get(delegate.id, Lights())
            return lights if role == LIGHT else lights.told
        if role == FLAG:
            return self.flags_by_id.get(delegate.id, "") if index.column() == TITLE else ""
        if role == Qt.ItemDataRole.ToolTipRole and index.column() > ROLE:
            flag = self.flags_by_id.get(delegate.id, "")
            told = f"{_in_full(delegate)}. {flag}" if flag else _in_full(delegate)
            return f"<qt>{escape(told)}</qt>"
        if role == Qt.ItemDataRole.AccessibleTextRole and index.column() == TITLE:
            flag = self.flags_by_id.get(delegate.id, "")
            return ". ".join(part for part in (delegate.person.functional_title, flag) if part)
        return None

    def _text(self, delegate: Delegate, index: _Index) -> str:
        person = delegate.person
        texts = (
            str(index.row() + 1),
            tr(ROLE_WORDS[delegate.role]),
            person.printed_name(capitals=False),
            person.functional_title,
            ", ".join(part for part in (person.organization, person.place) if part),
            "",
        )
        return texts[index.column()]

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        delegate = self.delegates[index.row()]
        if value != str(delegate.role):
            self.role_wanted.emit(delegate, Role(value))
        return True

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal:
            if role == Qt.ItemDataRole.DisplayRole:
                heads = ("No.", "Role", "Name", "Functional title", "Organization, place")
                return lights_head() if section == LIGHTS else tr(heads[section])
            if role == Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        flags |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == ROLE else flags

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        return [_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        carried = QMimeData()
        carried.setData(_MIME, f"{id(self)} {indexes[0].row()}".encode())
        return carried

    def carried_row(self, carried: QMimeData) -> int | None:
        """Return the row that is dragged, or None for what is not a row of this very table."""
        if not carried.hasFormat(_MIME):
            return None
        owner, row = bytes(carried.data(_MIME).data()).split()
        return int(row) if int(owner) == id(self) else None


class DelegationTable(QTableView):
    """The delegation: drag a row, or Alt+Up and Alt+Down, to reorder; F2 or a click for the role.

    Signals: `move_wanted` (from row, to row), `role_wanted` (Delegate, Role), `remove_wanted`
    (Delegate), `portal_wanted` (Delegate) on Space: on the portal or not, `chosen_changed`.
    """

    move_wanted = Signal(int, int)
    role_wanted = Signal(object, object)
    remove_wanted = Signal(object)
    portal_wanted = Signal(object)
    chosen_changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Delegation"))
        self.setAccessibleDescription(
            tr(
                "Alt and the arrows move a member, F2 changes the role, Space marks it as on the "
                "portal, Delete removes the member."
            )
        )
        self.members = DelegateRows()
        self.setModel(self.members)
        self._cells = DelegateCells(self)
        self.setItemDelegate(self._cells)
        self.setShowGrid(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setMinimumSectionSize(48)
        for column in (NAME, TITLE, PLACE):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self._measure()
        self._fit = QTimer(self)
        self._fit.setSingleShot(True)
        self._fit.timeout.connect(self._fit_rows)
        head.sectionResized.connect(lambda *_: self._fit.start(0))
        self.line: int | None = None
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDragDropOverwriteMode(False)
        self.setDropIndicatorShown(False)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen_changed.emit())
        self.clicked.connect(self._on_clicked)
        # Queued: the act shows the table anew, which must not happen under an open editor.
        self.members.role_wanted.connect(self.role_wanted, Qt.ConnectionType.QueuedConnection)

    def _measure(self) -> None:
        """Give the first columns the width that the present text asks for."""
        character = self.fontMetrics().averageCharWidth()
        self.setColumnWidth(NUMBER, 4 * character + 32)
        self.setColumnWidth(ROLE, 18 * character + 44)
        self.setColumnWidth(LIGHTS, self.fontMetrics().horizontalAdvance(lights_head()) + 20)

    def _fit_rows(self) -> None:
        self.resizeRowsToContents()
        if self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._measure()

    def show_delegates(
        self,
        delegates: Sequence[Delegate],
        choose: int = 0,
        flags: Mapping[int, str] | None = None,
        lights: Mapping[int, Lights] | None = None,
    ) -> None:
        """Show the members; the one chosen before, or the one with the id `choose`, is chosen."""
        before = self.chosen()
        wanted = choose or (before.id if before else 0)
        position = self.currentIndex().row()
        self.members.lights_by_id = lights or {}
        self.members.replace(delegates, flags or {})
        self.resizeRowsToContents()
        rows = [row for row, delegate in enumerate(delegates) if delegate.id == wanted]
        if rows:
            self.choose_row(rows[0])
        elif delegates and position >= 0:
            self.choose_row(min(position, len(delegates) - 1))
        self.chosen_changed.emit()

    def choose_row(self, row: int) -> None:
        """Choose a row, with the cursor on its role."""
        self.setCurrentIndex(self.members.index(row, ROLE))

    def chosen(self) -> Delegate | None:
        """Return the member chosen."""
        row = self.currentIndex().row()
        return self.members.delegates[row] if 0 <= row < len(self.members.delegates) else None

    def edit_role(self) -> None:
        """Open the choice of roles of the member chosen."""
        row = self.currentIndex().row()
        if row >= 0:
            index = self.members.index(row, ROLE)
            self.setCurrentIndex(index)
            self.edit(index)

    def step(self, by: int) -> None:
        """Ask to move the member chosen up (-1) or down (1)."""
        row = self.currentIndex().row()
        if row >= 0 and 0 <= row + by < len(self.members.delegates):
            self.move_wanted.emit(row, row + by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, chosen = event.key(), self.chosen()
        alt = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
        if alt and key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_F2, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.edit_role()
        elif key == Qt.Key.Key_Space and chosen is not None:
            self.portal_wanted.emit(chosen)
        elif key == Qt.Key.Key_Delete and chosen is not None:
            self.remove_wanted.emit(chosen)
        else:
            super().keyPressEvent(event)

    def _on_clicked(self, index: QModelIndex) -> None:
        if index.column() == ROLE:
            self.edit(index)

    # Dragging

    def _gap_at(self, event: QDropEvent) -> int:
        spot = event.position().toPoint()
        row = self.rowAt(spot.y())
        if row < 0:
            return self.members.rowCount()
        top, height = self.rowViewportPosition(row), self.rowHeight(row)
        return row if spot.y() < top + height // 2 else row + 1

    def _show_line(self, gap: int | None) -> None:
        self.line = gap
        self.viewport().update()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if self.members.carried_row(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        if self.members.carried_row(event.mimeData()) is not None:
            self._show_line(self._gap_at(event))
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._show_line(None)

    def dropEvent(self, event: QDropEvent) -> None:
        self._show_line(None)
        carried = self.members.carried_row(event.mimeData())
        if carried is None:
            return
        gap = self._gap_at(event)
        target = gap - 1 if gap > carried else gap
        event.accept()
        if target != carried:
            self.move_wanted.emit(carried, target)

    # The picture

    def resizeEvent(self, event: QResizeEvent) -> None:
        self.setColumnHidden(PLACE, self.width() < _PLACE_NEEDS)
        super().resizeEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(480, 200)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.line is None:
            return
        last = self.line >= self.members.rowCount()
        row = self.members.rowCount() - 1 if last else self.line
        y = self.rowViewportPosition(row) + (self.rowHeight(row) if last else 0)
        painter = QPainter(self.viewport())
        painter.setPen(QPen(QColor(theme.palette().accent), 2))
        painter.drawLine(0, max(y, 1), self.viewport().width(), max(y, 1))
        painter.end()


def _in_full(delegate: Delegate) -> str:
    person = delegate.person
    parts = (
        person.printed_name(capitals=False),
        person.functional_title,
        person.organization,
        person.place,
    )
    return ", ".join(part for part in parts if part)
