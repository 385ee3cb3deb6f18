"""Prints the very bytes of a paper: by the system's print command, else from its viewer."""

import contextlib
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QUrl
from PySide6.QtGui import QDesktopServices, QPageLayout, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from ccmdesk.domain.errors import EnvironmentFault, machine_fault
from ccmdesk.system.atomic_file import write_bytes

_PATIENCE_SECONDS = 20
_FORBIDDEN = '<>:"/\\|?*'
_POINTS_PER_INCH = 72


def paper_name(number: str, meeting_code: str) -> str:
    """Return a file name that every system accepts: "Note verbale 12-2023 delegation 11MSP.pdf"."""
    return file_name(f"Note verbale {number or 'draft'} delegation {meeting_code}", "pdf")


def file_name(words: str, ending: str) -> str:
    """Return words as a file name that every system accepts."""
    return f"{safe_name(words)}.{ending}"


def safe_name(words: str) -> str:
    """Return words without the signs that a system refuses in the name of a file."""
    plain = "".join("-" if sign in _FORBIDDEN or ord(sign) < 32 else sign for sign in words)
    return " ".join(plain.split())


def printers() -> list[str]:
    """Return the names of the printers of the print command, the default one first.

    An empty list where there is no print command or no printer. May take seconds: run it aside.
    """
    if shutil.which("lp") is None or shutil.which("lpstat") is None:
        return []
    names = _said("lpstat", "-e").split()
    default = _said("lpstat", "-d").rpartition(":")[2].strip()
    return sorted(names, key=lambda name: name != default)


def print_on(printer: str, copies: int, pdf: bytes, title: str) -> None:
    """Hand the bytes to the print command; raises EnvironmentFault where it refuses them."""
    command = ["lp", "-d", printer, "-n", str(copies), "-t", title, "-"]
    try:
        done = subprocess.run(
            command, input=pdf, capture_output=True, timeout=_PATIENCE_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise EnvironmentFault(
            f"The printer “{printer}” did not answer; look whether it is on, or export the PDF."
        ) from error
    if done.returncode:
        reason = " ".join(done.stderr.decode(errors="replace").split())
        raise EnvironmentFault(
            f"The printer “{printer}” refused the paper ({reason or 'no reason given'}); "
            "choose another printer or export the PDF."
        )


def copy_for_viewer(folder: Path, name: str, pdf: bytes) -> Path:
    """Write the bytes to the folder of papers being printed, in place of earlier ones.

    Raises EnvironmentFault where that cannot be written.
    """
    return copies_for_viewer(folder, [(name, pdf)])[0]


def copies_for_viewer(folder: Path, papers: Sequence[tuple[str, bytes]]) -> list[Path]:
    """Write several papers to the folder of those being printed, as `copy_for_viewer` does."""
    return _copied(folder / "print", papers)


def copy_to_open(folder: Path, name: str, data: bytes) -> Path:
    """Write the bytes to the folder of papers handed on, in place of earlier ones.

    Raises EnvironmentFault where that cannot be written.
    """
    return _copied(folder / "hand-off", [(name, data)])[0]


def _copied(place: Path, papers: Sequence[tuple[str, bytes]]) -> list[Path]:
    try:
        place.mkdir(parents=True, exist_ok=True)
        for former in place.iterdir():
            # What another program still holds open stays until the next time.
            with contextlib.suppress(PermissionError):
                former.unlink()
        for name, data in papers:
            write_bytes(place / name, data)
    except OSError as error:
        raise machine_fault(error, place) from error
    return [place / name for name, _ in papers]


def open_in_viewer(path: Path) -> bool:
    """Open a file in the system's own program for it; return whether there is one."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def draw(document: QPdfDocument, printer: QPrinter) -> None:
    """Draw the pages as pictures: the last resort, where nothing here takes a PDF as it is."""
    painter = QPainter()
    if not painter.begin(printer):
        raise EnvironmentFault("The printer could not be opened; export the PDF instead.")
    printer.setPageMargins(printer.pageLayout().minimumMargins(), QPageLayout.Unit.Point)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        points = document.pagePointSize(page)
        scale = printer.resolution() / _POINTS_PER_INCH
        size = QSize(round(points.width() * scale), round(points.height() * scale))
        sheet = printer.pageLayout().fullRectPixels(printer.resolution())
        corner = printer.pageLayout().paintRectPixels(printer.resolution()).topLeft()
        target = QRectF(-corner.x(), -corner.y(), sheet.width(), sheet.height())
        painter.drawImage(target, document.render(page, size))
    painter.end()


def _said(*command: str) -> str:
    try:
        done = subprocess.run(
            command, capture_output=True, timeout=_PATIENCE_SECONDS, check=False, text=True
        )
    except (OSError, subprocess.TimeoutExpired):
        # No answer from the print system is the same as no printer: the viewer is opened then.
        return ""
    return done.stdout if done.returncode == 0 else ""
