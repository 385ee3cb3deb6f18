"""What is done with the register as a whole: its seals verified, printed, saved as a table."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QDir, QObject, QStandardPaths, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from ccmdesk.domain.note import NoteLine
from ccmdesk.services.register import NoteFilter, SealReport
from ccmdesk.services.register_csv import register_csv
from ccmdesk.system.atomic_file import write_bytes
from ccmdesk.ui.dialogs.print_register import PrintRegisterDialog, RegisterPaper
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.paper_output import PaperOutput
from ccmdesk.ui.register_words import SEALED as IN_REGISTER
from ccmdesk.ui.register_words import STATES_OF, counted
from ccmdesk.ui.shell import Shell

_SEALS_AT_ONCE = 200
_LINES_AT_ONCE = 2000


@dataclass(frozen=True, slots=True)
class SealsFound:
    """How many seals were looked at, of how many, and which are broken."""

    looked_at: int
    of: int
    broken: Sequence[SealReport]


class RegisterActs(QObject):
    """Long work over the register, in pieces, so that other work gets its turn in between.

    Signals: `begun` (words), `went_on` (words, done, of; 0 of 0 where nobody can tell) and
    `ended` around each work; `verified` (SealsFound).
    """

    begun = Signal(str)
    went_on = Signal(str, int, int)
    ended = Signal()
    verified = Signal(object)

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self._output = PaperOutput(shell, window)
        self._stopped = False
        self.busy = False

    def stop(self) -> None:
        """Stop what is under way after the piece it is at."""
        self._stopped = True

    # Seals

    def verify(self) -> None:
        """Look at the seal of every issued note."""
        if self.busy:
            return
        self._begin(tr("Verifying the seals"))
        register = self._shell.desk.register
        wanted = NoteFilter(STATES_OF[IN_REGISTER], order="date", descending=False)
        self._shell.run(
            lambda: register.ids(wanted), lambda ids: self._verify(ids, 0, []), self._on_failed
        )

    def _verify(self, ids: Sequence[int], done: int, broken: list[SealReport]) -> None:
        if done >= len(ids) or self._stopped:
            self._end()
            self.verified.emit(SealsFound(done, len(ids), broken))
            return
        words = tr(
            "Verifying the seals: {done} of {count}", done=f"{done:,}", count=f"{len(ids):,}"
        )
        self.went_on.emit(words, done, len(ids))
        part = ids[done : done + _SEALS_AT_ONCE]
        register = self._shell.desk.register

        def on_looked_at(reports: Sequence[SealReport]) -> None:
            broken.extend(report for report in reports if not report.ok)
            self._verify(ids, done + len(part), broken)

        self._shell.run(lambda: register.verify(part), on_looked_at, self._on_failed)

    # Paper

    def ask_paper(self, years: Sequence[int], year: int | None) -> PrintRegisterDialog:
        """Ask in which order and of which year the register is to be printed."""
        dialog = PrintRegisterDialog(self._window, years, year)
        dialog.printed.connect(self.print)
        dialog.saved.connect(self.ask_where_to_save_paper)
        dialog.open()
        return dialog

    def print(self, paper: RegisterPaper) -> None:
        """Set the register and hand it to the printer."""
        self._make(paper, lambda pdf: self._output.print_paper(lambda: pdf, f"{paper.name}.pdf"))

    def ask_where_to_save_paper(self, paper: RegisterPaper) -> QFileDialog:
        """Ask where to, then save the register there as a PDF."""
        dialog = self._file_dialog(
            tr("Save the register"), tr("PDF files (*.pdf)"), "pdf", paper.name
        )
        dialog.fileSelected.connect(lambda name: self.save_paper(paper, Path(name)))
        dialog.open()
        return dialog

    def save_paper(self, paper: RegisterPaper, path: Path) -> None:
        """Set the register and write it to a file."""
        self._make(paper, lambda pdf: self._write(path, lambda: pdf))

    def _make(self, paper: RegisterPaper, done: Callable[[bytes], None]) -> None:
        if self.busy:
            return
        words = tr("Setting the register; many pages take a while")
        self._begin(words)
        self.went_on.emit(words, 0, 0)
        register = self._shell.desk.register

        def on_made(pdf: bytes) -> None:
            self._end()
            if not self._stopped:
                done(pdf)

        self._shell.run(lambda: register.paper(paper.order, paper.year), on_made, self._on_failed)

    # Table

    def ask_where_to_save_table(self, ids: Sequence[int]) -> QFileDialog:
        """Ask where to, then save these notes there as a table."""
        dialog = self._file_dialog(
            tr("Save the notes listed"), tr("Tables (*.csv)"), "csv", tr("Register of notes")
        )
        dialog.fileSelected.connect(lambda name: self.save_table(ids, Path(name)))
        dialog.open()
        return dialog

    def save_table(self, ids: Sequence[int], path: Path) -> None:
        """Write these notes to a file as a table."""
        if not self.busy:
            self._begin(tr("Reading the notes"))
            self._read(ids, path, 0, [])

    def _read(self, ids: Sequence[int], path: Path, done: int, lines: list[NoteLine]) -> None:
        if done >= len(ids) or self._stopped:
            self._end()
            if not self._stopped:
                self._write(path, lambda: register_csv(lines), counted(len(lines)))
            return
        words = tr("Reading the notes: {done} of {count}", done=f"{done:,}", count=f"{len(ids):,}")
        self.went_on.emit(words, done, len(ids))
        register = self._shell.desk.register
        part = ids[done : done + _LINES_AT_ONCE]

        def on_read(found: Sequence[NoteLine]) -> None:
            lines.extend(found)
            self._read(ids, path, done + len(part), lines)

        self._shell.run(lambda: register.page(part), on_read, self._on_failed)

    # Inside

    def _file_dialog(self, title: str, names: str, suffix: str, name: str) -> QFileDialog:
        dialog = QFileDialog(self._window, title)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(names)
        dialog.setDefaultSuffix(suffix)
        dialog.setDirectory(_documents())
        dialog.selectFile(f"{name}.{suffix}")
        dialog.finished.connect(dialog.deleteLater)
        return dialog

    def _write(self, path: Path, make: Callable[[], bytes], what: str = "") -> None:
        said = tr("Saved “{name}”", name=path.name)
        self._shell.run(
            lambda: write_bytes(path, make()),
            lambda _: self._shell.say(
                f"{said} · {what}" if what else said,
                tr("Show in folder"),
                lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent))),
            ),
        )

    def _begin(self, words: str) -> None:
        self.busy, self._stopped = True, False
        self.begun.emit(words)

    def _end(self) -> None:
        self.busy = False
        self.ended.emit()

    def _on_failed(self, error: Exception) -> None:
        self._end()
        self._shell.show_error(error)


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if place and Path(place).is_dir() else QDir.homePath()
