"""“What changed this year?”: makes the cover page in three steps and refuses what it forbids."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import IntEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormSet, FormState, Report
from ccmdesk.domain.cover_page import CoverAnswer, CoverAnswers, CoverFault
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.ui.dialogs.cover_steps import AnswerRow, EarlierReport, PageOfAnswers
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.article7_answer import Earlier
from ccmdesk.ui.report_words import title_of
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.notice import Notice
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_LEAST_ROOM, _MOST_ROOM, _BELOW_THE_PAGE = 160, 540, 30
# Head and foot of the dialog take so many lines of text and pixels.
_LINES_AROUND, _PIXELS_AROUND = 9, 130


class WizardStep(IntEnum):
    """The steps, in their order."""

    EARLIER = 0
    FORMS = 1
    PAGE = 2


_STEPS = ("The earlier report", "Form by form", "The cover page")


@dataclass(frozen=True, slots=True)
class CoverDesk:
    """What the wizard asks of the desk: `check` tells every rule that answers break."""

    check: Callable[[CoverAnswers], Sequence[CoverFault]]
    apply: Callable[[CoverAnswers], Report]


class CoverWizard(Decision):
    """Walks through earlier report, forms and cover page.

    Signals: `applied` (Report) once the answers are on the report.
    """

    applied = Signal(object)

    def __init__(
        self,
        parent: QWidget,
        report: Report,
        form_set: FormSet,
        proposed: CoverAnswers,
        desk: CoverDesk,
    ) -> None:
        super().__init__(parent, tr("What changed this year?"), title_of(report), tr("Next"))
        self._report, self._set, self._desk = report, form_set, desk
        self.setMinimumWidth(880)
        self.step = WizardStep.EARLIER
        self._told = False
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self._marks = [QLabel() for _ in _STEPS]
        self.body.addWidget(self._step_line())
        self.earlier = EarlierReport(_earlier(proposed))
        self.rows = [
            AnswerRow(spec, report.form(spec.letter), proposed.answer(spec.letter))
            for spec in form_set.forms
        ]
        self.rest = button(
            tr("All the others are unchanged"),
            self.answer_rest,
            kind="quiet",
            icon_name="check",
            tip=tr("Answer every form that is still open as unchanged (Alt+U)"),
        )
        # Who answers by keyboard need not walk past every form.
        self.rest.setShortcut("Alt+U")
        self.page = PageOfAnswers(proposed.cover_only)
        around = _LINES_AROUND * self.fontMetrics().height() + _PIXELS_AROUND
        room = min(max(parent.window().height() - around, _LEAST_ROOM), _MOST_ROOM)
        self.page.area.setFixedHeight(room - _BELOW_THE_PAGE)
        self._parts = (self.earlier, self._forms(room), self.page)
        for part in self._parts:
            self.body.addWidget(part)
        self.back = button(tr("Back"), self.go_back)
        self.buttons.insertWidget(1, self.back)
        for row in self.rows:
            row.typed.connect(self._on_typed)
        self.page.typed.connect(self._on_page)
        refused = [fault for fault in desk.check(proposed) if fault.field == "period"]
        if refused:
            self._refuse(refused[0].message)
        else:
            self._show(WizardStep.EARLIER)

    # What the officer does

    def answers(self) -> CoverAnswers:
        """Return the answers as they stand."""
        given = tuple(row.answer_given() for row in self.rows)
        return CoverAnswers(given, self.page.cover_only())

    def answer_rest(self) -> None:
        """Answer every form that is open: unchanged since the earlier report."""
        for row in self._open_rows():
            row.answer.choose(FormState.UNCHANGED)
        # The button has nothing more to do; the keyboard goes on to the next step.
        self.yes.setFocus()

    def go_back(self) -> None:
        """Go back one step."""
        self._show(WizardStep(self.step - 1))

    def accept(self) -> None:
        """Go on, or put the answers on the report; what a rule forbids is said beside it."""
        match self.step:
            case WizardStep.EARLIER:
                if self.earlier.judge():
                    for row in self.rows:
                        row.follow(self.earlier.earlier())
                    self._show(WizardStep.FORMS)
                else:
                    # The sentence at the field needs room of its own.
                    self.fit()
            case WizardStep.FORMS:
                self._told = True
                if not self._faults():
                    self._show(WizardStep.PAGE)
            case WizardStep.PAGE:
                self._apply()

    # Inside

    def _apply(self) -> None:
        answers = self.answers()
        if self._on_page():
            return
        try:
            report = self._desk.apply(answers)
        except CcmDeskError as error:
            self.notice.say(error.message)
            self.fit()
            return
        super().accept()
        self.applied.emit(report)

    def _faults(self, *, go: bool = True) -> list[CoverFault]:
        """Show the faults beside the answers; return those of the forms."""
        answers = CoverAnswers(tuple(row.answer_given() for row in self.rows))
        faults = list(self._desk.check(answers))
        first: AnswerRow | None = None
        wrong = []
        for row in self.rows:
            own = [fault for fault in faults if fault.letter == row.spec.letter]
            if row.show_faults(own):
                wrong += own or [CoverFault(row.spec.letter, "earlier_on", "")]
                first = first or row
        self.notice.say("\n".join(fault.message for fault in faults if not fault.letter))
        if first is not None and go:
            self.area.ensureWidgetVisible(first, 0, S)
            first.take_focus()
        return wrong + [fault for fault in faults if not fault.letter]

    def _on_typed(self) -> None:
        self._tell_rest()
        if self._told:
            self._faults(go=False)

    def _on_page(self) -> bool:
        """Show what forbids that the page stands for the forms; return whether anything does."""
        faults = [each for each in self._desk.check(self.answers()) if each.message]
        self.page.tell_fault("\n".join(each.message for each in faults))
        return bool(faults)

    def _refuse(self, sentence: str) -> None:
        self.notice.say(sentence)
        for each in (*self._parts, self._steps, self.yes, self.back):
            each.hide()
        self.cancel.setText(tr("Close"))
        self.cancel.setDefault(True)
        self.cancel.setFocus()

    def _show(self, step: WizardStep) -> None:
        self.step = step
        self.notice.say("")
        if step is WizardStep.PAGE:
            answers = self.answers()
            changed = any(each.state is FormState.CHANGED for each in answers.forms)
            self.page.show_answers(self._set, answers, can_stand_alone=not changed)
        for position, part in enumerate(self._parts):
            part.setVisible(position == step)
        self.back.setVisible(step is not WizardStep.EARLIER)
        self.yes.setText(tr("Make the cover page") if step is WizardStep.PAGE else tr("Next"))
        self._mark_steps()
        self._tell_rest()
        self.fit()
        if step is WizardStep.EARLIER:
            self.earlier.on.setFocus()
        elif step is WizardStep.FORMS:
            next(
                (row for row in self.rows if row.answer.state() is FormState.OPEN), self.rows[0]
            ).take_focus()
        else:
            self.page.take_focus(self.yes)

    def _open_rows(self) -> list[AnswerRow]:
        """Return the forms that want an answer; a voluntary one does where it says something."""
        return [
            row
            for row in self.rows
            if row.answer.state() is FormState.OPEN
            and (not row.spec.voluntary or self._report.form(row.spec.letter).content)
        ]

    def _tell_rest(self) -> None:
        open_ones = self._open_rows()
        self.rest.setEnabled(bool(open_ones))
        self.count.setText(
            tr("every form is answered")
            if not open_ones
            else tr("1 form is not answered yet")
            if len(open_ones) == 1
            else tr("{count} forms are not answered yet", count=len(open_ones))
        )

    def _forms(self, room: int) -> QWidget:
        part = QWidget()
        column = QVBoxLayout(part)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        inner = QWidget()
        rows = QVBoxLayout(inner)
        rows.setContentsMargins(0, 0, S, 0)
        rows.setSpacing(0)
        for row in self.rows:
            rows.addWidget(row)
        rows.addStretch()
        self.area = scrolling(inner)
        self.area.setFixedHeight(room)
        column.addWidget(self.area)
        line = QWidget()
        flow = Flow(line)
        self.count = label("", "muted")
        self.count.setContentsMargins(0, 5, 0, 5)
        flow.addWidget(self.count)
        flow.addWidget(self.rest)
        column.addWidget(line)
        return part

    def _step_line(self) -> QWidget:
        self._steps = QWidget()
        row = Flow(self._steps, spacing=S)
        for mark in self._marks:
            mark.setTextFormat(Qt.TextFormat.PlainText)
            row.addWidget(mark)
        return self._steps

    def _mark_steps(self) -> None:
        for position, (mark, words) in enumerate(zip(self._marks, _STEPS, strict=True)):
            mark.setText(f"{position + 1}  {tr(words)}" + ("   ›" if position < 2 else ""))
            mark.setProperty("role", "strong" if position == self.step else "muted")
            mark.style().unpolish(mark)
            mark.style().polish(mark)
        here = tr(
            "Step {number} of {all}: {name}",
            number=self.step + 1,
            all=len(_STEPS),
            name=tr(_STEPS[self.step]),
        )
        self._steps.setAccessibleName(here)
        self.setAccessibleDescription(here)


def _earlier(proposed: CoverAnswers) -> Earlier:
    """Return the latest earlier form that is known."""
    known = [each for each in proposed.forms if each.earlier_on is not None]
    latest = max(known, key=lambda each: (each.earlier_on, each.earlier_period), default=None)
    if latest is None:
        named: CoverAnswer | None = next(
            (each for each in proposed.forms if each.earlier_period), None
        )
        return Earlier(None, named.earlier_period if named else "")
    return Earlier(latest.earlier_on, latest.earlier_period)
