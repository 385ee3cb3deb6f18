"""What every service of the notes reads alike: the content of a draft and of an issued note."""

import hashlib
import json
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import Connection

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.note import Draft, NoteContent, NoteKind, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, EarlierNote
from ccmdesk.domain.profile import Names, Profile
from ccmdesk.domain.report_periods import reports_as_party
from ccmdesk.domain.state import Status
from ccmdesk.services import reference
from ccmdesk.services.note_content import Surroundings, assembled
from ccmdesk.services.papers import Papers
from ccmdesk.services.profile import ProfileService, required_profile
from ccmdesk.services.states import StatesService
from ccmdesk.store.image_rows import image
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.note_rows import answering, load_note
from ccmdesk.store.people_rows import load_delegation
from ccmdesk.store.seal_rows import load_frozen, load_seal_line

EMBLEM_KEY = "emblem_sha256"
SEAL_KEY = "seal"


@dataclass(frozen=True, slots=True)
class NoteSources:
    """What the notes are made with, besides the database."""

    profile: ProfileService
    states: StatesService
    papers: Papers


class NoteComposer:
    """Read the content of notes inside a transaction of the caller."""

    def __init__(self, sources: NoteSources, clock: Clock) -> None:
        self._sources = sources
        self._clock = clock
        self.papers = sources.papers

    def content(self, connection: Connection, note_id: int) -> NoteContent:
        """Return all that is printed: live for a draft, frozen for an issued note."""
        stored = load_note(connection, note_id)
        if stored.state.sealed:
            return self.frozen(connection, note_id)
        return self.composed(connection, stored.draft)

    def composed(self, connection: Connection, draft: Draft) -> NoteContent:
        """Return what a draft would print now, stored or not."""
        profile = required_profile(connection)
        meeting = None if draft.meeting_id is None else load_meeting(connection, draft.meeting_id)
        delegates: tuple[Delegate, ...] = ()
        if draft.meeting_id is not None and RULES[draft.kind].lists_delegation:
            delegates = load_delegation(connection, draft.meeting_id)
        earlier, changes = self._answered(connection, draft, delegates)
        return assembled(
            draft,
            Surroundings(
                profile=profile,
                names=self._names(profile, draft.language),
                status=self._status(connection, profile, draft),
                secretariat=reference.secretariat()[-1],
                today=self._clock.today(),
                meeting=meeting,
                delegates=delegates,
                courtesy_names=(self._names(profile, draft.courtesy) if draft.courtesy else None),
                earlier=earlier,
                changes=changes,
            ),
        )

    def _status(self, connection: Connection, profile: Profile, draft: Draft) -> Status:
        state = self._sources.states.within(connection, profile.state_iso3)
        owed = draft.kind is NoteKind.ARTICLE7 and reports_as_party(state, draft.matter)
        return Status.PARTY if owed else state.status

    def frozen(self, connection: Connection, note_id: int) -> NoteContent:
        """Return an issued note as it was sealed."""
        sealed = load_frozen(connection, note_id)
        return self.thawed(connection, json.loads(sealed.frozen))

    def thawed(self, connection: Connection, data: dict[str, Any]) -> NoteContent:
        """Return the content from what `frozen_data` gave."""
        emblem = image(connection, data.pop(EMBLEM_KEY, None))
        data.pop(SEAL_KEY, None)
        return replace(self.papers.from_json(data), emblem=emblem)

    def frozen_data(self, content: NoteContent, emblem: str | None) -> dict[str, Any]:
        """Return the content as plain data, its emblem by the SHA-256 under which it is kept."""
        return {**self.papers.to_json(replace(content, emblem=None)), EMBLEM_KEY: emblem}

    def said(self, content: NoteContent) -> str:
        """Return the SHA-256 of what a note says, whatever its number and its date."""
        emblem = hashlib.sha256(content.emblem).hexdigest() if content.emblem else None
        data = self.frozen_data(content, emblem)
        for name in ("number", "number_shown", "dated"):
            data.pop(name)
        return hashlib.sha256(canonical(data).encode("utf-8")).hexdigest()

    def last_told(self, connection: Connection, note_id: int) -> int:
        """Return the note that told the delegation of `note_id` last: itself or an amendment."""
        family, last = {note_id}, note_id
        fresh = [note_id]
        while fresh:
            found = [each for each in answering(connection, fresh) if each[0] not in family]
            fresh = [each for each, _ in found]
            family.update(fresh)
            told = [
                each
                for each, state in found
                if state.sealed
                and state is not NoteState.CANCELLED
                and load_note(connection, each).draft.kind is NoteKind.AMENDMENT
            ]
            candidates = [last, *told]
            last = max(candidates, key=lambda each: self._order_of_issue(connection, each))
        return last

    def _order_of_issue(self, connection: Connection, note_id: int) -> tuple[object, int]:
        return load_seal_line(connection, note_id)["issued_at"], note_id

    def _answered(
        self, connection: Connection, draft: Draft, delegates: tuple[Delegate, ...]
    ) -> tuple[EarlierNote | None, tuple[Change, ...]]:
        if draft.answers is None:
            return None, ()
        if not load_note(connection, draft.answers).state.sealed:
            return None, ()
        line = load_seal_line(connection, draft.answers)
        earlier = EarlierNote(line["number"], line["dated"], line["subject"])
        if draft.kind is not NoteKind.AMENDMENT:
            return earlier, ()
        # Loaded here: only an amendment compares.
        from ccmdesk.domain.delegation_changes import changes

        told = self.frozen(connection, self.last_told(connection, draft.answers))
        return earlier, changes(told.delegates, delegates)

    def _names(self, profile: Profile, language: str) -> Names:
        if language in profile.names:
            return profile.names[language]
        city = profile.names_in(profile.language).city
        return self._sources.profile.default_names(profile.state_iso3, city, language)


def canonical(data: dict[str, Any]) -> str:
    """Return plain data as the one text its SHA-256 is taken of."""
    return json.dumps(data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
