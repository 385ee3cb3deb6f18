"""The secretariat's draft list of participants, pasted beside what differs from our delegation."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import (
    QColor,
    QFont,
    QGuiApplication,
    QTextCharFormat,
    QTextCursor,
    QTextFormat,
)
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QSplitter,
    QTextEdit,
    QVBoxLayout,
    QWidget,
)

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.participants_list import Comparison, Difference, DifferenceKind
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_PAUSE_MILLISECONDS = 150
_KINDS = {
    DifferenceKind.MISSING: ("missing", Tone.DANGER),
    DifferenceKind.EXTRA: ("not ours", Tone.DANGER),
    DifferenceKind.ROLE: ("role", Tone.WARN),
    DifferenceKind.SPELLING: ("spelling", Tone.WARN),
    DifferenceKind.TITLE: ("title", Tone.WARN),
    DifferenceKind.ORDER: ("order", Tone.ACCENT),
}
_COUNTED = {
    DifferenceKind.MISSING: ("1 missing", "{count} missing"),
    DifferenceKind.EXTRA: ("1 not ours", "{count} not ours"),
    DifferenceKind.ROLE: ("1 other role", "{count} other roles"),
    DifferenceKind.SPELLING: ("1 spelling", "{count} spellings"),
    DifferenceKind.TITLE: ("1 title", "{count} titles"),
    DifferenceKind.ORDER: ("1 out of order", "{count} out of order"),
}


class ParticipantsPart(Card):
    """Compares as soon as something is pasted; a difference leads to its line."""

    def __init__(self, shell: Shell, meeting_id: Callable[[], int]) -> None:
        super().__init__()
        self._shell, self._meeting_id = shell, meeting_id
        self.pill = Pill("")
        self.sentence = label("", wrap=True)
        self.paste = button(tr("Paste"), self.take_pasted, icon_name="file-plus")
        self.clear = button(tr("Clear"), self.forget, kind="quiet", icon_name="x")
        head = QHBoxLayout()
        head.setSpacing(S)
        head.addWidget(self.pill)
        head.addWidget(self.sentence, 1)
        head.addWidget(self.clear)
        head.addWidget(self.paste)
        self.body.addLayout(head)
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("The list of participants, pasted"))
        self.text.setPlaceholderText(
            tr(
                "Paste the draft list of participants here: the whole list or only our part. "
                "What differs from our delegation stands beside it at once."
            )
        )
        self.text.setTabChangesFocus(True)
        self.text.setMinimumWidth(260)
        self.results = QWidget()
        self._column = QVBoxLayout(self.results)
        self._column.setContentsMargins(0, 0, S, 0)
        self._column.setSpacing(0)
        self._column.addStretch()
        self.rows: list[ListRow] = []
        area = scrolling(self.results)
        area.setMinimumWidth(300)
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setChildrenCollapsible(False)
        splitter.setHandleWidth(L)
        splitter.addWidget(self.text)
        splitter.addWidget(area)
        splitter.setSizes([500, 500])
        self.body.addWidget(splitter, 1)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_PAUSE_MILLISECONDS)
        self._timer.timeout.connect(self.compare)
        self.text.textChanged.connect(self._timer.start)
        self.comparison = Comparison((), 0, ())
        self.compare()

    def refresh(self) -> None:
        """Compare again: the delegation may have changed."""
        self.compare()

    def forget(self) -> None:
        """Take the pasted text away."""
        self.text.clear()
        self.compare()
        self.text.setFocus()

    def take_pasted(self) -> None:
        """Put what is in the clipboard in the place of the text."""
        self.text.setPlainText(QGuiApplication.clipboard().text())
        self.compare()
        if self.rows:
            self.rows[0].setFocus()

    def compare(self) -> None:
        """Show what differs now."""
        self._timer.stop()
        text, meeting_id = self.text.toPlainText(), self._meeting_id()
        if not text.strip() or not meeting_id:
            self.comparison = Comparison((), 0, ())
            self._show(tr("Compare the secretariat’s list with our delegation."), "", Tone.PLAIN)
            return
        try:
            self.comparison = self._shell.desk.portal.compare(meeting_id, text)
        except CcmDeskError as error:
            self._show(error.message, "", Tone.WARN)
            return
        found = self.comparison
        if not found.differences:
            told = tr("Everybody stands in the list as in our delegation.")
            self._show(told, tr("{count} agree", count=found.agreeing), Tone.OK)
        elif not found.entries:
            self._show(tr("No person could be read in this text."), tr("not read"), Tone.WARN)
        else:
            agree = tr("{count} agree", count=found.agreeing)
            self._show(" · ".join((agree, *self._counted())), tr("differs"), Tone.WARN)

    def _counted(self) -> list[str]:
        kinds = [each.kind for each in self.comparison.differences]
        return [
            tr(one) if kinds.count(kind) == 1 else tr(many, count=kinds.count(kind))
            for kind, (one, many) in _COUNTED.items()
            if kind in kinds
        ]

    def _show(self, sentence: str, pill: str, tone: Tone) -> None:
        self.sentence.setText(sentence)
        self.pill.set(pill, tone)
        self.clear.setEnabled(bool(self.text.toPlainText()))
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = []
        for position, difference in enumerate(self.comparison.differences):
            row = self._row(difference)
            self.rows.append(row)
            self._column.insertWidget(position, row)
            # Not shown before the next turn otherwise, and could not take the keyboard now.
            row.show()
        self._mark(None)

    def _row(self, difference: Difference) -> ListRow:
        words, tone = _KINDS[difference.kind]
        return ListRow(
            difference.name,
            _both(difference),
            tr(words),
            tone,
            lambda: self.go_to(difference),
        )

    def go_to(self, difference: Difference) -> None:
        """Bring the line of a difference into sight and mark it."""
        if difference.line < 0:
            self._mark(None)
            self._shell.say(tr("{name} stands nowhere in the list", name=difference.name))
            return
        block = self.text.document().findBlockByNumber(difference.line)
        cursor = QTextCursor(block)
        self.text.setTextCursor(cursor)
        self.text.centerCursor()
        self._mark(difference)

    def _mark(self, chosen: Difference | None) -> None:
        """Lay a ground under the lines that differ, a stronger one under the chosen."""
        colours = theme.palette()
        marks = []
        for each in self.comparison.differences:
            if each.line < 0:
                continue
            mark = QTextEdit.ExtraSelection()
            form = QTextCharFormat()
            picked = chosen is not None and each.line == chosen.line
            form.setBackground(QColor(colours.accent_soft if picked else colours.warn_soft))
            form.setProperty(QTextFormat.Property.FullWidthSelection, True)
            # Without soft grounds the line under the words tells it.
            form.setFontUnderline(picked or colours.border_width > 1)
            if picked:
                form.setFontWeight(QFont.Weight.Bold)
            mark.format = form
            mark.cursor = QTextCursor(self.text.document().findBlockByNumber(each.line))
            marks.append(mark)
        self.text.setExtraSelections(marks)


def _both(difference: Difference) -> str:
    if difference.kind is DifferenceKind.ORDER:
        return tr(
            "place {ours} in our delegation, place {theirs} in the list",
            ours=difference.ours,
            theirs=difference.theirs,
        )
    if difference.kind is DifferenceKind.MISSING:
        return tr("not in the list: {ours}", ours=difference.ours)
    if difference.kind is DifferenceKind.EXTRA:
        return tr("only in the list: {theirs}", theirs=difference.theirs)
    theirs = difference.theirs or tr("nothing")
    return tr("ours: {ours} – list: {theirs}", ours=difference.ours, theirs=theirs)
