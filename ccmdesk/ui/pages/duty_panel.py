"""Beside the list of deadlines: one duty, why its date is that day, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ccmdesk.domain.duty import DutyPlan, Step, TrackedDuty
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.domain.safe_start import SafeStart
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.duty_foot import DutyFoot
from ccmdesk.ui.pages.duty_head import DutyHead, starts
from ccmdesk.ui.pages.duty_history import DutyHistory, folded
from ccmdesk.ui.pages.duty_start import DutyStart
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.part_bar import PartBar
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline

_CAPTIONS = {
    "rule": "Rule",
    "trigger": "Trigger",
    "count": "Count",
    "result": "Result",
    "hour": "Hour",
    "internal": "Send by",
    "remark": "Remark",
    "source": "Source",
}
WHY, START, HISTORY = range(3)


class DutyPanel(Card):
    """One duty: its dates and owner on top, the working, the way or the history below, the acts.

    Signals: `print_wanted` and `save_wanted` (duty) when the working is to be put on paper,
    `file_wanted`, `extension_wanted` and `report_wanted` (duty) for what the page does.
    """

    print_wanted = Signal(object)
    save_wanted = Signal(object)
    file_wanted = Signal(object)
    extension_wanted = Signal(object)
    report_wanted = Signal(object)

    def __init__(self, shell: Shell) -> None:
        self.print = button("", kind="quiet", icon_name="printer", tip=tr("Print why this date"))
        self.save = button(
            "", kind="quiet", icon_name="download", tip=tr("Save why this date as PDF")
        )
        super().__init__(" ", self.print, self.save)
        self.shell = shell
        self.tracked: TrackedDuty | None = None
        self.name = self.title
        self.name.setWordWrap(True)
        self.head.setStretch(0, 1)
        for each in (self.print, self.save):
            self.head.setAlignment(each, Qt.AlignmentFlag.AlignTop)
        self.print.clicked.connect(lambda: self.print_wanted.emit(self.tracked))
        self.save.clicked.connect(lambda: self.save_wanted.emit(self.tracked))
        self.area = scrolling(self._content())
        self.body.addWidget(self.area, 1)
        # Takes the room of the area where a form is all that fits, or the title would grow.
        self.gap = QWidget()
        self.gap.hide()
        self.body.addWidget(self.gap, 1)
        self.line = hairline()
        self.body.addWidget(self.line)
        self.foot = DutyFoot(shell)
        self.foot.turned.connect(lambda _: self._make_room())
        self.foot.extension_wanted.connect(self.extension_wanted)
        self.foot.report_wanted.connect(self.report_wanted)
        self.body.addWidget(self.foot)
        self.show_duty(None)

    def _content(self) -> QWidget:
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(M)
        self.parts = PartBar(
            tr("What is told of the duty"), tr("Why this date?"), tr("Start"), tr("History")
        )
        self.parts.setTabToolTip(WHY, tr("Why this date?"))
        self.parts.currentChanged.connect(lambda _: self._show_part())
        self.dates = DutyHead()
        self.dates.owner_given.connect(self._on_owner)
        self.dates.hour_wanted.connect(lambda: self.foot.begin_hour())
        self.dates.start_wanted.connect(lambda: self.parts.setCurrentIndex(START))
        self.dates.file_wanted.connect(lambda: self.file_wanted.emit(self.tracked))
        column.addWidget(self.dates)
        column.addWidget(self.parts)
        self.facts = Facts()
        self.way = DutyStart()
        self.way.settings_wanted.connect(lambda: self.shell.go("settings", "lead_times"))
        self.history = DutyHistory()
        for part in (self.facts, self.way, self.history):
            column.addWidget(part)
        column.addStretch()
        return content

    def show_duty(self, tracked: TrackedDuty | None) -> None:
        """Show a duty; what was half typed for another one is kept for it."""
        same = tracked is not None and tracked.duty.key == self._key
        if not same:
            # A name half typed belongs to the duty that goes.
            self.dates.give_owner()
        self.tracked = tracked
        self.setEnabled(tracked is not None)
        for each in (self.print, self.save, self.parts, self.line):
            each.setVisible(tracked is not None)
        self.dates.show_duty(tracked, same=same)
        self.foot.show_duty(tracked)
        if tracked is None:
            self.name.setText(tr("Choose a duty to see how its date is computed."))
            self.facts.show_lines(())
            for part in (self.facts, self.way, self.history):
                part.hide()
            return
        self.name.setText(tracked.duty.title)
        self.facts.show_lines([_line(step) for step in tracked.duty.working])
        self._show_way(tracked)
        desk = self.shell.desk
        entries = desk.deadlines.history(tracked.duty.key)
        lines = len(folded(entries))
        self.parts.setTabText(HISTORY, tr("History {n}", n=lines) if lines else tr("History"))
        self._fit_parts()
        self.history.show_entries(entries, tracked.duty.due)
        self._show_part()
        if not same:
            self.area.verticalScrollBar().setValue(0)

    def begin_done(self) -> None:
        """Open the form in which a duty is marked as done."""
        self.foot.begin_done()

    # Inside

    @property
    def _key(self) -> str:
        return self.tracked.duty.key if self.tracked else ""

    def _show_way(self, tracked: TrackedDuty) -> None:
        way: SafeStart | None = None
        desk = self.shell.desk
        if starts(tracked):
            try:
                way = desk.safe_starts.of(tracked.duty.key)
            except CcmDeskError:
                # A duty whose way nobody knows is shown without it.
                way = None
        late = way is not None and way.start_by < desk.clock.today()
        self.dates.show_start(way)
        self.way.show_way(way, late)
        self.parts.setTabVisible(START, way is not None)

    def _show_part(self) -> None:
        present = self.parts.currentIndex()
        for index, part in enumerate((self.facts, self.way, self.history)):
            part.setVisible(index == present and self.tracked is not None)

    def _on_owner(self, name: str) -> None:
        tracked = self.tracked
        if tracked is None:
            return
        desk, key = self.shell.desk, tracked.duty.key
        plan = desk.deadlines.plan(key)
        kept = DutyPlan(key, name, plan.closes, plan.zone)
        if self.shell.attempt(lambda: desk.deadlines.save_plan(kept)):
            words = tr("Owner: {name}", name=name) if name else tr("No owner any more")
            self.shell.said_with_undo(f"{words} · {tracked.duty.title}")

    def _make_room(self) -> None:
        # In a low window a form comes before the working, which its buttons bring back.
        asks = self.foot.asks
        needed = self.foot.sizeHint().height() + 12 * self.fontMetrics().height()
        fits = not asks or self.height() >= needed
        self.area.setVisible(fits)
        self.gap.setVisible(not fits)

    def _fit_parts(self) -> None:
        # All three words stand side by side; the first gives way where they would not fit, then
        # the air between them. The card and the scroll bar take their part on both sides.
        room = self.width() - 2 * L - 5 * S
        for words, close in ((tr("Why this date?"), False), (tr("Why"), False), (tr("Why"), True)):
            self.parts.set_close(close)
            self.parts.setTabText(WHY, words)
            if self.parts.sizeHint().width() <= room:
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()
        self._fit_parts()


def _line(step: Step) -> FactLine:
    caption = tr(_CAPTIONS.get(step.kind, step.kind.capitalize()))
    return FactLine(caption, step.text, strong=step.kind == "result")
