"""The one question of the program: shall this note be numbered and sealed."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.delegation import heads
from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import NoteContent
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import in_one_line
from ccmdesk.ui.pages.note_findings import FindingRow, rule_words
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.text import label

_LISTED = 4


class IssueNoteDialog(Decision):
    """Says what will be issued, to whom and under which number; accepted means issue it."""

    def __init__(
        self, parent: QWidget, number: str, content: NoteContent, findings: Sequence[Finding]
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
        self.facts.show_lines(_facts(number, content))
        self.body.addWidget(self.facts)
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
            self.body.addWidget(box)


def _facts(number: str, content: NoteContent) -> list[FactLine]:
    count = len(content.delegates)
    people = tr("1 person") if count == 1 else tr("{count} people", count=count)
    leaders = ", ".join(each.person.printed_name() for each in heads(content.delegates))
    return [
        FactLine(tr("Number"), number, strong=True),
        FactLine(tr("Date"), spoken(content.dated)),
        FactLine(tr("Addressee"), content.addressee, in_one_line(content.address)),
        FactLine(tr("Delegation"), people, tr("Head: {name}", name=leaders) if leaders else ""),
    ]
