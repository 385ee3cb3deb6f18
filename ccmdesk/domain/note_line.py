"""A note as one line of a list: what the register and the first picture of the window show."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is for."""

    NOMINATION = "nomination"


class NoteState(StrEnum):
    """Where a note stands in its life."""

    DRAFT = "draft"
    ISSUED = "issued"


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as a line of the register or of the list of drafts."""

    id: int
    kind: NoteKind
    language: str
    state: NoteState
    meeting_code: str
    meeting_name: str
    number: str
    dated: date | None
    updated_at: datetime
    addressee: str = ""
    sha256: str = ""
