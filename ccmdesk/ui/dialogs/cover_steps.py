"""The parts of the wizard that makes a cover page: earlier report, one answer, the whole page."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormSet, FormSpec, FormState, ReportForm
from ccmdesk.domain.cover_page import CoverAnswer, CoverAnswers, CoverFault, differs
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_answer import Earlier, FormAnswer
from ccmdesk.ui.report_words import listed, state_told
from ccmdesk.ui.tokens import L, M, S, Tone
from ccmdesk.ui.widgets.day_edit import DayEdit
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.field import Field, FieldRow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label

_TITLE_WIDTH = 190


class EarlierReport(QWidget):
    """The report that unchanged forms point back to, for all forms that name no other."""

    def __init__(self, earlier: Earlier) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        column.addWidget(
            label(
                tr(
                    "A form that did not change points back to the one that still holds, by its "
                    "date. Say here which report that is in most cases; any form may name "
                    "another."
                ),
                wrap=True,
            )
        )
        self.on = DayEdit(earlier.on, name="earlier_on")
        self.period = QLineEdit(earlier.period)
        self.on_field = Field(
            tr("Date of the earlier report"),
            self.on,
            name="earlier_on",
            help=tr("The day on which it was submitted; compulsory for every unchanged form."),
        )
        self.period_field = Field(
            tr("Year it covered"), self.period, name="earlier_period", help=tr("Such as 2024.")
        )
        column.addWidget(FieldRow(self.on_field, self.period_field))

    def judge(self) -> bool:
        """Return whether what is typed is a day or nothing; say otherwise what is wrong."""
        try:
            self.on.day()
        except InputError as error:
            self.on_field.set_error(error.message)
            self.on.setFocus()
            return False
        self.on_field.set_error("")
        return True

    def earlier(self) -> Earlier:
        """Return the report typed."""
        return Earlier(self.on.day(), self.period.text().strip())


class AnswerRow(QWidget):
    """One form with its answer, and beside it what a rule says against that.

    Signals: `typed` after every change.
    """

    typed = Signal()

    def __init__(self, spec: FormSpec, form: ReportForm, proposed: CoverAnswer) -> None:
        super().__init__()
        self.spec = spec
        self._form = replace(
            form,
            state=proposed.state,
            earlier_on=proposed.earlier_on,
            earlier_period=proposed.earlier_period,
        )
        self._earlier = Earlier(proposed.earlier_on, proposed.earlier_period)
        self._known = self._earlier
        self.answer = FormAnswer(brief=True)
        self.answer.show_form(self._form, spec, self._earlier)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, M, 0, 0)
        column.setSpacing(M)
        row = QHBoxLayout()
        row.setSpacing(L)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(label(tr("Form {letter}", letter=spec.letter), "strong"))
        words.addWidget(label(spec.title, "small", wrap=True))
        if spec.voluntary:
            words.addWidget(Pill(tr("voluntary"), Tone.PLAIN))
        if differs(form):
            words.addWidget(
                label(tr("Its text differs from what was carried over."), "small", wrap=True)
            )
        words.addStretch()
        holder = QWidget()
        holder.setLayout(words)
        words.setContentsMargins(0, 0, 0, 0)
        holder.setFixedWidth(_TITLE_WIDTH)
        row.addWidget(holder)
        given = QVBoxLayout()
        given.addWidget(self.answer)
        given.addStretch()
        row.addLayout(given, 1)
        column.addLayout(row)
        column.addWidget(hairline())
        self.answer.typed.connect(self.typed)

    def follow(self, earlier: Earlier) -> None:
        """Point back to this report, unless the form names another one of its own."""
        given = self.answer_given()
        named = Earlier(given.earlier_on, given.earlier_period)
        own = given.state is FormState.UNCHANGED and named.on and named != self._known
        self._known = earlier
        if own:
            self.answer.show_form(self._as_form(given), self.spec, earlier)
            return
        if given.state is FormState.UNCHANGED:
            given = replace(given, earlier_on=earlier.on, earlier_period=earlier.period)
        self.answer.show_form(self._as_form(given), self.spec, earlier)

    def answer_given(self) -> CoverAnswer:
        """Return the answer as it stands."""
        form = self.answer.put_into(self._form)
        return CoverAnswer(form.letter, form.state, form.earlier_on, form.earlier_period)

    def show_faults(self, faults: Sequence[CoverFault]) -> bool:
        """Show what the rules say against the answer; return whether anything is wrong."""
        by_field = {fault.field: fault.message for fault in faults}
        unchanged = self.answer.state() is FormState.UNCHANGED
        if unchanged:
            try:
                self.answer.on.day()
            except InputError as error:
                by_field["earlier_on"] = error.message
        self.answer.tell_day_fault(by_field.get("earlier_on", ""))
        self.answer.period_field.set_error(by_field.get("earlier_period", ""))
        self.answer.tell_fault(by_field.get("state", ""))
        return bool(by_field)

    def take_focus(self) -> None:
        """Put the keyboard where the answer can be mended."""
        wrong_day = self.answer.on_field.error.text()
        if wrong_day:
            self.answer.on.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        state = self.answer.state()
        chip = self.answer.chips.get(state) or self.answer.chips[FormState.CHANGED]
        chip.setFocus(Qt.FocusReason.OtherFocusReason)

    def _as_form(self, given: CoverAnswer) -> ReportForm:
        return replace(
            self._form,
            state=given.state,
            earlier_on=given.earlier_on,
            earlier_period=given.earlier_period,
        )


class PageOfAnswers(QWidget):
    """The cover page as it will be, and whether it stands in place of the forms.

    Signals: `typed` when that is ticked.
    """

    typed = Signal()

    def __init__(self, cover_only: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(M)
        self.facts = Facts()
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, S, 0)
        rows.addWidget(self.facts)
        rows.addStretch()
        self.area = scrolling(inner)
        self.area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.area.setAccessibleName(tr("The cover page"))
        column.addWidget(self.area)
        self.alone = QCheckBox(tr("The cover page stands in place of the forms"))
        self.alone.setChecked(cover_only)
        column.addWidget(self.alone)
        self.why = label("", "small", wrap=True)
        column.addWidget(self.why)
        self.fault = label("", "error", wrap=True)
        self.fault.hide()
        column.addWidget(self.fault)
        self.alone.toggled.connect(lambda _: self.typed.emit())

    def cover_only(self) -> bool:
        """Return whether the page shall stand in place of the forms."""
        return self.alone.isChecked()

    def show_answers(
        self, form_set: FormSet, answers: CoverAnswers, *, can_stand_alone: bool
    ) -> None:
        """Show the answers, and what they allow."""
        lines, changed = [], []
        for spec in form_set.forms:
            given = answers.answer(spec.letter)
            if given.state is FormState.CHANGED:
                changed.append(spec.letter)
            told = state_told(ReportForm(spec.letter, given.state, earlier_on=given.earlier_on))
            if given.earlier_period and given.state is FormState.UNCHANGED:
                told = tr(
                    "Unchanged; last reported on {day} for {year}",
                    day=spoken(given.earlier_on) if given.earlier_on else "",
                    year=given.earlier_period,
                )
            lines.append(
                FactLine(
                    tr("Form {letter}", letter=spec.letter),
                    told or tr("left out; the form is voluntary"),
                    spec.title,
                    strong=given.state is FormState.CHANGED,
                )
            )
        self.facts.show_lines(lines)
        if not can_stand_alone:
            self.alone.setChecked(False)
        self.alone.setEnabled(can_stand_alone)
        self.why.setText(
            tr("Nothing changed at all, so the page may be sent without the forms.")
            if can_stand_alone
            else tr("Form {letters} goes with the page, since it changed.", letters=listed(changed))
            if len(changed) == 1
            else tr(
                "Forms {letters} go with the page, since they changed.", letters=listed(changed)
            )
        )
        self.tell_fault("")

    def tell_fault(self, sentence: str) -> None:
        """Say what a rule forbids, or take that away."""
        self.fault.setText(sentence)
        self.fault.setVisible(bool(sentence))

    def take_focus(self, otherwise: QWidget) -> None:
        """Put the keyboard on the choice, where there is one."""
        (self.alone if self.alone.isEnabled() else otherwise).setFocus()
