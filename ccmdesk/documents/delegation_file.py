"""The list of the delegation as a table of its own, in the columns the program itself reads."""

import csv
from io import StringIO

from ccmdesk.domain.delegation import Delegate, in_listing_order
from ccmdesk.domain.note import NoteContent

NAME = "delegation.csv"
MIME = "text/csv"
COLUMNS = (
    "role",
    "style",
    "given_names",
    "family_name",
    "functional_title",
    "organization",
    "place",
    "email",
    "gender",
)
# Spreadsheets take a file for Unicode only where it begins so.
_BEGIN = "\ufeff"


def delegation_csv(content: NoteContent) -> bytes:
    """Return the delegation as CSV in UTF-8, in the order and the language of the note."""
    lines = StringIO(newline="")
    table = csv.writer(lines)
    table.writerow(COLUMNS)
    table.writerows(
        _cells(delegate, content.language) for delegate in in_listing_order(content.delegates)
    )
    return (_BEGIN + lines.getvalue()).encode("utf-8", "replace")


def _cells(delegate: Delegate, language: str) -> list[str]:
    person = delegate.person.written_in(language)
    return [str(delegate.role), *(str(getattr(person, name)) for name in COLUMNS[1:])]
