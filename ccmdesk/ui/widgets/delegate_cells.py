"""How the cells of a delegation are painted, and the choice of the role in its cell."""

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    QTimer,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import (
    QComboBox,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from ccmdesk.domain.delegation import Role
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import icon
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.tokens import ROW_HEIGHT, Tone
from ccmdesk.ui.widgets.lights import paint_lights
from ccmdesk.ui.widgets.pill import paint_pill, pill_size

_Index = QModelIndex | QPersistentModelIndex
_NUMBER, _ROLE, _NAME = range(3)
_LIGHTS = 5
_LINES_AT_MOST = 8
_SIGN = 14
FLAG = Qt.ItemDataRole.UserRole
"""What is to be looked at in a cell, told below its text in the tone of a warning."""
LIGHT = Qt.ItemDataRole.UserRole + 1
"""The two lights of a member, in their column."""


class DelegateCells(QStyledItemDelegate):
    """Wraps long titles, marks the head with a pill, edits the role with a combo box."""

    def __init__(self, table: QTableView) -> None:
        super().__init__(table)
        self._table = table
        # Measuring three hundred wrapped rows at every act would be felt.
        self._heights: dict[tuple[str, int, str], int] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        width = self._table.columnWidth(index.column())
        if index.column() in (_NUMBER, _ROLE, _LIGHTS) or self._table.isColumnHidden(
            index.column()
        ):
            return QSize(width, ROW_HEIGHT)
        font = self._font(index)
        text = str(index.data() or "")
        flag = str(index.data(FLAG) or "")
        key = (f"{text}\0{flag}", width, font.key())
        if key not in self._heights:
            metrics = QFontMetrics(font)
            room = QRect(0, 0, max(width - 18, 40), 10_000)
            height = metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), text).height()
            height = min(height, _LINES_AT_MOST * metrics.lineSpacing())
            if flag:
                height += self._flag_room(flag, max(width - 18, 40)).height()
            self._heights[key] = max(ROW_HEIGHT, height + 14)
        return QSize(width, self._heights[key])

    def _font(self, index: _Index) -> QFont:
        font = QFont(self._table.font())
        font.setBold(index.column() == _NAME)
        return font

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        colours = theme.palette()
        box: QRect = option.rect
        state: QStyle.StateFlag = option.state
        selected = bool(state & QStyle.StateFlag.State_Selected)
        focused = selected and self._table.hasFocus()
        painter.save()
        if selected:
            painter.fillRect(box, QColor(colours.accent_soft))
            if index.column() == _NUMBER:
                edge = colours.accent if focused else colours.field_line
                painter.fillRect(QRect(box.left(), box.top(), 3, box.height()), QColor(edge))
        painter.setPen(QColor(colours.line))
        painter.drawLine(box.bottomLeft(), box.bottomRight())
        inner = box.adjusted(10, 0, -8, 0)
        text = str(index.data() or "")
        if index.column() == _NUMBER:
            self._sign(painter, "grip-vertical", inner.left() - 4, box)
            painter.setPen(QColor(colours.muted))
            painter.drawText(inner.adjusted(14, 0, 0, 0), _LEFT, text)
        elif index.column() == _ROLE:
            self._paint_role(painter, box, index, text)
        elif index.column() == _LIGHTS:
            paint_lights(painter, inner, index.data(LIGHT))
        else:
            painter.setFont(self._font(index))
            painter.setPen(QColor(colours.ink))
            flag = str(index.data(FLAG) or "")
            if flag:
                inner = self._paint_flag(painter, inner, flag)
                painter.setFont(self._font(index))
                painter.setPen(QColor(colours.ink))
            self._paint_lines(painter, inner, text)
        if selected and colours.border_width > 1:
            painter.setPen(QPen(QColor(colours.accent if focused else colours.ink), 2))
            painter.drawLine(box.left(), box.top() + 1, box.right(), box.top() + 1)
            painter.drawLine(box.left(), box.bottom(), box.right(), box.bottom())
        painter.restore()

    def _paint_lines(self, painter: QPainter, room: QRect, text: str) -> None:
        wrapped = int(_LEFT | Qt.TextFlag.TextWordWrap)
        height = painter.fontMetrics().boundingRect(room, wrapped, text).height()
        if height > room.height():
            # What does not fit is left out at the end, not at both ends.
            room = room.adjusted(0, 7, 0, -7)
            painter.setClipRect(room)
            wrapped = int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
        painter.drawText(room, wrapped, text)

    def _flag_font(self) -> QFont:
        font = QFont(self._table.font())
        font.setPointSizeF(font.pointSizeF() * 0.87)
        return font

    def _flag_room(self, flag: str, width: int) -> QRect:
        room = QRect(0, 0, max(width - _SIGN - 4, 40), 10_000)
        metrics = QFontMetrics(self._flag_font())
        return metrics.boundingRect(room, int(Qt.TextFlag.TextWordWrap), flag)

    def _paint_flag(self, painter: QPainter, room: QRect, flag: str) -> QRect:
        """Paint a flag at the foot of a cell and return the room that is left above it."""
        colours = theme.palette()
        height = self._flag_room(flag, room.width()).height()
        top = room.bottom() - height - 5
        icon("triangle-alert", colours.warn).paint(
            painter, QRect(room.left(), top + 1, _SIGN, _SIGN)
        )
        painter.setFont(self._flag_font())
        painter.setPen(QColor(colours.warn))
        below = QRect(room.left() + _SIGN + 4, top, room.width() - _SIGN - 4, height + 2)
        painter.drawText(below, int(Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap), flag)
        return QRect(room.left(), room.top() + 4, room.width(), top - room.top() - 4)

    def _paint_role(self, painter: QPainter, box: QRect, index: _Index, text: str) -> None:
        inner = box.adjusted(10, 0, -8 - _SIGN, 0)
        if index.data(Qt.ItemDataRole.EditRole) == str(Role.HEAD):
            size = pill_size(text, self._table.font())
            top = inner.top() + (inner.height() - size.height()) // 2
            pill = QRect(inner.left(), top, min(size.width(), inner.width()), size.height())
            paint_pill(painter, pill, text, Tone.ACCENT, self._table.font())
        else:
            painter.setPen(QColor(theme.palette().ink))
            painter.drawText(inner, _LEFT, text)
        self._sign(painter, "chevron-down", box.right() - 8 - _SIGN, box)

    def _sign(self, painter: QPainter, name: str, left: int, box: QRect) -> None:
        top = box.top() + (box.height() - _SIGN) // 2
        icon(name, theme.palette().muted).paint(painter, QRect(left, top, _SIGN, _SIGN))

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        box = QComboBox(parent)
        box.setAccessibleName(tr("Role"))
        for role in Role:
            box.addItem(tr(ROLE_WORDS[role]), str(role))
        box.activated.connect(lambda _position: self._take(box))
        QTimer.singleShot(0, box, box.showPopup)
        return box

    def _take(self, box: QComboBox) -> None:
        self.commitData.emit(box)
        self.closeEditor.emit(box)

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        assert isinstance(editor, QComboBox)
        editor.setCurrentIndex(editor.findData(index.data(Qt.ItemDataRole.EditRole)))

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        assert isinstance(editor, QComboBox)
        model.setData(index, editor.currentData())

    def updateEditorGeometry(
        self, editor: QWidget, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        box: QRect = option.rect
        height = min(box.height(), ROW_HEIGHT)
        top = box.top() + (box.height() - height) // 2
        editor.setGeometry(box.left() + 2, top, box.width() - 4, height)


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
