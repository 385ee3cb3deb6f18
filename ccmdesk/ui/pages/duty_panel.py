"""Beside the table of deadlines: why this date, and what became of the duty."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyStatus, Step, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.ui.duty_words import is_open, left_words, status_tone, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.duty_form import DutyForm
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label

_CAPTIONS = {
    "rule": "Rule",
    "trigger": "Trigger",
    "count": "Count",
    "result": "Result",
    "internal": "Send by",
    "remark": "Remark",
    "source": "Source",
}


class DutyPanel(Card):
    """The working of one duty and the acts on it.

    Signals: `print_wanted` and `save_wanted` (duty) when the working is to be put on paper.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)

    def __init__(self, shell: Shell) -> None:
        self.print = button("", kind="quiet", icon_name="printer", tip=tr("Print this page"))
        self.save = button("", kind="quiet", icon_name="download", tip=tr("Save as PDF"))
        super().__init__(tr("Why this date?"), self.print, self.save)
        self.shell = shell
        self.tracked: TrackedDuty | None = None
        self._typed: dict[str, tuple[str, str, str]] = {}
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.tracked))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.tracked))

        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(S)
        self.name = label("", "strong", wrap=True)
        column.addWidget(self.name)
        line = QHBoxLayout()
        line.setSpacing(S)
        self.pill = Pill("")
        self.left = label("", "muted")
        line.addWidget(self.pill)
        line.addWidget(self.left)
        line.addStretch()
        column.addLayout(line)
        column.addSpacing(S)
        self.facts = Facts()
        column.addWidget(self.facts)
        column.addStretch()
        self.area = scrolling(content)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(hairline())
        self.foot: tuple[QWidget, ...] = ()
        self._build_foot()
        self.show_duty(None)

    def _build_foot(self) -> None:
        self.acts = QWidget()
        row = Flow(self.acts)
        self.reopen = button(tr("Reopen"), self._on_reopen, icon_name="undo-2")
        self.exempt = button(tr("Not applicable…"), lambda: self._begin(self.exempt_form))
        self.done = button(tr("Mark as done…"), lambda: self._begin(self.done_form), kind="primary")
        for each in (self.done, self.exempt, self.reopen):
            row.addWidget(each)

        self.day = DayEdit(name="on")
        self.proof = QLineEdit()
        self.done_form = DutyForm(tr("Mark as done"), self._record_done, self.shell.show_error)
        self.done_form.add(Field(tr("Done on"), self.day, name="on"))
        self.done_form.add(
            Field(
                tr("Proof"),
                self.proof,
                name="proof",
                help=tr("The number of the note, or the receipt of the Secretariat."),
            )
        )
        self.reason = QLineEdit()
        self.exempt_form = DutyForm(
            tr("Not applicable"), self._record_exempt, self.shell.show_error
        )
        self.exempt_form.add(
            Field(
                tr("Why it does not apply"),
                self.reason,
                name="reason",
                help=tr("Your successor will read this sentence."),
            )
        )
        self.foot = (self.acts, self.done_form, self.exempt_form)
        for part in self.foot:
            part.setContentsMargins(0, S, 0, 0)
            self.body.addWidget(part)
        for form in (self.done_form, self.exempt_form):
            form.ended.connect(self._end)
        self._show_foot(self.acts)

    def show_duty(self, tracked: TrackedDuty | None) -> None:
        """Show the working of a duty; what was half typed for another one is kept for it."""
        same = tracked is not None and tracked.duty.key == self._key()
        self._remember()
        self.tracked = tracked
        self.setEnabled(tracked is not None)
        if tracked is None:
            self.name.setText(tr("Choose a duty to see how its date is computed."))
            self.pill.set("", Tone.PLAIN)
            self.left.setText("")
            self.facts.show_lines(())
            for each in (self.reopen, self.exempt, self.done, self.print, self.save):
                each.hide()
            return
        self.print.show()
        self.save.show()
        self.name.setText(tracked.duty.title)
        self.pill.set(status_words(tracked), status_tone(tracked))
        self.left.setText(left_words(tracked))
        self.facts.show_lines(working_lines(tracked))
        open_now = is_open(tracked) or tracked.status is DutyStatus.UNRECORDED
        self.done.setVisible(open_now)
        self.exempt.setVisible(open_now)
        self.reopen.setVisible(tracked.record is not None and not open_now)
        if not same:
            self._show_foot(self.acts)
            self.area.verticalScrollBar().setValue(0)
            self._recall()

    def begin_done(self) -> None:
        """Open the form in which a duty is marked as done."""
        if self.done.isVisibleTo(self):
            self._begin(self.done_form)

    # Inside

    def _key(self) -> str:
        return self.tracked.duty.key if self.tracked else ""

    def _remember(self) -> None:
        if self.tracked is not None:
            self._typed[self._key()] = (self.day.text(), self.proof.text(), self.reason.text())

    def _recall(self) -> None:
        day, proof, reason = self._typed.get(self._key(), ("", "", ""))
        self.day.setText(day)
        self.proof.setText(proof)
        self.reason.setText(reason)

    def _begin(self, form: DutyForm) -> None:
        form.clear_errors()
        if not self.day.text():
            self.day.set_day(self.shell.desk.clock.today())
        self._show_foot(form)
        form.begin()

    def _end(self) -> None:
        self._show_foot(self.acts)
        first = next((b for b in (self.done, self.reopen) if b.isVisibleTo(self)), None)
        if first is not None:
            first.setFocus()

    def _show_foot(self, part: QWidget) -> None:
        for each in self.foot:
            each.setVisible(each is part)
        self._make_room()

    def _make_room(self) -> None:
        # In a low window a form comes before the working, which its buttons bring back.
        low = self.height() < 16 * self.fontMetrics().height() + 150
        self.area.setVisible(self.acts.isVisibleTo(self) or not low)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _record_done(self) -> None:
        key, title, day = self._key(), self.name.text(), self.day.day()
        if day is None:
            raise InputError(tr("Give the day on which it was done."), "on")
        if not self.proof.text().strip():
            raise InputError(tr("Say what proves it, such as the number of the note."), "proof")
        self.shell.desk.deadlines.mark_done(key, day, self.proof.text().strip())
        self._forget(key)
        self.shell.said_with_undo(tr("Done: {duty}", duty=title))

    def _record_exempt(self) -> None:
        key, title = self._key(), self.name.text()
        if not self.reason.text().strip():
            raise InputError(tr("Say why it does not apply."), "reason")
        self.shell.desk.deadlines.mark_not_applicable(key, self.reason.text().strip())
        self._forget(key)
        self.shell.said_with_undo(tr("Not applicable: {duty}", duty=title))

    def _on_reopen(self) -> None:
        title = self.name.text()
        if self.shell.attempt(lambda: self.shell.desk.deadlines.reopen(self._key())):
            self.shell.said_with_undo(tr("Open again: {duty}", duty=title))
            self._end()

    def _forget(self, key: str) -> None:
        self._typed.pop(key, None)
        for editor in (self.day, self.proof, self.reason):
            editor.clear()


def working_lines(tracked: TrackedDuty) -> list[FactLine]:
    """Return the working of a duty as captions and sentences, what was recorded first."""
    lines = []
    record = tracked.record
    if record is not None and record.done_on is not None:
        lines.append(FactLine(tr("Done"), spoken(record.done_on), record.proof, strong=True))
    elif record is not None and record.not_applicable:
        lines.append(FactLine(tr("Not applicable"), record.remark or record.proof, strong=True))
    return lines + [_line(step) for step in tracked.duty.working]


def _line(step: Step) -> FactLine:
    caption = tr(_CAPTIONS.get(step.kind, step.kind.capitalize()))
    return FactLine(caption, step.text, strong=step.kind == "result")
