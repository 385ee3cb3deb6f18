"""The delegation to a meeting."""

from collections.abc import Sequence

from ccmdesk.domain.delegation import Delegate, Role, heads
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.person import Person
from ccmdesk.services.acts import Act, Acts
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.people_rows import (
    add_delegate,
    drop_delegate,
    load_delegate,
    load_delegation,
    load_people,
    load_person,
    set_order,
    set_role,
    store_person,
)


class DelegationsService:
    """Put a delegation together."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def of(self, meeting_id: int) -> tuple[Delegate, ...]:
        """Return the delegation in the officer's own order."""
        with self._acts.reading() as connection:
            return load_delegation(connection, meeting_id)

    def add(self, meeting_id: int, person_id: int, role: Role) -> Delegate:
        """Put a person at the end of the list; raises RefusedError where they are on it already."""
        with self._acts.act("delegation.add", "Add to the delegation", "delegations") as act:
            person = load_person(act.connection, person_id)
            load_meeting(act.connection, meeting_id)
            present = load_delegation(act.connection, meeting_id)
            if any(delegate.person.id == person_id for delegate in present):
                raise RefusedError(f"{person.full_name} is in this delegation already.", "person")
            act.subject = f"meeting/{meeting_id}"
            return Delegate(person, role, add_delegate(act.unit, meeting_id, person_id, role))

    def change_role(self, delegate_id: int, role: Role) -> Delegate:
        """Give a member another role; a new head makes the former one a representative."""
        with self._acts.act("delegation.role", "Change the role", "delegations") as act:
            delegate, meeting_id = load_delegate(act.connection, delegate_id)
            act.subject = f"meeting/{meeting_id}"
            if role is Role.HEAD:
                for former in heads(load_delegation(act.connection, meeting_id)):
                    if former.id != delegate_id:
                        set_role(act.unit, former.id, Role.REPRESENTATIVE)
            set_role(act.unit, delegate_id, role)
            return Delegate(delegate.person, role, delegate_id)

    def remove(self, delegate_id: int) -> None:
        """Take a member out of the delegation; the person stays among the people."""
        with self._acts.act(
            "delegation.remove", "Remove from the delegation", "delegations"
        ) as act:
            _, meeting_id = load_delegate(act.connection, delegate_id)
            act.subject = f"meeting/{meeting_id}"
            drop_delegate(act.unit, delegate_id)

    def reorder(self, meeting_id: int, delegate_ids: Sequence[int]) -> tuple[Delegate, ...]:
        """List the members in the order of `delegate_ids`, which names each of them once."""
        with self._acts.act("delegation.reorder", "Reorder the delegation", "delegations") as act:
            present = [delegate.id for delegate in load_delegation(act.connection, meeting_id)]
            if sorted(present) != sorted(delegate_ids):
                raise InputError(
                    "The delegation has changed meanwhile; look at the list again.", "delegates"
                )
            act.subject = f"meeting/{meeting_id}"
            set_order(act.unit, delegate_ids)
            return load_delegation(act.connection, meeting_id)

    def replace_all(self, meeting_id: int, delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
        """Make the delegation exactly this list.

        People of the same name and e-mail address are taken from those known here and brought up
        to date; the others are added.
        """
        checked = [(delegate.person.checked(), delegate.role) for delegate in delegates]
        with self._acts.act(
            "delegation.replace", "Replace the delegation", "delegations", "people"
        ) as act:
            load_meeting(act.connection, meeting_id)
            act.subject = f"meeting/{meeting_id}"
            for former in load_delegation(act.connection, meeting_id):
                drop_delegate(act.unit, former.id)
            known = _Known(load_people(act.connection))
            for person, role in checked:
                add_delegate(act.unit, meeting_id, _kept(act, known, person), role)
            return load_delegation(act.connection, meeting_id)


class _Known:
    """The people known here, each to be taken once per list: two may bear one name."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._free = list(people)

    def take(self, person: Person) -> int:
        """Return the id of who has the same name and address, or 0."""
        for known in self._free:
            if (known.full_name, known.email) == (person.full_name, person.email):
                self._free.remove(known)
                return known.id
        return 0


def _kept(act: Act, known: _Known, person: Person) -> int:
    return store_person(
        act.unit,
        Person(
            person.family_name,
            person.given_names,
            person.style,
            person.functional_title,
            person.organization,
            person.place,
            person.email,
            person.gender,
            id=known.take(person),
        ),
    )
