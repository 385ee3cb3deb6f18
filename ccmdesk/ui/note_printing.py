"""Prints a note: originals and marked copies, on a printer or through the system's own programs."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from ccmdesk.services.desk import Desk
from ccmdesk.services.note_comparison import write_paper
from ccmdesk.services.note_hand_off import PaperKind
from ccmdesk.ui import printing
from ccmdesk.ui.dialogs.print_note import SYSTEM, VIEWER, PrintNoteDialog, PrintOrder
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.paper_output import draw_pdf
from ccmdesk.ui.shell import Shell


@dataclass(frozen=True, slots=True)
class _Sheet:
    """One kind of paper, ready to be printed."""

    name: str
    pdf: bytes
    count: int


class NotePrinting(QObject):
    """Asks what is to be printed of a note, makes it aside and hands it to the system."""

    def __init__(self, shell: Shell, window: QWidget) -> None:
        super().__init__(window)
        self._shell, self._window = shell, window

    def ask(self, note_id: int, number: str, meeting_code: str) -> None:
        """Ask on which printer and how many of each kind."""
        self._shell.run(
            printing.printers, lambda found: self._on_found(note_id, number, meeting_code, found)
        )

    def _on_found(
        self, note_id: int, number: str, meeting_code: str, printers: Sequence[str]
    ) -> None:
        name = printing.paper_name(number, meeting_code).removesuffix(".pdf")
        desk = self._shell.desk
        content = desk.notes.content(note_id)
        dialog = PrintNoteDialog(
            self._window,
            name,
            printers,
            sealed=bool(number),
            preprinted=content.layout.letterhead == "preprinted",
        )
        dialog.ordered.connect(lambda order: self.carry_out(note_id, name, order))
        dialog.open()

    def carry_out(self, note_id: int, name: str, order: PrintOrder) -> None:
        """Print what was asked for."""
        desk, shell = self._shell.desk, self._shell
        if order.printer == SYSTEM:
            shell.run(lambda: _sheets(desk, note_id, name, order), self._ask_system)
        elif order.printer == VIEWER:
            folder = shell.folder.root

            def show() -> list[_Sheet]:
                sheets = _sheets(desk, note_id, name, order)
                printing.copies_for_viewer(
                    folder, [(printing.file_name(each.name, "pdf"), each.pdf) for each in sheets]
                )
                return sheets

            shell.run(show, self._view)
        else:

            def hand_over() -> int:
                sheets = _sheets(desk, note_id, name, order)
                for each in sheets:
                    printing.print_on(order.printer, each.count, each.pdf, f"{each.name}.pdf")
                return sum(each.count for each in sheets)

            shell.run(hand_over, lambda count: self._on_printed(order.printer, count))

    def _on_printed(self, printer: str, count: int) -> None:
        self._shell.say(
            tr("Sent to the printer “{name}”", name=printer)
            if count == 1
            else tr("{count} papers sent to the printer “{name}”", count=count, name=printer)
        )

    def _view(self, sheets: Sequence[_Sheet]) -> None:
        place = self._shell.folder.root / "print"
        opened = [
            printing.open_in_viewer(place / printing.file_name(each.name, "pdf")) for each in sheets
        ]
        if all(opened):
            self._shell.say(tr("The paper is open in the viewer of your system; print it there"))
        else:
            self._ask_system(sheets)

    def _ask_system(self, sheets: Sequence[_Sheet]) -> None:
        """Open the system's dialog for the first kind, then for the next."""
        if not sheets:
            return
        first, *rest = sheets
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(first.name)
        printer.setCopyCount(first.count)
        dialog = QPrintDialog(printer, self._window)
        dialog.setWindowTitle(first.name)

        def on_agreed() -> None:
            if self._shell.attempt(lambda: _to_system(printer, first)):
                self._ask_system(rest)

        dialog.accepted.connect(on_agreed)
        dialog.finished.connect(dialog.deleteLater)
        # Its own `open` wants a slot by name; what every dialog has does not.
        QDialog.open(dialog)


def _sheets(desk: Desk, note_id: int, name: str, order: PrintOrder) -> list[_Sheet]:
    made = []
    for kind, count in order.counts.items():
        pdf = desk.hand_off.paper(note_id, kind, preprinted=order.preprinted)
        marked = name if kind is PaperKind.ORIGINAL else f"{name} ({kind.replace('_', ' ')})"
        made.append(_Sheet(marked, pdf, count))
    return made


def _to_system(printer: QPrinter, sheet: _Sheet) -> None:
    """Give file or printer the very bytes; a picture where the print command knows no such one."""
    name = printer.printerName()
    if printer.outputFileName():
        write_paper(lambda: sheet.pdf, Path(printer.outputFileName()))
    elif name in printing.printers():
        printing.print_on(name, max(printer.copyCount(), 1), sheet.pdf, f"{sheet.name}.pdf")
    else:
        draw_pdf(sheet.pdf, printer)
