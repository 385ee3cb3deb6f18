"""Settings: the State, the mission's names in each language, letterhead and foot."""

from dataclasses import replace

from PySide6.QtWidgets import QLineEdit

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import LANGUAGES, Names, Profile
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.state_words import standing_sentence
from ccmdesk.ui.tokens import L
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form, put
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.text import label

# Where the article joins the preposition, the form after "delegation" is typed too.
_JOINS_ARTICLE = frozenset({"fr"})


class MissionSection(ProfileSection):
    """One card for the State, one for each language."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._iso3 = ""
        card = self.card(tr("State"))
        self.standing = label("", wrap=True)
        card.body.addWidget(self.standing)
        self.general = Form()
        self.language = choice((each, language_name(each)) for each in LANGUAGES)
        self.general.add_row(
            Field(tr("Language of new notes"), self.language, name="language"),
        )
        self.add_form(card, self.general)
        self.names: dict[str, Form] = {}
        for language in LANGUAGES:
            self._add_language(language)
        self.end()

    def _add_language(self, language: str) -> None:
        card = self.card(
            tr("Names in {language}", language=language_name(language)),
            tr("Typed once, printed everywhere. Leave all empty if no note is written in it."),
        )
        form = Form()
        form.add_row(
            Field(
                tr("Full name of the mission"),
                GrowingText(least=1, most=4),
                name="mission",
                help=tr("As it opens a note, without “the”."),
            )
        )
        state = Field(tr("State, with its article"), QLineEdit(), name="state_name")
        city = Field(tr("City of the date line"), QLineEdit(), name="city")
        if language in _JOINS_ARTICLE:
            joined = Field(tr("State after “delegation”"), QLineEdit(), name="of_state")
            form.add_row(state, joined)
            form.add_row(city)
        else:
            form.add_row(state, city)
        form.add_row(
            Field(
                tr("Letterhead"),
                GrowingText(least=2, most=6),
                name="letterhead",
                help=tr("The lines under the emblem; without any, the mission's name."),
            )
        )
        form.add_row(
            Field(
                tr("Foot of the first page"),
                QLineEdit(),
                name="footer",
                help=tr("Such as address and telephone."),
            )
        )
        self.names[language] = form
        self.add_form(card, form)
        usual = button(
            tr("Fill in the usual names"),
            lambda: self._fill_in(language),
            kind="quiet",
            icon_name="refresh-cw",
        )
        card.body.setSpacing(L)
        card.head.addWidget(usual)

    def load(self, profile: Profile) -> None:
        self._iso3 = profile.state_iso3
        state = self.shell.desk.states.get(profile.state_iso3)
        self.standing.setText(standing_sentence(state))
        self.general.settle({"language": profile.language})
        for language, form in self.names.items():
            names = profile.names.get(language, Names("", "", ""))
            form.settle(self._texts(language, names))

    def apply(self, profile: Profile) -> Profile:
        found: dict[str, Names] = {}
        language = self.general.texts()["language"]
        for each, form in self.names.items():
            names = _names(form)
            if names == Names("", "", "") and each != language:
                continue
            self._require(each, names)
            found[each] = names
        return replace(profile, language=language, names=found)

    def show_problem(self, error: InputError, *, quietly: bool = False) -> None:
        language, _, field = error.field.partition(":")
        if language in self.names:
            self.names[language].show_error(InputError(error.message, field))
        else:
            super().show_problem(error, quietly=quietly)

    def _require(self, language: str, names: Names) -> None:
        """Raise InputError at the first name that is missing, told with its language."""
        for field, text, message in (
            ("mission", names.mission, tr("Give the mission its full name.")),
            ("state_name", names.state, tr("Name the State as the text names it.")),
            ("city", names.city, tr("Give the city of the date line.")),
        ):
            if not text:
                raise InputError(message, f"{language}:{field}")

    def _fill_in(self, language: str) -> None:
        form = self.names[language]
        city = form.texts()["city"] or self.names[LANGUAGES[0]].texts()["city"] or "Geneva"
        names = self.shell.desk.profile.default_names(self._iso3, city, language)
        for name, text in self._texts(language, names).items():
            if name not in ("letterhead", "footer"):
                put(form.fields[name].editor, text)

    def _texts(self, language: str, names: Names) -> dict[str, str]:
        texts = {
            "mission": names.mission,
            "state_name": names.state,
            "city": names.city,
            "letterhead": "\n".join(names.letterhead),
            "footer": names.footer,
        }
        if language in _JOINS_ARTICLE:
            texts["of_state"] = names.of_state
        return texts


def _names(form: Form) -> Names:
    texts = {name: text.strip() for name, text in form.texts().items()}
    lines = (" ".join(line.split()) for line in texts["letterhead"].splitlines())
    return Names(
        mission=" ".join(texts["mission"].split()),
        state=texts["state_name"],
        city=texts["city"],
        of_state=texts.get("of_state", ""),
        letterhead=tuple(line for line in lines if line),
        footer=texts["footer"],
    )
