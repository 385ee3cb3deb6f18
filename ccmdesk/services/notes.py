"""Notes verbales: drafting, checking, issuing, and the register."""

import hashlib
import json
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.errors import InputError, RefusedError, machine_fault
from ccmdesk.domain.finding import Finding, blocking
from ccmdesk.domain.note import Draft, NoteContent, NoteKind, NoteLine, NoteState
from ccmdesk.domain.profile import LANGUAGES, Names, Profile
from ccmdesk.services import reference
from ccmdesk.services.acts import Acts
from ccmdesk.services.note_content import assembled
from ccmdesk.services.note_findings import findings_of
from ccmdesk.services.papers import Papers
from ccmdesk.services.profile import ProfileService, required_profile
from ccmdesk.services.search_text import matches
from ccmdesk.services.states import StatesService
from ccmdesk.store.image_rows import image, keep_image
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.note_rows import (
    Seal,
    add_note,
    load_frozen,
    load_lines,
    load_note,
    load_pdf,
    next_sequence,
    number_is_taken,
    seal_note,
    update_note,
)
from ccmdesk.store.people_rows import load_delegation
from ccmdesk.store.tables import notes as notes_table
from ccmdesk.system.atomic_file import write_bytes

EMBLEM_KEY = "emblem_sha256"


@dataclass(frozen=True, slots=True)
class NoteSources:
    """What the notes are made with, besides the database."""

    profile: ProfileService
    states: StatesService
    papers: Papers


class NotesService:
    """Draft, check, issue and export notes."""

    def __init__(self, acts: Acts, sources: NoteSources) -> None:
        self._acts = acts
        self._sources = sources

    @property
    def _clock(self) -> Clock:
        return self._acts.clock

    def create(self, kind: NoteKind, meeting_id: int, language: str) -> int:
        """Start a draft for a stored meeting and return its id."""
        if language not in LANGUAGES:
            raise InputError(
                f"Notes can be written in {' and '.join(LANGUAGES)} so far.", "language"
            )
        with self._acts.act("note.create", "Start a note", "notes") as act:
            load_meeting(act.connection, meeting_id)
            note_id = add_note(act.unit, Draft(kind, language, meeting_id), self._clock.now())
            act.subject = f"note/{note_id}"
        return note_id

    def draft(self, note_id: int) -> Draft:
        """Return what the officer decided about a note."""
        with self._acts.reading() as connection:
            return load_note(connection, note_id).draft

    def update(self, note_id: int, draft: Draft) -> None:
        """Keep every keystroke of a draft; raises RefusedError for an issued note."""
        with self._acts.keystroke("Edit the draft", f"note/{note_id}", "notes") as unit:
            _refuse_issued(unit.connection, note_id)
            load_meeting(unit.connection, draft.meeting_id)
            update_note(unit, note_id, draft, self._clock.now())

    def remove_draft(self, note_id: int) -> None:
        """Throw a draft away, until undo takes it back; raises RefusedError for an issued note."""
        with self._acts.act("note.remove", "Remove the draft", "notes") as act:
            _refuse_issued(act.connection, note_id)
            act.subject = f"note/{note_id}"
            act.unit.delete(notes_table, note_id)

    def content(self, note_id: int) -> NoteContent:
        """Return all that is printed: live for a draft, frozen for an issued note."""
        with self._acts.reading() as connection:
            stored = load_note(connection, note_id)
            if stored.state is NoteState.ISSUED:
                return self._frozen(connection, note_id)
            return self._composed(connection, stored.draft)

    def compose(self, draft: Draft) -> NoteContent:
        """Return what a draft would print, stored or not."""
        with self._acts.reading() as connection:
            return self._composed(connection, draft)

    def standard_request(self, content: NoteContent) -> str:
        """Return the set sentence before the closing, as it stands while nothing replaces it."""
        # Loaded here: only who edits a note needs the wording.
        from ccmdesk.language.wording import standard_request

        return standard_request(content)

    def next_number(self, on: date) -> str:
        """Return the number a note of that day would bear if it were issued now."""
        with self._acts.reading() as connection:
            pattern = required_profile(connection).number_pattern
            sequence = next_sequence(connection, pattern.series(on.year))
        return pattern.written(sequence, on.year)

    def check(self, note_id: int) -> list[Finding]:
        """Return what the linter says of a note."""
        return self.findings(self.content(note_id))

    def findings(self, content: NoteContent) -> list[Finding]:
        """Return what the linter says of a content, with the characters no font can print."""
        return findings_of(content, self._clock.today(), self._sources.papers)

    def pdf(self, note_id: int) -> bytes:
        """Return the PDF: marked as a draft, or for an issued note the sealed bytes."""
        with self._acts.reading() as connection:
            stored = load_note(connection, note_id)
            if stored.state is NoteState.ISSUED:
                return load_pdf(connection, note_id)
            content = self._composed(connection, stored.draft)
        return self.preview(content)

    def preview(self, content: NoteContent) -> bytes:
        """Return the PDF of a content, marked as a draft."""
        return self._sources.papers.note_pdf(content, draft=True)

    def issue(self, note_id: int, on: date | None = None) -> NoteLine:
        """Number and seal a note, and return its line in the register.

        The number is taken in the transaction that stores the frozen text and the PDF, so that
        it is never lost and never used twice. `on` is the date of the note; without it the draft's
        own counts, or today. Raises RefusedError listing what blocks it.
        """
        with self._acts.act("note.issue", "Issue the note", "notes", final=True) as act:
            stored = load_note(act.connection, note_id)
            if stored.state is NoteState.ISSUED:
                raise RefusedError("This note is issued already and keeps its number.", "note")
            draft = stored.draft if on is None else replace(stored.draft, dated=on)
            content = self._composed(act.connection, draft)
            _refuse_blocked(self.findings(content))
            seal = self._sealed(act.connection, note_id, content)
            seal_note(act.unit, seal)
            act.subject = f"note/{note_id}"
            act.detail = {
                "frozen_sha256": seal.frozen_sha256,
                "number": seal.number,
                "pdf_sha256": seal.pdf_sha256,
            }
            [line] = load_lines(act.connection, note_id)
        return line

    def lines(
        self, state: NoteState | None = None, year: int | None = None, search: str = ""
    ) -> list[NoteLine]:
        """Return notes as lines, the one last changed first; `year` is that of the note's date."""
        with self._acts.reading() as connection:
            everything = load_lines(connection)
        return [
            line
            for line in everything
            if (state is None or line.state is state)
            and (year is None or (line.dated is not None and line.dated.year == year))
            and matches(search, line.number, line.addressee, line.meeting_code, line.meeting_name)
        ]

    def export(self, note_id: int, path: Path) -> None:
        """Write the PDF to a file, whole or not at all.

        Raises EnvironmentFault where the file cannot be written.
        """
        data = self.pdf(note_id)
        try:
            write_bytes(path, data)
        except OSError as error:
            raise machine_fault(error) from error

    def _composed(self, connection: Connection, draft: Draft) -> NoteContent:
        profile = required_profile(connection)
        return assembled(
            draft,
            profile=profile,
            names=self._names(profile, draft.language),
            status=self._sources.states.within(connection, profile.state_iso3).status,
            meeting=load_meeting(connection, draft.meeting_id),
            delegates=load_delegation(connection, draft.meeting_id),
            secretariat=reference.secretariat()[-1],
            today=self._clock.today(),
        )

    def _names(self, profile: Profile, language: str) -> Names:
        if language in profile.names:
            return profile.names[language]
        city = profile.names_in(profile.language).city
        return self._sources.profile.default_names(profile.state_iso3, city, language)

    def _sealed(self, connection: Connection, note_id: int, content: NoteContent) -> Seal:
        profile = required_profile(connection)
        pattern = profile.number_pattern
        year = content.dated.year
        series = pattern.series(year)
        sequence = next_sequence(connection, series)
        number = pattern.written(sequence, year)
        if number_is_taken(connection, number):
            raise RefusedError(
                f"The number {number} is in the register already; change the number pattern under"
                " Settings.",
                "number_pattern",
            )
        numbered = replace(content, number=number, number_shown=number)
        pdf = self._sources.papers.note_pdf(numbered, draft=False)
        emblem = keep_image(connection, numbered.emblem) if numbered.emblem else None
        frozen = self._frozen_text(numbered, emblem)
        return Seal(
            note_id=note_id,
            series=series,
            sequence=sequence,
            number=number,
            pattern=pattern.pattern,
            restart=pattern.restart,
            year=year,
            dated=numbered.dated,
            kind=str(numbered.kind),
            language=numbered.language,
            state_iso3=profile.state_iso3,
            meeting_code=numbered.meeting.code,
            meeting_name=numbered.meeting.name,
            addressee=numbered.addressee,
            subject=numbered.reference,
            frozen=frozen,
            frozen_sha256=hashlib.sha256(frozen.encode("utf-8")).hexdigest(),
            pdf=pdf,
            pdf_sha256=hashlib.sha256(pdf).hexdigest(),
            emblem_sha256=emblem,
            issued_at=self._clock.now(),
        )

    def _frozen_text(self, content: NoteContent, emblem: str | None) -> str:
        data = self._sources.papers.to_json(replace(content, emblem=None))
        data[EMBLEM_KEY] = emblem
        return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    def _frozen(self, connection: Connection, note_id: int) -> NoteContent:
        text, emblem = load_frozen(connection, note_id)
        data = json.loads(text)
        data.pop(EMBLEM_KEY, None)
        return replace(self._sources.papers.from_json(data), emblem=image(connection, emblem))


def _refuse_issued(connection: Connection, note_id: int) -> None:
    if load_note(connection, note_id).state is NoteState.ISSUED:
        raise RefusedError(
            "An issued note cannot be changed or removed; what changes is said in a new note.",
            "note",
        )


def _refuse_blocked(findings: list[Finding]) -> None:
    stopping = blocking(findings)
    if stopping:
        listed = " ".join(f"{finding.message} {finding.fix}".strip() for finding in stopping)
        raise RefusedError(f"The note cannot be issued yet: {listed}", "note")
