"""A duty that waits for a choice: its words, its time, and a button for each choice."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from ccmdesk.domain.reminder_round import Standing
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.reminder_words import days_tone, days_words, is_report, standing_line
from ccmdesk.ui.tokens import XS, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.list_row import ListRow

Choose = Callable[[str, Standing], object]
_REPORT = ("report", "Report", "file-check", "Work on the report")
_CHOICES = (
    ("done", "Done…", "circle-check", "It was done; say when and what proves it"),
    ("snooze", "Snooze…", "bell", "Let it rest until a day"),
    ("not_ours", "Not ours…", "x", "It does not concern this mission; say why"),
    ("hand_up", "Hand up…", "send", "A slip for the deputy or the ambassador"),
)
# In letters: where the words would have less, the buttons go under them.
_LETTERS_OF_WORDS = 60


class WaitingRow(QWidget):
    """One duty; `act` opens it, `choose` is called with the choice and the duty.

    `rows` are those of the list, this one among them, whose buttons stand in columns.
    """

    def __init__(
        self,
        duty: Standing,
        act: Callable[[], object],
        choose: Choose,
        rows: "Sequence[WaitingRow]" = (),
    ) -> None:
        super().__init__()
        self.duty, self._rows = duty, rows
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(0)
        self.words = ListRow(
            duty.title,
            standing_line(duty),
            days_words(duty.days_left),
            days_tone(duty.days_left),
            act=act,
        )
        self._line.addWidget(self.words, 1)
        self.buttons: dict[str, QPushButton] = {}
        box = self._box = QWidget()
        row = self._buttons = QHBoxLayout(box)
        row.setContentsMargins(S, 0, S, 0)
        row.setSpacing(XS)
        row.addStretch()
        reports = is_report(duty.duty_key)
        for name, words, icon_name, tip in (_REPORT, *_CHOICES) if reports else _CHOICES:
            each = button(tr(words), partial(choose, name, duty), kind="quiet", icon_name=icon_name)
            each.setToolTip(tr(tip))
            each.setAccessibleName(f"{tr(words).rstrip('…')}: {duty.title}")
            self.buttons[name] = each
            row.addWidget(each)
        self._line.addWidget(box, 0, Qt.AlignmentFlag.AlignVCenter)

    def room_of_buttons(self) -> int:
        """Return how wide the buttons of this row are."""
        margins = self._buttons.contentsMargins()
        wide = sum(each.sizeHint().width() for each in self.buttons.values())
        return wide + XS * (len(self.buttons) - 1) + margins.left() + margins.right() + XS

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        words = _LETTERS_OF_WORDS * self.fontMetrics().averageCharWidth()
        widest = max((each.room_of_buttons() for each in self._rows), default=0)
        beside = self.width() >= words + widest
        self._box.setMinimumWidth(widest if beside else 0)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if wanted is not self._line.direction():
            self._line.setDirection(wanted)
            # Under the words the first sign stands in their line.
            self._buttons.setContentsMargins(S if beside else 0, 0, S, 0 if beside else S)
            side = Qt.AlignmentFlag.AlignVCenter if beside else Qt.AlignmentFlag.AlignLeft
            self._line.setAlignment(self._box, side)
