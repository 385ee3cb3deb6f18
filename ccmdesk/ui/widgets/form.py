"""A form of fields: one column, or two where there is room; it knows whether it was changed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSizePolicy,
    QWidget,
)

from ccmdesk.domain.errors import InputError
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.field import Field

# Pixels at the usual size of text; the room needed grows with it.
TWO_COLUMNS_FROM = 380
_USUAL_LETTER = 7
YES = "yes"
"""What a ticked box holds; one that is not ticked holds nothing."""
_TOP = Qt.AlignmentFlag.AlignTop


class Form(QWidget):
    """Fields in rows of one or two, and boxes to tick; `fields` and `boxes` find them by name.

    Signals: `changed` on every change the officer makes, `submitted` on Enter in a field of one
    line.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, Field] = {}
        self.boxes: dict[str, QCheckBox] = {}
        self._rows: list[tuple[QWidget, ...]] = []
        self._columns = 0
        self._settled: dict[str, str] = {}
        self._loading = False
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(M)
        self._grid.setVerticalSpacing(M)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    def add_row(self, *fields: Field) -> None:
        """Add one field over the whole width, or two side by side."""
        self._rows.append(fields)
        for each in fields:
            self.fields[each.name] = each
            each.setParent(self)
            editor = each.editor
            if isinstance(editor, QLineEdit | QPlainTextEdit):
                editor.textChanged.connect(lambda *_, field=each: self._on_typed(field))
            elif isinstance(editor, QComboBox):
                editor.currentTextChanged.connect(lambda *_, field=each: self._on_typed(field))
        self._place(self._columns or 1)

    def add_box(self, name: str, words: str) -> QCheckBox:
        """Add a box to tick over the whole width; it counts as "yes" or as nothing."""
        box = self.boxes[name] = QCheckBox(words)
        box.toggled.connect(self._on_changed)
        self.add_wide(box)
        return box

    def add_wide(self, widget: QWidget) -> None:
        """Add anything else over the whole width."""
        widget.setParent(self)
        self._rows.append((widget,))
        self._place(self._columns or 1)

    def editor(self, name: str) -> QWidget:
        """Return what holds the value of that name."""
        return self.boxes[name] if name in self.boxes else self.fields[name].editor

    def settle(self, values: dict[str, str]) -> None:
        """Show values by the names of the fields and count them as stored."""
        self._put_all(values)
        self._settled = self.texts()
        self.changed.emit()

    def fill(self, values: dict[str, str]) -> None:
        """Show values that are still to be stored."""
        self._put_all(values)
        self.changed.emit()

    def _put_all(self, values: dict[str, str]) -> None:
        self._loading = True
        for name, value in values.items():
            put(self.editor(name), value)
        self._loading = False
        self.clear_errors()

    def texts(self) -> dict[str, str]:
        """Return what stands in the fields, as typed."""
        return {name: typed(self.editor(name)) for name in (*self.fields, *self.boxes)}

    @property
    def dirty(self) -> bool:
        """Tell whether the fields hold something that is not stored."""
        return self.texts() != self._settled

    def clear_errors(self) -> None:
        """Take all error lines away."""
        for each in self.fields.values():
            each.set_error("")

    def show_error(self, error: InputError) -> bool:
        """Show the error at its field and go there; return whether there is such a field."""
        self.clear_errors()
        place = self.fields.get(error.field)
        if place is None:
            return False
        place.set_error(error.message)
        place.editor.setFocus()
        return True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        else:
            super().keyPressEvent(event)

    def _on_typed(self, field: Field) -> None:
        # What was wrong is not so any more; the next try tells anew.
        if not self._loading and field.error.text():
            field.set_error("")
        self._on_changed()

    def _on_changed(self) -> None:
        if not self._loading:
            self.changed.emit()

    def _place(self, columns: int) -> None:
        self._columns = columns
        # Not takeAt: the item it leaves alive would keep the new one from hearing of errors.
        for row in self._rows:
            for each in row:
                self._grid.removeWidget(each)
        line = 0
        for row in self._rows:
            side_by_side = columns > 1 and len(row) > 1
            for position, each in enumerate(row):
                if side_by_side:
                    self._grid.addWidget(each, line, position, _TOP)
                else:
                    self._grid.addWidget(each, line, 0, 1, columns, _TOP)
                    line += 1
            line += 1 if side_by_side else 0
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        needed = TWO_COLUMNS_FROM * self.fontMetrics().averageCharWidth() / _USUAL_LETTER
        columns = 2 if self.width() >= needed else 1
        if columns != self._columns:
            self._place(columns)


def typed(editor: QWidget) -> str:
    """Return what stands in an editor of a form."""
    if isinstance(editor, QLineEdit):
        return editor.text()
    if isinstance(editor, QPlainTextEdit):
        return editor.toPlainText()
    if isinstance(editor, QCheckBox):
        return YES if editor.isChecked() else ""
    assert isinstance(editor, QComboBox)
    if editor.isEditable():
        return editor.currentText()
    return str(editor.currentData())


def put(editor: QWidget, value: str) -> None:
    """Show a value in an editor of a form."""
    if isinstance(editor, QLineEdit):
        if editor.text() != value:
            editor.setText(value)
            editor.setCursorPosition(0)
    elif isinstance(editor, QPlainTextEdit):
        if editor.toPlainText() != value:
            editor.setPlainText(value)
    elif isinstance(editor, QCheckBox):
        editor.setChecked(bool(value))
    elif isinstance(editor, QComboBox):
        if editor.isEditable():
            editor.setCurrentText(value)
        else:
            editor.setCurrentIndex(max(editor.findData(value), 0))
