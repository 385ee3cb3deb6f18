"""The tables that ship with the program, line by line."""

import csv
from collections.abc import Iterator

from ccmdesk.system.paths import resources_dir


def rows(name: str) -> Iterator[dict[str, str]]:
    """Yield the lines of a table of the reference data, each by the names of its columns."""
    # The window waits for these files; DictReader takes twice the time.
    with (resources_dir() / "reference" / name).open(encoding="utf-8", newline="") as file:
        lines = csv.reader(file)
        header = next(lines)
        for line in lines:
            yield dict(zip(header, line, strict=True))
