"""What a meeting asks of the mission, each with its day: add, change, remove, propose."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import meeting_of, milestone_id
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.ui.dialogs.end_reminder import DoneDialog, EndedDuty
from ccmdesk.ui.dialogs.milestone import MilestoneDialog, UsualMilestonesDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.meeting_milestone_line import (
    MilestoneLine,
    can_be_done,
    day_words,
    lines_sentence,
    send_by,
)
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_EMPTY, _TABLE = range(2)
_ALWAYS_SEEN = 4


class MilestonesPart(Card):
    """The delegation's date and the milestones of one meeting.

    `stored_id` returns the id of the meeting, storing a shipped one first. Signals:
    `note_wanted` when the officer wants to change the delegation's date.
    """

    note_wanted = Signal()

    def __init__(
        self, shell: Shell, meeting: Callable[[], Meeting], stored_id: Callable[[], int]
    ) -> None:
        super().__init__()
        self._shell, self._meeting, self._stored_id = shell, meeting, stored_id
        self.sentence = label("", wrap=True)
        self.usual_button = button(tr("Add the usual ones…"), self.add_usual)
        self.add_button = button(tr("Add a milestone…"), self.add, kind="primary", icon_name="plus")
        top = QHBoxLayout()
        top.setSpacing(S)
        top.addWidget(self.sentence, 1)
        top.addWidget(self.usual_button)
        top.addWidget(self.add_button)
        self.notice = Notice(tr("Look at the facts"), self.note_wanted.emit)
        self.table = FittingTable(
            (
                Column(tr("Day"), day_words, 21, strong=True),
                Column(tr("What is to be done"), lambda line: line.title),
                Column(tr("Send by"), send_by, 21),
                Column(tr("Set by"), lambda line: line.set_by(), 28),
                Column(tr("State"), lambda line: line.state(), 12, lambda line: line.tone()),
            ),
            tr("Milestones of the meeting"),
            {2: 820, 3: 1070},
        )
        self.table.row_opened.connect(lambda _: self.change())
        self.table.row_chosen.connect(lambda _: self._show_what_can_be_done())
        self.stack = QStackedWidget()
        self.empty = EmptyState(
            tr(
                "Registration, credentials, the list of speakers, the statement, the payment: what "
                "this meeting asks stands here, each with its day."
            )
        )
        self.stack.addWidget(self.empty)
        self.stack.addWidget(self.table)
        self._area = scrolling(self._above_the_acts(top))
        self.body.addWidget(self._area, 1)
        self.body.addLayout(self._acts())
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    def _above_the_acts(self, top: QHBoxLayout) -> QWidget:
        # In a low window all of this scrolls, so that concerns never push the list away.
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.body.spacing())
        column.addLayout(top)
        column.addWidget(self.notice)
        column.addWidget(self.stack, 1)
        return content

    def _acts(self) -> QHBoxLayout:
        self.done_button = button(
            tr("Mark as done…"), self.mark_done, tip=tr("The day, the way it went, and the proof")
        )
        self.change_button = button(
            tr("Change…"), self.change, icon_name="pencil", tip=tr("Change it (Enter)")
        )
        self.remove_button = button(
            tr("Remove"), self.remove, icon_name="trash-2", tip=tr("Remove it (Delete)")
        )
        self.duty_button = button(
            tr("Open under Deadlines"),
            self.open_duty,
            kind="quiet",
            tip=tr("Why this date, who sees to it, and when it is done"),
        )
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.done_button)
        row.addWidget(self.change_button)
        row.addWidget(self.remove_button)
        row.addWidget(self.duty_button)
        row.addStretch()
        return row

    def refresh(self) -> None:
        """Read the duties of the meeting again."""
        lines = self._lines()
        self.table.show_rows(
            lines, keep=lambda line: line.milestone.id if line.milestone else "delegation"
        )
        if lines and self.table.chosen() is None:
            self.table.selectRow(0)
        self.stack.setCurrentIndex(_TABLE if lines else _EMPTY)
        self.sentence.setText(lines_sentence(lines))
        self.notice.say(" ".join(self._concerns()))
        self.usual_button.setVisible(bool(self._missing_kinds()))
        self._fit_rows()
        self._show_what_can_be_done()

    def _fit_rows(self) -> None:
        """Keep room for some lines, whatever stands above them."""
        shown = min(max(len(self.table.rows()), 1), _ALWAYS_SEEN)
        head = self.table.horizontalHeader().sizeHint().height()
        self.table.setMinimumHeight(
            head + shown * self.table.verticalHeader().defaultSectionSize() + 2
        )

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._fit_rows()

    def _missing_kinds(self) -> list[MilestoneKind]:
        """Return the usual kinds that the meeting does not have yet."""
        meeting_id = self._meeting().id
        return [each.kind for each in self._shell.desk.milestones.usual(meeting_id)]

    def first(self) -> QWidget:
        """Return where the keyboard begins: in the list, or at the way to make one."""
        ways = (self.usual_button, self.add_button)
        return self.table if self.table.rows() else next(way for way in ways if not way.isHidden())

    def _lines(self) -> list[MilestoneLine]:
        meeting, desk = self._meeting(), self._shell.desk
        if desk.profile.get() is None:
            return []
        tracked = {
            milestone_id(each.duty.period): each
            for each in desk.deadlines.duties()
            if each.duty.kind == "meeting_milestone"
            and meeting_of(each.duty.period) == meeting.code
        }
        lines = [MilestoneLine(None, tracked[None])] if None in tracked else []
        if meeting.id:
            lines += [
                MilestoneLine(each, tracked.get(each.id)) for each in desk.milestones.of(meeting.id)
            ]
        return sorted(lines, key=lambda line: line.day or date.max)

    def _concerns(self) -> list[str]:
        meeting, desk = self._meeting(), self._shell.desk
        over = meeting.start is None or (meeting.end or meeting.start) < desk.clock.today()
        if over or not meeting.id or desk.profile.get() is None:
            return []
        return desk.meetings.concerns(meeting)

    def _show_what_can_be_done(self) -> None:
        line = self.table.chosen()
        self.change_button.setEnabled(line is not None)
        self.remove_button.setEnabled(line is not None and line.milestone is not None)
        tracked = line.tracked if line is not None else None
        self.duty_button.setEnabled(tracked is not None)
        self.done_button.setEnabled(tracked is not None and can_be_done(tracked))

    # What the officer does

    def add(self) -> None:
        """Open the dialog for a new milestone."""
        wanted: list[int] = []
        if self._shell.attempt(lambda: wanted.append(self._stored_id())):
            kind = next(iter(self._missing_kinds()), MilestoneKind.OTHER)
            self._open(Milestone(wanted[0], kind, ""))

    def add_usual(self) -> None:
        """Offer what meetings usually ask."""
        wanted: list[int] = []
        if not self._shell.attempt(lambda: wanted.append(self._stored_id())):
            return
        milestones = self._shell.desk.milestones
        proposals = milestones.usual(wanted[0])
        if not proposals:
            self._shell.say(tr("This meeting has all the usual milestones already."))
            return
        dialog = UsualMilestonesDialog(
            self, self._meeting(), proposals, lambda kinds: milestones.add_usual(wanted[0], kinds)
        )
        dialog.taken.connect(lambda: self._said(tr("The usual milestones are added")))
        dialog.open()

    def change(self) -> None:
        """Open the chosen line; the delegation's date is changed in the convening note."""
        line = self.table.chosen()
        if line is None:
            return
        if line.milestone is None:
            self.note_wanted.emit()
            return
        self._open(line.milestone)

    def remove(self) -> None:
        """Remove the chosen milestone; it can be undone."""
        line = self.table.chosen()
        if line is None or line.milestone is None:
            return
        milestone = line.milestone
        if self._shell.attempt(lambda: self._shell.desk.milestones.remove(milestone.id)):
            self._said(tr("Removed: {title}", title=milestone.title))

    def mark_done(self) -> None:
        """Ask when the chosen duty was met, by which way, and what proves it."""
        line = self.table.chosen()
        if line is None or line.tracked is None:
            return
        desk, duty = self._shell.desk, line.tracked.duty
        asked = EndedDuty(duty.key, duty.title, duty.due)
        dialog = DoneDialog(self, desk.reminders, asked, desk.clock.today())
        dialog.taken.connect(lambda: self._said(tr("Done: {duty}", duty=duty.title)))
        dialog.open()

    def open_duty(self) -> None:
        """Show the working of the chosen date."""
        line = self.table.chosen()
        if line is not None and line.tracked is not None:
            self._shell.go("deadlines", line.tracked.duty.key)

    def _open(self, milestone: Milestone) -> None:
        dialog = MilestoneDialog(self, self._shell.desk.milestones, self._meeting(), milestone)
        said = tr("The milestone is changed") if milestone.id else tr("The milestone is added")
        dialog.taken.connect(lambda: self._choose(dialog.stored_id))
        dialog.taken.connect(lambda: self._said(said))
        dialog.open()

    def _choose(self, milestone_id: int) -> None:
        for position, line in enumerate(self._lines()):
            if line.milestone is not None and line.milestone.id == milestone_id:
                self.refresh()
                self.table.selectRow(position)

    def _said(self, text: str) -> None:
        self.refresh()
        self._shell.said_with_undo(text)
        if self.table.isVisible():
            self.table.setFocus()
            self._area.ensureWidgetVisible(self.table, 0, 0)
