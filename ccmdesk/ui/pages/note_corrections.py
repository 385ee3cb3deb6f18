"""The corrections of a note: where, what is wrong, what is to be read."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.note_matter import Correction
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XS, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.text import hairline, label
from ccmdesk.ui.widgets.undo_way import UndoWay


class NoteCorrections(QWidget):
    """A list of corrections, one at least.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(tr("Corrections"), "label"))
        self._column = QVBoxLayout()
        self._column.setSpacing(M)
        column.addLayout(self._column)
        self.add_button = button(
            tr("Add a correction"), self._on_add, kind="quiet", icon_name="plus"
        )
        column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows: list[CorrectionRow] = []
        self._undo_way = UndoWay(self)
        self.show_items(())

    def items(self) -> tuple[Correction, ...]:
        """Return the corrections in which anything is typed."""
        found = (row.item() for row in self.rows)
        return tuple(item for item in found if item != Correction("", ""))

    def show_items(self, items: Sequence[Correction]) -> None:
        """Show other corrections without a signal; the same ones again change nothing."""
        if self.rows and tuple(items) == self.items():
            return
        for row in list(self.rows):
            self._take(row)
        for item in items or (Correction("", ""),):
            self._insert(item)
        self._number()

    def first(self) -> QWidget:
        """Return where the first correction is typed."""
        return self.rows[0].wrong

    def _insert(self, item: Correction) -> "CorrectionRow":
        row = CorrectionRow(item)
        row.typed.connect(self.typed)
        self._undo_way.watch(row)
        row.remove.clicked.connect(lambda: self._on_remove(row))
        before: QWidget = self.rows[-1].remove if self.rows else self.add_button
        self.rows.append(row)
        self._column.addWidget(row)
        row.show()
        for widget in (row.place, row.wrong, row.right, row.remove):
            if before is not self.add_button:
                QWidget.setTabOrder(before, widget)
            before = widget
        QWidget.setTabOrder(before, self.add_button)
        return row

    def _take(self, row: "CorrectionRow") -> None:
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _on_add(self) -> None:
        self._insert(Correction("", "")).place.setFocus()
        self._number()

    def _on_remove(self, row: "CorrectionRow") -> None:
        self._take(row)
        if not self.rows:
            self._insert(Correction("", ""))
        self._number()
        self.rows[-1].wrong.setFocus()
        self.typed.emit()

    def _number(self) -> None:
        for position, row in enumerate(self.rows, start=1):
            row.set_number(position)
            row.remove.setVisible(len(self.rows) > 1)


class CorrectionRow(QWidget):
    """One correction.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self, item: Correction) -> None:
        super().__init__()
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(S)
        grid.setVerticalSpacing(XS)
        grid.setColumnStretch(1, 1)
        self.place, self.wrong, self.right = (
            QLineEdit(item.place),
            QLineEdit(item.wrong),
            QLineEdit(item.right),
        )
        self.place.setPlaceholderText(tr("the list of the delegation, line 3"))
        self._captions = (tr("In"), tr("for"), tr("read"))
        for line, (caption, editor) in enumerate(
            zip(self._captions, (self.place, self.wrong, self.right), strict=True)
        ):
            grid.addWidget(label(caption, "small"), line, 0)
            grid.addWidget(editor, line, 1)
            editor.setCursorPosition(0)
            editor.textEdited.connect(lambda _: self.typed.emit())
        self.remove = button(
            "", kind="quiet", icon_name="trash-2", tip=tr("Remove this correction")
        )
        grid.addWidget(self.remove, 0, 2)
        grid.addWidget(hairline(), 3, 0, 1, 3)

    def item(self) -> Correction:
        """Return what is typed."""
        return Correction(
            self.wrong.text().strip(), self.right.text().strip(), self.place.text().strip()
        )

    def set_number(self, number: int) -> None:
        """Set what a screen reader calls the fields."""
        for caption, editor in zip(
            self._captions, (self.place, self.wrong, self.right), strict=True
        ):
            editor.setAccessibleName(tr("Correction {n}: {part}", n=number, part=caption))
