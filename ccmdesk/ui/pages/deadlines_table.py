"""The table of a State's duties with its filters."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from ccmdesk.domain.dates import spoken, weekday_name
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.ui.duty_words import (
    ARTICLE_7,
    ARTICLES_3_AND_4,
    is_open,
    left_words,
    short_day,
    status_tone,
    status_words,
    table_title,
)
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.chips import Chips
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.ledger_band import cell_words
from ccmdesk.ui.widgets.text import label

_LONGEST_DAY = "Wed 30 September 2026"


class DutyTable(Card):
    """Every duty in the order of its date; one is always chosen while there are any.

    Signals: `chosen` (duty or None) when another row is shown, `opened` (duty) on Enter.
    """

    chosen = Signal(object)
    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._duties: Sequence[TrackedDuty] = ()
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
                Column(tr("Legal date"), lambda row: spoken(row.duty.due), sample=_LONGEST_DAY),
                Column(tr("Send by"), _send_by, 11),
                Column(tr("Left"), _left, 11),
                Column(tr("Owner"), lambda row: row.owner, 18),
                Column(tr("State"), status_words, 12, tone=status_tone),
            ),
            tr("Duties"),
            # What a duty is called comes first; all else stands beside the table too.
            {2: 600, 3: 900, 4: 1100, 5: 380},
        )
        self.table.row_chosen.connect(self.chosen)
        self.table.row_opened.connect(self.opened)
        self.body.setContentsMargins(M, M, M, M)
        bar = QWidget()
        row = QHBoxLayout(bar)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.filters, 1)
        row.addWidget(self.years, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addWidget(bar)
        self.body.addWidget(self.table, 1)
        self.none_here = label(tr("No duty of this kind."), "muted")
        self.none_here.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(self.none_here)
        self.body.addStretch()

    def show_duties(self, duties: Sequence[TrackedDuty]) -> None:
        """Show other duties; the one that was chosen stays chosen."""
        self._duties = duties
        years = sorted({each.duty.due.year for each in duties}, reverse=True)
        self.years.clear()
        self.years.addItems([str(year) for year in years])
        self.years.setCurrentIndex(-1)
        self._show_rows()

    def show_key(self, key: str) -> bool:
        """Choose the duty with that key, in the filter in which it can be seen."""
        if not any(each.duty.key == key for each in self._duties):
            return False
        if not any(each.duty.key == key for each in self.table.rows()):
            self.filters.choose("all")
            self._show_rows()
        self._choose(key)
        return True

    def _show_rows(self) -> None:
        before_key = self.table.chosen()
        shown = [each for each in self._duties if belongs(each, self.filters.key())]
        # Choosing again below tells once, after the rows stand.
        before = self.table.blockSignals(True)
        self.table.show_rows(shown)
        self.table.blockSignals(before)
        self.table.setVisible(bool(shown))
        self.none_here.setVisible(not shown)
        keys = [each.duty.key for each in shown]
        if before_key is not None and before_key.duty.key in keys:
            self._choose(before_key.duty.key)
        elif shown:
            self._choose(next((e for e in shown if is_open(e)), shown[-1]).duty.key)
        else:
            self.chosen.emit(None)

    def _choose(self, key: str) -> None:
        for position, each in enumerate(self.table.rows()):
            if each.duty.key == key:
                before = self.table.blockSignals(True)
                self.table.selectRow(position)
                self.table.blockSignals(before)
                self.table.scrollTo(
                    self.table.model().index(position, 0), self.table.ScrollHint.EnsureVisible
                )
                self.chosen.emit(each)
                return

    def _on_year(self, index: int) -> None:
        year = int(self.years.itemText(index))
        self.years.setCurrentIndex(-1)
        rows = [each for each in self.table.rows() if each.duty.due.year == year]
        if not rows:
            self.filters.choose("all")
            self._show_rows()
            rows = [each for each in self.table.rows() if each.duty.due.year == year]
        self._choose(rows[0].duty.key)
        self.table.setFocus()


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


def _send_by(tracked: TrackedDuty) -> str:
    """Return the internal date in brief, where it is another day than the legal one."""
    duty = tracked.duty
    if duty.internal_due == duty.due:
        return tr("same day")
    return f"{weekday_name(duty.internal_due)[:3]} {short_day(duty.internal_due)}"


def _left(tracked: TrackedDuty) -> str:
    if tracked.status is DutyStatus.DONE:
        words = cell_words(tracked)
        return "" if words == tr("done") else words
    return left_words(tracked)
