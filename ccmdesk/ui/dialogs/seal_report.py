"""The question before a report is sealed, what stands in its way, and why a sealed one changes."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.article7 import FormState, Report
from ccmdesk.domain.report_completeness import Missing
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.dialogs.note_step import ReasonField, StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.report_words import covers, title_of
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.scroll import scrolling

_WIDTH, _HIGHEST = 480, 320


class SealReportDialog(Decision):
    """Says what will be sealed; accepted means seal it."""

    def __init__(self, parent: QWidget, report: Report, pages: int = 0) -> None:
        version = report.version + 1
        super().__init__(
            parent,
            tr("Seal this report"),
            tr(
                "The forms and the PDF are frozen with their hash. A sealed report cannot be "
                "changed; what has to change later becomes a new version, with its reason."
            ),
            tr("Seal version {number}", number=version),
        )
        self.setMinimumWidth(520)
        self.facts = Facts()
        lines = [
            FactLine(tr("Report"), title_of(report), covers(report), strong=True),
            FactLine(tr("Version"), str(version), report.correction),
            FactLine(tr("Forms"), _answers(report)),
        ]
        if report.cover_only:
            lines.append(FactLine(tr("Paper"), tr("The cover page stands in place of the forms")))
        elif pages:
            lines.append(FactLine(tr("Paper"), tr("{count} pages", count=pages)))
        if report.files:
            names = ", ".join(each.name for each in report.files[:4])
            more = len(report.files) - 4
            second = tr("and {count} more", count=more) if more > 0 else ""
            lines.append(FactLine(tr("Files"), names, second))
        self.facts.show_lines(lines)
        self.body.addWidget(self.facts)
        self.yes.setFocus()


class MissingDialog(Decision):
    """What a report still lacks and who holds it.

    With `unanswered` nothing is said yet of what changed, which the wizard asks for all forms.
    Signals: `wanted` (letter) to go to one of them, `letters_wanted` to write to who holds them,
    `wizard_wanted` to say what changed.
    """

    wanted = Signal(str)
    letters_wanted = Signal()
    wizard_wanted = Signal()

    def __init__(
        self, parent: QWidget, missing: Sequence[Missing], *, unanswered: bool = False
    ) -> None:
        super().__init__(
            parent,
            tr("Not ready to be sealed"),
            tr("1 thing is missing.")
            if len(missing) == 1
            else tr("{count} things are missing.", count=len(missing)),
            tr("What changed this year…") if unanswered else tr("Letters to the ministries…"),
        )
        self.setMinimumWidth(560)
        self.cancel.setText(tr("Close"))
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.rows: list[ListRow] = []
        for each in missing:
            row = ListRow(
                each.what,
                each.holder or (tr("nobody is named for it") if each.letter else ""),
                tr("Form {letter}", letter=each.letter) if each.letter else tr("Report"),
                act=partial(self._go, each.letter),
            )
            self.rows.append(row)
            column.addWidget(row)
        column.addStretch()
        area = scrolling(box)
        area.setFixedHeight(min(column.totalHeightForWidth(_WIDTH) + 8, _HIGHEST))
        self.body.addWidget(area)
        self.yes.setVisible(unanswered or any(each.holder for each in missing))
        self.accepted.connect(self.wizard_wanted if unanswered else self.letters_wanted)
        self.rows[0].setFocus()

    def _go(self, letter: str) -> None:
        self.reject()
        self.wanted.emit(letter)


class CorrectReportDialog(StepDialog):
    """Why a sealed report is corrected."""

    def __init__(self, parent: QWidget, report: Report, correct: Callable[[str], object]) -> None:
        super().__init__(
            parent,
            tr("Correct this report"),
            tr(
                "Version {number} stays sealed as it is. Its forms are opened again as version "
                "{next}, which is sealed and transmitted like the first.",
                number=report.version,
                next=report.version + 1,
            ),
            tr("Open version {next}", next=report.version + 1),
        )
        self.reason = ReasonField(
            tr("What is corrected, and why"),
            help=tr("It is printed in the history of the report."),
        )
        self.add(self.reason)
        self.take = lambda: correct(self.reason.words())
        self.reason.text.setFocus()


def _answers(report: Report) -> str:
    forms = report.forms
    counts = {state: sum(form.state is state for form in forms) for state in FormState}
    nil = sum(form.content.nil for form in forms)
    filled = sum(bool(form.content) for form in forms) - nil
    told = {
        tr("{count} changed", count=counts[FormState.CHANGED]): counts[FormState.CHANGED],
        tr("{count} unchanged", count=counts[FormState.UNCHANGED]): counts[FormState.UNCHANGED],
        tr("{count} filled", count=filled): 0 if report.covered else filled,
        tr("{count} not applicable", count=counts[FormState.NOT_APPLICABLE]): counts[
            FormState.NOT_APPLICABLE
        ],
        tr("{count} with nothing to declare", count=nil): nil,
    }
    return ", ".join(words for words, count in told.items() if count)
