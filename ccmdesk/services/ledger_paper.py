"""The compliance ledger as a paper for the ambassador, and the name of its file."""

from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk


def ledger_pdf(desk: "Desk", iso3: str | None = None, as_of: date | None = None) -> bytes:
    """Return the ledger of a State (without `iso3`: the mission's) as a PDF of one page.

    Raises InputError as `DeadlinesService.ledger` does, and where a character is in no font.
    """
    # Loaded when asked for: the pages open without the typesetting room.
    from ccmdesk.documents.compliance_ledger import ledger_pdf as pdf

    ledger = desk.deadlines.ledger(iso3, as_of)
    profile = desk.profile.get()
    mission = ""
    if profile is not None and profile.state_iso3 == ledger.state.iso3:
        mission = profile.names[profile.language].mission
    return pdf(ledger, mission=mission, fonts=desk.fonts.files())


def ledger_name(iso3: str, as_of: date) -> str:
    """Return a name for the file: "ledger-nga-2026-11-22.pdf"."""
    return f"ledger-{iso3.lower()}-{as_of.isoformat()}.pdf"
