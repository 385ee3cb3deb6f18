"""People: everybody who can be in a delegation, and the form of the one that is chosen."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.person import Person
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import ROLE_WORDS
from ccmdesk.ui.pages.people_import import ImportPart
from ccmdesk.ui.pages.record_page import RecordPage
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.person_form import PersonForm
from ccmdesk.ui.widgets.text import label


class PeoplePage(RecordPage):
    """The register of people."""

    kinds = frozenset({"people", "delegations", "meetings"})

    def __init__(self, shell: Shell) -> None:
        self.title = tr("People")
        self.new_words = tr("New person")
        self.search_words = tr("Search people")
        self.empty_words = tr(
            "Everybody who is ever named for a delegation stands here once, so that a name is "
            "typed once and spelled the same in every note."
        )
        super().__init__(shell)
        self.import_button = button(tr("Import a list…"), self.begin_import)
        self.head.add_button(self.import_button)
        self.import_part = ImportPart(shell)
        self.import_part.ended.connect(self._end_import)
        self.import_card = Card()
        self.import_card.body.addWidget(self.import_part)
        self.stack.addWidget(self.import_card)
        self.memberships = label("", "small", wrap=True)
        self.below_form.addWidget(self.memberships)
        self.below_form.addStretch()

    def begin_import(self) -> None:
        """Open the import of a list in the place of the people."""
        self.leave()
        self.stack.setCurrentWidget(self.import_card)
        self._show_buttons()
        self.import_part.begin()

    def _end_import(self) -> None:
        self.stack.setCurrentIndex(0)
        self._show_stack()
        self.search.setFocus()

    def _show_stack(self) -> None:
        # Whoever is importing is not taken away from it by news of another window's act.
        if self.stack.currentWidget() is not self.import_card:
            super()._show_stack()
        self._show_buttons()

    def _show_buttons(self) -> None:
        importing = self.stack.currentWidget() is self.import_card
        self.import_button.setVisible(not importing)
        self.new_button.setVisible(not importing and self.stack.currentIndex() == 0)

    def show_target(self, target: object) -> None:
        if self.stack.currentWidget() is self.import_card:
            self.import_part.end()
        super().show_target(target)

    def make_form(self) -> Form:
        return PersonForm()

    def make_table(self) -> FittingTable:
        return FittingTable(
            (
                Column(tr("Name"), _listed_name, strong=True),
                Column(tr("Functional title"), lambda person: person.functional_title),
                Column(tr("Organization"), lambda person: person.organization, 24),
                Column(tr("Place"), lambda person: person.place, 12),
                Column(tr("E-mail"), lambda person: person.email, 26),
            ),
            tr("People"),
            {1: 470, 2: 740, 3: 860, 4: 1080},
        )

    def read_all(self) -> Sequence[Person]:
        return self.desk.people.all()

    def words_of(self, record: Person) -> tuple[str, ...]:
        return (
            record.style,
            record.full_name,
            record.functional_title,
            record.organization,
            record.place,
            record.email,
            record.rank,
            *(" ".join((forms.given_names, forms.family_name)) for forms in record.forms.values()),
        )

    def blank(self) -> Person:
        return Person(family_name="")

    def title_of(self, record: Person) -> str:
        return record.full_name or tr("New person")

    def show_record(self, record: Person) -> None:
        form = self.form
        assert isinstance(form, PersonForm)
        form.load(record)
        self.memberships.setText(self._where(record) if record.id else "")

    def read_form(self) -> Person:
        form = self.form
        assert isinstance(form, PersonForm)
        return form.read()

    def store(self, record: Person) -> Person:
        return self.desk.people.save(record)

    def drop(self, record: Person) -> None:
        self.desk.people.remove(record.id)

    def sentence(self) -> str:
        count = len(self._records)
        if not count:
            return tr("Nobody yet")
        return tr("1 person") if count == 1 else tr("{count} people", count=count)

    def focus_form(self) -> None:
        editor = self.form.fields["given_names"].editor
        assert isinstance(editor, QLineEdit)
        editor.setFocus()

    def _where(self, person: Person) -> str:
        places = []
        for meeting in self.desk.meetings.all():
            if not meeting.id:
                continue
            for delegate in self.desk.delegations.of(meeting.id):
                if delegate.person.id == person.id:
                    places.append(f"{meeting.code} ({tr(ROLE_WORDS[delegate.role]).lower()})")
        if not places:
            return tr("In no delegation yet.")
        return tr("In the delegation to {meetings}.", meetings=", ".join(places))


def _listed_name(person: Person) -> str:
    return person.printed_name(capitals=False)
