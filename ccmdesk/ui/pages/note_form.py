"""The form of a draft: what follows the data, what the officer typed over it, and free text."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.domain.note_kinds import DELEGATION, RULES
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.note_texts import NoteTexts
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.note_courtesy import NoteCourtesy
from ccmdesk.ui.pages.note_delegation import NoteDelegation
from ccmdesk.ui.pages.note_matter import NoteMatter, judge
from ccmdesk.ui.pages.note_number import NoteNumber
from ccmdesk.ui.pages.note_paragraphs import NoteParagraphs
from ccmdesk.ui.pages.note_recipients import NoteRecipients
from ccmdesk.ui.tokens import XS, L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.undo_way import UndoWay

_PEOPLE_SHOWN = 8
_MENDED_UNDER_SETTINGS = ("place-missing",)


@dataclass(frozen=True, slots=True)
class Followed:
    """What the note says as long as nothing is typed over it, and the mission's registers."""

    content: NoteContent
    texts: NoteTexts
    series: tuple[str, ...] = ()


class NoteForm(QWidget):
    """Edits a `Draft`.

    Signals: `changed` after every keystroke, `delegation_asked` to edit the delegation,
    `paragraph_removed` (paragraphs, Part, position) so that it can be put back.
    """

    changed = Signal()
    delegation_asked = Signal()
    paragraph_removed = Signal(object, object, int)

    def __init__(self) -> None:
        super().__init__()
        self._draft: Draft | None = None
        self._dated: date | None = None
        self._showing = self._following = False
        self.language = QComboBox()
        for code in LANGUAGES:
            self.language.addItem(language_name(code), code)
        self.dated = DayEdit(name="dated")
        self.dated_field = Field(tr("Date of the note"), self.dated, name="dated")
        self.today = button(tr("Follow today"), self._on_today, kind="quiet", icon_name="undo-2")
        self.today.hide()
        self.number = NoteNumber()
        self.recipients = NoteRecipients()
        self.matter = NoteMatter()
        self.delegation = NoteDelegation(_PEOPLE_SHOWN)
        self.count = label("", "small")
        self.edit_delegation = button(
            tr("Edit the delegation"), self.delegation_asked.emit, kind="quiet", icon_name="pencil"
        )
        self.paragraphs = NoteParagraphs()
        self.enclosures = GrowingText(least=1, most=8)
        self.enclosures_field = Field(
            tr("Enclosures"),
            self.enclosures,
            name="enclosures",
            help=tr("One on each line, as they are listed at the end of the note."),
        )
        self.courtesy = NoteCourtesy()
        self._undo_way = UndoWay(self)
        self._lay_out()
        self._connect()
        self._undo_way.watch(self)

    # What is shown

    def show_draft(self, draft: Draft, followed: Followed) -> None:
        """Show a draft without a signal."""
        self._showing = True
        self._draft, content = draft, followed.content
        self.language.setCurrentIndex(self.language.findData(draft.language))
        self._dated = draft.dated
        if not (self._following and self.dated.isModified()):
            self.dated.set_day(draft.dated or content.dated)
        self.number.offer(followed.series)
        self.number.show_draft(draft)
        self.recipients.show_draft(draft, content, following=self._following)
        self.matter.show_matter(draft.kind, draft.matter)
        self.matter.follow(content)
        self.paragraphs.show_body(draft.body, RULES[draft.kind].parts, followed.texts)
        if _lines(self.enclosures.toPlainText()) != draft.enclosures:
            self.enclosures.setPlainText("\n".join(draft.enclosures))
        self.courtesy.show_draft(draft, followed.texts)
        self.delegation_part.setVisible(RULES[draft.kind].lists_delegation)
        self._show_delegation(content)
        self._showing = False
        self._tell_day()

    def follow(self, followed: Followed) -> None:
        """Follow changed data; what was typed over stays, and so does a date half typed."""
        self._following = True
        self.show_draft(self.draft(), followed)
        self._following = False

    def follow_texts(self, texts: NoteTexts) -> None:
        """Let the live paragraphs say what the template says now."""
        self.paragraphs.follow(texts)
        self.courtesy.follow(texts)
        self.matter.follow_subject(texts.subject)

    def written(self) -> tuple[NoteParagraphs, ...]:
        """Return the paragraphs of the note and of its translation."""
        return self.paragraphs, self.courtesy.paragraphs

    def draft(self) -> Draft:
        """Return what the form holds now, half-typed text included."""
        assert self._draft is not None
        number, series = self.number.chosen()
        return replace(
            self._draft,
            language=str(self.language.currentData()),
            dated=self._dated,
            addressee=self.recipients.addressee.typed_over(),
            address=self.recipients.address_typed(),
            reference=self.recipients.reference.typed_over(),
            reference_dated=self.recipients.reference_day(),
            body=self.paragraphs.body(),
            matter=self.matter.matter(),
            enclosures=_lines(self.enclosures.toPlainText()),
            number=number,
            series=series,
            courtesy=self.courtesy.chosen(),
            courtesy_body=self.courtesy.body(),
        )

    def place(self, finding: Finding) -> QWidget | None:
        """Return the control where a finding can be mended; None where it is not on this form."""
        if finding.rule in _MENDED_UNDER_SETTINGS:
            return None
        places: dict[str, QWidget] = {
            "date": self.dated,
            "number": self.number.first(),
            "delegation": self.edit_delegation,
            "enclosures": self.enclosures,
            "translation": self.courtesy.language,
        }
        in_list = finding.where == DELEGATION and finding.repair is None
        if in_list or finding.rule == "no-changes":
            return self.edit_delegation
        found = self.recipients.place(finding) or self.matter.place(finding)
        return (
            found
            or self.paragraphs.place(finding.where)
            or self.courtesy.place(finding.where)
            or places.get(finding.where.partition(":")[0])
            or self._last_paragraph(finding)
        )

    def _last_paragraph(self, finding: Finding) -> QWidget | None:
        rows = self.paragraphs.rows
        return rows[-1].editor if finding.where == "text" and rows else None

    # Inside

    def _show_delegation(self, content: NoteContent) -> None:
        self.delegation.show_delegates(content.delegates)
        count = len(content.delegates)
        self.count.setText(
            tr("1 person") if count == 1 else tr("{count} people", count=count) if count else ""
        )

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, L)
        column.setSpacing(M)
        dated = self.dated_field.layout()
        assert isinstance(dated, QVBoxLayout)
        dated.addWidget(self.today, 0, Qt.AlignmentFlag.AlignLeft)
        language = Field(tr("Language"), self.language, name="language")
        column.addWidget(FieldRow(language, self.dated_field))
        column.addWidget(self.number)
        column.addWidget(self.recipients)
        column.addWidget(self.matter)
        self.delegation_part = QWidget()
        people = QVBoxLayout(self.delegation_part)
        people.setContentsMargins(0, S, 0, 0)
        people.setSpacing(M)
        people.addLayout(_heading(tr("Delegation"), self.count, self.edit_delegation))
        people.addWidget(self.delegation)
        column.addWidget(self.delegation_part)
        column.addSpacing(S)
        column.addLayout(_heading(tr("Text of the note")))
        column.addWidget(self.paragraphs)
        column.addSpacing(S)
        column.addWidget(self.enclosures_field)
        column.addWidget(self.courtesy)

    def _connect(self) -> None:
        self.language.currentIndexChanged.connect(lambda _: self._on_typed())
        for each in (self.number, self.recipients, self.matter, self.paragraphs, self.courtesy):
            each.typed.connect(self._on_typed)
        self.enclosures.textChanged.connect(self._on_typed)
        for paragraphs, source in (
            (self.paragraphs, self.paragraphs.removed),
            (self.courtesy.paragraphs, self.courtesy.removed),
        ):
            source.connect(
                lambda part, place, where=paragraphs: self.paragraph_removed.emit(
                    where, part, place
                )
            )
        self.dated.textEdited.connect(lambda _: self._on_dated())
        self.dated.day_changed.connect(self._on_dated)
        self.dated.editingFinished.connect(lambda: judge(self.dated_field, self.dated))

    def _on_typed(self) -> None:
        if self._showing:
            return
        draft = self.draft()
        # A day that is only written out on leaving its field was taken with its last key.
        if draft != self._draft:
            self._draft = draft
            self.changed.emit()

    def _on_dated(self) -> None:
        try:
            self._dated = self.dated.day()
        except InputError:
            return
        self.dated_field.set_error("")
        self._tell_day()
        self._on_typed()

    def _on_today(self) -> None:
        self.dated.setFocus()
        self._dated = None
        self._tell_day()
        self._on_typed()

    def _tell_day(self) -> None:
        follows = self._dated is None
        self.dated_field.set_help(tr("Today, until the note is issued") if follows else "")
        self.today.setVisible(not follows)

    def show_today(self, today: date) -> None:
        """Show the day the note bears while it follows today."""
        if self._dated is None:
            self.dated.set_day(today)


def _heading(text: str, *after: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(S)
    # The words give way to what can be done, which stands at the right.
    words = Flow()
    for each in (label(text.upper(), "caps"), *after[:-1]):
        words.addWidget(each)
    beside = QVBoxLayout()
    beside.addSpacing(XS if after else 0)
    beside.addLayout(words)
    row.addLayout(beside, 1)
    for each in after[-1:]:
        row.addWidget(each)
    return row


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
