"""Where a report is sent by e-mail: the secretariat, and the support unit with a copy."""

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache

from ccmdesk.services import reference
from ccmdesk.system.paths import resources_dir


@dataclass(frozen=True, slots=True)
class SupportUnit:
    """The unit that has a copy of every report; `seen_in` and `seen_on` name where that stood."""

    name: str
    email: str
    seen_in: str
    seen_on: date


@cache
def support_unit() -> SupportUnit:
    """Return the support unit of the Convention as it was last seen."""
    path = resources_dir() / "reference" / "support_unit.csv"
    with path.open(encoding="utf-8", newline="") as file:
        row = list(csv.DictReader(file))[-1]
    return SupportUnit(
        row["name"], row["email"], row["seen_in"], date.fromisoformat(row["seen_on"])
    )


def secretariat_email() -> str:
    """Return the e-mail address of the secretariat as it was last seen."""
    return next(each.email for each in reversed(reference.secretariat()) if each.email)
