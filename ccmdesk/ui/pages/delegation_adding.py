"""The line that adds a member: who, in which role, or somebody new."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ccmdesk.domain.delegation import Delegate, Role, heads
from ccmdesk.domain.person import Person
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.person_picker import PersonPicker


class AddingLine(QWidget):
    """A picker of people, the role they get, and the way to the form of a new person.

    Signals: `picked` (Person), `new_wanted` (the name typed, or an empty text).
    """

    picked = Signal(object)
    new_wanted = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.picker = PersonPicker(tr("Add a person: type a name"), tr("New person “{name}”…"))
        self.picker.setAccessibleName(tr("Add a person"))
        self.picker.picked.connect(self.picked)
        self.picker.new_wanted.connect(self.new_wanted)
        self.role = choice((str(role), tr(words)) for role, words in ROLE_WORDS.items())
        self.role.setAccessibleName(tr("Role of the person added"))
        self.role.setToolTip(tr("Role of the person added"))
        self.role.setMinimumContentsLength(16)
        self._choose(Role.REPRESENTATIVE)
        self.new_button = button(
            tr("New person…"), lambda: self.new_wanted.emit(""), icon_name="user-plus"
        )
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(self.picker, 1)
        row.addWidget(self.role)
        row.addWidget(self.new_button)

    def offer(self, people: Sequence[Person], delegates: Sequence[Delegate]) -> None:
        """Offer these people; those of `delegates` are in the list already."""
        self.picker.offer(people, {delegate.person.id for delegate in delegates})
        # The first one named is nearly always the head; nobody is made a second one by accident.
        if not delegates:
            self._choose(Role.HEAD)
        elif heads(delegates) and self.chosen_role() is Role.HEAD:
            self._choose(Role.REPRESENTATIVE)

    def chosen_role(self) -> Role:
        """Return the role whoever is added gets."""
        return Role(self.role.currentData())

    def _choose(self, role: Role) -> None:
        self.role.setCurrentIndex(self.role.findData(str(role)))
