"""One meeting with its parts: the delegation, the milestones, the facts, the convening note."""

from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note import NoteKind, NoteState
from ccmdesk.ui.dialogs.move_meeting import MoveMeetingDialog, moved_sentence, wants_a_look
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import removed_sentence
from ccmdesk.ui.pages.meeting_delegation import DelegationPart
from ccmdesk.ui.pages.meeting_facts_part import FactsPart
from ccmdesk.ui.pages.meeting_milestones import MilestonesPart
from ccmdesk.ui.pages.meeting_when import MeetingWhen
from ccmdesk.ui.pages.participants_list import ParticipantsPart
from ccmdesk.ui.pages.portal_sheet import PortalPart
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.back_line import BackLine
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.part_bar import PartBar

_LOW = 24
DELEGATION, MILESTONES, PORTAL, PARTICIPANTS, FACTS = range(5)


class MeetingView(QWidget):
    """A meeting as one page.

    Signals: `back_wanted`, `removed`.
    """

    back_wanted = Signal()
    removed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.meeting = Meeting(code="", name="")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self.back = BackLine(
            tr("Meetings"), self.back_wanted.emit, tr("Back to all meetings (Alt+Left)")
        )
        column.addWidget(self.back)
        self.open_draft = button(tr("Open the draft"), self._open_draft, icon_name="file-text")
        self.draft_button = button(
            tr("Draft the note"), self.draft_note, kind="primary", icon_name="file-plus"
        )
        self.head = PageHead(" ", "", self.open_draft, self.draft_button)
        self.head.sentence.setWordWrap(True)
        self.head.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.head)
        self.when = MeetingWhen()
        self.when.conflict_wanted.connect(self._go_to_the_words)
        self.when.move_wanted.connect(self.move_days)
        self.move_button = self.when.move_button
        column.addWidget(self.when)
        self.bar = PartBar(
            tr("Parts of the meeting"),
            tr("Delegation"),
            tr("Milestones"),
            tr("Portal"),
            tr("List of participants"),
            tr("Facts and convening note"),
        )
        column.addWidget(self.bar)
        self.parts = QStackedWidget()
        self.delegation = DelegationPart(shell, self.stored_id)
        self.milestones = MilestonesPart(shell, lambda: self.meeting, self.stored_id)
        self.milestones.note_wanted.connect(self._go_to_the_note)
        self.portal = PortalPart(shell, lambda: self.meeting.id)
        self.participants = ParticipantsPart(shell, lambda: self.meeting.id)
        self.facts_part = FactsPart()
        self.facts, self.convening = self.facts_part.facts, self.facts_part.convening
        self.save_button = self.facts_part.save_button
        for part in (
            self.delegation,
            self.milestones,
            self.portal,
            self.participants,
            self.facts_part,
        ):
            self.parts.addWidget(part)
        column.addWidget(self.parts, 1)
        self.bar.currentChanged.connect(self._show_part)
        self.delegation.counted.connect(self._on_counted)
        self.facts_part.changed.connect(self._show_what_can_be_done)
        self.facts_part.save_wanted.connect(self.save)
        self.facts_part.remove_wanted.connect(self.remove)
        for keys, act in (("Alt+Left", self.back_wanted.emit), ("Ctrl+S", self.save)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(act)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_head()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_head()

    def _fit_head(self) -> None:
        # In a low window the lines below are wanted more than the full name.
        self.head.sentence.setVisible(self.height() >= _LOW * self.fontMetrics().height())

    # What is there

    def show_meeting(self, meeting: Meeting) -> None:
        """Show another meeting, or the same one as it is now; what is typed and unsaved stays."""
        other = meeting.code != self.meeting.code
        self.meeting = meeting
        if other:
            self.bar.setCurrentIndex(DELEGATION)
            self.delegation.reset()
            self.facts_part.load(meeting)
        self.facts_part.follow(meeting)
        self._show_head()
        self.delegation.show_delegation(meeting.id)
        if other:
            self.participants.text.clear()
        self._refresh_part()
        self._show_what_can_be_done()

    def take_focus(self) -> None:
        """Put the keyboard where work on the part shown begins."""
        begins: dict[int, QWidget] = {
            DELEGATION: self.delegation.adding.picker,
            MILESTONES: self.milestones.first(),
            PORTAL: self.portal.table,
            PARTICIPANTS: self.participants.text,
        }
        begins.get(self.bar.currentIndex(), self.bar).setFocus()

    def _show_part(self, part: int) -> None:
        self.parts.setCurrentIndex(part)
        self._refresh_part()

    def _refresh_part(self) -> None:
        # Only what is seen is read.
        shown = self.parts.currentWidget()
        if isinstance(shown, MilestonesPart | PortalPart | ParticipantsPart):
            shown.refresh()

    def _show_head(self) -> None:
        meeting = self.meeting
        self.head.title.setText(meeting.code)
        self.head.sentence.setText(meeting.name)
        self.head.title.setToolTip(meeting.name)
        today = self._shell.desk.clock.today()
        self.when.show_meeting(meeting, today, self.convening.conflict)
        drafts = self._drafts()
        self.open_draft.setVisible(bool(drafts))

    def _drafts(self) -> list[int]:
        if not self.meeting.id:
            return []
        lines = self._shell.desk.notes.lines(NoteState.DRAFT)
        return [line.id for line in lines if line.meeting_code == self.meeting.code]

    def _on_counted(self, count: int) -> None:
        words = tr("Delegation ({count})", count=count) if count else tr("Delegation")
        self.bar.setTabText(DELEGATION, words)
        self.draft_button.setEnabled(count > 0)
        self.draft_button.setToolTip("" if count else tr("First put the delegation together"))

    @property
    def dirty(self) -> bool:
        """Tell whether something typed here is not stored."""
        return self.facts_part.dirty

    def _show_what_can_be_done(self) -> None:
        self.facts_part.show_what_can_be_done(stored=bool(self.meeting.id))

    # What the officer does

    def stored_id(self) -> int:
        """Return the id of the meeting; a shipped one is stored first."""
        if not self.meeting.id:
            self.meeting = self._shell.desk.meetings.adopt(self.meeting.code)
        return self.meeting.id

    def save(self) -> bool:
        """Save what is typed; return whether everything is stored.

        Where this moves dates the officer is asked first, and nothing is stored yet.
        """
        if not self.dirty:
            return True
        try:
            typed = self._typed()
            asked = self._moves_dates(typed)
            if not asked:
                self._store(typed)
        except InputError as error:
            self.bar.setCurrentIndex(FACTS)
            if not self.facts_part.show_error(error):
                self._shell.show_error(error)
            return False
        except CcmDeskError as error:
            self._shell.show_error(error)
            return False
        if asked:
            self._ask(typed)
            return False
        self._shell.say(tr("Saved: {code}", code=self.meeting.code))
        return True

    def _moves_dates(self, typed: Meeting) -> bool:
        desk = self._shell.desk
        found = desk.deadlines.duties() if desk.profile.get() is not None else []
        provisional = {each.duty.key for each in found if each.duty.provisional}
        return wants_a_look(desk.meetings, self.meeting, typed, provisional)

    def move_days(self) -> None:
        """Ask for other days of the meeting and show what moves with it."""
        if self.dirty and not self.save():
            return
        if self._shell.attempt(self.stored_id):
            self._ask(self.meeting)

    def _ask(self, typed: Meeting) -> None:
        meetings = self._shell.desk.meetings
        dialog = MoveMeetingDialog(self, meetings, self.meeting, typed, self._store)
        dialog.taken.connect(
            lambda: self._shell.said_with_undo(
                moved_sentence(self.meeting, len(dialog.moves.moves))
            )
        )
        dialog.open()

    def save_what_can_be(self) -> None:
        """Save what is typed part by part, so that one wrong field does not hold back the rest.

        What moves dates of duties waits as it is typed, until the officer has seen them.
        """
        if not self.dirty:
            return
        told = ""
        for facts, convening in ((True, True), (True, False), (False, True)):
            try:
                typed = self._typed(facts=facts, convening=convening)
                if typed == self.meeting:
                    continue
                if self._moves_dates(typed):
                    told = told or tr("it moves dates; save the meeting to see which")
                    continue
                self._store(typed, facts=facts, convening=convening)
            except CcmDeskError as error:
                told = told or error.message
                continue
            if facts and convening:
                return
        if told and self.dirty:
            self._shell.say(tr("Not saved yet: {why}", why=told))

    def _typed(self, *, facts: bool = True, convening: bool = True) -> Meeting:
        typed = self.facts_part.typed(self.meeting, facts=facts, convening=convening)
        return replace(typed, id=self.stored_id())

    def _store(
        self,
        typed: Meeting,
        why: str = "",
        paper: str = "",
        *,
        facts: bool = True,
        convening: bool = True,
    ) -> None:
        self.meeting = self._shell.desk.meetings.save(typed, why, paper)
        self.facts_part.load(self.meeting, facts=facts, convening=convening)
        self._show_head()
        self._refresh_part()
        self._show_what_can_be_done()

    def remove(self) -> None:
        """Put the meeting into the bin; it can be undone."""
        meeting, meetings = self.meeting, self._shell.desk.meetings
        dates: list[Move] = []
        if not self._shell.attempt(lambda: dates.extend(meetings.preview_remove(meeting.id))):
            return
        if self._shell.attempt(lambda: meetings.remove(meeting.id)):
            self.removed.emit()
            gone = sum(move.due[1] is None for move in dates)
            self._shell.said_with_undo(removed_sentence(meeting.code, gone))

    def draft_note(self) -> None:
        """Start the note that names the delegation, and open it."""
        if not self.save():
            return
        desk = self._shell.desk
        profile = desk.profile.get()
        language = profile.language if profile else "en"
        made: list[int] = []
        if self._shell.attempt(
            lambda: made.append(desk.notes.create(NoteKind.NOMINATION, self.stored_id(), language))
        ):
            self._shell.go("notes", made[0])

    def _go_to_the_words(self) -> None:
        self.bar.setCurrentIndex(FACTS)
        self.facts_part.go_to(self.convening.written)

    def _go_to_the_note(self) -> None:
        self.bar.setCurrentIndex(FACTS)
        self.facts_part.go_to(self.convening.due)

    def _open_draft(self) -> None:
        drafts = self._drafts()
        if drafts:
            self._shell.go("notes", drafts[0])
