"""Asks until when the reminders of a duty may rest, and why; never past the date unseen."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import CcmDeskError, InputError
from ccmdesk.domain.reminder_round import Standing
from ccmdesk.services.reminders import RemindersService
from ccmdesk.ui.dialogs.note_step import ReasonField, StepDialog
from ccmdesk.ui.duty_words import count_days
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field

_OTHER = "other"
_WEEK = 7
_LETTERS = 80


class SnoozeDialog(StepDialog):
    """The likely days, a day of one's own, and the reason.

    Signals: `slept` (day) with the working day on which the reminder comes back.
    """

    slept = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        reminders: RemindersService,
        duty: Standing,
        today: date,
        days: Sequence[date],
    ) -> None:
        super().__init__(
            parent,
            tr("Let it rest"),
            tr("{duty}, due {day}", duty=duty.title, day=spoken(duty.due)),
            tr("Snooze"),
        )
        # Two days side by side, whatever the size of the text and however many days there are.
        self.setFixedWidth(_LETTERS * self.fontMetrics().averageCharWidth())
        self._reminders, self._duty, self._today = reminders, duty, today
        words = [(str(day), _day_words(day, duty, today)) for day in days]
        self.days = Chips([*words, (_OTHER, tr("Another day"))], tr("Until"))
        self.body.addWidget(Field(tr("Until"), self.days))
        self.other = DayEdit(name="until")
        self.until = Field(tr("Until which day"), self.other, name="until")
        self.add(self.until)
        self.second_look = QCheckBox()
        self.body.addWidget(self.second_look)
        self.add(
            ReasonField(
                tr("Why it can wait"), help=tr("For whoever comes after you, and for yourself.")
            )
        )
        self.days.chosen.connect(lambda _: self._on_chosen())
        self.other.textChanged.connect(lambda _: self._on_day())
        self.take = self._snooze
        self._on_chosen()
        chosen = next(each for each in self.days.buttons.values() if each.isChecked())
        chosen.setFocus()

    def chosen(self) -> date | None:
        """Return the day chosen or typed; raises InputError where the text is none."""
        key = self.days.key()
        return self.other.day() if key == _OTHER else date.fromisoformat(key)

    def show_error(self, error: CcmDeskError) -> None:
        """Say what is wrong; where the internal date would pass, ask for a second look."""
        if isinstance(error, InputError) and error.field == "second_look":
            self._ask_for_second_look()
        super().show_error(error)

    def _on_chosen(self) -> None:
        self.until.setVisible(self.days.key() == _OTHER)
        if self.days.key() == _OTHER:
            self.other.setFocus()
        self._on_day()

    def _on_day(self) -> None:
        self.notice.say("")
        try:
            day = self.chosen()
        except InputError:
            day = None
        internal = self._duty.internal_due
        if day is not None and self._today <= internal < day <= self._duty.due:
            self._ask_for_second_look()
        else:
            self.second_look.hide()
            self.second_look.setChecked(False)
        if self.isVisible():
            self.fit()

    def _ask_for_second_look(self) -> None:
        self.second_look.setText(
            tr("I have looked again: {day} may pass", day=spoken(self._duty.internal_due))
        )
        self.second_look.setToolTip(tr("The last working day before the legal date"))
        self.second_look.show()

    def _snooze(self) -> None:
        day = self.chosen()
        if day is None:
            raise InputError(tr("Say until which day."), "until")
        reason = self.fields["reason"]
        assert isinstance(reason, ReasonField)
        back = self._reminders.snooze(
            self._duty.duty_key, day, reason.words(), second_look=self.second_look.isChecked()
        )
        self.slept.emit(back)


def _day_words(day: date, duty: Standing, today: date) -> str:
    away = (day - today).days
    if day == duty.internal_due:
        return tr("{day}, the day to send it", day=spoken(day))
    if away == 1:
        return tr("Tomorrow, {day}", day=spoken(day))
    if away < _WEEK and day.weekday() < today.weekday():
        return tr("{day}, next week", day=spoken(day))
    return tr("{day}, in {days}", day=spoken(day), days=count_days(away))
