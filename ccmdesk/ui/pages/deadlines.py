"""Deadlines: the ledger of reports, every duty with its dates, and why each date is that day."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QFileDialog, QHBoxLayout, QWidget

from ccmdesk.domain import treaty
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.state import Status
from ccmdesk.services.working_paper import working_name, working_pdf
from ccmdesk.system.atomic_file import write_bytes
from ccmdesk.ui.duty_words import (
    ARTICLE_7,
    ARTICLES_3_AND_4,
    is_open,
    left_words,
    status_tone,
    status_words,
    table_title,
)
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.duty_panel import DutyPanel
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.ledger_band import LedgerBand, cell_words
from ccmdesk.ui.widgets.page_head import PageHead
from ccmdesk.ui.widgets.search_button import SearchButton
from ccmdesk.ui.widgets.text import label

_YEARS_OFFERED = 4


class DeadlinesPage(Page):
    """Every duty of the mission's State; the chosen one is explained beside the table."""

    kinds = frozenset({"profile", "duties", "meetings", "states"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._duties: list[TrackedDuty] = []
        self._state_name = ""
        self.search = SearchButton(shell.open_finder)
        self.head = PageHead(tr("Deadlines"), " ", self.search)
        self.column.addWidget(self.head)
        self.column.addWidget(self._ledger_card())
        middle = QHBoxLayout()
        middle.setSpacing(L)
        middle.addWidget(self._table_card(), 1)
        self.panel = DutyPanel(shell)
        self.panel.print_wanted.connect(self._print)
        self.panel.save_wanted.connect(self._save)
        middle.addWidget(self.panel)
        self.column.addLayout(middle, 1)

    def _ledger_card(self) -> Card:
        self.band = LedgerBand()
        self.band.chosen.connect(self.show_target)
        self.first_year = QComboBox()
        self.first_year.setAccessibleName(tr("First annual report due in"))
        self.first_year.setToolTip(
            tr("The Convention leaves it open; the year in use is the one after the initial report")
        )
        self.first_year.activated.connect(self._on_first_year)
        self.ledger = Card(tr("Article 7, every year owed"))
        head = self.ledger.head
        self.first_year_words = label(tr("First annual report due in"), "small")
        self.first_year_words.setBuddy(self.first_year)
        head.addWidget(self.first_year_words)
        head.addSpacing(S)
        head.addWidget(self.first_year)
        self.ledger.body.addWidget(self.band)
        return self.ledger

    def _table_card(self) -> Card:
        self.filters = Chips(
            (
                ("all", tr("All")),
                ("open", tr("Open")),
                ("article7", tr("Article 7")),
                ("articles34", tr("Articles 3 and 4")),
                ("meetings", tr("Meetings")),
            ),
            tr("Which duties are shown"),
        )
        self.filters.chosen.connect(lambda _: self._show_rows())
        self.years = QComboBox()
        self.years.setPlaceholderText(tr("Go to year"))
        self.years.setAccessibleName(tr("Go to year"))
        self.years.activated.connect(self._on_year)
        self.table = FittingTable(
            (
                Column(tr("Duty"), lambda row: table_title(row.duty)),
                Column(tr("Legal date"), lambda row: spoken(row.duty.due), 19),
                Column(tr("Internal date"), lambda row: spoken(row.duty.internal_due), 19),
                Column(tr("Left"), _left, 11),
                Column(tr("State"), status_words, 12, tone=status_tone),
            ),
            tr("Duties"),
            {2: 600, 3: 790},
        )
        self.table.row_chosen.connect(self._on_row)
        self.table.row_opened.connect(lambda _: self.panel.begin_done())
        card = Card()
        card.body.setContentsMargins(M, M, M, M)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.filters, 1)
        row.addWidget(self.years, 0, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(bar)
        card.body.addWidget(self.table, 1)
        self.none_here = label(tr("No duty of this kind."), "muted")
        self.none_here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        card.body.addWidget(self.none_here)
        card.body.addStretch()
        return card

    # Data

    def refresh(self) -> None:
        self._duties = self.desk.deadlines.duties()
        reports = [each for each in self._duties if each.duty.kind in ARTICLE_7]
        self.ledger.setVisible(bool(reports))
        self.band.show_reports(reports)
        profile = self.desk.profile.get()
        assert profile is not None
        state = self.desk.states.get(profile.state_iso3)
        self._state_name = state.name
        self.head.sentence.setText(sentence(state.entry_into_force, state.status, self._duties))
        self._show_first_years(state.entry_into_force, profile.first_annual_year)
        self._show_years()
        self._show_rows()

    def show_target(self, target: object) -> None:
        """Choose the duty with that key, in the filter in which it can be seen."""
        if not any(each.duty.key == target for each in self._duties):
            return
        if not any(each.duty.key == target for each in self.table.rows()):
            self.filters.choose("all")
            self._show_rows()
        self._choose(str(target))

    def take_focus(self) -> None:
        self.table.setFocus()

    def _show_rows(self) -> None:
        chosen = self.table.chosen()
        shown = [each for each in self._duties if belongs(each, self.filters.key())]
        # Choosing again below tells the panel once, after the rows stand.
        before = self.table.blockSignals(True)
        self.table.show_rows(shown)
        self.table.blockSignals(before)
        self.table.setVisible(bool(shown))
        self.none_here.setVisible(not shown)
        keys = [each.duty.key for each in shown]
        if chosen is not None and chosen.duty.key in keys:
            self._choose(chosen.duty.key)
        elif shown:
            self._choose(next((e for e in shown if is_open(e)), shown[-1]).duty.key)
        else:
            self.panel.show_duty(None)
            self.band.mark("")

    def _choose(self, key: str) -> None:
        for position, each in enumerate(self.table.rows()):
            if each.duty.key == key:
                before = self.table.blockSignals(True)
                self.table.selectRow(position)
                self.table.blockSignals(before)
                self.table.scrollTo(
                    self.table.model().index(position, 0), self.table.ScrollHint.EnsureVisible
                )
                self._on_row(each)
                return

    def _on_row(self, tracked: TrackedDuty) -> None:
        self.panel.show_duty(tracked)
        self.band.mark(tracked.duty.key)

    def _show_years(self) -> None:
        years = sorted({each.duty.due.year for each in self._duties}, reverse=True)
        self.years.clear()
        self.years.addItems([str(year) for year in years])
        self.years.setCurrentIndex(-1)

    def _on_year(self, index: int) -> None:
        year = int(self.years.itemText(index))
        self.years.setCurrentIndex(-1)
        rows = [e for e in self.table.rows() if e.duty.due.year == year]
        if not rows:
            self.filters.choose("all")
            self._show_rows()
            rows = [e for e in self.table.rows() if e.duty.due.year == year]
        self._choose(rows[0].duty.key)
        self.table.setFocus()

    # The first annual report

    def _show_first_years(self, in_force: date | None, chosen: int | None) -> None:
        self.first_year.clear()
        if in_force is None:
            return
        usual = treaty.first_annual_year(in_force)
        earliest = treaty.earliest_annual_year(in_force)
        years = {*range(earliest, max(usual, earliest) + _YEARS_OFFERED), chosen or usual}
        for year in sorted(years):
            words = tr("{year} (as in practice)", year=year) if year == usual else str(year)
            self.first_year.addItem(words, year)
        self.first_year.setCurrentIndex(self.first_year.findData(chosen or usual))

    def _on_first_year(self, index: int) -> None:
        year = int(self.first_year.itemData(index))
        state = self.desk.states.get(self.desk.profile.required().state_iso3)
        assert state.entry_into_force is not None
        usual = year == treaty.first_annual_year(state.entry_into_force)
        if self.shell.attempt(
            lambda: self.desk.deadlines.set_first_annual_year(None if usual else year)
        ):
            self.shell.said_with_undo(tr("First annual report due in {year}", year=year))

    # Paper

    def _print(self, tracked: TrackedDuty) -> None:
        # Loaded with the first print: it brings the PDF and print modules of Qt.
        from ccmdesk.ui.paper_output import PaperOutput

        PaperOutput(self.shell, self).print_paper(
            self._working(tracked), working_name(tracked.duty)
        )

    def _working(self, tracked: TrackedDuty) -> Callable[[], bytes]:
        state, today = self._state_name, self.desk.clock.today()
        fonts = self.desk.fonts
        return lambda: working_pdf(tracked.duty, state, today, fonts.files())

    def _save(self, tracked: TrackedDuty) -> None:
        dialog = QFileDialog(self, tr("Save the working of this date"), working_name(tracked.duty))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(tr("PDF (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(working_name(tracked.duty))
        dialog.fileSelected.connect(lambda path: self.save_working(tracked, Path(path)))
        dialog.open()

    def save_working(self, tracked: TrackedDuty, path: Path) -> None:
        """Write the working of a date to a file."""
        make = self._working(tracked)
        self.shell.run(
            lambda: write_bytes(path, make()),
            lambda _: self.shell.say(tr("Saved as {name}", name=path.name)),
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.panel.setFixedWidth(min(max(260, round((self.width() - 500) * 0.48)), 460))


def belongs(tracked: TrackedDuty, filter_key: str) -> bool:
    """Tell whether a duty is shown under a filter."""
    match filter_key:
        case "open":
            return is_open(tracked)
        case "article7":
            return tracked.duty.kind in ARTICLE_7
        case "articles34":
            return tracked.duty.kind in ARTICLES_3_AND_4
        case "meetings":
            return tracked.duty.kind is DutyKind.MEETING_MILESTONE
        case _:
            return True


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


def _left(tracked: TrackedDuty) -> str:
    if tracked.status is DutyStatus.DONE:
        words = cell_words(tracked)
        return "" if words == tr("done") else words
    return left_words(tracked)
