"""A note verbale: what a draft decides, and its full content at one moment."""

from dataclasses import dataclass, field
from datetime import date

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note_line import NoteKind, NoteLine, NoteState
from ccmdesk.domain.note_matter import Matter
from ccmdesk.domain.state import Status

__all__ = ["Draft", "NoteContent", "NoteKind", "NoteLine", "NoteState", "Part"]


@dataclass(frozen=True, slots=True)
class Part:
    """One paragraph of a note's body.

    `key` names a paragraph of the template ("" is a free one); `text` None follows the data,
    anything else was typed by hand and stays.
    """

    key: str = ""
    text: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """What the officer decides about a note before issue; None means "follow the data".

    `body` empty means the template of the kind as it is. `answers` is the id of the mission's own
    note that is amended or corrected. `number` is typed where a paper register gives the number,
    `series` names another register than the main one. `courtesy` is the language of an unofficial
    translation that follows, with its own `courtesy_body`.
    """

    kind: NoteKind
    language: str
    meeting_id: int | None = None
    dated: date | None = None
    addressee: str | None = None
    address: tuple[str, ...] | None = None
    reference: str | None = None
    reference_dated: date | None = None
    body: tuple[Part, ...] = ()
    matter: Matter = field(default_factory=Matter)
    answers: int | None = None
    enclosures: tuple[str, ...] = ()
    number: str | None = None
    series: str = ""
    courtesy: str = ""
    courtesy_body: tuple[Part, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteContent:
    """Everything that is printed on a note; the same content gives the same PDF.

    `number` is empty on a draft; `number_shown` is what is printed ("____/2026" on a draft).
    `status` chooses the wording. `opening` and `closing` are set once the note is sealed, so that
    no later phrase pack changes what was said; until then the formulas of the language are used.
    `courtesy_names` are the mission's names in the language of the courtesy translation.
    """

    kind: NoteKind
    language: str
    status: Status
    names: Names
    dated: date
    meeting: Meeting | None = None
    number: str = ""
    number_shown: str = ""
    addressee: str = ""
    address: tuple[str, ...] = ()
    reference: str = ""
    reference_dated: date | None = None
    reference_sender: str = ""
    delegates: tuple[Delegate, ...] = ()
    body: tuple[Part, ...] = ()
    matter: Matter = field(default_factory=Matter)
    enclosures: tuple[str, ...] = ()
    opening: str | None = None
    closing: str | None = None
    layout: Layout = field(default_factory=Layout)
    emblem: bytes | None = field(default=None, repr=False)
    courtesy: str = ""
    courtesy_names: Names | None = None
    courtesy_body: tuple[Part, ...] = ()

    @property
    def annexed(self) -> bool:
        """Tell whether the delegation has so many members that they are listed in an annex."""
        return 0 < self.layout.annex_above < len(self.delegates)
