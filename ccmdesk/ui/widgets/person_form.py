"""The form of one person, as a delegation lists them."""

from dataclasses import replace
from typing import Any

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.person import Person
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.choice import choice, open_choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form, put
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.other_languages import OtherLanguages

STYLES = ("H.E. Mr.", "H.E. Ms.", "Mr.", "Ms.", "Mrs.", "Mx.", "Dr.")
RANKS = (
    "Ambassador",
    "Minister",
    "Minister-Counsellor",
    "Counsellor",
    "First Secretary",
    "Second Secretary",
    "Third Secretary",
    "Attaché",
)
_GENDERS = {"Mr.": "m", "Ms.": "f", "Mrs.": "f"}
_FAMILY_FIRST = "family"
_PASS = "grounds_pass_until"
_NAMES = (
    "style",
    "gender",
    "given_names",
    "family_name",
    "rank",
    "functional_title",
    "organization",
    "place",
    "email",
    "phone",
)


class PersonForm(Form):
    """Names, rank, title and where the person is found; the same in other languages below."""

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
        order = choice((("", tr("given names first")), (_FAMILY_FIRST, tr("family name first"))))
        self.add_row(
            Field(tr("Order of the names"), order, name="order"),
            Field(
                tr("Rank"),
                open_choice(RANKS),
                name="rank",
                help=tr("For the order by rank; without it the title tells."),
            ),
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
        self.add_row(
            Field(tr("Place"), QLineEdit(), name="place"),
            Field(tr("E-mail"), QLineEdit(), name="email"),
        )
        self.add_row(
            Field(tr("Phone"), QLineEdit(), name="phone", help=tr("Never printed.")),
            Field(
                tr("Grounds pass until"),
                DayEdit(name=_PASS),
                name=_PASS,
                help=tr("Of the United Nations; never printed."),
            ),
        )
        self.others = OtherLanguages()
        self.add_wide(self.others)
        self.others.changed.connect(self.changed)
        self.others.submitted.connect(self.submitted)
        style.currentTextChanged.connect(self._suggest_gender)
        self.load(Person(family_name=""))

    def load(self, person: Person) -> None:
        """Show a person."""
        self._person = person
        until = person.grounds_pass_until
        self.others.load(person)
        self.settle(
            {
                **{name: str(getattr(person, name)) for name in _NAMES},
                "order": _FAMILY_FIRST if person.family_first else "",
                _PASS: spoken(until) if until else "",
            }
        )

    def read(self) -> Person:
        """Return the person as typed; raises InputError naming the wrong field."""
        texts = self.texts()
        until = texts[_PASS].strip()
        typed: dict[str, Any] = {name: texts[name] for name in _NAMES}
        # What this form does not show stays as it was.
        return replace(
            self._person,
            **typed,
            family_first=texts["order"] == _FAMILY_FIRST,
            forms=self.others.read(),
            grounds_pass_until=parse_day(until, _PASS) if until else None,
        ).checked()

    @property
    def dirty(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return super().dirty or self.others.dirty

    def _suggest_gender(self, style: str) -> None:
        if not self.texts()["gender"]:
            words = style.split()
            put(self.fields["gender"].editor, _GENDERS.get(words[-1], "") if words else "")
