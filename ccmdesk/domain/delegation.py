"""The delegation to a meeting: roles, one head, and the order in which it is listed."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ccmdesk.domain.person import Person


class Role(StrEnum):
    """What a person is in the delegation, in the order in which roles are listed."""

    HEAD = "head"
    ALTERNATE_HEAD = "alternate_head"
    REPRESENTATIVE = "representative"
    ALTERNATE = "alternate"
    ADVISER = "adviser"
    EXPERT = "expert"
    OBSERVER = "observer"


@dataclass(frozen=True, slots=True)
class Delegate:
    """A person with a role in one delegation; `id` is 0 until stored.

    `on_portal` is the day on which the person was registered on the secretariat's portal;
    `travel_arranged` tells that visa and passport were seen to, for a meeting in another city.
    """

    person: Person
    role: Role
    id: int = 0
    on_portal: date | None = None
    travel_arranged: bool = False


def heads(delegates: Iterable[Delegate]) -> list[Delegate]:
    """Return those who are named head of delegation; a right list has exactly one."""
    return [delegate for delegate in delegates if delegate.role is Role.HEAD]


def in_listing_order(delegates: Sequence[Delegate]) -> tuple[Delegate, ...]:
    """Return the delegates with the head first and the officer's own order kept otherwise."""
    return tuple(sorted(delegates, key=lambda delegate: delegate.role is not Role.HEAD))
