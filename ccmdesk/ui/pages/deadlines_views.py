"""The ways in which deadlines are shown, as they stand in the head of each of them."""

from collections.abc import Callable

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.chips import Chips

TABLE, YEAR, REPORTS = "table", "year", "reports"


class DeadlineViews(Chips):
    """Table, year, reports; `present` is the one that the page shows.

    `show` is called for another way of the same page; the reports have a page of their own.
    """

    def __init__(
        self, shell: Shell, present: str, show: Callable[[], object] | None = None
    ) -> None:
        super().__init__(
            ((TABLE, tr("Table")), (YEAR, tr("Year")), (REPORTS, tr("Reports"))),
            tr("How the deadlines are shown"),
        )
        self._shell, self._present, self._show = shell, present, show
        self.choose(present)
        self.chosen.connect(self._on_chosen)

    def choose(self, key: str) -> None:
        self._present = key
        super().choose(key)

    def _on_chosen(self, key: str) -> None:
        before = self._present
        if REPORTS not in (key, before):
            self._present = key
            if self._show is not None:
                self._show()
            return
        # Whoever comes back finds this page as it was left.
        self.choose(before)
        if key == REPORTS != before:
            self._shell.go("report", "list")
        elif key != before:
            self._shell.go("deadlines", key)
