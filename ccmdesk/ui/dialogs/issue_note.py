"""The one question of the program: shall this note be numbered and sealed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.delegation import heads
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import Draft, NoteContent, NoteKind
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import in_one_line
from ccmdesk.ui.pages.note_findings import FindingRow, rule_words
from ccmdesk.ui.pages.note_number import NoteNumber
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_LISTED = 4
_FINDING_HEIGHT, _HIGHEST = 110, 190


@dataclass(frozen=True, slots=True)
class Numbering:
    """What else the number may be: the draft's own choice, further registers, and how it reads.

    `preview` returns the number for one typed (None: the next one) in a register, and raises
    InputError where it cannot be taken.
    """

    draft: Draft
    series: Sequence[str]
    preview: Callable[[str | None, str], str]


class IssueNoteDialog(Decision):
    """Says what will be issued, to whom and under which number; accepted means issue it."""

    def __init__(
        self,
        parent: QWidget,
        number: str,
        content: NoteContent,
        findings: Sequence[Finding],
        numbering: Numbering | None = None,
    ) -> None:
        super().__init__(
            parent,
            tr("Issue this note"),
            tr(
                "The number is taken from the register and the paper is sealed. "
                "An issued note cannot be changed; what changes later is said in a new one."
            ),
            tr("Issue note {number}", number=number),
        )
        self.setMinimumWidth(520)
        self.facts = Facts()
        self._content, self._numbering = content, numbering
        self.facts.show_lines(facts_of(number, content))
        self.body.addWidget(self.facts)
        self.number = NoteNumber()
        self.other_number = button(
            tr("Another number or register…"), self.choose_number, kind="quiet", icon_name="pencil"
        )
        self.body.addWidget(self.other_number, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.number)
        self.number.hide()
        self.other_number.setVisible(numbering is not None)
        if numbering is not None:
            self.number.offer(numbering.series)
            self.number.show_draft(numbering.draft)
            self.number.typed.connect(self._on_number)
        if findings:
            self.body.addWidget(label(tr("Still open").upper(), "caps"))
            box = QWidget()
            column = QVBoxLayout(box)
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(0)
            for finding in findings[:_LISTED]:
                row = FindingRow(finding, rule_words(finding.rule), can_go=False)
                column.addWidget(row)
            more = len(findings) - _LISTED
            if more > 0:
                rest = label(tr("and {count} more", count=more), "small")
                column.addWidget(rest)
            area = scrolling(box)
            # Scrolled by the arrows where the screen is low.
            area.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            area.setAccessibleName(tr("Still open"))
            area.setFixedHeight(min(_FINDING_HEIGHT * min(len(findings), _LISTED), _HIGHEST))
            self.body.addWidget(area)

        self.yes.setFocus()

    def choose_number(self) -> None:
        """Offer the further registers and a number typed by hand."""
        self.other_number.hide()
        self.number.show()
        self.number.first().setFocus()
        self.fit()

    def chosen(self) -> tuple[str | None, str | None]:
        """Return a number and a register other than the draft's; None for what was left alone."""
        if self.number.isHidden():
            return None, None
        typed, series = self.number.chosen()
        # An empty number means the next one, whatever the draft says.
        return typed or "", series

    def _on_number(self) -> None:
        assert self._numbering is not None
        typed, series = self.number.chosen()
        fault, number = "", "–"
        try:
            if typed != "":
                number = self._numbering.preview(typed, series)
        except CcmDeskError as error:
            fault = error.message
        self.number.set_error(fault)
        self.yes.setEnabled(not fault and typed != "")
        self.yes.setText(tr("Issue note {number}", number=number))
        self.facts.show_lines(facts_of(number, self._content))
        # The facts are new, and their wrapped words are measured once they stand.
        QTimer.singleShot(0, self, self.fit)


def facts_of(number: str, content: NoteContent) -> list[FactLine]:
    """Return what is numbered and sealed: whom a note names, or which report goes with it."""
    lines = [
        FactLine(tr("Number"), number, strong=True),
        FactLine(tr("Date"), spoken(content.dated)),
        FactLine(tr("Addressee"), content.addressee, in_one_line(content.address)),
    ]
    if content.kind is NoteKind.ARTICLE7:
        return [*lines, FactLine(tr("Enclosure"), ", ".join(content.enclosures))]
    count = len(content.delegates)
    people = tr("1 person") if count == 1 else tr("{count} people", count=count)
    leaders = ", ".join(each.person.printed_name() for each in heads(content.delegates))
    head = tr("Head: {name}", name=leaders) if leaders else ""
    return [*lines, FactLine(tr("Delegation"), people, head)]
