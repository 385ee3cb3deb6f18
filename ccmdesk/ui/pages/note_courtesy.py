"""The unofficial translation that follows the authentic text of a note."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.note import Draft, Part
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.note_texts import NoteTexts
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.note_paragraphs import NoteParagraphs
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field


class NoteCourtesy(QWidget):
    """The language of the translation and its paragraphs.

    Signals: `typed` after every change, `removed` (Part, position) when a paragraph was taken out.
    """

    typed = Signal()
    removed = Signal(object, int)

    def __init__(self) -> None:
        super().__init__()
        self._language = self._written_in = ""
        self._showing = False
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self.language = choice([("", tr("none"))])
        self.field = Field(tr("Courtesy translation"), self.language, name="courtesy")
        self.paragraphs = NoteParagraphs(tr("Translation"))
        column.addWidget(self.field)
        column.addWidget(self.paragraphs)
        self.language.currentIndexChanged.connect(lambda _: self._on_language())
        self.paragraphs.typed.connect(self.typed)
        self.paragraphs.removed.connect(self.removed)

    def show_draft(self, draft: Draft, texts: NoteTexts) -> None:
        """Show what a draft decides, without a signal."""
        self._showing = True
        if draft.language != self._language:
            self._offer(draft.language)
        self.language.setCurrentIndex(max(self.language.findData(draft.courtesy), 0))
        self.paragraphs.setVisible(texts.translation is not None)
        if texts.translation is not None:
            template = RULES[draft.kind].parts
            self.paragraphs.show_body(draft.courtesy_body, template, texts.translation)
            self._written_in = draft.courtesy
        self._tell()
        self._showing = False

    def follow(self, texts: NoteTexts) -> None:
        """Follow the data."""
        if texts.translation is not None and self.paragraphs.isVisibleTo(self):
            self.paragraphs.follow(texts.translation)

    def place(self, where: str) -> QWidget | None:
        """Return the paragraph of the translation a finding names, or None."""
        head, _, tail = where.partition(": ")
        return self.paragraphs.place(tail) if head == "translation" and tail else None

    def chosen(self) -> str:
        """Return the language of the translation, or nothing."""
        return str(self.language.currentData() or "")

    def body(self) -> tuple[Part, ...]:
        """Return the paragraphs of the translation; those of another language are let go."""
        return self.paragraphs.body() if self.chosen() == self._written_in else ()

    def _offer(self, language: str) -> None:
        self._language = language
        self.language.clear()
        self.language.addItem(tr("none"), "")
        for code in LANGUAGES:
            if code != language:
                self.language.addItem(tr("in {language}", language=language_name(code)), code)

    def _tell(self) -> None:
        self.field.set_help(
            tr("Printed after the note and headed as unofficial; the note itself is authentic.")
            if self.chosen()
            else ""
        )

    def _on_language(self) -> None:
        if not self._showing:
            self._tell()
            self.typed.emit()
