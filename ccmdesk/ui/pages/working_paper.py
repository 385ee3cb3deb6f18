"""The working of one date on one page, for the file or for a colleague."""

from html import escape

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.ui.duty_words import article_words, left_words, status_words
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.widgets.facts import FactLine

_MARGINS = QMarginsF(25, 20, 20, 20)
_DOTS_PER_INCH = 300


def working_pdf(tracked: TrackedDuty, lines: list[FactLine], state_name: str) -> bytes:
    """Return the page as PDF."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_DOTS_PER_INCH)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    writer.setTitle(tracked.duty.title)
    _document(tracked, lines, state_name).print_(writer)
    del writer
    return bytes(buffer.data().data())


def print_working(
    printer: QPrinter, tracked: TrackedDuty, lines: list[FactLine], state_name: str
) -> None:
    """Print the page."""
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    _document(tracked, lines, state_name).print_(printer)


def file_name(tracked: TrackedDuty) -> str:
    """Return a name for the file: "art7-annual-2026.pdf"."""
    duty = tracked.duty
    return f"{duty.kind}-{duty.period}.pdf".replace("_", "-").replace(" ", "-").lower()


def _document(tracked: TrackedDuty, lines: list[FactLine], state_name: str) -> QTextDocument:
    duty = tracked.duty
    standing = " · ".join(part for part in (status_words(tracked), left_words(tracked)) if part)
    rows = "".join(
        f"<tr><td width='22%' style='color:#555555'>{escape(line.caption)}</td>"
        f"<td>{escape(line.text)}"
        + (f"<br><span style='color:#555555'>{escape(line.second)}</span>" if line.second else "")
        + "</td></tr>"
        for line in lines
    )
    document = QTextDocument()
    document.setDefaultFont(QFont("Noto Serif", 10))
    heading = " · ".join(part for part in (state_name, article_words(duty)) if part)
    document.setHtml(
        f"<p style='color:#555555'>{escape(heading)}</p>"
        f"<h2>{escape(duty.title)}</h2>"
        f"<p>{escape(tr('Legal date: {day}', day=spoken(duty.due)))}<br>"
        f"{escape(tr('Internal date: {day}', day=spoken(duty.internal_due)))}<br>"
        f"{escape(tr('Stands as: {standing}', standing=standing))}</p>"
        f"<h3>{escape(tr('Why this date?'))}</h3>"
        f"<table cellpadding='4' width='100%'>{rows}</table>"
    )
    return document
