"""Earlier delegations: reused, and compared with what notes said of people's titles."""

from dataclasses import replace
from datetime import date

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.services.desk import Desk

HEAD = Person("Okoro", "Amina", "H.E. Ms.", "Ambassador", gender="f")
OTHER = Person("Bello", "Chidi", "Mr.", "Second Secretary", "Permanent Mission", "Geneva")


@pytest.fixture
def former(desk: Desk) -> int:
    """The Tenth Meeting with an issued note of its delegation."""
    meeting = desk.meetings.adopt("10MSP").id
    desk.delegations.replace_all(
        meeting, [Delegate(HEAD, Role.HEAD), Delegate(OTHER, Role.ADVISER)]
    )
    desk.notes.issue(desk.notes.create(NoteKind.NOMINATION, meeting, "en"), date(2022, 8, 1))
    return meeting


@pytest.fixture
def meeting(desk: Desk) -> int:
    """The Eleventh Meeting, nobody named yet."""
    return desk.meetings.adopt("11MSP").id


def test_former_members_are_taken_over_with_their_roles(
    desk: Desk, former: int, meeting: int
) -> None:
    [earlier] = desk.delegations.earlier(besides=meeting)
    assert earlier.meeting.id == former
    ids = [delegate.id for delegate in earlier.delegates]
    taken = desk.delegations.reuse(meeting, former, ids)
    assert [(each.person.family_name, each.role) for each in taken] == [
        ("Okoro", Role.HEAD),
        ("Bello", Role.ADVISER),
    ]
    assert desk.delegations.reuse(meeting, former, ids) == taken
    assert desk.history.undo() == "Take over from a delegation"
    assert desk.delegations.of(meeting) == ()
    with pytest.raises(InputError, match="changed meanwhile"):
        desk.delegations.reuse(meeting, former, [999])


def test_a_second_head_becomes_a_representative(desk: Desk, former: int, meeting: int) -> None:
    minister = desk.people.save(Person("Zubairu", "Musa", functional_title="Minister"))
    desk.delegations.add(meeting, minister.id, Role.HEAD)
    head = desk.delegations.of(former)[0]
    taken = desk.delegations.reuse(meeting, former, [head.id])
    assert [each.role for each in taken] == [Role.HEAD, Role.REPRESENTATIVE]


def test_a_title_that_is_another_now_is_told(desk: Desk, former: int, meeting: int) -> None:
    ids = [delegate.id for delegate in desk.delegations.of(former)]
    _, bello = desk.delegations.reuse(meeting, former, ids)
    assert desk.delegations.former_titles(meeting) == {}
    desk.people.save(replace(bello.person, functional_title="First Secretary"))
    told = desk.delegations.former_titles(meeting)
    assert list(told) == [bello.id]
    assert (
        told[bello.id].functional_title,
        told[bello.id].number,
        told[bello.id].meeting_code,
    ) == (
        "Second Secretary",
        "1/2022",
        "10MSP",
    )
    desk.life.cancel(desk.notes.lines()[0].id, "Wrong list")
    assert desk.delegations.former_titles(meeting) == {}


def test_the_order_by_rank_is_one_step(desk: Desk, meeting: int) -> None:
    listed = [
        Delegate(OTHER, Role.REPRESENTATIVE),
        Delegate(Person("Adamu", "Sani", functional_title="Counsellor"), Role.REPRESENTATIVE),
        Delegate(HEAD, Role.HEAD),
    ]
    desk.delegations.replace_all(meeting, listed)
    ranked = desk.delegations.sort_by_rank(meeting)
    assert [each.person.family_name for each in ranked] == ["Okoro", "Adamu", "Bello"]
    assert desk.history.undo() == "Sort the delegation by rank"
    assert desk.delegations.of(meeting)[0].person.family_name == "Bello"


def test_a_registration_on_the_portal_is_kept(desk: Desk, former: int) -> None:
    member = desk.delegations.of(former)[1]
    marked = desk.delegations.set_on_portal(member.id, date(2023, 8, 15))
    assert desk.delegations.of(former)[1] == marked
    assert marked.on_portal == date(2023, 8, 15)
    desk.delegations.change_role(member.id, Role.EXPERT)
    assert desk.delegations.of(former)[1].on_portal == date(2023, 8, 15)
    desk.delegations.set_on_portal(member.id, None)
    assert desk.delegations.of(former)[1].on_portal is None


def test_forms_of_other_languages_are_kept(desk: Desk) -> None:
    person = replace(
        HEAD,
        rank="Ambassador",
        family_first=True,
        phone="+41 22 555 12 34",
        forms={"fr": PersonForms(style="S.E. Mme", functional_title=" Ambassadrice ")},
    )
    stored = desk.people.save(person)
    assert stored.forms == {"fr": PersonForms("S.E. Mme", "", "", "Ambassadrice")}
    assert (stored.rank, stored.family_first, stored.phone) == (
        "Ambassador",
        True,
        "+41 22 555 12 34",
    )
    meeting = desk.meetings.adopt("11MSP").id
    # A list that brings less takes nothing away of what is known.
    desk.delegations.replace_all(meeting, [Delegate(replace(HEAD, family_first=True), Role.HEAD)])
    [delegate] = desk.delegations.of(meeting)
    assert delegate.person == stored
