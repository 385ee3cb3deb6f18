"""What earlier delegations and the notes about them say of people."""

import json
from dataclasses import dataclass

from sqlalchemy import Connection

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.delegation_changes import name_key
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.person import Person
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.people_rows import load_delegation, meetings_with_delegations
from ccmdesk.store.seal_rows import latest_sealed

# Titles of long ago say nothing; so many notes are looked through, the latest first.
_NOTES_READ = 40


@dataclass(frozen=True, slots=True)
class FormerDelegation:
    """The delegation to an earlier meeting."""

    meeting: Meeting
    delegates: tuple[Delegate, ...]


@dataclass(frozen=True, slots=True)
class FormerTitle:
    """The title under which a note named a person."""

    functional_title: str
    organization: str
    number: str
    meeting_code: str


class FormerDelegations:
    """Read earlier delegations, and the titles under which issued notes named people."""

    def __init__(self) -> None:
        # An issued note never changes, so it is read once.
        self._read: dict[int, list[tuple[Person, FormerTitle]]] = {}

    def kept(self, connection: Connection, besides: int | None) -> list[FormerDelegation]:
        """Return the delegations kept here, the latest meeting first, `besides` left out."""
        found = [
            FormerDelegation(load_meeting(connection, each), load_delegation(connection, each))
            for each in meetings_with_delegations(connection)
            if each != besides
        ]
        return sorted(found, key=lambda each: each.meeting.order, reverse=True)

    def titles(self, connection: Connection, meeting_id: int) -> dict[int, FormerTitle]:
        """Return, by the id of the member, the last told title where it is another now."""
        own = load_meeting(connection, meeting_id).code
        told: dict[tuple[str, ...], FormerTitle] = {}
        entries = self._entries(connection)
        for elsewhere in (True, False):
            for person, title in entries:
                if (title.meeting_code != own) is elsewhere:
                    told.setdefault(name_key(person), title)
        changed = {}
        for delegate in load_delegation(connection, meeting_id):
            person = delegate.person
            former = told.get(name_key(person))
            if former and (former.functional_title, former.organization) != (
                person.functional_title,
                person.organization,
            ):
                changed[delegate.id] = former
        return changed

    def _entries(self, connection: Connection) -> list[tuple[Person, FormerTitle]]:
        kinds = [str(kind) for kind, rule in RULES.items() if rule.lists_delegation]
        entries: list[tuple[Person, FormerTitle]] = []
        for note_id, number, code, frozen in latest_sealed(connection, kinds, _NOTES_READ):
            if note_id not in self._read:
                self._read[note_id] = [
                    (
                        Person(row.get("family_name", ""), row.get("given_names", "")),
                        FormerTitle(
                            row.get("functional_title", ""),
                            row.get("organization", ""),
                            number,
                            code,
                        ),
                    )
                    for row in json.loads(frozen).get("delegates", ())
                ]
            entries += self._read[note_id]
        return entries
