"""The form of a draft: what follows the data, what the officer typed over it, and free text."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services import reference
from ccmdesk.services.note_content import awaits_convening_note
from ccmdesk.services.note_texts import NoteTexts
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import language_name
from ccmdesk.ui.pages.note_delegation import NoteDelegation
from ccmdesk.ui.pages.note_paragraphs import NoteParagraphs
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, field_row
from ccmdesk.ui.widgets.following_field import FollowingField
from ccmdesk.ui.widgets.growing_text import GrowingText
from ccmdesk.ui.widgets.text import label

_PEOPLE_SHOWN = 8
_MENDED_UNDER_SETTINGS = ("place-missing",)


@dataclass(frozen=True, slots=True)
class Followed:
    """What the note says as long as nothing is typed over it."""

    content: NoteContent
    texts: NoteTexts


class NoteForm(QWidget):
    """Edits a `Draft`.

    Signals: `changed` after every keystroke, `delegation_asked` to edit the delegation,
    `paragraph_removed` (Part, position) so that it can be put back.
    """

    changed = Signal()
    delegation_asked = Signal()
    paragraph_removed = Signal(object, int)

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
        back = tr("Back to the convening note")
        self.addressee = FollowingField(
            tr("Addressee"), GrowingText(least=1, one_line=True), name="addressee", back=back
        )
        self.address = FollowingField(
            tr("Address at the foot of the note"), GrowingText(least=2), name="address", back=back
        )
        self.reference = FollowingField(tr("In reply to"), QLineEdit(), name="reference", back=back)
        self.reference_dated = DayEdit(name="reference_dated")
        self.reference_dated_field = Field(
            tr("Its date"), self.reference_dated, name="reference_dated"
        )
        self.delegation = NoteDelegation(_PEOPLE_SHOWN)
        self.count = label("", "small")
        self.edit_delegation = button(
            tr("Edit the delegation"), self.delegation_asked.emit, kind="quiet", icon_name="pencil"
        )
        self.paragraphs = NoteParagraphs()
        self._lay_out()
        self._connect()

    # What is shown

    def show_draft(self, draft: Draft, followed: Followed) -> None:
        """Show a draft without a signal."""
        self._showing = True
        self._draft, content = draft, followed.content
        self.language.setCurrentIndex(self.language.findData(draft.language))
        self._dated = draft.dated
        self._put_day(self.dated, content.dated if draft.dated is None else draft.dated)
        self.addressee.show_text(content.addressee, draft.addressee)
        self.addressee.set_help(_seen_in(content.meeting))
        typed = None if draft.address is None else "\n".join(draft.address)
        self.address.show_text("\n".join(content.address), typed)
        self.reference.show_text(content.reference, draft.reference)
        day = draft.reference_dated or content.reference_dated
        self._put_day(self.reference_dated, day)
        self.paragraphs.show_body(draft.body, RULES[draft.kind].parts, followed.texts)
        self._follow_content(content)
        self._showing = False
        self._tell_reference()
        self._tell_day()

    def follow(self, followed: Followed) -> None:
        """Follow changed data; what was typed over stays, and so does a date half typed."""
        self._following = True
        self.show_draft(self.draft(), followed)
        self._following = False

    def draft(self) -> Draft:
        """Return what the form holds now, half-typed text included."""
        assert self._draft is not None
        address = self.address.typed_over()
        return replace(
            self._draft,
            language=str(self.language.currentData()),
            dated=self._dated,
            addressee=self.addressee.typed_over(),
            address=None if address is None else _lines(address),
            reference=self.reference.typed_over(),
            reference_dated=self._reference_day(),
            body=self.paragraphs.body(),
        )

    def place(self, finding: Finding) -> QWidget | None:
        """Return the control where a finding can be mended; None where it is not on this form."""
        if finding.rule.startswith("address-"):
            return self.address.editor
        if finding.rule in _MENDED_UNDER_SETTINGS:
            return None
        places: dict[str, QWidget] = {
            "addressee": self.addressee.editor,
            "reference": self.reference.editor,
            "date": self.dated,
            "delegation": self.edit_delegation,
            "text": self._last_paragraph(),
        }
        return places.get(finding.where.partition(":")[0])

    def _last_paragraph(self) -> QWidget:
        rows = self.paragraphs.rows
        return rows[-1].editor if rows else self.paragraphs.add_button

    # Inside

    def _follow_content(self, content: NoteContent) -> None:
        self._convening = content.meeting.convening if content.meeting else ConveningNote()
        delegates = content.delegates
        self.delegation.show_delegates(delegates)
        count = len(delegates)
        self.count.setText(
            tr("1 person") if count == 1 else tr("{count} people", count=count) if count else ""
        )

    def _put_day(self, editor: DayEdit, day: date | None) -> None:
        if not (self._following and editor.isModified()):
            editor.set_day(day)

    def _reference_day(self) -> date | None:
        assert self._draft is not None
        try:
            day = self.reference_dated.day()
        except InputError:
            return self._draft.reference_dated
        return None if day == self._convening.dated else day

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(L, M, L, L)
        column.setSpacing(M)
        dated = self.dated_field.layout()
        assert isinstance(dated, QVBoxLayout)
        dated.addWidget(self.today, 0, Qt.AlignmentFlag.AlignLeft)
        for each in (self.addressee, self.address, self.reference):
            inner = each.layout()
            assert inner is not None
            inner.setAlignment(each.back, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(field_row(Field(tr("Language"), self.language), self.dated_field))
        column.addWidget(self.addressee)
        column.addWidget(self.address)
        column.addLayout(field_row(self.reference, self.reference_dated_field))
        column.addSpacing(S)
        column.addLayout(_heading(tr("Delegation"), self.count, self.edit_delegation))
        column.addWidget(self.delegation)
        column.addSpacing(S)
        column.addLayout(_heading(tr("Text of the note")))
        column.addWidget(self.paragraphs)

    def _connect(self) -> None:
        self.language.currentIndexChanged.connect(lambda _: self._on_typed())
        for each in (self.addressee, self.address, self.reference):
            each.typed.connect(self._on_typed)
        self.reference.back.clicked.connect(self._on_reference_back)
        self.paragraphs.typed.connect(self._on_typed)
        self.paragraphs.removed.connect(self.paragraph_removed)
        self.dated.textEdited.connect(lambda _: self._on_dated())
        self.dated.day_changed.connect(self._on_dated)
        self.dated.editingFinished.connect(lambda: _judge(self.dated_field, self.dated))
        self.reference_dated.textEdited.connect(lambda _: self._on_typed())
        self.reference_dated.day_changed.connect(self._on_typed)
        self.reference_dated.editingFinished.connect(
            lambda: _judge(self.reference_dated_field, self.reference_dated)
        )

    def _on_typed(self) -> None:
        if not self._showing:
            self._tell_reference()
            self.changed.emit()

    def _tell_reference(self) -> None:
        # Reference and date belong together: one way back for both.
        typed = self.reference.typed_over() is not None or self._reference_day() is not None
        told = bool(self._convening.reference or self._convening.dated)
        self.reference.back.setVisible(typed and told)

    def _on_reference_back(self) -> None:
        self.reference_dated.set_day(self._convening.dated)
        self.reference_dated_field.set_error("")
        self._on_typed()

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
    row.addWidget(label(text.upper(), "caps"))
    for position, each in enumerate(after):
        if position == len(after) - 1:
            row.addStretch()
        row.addWidget(each)
    if not after:
        row.addStretch()
    return row


def _judge(where: Field, editor: DayEdit) -> None:
    try:
        editor.day()
    except InputError as error:
        where.set_error(error.message)
    else:
        where.set_error("")


def _seen_in(meeting: Meeting | None) -> str:
    convening = meeting.convening if meeting else ConveningNote()
    if meeting is None or awaits_convening_note(meeting):
        last = reference.secretariat()[-1]
        return tr(
            "No convening note yet: last seen in {paper} of {day}; confirm it or type over it",
            paper=last.seen_in,
            day=long_date(last.seen_on),
        )
    if not convening.reference:
        return tr("The meeting has no convening note yet; type who is addressed.")
    if convening.dated is None:
        return tr("Seen in {reference}", reference=convening.reference)
    return tr(
        "Seen in {reference} of {day}",
        reference=convening.reference,
        day=long_date(convening.dated),
    )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(line.strip() for line in text.split("\n") if line.strip())
