"""The editor of a note: the form on the left, the true paper on the right."""

from collections.abc import Callable
from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.finding import Finding, blocking
from ccmdesk.domain.note import Draft, NoteContent, NoteLine, NoteState, Part
from ccmdesk.services.note_texts import note_texts
from ccmdesk.ui.dialogs.issue_note import IssueNoteDialog
from ccmdesk.ui.draft_keeper import DraftKeeper
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.live_preview import LivePreview, Set
from ccmdesk.ui.note_beginning import NoteBeginning
from ccmdesk.ui.note_words import kind_name, language_name, short_meeting
from ccmdesk.ui.pages.note_editor_head import NoteEditorHead
from ccmdesk.ui.pages.note_findings import NoteFindings, summary
from ccmdesk.ui.pages.note_form import Followed, NoteForm
from ccmdesk.ui.pages.note_sealed import NoteSealed
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.paper import Paper
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label


class NoteEditor(QWidget):
    """Edits one draft, or shows one issued note.

    Signals: `closed` when the officer wants to go back to the register, `continued` (meeting
    code) to write another note to the same meeting.
    """

    closed = Signal()
    continued = Signal(str)

    def __init__(self, shell: Shell, beginning: NoteBeginning) -> None:
        super().__init__()
        self.shell, self.beginning = shell, beginning
        self.note_id = 0
        self.line: NoteLine | None = None
        self._language = ""
        self._meeting_code = ""
        self._follows: NoteContent | None = None
        self._looks_later = False
        self._issuing = False
        self.form = NoteForm()
        self.findings = NoteFindings()
        self.sealed = NoteSealed()
        self.paper = Paper()
        self.head = NoteEditorHead()
        self.keeper = DraftKeeper(shell, self)
        self.preview = LivePreview(shell, self.form.draft, self)
        self.output = PaperOutput(shell, self)
        self.remove_button = button(
            tr("Delete this draft"), self.remove, kind="quiet", icon_name="trash-2"
        )
        self._lay_out()
        self._connect()

    # What the page asks

    def open(self, note_id: int) -> bool:
        """Show a note; return False where there is none of that id."""
        self.leave()
        notes = self.shell.desk.notes
        try:
            self.line = notes.line(note_id)
        except InputError:
            self.close_note()
            return False
        self.note_id = note_id
        for each in (self.area, self.paper.view):
            each.verticalScrollBar().setValue(0)
        self.head.title.setText(kind_name(self.line.kind))
        if self.line.state is NoteState.DRAFT:
            self._show_draft(notes.draft(note_id))
        else:
            self._show_sealed(self.line)
        return True

    def leave(self) -> None:
        """Store what is half typed; the paper is set anew when the editor is seen again."""
        self.preview.stop()
        if self.note_id and not self.sealed_shown:
            self.keeper.save_now()

    def take_focus(self) -> None:
        """Put the keyboard where work on this note begins."""
        if self.sealed_shown:
            self.head.next_step.setFocus()
        else:
            self.form.addressee.editor.setFocus()

    def close_note(self) -> None:
        """Let go of the note without storing anything more."""
        self.preview.stop()
        self.keeper.close()
        self.note_id, self.line = 0, None

    def look_again(self) -> None:
        """Follow data that changed elsewhere, or a draft that was changed by undo."""
        if not self.note_id or self.sealed_shown or self._issuing:
            return
        if not self.keeper.quiet:
            self._looks_later = True
            return
        self._looks_later = False
        notes = self.shell.desk.notes
        try:
            stored = notes.draft(self.note_id)
        except InputError:
            # Its beginning was undone, or it was deleted.
            self.close_note()
            self.closed.emit()
            return
        if stored != self.keeper.stored:
            self._show_draft(stored)
        elif self._is_outdated(stored):
            self._follow()

    @property
    def sealed_shown(self) -> bool:
        """Tell whether the note shown can no longer be edited."""
        return self.line is not None and self.line.state is not NoteState.DRAFT

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.note_id and not self.sealed_shown:
            self.preview.ask()

    # The picture

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.head)
        self.left = QStackedWidget()
        self.left.addWidget(self._draft_side())
        sealed = Card()
        sealed.body.setContentsMargins(0, 1, 0, 1)
        sealed.body.addWidget(scrolling(self.sealed))
        self.left.addWidget(sealed)
        right = Card()
        right.body.setContentsMargins(M, S, M, M)
        right.body.addWidget(self.paper, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.addWidget(self.left)
        self.splitter.addWidget(right)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(L)
        self.left.setMinimumWidth(320)
        right.setMinimumWidth(260)
        self.splitter.setSizes([500, 500])
        for position in range(2):
            self.splitter.setStretchFactor(position, 1)
        column.addWidget(self.splitter, 1)

    def _draft_side(self) -> QWidget:
        inner = QWidget()
        self._scrolled = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, M)
        column.setSpacing(S)
        column.addWidget(self.form)
        below = QVBoxLayout()
        # The rows and the button bring 8 pixels of their own for their focus rings.
        below.setContentsMargins(L - S, 0, L - S, 0)
        below.setSpacing(S)
        heading = label(tr("Findings").upper(), "caps")
        heading.setContentsMargins(S, 0, 0, 0)
        below.addWidget(heading)
        below.addWidget(self.findings)
        below.addSpacing(M)
        below.addWidget(hairline())
        below.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        column.addStretch()
        self.area: QScrollArea = scrolling(inner)
        card = Card()
        card.body.setContentsMargins(0, 1, 0, 0)
        card.body.setSpacing(0)
        card.body.addWidget(self.area, 1)
        card.body.addWidget(hairline())
        foot = QHBoxLayout()
        foot.setContentsMargins(L, S, L, S)
        self.standing = Pill("")
        self.to_findings = button(tr("Show the findings"), self.show_findings, kind="quiet")
        foot.addWidget(self.standing)
        foot.addStretch()
        foot.addWidget(self.to_findings)
        card.body.addLayout(foot)
        return card

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.closed)
        self.head.print.clicked.connect(self.print)
        self.head.export.clicked.connect(self.export)
        self.head.next_step.clicked.connect(self.take_next_step)
        self.form.changed.connect(self._on_changed)
        self.form.delegation_asked.connect(self._on_delegation_asked)
        self.form.paragraph_removed.connect(self._on_paragraph_removed)
        self.findings.asked.connect(self._on_finding_asked)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_not_saved)
        self.preview.ready.connect(self._on_set)
        self.preview.failed.connect(self.paper.show_fault)
        self.sealed.copied.connect(self._on_copied)
        self.sealed.continued.connect(lambda: self.continued.emit(self._meeting_code))
        self.sealed.amended.connect(lambda: self.beginning.amend(self.note_id))
        self.sealed.corrected.connect(lambda: self.beginning.correct(self.note_id))
        self.sealed.doubled.connect(lambda: self.beginning.copy(self.note_id))
        for keys, act in (
            ("Ctrl+P", self.print),
            ("Ctrl+E", self.export),
            ("Ctrl+Return", self.take_next_step),
            ("Ctrl+Enter", self.take_next_step),
            ("Escape", self.closed.emit),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # A draft

    def _show_draft(self, draft: Draft) -> None:
        self.preview.stop()
        self.keeper.open(self.note_id, draft)
        self._language = draft.language
        followed = self._followed(draft)
        if followed is None:
            return
        self.form.show_draft(draft, followed)
        meeting = followed.content.meeting
        self._meeting_code = meeting.code if meeting else ""
        self.left.setCurrentIndex(0)
        self.head.show_draft()
        self._tell(tr("draft saved"))
        self.preview.set_now()

    def _followed(self, draft: Draft) -> Followed | None:
        notes = self.shell.desk.notes
        try:
            # The template speaks to whoever is addressed, typed over or not.
            texts = note_texts(notes.compose(draft))
            self._follows = notes.compose(_bare(draft))
            return Followed(self._follows, texts)
        except CcmDeskError as error:
            self.paper.show_fault(error.message)
            return None

    def _is_outdated(self, draft: Draft) -> bool:
        # Storing what was typed is news as well; nothing that is followed has changed then.
        try:
            return self.shell.desk.notes.compose(_bare(draft)) != self._follows
        except CcmDeskError:
            return True

    def _follow(self) -> None:
        followed = self._followed(self.form.draft())
        if followed is not None:
            self.form.follow(followed)
            self.preview.ask()

    def _on_changed(self) -> None:
        draft = self.form.draft()
        if draft.language != self._language:
            self._language = draft.language
            self._follow()
        self._tell(tr("typing"))
        self.keeper.keep(self.form.draft())
        self.preview.ask()

    def _on_saved(self) -> None:
        self._tell(tr("draft saved"))
        if self._looks_later:
            QTimer.singleShot(0, self.look_again)

    def _on_not_saved(self, sentence: str) -> None:
        self._tell(tr("not saved: {why}", why=sentence))

    def _on_set(self, result: Set) -> None:
        if result.fault:
            self.paper.show_fault(result.fault)
        else:
            self.paper.show_pdf(result.pdf)
        self.form.paragraphs.follow(result.texts)
        self.form.show_today(result.content.dated)
        self.findings.show_findings(result.findings)
        self.standing.set(*summary(result.findings))
        self.to_findings.setVisible(bool(result.findings))
        blocked = len(blocking(list(result.findings)))
        self.head.tell_next_step(blocked)

    def _tell(self, saved: str) -> None:
        if self.line is None:
            return
        meeting = self.line.meeting_name
        content_language = self._language or self.line.language
        parts = (short_meeting(meeting), language_name(content_language), saved)
        self.head.sentence.setText(" · ".join(part for part in parts if part))

    def _on_delegation_asked(self) -> None:
        self.shell.go("meetings", self._meeting_code)

    def _on_paragraph_removed(self, part: Part, position: int) -> None:
        self.shell.say(
            tr("Paragraph removed"),
            tr("Undo"),
            lambda: self.form.paragraphs.add(part, position),
        )

    # Findings

    def show_findings(self) -> None:
        """Bring the findings into sight and put the keyboard on the gravest."""
        first = self.findings.first()
        if first is not None:
            # Laid out first, so that the place scrolled to is where the row will stand.
            self._scrolled.activate()
            self.area.ensureWidgetVisible(self.findings, 0, L)
            self.area.ensureWidgetVisible(first, 0, L)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_finding_asked(self, finding: Finding) -> None:
        place = self.form.place(finding)
        if place is not None:
            self.area.ensureWidgetVisible(place, 0, 60)
            place.setFocus(Qt.FocusReason.OtherFocusReason)
        elif finding.where == "meeting":
            self.shell.go("meetings", self._meeting_code)
        else:
            self.shell.go("settings")

    # An issued note

    def _show_sealed(self, line: NoteLine) -> None:
        self.preview.stop()
        self.keeper.close()
        notes = self.shell.desk.notes
        content = notes.content(line.id)
        self._language, self._meeting_code = line.language, line.meeting_code
        self.sealed.show_note(line, content)
        self.left.setCurrentIndex(1)
        self.paper.show_pdf(notes.pdf(line.id))
        self.head.show_issued()
        self._tell(tr("issued as {number}", number=line.number))

    def _on_copied(self, sha256: str) -> None:
        QGuiApplication.clipboard().setText(sha256)
        self.shell.say(tr("The SHA-256 is in the clipboard"))

    # Acts

    def take_next_step(self) -> None:
        """Issue a draft, or export an issued note."""
        if self.sealed_shown:
            self.export()
        elif self.note_id:
            self.ask_to_issue()

    def ask_to_issue(self) -> None:
        """Ask whether to issue, or go to what blocks it."""
        if self._issuing or not self.keeper.save_now():
            return
        desk, draft, number = self.shell.desk, self.form.draft(), self.note_id

        def work() -> tuple[Any, list[Finding], str]:
            content = desk.notes.compose(draft)
            return content, desk.notes.findings(content), desk.notes.next_number(content.dated)

        def done(result: tuple[Any, list[Finding], str]) -> None:
            content, findings, next_number = result
            if number != self.note_id or self.sealed_shown:
                return
            self.findings.show_findings(findings)
            if blocking(findings):
                self.show_findings()
                return
            dialog = IssueNoteDialog(self, next_number, content, self.findings.findings)
            dialog.accepted.connect(lambda: self._issue(content.dated))
            dialog.open()

        self.shell.run(work, done)

    def _issue(self, dated: date) -> None:
        if self._issuing or not self.keeper.save_now():
            return
        self._issuing = True
        self.preview.stop()
        self.setEnabled(False)
        self._tell(tr("being issued"))
        desk, note_id = self.shell.desk, self.note_id
        # The day shown in the question counts, also when midnight passes over it.
        self.shell.run(
            lambda: desk.notes.issue(note_id, dated), self._on_issued, self._on_not_issued
        )

    def _on_issued(self, line: NoteLine) -> None:
        self._issuing = False
        self.setEnabled(True)
        self.open(line.id)
        self.take_focus()
        self.shell.say(tr("Issued as {number}", number=line.number))

    def _on_not_issued(self, error: Exception) -> None:
        self._issuing = False
        self.setEnabled(True)
        self._tell(tr("draft saved"))
        self.preview.set_now()
        self.shell.show_error(error)

    def remove(self) -> None:
        """Throw the draft away; undo brings it back."""
        note_id = self.note_id
        if not note_id or self.sealed_shown or not self.keeper.save_now():
            return
        self.close_note()
        if self.shell.attempt(lambda: self.shell.desk.notes.remove_draft(note_id)):
            self.closed.emit()
            self.shell.said_with_undo(tr("Draft deleted"))
        else:
            self.open(note_id)

    def print(self) -> None:
        """Print the note: the bytes of the paper shown."""
        self._with_paper(self.output.print)

    def export(self) -> None:
        """Save the PDF where the officer wants it."""
        self._with_paper(self.output.export)

    def _with_paper(self, act: Callable[[int, str, str], object]) -> None:
        if self.line is not None and (self.sealed_shown or self.keeper.save_now()):
            act(self.note_id, self.line.number, self._meeting_code)


def _bare(draft: Draft) -> Draft:
    """Return the draft with nothing typed over."""
    return Draft(
        draft.kind,
        draft.language,
        draft.meeting_id,
        answers=draft.answers,
        series=draft.series,
        courtesy=draft.courtesy,
    )
