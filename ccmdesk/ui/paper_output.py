"""What leaves the program: a PDF as a file, or on paper."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QDir, QIODevice, QObject, QStandardPaths, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ccmdesk.services.note_comparison import write_paper
from ccmdesk.ui import printing
from ccmdesk.ui.dialogs.print_note import PrintDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.shell import Shell


class PaperOutput(QObject):
    """Exports and prints papers for a page; a note's bytes are always those of the register."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window
        self._folder = ""

    def export(self, note_id: int, number: str, meeting_code: str) -> QFileDialog:
        """Ask where to, then save the PDF there."""
        name = printing.paper_name(number, meeting_code)
        return self._ask_where(name, lambda path: self.save(note_id, path))

    def export_paper(self, make: Callable[[], bytes], name: str) -> QFileDialog:
        """Ask where to, then save there what `make` returns as a PDF."""

        def save(path: Path) -> None:
            self._folder = str(path.parent)
            self._shell.run(lambda: write_paper(make, path), lambda _: self._said(path))

        return self._ask_where(name, save)

    def _ask_where(self, name: str, act: Callable[[Path], object]) -> QFileDialog:
        dialog = QFileDialog(self._window, tr("Save the PDF"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setFileMode(QFileDialog.FileMode.AnyFile)
        dialog.setNameFilter(tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.setDirectory(self.folder)
        dialog.selectFile(name)
        dialog.fileSelected.connect(lambda chosen: act(Path(chosen)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()
        return dialog

    def save(self, note_id: int, path: Path) -> None:
        """Write the PDF to a file and say where it is."""
        self._folder = str(path.parent)
        desk = self._shell.desk
        self._shell.run(
            lambda: desk.notes.export(note_id, path),
            lambda _: self._said(path),
        )

    def save_data(self, name: str, write: Callable[[Path], None]) -> None:
        """Let `write` write a file of that name aside, and say where it is."""
        path = Path(name)
        self._folder = str(path.parent)
        self._shell.run(lambda: write(path), lambda _: self._said(path))

    def _said(self, path: Path) -> None:
        self._shell.say(
            tr("Saved “{name}”", name=path.name), tr("Show in folder"), lambda: _show(path)
        )

    @property
    def folder(self) -> str:
        """Return the folder in which something was saved last, or that of documents."""
        return self._folder or _documents()

    def print(self, note_id: int, number: str, meeting_code: str) -> None:
        """Ask on which printer; without any, open the paper in the system's viewer."""
        desk = self._shell.desk
        self.print_paper(lambda: desk.notes.pdf(note_id), printing.paper_name(number, meeting_code))

    def print_paper(self, make: Callable[[], bytes], name: str) -> None:
        """Print what `make` returns as a PDF, as `print` does."""
        self._shell.run(
            lambda: (make(), printing.printers()), lambda found: self._choose(name, *found)
        )

    def _choose(self, name: str, pdf: bytes, printers: list[str]) -> None:
        if not printers:
            folder = self._shell.folder.root
            self._shell.run(
                lambda: printing.copy_for_viewer(folder, name, pdf),
                lambda path: self._view(path, pdf),
            )
            return
        dialog = PrintDialog(self._window, name.removesuffix(".pdf"), printers)
        dialog.chosen.connect(
            lambda printer, copies: self._shell.run(
                lambda: printing.print_on(printer, copies, pdf, name),
                lambda _: self._shell.say(tr("Sent to the printer “{name}”", name=printer)),
            )
        )
        dialog.open()

    def _view(self, path: Path, pdf: bytes) -> None:
        if printing.open_in_viewer(path):
            self._shell.say(tr("The paper is open in the viewer of your system; print it there"))
            return
        # Neither a print command nor a viewer: the pages are drawn as pictures.
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self._window)
        dialog.accepted.connect(lambda: self._shell.attempt(lambda: draw_pdf(pdf, printer)))
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name; what every dialog has does not.
        QDialog.open(dialog)


def draw_pdf(pdf: bytes, printer: QPrinter) -> None:
    """Draw a paper as pictures, where nothing takes its bytes."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    printing.draw(document, printer)
    document.close()


def _documents() -> str:
    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return place if place and Path(place).is_dir() else QDir.homePath()


def _show(path: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))
