"""How a register number is written: a pattern, filled with the running number and the year."""

import re
from dataclasses import dataclass

from ccmdesk.domain.errors import InputError

RESTARTS = ("yearly", "never")


@dataclass(frozen=True, slots=True)
class NumberPattern:
    """The mission's pattern, such as `{n:03d}/{year}`, `1-{n}` or `CCM/{n}/{yy}`.

    `{n}` is the running number, `{n:03d}` the same with leading noughts, `{year}` and `{yy}` the
    year of the note. A register that restarts each year must print the year.
    """

    pattern: str = "{n}/{year}"
    restart: str = "yearly"

    def checked(self) -> "NumberPattern":
        """Return the pattern, or raise InputError saying what it lacks."""
        plain = re.sub(r"\{(?:n(?::0[1-9]d)?|year|yy)\}", "", self.pattern)
        if "{" in plain or "}" in plain:
            raise InputError(
                "A number pattern knows {n}, {n:03d}, {year} and {yy} only.", "number_pattern"
            )
        if len(re.findall(r"\{n(?::0[1-9]d)?\}", self.pattern)) != 1:
            raise InputError(
                "A number pattern needs the running number {n} once.", "number_pattern"
            )
        if self.restart not in RESTARTS:
            raise InputError("The register restarts yearly or never.", "number_restart")
        if self.restart == "yearly" and "{year}" not in self.pattern and "{yy}" not in self.pattern:
            raise InputError(
                "A register that restarts each year must print the year: add {year} or {yy}.",
                "number_pattern",
            )
        return self

    def series(self, year: int) -> str:
        """Return the key under which running numbers are counted."""
        return str(year) if self.restart == "yearly" else "all"

    def written(self, number: int, year: int) -> str:
        """Return the register number as it is printed."""
        return self.pattern.format(n=number, year=year, yy=f"{year % 100:02d}")

    def read(self, number: str, year: int) -> int | None:
        """Return the running number of a register number, or None where it is not of the pattern.

        Leading noughts the pattern does not write are no part of it.
        """
        before, _, after = re.sub(r"\{n(?::0[1-9]d)?\}", "\0", self.pattern).partition("\0")
        start, end = (text.format(year=year, yy=f"{year % 100:02d}") for text in (before, after))
        found = re.fullmatch(f"{re.escape(start)}([0-9]+){re.escape(end)}", number)
        running = int(found[1]) if found else 0
        return running if running and self.written(running, year) == number else None

    def blank(self, year: int) -> str:
        """Return the number as a draft shows it, with a line for the running number."""
        blank = re.sub(r"\{n(?::0[1-9]d)?\}", "____", self.pattern)
        return blank.format(year=year, yy=f"{year % 100:02d}")
