"""People and delegations, as rows."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict, fields
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, func, select

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.store.tables import delegates, people
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = tuple(field.name for field in fields(Person) if field.name not in ("id", "forms"))


def load_people(connection: Connection) -> list[Person]:
    """Return everybody who is not in the bin, in the order in which they were added."""
    rows = connection.execute(
        select(people).where(people.c.removed_at.is_(None)).order_by(people.c.id)
    ).mappings()
    return [_person(row) for row in rows]


def load_person(connection: Connection, person_id: int) -> Person:
    """Return one person, or raise InputError."""
    row = connection.execute(select(people).where(people.c.id == person_id)).mappings().first()
    if row is None:
        raise InputError("This person is not stored here; choose one from the list.", "person")
    return _person(row)


def store_person(unit: UnitOfWork, person: Person) -> int:
    """Add the person, or replace the one of the same id, and return the id."""
    values: dict[str, Any] = {name: getattr(person, name) for name in _FIELDS}
    values["forms"] = {language: asdict(forms) for language, forms in person.forms.items()}
    if not person.id:
        return unit.insert(people, values)
    unit.update(people, person.id, values)
    return person.id


def bin_person(unit: UnitOfWork, person_id: int, at: datetime) -> None:
    """Put the person into the bin; the delegations they were in keep them."""
    unit.update(people, person_id, {"removed_at": at})


def load_delegation(connection: Connection, meeting_id: int) -> tuple[Delegate, ...]:
    """Return the delegation in the officer's own order."""
    joined = delegates.join(people)
    rows = connection.execute(
        select(
            people,
            delegates.c.id.label("delegate_id"),
            delegates.c.role,
            delegates.c.on_portal,
            delegates.c.travel_arranged,
        )
        .select_from(joined)
        .where(delegates.c.meeting_id == meeting_id)
        .order_by(delegates.c.position, delegates.c.id)
    ).mappings()
    return tuple(_delegate(row) for row in rows)


def load_delegate(connection: Connection, delegate_id: int) -> tuple[Delegate, int]:
    """Return one member of a delegation and the id of the meeting; or raise InputError."""
    row = (
        connection.execute(
            select(
                people,
                delegates.c.id.label("delegate_id"),
                delegates.c.role,
                delegates.c.on_portal,
                delegates.c.travel_arranged,
                delegates.c.meeting_id,
            )
            .select_from(delegates.join(people))
            .where(delegates.c.id == delegate_id)
        )
        .mappings()
        .first()
    )
    if row is None:
        raise InputError("This person is not in the delegation; look at the list again.", "person")
    return _delegate(row), int(row["meeting_id"])


def meetings_with_delegations(connection: Connection) -> list[int]:
    """Return the ids of the meetings to which a delegation is kept."""
    return list(connection.execute(select(delegates.c.meeting_id).distinct()).scalars())


def add_delegate(
    unit: UnitOfWork,
    meeting_id: int,
    person_id: int,
    role: Role,
    on_portal: date | None = None,
    travel_arranged: bool = False,
) -> int:
    """Put the person at the end of the delegation and return the id of the place."""
    last = unit.connection.execute(
        select(func.max(delegates.c.position)).where(delegates.c.meeting_id == meeting_id)
    ).scalar()
    return unit.insert(
        delegates,
        {
            "meeting_id": meeting_id,
            "person_id": person_id,
            "role": str(role),
            "position": 0 if last is None else int(last) + 1,
            "on_portal": on_portal,
            "travel_arranged": travel_arranged,
        },
    )


def set_role(unit: UnitOfWork, delegate_id: int, role: Role) -> None:
    """Give a member another role."""
    unit.update(delegates, delegate_id, {"role": str(role)})


def set_on_portal(unit: UnitOfWork, delegate_id: int, day: date | None) -> None:
    """Record when a member was registered on the portal; None takes that back."""
    unit.update(delegates, delegate_id, {"on_portal": day})


def set_travel_arranged(unit: UnitOfWork, delegate_id: int, arranged: bool) -> None:
    """Record whether visa and passport of a member were seen to."""
    unit.update(delegates, delegate_id, {"travel_arranged": arranged})


def drop_delegate(unit: UnitOfWork, delegate_id: int) -> None:
    """Take a member out of the delegation; the person stays."""
    unit.delete(delegates, delegate_id)


def set_order(unit: UnitOfWork, delegate_ids: Iterable[int]) -> None:
    """Give the members the positions in which they are named."""
    for position, delegate_id in enumerate(delegate_ids):
        unit.update(delegates, delegate_id, {"position": position})


def _person(row: Mapping[Any, Any]) -> Person:
    forms = {language: PersonForms(**stored) for language, stored in row["forms"].items()}
    return Person(id=row["id"], forms=forms, **{name: row[name] for name in _FIELDS})


def _delegate(row: Mapping[Any, Any]) -> Delegate:
    return Delegate(
        _person(row),
        Role(row["role"]),
        row["delegate_id"],
        row["on_portal"],
        row["travel_arranged"],
    )
