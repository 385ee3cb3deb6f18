"""What the linter says of the note, the gravest first, each with its cure."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from ccmdesk.domain.finding import Finding, Severity
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_words import SEVERITY_TONES
from ccmdesk.ui.tokens import FIELD_CORNER, M, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label

_ORDER = list(Severity)
_AT_THE_LEFT = Qt.AlignmentFlag.AlignLeft
# Below this width in pixels the words stand under the pill, not beside it.
_ROOM_BESIDE = 380
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

    Signals: `asked` (Finding) when the officer wants to go to the place of a finding, `mended`
    (Finding) to let the program make the change that cures it.
    """

    asked = Signal(object)
    mended = Signal(object)

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
        mended = next((at for at, row in enumerate(self.rows) if row.mend.hasFocus()), None)
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [FindingRow(found, rule_words(found.rule)) for found in ordered]
        before: QWidget = self._clear
        for row in self.rows:
            row.opened.connect(self.asked)
            row.mended.connect(self.mended)
            self._column.addWidget(row)
            QWidget.setTabOrder(before, row)
            QWidget.setTabOrder(row, row.mend)
            before = row.mend
            if row.finding == focused:
                row.setFocus()
        self._clear.setVisible(not self.rows)
        if mended is not None and self.rows:
            # On to the next finding; else the keyboard would fall on any button above.
            row = self.rows[min(mended, len(self.rows) - 1)]
            (row if row.mend.isHidden() else row.mend).setFocus()

    def first(self) -> QWidget | None:
        """Return the row of the gravest finding, or None."""
        return self.rows[0] if self.rows else None


class FindingRow(QWidget):
    """One finding: the rule as a pill, what it says, how to mend it.

    Signals: `opened` (Finding) on Enter, Space or a click, unless it cannot be gone to, `mended`
    (Finding) by its button, where the program can cure it.
    """

    opened = Signal(object)
    mended = Signal(object)

    def __init__(self, finding: Finding, word: str, *, can_go: bool = True) -> None:
        super().__init__()
        self.finding = finding
        self._grid = grid = QGridLayout(self)
        grid.setContentsMargins(S if can_go else 0, 6, S if can_go else 0, 6)
        grid.setHorizontalSpacing(M)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self.pill = Pill(word, SEVERITY_TONES[finding.severity])
        grid.addWidget(self.pill, 0, 0, Qt.AlignmentFlag.AlignTop)
        self.message = label(finding.message, wrap=True)
        cure = " ".join(
            part
            for part in (
                tr("Blocks the issue.") if finding.severity is Severity.BLOCKING else "",
                finding.fix,
            )
            if part
        )
        self.cure = label(cure, "small", wrap=True)
        self.source = label(
            tr("Source: {source}", source=finding.source) if finding.source else "",
            "small",
            wrap=True,
        )
        self.mend = button(
            tr("Mend"), lambda: self.mended.emit(finding), kind="quiet", icon_name="check"
        )
        self.mend.setAccessibleName(tr("Mend: {finding}", finding=finding.message))
        self._lines = (self.message, self.cure, self.source)
        self._place(beside=True)
        self.source.setVisible(bool(finding.source))
        self.mend.setVisible(can_go and finding.repair is not None)
        self.cure.setVisible(bool(cure))
        self.setAccessibleName(f"{word}: {finding.message} {cure}".strip())
        self._can_go = can_go and bool(finding.where)
        if self._can_go:
            self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            self.setCursor(Qt.CursorShape.PointingHandCursor)
            self.setToolTip(tr("Go to the place"))

    def _place(self, *, beside: bool) -> None:
        self._beside = beside
        for each in (*self._lines, self.mend):
            self._grid.removeWidget(each)
        for position, line in enumerate(self._lines):
            if beside:
                self._grid.addWidget(line, position, 1)
            else:
                self._grid.addWidget(line, position + 1, 0, 1, 2)
        below = len(self._lines) + (0 if beside else 1)
        self._grid.addWidget(
            self.mend, below, 1 if beside else 0, 1, 1 if beside else 2, _AT_THE_LEFT
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _ROOM_BESIDE
        if beside != self._beside:
            self._place(beside=beside)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(theme.palette().accent), 2))
            ring = QRectF(self.rect()).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(ring, FIELD_CORNER, FIELD_CORNER)
            painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._can_go and event.key() in _GOING:
            self.opened.emit(self.finding)
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._can_go and self.rect().contains(event.position().toPoint()):
            self.opened.emit(self.finding)


def rule_words(rule: str) -> str:
    """Return the id of a rule as words."""
    return rule.replace("_", " ").replace("-", " ")
