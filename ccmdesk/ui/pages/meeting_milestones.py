"""What a meeting asks of the mission, each with its day: add, change, remove, propose."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import meeting_of, milestone_id
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.ui.dialogs.milestone import MilestoneDialog, UsualMilestonesDialog
from ccmdesk.ui.duty_words import is_open, left_words, status_tone, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.milestone_words import hour_words, set_by_words
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.text import label

_EMPTY, _TABLE = range(2)


@dataclass(frozen=True, slots=True)
class MilestoneLine:
    """One line: the delegation where `milestone` is None; `tracked` is None without a day."""

    milestone: Milestone | None
    tracked: TrackedDuty | None

    @property
    def title(self) -> str:
        """Return what is to be done."""
        if self.milestone is not None:
            return self.milestone.title
        return self.tracked.duty.title if self.tracked else ""

    @property
    def day(self) -> date | None:
        """Return the legal date."""
        return self.tracked.duty.due if self.tracked else None

    def set_by(self) -> str:
        """Return what sets the day."""
        if self.milestone is not None:
            return set_by_words(self.milestone)
        if self.tracked is not None and self.tracked.duty.provisional:
            return tr("earlier meetings, until the note arrives")
        return tr("the convening note")

    def state(self) -> str:
        """Return how it stands, as a word for the pill."""
        if self.tracked is None:
            return tr("no day yet")
        if is_open(self.tracked) and not self.tracked.duty.provisional:
            return left_words(self.tracked)
        return status_words(self.tracked)

    def tone(self) -> Tone:
        """Return the tone of how it stands."""
        return Tone.WARN if self.tracked is None else status_tone(self.tracked)


class MilestonesPart(Card):
    """The delegation's date and the milestones of one meeting.

    `stored_id` returns the id of the meeting, storing a shipped one first. Signals: `counted`
    (number of lines), `note_wanted` when the officer wants to change the delegation's date,
    `move_wanted` when the meeting itself is to move.
    """

    counted = Signal(int)
    note_wanted = Signal()
    move_wanted = Signal()

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
        self.body.addLayout(top)
        self.notice = Notice(tr("Look at the facts"), self.note_wanted.emit)
        self.body.addWidget(self.notice)
        self.table = FittingTable(
            (
                Column(tr("Day"), _day_words, 21, strong=True),
                Column(tr("What is to be done"), lambda line: line.title),
                Column(tr("Send by"), _send_by, 21),
                Column(tr("Set by"), lambda line: line.set_by(), 28),
                Column(tr("State"), lambda line: line.state(), 12, lambda line: line.tone()),
            ),
            tr("Milestones of the meeting"),
            {2: 560, 3: 900},
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
        self.body.addWidget(self.stack, 1)
        self.body.addLayout(self._acts())
        delete = QShortcut(QKeySequence(Qt.Key.Key_Delete), self.table)
        delete.setContext(Qt.ShortcutContext.WidgetShortcut)
        delete.activated.connect(self.remove)

    def _acts(self) -> QHBoxLayout:
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
        self.move_button = button(
            tr("Move the meeting…"),
            self.move_wanted.emit,
            icon_name="calendar-clock",
            tip=tr("Other days, and what moves with them"),
        )
        row = QHBoxLayout()
        row.setSpacing(S)
        row.addWidget(self.change_button)
        row.addWidget(self.remove_button)
        row.addWidget(self.duty_button)
        row.addStretch()
        row.addWidget(self.move_button)
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
        self.sentence.setText(_sentence(lines))
        self.notice.say(" ".join(self._concerns()))
        self._show_what_can_be_done()
        self.counted.emit(len(lines))

    def first(self) -> QWidget:
        """Return where the keyboard begins: in the list, or at the way to make one."""
        return self.table if self.table.rows() else self.usual_button

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
        self.duty_button.setEnabled(line is not None and line.tracked is not None)

    # What the officer does

    def add(self) -> None:
        """Open the dialog for a new milestone."""
        wanted: list[int] = []
        if self._shell.attempt(lambda: wanted.append(self._stored_id())):
            self._open(Milestone(wanted[0], MilestoneKind.REGISTRATION, ""))

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

    def open_duty(self) -> None:
        """Show the working of the chosen date."""
        line = self.table.chosen()
        if line is not None and line.tracked is not None:
            self._shell.go("deadlines", line.tracked.duty.key)

    def _open(self, milestone: Milestone) -> None:
        dialog = MilestoneDialog(self, self._shell.desk.milestones, self._meeting(), milestone)
        said = tr("The milestone is changed") if milestone.id else tr("The milestone is added")
        dialog.taken.connect(lambda: self._said(said))
        dialog.open()

    def _said(self, text: str) -> None:
        self.refresh()
        self._shell.said_with_undo(text)
        if self.table.isVisible():
            self.table.setFocus()


def _day_words(line: MilestoneLine) -> str:
    return spoken(line.day) if line.day else tr("not known yet")


def _send_by(line: MilestoneLine) -> str:
    """Return the internal date where it is another day, else the hour where there is one."""
    if line.tracked is None:
        return ""
    duty = line.tracked.duty
    if duty.internal_due != duty.due:
        return spoken(duty.internal_due)
    return hour_words(duty.closes, duty.zone)


def _sentence(lines: list[MilestoneLine]) -> str:
    if not lines:
        return tr("Nothing is asked of this meeting yet")
    tracked = [line.tracked for line in lines if line.tracked is not None]
    done = sum(each.status is DutyStatus.DONE for each in tracked)
    waiting = [each for each in tracked if is_open(each)]
    parts = [tr("{done} of {count} done", done=done, count=len(lines))]
    if waiting:
        first = min(waiting, key=lambda each: each.duty.due)
        parts.append(tr("next: {day}", day=spoken(first.duty.due)))
    return " · ".join(parts)
