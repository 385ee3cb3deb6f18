"""One State beside the list: its facts with their sources, its deadlines, its ledger."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.state import Fact, State, Status
from ccmdesk.ui.duty_words import due_line, left_tone, left_words, status_tone, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.deadlines_papers import DeadlinePapers
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.state_words import fact_caption, state_status_tone, state_status_words
from ccmdesk.ui.tokens import S, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.facts import FactLine, Facts
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.list_row import ListRow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label


class StatePanel(Card):
    """One State: its standing, each fact with its source, its deadlines when asked for."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(" ")
        self.shell = shell
        self.state: State | None = None
        self.title.setWordWrap(True)
        self.head.setStretch(0, 1)
        content = QWidget()
        column = QVBoxLayout(content)
        column.setContentsMargins(0, 0, S, 0)
        column.setSpacing(S)
        line = QHBoxLayout()
        line.setSpacing(S)
        self.pill = Pill("")
        self.code = label("", "muted")
        line.addWidget(self.pill)
        line.addWidget(self.code)
        line.addStretch()
        column.addLayout(line)
        column.addSpacing(S)
        self.facts = Facts()
        column.addWidget(self.facts)
        self.duty_head = label(tr("Deadlines"), "section")
        column.addSpacing(S)
        column.addWidget(self.duty_head)
        self.duties = QWidget()
        self._duty_column = QVBoxLayout(self.duties)
        self._duty_column.setContentsMargins(0, 0, 0, 0)
        self._duty_column.setSpacing(0)
        column.addWidget(self.duties)
        self.extension = button(
            tr("Enter a granted extension…"), self._ask_extension, kind="quiet", icon_name="plus"
        )
        column.addWidget(self.extension, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.area = scrolling(content)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(hairline())
        self.papers = DeadlinePapers(shell, self)
        foot = QWidget()
        foot.setContentsMargins(0, S, 0, 0)
        row = Flow(foot)
        self.deadlines = button(
            tr("Show its deadlines"), self._on_deadlines, icon_name="calendar-clock"
        )
        self.ledger = button(
            tr("Ledger as PDF…"),
            self._save_ledger,
            icon_name="download",
            tip=tr("Every report and deadline since entry into force, on one page"),
        )
        self.print = button(tr("Print the ledger…"), self._print_ledger, icon_name="printer")
        for each in (self.deadlines, self.ledger, self.print):
            row.addWidget(each)
        self.body.addWidget(foot)

    def show_state(self, state: State | None) -> None:
        """Show a State, or nothing; the deadlines of the same one stay in sight."""
        again = state is not None and self.state is not None and state.iso3 == self.state.iso3
        again = again and self.deadlines.isHidden()
        self.state = state
        self.show_duties(())
        self.duty_head.hide()
        self.deadlines.setVisible(state is not None)
        owes = state is not None and in_force_from(state) is not None
        for each in (self.ledger, self.print, self.extension):
            each.setVisible(owes)
        if state is None:
            self.title.setText(tr("Choose a State"))
            self.pill.set("", Tone.PLAIN)
            self.code.setText("")
            self.facts.show_lines(())
            return
        self.title.setText(state.name)
        self.pill.set(state_status_words(state.status), state_status_tone(state.status))
        self.code.setText(state.iso3)
        self.facts.show_lines(state_lines(state))
        if again:
            self._on_deadlines()
        else:
            self.area.verticalScrollBar().setValue(0)

    def show_duties(self, duties: Sequence[TrackedDuty]) -> None:
        """List duties below the facts."""
        while (item := self._duty_column.takeAt(0)) is not None:
            old = item.widget()
            if old is not None:
                old.hide()
                old.deleteLater()
        for number, tracked in enumerate(duties):
            if number:
                self._duty_column.addWidget(hairline())
            left = left_words(tracked)
            row = ListRow(
                tracked.duty.title,
                due_line(tracked),
                left or self._standing(tracked),
                left_tone(tracked) if left else status_tone(tracked),
            )
            row.set_air(S, 0)
            self._duty_column.addWidget(row)

    def _standing(self, tracked: TrackedDuty) -> str:
        """Return how a duty stands; of another State nothing is known from this register."""
        profile = self.shell.desk.profile.get()
        at_home = profile is not None and profile.state_iso3 == tracked.duty.state
        if tracked.status is DutyStatus.UNRECORDED and not at_home:
            return tr("not recorded here")
        return status_words(tracked)

    def _save_ledger(self) -> None:
        if self.state is not None:
            self.papers.ask_ledger(self.state.iso3)

    def _print_ledger(self) -> None:
        if self.state is not None:
            self.papers.print_ledger(self.state.iso3)

    def _ask_extension(self) -> None:
        from ccmdesk.ui.dialogs.extension import ask_extension

        if self.state is not None:
            ask_extension(self.window(), self.shell, self.state)

    def _on_deadlines(self) -> None:
        state = self.state
        if state is None:
            return
        found: list[TrackedDuty] = []
        if not self.shell.attempt(
            lambda: found.extend(self.shell.desk.deadlines.duties(state.iso3))
        ):
            return
        self.duty_head.setText(
            tr("Deadlines") if found else tr("The Convention sets this State no deadlines yet")
        )
        self.duty_head.show()
        self.show_duties(found)
        had_focus = self.deadlines.hasFocus()
        self.deadlines.hide()
        if had_focus:
            self.ledger.setFocus()
        # Once the layout knows how tall the list is.
        QTimer.singleShot(0, self.area, self._show_duty_head)

    def _show_duty_head(self) -> None:
        self.area.verticalScrollBar().setValue(self.duty_head.y())


def state_lines(state: State) -> list[FactLine]:
    """Return the facts of a State, each with its source and the day on which that stood."""
    if not state.facts:
        source = " · ".join(state.sources)
        pairs = (
            ("signed", state.signed),
            ("deposited", state.deposited),
            ("entry_into_force", state.entry_into_force),
            ("withdrew_effective", state.withdrew_effective),
        )
        facts = tuple(
            Fact(name, day.isoformat(), source, state.as_of) for name, day in pairs if day
        )
    else:
        facts = state.facts
    lines = []
    for fact in facts:
        second = fact.source
        if fact.as_of:
            second += tr(" (as of {day})", day=long_date(fact.as_of))
        lines.append(FactLine(fact_caption(fact.name, state), _value(fact), second))
    return lines


def _value(fact: Fact) -> str:
    if fact.name == "status":
        return state_status_words(Status(fact.value))
    try:
        return spoken(date.fromisoformat(fact.value))
    except ValueError:
        return fact.value
