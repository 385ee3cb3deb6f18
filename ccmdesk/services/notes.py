"""Notes verbales: drafting, checking, previewing, issuing."""

from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Connection

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.errors import InputError, RefusedError, machine_fault
from ccmdesk.domain.finding import Finding, blocking
from ccmdesk.domain.note import Draft, NoteContent, NoteKind, NoteLine, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_life import NoteStep, StepKind
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.carried_reports import refuse_replaced
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.services.note_content import pattern_of
from ccmdesk.services.note_findings import findings_of
from ccmdesk.services.note_sealing import Numbering, checked_number, sealed, taken
from ccmdesk.services.note_surroundings import NoteSurroundings
from ccmdesk.services.profile import required_profile
from ccmdesk.services.search_text import matches
from ccmdesk.store.line_rows import LineChoice, line_ids, load_lines
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.note_rows import StoredNote, add_note, load_note, update_note
from ccmdesk.store.seal_rows import first_use, load_pdf, next_sequence, seal_note
from ccmdesk.store.step_rows import add_step, approved_content
from ccmdesk.store.tables import notes as notes_table
from ccmdesk.system.atomic_file import write_bytes

ISSUE = "Issue the note"


class NotesService:
    """Draft, check, issue and export notes."""

    def __init__(self, acts: Acts, composer: NoteComposer, around: NoteSurroundings) -> None:
        self._acts = acts
        self._composer = composer
        self._around = around

    @property
    def _clock(self) -> Clock:
        return self._acts.clock

    def create(self, kind: NoteKind, meeting_id: int | None, language: str) -> int:
        """Start a draft and return its id; raises InputError where the kind needs a meeting."""
        return self.store(Draft(kind, language, meeting_id), "Start a note")

    def store(self, draft: Draft, label: str) -> int:
        """Keep a new draft under an undo step called `label`, and return its id."""
        with self._acts.act("note.create", label, "notes") as act:
            self.refuse_impossible(act.connection, draft)
            note_id = add_note(act.unit, draft, self._clock.now())
            act.subject = f"note/{note_id}"
        return note_id

    def draft(self, note_id: int) -> Draft:
        """Return what the officer decided about a note."""
        with self._acts.reading() as connection:
            return load_note(connection, note_id).draft

    def state(self, note_id: int) -> NoteState:
        """Return where a note stands."""
        with self._acts.reading() as connection:
            return load_note(connection, note_id).state

    def update(self, note_id: int, draft: Draft, turn: int = 0) -> None:
        """Keep every keystroke of a draft; those of one `turn` are one step of undo.

        Raises RefusedError once the note was submitted or issued.
        """
        with self._acts.keystroke("Edit the draft", f"note/{note_id}/{turn}", "notes") as unit:
            refuse_unless_draft(load_note(unit.connection, note_id).state)
            self.refuse_impossible(unit.connection, draft)
            update_note(unit, note_id, draft, self._clock.now())

    def remove_draft(self, note_id: int) -> None:
        """Throw a draft away, until undo takes it back; raises RefusedError for any other note."""
        with self._acts.act("note.remove", "Remove the draft", "notes") as act:
            refuse_unless_draft(load_note(act.connection, note_id).state)
            act.subject = f"note/{note_id}"
            act.unit.delete(notes_table, note_id)

    def content(self, note_id: int) -> NoteContent:
        """Return all that is printed: live for a draft, frozen for an issued note."""
        with self._acts.reading() as connection:
            return self._composer.content(connection, note_id)

    def compose(self, draft: Draft) -> NoteContent:
        """Return what a draft would print, stored or not."""
        with self._acts.reading() as connection:
            return self._composer.composed(connection, draft)

    def next_number(self, on: date, series: str = "") -> str:
        """Return the number a note of that day would bear if it were issued now."""
        with self._acts.reading() as connection:
            pattern = pattern_of(required_profile(connection), series)
            sequence = next_sequence(connection, series, pattern.series(on.year))
        return pattern.written(sequence, on.year)

    def refuse_taken(self, number: str) -> None:
        """Raise RefusedError, naming date and subject of the first use, where a number is taken."""
        with self._acts.reading() as connection:
            used = first_use(connection, checked_number(number))
        if used is not None:
            raise taken(used, "Type another number.", "number")

    def check(self, note_id: int) -> list[Finding]:
        """Return what the linter says of a note; of an issued one also what changed since."""
        with self._acts.reading() as connection:
            content = self._composer.content(connection, note_id)
            around = self._around.stored(connection, note_id, content)
        return findings_of(content, self._clock.today(), self._composer.papers, around)

    def findings(self, content: NoteContent) -> list[Finding]:
        """Return what the linter says of a content, with the characters no font can print."""
        with self._acts.reading() as connection:
            around = self._around.live(connection, content)
        return findings_of(content, self._clock.today(), self._composer.papers, around)

    def pdf(self, note_id: int) -> bytes:
        """Return the PDF: marked as a draft, or for an issued note the sealed bytes."""
        with self._acts.reading() as connection:
            stored = load_note(connection, note_id)
            if stored.state.sealed:
                return load_pdf(connection, note_id)
            content = self._composer.composed(connection, stored.draft)
        return self.preview(content)

    def preview(self, content: NoteContent) -> bytes:
        """Return the PDF of a content, marked as a draft."""
        return self._composer.papers.note_pdf(content, draft=True)

    def issue(
        self,
        note_id: int,
        on: date | None = None,
        *,
        number: str | None = None,
        series: str | None = None,
    ) -> NoteLine:
        """Number and seal a note, and return its line in the register.

        The number is taken in the transaction that stores the frozen text and the PDF, so that
        it is never lost and never used twice. `on` is the date of the note, `number` a number of
        the officer's own, `series` another register; without them the draft's own count, or today
        and the next number of the main register. Raises RefusedError listing what blocks it, or
        naming the first use of a number that is taken.
        """
        with self._acts.act("note.issue", ISSUE, "notes", final=True) as act:
            return self.issue_within(act, note_id, on, number=number, series=series)

    def issue_within(
        self,
        act: Act,
        note_id: int,
        on: date | None = None,
        *,
        number: str | None = None,
        series: str | None = None,
    ) -> NoteLine:
        """Issue a note as part of a larger act, which is a final “note.issue”."""
        stored = load_note(act.connection, note_id)
        refuse_replaced(act.connection, note_id)
        draft = replace(
            stored.draft,
            dated=on or stored.draft.dated,
            number=stored.draft.number if number is None else number,
            series=stored.draft.series if series is None else series,
        )
        content = self._composer.composed(act.connection, draft)
        self._refuse_too_early(act.connection, note_id, stored, content)
        refuse_blocked(self.findings(content))
        numbering = Numbering(draft.series, checked_number(draft.number))
        at = self._clock.now()
        seal = sealed(act.connection, note_id, content, numbering, self._composer, at)
        seal_note(act.unit, seal)
        act.subject = f"note/{note_id}"
        step = NoteStep(StepKind.ISSUED, at, at, by=self._acts.actor)
        act.detail = {
            "frozen_sha256": seal.frozen_sha256,
            "number": seal.number,
            "pdf_sha256": seal.pdf_sha256,
            **add_step(act.unit, note_id, step),
        }
        return self._line(act, note_id)

    def line(self, note_id: int) -> NoteLine:
        """Return one note as a line; raises InputError for an unknown id."""
        with self._acts.reading() as connection:
            load_note(connection, note_id)
            [line] = load_lines(connection, [note_id])
        return line

    def lines(
        self, state: NoteState | None = None, year: int | None = None, search: str = ""
    ) -> list[NoteLine]:
        """Return notes as lines, the one last changed first; `year` is that of the note's date."""
        choice = LineChoice(frozenset() if state is None else frozenset({state}), year=year)
        with self._acts.reading() as connection:
            found = load_lines(connection, line_ids(connection, choice))
        return [
            line
            for line in found
            if matches(
                search,
                line.number,
                line.addressee,
                line.meeting_code,
                line.meeting_name,
                line.subject,
            )
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

    def _line(self, act: Act, note_id: int) -> NoteLine:
        [line] = load_lines(act.connection, [note_id])
        return line

    def refuse_impossible(self, connection: Connection, draft: Draft) -> None:
        """Raise InputError for a language that notes are not written in, or a missing meeting."""
        for language in (draft.language, draft.courtesy):
            if language and language not in LANGUAGES:
                raise InputError(f"Notes can be written in {', '.join(LANGUAGES)}.", "language")
        if draft.meeting_id is not None:
            load_meeting(connection, draft.meeting_id)
        elif RULES[draft.kind].meeting:
            raise InputError("Choose the meeting this note is about.", "meeting")

    def _refuse_too_early(
        self, connection: Connection, note_id: int, stored: StoredNote, content: NoteContent
    ) -> None:
        if stored.state.sealed:
            raise RefusedError("This note is issued already and keeps its number.", "note")
        if stored.state is NoteState.SUBMITTED:
            raise RefusedError("This note waits for its approval; it is issued after that.", "note")
        if stored.state is NoteState.DRAFT and required_profile(connection).approval:
            raise RefusedError(
                "This mission issues no note before it is approved; submit it first.", "note"
            )
        if stored.state is NoteState.APPROVED and (
            approved_content(connection, note_id) != self._composer.said(content)
        ):
            raise RefusedError(
                "The note says other things than what was approved, since its data changed; have it"
                " returned and approved again.",
                "note",
            )


def refuse_unless_draft(state: NoteState) -> None:
    """Raise RefusedError where a note can no longer be edited."""
    if state.sealed:
        raise RefusedError(
            "An issued note cannot be changed or removed; what changes is said in a new note.",
            "note",
        )
    if state is not NoteState.DRAFT:
        raise RefusedError("This note was submitted; have it returned before it is edited.", "note")


def refuse_blocked(findings: list[Finding]) -> None:
    """Raise RefusedError naming every finding that stops the issue."""
    stopping = blocking(findings)
    if stopping:
        listed = " ".join(f"{finding.message} {finding.fix}".strip() for finding in stopping)
        raise RefusedError(f"The note cannot be issued yet: {listed}", "note")
