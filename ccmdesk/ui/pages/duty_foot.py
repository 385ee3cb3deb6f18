"""The foot of a duty's panel: what can be done about it, and the small forms to record it."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting_duties import meeting_of
from ccmdesk.ui.channel_words import channel_choices
from ccmdesk.ui.dialogs.note_step import ProofField
from ccmdesk.ui.duty_words import ARTICLE_7, ARTICLES_3_AND_4, is_open
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.keyboard import keyboard_in
from ccmdesk.ui.pages.duty_form import DutyForm
from ccmdesk.ui.pages.duty_hour import HourForm
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button, dress
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow


@dataclass(frozen=True, slots=True)
class _Typed:
    """What was half typed for one duty and waits for the officer to come back to it."""

    day: str = ""
    channel: str = ""
    proof: str = ""
    file: Path | None = None
    reason: str = ""


class DutyFoot(QWidget):
    """The acts on one duty, of which each that needs words opens a form in the same place.

    Signals: `turned` (whether a form is open) when forms come and go; `extension_wanted` and
    `report_wanted` (duty) for what is done elsewhere.
    """

    turned = Signal(bool)
    extension_wanted = Signal(object)
    report_wanted = Signal(object)

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.tracked: TrackedDuty | None = None
        self._typed: dict[str, _Typed] = {}
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._build_acts()
        self._build_done()
        self._build_exempt()
        self.hour_form = HourForm(shell)
        self.parts: tuple[QWidget, ...] = (
            self.acts,
            self.done_form,
            self.exempt_form,
            self.hour_form,
        )
        for part in self.parts:
            part.setContentsMargins(0, S, 0, 0)
            self._column.addWidget(part)
        for form in (self.done_form, self.exempt_form, self.hour_form):
            form.ended.connect(self._end)
        self._turn_to(self.acts)

    def _build_acts(self) -> None:
        self.acts = QWidget()
        row = Flow(self.acts)
        self.report = button(
            tr("Work on the report"),
            lambda: self.report_wanted.emit(self.tracked),
            icon_name="file-text",
        )
        self.meeting = button(tr("Open the meeting"), self._open_meeting, icon_name="calendar-days")
        self.done = button(tr("Mark as done…"), self.begin_done)
        self.exempt = button(tr("Not ours…"), lambda: self._begin(self.exempt_form))
        self.extension = button(
            tr("Enter a granted extension…"), lambda: self.extension_wanted.emit(self.tracked)
        )
        self.reopen = button(tr("Reopen"), self._on_reopen, icon_name="undo-2")
        self.followed = button(tr("Show the deadline it follows"), self._open_followed)
        for each in self._buttons():
            row.addWidget(each)

    def _build_done(self) -> None:
        self.day = DayEdit(name="on")
        self.channel = choice([("", tr("Choose how it went")), *channel_choices()])
        self.proof = QLineEdit()
        self.file = ProofField(tr("File that proves it"))
        self.file.name = "file"
        self.done_form = DutyForm(tr("Mark as done"), self._record_done, self._shell.show_error)
        self.done_form.add(Field(tr("Done on"), self.day, name="on"))
        self.done_form.add(Field(tr("By"), self.channel, name="channel"))
        self.done_form.add(
            Field(
                tr("Number of the note or of the receipt"),
                self.proof,
                name="proof",
                help=tr("May be empty where a file proves it."),
            )
        )
        self.done_form.add(self.file)

    def _build_exempt(self) -> None:
        self.reason = QLineEdit()
        self.exempt_form = DutyForm(tr("Not ours"), self._record_exempt, self._shell.show_error)
        self.exempt_form.add(
            Field(
                tr("Why it is not ours"),
                self.reason,
                name="reason",
                help=tr("Your successor will read this sentence."),
            )
        )

    # Showing

    def show_duty(self, tracked: TrackedDuty | None) -> None:
        """Offer what can be done about a duty; what was half typed for another one is kept."""
        same = tracked is not None and tracked.duty.key == self._key
        self._remember()
        self.tracked = tracked
        if tracked is None:
            for each in self._buttons():
                each.hide()
            self._turn_to(self.acts)
            return
        kind = tracked.duty.kind
        open_now = is_open(tracked) or tracked.status is DutyStatus.UNRECORDED
        self.report.setVisible(kind in ARTICLE_7)
        self.meeting.setVisible(kind is DutyKind.MEETING_MILESTONE)
        self.done.setVisible(open_now)
        self.exempt.setVisible(open_now)
        self.extension.setVisible(kind in ARTICLES_3_AND_4 and is_open(tracked))
        record = tracked.record if not open_now else None
        follows = record is not None and bool(record.follows)
        # What only follows another duty is opened again there.
        self.reopen.setVisible(record is not None and not follows)
        self.followed.setVisible(follows)
        on_report = kind in ARTICLE_7 and is_open(tracked)
        dress(self.report, "primary" if on_report else "")
        dress(self.done, "" if on_report else "primary")
        if not same:
            self._turn_to(self.acts)
            self._recall()

    def begin_done(self) -> None:
        """Open the form in which a duty is marked as done."""
        if self.done.isVisibleTo(self.acts):
            self._begin(self.done_form)

    def begin_hour(self) -> None:
        """Open the form for the hour at which the addressee's day ends."""
        if self.tracked is not None:
            self.hour_form.show_duty(self.tracked)
            self._begin(self.hour_form)

    @property
    def asks(self) -> bool:
        """Tell whether a form is open."""
        return self.acts.isHidden()

    @property
    def has_keyboard(self) -> bool:
        """Tell whether one of the acts or forms has the keyboard, or had it before a dialog."""
        return keyboard_in(self) is not None

    def keep_keyboard(self) -> bool:
        """Put the keyboard on what can be done now where its place is gone; False if nothing is."""
        place = keyboard_in(self)
        if place is not None and place.isVisibleTo(self):
            return True
        first = next((each for each in self._buttons() if each.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()
        return first is not None

    # Inside

    def _buttons(self) -> tuple[QPushButton, ...]:
        return (
            self.report,
            self.done,
            self.exempt,
            self.meeting,
            self.extension,
            self.reopen,
            self.followed,
        )

    def _open_meeting(self) -> None:
        if self.tracked is not None:
            self._shell.go("meetings", meeting_of(self.tracked.duty.period))

    def _open_followed(self) -> None:
        if self.tracked is not None and self.tracked.record is not None:
            self._shell.go("deadlines", self.tracked.record.follows)

    @property
    def _key(self) -> str:
        return self.tracked.duty.key if self.tracked else ""

    @property
    def _title(self) -> str:
        return self.tracked.duty.title if self.tracked else ""

    def _remember(self) -> None:
        if self.tracked is not None:
            self._typed[self._key] = _Typed(
                self.day.text(),
                str(self.channel.currentData()),
                self.proof.text(),
                self.file.path,
                self.reason.text(),
            )

    def _recall(self) -> None:
        typed = self._typed.get(self._key, _Typed())
        self.day.setText(typed.day)
        self.channel.setCurrentIndex(max(self.channel.findData(typed.channel), 0))
        self.proof.setText(typed.proof)
        self.file.take(typed.file)
        self.reason.setText(typed.reason)

    def _begin(self, form: DutyForm) -> None:
        form.clear_errors()
        if not self.day.text():
            self.day.set_day(self._shell.desk.clock.today())
        self._turn_to(form)
        form.begin()

    def _end(self) -> None:
        self._turn_to(self.acts)
        offered = (self.done, self.reopen, self.report)
        first = next((each for each in offered if each.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def _turn_to(self, part: QWidget) -> None:
        for each in self.parts:
            each.setVisible(each is part)
        self.turned.emit(part is not self.acts)

    def _record_done(self) -> None:
        key, title, day = self._key, self._title, self.day.day()
        channel, proof = str(self.channel.currentData()), self.proof.text().strip()
        file = self.file.proof()
        if day is None:
            raise InputError(tr("Give the day on which it was done."), "on")
        if not channel:
            raise InputError(tr("Say by which way it went."), "channel")
        if not proof and file is None:
            raise InputError(
                tr("Say what proves it: the number of the note, or a file below."), "proof"
            )
        self._shell.desk.deadlines.mark_done(key, day, proof, channel, file)
        self._forget(key)
        self._shell.said_with_undo(tr("Done: {duty}", duty=title))

    def _record_exempt(self) -> None:
        key, title = self._key, self._title
        if not self.reason.text().strip():
            raise InputError(tr("Say why it is not ours."), "reason")
        self._shell.desk.deadlines.mark_not_applicable(key, self.reason.text().strip())
        self._forget(key)
        self._shell.said_with_undo(tr("Not ours: {duty}", duty=title))

    def _on_reopen(self) -> None:
        title = self._title
        if self._shell.attempt(lambda: self._shell.desk.deadlines.reopen(self._key)):
            self._shell.said_with_undo(tr("Open again: {duty}", duty=title))
            self._end()

    def _forget(self, key: str) -> None:
        self._typed.pop(key, None)
        # The page may have shown the next duty already; its own words stay.
        if key == self._key:
            self._recall()
