"""The free paragraphs of a note: add, write, move, take out."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.growing_text import GrowingText


class NoteParagraphs(QWidget):
    """Paragraphs in the order in which they are printed.

    Signals: `typed` when they changed, `removed` (text, position) when one was taken out.
    """

    typed = Signal()
    removed = Signal(str, int)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self._column = QVBoxLayout()
        self._column.setSpacing(S)
        column.addLayout(self._column)
        self.add_button = button(
            tr("Add a paragraph"), self._on_add, kind="quiet", icon_name="plus"
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[_Row] = []

    def texts(self) -> tuple[str, ...]:
        """Return the paragraphs, without those that are still empty."""
        written = (row.editor.toPlainText().strip() for row in self.rows)
        return tuple(text for text in written if text)

    def show_texts(self, texts: Sequence[str]) -> None:
        """Show other paragraphs, without a signal; the same ones again change nothing."""
        if tuple(texts) == self.texts():
            return
        for row in self.rows:
            row.deleteLater()
            self._column.removeWidget(row)
        self.rows = []
        for text in texts:
            self._insert(len(self.rows), text)
        self._number()

    def put_back(self, text: str, position: int) -> None:
        """Put a paragraph in that was taken out."""
        self._insert(min(position, len(self.rows)), text)
        self._number()
        self.typed.emit()

    def _insert(self, position: int, text: str) -> "_Row":
        row = _Row(self, text)
        self.rows.insert(position, row)
        self._column.insertWidget(position, row)
        # At once, so that its keys work before the next events.
        row.show()
        before: QWidget = self.rows[position - 1].remove if position else self.add_button
        if position:
            for widget in (row.editor, row.up, row.down, row.remove):
                QWidget.setTabOrder(before, widget)
                before = widget
        return row

    def _on_add(self) -> None:
        row = self._insert(len(self.rows), "")
        self._number()
        row.editor.setFocus()

    def move_row(self, row: "_Row", step: int) -> None:
        """Move a paragraph up (-1) or down (1); at the ends it stays."""
        position = self.rows.index(row)
        target = position + step
        if not 0 <= target < len(self.rows):
            return
        self.rows.insert(target, self.rows.pop(position))
        self._column.removeWidget(row)
        self._column.insertWidget(target, row)
        self._number()
        row.editor.setFocus()
        self.typed.emit()

    def remove_row(self, row: "_Row") -> None:
        """Take a paragraph out."""
        position = self.rows.index(row)
        text = row.editor.toPlainText().strip()
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.deleteLater()
        self._number()
        neighbour = self.rows[min(position, len(self.rows) - 1)].editor if self.rows else None
        (neighbour or self.add_button).setFocus()
        self.typed.emit()
        if text:
            self.removed.emit(text, position)

    def _number(self) -> None:
        for position, row in enumerate(self.rows):
            row.editor.setAccessibleName(tr("Paragraph {number}", number=position + 1))
            row.up.setEnabled(position > 0)
            row.down.setEnabled(position < len(self.rows) - 1)
            row.up.setVisible(len(self.rows) > 1)
            row.down.setVisible(len(self.rows) > 1)


class _Row(QWidget):
    def __init__(self, paragraphs: NoteParagraphs, text: str) -> None:
        super().__init__()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(0)
        self.editor = GrowingText(text)
        self.editor.setPlaceholderText(tr("A paragraph of your own, before the request"))
        self.editor.textChanged.connect(paragraphs.typed)
        line.addWidget(self.editor, 1)
        line.addSpacing(S)
        self.up = self._tool("chevron-up", tr("Move up (Alt+Up)"))
        self.down = self._tool("chevron-down", tr("Move down (Alt+Down)"))
        self.remove = self._tool("trash-2", tr("Remove this paragraph"))
        self.up.clicked.connect(lambda: paragraphs.move_row(self, -1))
        self.down.clicked.connect(lambda: paragraphs.move_row(self, 1))
        self.remove.clicked.connect(lambda: paragraphs.remove_row(self))
        for tool in (self.up, self.down, self.remove):
            line.addWidget(tool, 0, Qt.AlignmentFlag.AlignTop)
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda step=step: paragraphs.move_row(self, step))

    def _tool(self, name: str, tip: str) -> QPushButton:
        return button("", kind="quiet", icon_name=name, tip=tip)
