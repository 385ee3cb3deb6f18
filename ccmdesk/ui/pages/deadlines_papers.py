"""What leaves the page of the deadlines: workings, the ledger, the wall planner, the calendar."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QPoint, QStandardPaths, Qt
from PySide6.QtWidgets import QFileDialog, QMenu, QPushButton, QWidget

from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.services.working_paper import working_name, working_pdf
from ccmdesk.system.atomic_file import write_bytes
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell
from ccmdesk.ui.widgets.buttons import button

Make = Callable[[], bytes]


class DeadlinePapers(QObject):
    """Makes papers aside, and prints them or writes them where the officer says."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window

    # Workings and proofs

    def print_working(self, tracked: TrackedDuty) -> None:
        """Print why a date is that day."""
        self.print(self.working(tracked), working_name(tracked.duty))

    def ask_working(self, tracked: TrackedDuty) -> QFileDialog:
        """Ask where to, then save why a date is that day."""
        make = self.working(tracked)
        return self.ask(working_name(tracked.duty), lambda path: self.save(make, path))

    def working(self, tracked: TrackedDuty) -> Make:
        """Return what makes the page of a working."""
        desk = self._shell.desk
        state, today = desk.states.get(tracked.duty.state).name, desk.clock.today()
        told = desk.deadlines.history(tracked.duty.key)
        return lambda: working_pdf(
            tracked.duty, state, today, desk.fonts.files(), owner=tracked.owner, history=told
        )

    def ask_proof(self, tracked: TrackedDuty) -> QFileDialog:
        """Ask where to, then save the file that proves a duty."""
        desk, key = self._shell.desk, tracked.duty.key
        name = tracked.record.proof_name if tracked.record else ""
        return self.ask(
            name, lambda path: self.save(lambda: desk.deadlines.proof_file(key).data, path)
        )

    # The ledger, the planner, the calendar

    def ledger(self, iso3: str) -> Make:
        """Return what makes the ledger of a State."""
        from ccmdesk.services.ledger_paper import ledger_pdf

        desk = self._shell.desk
        return lambda: ledger_pdf(desk, iso3)

    def print_ledger(self, iso3: str) -> None:
        """Print the ledger of a State."""
        self.print(self.ledger(iso3), self.ledger_name(iso3))

    def ask_ledger(self, iso3: str) -> QFileDialog:
        """Ask where to, then save the ledger of a State."""
        make = self.ledger(iso3)
        return self.ask(self.ledger_name(iso3), lambda path: self.save(make, path))

    def ledger_name(self, iso3: str) -> str:
        """Return a name for the file of a ledger."""
        from ccmdesk.services.ledger_paper import ledger_name

        return ledger_name(iso3, self._shell.desk.clock.today())

    def planner(self, year: int, paper: str = "A3") -> Make:
        """Return what makes the wall planner of a year."""
        from ccmdesk.services.wall_planner import planner_pdf

        desk = self._shell.desk
        return lambda: planner_pdf(desk, year, paper)

    def print_planner(self, year: int) -> None:
        """Print the wall planner of a year."""
        self.print(self.planner(year), _planner_name(year))

    def ask_planner(self, year: int) -> QFileDialog:
        """Ask where to, then save the wall planner of a year."""
        make = self.planner(year)
        return self.ask(_planner_name(year), lambda path: self.save(make, path))

    def ask_calendar(self) -> QFileDialog:
        """Ask where to, then save the deadlines as a calendar file."""
        return self.ask("ccm-deadlines.ics", self.save_calendar, tr("Calendars (*.ics)"), "ics")

    def save_calendar(self, path: Path) -> None:
        """Write the deadlines to a file that calendars read."""
        from ccmdesk.services.calendar_file import save_calendar

        desk = self._shell.desk
        self._shell.run(
            lambda: save_calendar(desk, path),
            lambda _: self._shell.say(tr("Saved as {name}", name=path.name)),
        )

    # Inside

    def print(self, make: Make, name: str) -> None:
        """Print a paper."""
        # Loaded with the first print: it brings the PDF and print modules of Qt.
        from ccmdesk.ui.paper_output import PaperOutput

        PaperOutput(self._shell, self._window).print_paper(make, name)

    def ask(
        self, name: str, act: Callable[[Path], object], kinds: str = "", suffix: str = "pdf"
    ) -> QFileDialog:
        """Ask where to, then call `act` with the path."""
        dialog = QFileDialog(self._window, tr("Save as"), _documents())
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        if name.endswith((".pdf", ".ics")):
            dialog.setNameFilter(kinds or tr("PDF files (*.pdf)"))
            dialog.setDefaultSuffix(suffix)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda path: act(Path(path)))
        dialog.open()
        return dialog

    def save(self, make: Make, path: Path) -> None:
        """Write what `make` returns to a file, and say where it is."""
        self._shell.run(
            lambda: write_bytes(path, make()),
            lambda _: self._shell.say(tr("Saved as {name}", name=path.name)),
        )


class PapersMenu(QMenu):
    """The papers of the page as a menu of one button, which says the year it is for."""

    def __init__(self, papers: DeadlinePapers, window: QWidget) -> None:
        super().__init__(window)
        self.iso3, self.year = "", 0
        self.button: QPushButton = button(tr("Papers"), self.open, icon_name="chevron-down")
        self.button.setToolTip(tr("Ledger, wall planner, calendar file"))
        # The sign that a menu opens stands behind the words.
        self.button.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.addAction(tr("Print the ledger…"), lambda: papers.print_ledger(self.iso3))
        self.addAction(tr("Save the ledger as PDF…"), lambda: papers.ask_ledger(self.iso3))
        self.addSeparator()
        self._print_planner = self.addAction("", lambda: papers.print_planner(self.year))
        self._save_planner = self.addAction("", lambda: papers.ask_planner(self.year))
        self.addSeparator()
        self.addAction(tr("Save as a calendar file…"), papers.ask_calendar)

    def tell(self, iso3: str, year: int) -> None:
        """Make the papers those of a State and of a year."""
        self.iso3, self.year = iso3, year
        self._print_planner.setText(tr("Print the wall planner {year}…", year=year))
        self._save_planner.setText(tr("Save the wall planner {year} as PDF…", year=year))

    def open(self) -> None:
        """Open the menu below its button, the first entry chosen."""
        right = self.button.mapToGlobal(QPoint(self.button.width(), self.button.height() + 2))
        self.popup(right - QPoint(self.sizeHint().width(), 0))
        self.setActiveAction(self.actions()[0])


def _planner_name(year: int) -> str:
    from ccmdesk.services.wall_planner import planner_name

    return planner_name(year)


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if place and Path(place).is_dir() else QDir.homePath()
