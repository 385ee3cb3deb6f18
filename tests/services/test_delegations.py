"""The delegation: roles, order, one head by one act, and lists taken over whole."""

from dataclasses import replace

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk

ANA = Person("Ünal", "Ana", email="ana@example.org")
BO = Person("Bø", "Bo")
CY = Person("Çelik", "Cy", functional_title="Adviser <b>&</b> friend 🕊 سلام")


@pytest.fixture
def meeting(desk: Desk) -> int:
    """The Eleventh Meeting with a delegation of three."""
    meeting_id = desk.meetings.adopt("11MSP").id
    listed = [
        Delegate(ANA, Role.HEAD),
        Delegate(BO, Role.REPRESENTATIVE),
        Delegate(CY, Role.ADVISER),
    ]
    desk.delegations.replace_all(meeting_id, listed)
    return meeting_id


def listed(desk: Desk, meeting_id: int) -> list[tuple[str, Role]]:
    return [(each.person.given_names, each.role) for each in desk.delegations.of(meeting_id)]


def test_a_list_is_taken_over_in_its_order_and_word_for_word(desk: Desk, meeting: int) -> None:
    assert listed(desk, meeting) == [
        ("Ana", Role.HEAD),
        ("Bo", Role.REPRESENTATIVE),
        ("Cy", Role.ADVISER),
    ]
    third = desk.delegations.of(meeting)[2].person
    assert replace(third, id=0) == CY


def test_a_new_head_makes_the_former_one_a_representative_in_one_step(
    desk: Desk, meeting: int
) -> None:
    bo = desk.delegations.of(meeting)[1]
    desk.delegations.change_role(bo.id, Role.HEAD)
    assert listed(desk, meeting)[:2] == [("Ana", Role.REPRESENTATIVE), ("Bo", Role.HEAD)]
    assert desk.history.undo() == "Change the role"
    assert listed(desk, meeting)[:2] == [("Ana", Role.HEAD), ("Bo", Role.REPRESENTATIVE)]


def test_the_order_is_the_officers_own_and_can_be_taken_back(desk: Desk, meeting: int) -> None:
    before = [each.id for each in desk.delegations.of(meeting)]
    wanted = [before[2], before[0], before[1]]
    answered = desk.delegations.reorder(meeting, wanted)
    assert [each.id for each in answered] == wanted
    desk.history.undo()
    assert [each.id for each in desk.delegations.of(meeting)] == before
    desk.history.redo()
    assert [each.id for each in desk.delegations.of(meeting)] == wanted


def test_an_order_that_leaves_somebody_out_is_refused(desk: Desk, meeting: int) -> None:
    first = desk.delegations.of(meeting)[0].id
    with pytest.raises(InputError, match="changed meanwhile"):
        desk.delegations.reorder(meeting, [first])
    assert len(desk.delegations.of(meeting)) == 3


def test_nobody_is_on_the_list_twice(desk: Desk, meeting: int) -> None:
    ana = desk.delegations.of(meeting)[0].person
    with pytest.raises(RefusedError, match="Ana Ünal is in this delegation already"):
        desk.delegations.add(meeting, ana.id, Role.EXPERT)


def test_a_new_list_reuses_the_people_of_the_same_name_and_address(
    desk: Desk, meeting: int
) -> None:
    before = {each.person.full_name: each.person.id for each in desk.delegations.of(meeting)}
    promoted = replace(ANA, functional_title="Ambassador")
    other = replace(ANA, email="another.ana@example.org")
    desk.delegations.replace_all(
        meeting, [Delegate(other, Role.EXPERT), Delegate(promoted, Role.HEAD)]
    )
    now = desk.delegations.of(meeting)
    assert now[1].person.id == before["Ana Ünal"]
    assert now[1].person.functional_title == "Ambassador"
    assert now[0].person.id not in before.values()
    assert len(desk.people.all()) == 4


def test_two_people_of_one_name_stay_two(desk: Desk, meeting: int) -> None:
    desk.delegations.replace_all(meeting, [Delegate(BO, Role.HEAD), Delegate(BO, Role.EXPERT)])
    first, second = desk.delegations.of(meeting)
    assert first.person.id != second.person.id
    desk.delegations.replace_all(meeting, [Delegate(BO, Role.HEAD), Delegate(BO, Role.EXPERT)])
    assert len(desk.people.all(search="bo")) == 2


def test_a_replaced_list_comes_back_as_it_was(desk: Desk, meeting: int) -> None:
    before = desk.delegations.of(meeting)
    desk.delegations.replace_all(meeting, [Delegate(replace(BO, style="Dr."), Role.HEAD)])
    assert desk.history.undo() == "Replace the delegation"
    assert desk.delegations.of(meeting) == before


def test_a_removed_person_stays_in_the_delegations_they_were_in(desk: Desk, meeting: int) -> None:
    ana = desk.delegations.of(meeting)[0].person
    desk.people.remove(ana.id)
    assert ana.full_name not in [person.full_name for person in desk.people.all()]
    assert desk.delegations.of(meeting)[0].person == ana


def test_out_of_the_delegation_is_not_out_of_the_house(desk: Desk, meeting: int) -> None:
    bo = desk.delegations.of(meeting)[1]
    desk.delegations.remove(bo.id)
    assert [name for name, _ in listed(desk, meeting)] == ["Ana", "Cy"]
    assert bo.person in desk.people.all()
    added = desk.delegations.add(meeting, bo.person.id, Role.OBSERVER)
    assert desk.delegations.of(meeting)[-1] == added
