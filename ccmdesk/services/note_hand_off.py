"""Every form in which a note is handed on: originals and copies, e-mail, DOCX, text, slips."""

import tomllib
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cache
from pathlib import Path

from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.note import Draft, NoteContent
from ccmdesk.domain.note_life import Channel
from ccmdesk.services.acts import Acts
from ccmdesk.services.delegations import replaced
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.services.report_mail import Transmitted
from ccmdesk.store.note_rows import add_note, load_note
from ccmdesk.store.seal_rows import load_pdf
from ccmdesk.store.step_rows import load_steps
from ccmdesk.system.paths import resources_dir

_MOST_DOCX_BYTES = 25_000_000


class PaperKind(StrEnum):
    """What a printed sheet of a note is; each value but the first is a mark of the phrase pack."""

    ORIGINAL = "original"
    COURTESY = "courtesy_copy"
    CHRONO = "chrono_copy"
    FILE = "file_copy"


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and text of an e-mail, to be copied."""

    subject: str
    text: str


@dataclass(frozen=True, slots=True)
class BroughtBack:
    """A draft made of an edited document, with what was not taken over."""

    note_id: int
    remarks: tuple[str, ...]
    delegation_changed: bool


class HandOffService:
    """Make every form in which a note is handed on; nothing here changes an issued note."""

    def __init__(
        self,
        acts: Acts,
        composer: NoteComposer,
        report_mail: Callable[[int], Transmitted | None],
    ) -> None:
        self._acts = acts
        self._composer = composer
        self._report_mail = report_mail

    def file_name(self, note_id: int, ending: str) -> str:
        """Return what a file of the note is called, such as "Note verbale 12-2023.docx"."""
        from ccmdesk.documents.note_email import file_name

        return file_name(self._content(note_id), ending)

    def letter(self, note_id: int) -> Letter:
        """Return subject and text of the e-mail that carries the note."""
        carrying = self._report_mail(note_id)
        if carrying is not None:
            return Letter(carrying.subject, carrying.text)
        from ccmdesk.documents.note_text import letter

        said = letter(self._content(note_id))
        return Letter(said.subject, said.text)

    def email(self, note_id: int) -> bytes:
        """Return an unsent e-mail with the PDF attached, as an .eml file.

        That of a note which carries a report has the report attached too.
        """
        carrying = self._report_mail(note_id)
        if carrying is not None:
            return carrying.eml
        from ccmdesk.documents.note_email import note_email

        return note_email(self._content(note_id), self.paper(note_id))

    def text(self, note_id: int) -> str:
        """Return the note as plain text."""
        from ccmdesk.documents.note_text import note_text

        return note_text(self._content(note_id))

    def docx(self, note_id: int) -> bytes:
        """Return the note as DOCX, marked where it is a draft."""
        from ccmdesk.documents.note_docx import note_docx

        content, sealed = self._read(note_id)
        return note_docx(content, draft=not sealed)

    def paper(
        self, note_id: int, kind: PaperKind = PaperKind.ORIGINAL, *, preprinted: bool = False
    ) -> bytes:
        """Return the PDF of an original or a copy.

        The original of an issued note is the sealed bytes. A copy bears its mark, and `preprinted`
        leaves the letterhead to the paper it is printed on; what is said is the same.
        """
        with self._acts.reading() as connection:
            stored = load_note(connection, note_id)
            sealed = stored.state.sealed
            if sealed and kind is PaperKind.ORIGINAL and not preprinted:
                return load_pdf(connection, note_id)
            content = self._composer.content(connection, note_id)
        from ccmdesk.documents.note_verbale import note_pdf

        if preprinted:
            content = replace(content, layout=replace(content.layout, letterhead="preprinted"))
        mark = "" if kind is PaperKind.ORIGINAL else str(kind)
        fonts = self._composer.papers.fonts
        return note_pdf(content, draft=not sealed, mark=mark, fonts=fonts)

    def routing_slip(self, note_id: int) -> bytes:
        """Return the slip that goes with a note through the house, with boxes for initials."""
        from ccmdesk.documents.slips import routing_slip_pdf

        with self._acts.reading() as connection:
            content = self._composer.content(connection, note_id)
            steps = load_steps(connection, note_id)
        return routing_slip_pdf(
            content,
            printed_on=self._acts.clock.today(),
            steps=steps,
            fonts=self._composer.papers.fonts,
        )

    def delivery_slip(
        self, note_id: int, originals: str = "1", channel: Channel | None = None
    ) -> bytes:
        """Return the slip that who receives the note stamps and gives back.

        `originals` is printed as typed; the channel is named in the language of the note.
        """
        from ccmdesk.documents.slips import delivery_slip_pdf

        content = self._content(note_id)
        return delivery_slip_pdf(
            content,
            printed_on=self._acts.clock.today(),
            originals=originals,
            channel="" if channel is None else _channels()[content.language][channel],
            fonts=self._composer.papers.fonts,
        )

    def bring_back(self, note_id: int, path: Path) -> BroughtBack:
        """Make a new draft of what somebody made of the DOCX of a note, as one act.

        Where the list was edited the delegation of the meeting becomes that list. Raises
        InputError (field "docx") where the file cannot be read.
        """
        data = _read_file(path)
        from ccmdesk.documents.docx_reading import read_docx

        with self._acts.act(
            "note.create", "Bring back an edited note", "notes", "delegations", "people"
        ) as act:
            stored = load_note(act.connection, note_id)
            read = read_docx(data, self._composer.content(act.connection, note_id))
            draft: Draft = replace(
                stored.draft, body=read.body, courtesy_body=read.courtesy_body, number=None
            )
            if stored.state.sealed:
                draft = replace(draft, dated=None)
            new = add_note(act.unit, draft, self._acts.clock.now())
            changed = read.delegates is not None and draft.meeting_id is not None
            if read.delegates is not None and draft.meeting_id is not None:
                replaced(act, draft.meeting_id, read.delegates)
            act.subject = f"note/{new}"
        return BroughtBack(new, tuple(read.remarks), changed)

    def _content(self, note_id: int) -> NoteContent:
        return self._read(note_id)[0]

    def _read(self, note_id: int) -> tuple[NoteContent, bool]:
        with self._acts.reading() as connection:
            sealed = load_note(connection, note_id).state.sealed
            return self._composer.content(connection, note_id), sealed


@cache
def _channels() -> dict[str, dict[str, str]]:
    with (resources_dir() / "phrases" / "channels.toml").open("rb") as file:
        words: dict[str, dict[str, str]] = tomllib.load(file)
    return words


def _read_file(path: Path) -> bytes:
    try:
        data = path.read_bytes()
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise EnvironmentFault(f"“{path}” cannot be read ({reason}); check its name.") from error
    if len(data) > _MOST_DOCX_BYTES:
        raise InputError(f"“{path.name}” is larger than 25 MB; it is no note of ours.", "docx")
    return data


def addresses(content: NoteContent) -> tuple[str, ...]:
    """Return the e-mail addresses among the lines of the note's address."""
    from ccmdesk.documents.note_email import addresses_of

    return addresses_of(content)
