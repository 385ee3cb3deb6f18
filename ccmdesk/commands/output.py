"""Prints tables for people and JSON for programs."""

import json
import shutil
import sys
from collections.abc import Iterable, Sequence
from datetime import date

from ccmdesk.commands.statuses import one_line


def print_json(data: object) -> None:
    """Print one JSON document on standard output."""
    print(json_text(data))


def json_text(data: object) -> str:
    """Return JSON with dates as ISO 8601 and letters as they are."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no JSON for {type(value).__name__}")


def print_table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their heads; on a terminal no line is longer than the window."""
    lines = [tuple(heads), *(tuple(map(one_line, row)) for row in rows)]
    room = shutil.get_terminal_size((100, 24)).columns
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads) - 1)]
    for line in lines:
        cells = [cell.ljust(width) for cell, width in zip(line, widths, strict=False)]
        text = "  ".join([*cells, line[-1]]).rstrip()
        print(text if not sys.stdout.isatty() else text[:room])
