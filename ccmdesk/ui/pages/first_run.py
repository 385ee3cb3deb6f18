"""First run: four questions, then the desk is ready; or the sample dossier to look around in."""

from difflib import get_close_matches

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.profile import LANGUAGES, Names, Profile
from ccmdesk.domain.state import State
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.icons import pixmap
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.page import Page
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.state_words import standing_sentence
from ccmdesk.ui.tokens import XL, XS, XXL, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field, field_row
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.name_completer import NameCompleter, plain
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label

CITIES = ("Geneva", "New York", "Vienna")
_WIDTH = 580


class FirstRunPage(Page):
    """Asks for State, mission, city and language; the rest has usual values."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._states: list[State] = []
        self._names: dict[str, tuple[str, ...]] = {}
        self._suggested: Names | None = None
        self.column.setContentsMargins(0, 0, 0, 0)
        content = QWidget()
        across = QHBoxLayout(content)
        across.setContentsMargins(XL, XL, XL, XL)
        across.addStretch(1)
        down = QVBoxLayout()
        down.setSpacing(L)
        down.addStretch(2)
        across.addLayout(down, 100)
        across.addStretch(1)
        down.addWidget(self._card())
        down.addStretch(3)
        self.column.addWidget(scrolling(content), 1)

    def _card(self) -> Card:
        card = Card()
        card.setMaximumWidth(_WIDTH)
        card.body.setContentsMargins(XXL, XL, XXL, XL)
        card.body.setSpacing(M)
        mark = QLabel()
        mark.setPixmap(pixmap("landmark", theme.palette().accent, 28))
        card.body.addWidget(mark)
        card.body.addWidget(label(tr("Welcome to CCM Desk"), "title"))
        card.body.addWidget(
            label(
                tr(
                    "Four questions, then your desk is ready. Everything stays on this machine "
                    "and can be changed later under Settings."
                ),
                "muted",
                wrap=True,
            )
        )
        card.body.addSpacing(XS)
        self.state = QComboBox()
        self.state.setEditable(True)
        self.state.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.city = QComboBox()
        self.city.setEditable(True)
        self.city.addItems(CITIES)
        self.city.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.city.setCurrentText("Geneva")
        self.language = choice((each, language_name(each)) for each in LANGUAGES)
        self.mission = GrowingText(least=2, most=4)
        self.fields = {
            field.name: field
            for field in (
                Field(
                    tr("Your State"),
                    self.state,
                    name="state",
                    help=tr("Type a few letters; its standing under the Convention is known."),
                ),
                Field(tr("City of the mission"), self.city, name="city"),
                Field(tr("Language of your notes"), self.language, name="language"),
                Field(
                    tr("Full name of the mission"),
                    self.mission,
                    name="mission",
                    help=tr("As it opens a note verbale; suggested from the State and the city."),
                ),
            )
        }
        card.body.addWidget(self.fields["state"])
        card.body.addLayout(field_row(self.fields["city"], self.fields["language"]))
        card.body.addWidget(self.fields["mission"])
        card.body.addSpacing(S)
        card.body.addWidget(hairline())
        self.sample = button(tr("Open the sample dossier"), self._on_sample, kind="quiet")
        self.sample.setToolTip(
            tr("An invented State at the Eleventh Meeting of States Parties, to look around in")
        )
        self.start = button(tr("Start"), self.submit, kind="primary")
        self.start.setMinimumWidth(120)
        row = QHBoxLayout()
        row.addWidget(self.sample)
        row.addStretch()
        row.addWidget(self.start)
        card.body.addLayout(row)
        self.state.currentTextChanged.connect(lambda _: self._on_state())
        self.city.currentTextChanged.connect(lambda _: self._suggest())
        self.language.currentIndexChanged.connect(lambda _: self._suggest())
        for name, field in self.fields.items():
            self._clears(name, field)
        QWidget.setTabOrder(self.mission, self.start)
        QWidget.setTabOrder(self.start, self.sample)
        return card

    def _clears(self, name: str, field: Field) -> None:
        """Take an error away as soon as its field is changed."""
        editor = field.editor
        if isinstance(editor, QComboBox):
            editor.currentTextChanged.connect(lambda _: self.fields[name].set_error(""))
        elif isinstance(editor, GrowingText):
            editor.textChanged.connect(lambda: self.fields[name].set_error(""))

    def refresh(self) -> None:
        typed = self.state.currentText()
        self._states = self.desk.states.everybody()
        before = self.state.blockSignals(True)
        self.state.clear()
        for state in self._states:
            self.state.addItem(state.name, state.iso3)
        names = self.desk.states.names()
        self._names = {
            state.iso3: (state.name, state.iso3, *sorted(names.get(state.iso3, ())))
            for state in self._states
        }
        self.state.setCompleter(NameCompleter(self._names.values(), self.state))
        self.state.setCurrentIndex(-1)
        self.state.setEditText(typed)
        self.state.blockSignals(before)
        line = self.state.lineEdit()
        assert isinstance(line, QLineEdit)
        line.setPlaceholderText(tr("For example Nigeria"))

    def take_focus(self) -> None:
        self.state.setFocus()

    def chosen_state(self) -> State | None:
        """Return the State typed: by a name of any language or by its three letters."""
        typed = plain(self.state.currentText())
        return next(
            (each for each in self._states if typed in map(plain, self._names[each.iso3])), None
        )

    def submit(self) -> None:
        """Store the profile and enter, or show at its field what is missing."""
        for field in self.fields.values():
            field.set_error("")
        try:
            self.desk.profile.save(self._profile())
        except InputError as error:
            if error.field not in self.fields:
                self.shell.show_error(error)
                return
            self.fields[error.field].set_error(error.message)
            self.fields[error.field].editor.setFocus()
            return
        self.shell.enter()

    def _profile(self) -> Profile:
        state = self.chosen_state()
        if state is None:
            typed = self.state.currentText().strip()
            if not typed:
                raise InputError(tr("Choose your State."), "state")
            raise InputError(self._unknown(typed), "state")
        city = self.city.currentText().strip()
        mission = " ".join(self.mission.toPlainText().split())
        if not city:
            raise InputError(tr("Give the city, for the date line of your notes."), "city")
        if not mission:
            raise InputError(tr("Give the mission its full name."), "mission")
        language = str(self.language.currentData())
        usual = self.desk.profile.default_names(state.iso3, city, language)
        names = Names(mission, usual.state, usual.city, of_state=usual.of_state)
        return Profile(state.iso3, language, {language: names})

    def _unknown(self, typed: str) -> str:
        by_words = {
            plain(word): state.name for state in self._states for word in self._names[state.iso3]
        }
        near = get_close_matches(plain(typed), by_words, n=1)
        if not near:
            return tr("No State is called “{typed}”; choose yours from the list.", typed=typed)
        name = by_words[near[0]]
        return tr("No State is called “{typed}”; did you mean {name}?", typed=typed, name=name)

    def _on_state(self) -> None:
        state = self.chosen_state()
        self.fields["state"].set_help(
            standing_sentence(state)
            if state
            else tr("Type a few letters; its standing under the Convention is known.")
        )
        self._suggest()

    def _suggest(self) -> None:
        """Put the usual name of the mission into its field, unless the officer typed another."""
        state, city = self.chosen_state(), self.city.currentText().strip()
        present = " ".join(self.mission.toPlainText().split())
        untouched = not present or (self._suggested and present == self._suggested.mission)
        if not untouched:
            return
        if state is None:
            # "Niger" on the way to "Nigeria" must not leave its mission behind.
            self.mission.clear()
        if state is None or not city:
            return
        language = str(self.language.currentData())
        self._suggested = self.desk.profile.default_names(state.iso3, city, language)
        self.mission.setPlainText(self._suggested.mission)

    def _on_sample(self) -> None:
        from ccmdesk.services.sample import build_sample

        if self.shell.attempt(lambda: build_sample(self.desk)):
            self.shell.enter()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submit()
        else:
            super().keyPressEvent(event)
