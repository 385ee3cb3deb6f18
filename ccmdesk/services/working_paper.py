"""The page that answers "Why this date?" for one duty, and the name of its file."""

from datetime import date
from typing import TYPE_CHECKING

from ccmdesk.domain.duty import Duty

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile


def working_pdf(
    duty: Duty, state_name: str, printed_on: date, fonts: "tuple[FontFile, ...]" = ()
) -> bytes:
    """Return the working of a duty as a PDF.

    Raises InputError where the text holds characters that no bundled font has.
    """
    # Loaded when asked for: the page of the deadlines opens without the typesetting room.
    from ccmdesk.documents.deadline_working import deadline_working_pdf

    return deadline_working_pdf(duty, state_name, printed_on, fonts)


def working_name(duty: Duty) -> str:
    """Return a name for the file: "art7-annual-2026.pdf"."""
    return f"{duty.kind}-{duty.period}.pdf".replace("_", "-").replace(" ", "-").lower()
