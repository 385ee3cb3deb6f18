"""When and where a meeting is, by when the delegation is due, and the way to other days."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.weekday_conflict import WeekdayConflict
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.meeting_words import standing, when
from ccmdesk.ui.tokens import M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label


class MeetingWhen(QWidget):
    """A line of facts with its buttons beside it, or below it where the room is too narrow.

    Signals: `conflict_wanted` to look at a weekday that contradicts its date, `move_wanted`.
    """

    conflict_wanted = Signal()
    move_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.pill = Pill("")
        self.facts = label("", "muted", wrap=True)
        self.conflict_button = button(
            tr("Weekday and date differ"),
            self.conflict_wanted.emit,
            kind="quiet",
            icon_name="triangle-alert",
        )
        self.move_button = button(
            tr("Move the meeting…"),
            self.move_wanted.emit,
            kind="quiet",
            icon_name="calendar-clock",
            tip=tr("Other days, and what moves with them"),
        )
        told, acts = QHBoxLayout(), QHBoxLayout()
        for row in (told, acts):
            row.setSpacing(S)
        told.addWidget(self.pill)
        told.addWidget(self.facts, 1)
        acts.addWidget(self.conflict_button)
        acts.addWidget(self.move_button)
        acts.addStretch()
        self._both = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._both.setContentsMargins(0, 0, 0, 0)
        self._both.setSpacing(S)
        self._both.addLayout(told, 1)
        self._both.addLayout(acts)

    def show_meeting(self, meeting: Meeting, today: date, conflict: WeekdayConflict | None) -> None:
        """Show where a meeting stands on a day."""
        word, tone = standing(meeting, today)
        self.pill.set("" if meeting.start is None else word, tone)
        due = meeting.convening.delegation_due
        place = ", ".join(part for part in (meeting.venue, meeting.city) if part)
        facts = [when(meeting), place]
        if due:
            facts.append(tr("delegations due {day}", day=spoken(due)))
        self.facts.setText(" · ".join(fact for fact in facts if fact))
        self.conflict_button.setVisible(conflict is not None)
        self.conflict_button.setToolTip(conflict.message if conflict else "")
        self._settle()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._settle()

    def _settle(self) -> None:
        parts = (self.pill, self.conflict_button, self.move_button)
        needed = self.facts.fontMetrics().horizontalAdvance(self.facts.text()) + M
        needed += sum(each.sizeHint().width() + S for each in parts if not each.isHidden())
        beside = needed <= self.width()
        self._both.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )
