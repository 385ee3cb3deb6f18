"""The Article 7 reports of the mission's State: every period owed, and how far each has come."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from ccmdesk.domain.article7 import Report
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.note import NoteState
from ccmdesk.domain.report_completeness import Missing
from ccmdesk.services.desk import Desk
from ccmdesk.services.transmittals import Transmittal
from ccmdesk.ui.duty_words import is_open, left_tone, left_words, status_tone, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.deadlines_views import REPORTS, DeadlineViews
from ccmdesk.ui.report_words import listed, report_title, sentence
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.tokens import L, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.data_table import Column
from ccmdesk.ui.widgets.empty_state import EmptyState
from ccmdesk.ui.widgets.fitting_table import FittingTable
from ccmdesk.ui.widgets.page_head import PageHead

ARTICLE7 = (DutyKind.ART7_INITIAL, DutyKind.ART7_ANNUAL)
_TABLE, _EMPTY = 0, 1


@dataclass(frozen=True, slots=True)
class ReportRow:
    """A period for which a report is owed, was begun, or both.

    `went` is how the newest sealed version was transmitted, None where it was not.
    """

    period: str
    tracked: TrackedDuty | None = None
    report: Report | None = None
    missing: tuple[Missing, ...] = ()
    went: Transmittal | None = None

    @property
    def key(self) -> str:
        """Return the key of the duty, which also finds the report."""
        if self.report is not None:
            return self.report.duty_key
        return self.tracked.duty.key if self.tracked else ""

    @property
    def title(self) -> str:
        """Return what the report is called."""
        return report_title(self.period)

    @property
    def state(self) -> tuple[str, Tone]:
        """Return how the report stands, with its tone."""
        report, tracked = self.report, self.tracked
        if report is not None and report.correction:
            return tr("being corrected"), Tone.WARN
        if report is not None and report.version > 1 and not self._has_left:
            # The version before it met the duty, and still does not say what it should.
            return tr("version {number} not sent", number=report.version), Tone.WARN
        if tracked is not None and tracked.status is DutyStatus.DONE:
            return tr("sent"), Tone.OK
        if report is not None and report.locked:
            return tr("sealed, not sent"), Tone.WARN
        if report is not None:
            return tr("in work"), Tone.ACCENT
        if tracked is None:
            return "", Tone.PLAIN
        if is_open(tracked):
            return tr("not begun"), left_tone(tracked)
        return status_words(tracked), status_tone(tracked)

    @property
    def left(self) -> str:
        """Return the time left until an open report is due."""
        return left_words(self.tracked) if self.tracked else ""

    @property
    def waits(self) -> str:
        """Return what the report still waits for."""
        if self.report is None:
            return ""
        if self.report.locked:
            return self._waits_sealed()
        letters = list(dict.fromkeys(each.letter for each in self.missing if each.letter))
        holders = list(dict.fromkeys(each.holder for each in self.missing if each.holder))
        if not self.missing:
            return tr("ready to be sealed")
        forms = tr("form {letters}", letters=listed(letters)) if len(letters) == 1 else ""
        if len(letters) > 1:
            forms = tr("forms {letters}", letters=listed(letters))
        if len(letters) == len(self.report.forms):
            forms = tr("every form")
        return " · ".join(part for part in (forms, ", ".join(holders)) if part) or tr(
            "the report as a whole"
        )

    @property
    def _has_left(self) -> bool:
        return self.went is not None and self.went.sent_on is not None

    def _waits_sealed(self) -> str:
        assert self.report is not None
        met = self.tracked is not None and self.tracked.status is DutyStatus.DONE
        # A first version whose duty was marked as done by hand left in another way.
        if self._has_left or (met and self.report.version == 1):
            return ""
        if self.went is None or self.went.state is NoteState.APPROVED:
            return tr("its transmittal")
        if not self.went.state.sealed:
            return tr("the approval of its note")
        return tr("its dispatch and proof")


class ReportList(QWidget):
    """Lists reports.

    Signals: `opened` (ReportRow) to work on one, `begun` to begin another.
    """

    opened = Signal(object)
    begun = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.begin_button = button(
            tr("Begin a report…"), self.begun.emit, kind="primary", icon_name="file-plus"
        )
        self.views = DeadlineViews(shell, REPORTS)
        self.head = PageHead(tr("Article 7 reports"), "", self.views, self.begin_button)
        self.table = FittingTable(
            (
                Column(tr("Report"), lambda row: row.title, 26, strong=True),
                Column(
                    tr("Due"),
                    lambda row: spoken(row.tracked.duty.due) if row.tracked else "",
                    20,
                ),
                Column(tr("Left"), lambda row: row.left, 12),
                Column(tr("State"), lambda row: row.state[0], 18, tone=lambda row: row.state[1]),
                Column(tr("Waits for"), lambda row: row.waits),
            ),
            tr("Article 7 reports"),
            {2: 760, 4: 640},
        )
        self.table.row_opened.connect(self.opened)
        self.listing = QStackedWidget()
        self.listing.addWidget(self.table)
        self.empty = EmptyState(
            tr(
                "The reports under Article 7 stand here, one for each year. None is owed by the "
                "State of this mission, since the Convention is not in force for it."
            ),
            button(tr("Look at the deadlines"), lambda: shell.go("deadlines")),
        )
        self.listing.addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(L)
        column.addWidget(self.head)
        card = Card()
        card.body.addWidget(self.listing, 1)
        column.addWidget(card, 1)

    def refresh(self) -> None:
        """Read the reports again; the one chosen stays chosen."""
        rows = self.read()
        self.table.show_rows(rows, keep=lambda row: row.period)
        self.listing.setCurrentIndex(_TABLE if rows else _EMPTY)
        self.begin_button.setVisible(bool(rows))
        self.head.sentence.setText(_standing(rows))

    def read(self) -> list[ReportRow]:
        """Return a row to each period that is owed or was begun, the latest first."""
        desk = self.shell.desk
        today = desk.clock.today()
        reports = {report.period: report for report in desk.reports.all()}
        owed = {
            each.duty.period: each
            for each in desk.deadlines.duties()
            if each.duty.kind in ARTICLE7 and _has_begun(each, today.year)
        }
        rows = []
        for period in {*reports, *owed}:
            report = reports.get(period)
            missing: Sequence[Missing] = ()
            went = None
            if report is not None and report.locked:
                went = _transmittal(desk, report)
            elif report is not None:
                missing = desk.reports.completeness(report.id)
            rows.append(ReportRow(period, owed.get(period), report, tuple(missing), went))
        # "initial" is the oldest of all.
        return sorted(rows, key=lambda row: (row.period.isdigit(), row.period), reverse=True)

    def take_focus(self) -> None:
        """Put the keyboard into the list."""
        if self.listing.currentIndex() == _EMPTY:
            return
        # Whoever takes the keyboard first chooses the first row.
        if self.table.chosen() is None and self.table.rows():
            self.table.selectRow(_pressing(self.table.rows()))
        self.table.setFocus()

    def choose(self, period: str) -> None:
        """Choose a period where it is listed."""
        for position, row in enumerate(self.table.rows()):
            if row.period == period:
                self.table.selectRow(position)


def _transmittal(desk: Desk, report: Report) -> Transmittal | None:
    """Return how the newest version of a sealed report was transmitted."""
    alive = [
        each
        for each in desk.transmittals.of(report.id)
        if each.version == report.version and each.state is not NoteState.CANCELLED
    ]
    return alive[-1] if alive else None


def _pressing(rows: Sequence[ReportRow]) -> int:
    """Return the place of the report that is in work or due next, the oldest of several."""
    for wanted in (
        [row for row in rows if row.report is not None and not row.report.locked],
        [row for row in rows if row.tracked is not None and is_open(row.tracked)],
    ):
        if wanted:
            return list(rows).index(wanted[-1])
    return 0


def _has_begun(tracked: TrackedDuty, year: int) -> bool:
    period = tracked.duty.period
    return not period.isdigit() or int(period) <= year


def _standing(rows: Sequence[ReportRow]) -> str:
    if not rows:
        return ""
    parts = []
    work = sum(row.report is not None and not row.report.locked for row in rows)
    if work:
        parts.append(tr("1 in work") if work == 1 else tr("{count} in work", count=work))
    overdue = sum(
        row.tracked is not None and row.tracked.status is DutyStatus.OVERDUE for row in rows
    )
    coming = [
        row.tracked
        for row in rows
        if row.tracked is not None and row.tracked.status is DutyStatus.OPEN
    ]
    if coming:
        nearest = min(coming, key=lambda each: each.duty.due)
        parts.append(
            tr("next due {day}, {left}", day=spoken(nearest.duty.due), left=left_words(nearest))
        )
    parts.append(tr("nothing overdue") if not overdue else tr("{count} overdue", count=overdue))
    return sentence(parts)
