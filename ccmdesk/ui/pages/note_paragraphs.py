"""The paragraphs of a note: those of the template, live or typed over, and the officer's own."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.note import Part
from ccmdesk.domain.note_kinds import STATEMENT
from ccmdesk.services.note_texts import NoteTexts
from ccmdesk.services.spelling import Speller
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import part_name
from ccmdesk.ui.pages.note_paragraph import ParagraphRow
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.writing_fonts import lend_letters


class NoteParagraphs(QWidget):
    """The body of a note between its two set formulas.

    Signals: `typed` when the body changed, `removed` (Part, position) when a paragraph was taken
    out, so that it can be put back.
    """

    typed = Signal()
    removed = Signal(object, int)

    def __init__(self, name: str = "") -> None:
        super().__init__()
        self._name = name
        self._template: tuple[str, ...] = ()
        self._language = ""
        self.speller: Speller | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.opening = _formula(tr("Opening formula"))
        self.closing = _formula(tr("Closing formula"))
        column.addWidget(self.opening)
        self._column = QVBoxLayout()
        self._column.setSpacing(S)
        column.addLayout(self._column)
        self.add_button = button(
            tr("Add a paragraph"), self._on_add, kind="quiet", icon_name="plus"
        )
        self._adding = QWidget()
        flow = Flow(self._adding)
        flow.addWidget(self.add_button)
        self._put_back_buttons: dict[str, QPushButton] = {}
        column.addWidget(self._adding)
        column.addWidget(self.closing)
        self.rows: list[ParagraphRow] = []

    # What is shown

    def show_body(self, body: Sequence[Part], template: tuple[str, ...], texts: NoteTexts) -> None:
        """Show another body without a signal; `template` are the keys of the kind in order."""
        self._template, self._language = template, texts.language
        lend_letters(texts.language)
        parts = tuple(body) or tuple(Part(key) for key in template)
        if [part.key for part in parts] != [row.key for row in self.rows]:
            self._build(parts)
        self._offer_missing()
        self.opening.setText(texts.opening.strip())
        self.closing.setText(texts.closing.strip())
        standards = {written.key: written.standard for written in texts.body}
        for row, part in zip(self.rows, parts, strict=True):
            row.set_direction(texts.language)
            row.show_part(part, standards.get(part.key, ""))

    def follow(self, texts: NoteTexts) -> None:
        """Follow the data: live paragraphs say what the template says now."""
        self.opening.setText(texts.opening.strip())
        self.closing.setText(texts.closing.strip())
        standards = {written.key: written.standard for written in texts.body}
        for row in self.rows:
            if row.key in standards:
                row.follow(standards[row.key])

    @property
    def language(self) -> str:
        """Return the language the paragraphs are written in."""
        return self._language

    def set_speller(self, speller: Speller | None) -> None:
        """Mark the words of all paragraphs by this speller, or none."""
        self.speller = speller
        for row in self.rows:
            row.editor.set_speller(speller)

    def body(self) -> tuple[Part, ...]:
        """Return the body as it stands; empty where it is the template as it is."""
        parts = tuple(part for row in self.rows if (part := row.part()) is not None)
        return () if parts == tuple(Part(key) for key in self._template) else parts

    def row_of(self, key: str) -> ParagraphRow | None:
        """Return the paragraph of the template with that key, or None."""
        return next((row for row in self.rows if row.key == key), None)

    def place(self, where: str) -> QWidget | None:
        """Return the paragraph a finding names: by its key, or as "paragraph 3"."""
        written = [row for row in self.rows if row.part() is not None]
        name, _, number = where.partition(" ")
        if name == "paragraph" and number.isdigit() and 0 < int(number) <= len(written):
            return written[int(number) - 1].editor
        row = self.row_of(where) if where else None
        return row.editor if row is not None else None

    # What the officer does

    def add(self, part: Part, position: int | None = None) -> ParagraphRow:
        """Put a paragraph in, at its end or at a position, and tell."""
        place = len(self.rows) if position is None else min(position, len(self.rows))
        if self.rows and self.rows[0].key == STATEMENT:
            # What follows the opening formula in the same sentence stays the first.
            place = max(place, 1)
        row = self._insert(place, part)
        self._number()
        self._offer_missing()
        self.typed.emit()
        return row

    def move_row(self, row: ParagraphRow, step: int) -> None:
        """Move a paragraph up (-1) or down (1); at the ends it stays."""
        position = self.rows.index(row)
        target = position + step
        if not self._first <= target < len(self.rows) or position < self._first:
            return
        self.rows.insert(target, self.rows.pop(position))
        self._column.removeWidget(row)
        self._column.insertWidget(target, row)
        self._number()
        row.editor.setFocus()
        self.typed.emit()

    def remove_row(self, row: ParagraphRow) -> None:
        """Take a paragraph out."""
        position, part = self.rows.index(row), row.part()
        self.rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()
        self._number()
        self._offer_missing()
        neighbour = self.rows[min(position, len(self.rows) - 1)].editor if self.rows else None
        (neighbour or self.add_button).setFocus()
        self.typed.emit()
        if part is not None:
            self.removed.emit(part, position)

    # Inside

    @property
    def _first(self) -> int:
        """Return the first place to which a paragraph may be moved."""
        return 1 if self.rows and self.rows[0].key == STATEMENT else 0

    def _build(self, parts: Sequence[Part]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for part in parts:
            self._insert(len(self.rows), part)
        self._number()

    def _insert(self, position: int, part: Part) -> ParagraphRow:
        row = ParagraphRow(part)
        row.set_direction(self._language)
        row.editor.set_speller(self.speller)
        row.typed.connect(self.typed)
        row.moved.connect(lambda step: self.move_row(row, step))
        row.taken_out.connect(lambda: self.remove_row(row))
        self.rows.insert(position, row)
        self._column.insertWidget(position, row)
        # At once, so that its keys work before the next events.
        row.show()
        return row

    def _on_add(self) -> None:
        # Before what asks the addressee for something, as notes are built.
        last = self.rows[-1].key if self.rows else ""
        position = len(self.rows) - 1 if last and len(self.rows) > 1 else len(self.rows)
        self.add(Part("", ""), position).editor.setFocus()

    def _offer_missing(self) -> None:
        missing = [key for key in self._template if self.row_of(key) is None]
        for key in list(self._put_back_buttons):
            self._put_back_buttons.pop(key).deleteLater()
        flow = self._adding.layout()
        assert flow is not None
        for key in missing:
            words = tr("Put back: {part}", part=part_name(key))
            made = button(words, partial(self._put_back, key), kind="quiet", icon_name="plus")
            self._put_back_buttons[key] = made
            flow.addWidget(made)

    def _put_back(self, key: str) -> None:
        place = self._template.index(key)
        before = set(self._template[:place])
        position = max(
            (spot + 1 for spot, row in enumerate(self.rows) if row.key in before), default=0
        )
        row = self._insert(position, Part(key))
        self._number()
        self._offer_missing()
        row.editor.setFocus()
        self.typed.emit()

    def _number(self) -> None:
        own = 0
        before: QWidget = self.opening
        for position, row in enumerate(self.rows):
            own += not row.key
            plain = part_name(row.key) if row.key else tr("Paragraph {number}", number=own)
            row.set_name(f"{self._name}: {plain}" if self._name else plain)
            fixed = position < self._first
            row.allow(
                up=position > self._first and not fixed,
                down=self._first <= position < len(self.rows) - 1,
                out=not fixed,
            )
            for widget in row.tab_order:
                QWidget.setTabOrder(before, widget)
                before = widget
        QWidget.setTabOrder(before, self.add_button)


def _formula(name: str) -> QLabel:
    words = label("", "muted", wrap=True)
    words.setAccessibleName(name)
    words.setToolTip(tr("{name}: set by the language and the layout of notes", name=name))
    words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return words
