"""The form of one person, as a delegation lists them."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.person import Person
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.choice import choice, open_choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form, put
from ccmdesk.ui.widgets.growing_text import GrowingText

STYLES = ("H.E. Mr.", "H.E. Ms.", "Mr.", "Ms.", "Mrs.", "Mx.", "Dr.")
_GENDERS = {"Mr.": "m", "Ms.": "f", "Mrs.": "f"}
_NAMES = (
    "style",
    "gender",
    "given_names",
    "family_name",
    "functional_title",
    "organization",
    "place",
    "email",
)


class PersonForm(Form):
    """Style, names, functional title, organization, place, e-mail and gender of a person."""

    def __init__(self) -> None:
        super().__init__()
        style = open_choice(STYLES)
        gender = choice((("", tr("not given")), ("f", tr("female")), ("m", tr("male"))))
        self.add_row(
            Field(tr("Style before the name"), style, name="style"),
            Field(tr("Gender"), gender, name="gender"),
        )
        self.add_row(
            Field(tr("Given names"), QLineEdit(), name="given_names"),
            Field(tr("Family name"), QLineEdit(), name="family_name"),
        )
        self.add_row(
            Field(
                tr("Functional title"),
                GrowingText(least=1, most=5, one_line=True),
                name="functional_title",
                help=tr("What the person does, as the list of participants prints it."),
            )
        )
        self.add_row(
            Field(
                tr("Organization"), GrowingText(least=1, most=4, one_line=True), name="organization"
            )
        )
        self.add_row(Field(tr("Place"), QLineEdit(), name="place"))
        self.add_row(Field(tr("E-mail"), QLineEdit(), name="email"))
        style.currentTextChanged.connect(self._suggest_gender)
        self.load(Person(family_name=""))

    def load(self, person: Person) -> None:
        """Show a person."""
        self._person = person
        self.settle({name: str(getattr(person, name)) for name in _NAMES})

    def read(self) -> Person:
        """Return the person as typed; raises InputError naming the wrong field."""
        typed: dict[str, Any] = {name: self.texts()[name] for name in _NAMES}
        # What this form does not show stays as it was.
        return replace(self._person, **typed).checked()

    def _suggest_gender(self, style: str) -> None:
        if not self.texts()["gender"]:
            words = style.split()
            put(self.fields["gender"].editor, _GENDERS.get(words[-1], "") if words else "")
