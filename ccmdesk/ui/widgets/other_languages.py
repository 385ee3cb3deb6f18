"""How a person is written in notes of other languages; what is empty follows the main form."""

from collections.abc import Mapping
from dataclasses import fields

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import Form
from ccmdesk.ui.widgets.text import label

_LABELS = {
    "style": "Style before the name",
    "given_names": "Given names",
    "family_name": "Family name",
    "functional_title": "Functional title",
    "organization": "Organization",
    "place": "Place",
}
_NAMES = tuple(each.name for each in fields(PersonForms))


class OtherLanguages(QWidget):
    """One language at a time, folded away until it is wanted.

    Signals: `changed` on every change the officer makes, `submitted` on Enter.
    """

    changed = Signal()
    submitted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._forms: dict[str, dict[str, str]] = {}
        self._settled: dict[str, dict[str, str]] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self.fold = button("", self._on_fold, kind="quiet")
        column.addWidget(self.fold, 0, Qt.AlignmentFlag.AlignLeft)
        self.part = QWidget()
        inside = QVBoxLayout(self.part)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(M)
        inside.addWidget(
            label(tr("Only what a note of that language writes otherwise."), "small", wrap=True)
        )
        self.languages = Chips(
            [(each, language_name(each)) for each in LANGUAGES], tr("Language of these names")
        )
        self.languages.chosen.connect(lambda _: self._show_language())
        inside.addWidget(self.languages)
        self.form = Form()
        for pair in (("style",), ("given_names", "family_name"), ("functional_title",),
                     ("organization",), ("place",)):  # fmt: skip
            self.form.add_row(*(Field(tr(_LABELS[name]), QLineEdit(), name=name) for name in pair))
        self.form.changed.connect(self._on_typed)
        self.form.submitted.connect(self.submitted)
        inside.addWidget(self.form)
        column.addWidget(self.part)
        self.load(Person(family_name=""))

    def load(self, person: Person) -> None:
        """Show a person's forms and count them as stored."""
        self._forms = {
            language: {name: getattr(forms, name) for name in _NAMES}
            for language, forms in person.forms.items()
        }
        self._settled = self._typed()
        if self.languages.key() not in self._settled:
            self.languages.choose(next(iter(self._settled), LANGUAGES[1]))
        for name in _NAMES:
            editor = self.form.fields[name].editor
            assert isinstance(editor, QLineEdit)
            editor.setPlaceholderText(getattr(person, name))
        self._fold(open_=bool(self._settled))
        self._show_language()

    def read(self) -> Mapping[str, PersonForms]:
        """Return the forms as typed, languages without any left out."""
        return {language: PersonForms(**texts) for language, texts in self._typed().items()}

    @property
    def dirty(self) -> bool:
        """Tell whether something is typed that is not stored."""
        return self._typed() != self._settled

    def open_language(self, language: str) -> None:
        """Unfold and show a language."""
        self._fold(open_=True)
        self.languages.choose(language)
        self._show_language()

    def _typed(self) -> dict[str, dict[str, str]]:
        return {
            language: texts
            for language, texts in self._forms.items()
            if any(text.strip() for text in texts.values())
        }

    def _show_language(self) -> None:
        language = self.languages.key()
        direction = (
            Qt.LayoutDirection.RightToLeft if language == "ar" else Qt.LayoutDirection.LeftToRight
        )
        for field in self.form.fields.values():
            field.editor.setLayoutDirection(direction)
        texts = self._forms.get(language, dict.fromkeys(_NAMES, ""))
        before = self.form.blockSignals(True)
        self.form.settle(texts)
        self.form.blockSignals(before)
        self._mark()

    def _on_typed(self) -> None:
        self._forms[self.languages.key()] = self.form.texts()
        self._mark()
        self.changed.emit()

    def _mark(self) -> None:
        typed = self._typed()
        for language in LANGUAGES:
            sign = " ✓" if language in typed else ""
            self.languages.set_text(language, language_name(language) + sign)

    def _on_fold(self) -> None:
        self._fold(open_=self.part.isHidden())

    def _fold(self, *, open_: bool) -> None:
        self.part.setVisible(open_)
        self.fold.setText(
            tr("Hide the other languages") if open_ else tr("Write in other languages…")
        )
