"""Reads the first filled sheet of a workbook in XLSX."""

import warnings
import zipfile
from datetime import date, datetime
from io import BytesIO

from ccmdesk.domain.errors import InputError
from ccmdesk.incoming.sheet import MOST_COLUMNS, MOST_ROWS, Sheet, sheet_of

_MOST_BYTES = 20_000_000
# A small file that unpacks to this much is made to do harm.
_MOST_UNPACKED = 200_000_000


def sheet_from_workbook(data: bytes, name: str) -> Sheet:
    """Return the cells of the first sheet that has any, formulas by their last value.

    Raises InputError where `data` is no XLSX or far too large.
    """
    _refuse_large(data, name)
    # Slow to load, and wanted for workbooks only.
    from openpyxl import load_workbook

    try:
        with warnings.catch_warnings():
            # What it says of styles it does not know is of no use to anybody here.
            warnings.simplefilter("ignore")
            book = load_workbook(BytesIO(data), read_only=True, data_only=True)
            try:
                for sheet in book.worksheets:
                    rows = [
                        (number, [_written(cell) for cell in cells])
                        for number, cells in enumerate(
                            sheet.iter_rows(
                                max_row=MOST_ROWS + 50, max_col=MOST_COLUMNS + 1, values_only=True
                            ),
                            start=1,
                        )
                    ]
                    if any(any(cells) for _, cells in rows):
                        return sheet_of(rows)
            finally:
                book.close()
    except InputError:
        raise
    except Exception as error:
        # The reader raises whatever a damaged part makes it stumble over.
        raise InputError(
            f"“{name}” cannot be read as a workbook ({type(error).__name__}); save it again as"
            " XLSX.",
            "sheet",
        ) from error
    raise InputError(f"“{name}” has no filled cell.", "sheet")


def _refuse_large(data: bytes, name: str) -> None:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile:
        raise InputError(
            f"“{name}” is not a workbook in XLSX; save it as XLSX or as CSV.", "sheet"
        ) from None
    if len(data) > _MOST_BYTES or unpacked > _MOST_UNPACKED:
        raise InputError(f"“{name}” is far too large for a list of people.", "sheet")


def _written(cell: object) -> str:
    if cell is None:
        return ""
    if isinstance(cell, datetime):
        return cell.date().isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
