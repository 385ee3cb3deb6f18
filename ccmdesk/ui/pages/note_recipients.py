"""To whom a note goes and to what it answers: followed from the convening note until typed over."""

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.services import reference
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.note_matter import judge
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.following_field import FollowingField
from ccmdesk.ui.widgets.growing_text import GrowingText


class NoteRecipients(QWidget):
    """Addressee, address, reference and its date.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._convening = ConveningNote()
        self._before: date | None = None
        self._showing = False
        back = tr("Back to the convening note")
        self.addressee = FollowingField(
            tr("Addressee"), GrowingText(least=1, one_line=True), name="addressee", back=back
        )
        self.address = FollowingField(
            tr("Address"), GrowingText(least=2), name="address", back=back
        )
        self.reference = FollowingField(tr("In reply to"), QLineEdit(), name="reference", back=back)
        self.reference_dated = DayEdit(name="reference_dated")
        self.reference_dated_field = Field(
            tr("Its date"), self.reference_dated, name="reference_dated"
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        for each in (self.addressee, self.address, self.reference):
            inner = each.layout()
            assert inner is not None
            inner.setAlignment(each.back, Qt.AlignmentFlag.AlignLeft)
            each.typed.connect(self._on_typed)
        column.addWidget(self.addressee)
        column.addWidget(self.address)
        column.addWidget(FieldRow(self.reference, self.reference_dated_field))
        self.reference.back.clicked.connect(self._on_reference_back)
        self.reference_dated.textEdited.connect(lambda _: self._on_typed())
        self.reference_dated.day_changed.connect(self._on_typed)
        self.reference_dated.editingFinished.connect(
            lambda: judge(self.reference_dated_field, self.reference_dated)
        )

    def show_draft(self, draft: Draft, content: NoteContent, *, following: bool = False) -> None:
        """Show what follows the data and what was typed over it, without a signal.

        With `following` a day half typed stays.
        """
        self._showing = True
        self._convening = content.meeting.convening if content.meeting else ConveningNote()
        self._before = draft.reference_dated
        self.addressee.show_text(content.addressee, draft.addressee)
        self.addressee.set_help(_seen_in(content.meeting))
        typed = None if draft.address is None else "\n".join(draft.address)
        self.address.show_text("\n".join(content.address), typed)
        self.reference.show_text(content.reference, draft.reference)
        if not (following and self.reference_dated.isModified()):
            self.reference_dated.set_day(draft.reference_dated or content.reference_dated)
        self._showing = False
        self._tell()

    def address_typed(self) -> tuple[str, ...] | None:
        """Return the lines typed over the address, or None while it follows."""
        typed = self.address.typed_over()
        if typed is None:
            return None
        return tuple(line.strip() for line in typed.split("\n") if line.strip())

    def reference_day(self) -> date | None:
        """Return the day typed over that of the reference, or None while it follows."""
        try:
            day = self.reference_dated.day()
        except InputError:
            return self._before
        return None if day == self._convening.dated else day

    def place(self, finding: Finding) -> QWidget | None:
        """Return where a finding about the address or the reference can be mended, or None."""
        if finding.rule.startswith("address-"):
            return self.address.editor
        places = {"addressee": self.addressee.editor, "reference": self.reference.editor}
        return places.get(finding.where.partition(":")[0])

    def _on_typed(self) -> None:
        if not self._showing:
            self._before = self.reference_day()
            self._tell()
            self.typed.emit()

    def _tell(self) -> None:
        # Reference and date belong together: one way back for both.
        typed = self.reference.typed_over() is not None or self.reference_day() is not None
        told = bool(self._convening.reference or self._convening.dated)
        self.reference.back.setVisible(typed and told)

    def _on_reference_back(self) -> None:
        self.reference_dated.set_day(self._convening.dated)
        self.reference_dated_field.set_error("")
        self._on_typed()


def _seen_in(meeting: Meeting | None) -> str:
    convening = meeting.convening if meeting else ConveningNote()
    if meeting is None or meeting.awaits_convening_note:
        last = reference.secretariat()[-1]
        return tr(
            "No convening note yet: last seen in {paper} of {day}; confirm it or type over it"
            if meeting
            else "Last seen in {paper} of {day}; type over it where the note goes elsewhere",
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
