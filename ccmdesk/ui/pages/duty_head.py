"""The head of a duty's panel: when it is due, when to send and to begin, and who sees to it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.safe_start import SafeStart
from ccmdesk.ui.channel_words import channel_words
from ccmdesk.ui.duty_words import hour_line, is_open, left_words, status_tone, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import XS, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.name_completer import NameCompleter
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label


class _Row:
    """One caption with its fact, a quiet second line, and what can be done about it."""

    def __init__(self, grid: QGridLayout, number: int, caption: str, *extra: QWidget) -> None:
        self.caption = label(caption, "small")
        self.caption.setContentsMargins(0, 2, 0, 0)
        self.text = label("", wrap=True)
        self.second = label("", "small", wrap=True)
        for each in (self.text, self.second):
            each.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.box = box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(1)
        line = QHBoxLayout()
        line.setSpacing(S)
        line.addWidget(self.text, 1, Qt.AlignmentFlag.AlignTop)
        for each_extra in extra:
            if isinstance(each_extra, QPushButton):
                # No taller than the words, or the fact would stand lower than its caption.
                each_extra.setMaximumHeight(self.text.sizeHint().height() + 2)
            line.addWidget(each_extra, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(line)
        column.addWidget(self.second)
        grid.addWidget(self.caption, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.box, number, 1)

    def tell(self, text: str, second: str = "") -> None:
        """Show a fact, or take the row away with an empty one."""
        self.text.setText(text)
        self.second.setText(second)
        self.second.setVisible(bool(second))
        self.caption.setVisible(bool(text))
        self.box.setVisible(bool(text))

    def strong(self) -> QLabel:
        """Make the fact stand out and return its label."""
        self.text.setProperty("role", "strong")
        return self.text


class DutyHead(QWidget):
    """Pill, dates and owner of one duty.

    Signals: `owner_given` (name) when another owner was typed; `hour_wanted`, `start_wanted` and
    `file_wanted` when the hour, the way to the date or the file of the proof is asked for.
    """

    owner_given = Signal(str)
    hour_wanted = Signal()
    start_wanted = Signal()
    file_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        line = QHBoxLayout()
        line.setSpacing(S)
        self.pill = Pill("")
        self.left = label("", "muted")
        line.addWidget(self.pill)
        line.addWidget(self.left)
        line.addStretch()
        column.addLayout(line)
        grid = QGridLayout()
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(S)
        grid.setColumnStretch(1, 1)
        column.addLayout(grid)
        self._build_rows(grid)

    def _build_rows(self, grid: QGridLayout) -> None:
        self.file = button(
            "",
            self.file_wanted.emit,
            kind="quiet",
            icon_name="paperclip",
            tip=tr("Save the file that proves it…"),
        )
        self.done = _Row(grid, 0, tr("Done"), self.file)
        self.done.strong()
        self.exempt = _Row(grid, 1, tr("Reason"))
        self.hour = button(
            "",
            self.hour_wanted.emit,
            kind="quiet",
            icon_name="pencil",
            tip=tr("Change the hour at the addressee…"),
        )
        self.due = _Row(grid, 2, tr("Due"), self.hour)
        self.due.strong()
        self.send = _Row(grid, 3, tr("Send by"))
        self.start_button = button(
            "",
            self.start_wanted.emit,
            kind="quiet",
            icon_name="chevron-right",
            tip=tr("Show the way to this date"),
        )
        self.clashes = Pill("")
        self.start = _Row(grid, 4, tr("Start by"), self.clashes, self.start_button)
        self.owner = QLineEdit()
        self.owner.setPlaceholderText(tr("Nobody named yet"))
        self.owner.setAccessibleName(tr("Owner"))
        self.owner.editingFinished.connect(self.give_owner)
        self.owner_caption = label(tr("Owner"), "small")
        self.owner_caption.setBuddy(self.owner)
        self.owner_caption.setContentsMargins(0, XS + 3, 0, 0)
        grid.addWidget(self.owner_caption, 5, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.owner, 5, 1)
        self._owner = ""
        # As wide as the captions below, whichever of these are shown.
        captions = (self.done, self.exempt, self.due, self.send, self.start)
        widest = max(row.caption.sizeHint().width() for row in captions)
        grid.setColumnMinimumWidth(0, widest)

    def show_duty(self, tracked: TrackedDuty | None, *, same: bool = False) -> None:
        """Show a duty, or nothing; where it is the `same` one, a name half typed stays."""
        self.owner.setVisible(tracked is not None)
        self.owner_caption.setVisible(tracked is not None)
        self.show_start(None)
        if tracked is None:
            self._owner = ""
            self.owner.clear()
            self.pill.set("", Tone.PLAIN)
            self.left.setText("")
            for row in (self.done, self.exempt, self.due, self.send):
                row.tell("")
            return
        duty, record = tracked.duty, tracked.record
        self.pill.set(status_words(tracked), status_tone(tracked))
        self.left.setText(left_words(tracked))
        done_on = record.done_on if record else None
        proof = [channel_words(record.channel), record.proof] if record else []
        self.done.tell(spoken(done_on) if done_on else "", " · ".join(filter(None, proof)))
        self.file.setVisible(bool(record and record.proof_name))
        self.file.setToolTip(
            tr("Save “{name}”, which proves it…", name=record.proof_name if record else "")
        )
        exempt = record is not None and record.not_applicable
        self.exempt.tell((record.remark or record.proof) if record and exempt else "")
        self.due.tell(spoken(duty.due), hour_line(duty) if is_open(tracked) else "")
        self.hour.setVisible(is_open(tracked))
        unlike = duty.internal_due != duty.due
        self.send.tell(
            spoken(duty.internal_due) if unlike else "",
            tr("The last working day at the UN Office before it"),
        )
        half_typed = same and self._typed_owner() != self._owner
        self._owner = tracked.owner
        if not half_typed and self.owner.text() != tracked.owner:
            self.owner.setText(tracked.owner)
            self.owner.setCursorPosition(0)

    def show_start(self, way: SafeStart | None) -> None:
        """Show the latest safe first day and how much stands in its way."""
        clashes = sum(len(leg.clashes) for leg in way.legs) if way else 0
        words = tr("1 clash") if clashes == 1 else tr("{n} clashes", n=clashes) if clashes else ""
        self.clashes.set(words, Tone.WARN)
        self.start.tell(spoken(way.start_by) if way else "")

    def offer_owners(self, names: list[str]) -> None:
        """Offer names that were given before while one is typed."""
        if names:
            self.owner.setCompleter(NameCompleter([(name,) for name in names], self.owner))

    def give_owner(self) -> None:
        """Tell the name typed, where it is another one than before."""
        typed = self._typed_owner()
        if typed != self._owner:
            self._owner = typed
            self.owner_given.emit(typed)

    def _typed_owner(self) -> str:
        return " ".join(self.owner.text().split())


def starts(tracked: TrackedDuty) -> bool:
    """Tell whether it makes sense to reckon when to begin."""
    return tracked.status in (DutyStatus.OPEN, DutyStatus.UNCONFIRMED, DutyStatus.OVERDUE)
