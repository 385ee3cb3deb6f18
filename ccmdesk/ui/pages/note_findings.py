"""What the linter says of the note, the gravest first, each with its cure."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import SEVERITY_TONES
from ccmdesk.ui.tokens import M, S, Tone
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_ORDER = list(Severity)
_GOING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def summary(findings: Sequence[Finding]) -> tuple[str, Tone]:
    """Return in a few words how the note stands with the linter, and the tone of it."""
    count = {each: sum(found.severity is each for found in findings) for each in Severity}
    parts = []
    if blocks := count[Severity.BLOCKING]:
        parts.append(
            tr("1 finding blocks the issue")
            if blocks == 1
            else tr("{count} findings block the issue", count=blocks)
        )
    if warns := count[Severity.WARNING]:
        parts.append(tr("1 warning") if warns == 1 else tr("{count} warnings", count=warns))
    if hints := count[Severity.INFO]:
        parts.append(tr("1 remark") if hints == 1 else tr("{count} remarks", count=hints))
    if not parts:
        return tr("Nothing to mend"), Tone.OK
    tone = Tone.DANGER if blocks else Tone.WARN if warns else Tone.ACCENT
    return " · ".join(parts), tone


class NoteFindings(QWidget):
    """The findings as rows.

    Signals: `asked` (where) when the officer wants to go to the place of a finding.
    """

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(2)
        self.findings: tuple[Finding, ...] = ()
        self.rows: list[FindingRow] = []
        self._clear = FindingRow(
            Finding("", Severity.INFO, "", tr("The linter finds nothing to mend.")), tr("clear")
        )
        self._clear.pill.set(tr("clear"), Tone.OK)
        self._column.addWidget(self._clear)

    def show_findings(self, findings: Sequence[Finding]) -> None:
        """Show other findings; the same again change nothing, so that the keyboard stays."""
        ordered = tuple(sorted(findings, key=lambda found: _ORDER.index(found.severity)))
        if ordered == self.findings:
            return
        self.findings = ordered
        focused = next((row.finding for row in self.rows if row.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [FindingRow(found, rule_words(found.rule)) for found in ordered]
        before: QWidget = self._clear
        for row in self.rows:
            row.opened.connect(self.asked)
            self._column.addWidget(row)
            QWidget.setTabOrder(before, row)
            before = row
            if row.finding == focused:
                row.setFocus()
        self._clear.setVisible(not self.rows)

    def first(self) -> QWidget | None:
        """Return the row of the gravest finding, or None."""
        return self.rows[0] if self.rows else None


class FindingRow(QWidget):
    """One finding: the rule as a pill, what it says, how to mend it.

    Signals: `opened` (where) on Enter, Space or a click.
    """

    opened = Signal(str)

    def __init__(self, finding: Finding, word: str, *, can_go: bool = True) -> None:
        super().__init__()
        self.finding = finding
        grid = QGridLayout(self)
        grid.setContentsMargins(S, 6, S, 6)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.pill = Pill(word, SEVERITY_TONES[finding.severity])
        grid.addWidget(self.pill, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.message = label(finding.message, wrap=True)
        grid.addWidget(self.message, 0, 1)
        cure = " ".join(
            part
            for part in (
                tr("Blocks the issue.") if finding.severity is Severity.BLOCKING else "",
                finding.fix,
            )
            if part
        )
        self.cure = label(cure, "small", wrap=True)
        if cure:
            grid.addWidget(self.cure, 1, 1)
        self.setAccessibleName(f"{word}: {finding.message} {cure}".strip())
        self._where = finding.where if can_go else ""
        if self._where:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tr("Go to the place"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._where and event.key() in _GOING:
            self.opened.emit(self._where)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._where and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self._where)


def rule_words(rule: str) -> str:
    """Return the id of a rule as words."""
    return rule.replace("_", " ").replace("-", " ")
