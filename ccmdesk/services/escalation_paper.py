"""The slip that hands a duty up, as a paper."""

from datetime import date
from typing import TYPE_CHECKING

from ccmdesk.domain.escalation import EscalationSlip

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile


def escalation_pdf(
    slip: EscalationSlip, state_name: str, printed_on: date, fonts: "tuple[FontFile, ...]" = ()
) -> bytes:
    """Return the slip as a PDF.

    Raises InputError where the text holds characters that no bundled font has.
    """
    # Loaded when asked for: a list of reminders opens without the typesetting room.
    from ccmdesk.documents.escalation_slip import escalation_slip_pdf

    return escalation_slip_pdf(slip, state_name, printed_on, fonts)


def escalation_name(slip: EscalationSlip) -> str:
    """Return a name for the file: "slip-annual-transparency-report-for-2026.pdf"."""
    words = "".join(sign if sign.isalnum() else " " for sign in slip.title.lower()).split()
    return f"slip-{'-'.join(words)[:60]}.pdf"
