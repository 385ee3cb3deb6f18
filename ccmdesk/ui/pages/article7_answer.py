"""What the cover page says of a form: changed, unchanged since an earlier one, not applicable."""

from dataclasses import dataclass, replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormSpec, FormState, ReportForm
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.report_words import state_words
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label

STATES = (FormState.CHANGED, FormState.UNCHANGED, FormState.NOT_APPLICABLE)


@dataclass(frozen=True, slots=True)
class Earlier:
    """The report an unchanged form most likely points back to: the day it was sent, its year."""

    on: date | None = None
    period: str = ""


NOT_KNOWN = Earlier()


class FormAnswer(QWidget):
    """One of three answers, with the day of the earlier form where it is unchanged.

    Signals: `typed` after every change of the officer.
    """

    typed = Signal()

    def __init__(self, *, brief: bool = False) -> None:
        super().__init__()
        # In a list of forms the day that holds for most of them is told in one line.
        self._brief, self._opened, self._voluntary = brief, False, False
        self._earlier = NOT_KNOWN
        self._showing = False
        self._day: date | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        line = QWidget()
        row = Flow(line)
        self._group = QButtonGroup(self)
        self.chips: dict[FormState, QPushButton] = {}
        for state in STATES:
            chip = button(state_words(state), kind="chip")
            chip.setCheckable(True)
            self._group.addButton(chip)
            self.chips[state] = chip
            row.addWidget(chip)
        self.clear = button(
            "", self._on_clear, kind="quiet", icon_name="x", tip=tr("Leave it undecided")
        )
        row.addWidget(self.clear)
        self.named = button("", self._open, kind="quiet", icon_name="pencil")
        row.addWidget(self.named)
        column.addWidget(line)
        self.on = DayEdit(name="earlier_on")
        self.period = QLineEdit()
        self.on_field = Field(tr("Date of the earlier form"), self.on, name="earlier_on")
        self.period_field = Field(tr("Year it covered"), self.period, name="earlier_period")
        self.since = FieldRow(self.on_field, self.period_field)
        column.addWidget(self.since)
        self.fault = label("", "error", wrap=True)
        column.addWidget(self.fault)
        self.fault.hide()
        self._group.buttonClicked.connect(lambda _: self._on_chosen())
        self.on.textEdited.connect(lambda _: self._on_day())
        self.on.day_changed.connect(self._on_day)
        self.on.editingFinished.connect(self._judge)
        self.period.textEdited.connect(lambda _: self._tell())

    def show_form(
        self, form: ReportForm, spec: FormSpec, earlier: Earlier, *, initial: bool = False
    ) -> None:
        """Show the answer of a form without a signal; nothing is before an `initial` report."""
        self._showing, self._earlier = True, earlier
        self.tell_fault("")
        for state in (FormState.CHANGED, FormState.UNCHANGED):
            self.chips[state].setVisible(not initial)
        self._voluntary = spec.voluntary
        last = self.chips[FormState.NOT_APPLICABLE]
        # Form A has no such box on the cover page; one that was ticked shows, to be mended.
        ticked = form.state is FormState.NOT_APPLICABLE
        last.setVisible(spec.not_applicable_allowed or ticked)
        for state, chip in self.chips.items():
            chip.setAccessibleName(
                tr("Form {letter}: {state}", letter=spec.letter, state=state_words(state))
            )
        if self._day != form.earlier_on or not self.on.hasFocus():
            self._day = form.earlier_on
            self.on.set_day(form.earlier_on)
            self.on_field.set_error("")
        if self.period.text() != form.earlier_period:
            self.period.setText(form.earlier_period)
        self._mark(form.state)
        self._showing = False

    def put_into(self, form: ReportForm) -> ReportForm:
        """Return the form with this answer."""
        state = self.state()
        return replace(
            form,
            state=state,
            earlier_on=self._day if state is FormState.UNCHANGED else None,
            earlier_period=self.period.text().strip() if state is FormState.UNCHANGED else "",
        )

    def state(self) -> FormState:
        """Return the answer chosen."""
        return next(
            (state for state, chip in self.chips.items() if chip.isChecked()), FormState.OPEN
        )

    def tell_fault(self, sentence: str) -> None:
        """Show beside the answer why it is refused, or take that away."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def show_refusal(self, field: str, sentence: str) -> bool:
        """Show why a value was not stored; return whether it stands here."""
        if field == "earlier_on":
            self.tell_day_fault(sentence)
        elif field == "state":
            self.tell_fault(sentence)
        return field in ("earlier_on", "state")

    def tell_day_fault(self, sentence: str) -> None:
        """Show at the date of the earlier form why it is refused, or take that away."""
        self.on_field.set_error(sentence)
        self._fit(self.state())

    def choose(self, state: FormState) -> None:
        """Choose an answer as the officer does."""
        self._mark(state)
        self._on_chosen()

    def _mark(self, state: FormState) -> None:
        self._group.setExclusive(False)
        for each, chip in self.chips.items():
            chip.setChecked(each is state)
        self._group.setExclusive(True)
        self._fit(state)

    @property
    def _follows(self) -> bool:
        """Tell whether the earlier form is the one that most point to."""
        if not self._brief or self._day is None or self.on_field.error.text():
            return False
        period = self.period.text().strip()
        return (self._day, period) == (self._earlier.on, self._earlier.period)

    def _open(self) -> None:
        self._opened = True
        self._fit(self.state())
        self.on.setFocus()
        self.on.selectAll()

    def _fit(self, state: FormState) -> None:
        unchanged = state is FormState.UNCHANGED
        told = unchanged and self._follows and not self._opened
        self.since.setVisible(unchanged and not told)
        self.named.setVisible(told)
        if told and self._earlier.on is not None:
            self.named.setText(
                tr("since {day} ({year})", day=spoken(self._earlier.on), year=self._earlier.period)
                if self._earlier.period
                else tr("since {day}", day=spoken(self._earlier.on))
            )
            self.named.setToolTip(tr("Name another date"))
        self.clear.setVisible(state is not FormState.OPEN and (self._voluntary or not self._brief))

    def _on_chosen(self) -> None:
        state = self.state()
        self._fit(state)
        if state is FormState.UNCHANGED and self._day is None and not self.on.text():
            # The report before is what an unchanged form points to, unless another is named.
            self._day = self._earlier.on
            self.on.set_day(self._earlier.on)
            if not self.period.text():
                self.period.setText(self._earlier.period)
        self._fit(state)
        self._tell()

    def _on_clear(self) -> None:
        self._mark(FormState.OPEN)
        next(chip for chip in self.chips.values() if not chip.isHidden()).setFocus()
        self._tell()

    def _on_day(self) -> None:
        try:
            self._day = self.on.day()
        except InputError:
            return
        self.on_field.set_error("")
        self._tell()

    def _judge(self) -> None:
        try:
            self.on.day()
        except InputError as error:
            self.on_field.set_error(error.message)
        else:
            self.on_field.set_error("")

    def _tell(self) -> None:
        if not self._showing:
            self.typed.emit()
