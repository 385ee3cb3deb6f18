"""What a note and its e-mail say of the report they carry, and what the files are called."""

import re
from datetime import date

from ccmdesk.documents.article7_words import words
from ccmdesk.documents.note_email import note_email
from ccmdesk.documents.note_text import Letter, letter
from ccmdesk.domain.article7 import Report
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.phrases import pack

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]+')


def enclosure(report: Report, version: int, language: str) -> str:
    """Return how a note names the report it encloses, such as "Report under Article 7 for 2026"."""
    said = words(language)
    name = said.bare_name(report)
    return said.bare("versioned", name=name, version=str(version)) if version > 1 else name


def replaced(number: str, dated: date, language: str, layout: Layout) -> str:
    """Return the sentence that a corrected report takes the place of the one sent before."""
    said = words(language, layout)
    shown = pack(language).say("number", number=number)
    return said.bare("replaced", number=shown, bare_number=number, date=said.date(dated))


def report_file_name(report: Report, version: int, state: str, language: str) -> str:
    """Return what the file of a report is called, such as "Article 7 report Avataria 2026.pdf"."""
    key = "file_initial" if report.initial else "file_annual"
    # Lists add the style of a State in brackets; a file goes by the name alone.
    name = state.partition(" (")[0]
    named = words(language).bare(key, state=name, year=report.period)
    numbered = f"{named} v{version}" if version > 1 else named
    return f"{' '.join(_UNFIT.sub(' ', numbered).split())}.pdf"


def report_letter(content: NoteContent, report_name: str) -> Letter:
    """Return subject and text of the e-mail: those of its note, and that the report is attached."""
    said = letter(content)
    first, between, rest = said.text.partition("\n\n")
    added = words(content.language).bare("mail", name=report_name)
    gap = "" if content.language == "zh" else " "
    return Letter(said.subject, f"{first}{gap}{added}{between}{rest}")


def report_email(
    content: NoteContent,
    note_pdf: bytes,
    report: tuple[str, bytes],
    *,
    to: tuple[str, ...],
    cc: tuple[str, ...],
) -> bytes:
    """Return the .eml file, unsent, with note and report; the same bytes for the same papers.

    `report` is the name of the file with its data.
    """
    said = report_letter(content, report[0])
    return note_email(content, note_pdf, to=to, cc=cc, said=said, others=(report,))
