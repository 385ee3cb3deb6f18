"""The editor of a note: the form on the left, the true paper on the right."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.finding import Finding, blocking
from ccmdesk.domain.note import Draft, NoteLine, NoteState, Part
from ccmdesk.domain.note_life import StepKind
from ccmdesk.domain.repair import repaired
from ccmdesk.ui.draft_keeper import DraftKeeper
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.live_preview import Checked, LivePreview, Set
from ccmdesk.ui.note_beginning import NoteBeginning
from ccmdesk.ui.note_words import kind_name, language_name, short_meeting, state_name
from ccmdesk.ui.pages.note_acts import LifeView, NoteActs
from ccmdesk.ui.pages.note_draft_side import NoteDraftSide
from ccmdesk.ui.pages.note_editor_head import NoteEditorHead
from ccmdesk.ui.pages.note_editor_sides import NoteEditorSides, Side
from ccmdesk.ui.pages.note_following import NoteFollowing
from ccmdesk.ui.pages.note_form import Followed
from ccmdesk.ui.pages.note_issuing import NoteIssuing
from ccmdesk.ui.pages.note_paragraphs import NoteParagraphs
from ccmdesk.ui.pages.note_sealed import NoteSealed
from ccmdesk.ui.pages.note_versions import NoteVersions
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.spelling import Spelling
from ccmdesk.ui.tokens import L
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.paper import Paper


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
        self._courtesy = ""
        self._looks_later = False
        self._look_soon = QTimer(self)
        self._look_soon.setSingleShot(True)
        self._look_soon.timeout.connect(self.look_again)
        self.draft_side = NoteDraftSide()
        self.form, self.findings = self.draft_side.form, self.draft_side.findings
        self.area, self.standing = self.draft_side.area, self.draft_side.standing
        self.sealed = NoteSealed()
        self.paper = Paper()
        self.head = NoteEditorHead()
        self.keeper = DraftKeeper(shell, self)
        self.preview = LivePreview(shell, self.form.draft, self.paper.view.wanted, self)
        self.spelling = Spelling(shell, self.form.written, self)
        self.following = NoteFollowing(shell)
        self.issuing = NoteIssuing(shell, self)
        self.output = PaperOutput(shell, self)
        self.acts = NoteActs(shell, self, self.output)
        self.returned = Notice()
        self.versions = NoteVersions(shell, self.output)
        self.versions_button = button(
            tr("Versions"),
            self.show_versions,
            kind="quiet",
            icon_name="history",
            tip=tr("Every pause is a version: compare, take up again (Alt+V)"),
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
        self.draft_side.go_to_top()
        self.paper.view.verticalScrollBar().setValue(0)
        self.head.title.setText(kind_name(self.line.kind))
        if self.line.state is NoteState.DRAFT:
            self._show_draft(notes.draft(note_id))
        else:
            self._show_sealed(self.line)
        return True

    def leave(self) -> None:
        """Store what is half typed; the paper is set anew when the editor is seen again."""
        self.preview.stop()
        if self.note_id and not self.sealed_shown and self.keeper.save_now():
            self.keeper.keep_version()
        # Whoever leaves may be closing the window, and the services with it.
        self._look_soon.stop()

    def take_focus(self) -> None:
        """Put the keyboard where work on this note begins."""
        if self.sealed_shown:
            self.head.next_step.setFocus()
        else:
            self.form.recipients.addressee.editor.setFocus()

    def close_note(self) -> None:
        """Let go of the note without storing anything more."""
        self.preview.stop()
        self.issuing.forget()
        self.keeper.close()
        self.note_id, self.line = 0, None

    def look_again(self) -> None:
        """Follow data that changed elsewhere, or a draft that was changed by undo."""
        if not self.note_id or self.issuing.under_way:
            return
        if self.sealed_shown:
            self._show_sealed(self.shell.desk.notes.line(self.note_id))
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
        elif self.following.is_outdated(stored):
            self._follow()

    @property
    def sealed_shown(self) -> bool:
        """Tell whether the note shown can no longer be edited."""
        return self.line is not None and self.line.state is not NoteState.DRAFT

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self.note_id and not self.sealed_shown:
            self.preview.ask()
            if self._looks_later:
                self._look_soon.start()

    # The picture

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.head)
        column.addWidget(self.returned)
        self.paper.add_button(self.versions_button)
        self.sides = NoteEditorSides(self.draft_side, self.sealed, self.versions, self.paper)
        column.addWidget(self.sides, 1)

    def _connect(self) -> None:
        self.head.back.clicked.connect(self.closed)
        self.head.print.clicked.connect(self.print)
        self.acts.fill(self.head.menu, self.export)
        self.acts.serve(self.sealed, self._is_stored)
        self.acts.hand_off.brought.connect(self.beginning.begun)
        self.acts.steps.taken.connect(self._on_step_taken)
        self.head.next_step.clicked.connect(self.take_next_step)
        self.form.changed.connect(self._on_changed)
        self.form.delegation_asked.connect(self._on_delegation_asked)
        self.form.paragraph_removed.connect(self._on_paragraph_removed)
        self.findings.asked.connect(self._on_finding_asked)
        self.findings.mended.connect(self._on_mended)
        self.draft_side.remove_button.clicked.connect(self.remove)
        self.draft_side.undo_wanted.connect(self.shell.undo)
        self.draft_side.redo_wanted.connect(self.shell.redo)
        self.draft_side.unconfirmed.confirmed.connect(self._on_confirmed)
        self.keeper.saved.connect(self._on_saved)
        self.keeper.failed.connect(self._on_not_saved)
        self.keeper.kept.connect(self._on_version_kept)
        self.preview.ready.connect(self._on_set)
        self.preview.checked.connect(self._on_checked)
        self.preview.failed.connect(self.paper.show_fault)
        self.issuing.found.connect(self.draft_side.show_findings_of)
        self.issuing.blocked.connect(self._on_blocked)
        self.issuing.begun.connect(self._on_issue_begun)
        self.issuing.issued.connect(self._on_issued)
        self.issuing.refused.connect(self._on_not_issued)
        self.versions.left.connect(self.hide_versions)
        self.versions.restored.connect(self._on_restored)
        self.sealed.copied.connect(self._on_copied)
        self.sealed.continued.connect(lambda: self.continued.emit(self._meeting_code))
        self.sealed.amended.connect(lambda: self.beginning.amend(self.note_id))
        self.sealed.corrected.connect(lambda: self.beginning.correct(self.note_id))
        self.sealed.doubled.connect(lambda: self.beginning.copy(self.note_id))
        for keys, act in (
            ("Ctrl+P", self.print),
            ("Ctrl+E", self.export),
            ("Ctrl+H", self.head.open_menu),
            ("Ctrl+Return", self.take_next_step),
            ("Ctrl+Enter", self.take_next_step),
            ("Alt+V", self.show_versions),
            ("Escape", self._on_escape),
        ):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    # A draft

    def _show_draft(self, draft: Draft) -> None:
        self.preview.stop()
        self.keeper.open(self.note_id, draft)
        self._language, self._courtesy = draft.language, draft.courtesy
        followed = self._followed(draft)
        if followed is None:
            return
        self.form.show_draft(draft, followed)
        meeting = followed.content.meeting
        self._meeting_code = meeting.code if meeting else ""
        self._show_side(Side.DRAFT)
        life = self._show_life()
        self.returned.say(life.returned)
        self._tell(tr("draft saved"))
        self.preview.set_now()

    def _followed(self, draft: Draft) -> Followed | None:
        try:
            return self.following.read(draft)
        except CcmDeskError as error:
            self.paper.show_fault(error.message)
            return None

    def _follow(self) -> None:
        followed = self._followed(self.form.draft())
        if followed is not None:
            self.form.follow(followed)
            self.preview.ask()

    def _on_changed(self) -> None:
        draft = self.form.draft()
        if (draft.language, draft.courtesy) != (self._language, self._courtesy):
            self._language, self._courtesy = draft.language, draft.courtesy
            self._follow()
            draft = self.form.draft()
        self._tell(tr("typing"))
        self.keeper.keep(draft)
        self.preview.ask()

    def _on_saved(self) -> None:
        self._tell(tr("draft saved"))
        if self._looks_later:
            self._look_soon.start()

    def _on_not_saved(self, sentence: str) -> None:
        self._tell(tr("not saved: {why}", why=sentence))

    def _on_set(self, result: Set) -> None:
        if result.fault:
            self.paper.show_fault(result.fault)
        else:
            self.paper.show_pdf(result.pdf, result.pictures)
            QTimer.singleShot(0, self.keeper.paper_shown)
        self.form.follow_texts(result.texts)
        self.spelling.follow(result.content)
        self.form.show_today(result.content.dated)

    def _on_checked(self, checked: Checked) -> None:
        self.draft_side.show_checked(checked)
        if self.acts.view.usual is StepKind.ISSUED:
            self.head.tell_next_step(len(blocking(list(checked.findings))))

    def _on_confirmed(self, key: str) -> None:
        desk = self.shell.desk

        def act() -> None:
            profile = desk.profile.required()
            desk.profile.save(replace(profile, confirmed=profile.confirmed | {key}))

        if self.shell.attempt(act):
            self.shell.said_with_undo(tr("Formula confirmed for every note"))
            self.preview.set_now()

    def _tell(self, saved: str) -> None:
        if self.line is None:
            return
        meeting = self.line.meeting_name
        content_language = self._language or self.line.language
        parts = (short_meeting(meeting), language_name(content_language), saved)
        self.head.sentence.setText(" · ".join(part for part in parts if part))

    def _on_delegation_asked(self) -> None:
        self.shell.go("meetings", self._meeting_code)

    def _on_paragraph_removed(self, where: NoteParagraphs, part: Part, position: int) -> None:
        self.shell.say(tr("Paragraph removed"), tr("Undo"), lambda: where.add(part, position))

    def _on_finding_asked(self, finding: Finding) -> None:
        place = self.form.place(finding)
        if place is not None:
            self.draft_side.go_to(place)
        elif finding.where == "meeting" and self._meeting_code:
            self.shell.go("meetings", self._meeting_code)
        else:
            self.shell.go("settings")

    def _on_mended(self, finding: Finding) -> None:
        if finding.repair is None or not self.keeper.save_now():
            return
        # A version of its own, so that undo takes back the mending only.
        self.keeper.keep_version()
        mended = repaired(self.form.draft(), finding.repair)
        followed = self._followed(mended)
        if followed is not None:
            self.form.show_draft(mended, followed)
            self.keeper.keep(mended)
            self.preview.set_now()

    # Versions

    def show_versions(self) -> None:
        """Show the kept versions of the draft, and how the newest differs from the note."""
        if not self.note_id or self.sealed_shown or not self.keeper.save_now():
            return
        self.keeper.keep_version()
        self._show_side(Side.VERSIONS)
        self.versions.open(self.note_id, self._meeting_code)

    def hide_versions(self) -> None:
        """Go back to the form."""
        if self.sides.side is Side.VERSIONS:
            self._show_side(Side.DRAFT)
            self.versions_button.setFocus()

    def _on_version_kept(self) -> None:
        if self.sides.side is Side.VERSIONS:
            self.versions.look_again()

    def _on_restored(self) -> None:
        self.hide_versions()
        self.look_again()
        self.shell.said_with_undo(tr("The earlier version is taken up"))

    def _on_escape(self) -> None:
        if self.sides.side is Side.VERSIONS:
            self.hide_versions()
        else:
            self.closed.emit()

    def _show_side(self, side: Side) -> None:
        self.sides.show_side(side)
        self.versions_button.setVisible(side is Side.DRAFT)

    # An issued note

    def _show_sealed(self, line: NoteLine) -> None:
        self.preview.stop()
        self.keeper.close()
        notes = self.shell.desk.notes
        self.line, content = line, notes.content(line.id)
        self._language, self._meeting_code = line.language, line.meeting_code
        life = self._show_life()
        self.returned.say("")
        self.sealed.show_note(line, content, life)
        self._show_side(Side.SEALED)
        pdf = notes.pdf(line.id)
        if pdf != self.paper.bytes:
            self.paper.show_pdf(pdf)
        issued = tr("issued as {number}", number=line.number) if line.number else ""
        state = "" if line.state is NoteState.ISSUED else state_name(line.state).lower()
        self._tell(" · ".join(part for part in (issued, state) if part))

    def _show_life(self) -> LifeView:
        assert self.line is not None
        life = self.acts.look(self.line)
        self.head.show_step(life.usual, self.line.state, changed=bool(life.changes))
        return life

    def _on_step_taken(self, note_id: int) -> None:
        if note_id == self.note_id:
            self.open(note_id)
            self.take_focus()

    def _on_copied(self, sha256: str) -> None:
        QGuiApplication.clipboard().setText(sha256)
        self.shell.say(tr("The SHA-256 is in the clipboard"))

    # Acts

    def take_next_step(self) -> None:
        """Take the step that follows in the note's life."""
        usual = self.acts.view.usual
        if not self.note_id or not self._is_stored():
            return
        if usual is StepKind.ISSUED:
            self.ask_to_issue()
        elif usual is not None:
            self.acts.steps.ask(self.note_id, usual)
        elif self.line is not None and self.line.state is NoteState.CANCELLED:
            self.beginning.copy(self.note_id)
        elif self.acts.view.changes:
            self.beginning.amend(self.note_id)
        else:
            self.export()

    def ask_to_issue(self) -> None:
        """Ask whether to issue, or go to what blocks it."""
        if self._is_stored():
            self.issuing.ask(self.note_id, self.shell.desk.notes.draft(self.note_id))

    def _on_blocked(self) -> None:
        if self.sealed_shown:
            self.acts.say_blocked(blocking(list(self.findings.findings)))
        else:
            self.draft_side.show_findings()

    def _on_issue_begun(self) -> None:
        self.preview.stop()
        self.setEnabled(False)
        self._tell(tr("being issued"))

    def _on_issued(self, line: NoteLine) -> None:
        self.setEnabled(True)
        self.open(line.id)
        self.take_focus()
        self.shell.say(tr("Issued as {number}", number=line.number))

    def _on_not_issued(self, error: Exception) -> None:
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
        """Print originals and copies of the note."""
        self._with_paper(self.acts.printing.ask)

    def export(self) -> None:
        """Save the PDF where the officer wants it."""
        self._with_paper(self.output.export)

    def _is_stored(self) -> bool:
        return self.sealed_shown or self.keeper.save_now()

    def _with_paper(self, act: Callable[[int, str, str], object]) -> None:
        if self.line is not None and self._is_stored():
            act(self.note_id, self.line.number, self._meeting_code)
