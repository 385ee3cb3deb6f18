"""What the linter has to know beside the note itself."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.meeting import ConveningNote
from ccmdesk.domain.note_matter import Change, EarlierNote
from ccmdesk.domain.person import Person


@dataclass(frozen=True, slots=True)
class EarlierMember:
    """A person as an issued note printed them; `note` names it, as in "note No. 3/2022"."""

    person: Person
    note: str


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What surrounds a note on the day it is looked at; what is not known is left empty.

    `convening` is the note that is answered. `people` are those of the people's register and
    `earlier_members` those of issued notes whose names are close to one in the delegation.
    `elsewhere` tells by full name of another meeting at the same dates. `number_used` is the note
    that bears the typed number already. `outdated_address` tells by a mark of an older address of
    the secretariat ("room c117", an e-mail address, in lower case) where it was last seen.
    `changed_since` is how the delegation differs from what the notes issued so far say.
    `unconfirmed` are formulas of the phrase pack nobody has confirmed. `delegation` is the list
    kept for the meeting, also where the note prints none. `in_force` is the day on which the
    Convention entered into force for the State. `kept` is set where the register keeps passes,
    registrations and travel documents, so that a missing one means something. `travels` is set
    where the meeting is in another city than the mission.
    """

    today: date
    convening: ConveningNote | None = None
    people: tuple[Person, ...] = ()
    earlier_members: tuple[EarlierMember, ...] = ()
    elsewhere: Mapping[str, str] = field(default_factory=dict)
    number_used: EarlierNote | None = None
    outdated_address: Mapping[str, str] = field(default_factory=dict)
    changed_since: tuple[Change, ...] = ()
    unconfirmed: tuple[str, ...] = ()
    delegation: tuple[Delegate, ...] = ()
    in_force: date | None = None
    kept: bool = False
    travels: bool = False
