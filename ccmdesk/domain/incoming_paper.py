"""A paper that came in, as the plain register of received papers keeps it."""

from dataclasses import dataclass, field
from datetime import date

from ccmdesk.domain.errors import InputError


@dataclass(frozen=True, slots=True)
class IncomingPaper:
    """A received paper: its own marks, the day it came, its text and, if kept, its file.

    `id` is 0 until stored.
    """

    reference: str = ""
    dated: date | None = None
    sender: str = ""
    subject: str = ""
    received_on: date | None = None
    text: str = ""
    file_name: str = ""
    file: bytes | None = field(default=None, repr=False)
    id: int = 0

    def checked(self) -> "IncomingPaper":
        """Return the paper, or raise InputError where nothing tells what it is."""
        if not (self.reference.strip() or self.subject.strip() or self.text.strip()):
            raise InputError("Give the paper a reference, a subject or its text.", "subject")
        if self.received_on and self.dated and self.received_on < self.dated:
            raise InputError(
                "The paper came in before it was written; correct one of the dates.", "received_on"
            )
        return self
