"""The Article 7 reports: the list of the years owed, and the workspace of the one that is open."""

from PySide6.QtWidgets import QStackedWidget

from ccmdesk.domain.article7 import Report
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.ui.dialogs.begin_report import BeginOffer, BeginReportDialog
from ccmdesk.ui.duty_words import left_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.page import Page
from ccmdesk.ui.pages.article7_list import ReportList, ReportRow
from ccmdesk.ui.pages.article7_workspace import ReportWorkspace
from ccmdesk.ui.report_words import report_title
from ccmdesk.ui.shell import Shell


class Article7Page(Page):
    """Lists reports; opens one in its workspace, in place of the list."""

    kinds = frozenset({"reports", "duties", "notes", "profile", "states"})

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self._list_is_old = True
        self.list = ReportList(shell)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.list)
        self.column.addWidget(self.stack, 1)
        self.list.opened.connect(self._on_row)
        self.list.begun.connect(self.begin)
        self._space: ReportWorkspace | None = None

    @property
    def space(self) -> ReportWorkspace:
        """Return the workspace, made when the first report is opened."""
        if self._space is None:
            self._space = ReportWorkspace(self.shell)
            self._space.closed.connect(self.show_list)
            self._space.acts.handing.next_wanted.connect(self.begin)
            self.stack.addWidget(self._space)
        return self._space

    # What the window asks

    def refresh(self) -> None:
        self._list_is_old = True
        if self._working:
            self.space.look_again()
        else:
            self._read()

    def show_target(self, target: object) -> None:
        """Open the report of a duty's key, and offer to begin it where it is not there yet.

        "list" goes back to the list, "new" offers to begin another.
        """
        if not isinstance(target, str):
            return
        if target == "list":
            self.go_home()
            return
        if target == "new":
            self.begin()
            return
        try:
            report = self.desk.reports.of_duty(target)
        except CcmDeskError as error:
            self.shell.show_error(error)
            return
        if report is not None:
            self.open_report(report)
            return
        if self._working:
            self.show_list()
        period = target.rpartition(":")[2]
        self.list.choose(period)
        self.begin(period)

    def go_home(self) -> None:
        if self._working:
            self.show_list()

    def take_focus(self) -> None:
        if self._working:
            self.space.take_focus()
        else:
            self.list.take_focus()

    def leave(self) -> None:
        if self._space is not None:
            self._space.leave()

    # What the officer does

    def begin(self, period: str = "") -> None:
        """Ask which report to begin, then open it."""
        desk = self.desk
        rows = [row for row in self.list.read() if row.report is None and row.tracked is not None]
        if not rows:
            self.shell.say(
                tr("Every report that is owed has been begun")
                if self.list.read()
                else tr("No Article 7 report is owed by this State")
            )
            return
        # What is overdue or due next comes first, what is long past last.
        rows.sort(key=_pressing)
        offer = BeginOffer(
            [(row.period, _days(row)) for row in rows],
            desk.reports.all(),
            desk.reports.form_sets(),
            desk.profile.required().language,
            desk.reports.form_set_faults(),
        )
        dialog = BeginReportDialog(
            self,
            offer,
            lambda period, template, language, source: desk.reports.begin(
                period, template, language, source or None
            ),
            period,
        )
        dialog.begun.connect(self._on_begun)
        dialog.open()

    def open_report(self, report: Report) -> None:
        """Open a report in the workspace; one that cannot be stored now stays open instead."""
        if not self.space.leave():
            self.stack.setCurrentWidget(self.space)
            return
        try:
            self.space.open(report)
        except CcmDeskError as error:
            self.shell.show_error(error)
            return
        self.stack.setCurrentWidget(self.space)
        self.space.take_focus()

    def show_list(self) -> None:
        """Go back to the list, with the report that was open still chosen."""
        was_open = self.space.report
        if not self.space.leave():
            # Its head says why; nothing that was typed is let go.
            return
        self.space.let_go()
        self.stack.setCurrentIndex(0)
        self._read()
        if was_open is not None:
            self.list.choose(was_open.period)
        self.list.take_focus()

    # Inside

    @property
    def _working(self) -> bool:
        return self._space is not None and self.stack.currentWidget() is self._space

    def _read(self) -> None:
        if self._list_is_old:
            self._list_is_old = False
            self.list.refresh()

    def _on_row(self, row: ReportRow) -> None:
        if row.report is None:
            self.begin(row.period)
        else:
            self.open_report(row.report)

    def _on_begun(self, report: Report) -> None:
        self.open_report(report)
        self.shell.said_with_undo(tr("{report} begun", report=report_title(report.period)))


def _pressing(row: ReportRow) -> tuple[int, int]:
    assert row.tracked is not None
    order = {DutyStatus.OVERDUE: 0, DutyStatus.OPEN: 1}
    days = row.tracked.days_left
    return order.get(row.tracked.status, 2), days if row.tracked.status in order else -days


def _days(row: ReportRow) -> str:
    assert row.tracked is not None
    due = tr("Due {day}", day=spoken(row.tracked.duty.due))
    return " · ".join(part for part in (due, left_words(row.tracked)) if part)
