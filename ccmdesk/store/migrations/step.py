"""What a migration step is."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """The statements that lead to `version`, which is major * 1000 + minor.

    A minor step only adds what an older program of the same major can ignore.
    """

    version: int
    statements: tuple[str, ...]
