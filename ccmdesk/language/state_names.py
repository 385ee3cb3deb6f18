"""How the 125 States that signed or joined the Convention are named inside a sentence."""

import csv
from dataclasses import dataclass
from functools import cache

from ccmdesk.language.phrases import resource


@dataclass(frozen=True, slots=True)
class StateName:
    """The name of a State: "the Netherlands"; "Pays-Bas", "les Pays-Bas", "des Pays-Bas"."""

    iso3: str
    en_in_text: str
    fr_name: str
    fr_in_text: str
    fr_of: str


@cache
def state_names() -> dict[str, StateName]:
    """Return all shipped names by ISO 3166-1 alpha-3 code."""
    path = resource("reference", "state_names.csv")
    with path.open(encoding="utf-8", newline="") as file:
        return {row["iso3"]: StateName(**row) for row in csv.DictReader(file)}
