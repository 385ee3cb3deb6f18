"""Several forms of one kind below each other: add one, take one out."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.errors import InputError
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.text import hairline, label


class FormList(QWidget):
    """A list of forms; `texts` is what stands in them.

    Signals: `changed` when one is changed, added or taken out, `submitted` on Enter.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(
        self, make: Callable[[], Form], *, add_words: str, remove_words: str, empty_words: str
    ) -> None:
        super().__init__()
        self._make, self._remove_words = make, remove_words
        self.forms: list[Form] = []
        self.removers: list[QPushButton] = []
        self._rows: list[QWidget] = []
        self._settled: list[dict[str, str]] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(M)
        self.empty = label(empty_words, "muted", wrap=True)
        self._column.addWidget(self.empty)
        self.add_button = button(add_words, self.add, icon_name="plus")
        self._column.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)

    def settle(self, values: Sequence[dict[str, str]]) -> None:
        """Show these and count them as stored."""
        while self.forms:
            self._drop(0)
        for each in values:
            self._append().settle(each)
        self._settled = self.texts()
        self._tell()

    def texts(self) -> list[dict[str, str]]:
        """Return what stands in the forms, as typed."""
        return [form.texts() for form in self.forms]

    @property
    def dirty(self) -> bool:
        """Tell whether something is not stored."""
        return self.texts() != self._settled

    def add(self) -> None:
        """Add an empty form and go there."""
        form = self._append()
        self._tell()
        next(iter(form.fields.values())).editor.setFocus()

    def remove(self, row: int) -> None:
        """Take a form out."""
        self._drop(row)
        self._tell()
        self.add_button.setFocus()

    def show_error(self, row: int, error: InputError) -> bool:
        """Show an error in one of the forms; return whether there is such a field."""
        return 0 <= row < len(self.forms) and self.forms[row].show_error(error)

    def _append(self) -> Form:
        form = self._make()
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(form, 1)
        remover = button("", icon_name="trash-2", tip=self._remove_words)
        remover.clicked.connect(lambda: self.remove(self.forms.index(form)))
        line.addWidget(remover, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(hairline())
        form.changed.connect(self.changed)
        form.submitted.connect(self.submitted)
        self._column.insertWidget(self._column.count() - 1, row)
        self.forms.append(form)
        self.removers.append(remover)
        self._rows.append(row)
        return form

    def _drop(self, row: int) -> None:
        self.forms.pop(row)
        self.removers.pop(row)
        gone = self._rows.pop(row)
        self._column.removeWidget(gone)
        gone.hide()
        gone.deleteLater()

    def _tell(self) -> None:
        self.empty.setVisible(not self.forms)
        self.changed.emit()
