"""Deadlines: the ledger of reports, every duty with its dates, and the year at a glance."""

from datetime import date

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.state import Status
from ccmdesk.ui.duty_words import ARTICLE_7
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.deadlines_ledger import LedgerCard
from ccmdesk.ui.pages.deadlines_papers import DeadlinePapers, PapersMenu
from ccmdesk.ui.pages.deadlines_table import DutyTable
from ccmdesk.ui.pages.deadlines_views import TABLE, YEAR, DeadlineViews
from ccmdesk.ui.pages.duty_panel import DutyPanel
from ccmdesk.ui.pages.year_view import YearView
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.search_button import SearchButton

# Below this height, in lines of text, the years owed are folded.
_LOW = 40
# The width of an average letter at the usual size of text.
_USUAL_LETTER = 8


class DeadlinesPage(Page):
    """Every duty of the mission's State, as a table or as a year; the chosen one stands beside."""

    kinds = frozenset({"profile", "duties", "meetings", "states"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._duties: list[TrackedDuty] = []
        self._iso3 = ""
        self.papers = DeadlinePapers(shell, self)
        self.menu = PapersMenu(self.papers, self)
        self.views = DeadlineViews(shell, TABLE, self._show_view)
        self.search = SearchButton(shell.open_finder)
        self.head = PageHead(tr("Deadlines"), " ", self.views, self.search, self.menu.button)
        self.column.addWidget(self.head)
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(self._left_side(), 1)
        middle.addWidget(self._panel())
        self.column.addLayout(middle, 1)

    def _left_side(self) -> QStackedWidget:
        self.ledger = LedgerCard(self.shell)
        self.ledger.chosen.connect(self.show_target)
        self.duty_table = DutyTable()
        self.duty_table.chosen.connect(self._on_duty)
        self.duty_table.opened.connect(lambda _: self.panel.begin_done())
        self.table, self.filters = self.duty_table.table, self.duty_table.filters
        self.years = self.duty_table.years
        self.band, self.first_year = self.ledger.band, self.ledger.first_year
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.ledger)
        column.addWidget(self.duty_table, 1)
        self.year = YearView(self.shell)
        self.year.duty_chosen.connect(self._on_duty)
        self.year.year_shown.connect(lambda year: self.menu.tell(self._iso3, year))
        self.sides = QStackedWidget()
        self.sides.addWidget(both)
        self.sides.addWidget(self.year)
        return self.sides

    def _panel(self) -> DutyPanel:
        self.panel = DutyPanel(self.shell)
        self.panel.print_wanted.connect(self.papers.print_working)
        self.panel.save_wanted.connect(self.papers.ask_working)
        self.panel.file_wanted.connect(self.papers.ask_proof)
        self.panel.report_wanted.connect(lambda tracked: self.shell.go("report", tracked.duty.key))
        self.panel.extension_wanted.connect(self._ask_extension)
        return self.panel

    # Data

    def refresh(self) -> None:
        desk = self.desk
        self._duties = desk.deadlines.duties()
        profile = desk.profile.get()
        assert profile is not None
        state = desk.states.get(profile.state_iso3)
        self._iso3 = state.iso3
        self.head.sentence.setText(sentence(state.entry_into_force, state.status, self._duties))
        reports = [each for each in self._duties if each.duty.kind in ARTICLE_7]
        self.ledger.show_reports(reports, state, profile.first_annual_year)
        self.panel.dates.offer_owners(sorted({each.owner for each in self._duties if each.owner}))
        shown, in_year = self.panel.tracked, self.views.key() == YEAR
        at_act = self.panel.foot.has_keyboard
        # The year may show a duty that the table does not list; that one stays beside.
        before = self.duty_table.blockSignals(in_year and shown is not None)
        self.duty_table.show_duties(self._duties)
        self.duty_table.blockSignals(before)
        if in_year:
            self.year.refresh()
            if shown is not None:
                self._on_duty(self._again(shown.duty.key))
        self.menu.tell(self._iso3, self._year_meant())
        if at_act and not self.panel.foot.keep_keyboard():
            self.take_focus()

    def show_target(self, target: object) -> None:
        """Choose the duty with that key, or open the table, the year, or the year on a day."""
        if target == YEAR or isinstance(target, date):
            self.views.choose(YEAR)
            self._show_view()
            if isinstance(target, date):
                self.year.show_day(target)
            self.year.take_focus()
        elif target == TABLE:
            self.views.choose(TABLE)
            self._show_view()
            self.take_focus()
        elif self.duty_table.show_key(str(target)) and self.views.key() == YEAR:
            self.views.choose(TABLE)
            self._show_view()

    def take_focus(self) -> None:
        if self.views.key() == YEAR:
            self.year.take_focus()
        else:
            self.table.setFocus()

    def leave(self) -> None:
        # A name half typed is given, as it would be on the way to another field.
        self.panel.dates.give_owner()

    # Inside

    def _again(self, key: str) -> TrackedDuty | None:
        """Return a duty as it was read last, whether the year or the table has it."""
        found = self.year.tracked(key)
        return found or next((each for each in self._duties if each.duty.key == key), None)

    def _show_view(self) -> None:
        in_year = self.views.key() == YEAR
        if in_year:
            chosen = self.panel.tracked
            self.year.refresh()
            if chosen is not None:
                self.year.show_day(chosen.duty.due)
                self._on_duty(chosen)
        self.sides.setCurrentIndex(1 if in_year else 0)
        self.menu.tell(self._iso3, self._year_meant())
        if not in_year and self.panel.tracked is not None:
            self.duty_table.show_key(self.panel.tracked.duty.key)

    def _year_meant(self) -> int:
        if self.views.key() == YEAR:
            return self.year.year
        today = self.desk.clock.today()
        # In the last weeks of a year it is the next one that goes on the wall.
        return today.year + (today.month > 10)

    def _on_duty(self, tracked: TrackedDuty | None) -> None:
        self.panel.show_duty(tracked)
        self.band.mark(tracked.duty.key if tracked else "")

    def _ask_extension(self, tracked: TrackedDuty) -> None:
        from ccmdesk.ui.dialogs.extension import ask_extension

        state = self.desk.states.get(tracked.duty.state)
        ask_extension(self.window(), self.shell, state, int(tracked.duty.article[:1]))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        letter = self.fontMetrics().averageCharWidth() / _USUAL_LETTER
        # The title and its sentence come before the words on the button.
        self.search.setMaximumWidth(max(round(self.width() - 880 * letter), 48))
        widest = min(max(300 * letter, (self.width() - 500) * 0.56), 460 * max(letter, 1))
        self.panel.setFixedWidth(round(min(widest, self.width() * 0.45)))
        self.ledger.fit(self.height() < _LOW * self.fontMetrics().height())


def sentence(in_force: date | None, status: Status, duties: list[TrackedDuty]) -> str:
    """Return how things stand in one line."""
    reports = [
        each
        for each in duties
        if each.duty.kind in ARTICLE_7 and each.status is not DutyStatus.NOT_APPLICABLE
    ]
    if in_force is None or not reports:
        return tr("The Convention sets this State no reports; only meetings have dates here")
    overdue = sum(each.status is DutyStatus.OVERDUE for each in duties)
    recorded = sum(each.status is DutyStatus.DONE for each in reports)
    late = tr("{n} overdue", n=overdue) if overdue else tr("nothing overdue")
    owed = tr("1 report owed") if len(reports) == 1 else tr("{n} reports owed", n=len(reports))
    words = tr("{owed}, {n} recorded, {late}", owed=owed, n=recorded, late=late)
    if status is Status.WITHDRAWN:
        return tr("Withdrawn; in force from {day}", day=long_date(in_force)) + f" · {words}"
    return tr("Entry into force {day}", day=long_date(in_force)) + f" · {words}"
