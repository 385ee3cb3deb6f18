"""What the sections of the settings share: a card, a form, and saving their part of the profile."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import Profile
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.text import label


class ProfileSection(QWidget):
    """A section that changes a part of the profile.

    Subclasses put cards into `column`, list their `forms`, and say in `load` and `apply` what they
    read and write. One that `fills` takes the whole room and scrolls itself.
    """

    fills = False

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.forms: list[Form] = []
        self._loaded = False
        self.save_button = button(tr("Save"), self.save, kind="primary", tip=tr("Save (Ctrl+S)"))
        self.column = self.make_column()
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(L)

    def make_column(self) -> QVBoxLayout:
        """Return where the cards stand."""
        return QVBoxLayout(self)

    def show_profile(self, profile: Profile) -> None:
        """Show the stored profile, unless something typed here waits to be stored."""
        if not self.dirty:
            self.load(profile)
            self._loaded = True
            self._on_changed()

    def load(self, profile: Profile) -> None:
        """Put the stored profile into the fields."""
        raise NotImplementedError

    def apply(self, profile: Profile) -> Profile:
        """Return the profile with what is typed here; raises InputError naming the field."""
        raise NotImplementedError

    @property
    def dirty(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self._loaded and any(form.dirty for form in self.forms)

    def store(self) -> None:
        """Store what is typed; raises InputError."""
        services = self.shell.desk.profile
        before = services.get()
        assert before is not None
        stored = services.save(self.apply(before))
        # Only now, so that nothing typed is lost when it cannot be stored.
        self.load(stored)

    def save(self) -> None:
        """Store what is typed and say so, or show at its field what is wrong."""
        if not self.dirty:
            self.shell.say(tr("Nothing has changed here"))
            return
        try:
            self.store()
        except InputError as error:
            self.show_problem(error)
            return
        self.shell.said_with_undo(tr("Settings saved"))

    def show_problem(self, error: InputError, *, quietly: bool = False) -> None:
        """Show an error at its field; `quietly` opens no box where there is no such field."""
        if not any(form.show_error(error) for form in self.forms) and not quietly:
            self.shell.show_error(error)

    def card(self, title: str, sentence: str = "") -> Card:
        """Add a card with a title and a sentence, and return it."""
        card = Card(title)
        card.body.setContentsMargins(L, M, L, L)
        card.body.setSpacing(M)
        if sentence:
            card.body.addWidget(label(sentence, "muted", wrap=True))
        self.column.addWidget(card)
        return card

    def add_form(self, card: Card, form: Form) -> None:
        """Put a form into a card and watch it."""
        self.forms.append(form)
        card.body.addWidget(form)
        form.changed.connect(self._on_changed)
        form.submitted.connect(self.save)

    def end(self) -> None:
        """Add the button that saves; called once, last."""
        self.save_button.setEnabled(False)
        row = QHBoxLayout()
        row.addStretch()
        row.addWidget(self.save_button)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def _on_changed(self) -> None:
        self.save_button.setEnabled(self.dirty)
