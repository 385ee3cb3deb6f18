"""The page that answers "Why this date?" for one duty, and the name of its file."""

import re
from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from ccmdesk.domain.duty import Duty
from ccmdesk.domain.duty_moves import HistoryEntry

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile

_MOST_LETTERS = 60


def working_pdf(
    duty: Duty,
    state_name: str,
    printed_on: date,
    fonts: "tuple[FontFile, ...]" = (),
    *,
    owner: str = "",
    history: Sequence[HistoryEntry] = (),
) -> bytes:
    """Return the working of a duty as a PDF of one page, with its owner and its history.

    Raises InputError where the text holds characters that no bundled font has.
    """
    # Loaded when asked for: the page of the deadlines opens without the typesetting room.
    from ccmdesk.documents.deadline_working import deadline_working_pdf

    return deadline_working_pdf(duty, state_name, printed_on, fonts, owner=owner, history=history)


def working_name(duty: Duty) -> str:
    """Return a name for the file: "why-annual-transparency-report-for-2026.pdf"."""
    words = re.findall(r"\w+", duty.title.replace("_", " ").lower())
    while len("-".join(words)) > _MOST_LETTERS and len(words) > 1:
        words.pop()
    return f"why-{'-'.join(words)[:_MOST_LETTERS]}.pdf"
