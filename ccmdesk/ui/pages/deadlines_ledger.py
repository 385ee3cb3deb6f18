"""The card of every Article 7 report owed, which folds to one line where the window is low."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ccmdesk.domain import treaty
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.state import State
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button, tint
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.ledger_band import LedgerBand
from ccmdesk.ui.widgets.text import label

_YEARS_OFFERED = 4


class LedgerCard(Card):
    """Cells, one for each report; the first annual report can be set where the cells are seen.

    Signals: `chosen` (duty's key) when a cell is chosen.
    """

    chosen = Signal(str)

    def __init__(self, shell: Shell) -> None:
        super().__init__(tr("Article 7, every year owed"))
        self._shell = shell
        self._state: State | None = None
        self._by_hand = False
        self.summary = label("", "muted")
        self.head.insertSpacing(1, S)
        self.head.insertWidget(2, self.summary, 1)
        self.first_year = QComboBox()
        self.first_year.setAccessibleName(tr("First annual report due in"))
        self.first_year.setToolTip(
            tr("The Convention leaves it open; the year in use is the one after the initial report")
        )
        self.first_year.activated.connect(self._on_first_year)
        words = label(tr("First annual report due in"), "small")
        words.setBuddy(self.first_year)
        self._year_line = QWidget()
        row = QHBoxLayout(self._year_line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(S)
        row.addWidget(words)
        row.addWidget(self.first_year)
        self.head.addWidget(self._year_line)
        self.fold_button = button("", self._on_fold, kind="quiet", icon_name="chevron-up")
        self.head.addWidget(self.fold_button)
        self.band = LedgerBand()
        self.band.chosen.connect(self.chosen)
        self.body.addWidget(self.band)
        self.folded = False
        self.fold(False)

    def fold(self, folded: bool) -> None:
        """Show one line only, or the cells."""
        self.folded = folded
        self.band.setVisible(not folded)
        self._year_line.setVisible(not folded)
        self.summary.setVisible(folded)
        self.title.setText(tr("Article 7") if folded else tr("Article 7, every year owed"))
        words = tr("Show every year owed") if folded else tr("Fold the years owed")
        self.fold_button.setToolTip(words)
        self.fold_button.setAccessibleName(words)
        tint(self.fold_button, "chevron-down" if folded else "chevron-up")

    def fit(self, low: bool) -> None:
        """Fold in a low window, unless the officer decided it by hand."""
        if not self._by_hand and low != self.folded:
            self.fold(low)

    def show_reports(self, reports: Sequence[TrackedDuty], state: State, first: int | None) -> None:
        """Show the reports of a State; `first` is the year of the first annual one, if set."""
        self._state = state
        self.setVisible(bool(reports))
        self.band.show_reports(reports)
        self.summary.setText(summary(reports))
        self._show_first_years(first)

    def _on_fold(self) -> None:
        self._by_hand = True
        self.fold(not self.folded)

    def _show_first_years(self, chosen: int | None) -> None:
        self.first_year.clear()
        in_force = in_force_from(self._state) if self._state else None
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
        in_force = in_force_from(self._state) if self._state else None
        assert in_force is not None
        usual = year == treaty.first_annual_year(in_force)
        deadlines = self._shell.desk.deadlines
        if self._shell.attempt(lambda: deadlines.set_first_annual_year(None if usual else year)):
            self._shell.said_with_undo(tr("First annual report due in {year}", year=year))


def summary(reports: Sequence[TrackedDuty]) -> str:
    """Return how the reports stand in one short line: "17 owed · 3 recorded · 1 late"."""
    owed = [each for each in reports if each.status is not DutyStatus.NOT_APPLICABLE]
    done = [each for each in owed if each.status is DutyStatus.DONE and each.record is not None]
    late = sum(
        each.record.done_on > each.duty.due for each in done if each.record and each.record.done_on
    )
    overdue = sum(each.status is DutyStatus.OVERDUE for each in owed)
    parts = [tr("{n} owed", n=len(owed)), tr("{n} recorded", n=len(done))]
    if late:
        parts.append(tr("{n} sent late", n=late))
    if overdue:
        parts.append(tr("{n} overdue", n=overdue))
    return " · ".join(parts)
