"""States: how each stands to the Convention, with the source of every fact."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.state import State, Status
from ccmdesk.services import reference
from ccmdesk.services.search_text import matches
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.states_panel import StatePanel
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.state_words import state_status_tone, state_status_words
from ccmdesk.ui.tokens import L, M
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.search_field import SearchField
from ccmdesk.ui.widgets.text import label

_STATUSES = (Status.PARTY, Status.SIGNATORY, Status.WITHDRAWN, Status.NOT_PARTY)
_CHIPS = {
    Status.PARTY: "Parties",
    Status.SIGNATORY: "Signatories",
    Status.WITHDRAWN: "Withdrawn",
    Status.NOT_PARTY: "Not party",
}


class StatesPage(Page):
    """All States in a table; the chosen one with its facts and, on demand, its deadlines."""

    kinds = frozenset({"states", "profile", "duties"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._states: list[State] = []
        self.head = PageHead(tr("States"), " ")
        self.column.addWidget(self.head)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(self._table_card(), 1)
        self.panel = StatePanel(shell)
        middle.addWidget(self.panel)
        self.table.row_chosen.connect(self.panel.show_state)
        self.table.row_opened.connect(lambda _: self.panel.deadlines.setFocus())
        self.column.addLayout(middle, 1)

    def _table_card(self) -> Card:
        self.search = SearchField(tr("Search States"))
        self.search.textChanged.connect(lambda _: self._show_rows())
        choices = [("all", tr("All")), *((each.value, tr(_CHIPS[each])) for each in _STATUSES)]
        self.filters = Chips(choices, tr("Which States are shown"))
        self.filters.chosen.connect(lambda _: self._show_rows())
        self.table = FittingTable(
            (
                Column(tr("State"), lambda state: state.name),
                Column(
                    tr("Status"),
                    lambda state: state_status_words(state.status),
                    12,
                    tone=lambda state: state_status_tone(state.status),
                ),
                Column(tr("Signed"), lambda state: _day(state.signed), 16),
                Column(tr("Deposited"), lambda state: _day(state.deposited), 16),
                Column(tr("In force"), lambda state: _day(state.entry_into_force), 16),
            ),
            tr("States"),
            {2: 800, 3: 660, 4: 480},
        )
        self.search.returnPressed.connect(self.table.setFocus)
        card = Card()
        card.body.setContentsMargins(M, M, M, M)
        card.body.addWidget(self.search)
        card.body.addWidget(self.filters)
        card.body.addWidget(self.table, 1)
        self.none_found = label(tr("No State is found by these letters."), "muted")
        self.none_found.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self.none_found, 1)
        return card

    def refresh(self) -> None:
        self._states = self.desk.states.all()
        counts = {each: sum(s.status is each for s in self._states) for each in _STATUSES}
        self.filters.set_text("all", tr("All {n}", n=len(self._states)))
        for each in _STATUSES:
            words = tr("{words} {n}", words=tr(_CHIPS[each]), n=counts[each])
            self.filters.set_text(each.value, words)
            self.filters.buttons[each.value].setVisible(counts[each] > 0)
        self.head.sentence.setText(sentence(self._states))
        self._show_rows()

    def take_focus(self) -> None:
        self.search.setFocus()

    def show_target(self, target: object) -> None:
        """Open the State with that three-letter code."""
        self.search.clear()
        self.filters.choose("all")
        self._show_rows()
        self._choose(str(target))

    def _show_rows(self) -> None:
        chosen = self.table.chosen()
        key, typed = self.filters.key(), self.search.text()
        shown = [
            state
            for state in self._states
            if key in ("all", state.status.value) and matches(typed, state.name, state.iso3)
        ]
        before = self.table.blockSignals(True)
        self.table.show_rows(shown)
        self.table.blockSignals(before)
        self.table.setVisible(bool(shown))
        self.none_found.setVisible(not shown)
        codes = [state.iso3 for state in shown]
        if chosen is None:
            profile = self.desk.profile.get()
            home = profile.state_iso3 if profile else ""
        else:
            home = chosen.iso3
        if shown:
            self._choose(home if home in codes else codes[0])
        else:
            self.panel.show_state(None)

    def _choose(self, iso3: str) -> None:
        for position, state in enumerate(self.table.rows()):
            if state.iso3 == iso3:
                before = self.table.blockSignals(True)
                self.table.selectRow(position)
                self.table.blockSignals(before)
                self.panel.show_state(state)
                return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(min(max(300, round((self.width() - 420) * 0.6)), 480))


def sentence(states: Sequence[State]) -> str:
    """Return how the Convention stands, and the newest day on which that was looked up."""
    shipped = {state.iso3 for state in reference.states()}
    own = [state for state in states if state.iso3 not in shipped]
    known = [state for state in states if state.iso3 in shipped]
    count = {each: sum(state.status is each for state in known) for each in Status}
    parts = [
        tr("{n} States Parties", n=count[Status.PARTY]),
        tr("{n} signatories", n=count[Status.SIGNATORY]),
        tr("{n} withdrawn", n=count[Status.WITHDRAWN]),
    ]
    if own:
        parts.append(tr("{n} of your own", n=len(own)))
    days = [state.as_of for state in known if state.as_of]
    if days:
        parts.append(tr("as of {day}", day=long_date(max(days))))
    return " · ".join(parts)


def _day(day: date | None) -> str:
    return long_date(day) if day else "–"
