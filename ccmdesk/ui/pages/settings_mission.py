"""Settings: the State, the mission's names in each language, letterhead and foot."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import LANGUAGES, Names, Profile
from ccmdesk.services.formulas import NAMES
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.settings_section import ProfileSection
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.state_words import standing_sentence
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import YES, Form, put
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_NOTHING = Names("", "", "")
# Where article and preposition or the case make one word of it, that form is typed too.
_JOINED = {
    "fr": "State after “delegation” (du Nigéria)",
    "es": "State after “delegation” (del Perú)",
    "ru": "State in the genitive",
}
_PROPOSED = ("mission", "state_name", "city", "of_state")
# The names the program proposes in these were found in no note that was sent.
_TO_CONFIRM = frozenset({"es", "ru", "ar", "zh"})


class MissionSection(ProfileSection):
    """The State, and the names in one language at a time."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._iso3 = ""
        self._confirmed: frozenset[str] = frozenset()
        card = self.card(tr("State"))
        self.standing = label("", wrap=True)
        card.body.addWidget(self.standing)
        self.general = Form()
        self.language = choice((each, language_name(each)) for each in LANGUAGES)
        self.general.add_row(
            Field(tr("Language of new notes"), self.language, name="language"),
        )
        self.add_form(card, self.general)
        named = self.card(
            tr("Names of the mission"),
            tr("Typed once, printed everywhere. Leave all empty if no note is written in it."),
        )
        self.languages = Chips(
            [(each, language_name(each)) for each in LANGUAGES], tr("Language of the names")
        )
        self.languages.chosen.connect(self.open_language)
        named.body.addWidget(self.languages)
        self.stack = QStackedWidget()
        named.body.addWidget(self.stack)
        self.names: dict[str, Form] = {}
        self.remarks: dict[str, Pill] = {}
        self.parts = [self._language_part(language) for language in LANGUAGES]
        for part in self.parts:
            self.stack.addWidget(part)
        self.open_language(LANGUAGES[0])
        self.end()

    def _language_part(self, language: str) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        head = QHBoxLayout()
        head.setSpacing(S)
        self.remarks[language] = Pill("")
        head.addWidget(self.remarks[language])
        head.addStretch()
        usual = button(
            tr("Fill in the usual names"),
            lambda: self._fill_in(language),
            kind="quiet",
            icon_name="refresh-cw",
        )
        head.addWidget(usual)
        column.addLayout(head)
        form = self.names[language] = _names_form(language)
        if language == "ar":
            for field in form.fields.values():
                field.editor.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.forms.append(form)
        column.addWidget(form)
        form.changed.connect(self._on_changed)
        form.submitted.connect(self.save)
        column.addStretch()
        return part

    def open_language(self, language: str) -> None:
        """Show the names in a language."""
        self.languages.choose(language)
        shown = LANGUAGES.index(language)
        self.stack.setCurrentIndex(shown)
        # Only the part that is shown asks for room.
        for row, part in enumerate(self.parts):
            policy = part.sizePolicy()
            wanted = QSizePolicy.Policy.Preferred if row == shown else QSizePolicy.Policy.Ignored
            policy.setVerticalPolicy(wanted)
            part.setSizePolicy(policy)
        self.stack.adjustSize()

    def load(self, profile: Profile) -> None:
        first = not self._iso3
        self._iso3, self._confirmed = profile.state_iso3, profile.confirmed
        state = self.shell.desk.states.get(profile.state_iso3)
        self.standing.setText(standing_sentence(state))
        self.general.settle({"language": profile.language})
        for language, form in self.names.items():
            names = profile.names.get(language, _NOTHING)
            form.settle(self._texts(language, names))
        if first:
            self.open_language(profile.language)

    def apply(self, profile: Profile) -> Profile:
        found: dict[str, Names] = {}
        language = self.general.texts()["language"]
        confirmed = set(profile.confirmed)
        for each, form in self.names.items():
            names = _names(form)
            if names == _NOTHING and each != language:
                continue
            self._require(each, names)
            found[each] = names
            if each in _TO_CONFIRM:
                ticked = bool(form.texts()["confirmed"])
                (confirmed.add if ticked else confirmed.discard)(_key(each))
        return replace(profile, language=language, names=found, confirmed=frozenset(confirmed))

    def show_problem(self, error: InputError, *, quietly: bool = False) -> None:
        language, _, field = error.field.partition(":")
        if language in self.names:
            self.open_language(language)
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
        texts = self._texts(language, names)
        for name in _PROPOSED:
            if name in texts:
                put(form.fields[name].editor, texts[name])
        if "confirmed" in form.boxes:
            form.boxes["confirmed"].setChecked(False)

    def _texts(self, language: str, names: Names) -> dict[str, str]:
        texts = {
            "mission": names.mission,
            "state_name": names.state,
            "city": names.city,
            "letterhead": "\n".join(names.letterhead),
            "footer": names.footer,
            "signatory": names.signatory,
            "signatory_title": names.signatory_title,
        }
        if language in _JOINED:
            texts["of_state"] = names.of_state
        if language in _TO_CONFIRM:
            texts["confirmed"] = YES if _key(language) in self._confirmed else ""
        return texts

    def _on_changed(self) -> None:
        super()._on_changed()
        for language, form in self.names.items():
            texts = form.texts()
            empty = not any(text for name, text in texts.items() if name != "confirmed")
            remark = self.remarks[language]
            if empty:
                remark.set(tr("not typed yet"), Tone.PLAIN)
            elif texts.get("confirmed") == "":
                remark.set(tr("confirm with a native officer"), Tone.WARN)
            else:
                remark.set("", Tone.PLAIN)
            self.languages.set_text(language, language_name(language) + ("" if empty else " ✓"))


def _names_form(language: str) -> Form:
    form = Form()
    form.add_row(
        Field(
            tr("Full name of the mission"),
            GrowingText(least=1, most=4),
            name="mission",
            help=tr("As it opens a note, without “the”.") if language == "en" else "",
        )
    )
    words = tr("State, with its article") if language in ("en", "fr") else tr("State")
    state = Field(words, QLineEdit(), name="state_name")
    city = Field(tr("City of the date line"), QLineEdit(), name="city")
    if language in _JOINED:
        form.add_row(state, Field(tr(_JOINED[language]), QLineEdit(), name="of_state"))
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
    form.add_row(
        Field(
            tr("Signatory"),
            QLineEdit(),
            name="signatory",
            help=tr("Only where the layout has a signature block."),
        ),
        Field(tr("Title of the signatory"), QLineEdit(), name="signatory_title"),
    )
    if language in _TO_CONFIRM:
        form.add_box("confirmed", tr("A native officer has confirmed these names"))
    return form


def _key(language: str) -> str:
    return f"{language}.{NAMES}"


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
        signatory=texts["signatory"],
        signatory_title=texts["signatory_title"],
    )
