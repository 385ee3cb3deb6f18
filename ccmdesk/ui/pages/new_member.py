"""The form of a person who is not known yet and joins a delegation."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.person import Person
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.person_form import PersonForm
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_WIDEST = 720


class NewMember(QWidget):
    """Type a person and add them.

    Signals: `stored` (Person) once the person is kept, `ended` when the officer has given up.
    """

    stored = Signal(object)
    ended = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.form = PersonForm()
        self.form.submitted.connect(self.add)
        self.form.setMaximumWidth(_WIDEST)
        self.add_button = button(tr("Add to the delegation"), self.add, kind="primary")
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, S, S, 0)
        column.setSpacing(M)
        column.addWidget(label(tr("New person"), "strong"))
        column.addWidget(self.form)
        foot = QHBoxLayout()
        foot.addWidget(self.add_button)
        foot.addWidget(button(tr("Cancel"), self._give_up))
        foot.addStretch()
        column.addLayout(foot)
        column.addStretch()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolling(inner))

    def begin(self, name: str) -> None:
        """Begin with a name; its last word becomes the family name. Without one go on as typed."""
        given, _, family = name.strip().rpartition(" ")
        if name.strip():
            self.clear()
            for field, text in (("given_names", given), ("family_name", family)):
                editor: Any = self.form.fields[field].editor
                editor.setText(text)
        self.form.fields["style"].editor.setFocus()

    def clear(self) -> None:
        """Forget what was typed."""
        self.form.load(Person(family_name=""))

    def add(self) -> None:
        """Store the person typed."""
        try:
            person = self._shell.desk.people.save(self.form.read())
        except InputError as error:
            if not self.form.show_error(error):
                self._shell.show_error(error)
            return
        except CcmDeskError as error:
            self._shell.show_error(error)
            return
        self.clear()
        self.stored.emit(person)

    def _give_up(self) -> None:
        self.clear()
        self.ended.emit()
