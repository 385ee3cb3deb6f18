"""Notes that follow an issued note: amendments of its delegation, and corrections."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import Connection

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.delegation_changes import changes
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.note import Draft, NoteKind, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, Correction, Matter
from ccmdesk.services.acts import Acts
from ccmdesk.services.delegations import replaced
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.store.note_rows import add_note, load_note
from ccmdesk.store.people_rows import load_delegation


class AmendmentsService:
    """Write what changed since a note was issued."""

    def __init__(self, acts: Acts, composer: NoteComposer) -> None:
        self._acts = acts
        self._composer = composer

    def changes(
        self, note_id: int, delegates: Sequence[Delegate] | None = None
    ) -> tuple[Change, ...]:
        """Return what happened to the delegation since it was last told to the addressee.

        `note_id` is the issued note that named it, or an amendment of that; `delegates` the list
        as it is now, by default the one stored for the meeting. Raises RefusedError for a note
        without a delegation.
        """
        with self._acts.reading() as connection:
            first, draft = self._first(connection, note_id)
            told = self._composer.frozen(connection, self._composer.last_told(connection, first))
            if draft.meeting_id is None:
                return ()
            if delegates is None:
                delegates = load_delegation(connection, draft.meeting_id)
            return changes(told.delegates, delegates)

    def amend(self, note_id: int, delegates: Sequence[Delegate] | None = None) -> int:
        """Start the amendment of an issued note's delegation, and return the new draft's id.

        It cites the first note and writes the difference from what was last told, now and as long
        as it is a draft. With `delegates` the delegation becomes that list in the same act. Raises
        RefusedError where the note names no delegation, is no issued one or was cancelled.
        """
        with self._acts.act(
            "note.create", "Start an amendment", "notes", "delegations", "people"
        ) as act:
            first, draft = self._first(act.connection, note_id)
            if delegates is not None and draft.meeting_id is not None:
                replaced(act, draft.meeting_id, delegates)
            amendment = Draft(
                NoteKind.AMENDMENT,
                draft.language,
                draft.meeting_id,
                addressee=draft.addressee,
                address=draft.address,
                answers=first,
                series=draft.series,
                courtesy=draft.courtesy,
            )
            new = add_note(act.unit, amendment, self._acts.clock.now())
            act.subject = f"note/{new}"
        return new

    def correct(self, note_id: int, corrections: Sequence[Correction] = ()) -> int:
        """Start the correction of an issued note, and return the new draft's id.

        Raises RefusedError where the note is no issued one or was cancelled.
        """
        with self._acts.act("note.create", "Start a correction", "notes") as act:
            draft = self._issued(act.connection, note_id)
            correction = Draft(
                NoteKind.CORRECTION,
                draft.language,
                draft.meeting_id,
                addressee=draft.addressee,
                address=draft.address,
                matter=Matter(corrections=tuple(corrections)),
                answers=note_id,
                series=draft.series,
                courtesy=draft.courtesy,
            )
            new = add_note(act.unit, correction, self._acts.clock.now())
            act.subject = f"note/{new}"
        return new

    def copy(self, note_id: int) -> int:
        """Start a new draft that says what a note says, and return its id.

        Number, date and what it answers are not taken over, except by an amendment or correction.
        """
        with self._acts.act("note.create", "Copy the note", "notes") as act:
            draft = load_note(act.connection, note_id).draft
            new = add_note(
                act.unit, replace(draft, dated=None, number=None), self._acts.clock.now()
            )
            act.subject = f"note/{new}"
        return new

    def _first(self, connection: Connection, note_id: int) -> tuple[int, Draft]:
        """Return the note that named the delegation first, with what it decided."""
        draft = self._issued(connection, note_id)
        while draft.kind is NoteKind.AMENDMENT and draft.answers is not None:
            note_id = draft.answers
            draft = self._issued(connection, note_id)
        if not RULES[draft.kind].lists_delegation:
            raise RefusedError(
                "This note names no delegation; a correction says what is to be read otherwise.",
                "note",
            )
        return note_id, draft

    def _issued(self, connection: Connection, note_id: int) -> Draft:
        stored = load_note(connection, note_id)
        if not stored.state.sealed:
            raise RefusedError("This note is not issued yet; change the note itself.", "note")
        if stored.state is NoteState.CANCELLED:
            raise RefusedError("This note was cancelled; write a new one instead.", "note")
        return stored.draft
