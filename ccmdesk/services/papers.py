"""What the services need of the rooms that write papers; loaded when first used."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from ccmdesk.domain.finding import Finding
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.surroundings import Surroundings

if TYPE_CHECKING:
    from ccmdesk.documents.own_fonts import FontFile
    from ccmdesk.services.own_fonts import OwnFonts


class Papers(Protocol):
    """Turn the content of a note into PDF and JSON, and say what a font cannot print."""

    @property
    def fonts(self) -> "tuple[FontFile, ...]":
        """Return the mission's own fonts."""
        ...

    def note_pdf(self, content: NoteContent, *, draft: bool) -> bytes:
        """Return the note as a PDF; a draft is marked as one."""
        ...

    def to_json(self, content: NoteContent) -> dict[str, Any]:
        """Return the content as plain data."""
        ...

    def from_json(self, data: dict[str, Any]) -> NoteContent:
        """Return the content from plain data."""
        ...

    def check(self, content: NoteContent, around: Surroundings) -> Sequence[Finding]:
        """Return what the linter says of the facts and of the wording, the gravest first."""
        ...

    def missing_characters(self, text: str) -> str:
        """Return the characters of `text` that no font at hand can print."""
        ...

    def resolved(self, content: NoteContent) -> NoteContent:
        """Return the content with every sentence as fixed text, to be sealed."""
        ...

    def subject(self, content: NoteContent) -> str:
        """Return what the note is about in a few words, for the register."""
        ...


@dataclass(frozen=True, slots=True)
class PrintedPapers:
    """The papers as the program prints them, with the mission's own fonts beside the bundled."""

    own_fonts: "OwnFonts | None" = None

    @property
    def fonts(self) -> "tuple[FontFile, ...]":
        """Return the mission's own fonts."""
        return self.own_fonts.files() if self.own_fonts is not None else ()

    def note_pdf(self, content: NoteContent, *, draft: bool) -> bytes:
        """Return the note as a PDF; a draft is marked as one."""
        from ccmdesk.documents.note_verbale import note_pdf

        return note_pdf(content, draft=draft, fonts=self.fonts)

    def to_json(self, content: NoteContent) -> dict[str, Any]:
        """Return the content as plain data."""
        from ccmdesk.documents.note_json import to_json

        return to_json(content)

    def from_json(self, data: dict[str, Any]) -> NoteContent:
        """Return the content from plain data."""
        from ccmdesk.documents.note_json import from_json

        return from_json(data)

    def check(self, content: NoteContent, around: Surroundings) -> Sequence[Finding]:
        """Return what the linter says of the facts and of the wording, the gravest first."""
        from ccmdesk.domain.finding import gravest_first
        from ccmdesk.domain.note_checks import check
        from ccmdesk.language.wording_checks import wording_findings

        return gravest_first([*check(content, around), *wording_findings(content, around)])

    def missing_characters(self, text: str) -> str:
        """Return the characters of `text` that no font at hand can print."""
        from ccmdesk.documents.own_fonts import missing_characters

        return missing_characters(text, self.fonts)

    def resolved(self, content: NoteContent) -> NoteContent:
        """Return the content with every sentence as fixed text, to be sealed."""
        from ccmdesk.language.wording import resolved

        return resolved(content)

    def subject(self, content: NoteContent) -> str:
        """Return what the note is about in a few words, for the register."""
        from ccmdesk.language.wording import wording

        return content.matter.subject or wording(content).subject
