"""The register as a table for a spreadsheet."""

import csv
from collections.abc import Iterable
from io import StringIO

from ccmdesk.domain.note import NoteLine

COLUMNS = (
    "number",
    "date",
    "state",
    "kind",
    "meeting",
    "name of the meeting",
    "addressee",
    "subject",
    "language",
    "register",
    "reason for cancellation",
    "SHA-256",
)
"""The heads of the columns."""

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def register_csv(lines: Iterable[NoteLine]) -> bytes:
    """Return notes as CSV in UTF-8 with a byte order mark, by which spreadsheets know it."""
    text = StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(COLUMNS)
    writer.writerows(map(_cells, lines))
    return text.getvalue().encode("utf-8-sig")


def _cells(line: NoteLine) -> list[str]:
    cells = (
        line.number,
        line.dated.isoformat() if line.dated else "",
        str(line.state),
        str(line.kind),
        line.meeting_code,
        line.meeting_name,
        line.addressee,
        line.subject,
        line.language,
        line.series,
        line.reason,
        line.sha256,
    )
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in cells]
