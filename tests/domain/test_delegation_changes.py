"""The difference of two delegations: who replaces, joins, leaves, changes."""

import string

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.delegation_changes import changes, same_person
from ccmdesk.domain.note_matter import Change, ChangeKind
from ccmdesk.domain.person import Person


def member(
    family: str, given_name: str = "", title: str = "", role: Role = Role.EXPERT
) -> Delegate:
    return Delegate(Person(family, given_name, functional_title=title), role)


def told(found: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    return [
        (
            str(each.kind),
            each.before.person.full_name if each.before else "",
            each.after.person.full_name if each.after else "",
        )
        for each in found
    ]


A = member("Okoro", "Amina", "Ambassador", Role.HEAD)
B = member("Bello", "Chidi", "Counsellor", Role.REPRESENTATIVE)
C = member("Danjuma", "Ngozi", "Legal Adviser")
D = member("Adamu", "Sani", "Legal Adviser")


def test_nothing_happened_to_the_same_list() -> None:
    assert changes((A, B, C), (C, A, B)) == ()
    shouted = member("OKORO", "Amína", "Ambassador", Role.HEAD)
    assert told(changes((A,), (shouted,))) == [("name", "Amina Okoro", "Amína OKORO")]


def test_same_title_same_role_is_a_replacement() -> None:
    assert told(changes((A, C), (A, D))) == [("replaces", "Ngozi Danjuma", "Sani Adamu")]
    new_head = member("Zubairu", "Musa", "Minister", Role.HEAD)
    assert told(changes((A, B), (new_head, B))) == [("replaces", "Amina Okoro", "Musa Zubairu")]


def test_other_posts_join_and_leave() -> None:
    assert told(changes((A, B), (A, D))) == [
        ("joins", "", "Sani Adamu"),
        ("leaves", "Chidi Bello", ""),
    ]


def test_no_title_at_all_makes_no_replacement() -> None:
    before, after = (A, member("One", "X")), (A, member("Two", "Y"))
    assert [kind for kind, *_ in told(changes(before, after))] == ["joins", "leaves"]


def test_a_new_head_from_the_ranks_changes_role() -> None:
    raised = Delegate(B.person, Role.HEAD)
    lowered = Delegate(A.person, Role.REPRESENTATIVE)
    assert told(changes((A, B), (raised, lowered))) == [
        ("role", "Chidi Bello", "Chidi Bello"),
        ("role", "Amina Okoro", "Amina Okoro"),
    ]


def test_title_and_spelling_are_told_apart() -> None:
    other = member("Danjouma", "Ngozi", "Legal Adviser")
    promoted = member("Bello", "Chidi", "Minister-Counsellor", Role.REPRESENTATIVE)
    assert told(changes((A, B, C), (A, promoted, other))) == [
        ("title", "Chidi Bello", "Chidi Bello"),
        ("name", "Ngozi Danjuma", "Ngozi Danjouma"),
    ]


def test_one_address_is_one_person() -> None:
    old = Delegate(Person("Smith", "Ann", email="ann@example.org"), Role.EXPERT)
    new = Delegate(Person("Smith-Okoro", "Ann", email="Ann@example.org"), Role.ADVISER)
    assert [each.kind for each in changes((old,), (new,))] == [ChangeKind.ROLE, ChangeKind.NAME]


def test_brothers_are_two() -> None:
    assert not same_person(Person("Bello", "Chidi"), Person("Bello", "Musa"))
    assert same_person(Person("De la Cruz", "María"), Person("CRUZ DE LA", "Maria"))


names = st.text(string.ascii_letters + "éñø", min_size=1, max_size=8)
lists = st.lists(
    st.builds(member, names, names, st.sampled_from(["", "A", "B"]), st.sampled_from(list(Role))),
    max_size=6,
)


@given(lists, lists)
def test_every_member_is_accounted_for_once(before: list[Delegate], after: list[Delegate]) -> None:
    found = changes(before, after)
    gone = [each.before for each in found if each.kind in (ChangeKind.REPLACES, ChangeKind.LEAVES)]
    new = [each.after for each in found if each.kind in (ChangeKind.REPLACES, ChangeKind.JOINS)]
    assert len(before) - len(gone) == len(after) - len(new)
    assert all(each in before for each in gone)
    assert all(each in after for each in new)
    assert changes(before, before) == ()
