"""Looks up what the linter has to know beside a note: register, people, other meetings."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from sqlalchemy import Connection

from ccmdesk.domain.clock import Clock
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.delegation_changes import changes, name_key
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.names_alike import spelt_otherwise
from ccmdesk.domain.note import NoteContent, NoteKind, NoteState
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, EarlierNote
from ccmdesk.domain.person import Person
from ccmdesk.domain.surroundings import EarlierMember, Surroundings
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.services.note_findings import around_any
from ccmdesk.services.note_texts import unconfirmed_formulas
from ccmdesk.services.states import StatesService
from ccmdesk.store.events import last_event
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.note_rows import load_note
from ccmdesk.store.people_rows import load_delegation, load_people, meetings_with_delegations
from ccmdesk.store.profile_rows import load_profile
from ccmdesk.store.seal_rows import first_use, latest_sealed

# Spellings of long ago say nothing; so many notes are looked through, the latest first.
_NOTES_READ = 40
# A draft shows a line where the register will put the number.
_BLANK = "___"


@dataclass(frozen=True, slots=True)
class _Kept:
    """What was read for one delegation; good until the next act of the officer."""

    key: tuple[object, ...]
    around: Surroundings


class NoteSurroundings:
    """Fill in the surroundings of notes; between two acts nothing is read twice."""

    def __init__(self, composer: NoteComposer, states: StatesService, clock: Clock) -> None:
        self._composer = composer
        self._states, self._clock = states, clock
        self._kept: _Kept | None = None
        # An issued note never changes, so it is read once.
        self._members: dict[int, tuple[EarlierMember, ...]] = {}

    def live(self, connection: Connection, content: NoteContent) -> Surroundings:
        """Return what surrounds a content that is being typed."""
        meeting_id = content.meeting.id if content.meeting else 0
        key = (last_event(connection), content.kind, meeting_id, content.delegates)
        if self._kept is None or self._kept.key != key:
            self._kept = _Kept(key, self._read(connection, content, meeting_id))
        around = self._kept.around
        return replace(
            around_any(content, self._clock.today()),
            people=around.people,
            earlier_members=around.earlier_members,
            elsewhere=around.elsewhere,
            delegation=around.delegation,
            in_force=around.in_force,
            kept=around.kept,
            number_used=self._number_used(connection, content),
        )

    def stored(self, connection: Connection, note_id: int, content: NoteContent) -> Surroundings:
        """Return what surrounds a stored note, the formulas nobody confirmed among it.

        Of an issued note it holds also what changed in its delegation since.
        """
        around = self.live(connection, content)
        profile = load_profile(connection)
        formulas = unconfirmed_formulas(content, profile.confirmed) if profile else []
        return replace(
            around,
            changed_since=self._changed_since(connection, note_id, content),
            unconfirmed=tuple(formulas),
        )

    def _read(self, connection: Connection, content: NoteContent, meeting_id: int) -> Surroundings:
        listed = bool(content.delegates) and RULES[content.kind].lists_delegation
        regrets = content.kind is NoteKind.REGRETS and meeting_id
        return Surroundings(
            self._clock.today(),
            people=tuple(_alike(content.delegates, load_people(connection))) if listed else (),
            earlier_members=self._earlier(connection, content) if listed else (),
            elsewhere=_elsewhere(connection, content) if listed and meeting_id else {},
            delegation=load_delegation(connection, meeting_id) if regrets else (),
            in_force=self._in_force(connection),
            kept=bool(meeting_id),
        )

    def _in_force(self, connection: Connection) -> date | None:
        profile = load_profile(connection)
        if profile is None:
            return None
        return self._states.within(connection, profile.state_iso3).entry_into_force

    def _number_used(self, connection: Connection, content: NoteContent) -> EarlierNote | None:
        number = content.number_shown.strip()
        if content.number or not number or _BLANK in number:
            return None
        used = first_use(connection, number)
        return EarlierNote(used.number, used.dated, used.subject) if used else None

    def _earlier(self, connection: Connection, content: NoteContent) -> tuple[EarlierMember, ...]:
        kinds = [str(kind) for kind, rule in RULES.items() if rule.lists_delegation]
        told: list[EarlierMember] = []
        for note_id, number, _, frozen in latest_sealed(connection, kinds, _NOTES_READ):
            if note_id not in self._members:
                self._members[note_id] = tuple(_members(json.loads(frozen), number))
            told += self._members[note_id]
        found = []
        for delegate in content.delegates:
            for earlier in told:
                if earlier.person.full_name == delegate.person.full_name:
                    # The latest note has the name as it is now.
                    break
                if spelt_otherwise(delegate.person, earlier.person):
                    found.append(earlier)
                    break
        return tuple(found)

    def _changed_since(
        self, connection: Connection, note_id: int, content: NoteContent
    ) -> tuple[Change, ...]:
        stored = load_note(connection, note_id)
        if not RULES[content.kind].lists_delegation or stored.draft.meeting_id is None:
            return ()
        if not stored.state.sealed or stored.state is NoteState.CANCELLED:
            return ()
        told = self._composer.frozen(connection, self._composer.last_told(connection, note_id))
        return changes(told.delegates, load_delegation(connection, stored.draft.meeting_id))


def _alike(delegates: Sequence[Delegate], people: Sequence[Person]) -> Iterator[Person]:
    for person in people:
        if any(
            each.person.id != person.id and spelt_otherwise(each.person, person)
            for each in delegates
        ):
            yield person


def _members(frozen: dict[str, Any], number: str) -> Iterator[EarlierMember]:
    for row in frozen.get("delegates", ()):
        person = Person(
            family_name=row.get("family_name", ""),
            given_names=row.get("given_names", ""),
            email=row.get("email", ""),
            gender=row.get("gender", ""),
            family_first=row.get("family_first", False),
        )
        yield EarlierMember(person, f"note No. {number}")


def _elsewhere(connection: Connection, content: NoteContent) -> dict[str, str]:
    meeting = content.meeting
    assert meeting is not None
    found: dict[str, str] = {}
    for other_id in meetings_with_delegations(connection):
        if other_id == meeting.id:
            continue
        other = load_meeting(connection, other_id)
        if not _overlap(meeting, other):
            continue
        assert other.start is not None
        there = {name_key(each.person) for each in load_delegation(connection, other_id)}
        for delegate in content.delegates:
            if name_key(delegate.person) in there:
                name = delegate.person.full_name
                found[name] = (
                    f"{name} is also in the delegation to {other.code or other.name}, which opens"
                    f" on {spoken(other.start)}, at the same dates."
                )
    return found


def _overlap(one: Meeting, other: Meeting) -> bool:
    if one.start is None or other.start is None:
        return False
    return one.start <= (other.end or other.start) and other.start <= (one.end or one.start)
