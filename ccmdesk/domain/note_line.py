"""A note as one line of a list: what the register and the first picture of the window show."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class NoteKind(StrEnum):
    """What a note is for."""

    NOMINATION = "nomination"
    AMENDMENT = "amendment"
    CORRECTION = "correction"
    REGRETS = "regrets"
    OBSERVER = "observer"
    ARTICLE7 = "article7"
    EXTENSION = "extension"
    COMPLIANCE = "compliance"
    ACKNOWLEDGEMENT = "acknowledgement"
    QUERY = "query"
    GENERAL = "general"


class NoteState(StrEnum):
    """Where a note stands in its life, from the first word to the answer that it arrived."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    APPROVED = "approved"
    ISSUED = "issued"
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    CANCELLED = "cancelled"

    @property
    def sealed(self) -> bool:
        """Tell whether the note has its number and can no longer be edited."""
        return self in SEALED


SEALED = frozenset(
    {NoteState.ISSUED, NoteState.DISPATCHED, NoteState.ACKNOWLEDGED, NoteState.CANCELLED}
)


@dataclass(frozen=True, slots=True)
class NoteLine:
    """A note as a line of the register or of the list of drafts.

    `subject` is what the note is about in a few words; `series` names its register ("" is the
    main one); `reason` says why it was cancelled.
    """

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
    subject: str = ""
    series: str = ""
    reason: str = ""
