"""A list of people as rows of cells, read from what was pasted or from a text file."""

import csv
from dataclasses import dataclass
from io import StringIO

from ccmdesk.domain.errors import InputError

MOST_ROWS = 2000
MOST_COLUMNS = 60
_LONGEST_CELL = 2000
_SEPARATORS = ("\t", ";", ",", "|")


@dataclass(frozen=True, slots=True)
class Sheet:
    """Rows of cells, as many cells in each; `numbers` are the lines on which the rows begin."""

    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...]

    @property
    def width(self) -> int:
        """Return how many columns there are."""
        return len(self.rows[0]) if self.rows else 0


def sheet_of(rows: list[tuple[int, list[str]]]) -> Sheet:
    """Return the rows, empty ones left out and all brought to one width; raises InputError."""
    kept = [(number, [_plain(cell) for cell in cells]) for number, cells in rows]
    kept = [(number, cells) for number, cells in kept if any(cells)]
    if not kept:
        raise InputError("There is nothing to import; the list is empty.", "sheet")
    if len(kept) > MOST_ROWS:
        raise InputError(
            f"The list has {len(kept)} rows; at most {MOST_ROWS} are imported at once.", "sheet"
        )
    width = max(len(cells) for _, cells in kept)
    while width > 1 and not any(len(cells) >= width and cells[width - 1] for _, cells in kept):
        width -= 1
    if width > MOST_COLUMNS:
        raise InputError(f"The list has {width} columns; at most {MOST_COLUMNS} are read.", "sheet")
    for number, cells in kept:
        if any(len(cell) > _LONGEST_CELL for cell in cells):
            raise InputError(f"Line {number} has a cell that is far too long.", "sheet")
    return Sheet(
        tuple(tuple((cells + [""] * width)[:width]) for _, cells in kept),
        tuple(number for number, _ in kept),
    )


def sheet_from_text(text: str) -> Sheet:
    """Read cells divided by tabs, semicolons or commas, whichever divides the lines alike.

    Raises InputError where the text is no list of cells.
    """
    if "\x00" in text:
        raise InputError("This is no list of cells; copy the table itself.", "sheet")
    reader = csv.reader(
        StringIO(text.lstrip("\ufeff"), newline=""), delimiter=_separator(text), strict=False
    )
    rows: list[tuple[int, list[str]]] = []
    begin = 1
    try:
        for cells in reader:
            rows.append((begin, cells))
            begin = reader.line_num + 1
    except csv.Error as error:
        raise InputError(
            f"Line {reader.line_num} cannot be read ({error}); correct the line.", "sheet"
        ) from None
    return sheet_of(rows)


def decoded(data: bytes, name: str) -> str:
    """Return the text of a file in UTF-8, or in UTF-16 with its mark; raises InputError."""
    coding = "utf-16" if data.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return data.decode(coding)
    except UnicodeDecodeError:
        raise InputError(
            f"“{name}” is not written in UTF-8; open it in your spreadsheet and save it as UTF-8.",
            "sheet",
        ) from None


def _separator(text: str) -> str:
    lines = [line for line in text.splitlines() if line.strip()][:20]
    for separator in _SEPARATORS:
        counts = [line.count(separator) for line in lines]
        # A tab is never typed in a name; the others may be, so most lines have to agree.
        if separator == "\t" and any(counts):
            return separator
        usual = max(set(counts), key=counts.count) if counts else 0
        if usual and counts.count(usual) * 2 > len(counts):
            return separator
    return ";" if any(";" in line for line in lines) else ","


def _plain(cell: str) -> str:
    return " ".join(cell.replace("\u00a0", " ").split())
