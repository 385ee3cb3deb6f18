"""Where the secretariat was written to, as the papers of its own tell it."""

from datetime import date
from functools import cache

from ccmdesk.domain.secretariat import Secretariat
from ccmdesk.services.shipped_rows import rows


@cache
def secretariat() -> tuple[Secretariat, ...]:
    """Return where the secretariat was written to, the paper seen last at the end."""
    return tuple(
        Secretariat(
            addressee=row["addressee"],
            address=tuple(row["address"].split("|")),
            email=row["email"],
            seen_in=row["seen_in"],
            seen_on=date.fromisoformat(row["seen_on"]),
        )
        for row in rows("secretariat.csv")
    )
