"""Reads a list of delegates from a CSV file."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

from ccmdesk.domain.dates import parse_day
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.person import Person

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
MORE_COLUMNS = ("rank", "phone", "grounds_pass_until", "travel_arranged")
"""Columns a list may have beside the usual ones."""

_NEEDED = ("role", "family_name")
_YES = ("1", "x", "yes", "true", "y")
_NO = ("", "0", "no", "false", "n")


def read_delegates(path: Path) -> list[Delegate]:
    """Return the delegates in the order of the file's lines.

    Raises InputError naming the line and the column that is wrong, and EnvironmentFault where the
    file cannot be read at all.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EnvironmentFault(f"“{path}” cannot be read ({reason}); check its name.") from error
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise InputError(
            f"“{path.name}” is not written in UTF-8; open it in your spreadsheet and save it as"
            " UTF-8.",
            "delegates",
        ) from None
    return parse_delegates(text, path.name)


def parse_delegates(text: str, name: str) -> list[Delegate]:
    """Return the delegates from the text of a CSV file called `name`; raises InputError."""
    if "\x00" in text:
        raise InputError(f"“{name}” is not a CSV file; save the list as CSV in UTF-8.", "delegates")
    first = text.lstrip().split("\n", 1)[0]
    separator = ";" if first.count(";") > first.count(",") else ","
    reader = csv.reader(StringIO(text, newline=""), delimiter=separator, strict=True)
    delegates: list[Delegate] = []
    columns: list[str] | None = None
    try:
        for cells in reader:
            if not any(cell.strip() for cell in cells):
                continue
            if columns is None:
                columns = _columns(cells, name)
            else:
                delegates.append(_delegate(cells, columns, name, reader.line_num))
    except csv.Error as error:
        wrong = (
            "a cell is far too long"
            if "field limit" in str(error)
            else f"the quotation marks do not close ({error})"
        )
        raise InputError(
            f"“{name}”, line {reader.line_num}: {wrong}; correct the line.", "delegates"
        ) from None
    if not delegates:
        raise InputError(f"“{name}” names no delegate; add a line for each.", "delegates")
    return delegates


def _columns(cells: list[str], name: str) -> list[str]:
    columns = [cell.strip().lower() for cell in cells]
    missing = [column for column in _NEEDED if column not in columns]
    if missing:
        lacking = f"column{'s' if len(missing) > 1 else ''} {' and '.join(missing)}"
        raise InputError(
            f"“{name}” lacks the {lacking}; its first line has to be {','.join(COLUMNS)}.",
            "delegates",
        )
    known = (*COLUMNS, *MORE_COLUMNS)
    unknown = [column for column in columns if column and column not in known]
    if unknown:
        raise InputError(
            f"“{name}” has the unknown column {unknown[0]}; those known are {', '.join(known)}.",
            "delegates",
        )
    twice = [column for column in known if columns.count(column) > 1]
    if twice:
        raise InputError(f"“{name}” has the column {twice[0]} twice; keep one.", "delegates")
    return columns


def _delegate(cells: list[str], columns: list[str], name: str, line: int) -> Delegate:
    place = f"“{name}”, line {line}"
    if len(cells) > len(columns):
        raise InputError(
            f"{place}: there are {len(cells)} cells for {len(columns)} columns; put a cell that"
            " holds a comma in quotation marks.",
            "delegates",
        )
    values = {column: cell.strip() for column, cell in zip(columns, cells, strict=False) if column}
    role = values.pop("role", "")
    if role.lower() not in tuple(Role):
        raise InputError(
            f"{place}, column role: “{role}” is not a role; write one of {', '.join(Role)}.",
            "delegates",
        )
    try:
        person = Person(
            family_name=values.get("family_name", ""),
            given_names=values.get("given_names", ""),
            style=values.get("style", ""),
            functional_title=values.get("functional_title", ""),
            organization=values.get("organization", ""),
            place=values.get("place", ""),
            email=values.get("email", ""),
            gender=values.get("gender", "").lower(),
            rank=values.get("rank", ""),
            phone=values.get("phone", ""),
            grounds_pass_until=_day(values.get("grounds_pass_until", "")),
        ).checked()
        arranged = _yes(values.get("travel_arranged", ""))
    except InputError as error:
        raise InputError(f"{place}, column {error.field}: {error.message}", "delegates") from None
    return Delegate(person, Role(role.lower()), travel_arranged=arranged)


def _day(text: str) -> date | None:
    return parse_day(text, "grounds_pass_until") if text else None


def _yes(text: str) -> bool:
    if text.lower() not in (*_YES, *_NO):
        raise InputError(f"“{text}” is neither yes nor no.", "travel_arranged")
    return text.lower() in _YES
