"""The order by role and rank, titles read in six languages."""

import pytest

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.person import Person
from ccmdesk.domain.ranks import Rank, by_rank, from_capital, rank_of


@pytest.mark.parametrize(
    ("title", "rank"),
    [
        ("Ambassador Extraordinary and Plenipotentiary, Permanent Representative", "AMBASSADOR"),
        ("Minister-Counsellor", "MINISTER_COUNSELLOR"),
        ("Minister for Foreign Affairs", "MINISTER_OF_STATE"),
        ("Deputy Minister", "DEPUTY_MINISTER"),
        ("Deputy Permanent Representative", "MINISTER"),
        ("Minister Plenipotentiary", "MINISTER"),
        ("Second Secretary", "SECOND_SECRETARY"),
        ("Legal Adviser to the Minister", "NONE"),
        ("Director, Ministry of Foreign Affairs", "NONE"),
        ("Colonel, Defence Attaché", "ATTACHE"),
        ("Première secrétaire", "FIRST_SECRETARY"),
        ("Ambassadrice, Représentante permanente", "AMBASSADOR"),
        ("Représentant permanent adjoint", "MINISTER"),
        ("Primer Secretario", "FIRST_SECRETARY"),
        ("Consejera", "COUNSELLOR"),
        ("Первый секретарь", "FIRST_SECRETARY"),
        ("Чрезвычайный и Полномочный Посол", "AMBASSADOR"),
        ("سكرتير أول", "FIRST_SECRETARY"),
        ("السفير، المندوب الدائم", "AMBASSADOR"),
        ("一等秘书", "FIRST_SECRETARY"),
        ("公使衔参赞", "MINISTER_COUNSELLOR"),
        ("大使", "AMBASSADOR"),
    ],
)
def test_a_rank_is_read_from_the_title(title: str, rank: str) -> None:
    assert rank_of(Person("X", functional_title=title)) is Rank[rank]


def test_a_typed_rank_counts_before_the_title() -> None:
    assert rank_of(Person("X", functional_title="Director", rank="Ambassador")) is Rank.AMBASSADOR


def test_the_capital_is_told_from_the_mission() -> None:
    assert from_capital(Person("X", organization="Ministry of Defence", place="Abuja"))
    assert not from_capital(Person("X", organization="Permanent Mission", place="Geneva"))
    assert not from_capital(Person("X", organization="Mission permanente du Nigéria"))
    assert not from_capital(Person("X"))


def test_roles_come_first_then_ranks_and_advisers_by_the_capital() -> None:
    def member(name: str, role: Role, title: str = "", place: str = "") -> Delegate:
        return Delegate(Person(name, functional_title=title, place=place), role)

    listed = [
        member("expert", Role.EXPERT),
        member("adviser at the mission", Role.ADVISER, "Counsellor", "Geneva"),
        member("adviser from the capital", Role.ADVISER, "Third Secretary", "Abuja"),
        member("second secretary", Role.REPRESENTATIVE, "Second Secretary"),
        member("ambassador", Role.REPRESENTATIVE, "Ambassador"),
        member("deputy", Role.ALTERNATE_HEAD),
        member("head", Role.HEAD, "Counsellor"),
    ]
    assert [each.person.family_name for each in by_rank(listed)] == [
        "head",
        "deputy",
        "ambassador",
        "second secretary",
        "adviser from the capital",
        "adviser at the mission",
        "expert",
    ]
