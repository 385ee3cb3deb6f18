"""The box behind Ctrl+K: finds everything by a few letters and runs every command."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QDialog,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.ui import theme
from ccmdesk.ui.dialogs.finder_contents import Found, best, commands, everything, notes_found
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import ICON, L, M, S
from ccmdesk.ui.widgets.search_field import SearchField
from ccmdesk.ui.widgets.text import label

_MOST = 40
_WIDTH, _HEIGHT = 620, 460


class Finder(QDialog):
    """A line to type into and what is found below it; arrows choose, Enter opens, Escape closes."""

    def __init__(self, window: QWidget, shell: Shell) -> None:
        super().__init__(window)
        self.shell = shell
        self.setWindowTitle(tr("Search everything"))
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setObjectName("finder")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._things: list[tuple[str, Found]] = []
        # What the register holds beyond its latest notes, for the words it was asked for.
        self._notes: list[tuple[str, Found]] = []
        self._asking = False
        column = QVBoxLayout(self)
        column.setContentsMargins(M, M, M, S)
        column.setSpacing(S)
        self.search = SearchField(tr("Meetings, notes, people, States, deadlines, commands"))
        column.addWidget(self.search)
        self.results = QListWidget()
        self.results.setAccessibleName(tr("What was found"))
        self.results.setItemDelegate(_Line(self.results))
        self.results.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.results.setMouseTracking(True)
        self.results.setUniformItemSizes(True)
        self.results.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self.results, 1)
        self.hint = label("", "small")
        column.addWidget(self.hint)
        self.search.textChanged.connect(lambda _: self._on_typed())
        self.results.itemClicked.connect(lambda _: self.run_chosen())
        self._take(commands(shell))
        desk = shell.desk
        shell.run(lambda: everything(desk), self._on_everything)
        self._stand(window)
        self.search.setFocus()

    def _stand(self, window: QWidget) -> None:
        width = min(_WIDTH, window.width() - 2 * L)
        height = min(_HEIGHT, window.height() - 4 * L)
        self.resize(width, height)
        corner = QPoint((window.width() - width) // 2, min(max(L, window.height() // 8), 96))
        self.move(window.mapToGlobal(corner))

    def _on_everything(self, found: Sequence[Found]) -> None:
        try:
            self._take([*(each for _, each in self._things), *found])
        except RuntimeError:
            # Closed before the answer came: there is no list any more to show it in.
            return

    def _on_typed(self) -> None:
        self._notes = []
        self._show()
        self._ask_register()

    def _ask_register(self) -> None:
        typed = self.search.text().strip()
        if self._asking or not typed:
            return
        self._asking = True
        desk = self.shell.desk
        self.shell.run(
            lambda: notes_found(desk, typed, _MOST), lambda found: self._on_notes(typed, found)
        )

    def _on_notes(self, typed: str, found: Sequence[Found]) -> None:
        self._asking = False
        try:
            now = self.search.text().strip()
        except RuntimeError:
            # Closed before the answer came.
            return
        if now != typed:
            self._ask_register()
            return
        shown = best(self._things, typed, len(self._things))
        known = {each.target for each in shown if each.page == "notes"}
        self._notes = [(each.haystack, each) for each in found if each.target not in known]
        if self._notes:
            self._show(self.chosen())

    def _take(self, found: Sequence[Found]) -> None:
        self._things = [(each.haystack, each) for each in found]
        self._show()

    def _show(self, chosen: Found | None = None) -> None:
        found = best([*self._things, *self._notes], self.search.text(), _MOST)
        self.results.clear()
        for each in found:
            item = QListWidgetItem(f"{each.name}. {each.second}. {each.kind}")
            item.setData(Qt.ItemDataRole.UserRole, each)
            self.results.addItem(item)
        self.results.setCurrentRow(found.index(chosen) if chosen in found else 0)
        self.hint.setText(
            tr("↑ ↓ choose · Enter opens · Esc closes")
            if found
            else tr("Nothing is found by these letters.")
        )

    def chosen(self) -> Found | None:
        """Return what Enter would open."""
        if self.results.currentRow() < 0:
            return None
        found: Found = self.results.currentItem().data(Qt.ItemDataRole.UserRole)
        return found

    def run_chosen(self) -> None:
        """Close the box and open what is chosen, or run the command."""
        found = self.chosen()
        if found is None:
            return
        self.accept()
        if found.act is not None:
            found.act()
        else:
            self.shell.go(found.page, found.target)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        rows, row = self.results.count(), self.results.currentRow()
        step = {
            Qt.Key.Key_Down.value: 1,
            Qt.Key.Key_Up.value: -1,
            Qt.Key.Key_PageDown.value: 8,
            Qt.Key.Key_PageUp.value: -8,
        }.get(event.key())
        if step is not None and rows:
            wrapped = (row + step) % rows if abs(step) == 1 else min(max(row + step, 0), rows - 1)
            self.results.setCurrentRow(wrapped)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.run_chosen()
        else:
            super().keyPressEvent(event)


class _Line(QStyledItemDelegate):
    """An icon, a name, a quiet second line beside it, and the kind at the right."""

    def __init__(self, view: QListWidget) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: object) -> QSize:
        return QSize(100, self._view.fontMetrics().height() + 20)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: object) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)  # type: ignore[attr-defined]
        colours = theme.palette()
        box = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            edge = QColor(colours.accent if colours.border_width > 1 else colours.accent_soft)
            painter.setPen(edge)
            painter.setBrush(QColor(colours.accent_soft))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        picture = pixmap(found.icon, colours.accent if chosen else colours.muted)
        painter.drawPixmap(box.left() + M, box.center().y() - ICON // 2, picture)
        metrics = painter.fontMetrics()
        kind = metrics.horizontalAdvance(found.kind)
        words = box.adjusted(M + ICON + M, 0, -(kind + 2 * M), 0)
        name = metrics.elidedText(found.name, Qt.TextElideMode.ElideRight, words.width())
        painter.setPen(QColor(colours.ink))
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, name)
        used = metrics.horizontalAdvance(name) + M
        painter.setPen(QColor(colours.muted))
        if found.second and words.width() - used > 60:
            rest = words.adjusted(used, 0, 0, 0)
            second = metrics.elidedText(found.second, Qt.TextElideMode.ElideRight, rest.width())
            painter.drawText(rest, Qt.AlignmentFlag.AlignVCenter, second)
        right = box.adjusted(0, 0, -M, 0)
        flags = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(right, flags, found.kind)
        painter.restore()
