"""A note verbale: its life, what a draft decides, and its full content at one moment."""

from dataclasses import dataclass, field
from datetime import date

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note_line import NoteKind, NoteLine, NoteState
from ccmdesk.domain.profile import Layout, Names
from ccmdesk.domain.state import Status

__all__ = ["Draft", "NoteContent", "NoteKind", "NoteLine", "NoteState"]


@dataclass(frozen=True, slots=True)
class Draft:
    """What the officer decides about a note before issue; None means "follow the data".

    `request` is the sentence before the closing, `paragraphs` are free ones before it. The
    addressee and the reference follow the meeting's convening note until they are typed over.
    """

    kind: NoteKind
    language: str
    meeting_id: int
    dated: date | None = None
    addressee: str | None = None
    address: tuple[str, ...] | None = None
    reference: str | None = None
    reference_dated: date | None = None
    request: str | None = None
    paragraphs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteContent:
    """Everything that is printed on a note; the same content gives the same PDF.

    `number` is empty on a draft; `number_shown` is what is printed ("____/2026" on a draft).
    `observer` chooses the wording. `request` None means the set sentence of the language.
    """

    kind: NoteKind
    language: str
    status: Status
    names: Names
    meeting: Meeting
    dated: date
    number: str = ""
    number_shown: str = ""
    addressee: str = ""
    address: tuple[str, ...] = ()
    reference: str = ""
    reference_dated: date | None = None
    reference_sender: str = ""
    delegates: tuple[Delegate, ...] = ()
    paragraphs: tuple[str, ...] = ()
    request: str | None = None
    layout: Layout = field(default_factory=Layout)
    emblem: bytes | None = field(default=None, repr=False)
