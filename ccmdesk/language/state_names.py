"""How States are named inside a sentence of each language."""

import csv
from functools import cache

from ccmdesk.language.phrases import resource

StateForms = dict[str, str]
"""The forms of one name by the column's head: `in_text` ("the Netherlands"), `of`, `genitive` …"""


@cache
def state_names(language: str) -> dict[str, StateForms]:
    """Return the forms of all shipped names by ISO 3166-1 alpha-3 code."""
    path = resource("reference", "state_names", f"{language}.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: row for row in csv.DictReader(file)}
