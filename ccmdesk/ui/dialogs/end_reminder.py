"""Dialogs that end the reminders of a duty for good: it was done, or it is not ours."""

from dataclasses import dataclass
from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_life import Channel
from ccmdesk.domain.reminder_round import Standing
from ccmdesk.services.reminders import RemindersService
from ccmdesk.ui.dialogs.note_step import ProofField, ReasonField, StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import channel_name
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow

_MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class EndedDuty:
    """A duty that can be ended without any reminder of it."""

    duty_key: str
    title: str
    due: date


class DoneDialog(StepDialog):
    """When a duty was met, by which channel, and what proves it."""

    def __init__(
        self, parent: QWidget, reminders: RemindersService, duty: Standing | EndedDuty, today: date
    ) -> None:
        super().__init__(
            parent,
            tr("It was done"),
            tr("{duty}, due {day}", duty=duty.title, day=spoken(duty.due)),
            tr("Mark as done"),
        )
        self._reminders, self._duty = reminders, duty
        self.day = DayEdit(today, name="on")
        self.channel = choice(
            [
                ("", tr("Choose how")),
                *((str(each), channel_name(each)) for each in Channel),
                (_MEETING, tr("Declared at a meeting")),
            ]
        )
        self.proof = QLineEdit()
        self.file = ProofField(
            tr("File"), tr("A receipt or the sent message; it is kept in the register.")
        )
        day = Field(tr("Done on"), self.day, name="on")
        channel = Field(tr("By"), self.channel, name="channel")
        self.fields |= {"on": day, "channel": channel}
        self.body.addWidget(FieldRow(day, channel))
        self.add(
            Field(
                tr("Proof"),
                self.proof,
                name="proof",
                help=tr("The number of the note, or of the receipt; a file will do as well."),
            )
        )
        self.body.addWidget(self.file)
        self.take = self._record
        self.day.setFocus()
        self.day.selectAll()

    def _record(self) -> None:
        day = self.day.day()
        if day is None:
            raise InputError(tr("Give the day on which it was done."), "on")
        if not self.channel.currentData():
            raise InputError(tr("Choose how it went."), "channel")
        self._reminders.done(
            self._duty.duty_key,
            day,
            self.proof.text().strip(),
            str(self.channel.currentData()),
            self.file.proof(),
        )


class NotOursDialog(StepDialog):
    """Why a duty does not concern the mission."""

    def __init__(self, parent: QWidget, reminders: RemindersService, duty: Standing) -> None:
        super().__init__(
            parent,
            tr("Not ours"),
            tr(
                "{duty}, due {day}. No reminder of it comes any more; the duty stays in the list "
                "with your reason and can be reopened there.",
                duty=duty.title,
                day=spoken(duty.due),
            ),
            tr("It is not ours"),
        )
        self.reason = ReasonField(
            tr("Why it is not ours"), help=tr("Your successor will read this sentence.")
        )
        self.add(self.reason)
        self.take = lambda: reminders.not_ours(duty.duty_key, self.reason.words())
        self.reason.text.setFocus()
