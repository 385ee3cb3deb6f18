"""The delegation to a meeting."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from ccmdesk.domain.delegation import Delegate, Role, heads
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.person import Person
from ccmdesk.domain.ranks import by_rank
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.former_delegations import FormerDelegation, FormerDelegations, FormerTitle
from ccmdesk.store.meeting_rows import load_meeting
from ccmdesk.store.people_rows import (
    add_delegate,
    drop_delegate,
    load_delegate,
    load_delegation,
    load_people,
    load_person,
    set_on_portal,
    set_order,
    set_role,
    set_travel_arranged,
    store_person,
)


class DelegationsService:
    """Put a delegation together."""

    def __init__(self, acts: Acts, former: FormerDelegations) -> None:
        self._acts = acts
        self._former = former

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
            return replace(delegate, role=role)

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

    def sort_by_rank(self, meeting_id: int) -> tuple[Delegate, ...]:
        """List the members by role and rank; undo brings the officer's own order back."""
        with self._acts.act("delegation.sort", "Sort the delegation by rank", "delegations") as act:
            act.subject = f"meeting/{meeting_id}"
            ranked = by_rank(load_delegation(act.connection, meeting_id))
            set_order(act.unit, [delegate.id for delegate in ranked])
            return load_delegation(act.connection, meeting_id)

    def set_on_portal(self, delegate_id: int, on: date | None) -> Delegate:
        """Record the day on which a member was registered on the portal; None takes it back."""
        with self._acts.act("delegation.portal", "Mark the registration", "delegations") as act:
            delegate, meeting_id = load_delegate(act.connection, delegate_id)
            act.subject = f"meeting/{meeting_id}"
            set_on_portal(act.unit, delegate_id, on)
            return replace(delegate, on_portal=on)

    def set_travel_arranged(self, delegate_id: int, arranged: bool) -> Delegate:
        """Record whether visa and passport of a member were seen to."""
        with self._acts.act("delegation.travel", "Mark visa and passport", "delegations") as act:
            delegate, meeting_id = load_delegate(act.connection, delegate_id)
            act.subject = f"meeting/{meeting_id}"
            set_travel_arranged(act.unit, delegate_id, arranged)
            return replace(delegate, travel_arranged=arranged)

    def replace_all(self, meeting_id: int, delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
        """Make the delegation exactly this list.

        People of the same name and e-mail address are taken from those known here and brought up
        to date; the others are added.
        """
        with self._acts.act(
            "delegation.replace", "Replace the delegation", "delegations", "people"
        ) as act:
            load_meeting(act.connection, meeting_id)
            act.subject = f"meeting/{meeting_id}"
            replaced(act, meeting_id, delegates)
            return load_delegation(act.connection, meeting_id)

    def earlier(self, besides: int | None = None) -> list[FormerDelegation]:
        """Return the delegations kept here, the latest meeting first, `besides` left out."""
        with self._acts.reading() as connection:
            return self._former.kept(connection, besides)

    def former_titles(self, meeting_id: int) -> dict[int, FormerTitle]:
        """Return, by the id of the member, what a note last gave as title where it is another now.

        A note for the meeting itself counts only where there is no note for another one.
        """
        with self._acts.reading() as connection:
            return self._former.titles(connection, meeting_id)

    def reuse(
        self, meeting_id: int, from_meeting_id: int, delegate_ids: Sequence[int]
    ) -> tuple[Delegate, ...]:
        """Add members of a former delegation with the roles they had there.

        Who is in the delegation already is left as is, and a second head becomes a representative.
        Raises InputError where a member is not of that delegation.
        """
        with self._acts.act(
            "delegation.reuse", "Take over from a delegation", "delegations"
        ) as act:
            load_meeting(act.connection, meeting_id)
            act.subject = f"meeting/{meeting_id}"
            former = {each.id: each for each in load_delegation(act.connection, from_meeting_id)}
            present = load_delegation(act.connection, meeting_id)
            known = {delegate.person.id for delegate in present}
            has_head = bool(heads(present))
            for delegate_id in delegate_ids:
                if delegate_id not in former:
                    raise InputError(
                        "That delegation has changed meanwhile; look at the list again.",
                        "delegates",
                    )
                delegate = former[delegate_id]
                if delegate.person.id in known:
                    continue
                role = delegate.role
                if role is Role.HEAD and has_head:
                    role = Role.REPRESENTATIVE
                has_head = has_head or role is Role.HEAD
                add_delegate(act.unit, meeting_id, delegate.person.id, role)
            return load_delegation(act.connection, meeting_id)


def replaced(act: Act, meeting_id: int, delegates: Sequence[Delegate]) -> None:
    """Make the delegation exactly this list, inside an act; people known here are taken up."""
    checked = [replace(each, person=each.person.checked()) for each in delegates]
    former = load_delegation(act.connection, meeting_id)
    kept = {each.person.id: each for each in former}
    for each in former:
        drop_delegate(act.unit, each.id)
    known = _Known(load_people(act.connection))
    for each in checked:
        person_id = store_person(act.unit, known.taken(each.person))
        before = kept.get(person_id, each)
        add_delegate(
            act.unit,
            meeting_id,
            person_id,
            each.role,
            each.on_portal or before.on_portal,
            each.travel_arranged or before.travel_arranged,
        )


class _Known:
    """The people known here, each to be taken once per list: two may bear one name."""

    def __init__(self, people: Sequence[Person]) -> None:
        self._free = list(people)

    def taken(self, person: Person) -> Person:
        """Return the person as to be stored: in the place of who has this name and address."""
        for known in self._free:
            if (known.full_name, known.email) == (person.full_name, person.email):
                self._free.remove(known)
                # What a list seldom brings is not lost by taking over what it brings.
                return replace(
                    person,
                    id=known.id,
                    rank=person.rank or known.rank,
                    phone=person.phone or known.phone,
                    grounds_pass_until=person.grounds_pass_until or known.grounds_pass_until,
                    forms={**known.forms, **person.forms},
                )
        return replace(person, id=0)
