"""A pasted list of participants beside our own delegation."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.participants_list import Comparison, Difference, DifferenceKind, compare
from ccmdesk.domain.person import Person, PersonForms

HEAD = Delegate(
    Person(
        "Okoro", "Amina", "H.E. Ms.", "Ambassador, Permanent Representative", "Permanent Mission"
    ),
    Role.HEAD,
)
DEPUTY = Delegate(
    Person("Müller-Étienne", "Jörg", "Mr.", "Minister Counsellor"), Role.ALTERNATE_HEAD
)
COUNSELLOR = Delegate(
    Person("Li", "Wei", "Ms.", "Counsellor", "Ministry of Foreign Affairs", family_first=True),
    Role.REPRESENTATIVE,
)
EXPERT = Delegate(Person("Bello", "Chidi", "Mr.", "Adviser"), Role.EXPERT)
OURS = (HEAD, DEPUTY, COUNSELLOR, EXPERT)
RIGHT = """\
AVATARIA

H.E. Ms. Amina OKORO
Ambassador
Permanent Representative
Permanent Mission, Geneva
Head of Delegation

Mr. Jörg MÜLLER-ÉTIENNE
Minister Counsellor
Deputy Head of Delegation

Ms. LI Wei
Counsellor, Ministry of Foreign Affairs

Mr. Chidi BELLO
Adviser
"""


def kinds(found: Comparison) -> list[DifferenceKind]:
    return [each.kind for each in found.differences]


def test_a_right_list_differs_in_nothing() -> None:
    found = compare(OURS, RIGHT)
    assert found.differences == ()
    assert found.agreeing == 4
    assert [entry.line for entry in found.entries] == [2, 8, 12, 15]


@pytest.mark.parametrize(
    "text",
    [
        "1. H.E. Ms. Amina Okoro, Ambassador, Permanent Representative, Head of Delegation\n"
        "2. Mr. Jörg Müller-Étienne, Minister Counsellor, Alternate Head of Delegation\n"
        "3. Ms. Li Wei, Counsellor\n4. Mr. Chidi Bello, Adviser, Expert\n",
        "No.\tStyle\tGiven name\tFamily name\tTitle\tRole\n"
        "1\tH.E. Ms.\tAmina\tOKORO\tAmbassador, Permanent Representative\tHead of Delegation\n"
        "2\tMr.\tJörg\tMÜLLER-ÉTIENNE\tMinister Counsellor\tDeputy Head of Delegation\n"
        "3\tMs.\tWei\tLI\tCounsellor\tRepresentative\n4\tMr.\tChidi\tBELLO\tAdviser\tExpert\n",
        "H.E. Ms. OKORO, Amina\nAmbassador, Permanent\nRepresentative\nHead of Delegation\n"
        "Mr. Jörg MÜLLER-ÉTIENNE\nMinister\nCounsellor\nMs. LI Wei\nCounsellor\n"
        "Mr. Chidi BELLO\nAdviser\n",
    ],
    ids=["one line each", "a table", "no empty lines"],
)
def test_every_form_of_a_right_list_is_read(text: str) -> None:
    found = compare(OURS, text)
    assert found.differences == ()
    assert found.agreeing == 4


def test_who_is_missing_and_who_is_too_many() -> None:
    text = RIGHT.replace("Mr. Chidi BELLO\nAdviser\n", "Mr. Ivan PETROV\nAttaché\n")
    found = compare(OURS, text)
    assert found.differences == (
        Difference(DifferenceKind.MISSING, "Chidi Bello", "Mr. Chidi Bello, Adviser, Expert"),
        Difference(DifferenceKind.EXTRA, "Ivan PETROV", "", "Mr. Ivan PETROV, Attaché", 15),
    )


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("MÜLLER-ÉTIENNE", "MULLER-ÉTIENNE"),
        ("MÜLLER-ÉTIENNE", "MÜLLER ÉTIENNE"),
        ("Amina OKORO", "Amina OKORRO"),
        ("Amina OKORO", "Anima OKORO"),
        ("H.E. Ms. Amina", "Mr. Amina"),
        ("Mr. Chidi BELLO", "Mr. Chid BELLO"),
        ("Chidi BELLO", "CHIDI Bello"),
    ],
)
def test_a_name_spelt_otherwise(right: str, wrong: str) -> None:
    found = compare(OURS, RIGHT.replace(right, wrong))
    assert kinds(found) == [DifferenceKind.SPELLING]
    (difference,) = found.differences
    assert wrong.split()[-1] in difference.theirs
    assert difference.line == next(
        number for number, line in enumerate(RIGHT.splitlines()) if right in line
    )


def test_another_title_tells_both() -> None:
    found = compare(OURS, RIGHT.replace("Minister Counsellor", "Counsellor"))
    assert found.differences == (
        Difference(
            DifferenceKind.TITLE, "Jörg Müller-Étienne", "Minister Counsellor", "Counsellor", 8
        ),
    )


def test_a_title_within_a_longer_one_is_another_title() -> None:
    found = compare(OURS, RIGHT.replace("Counsellor, Ministry", "First Counsellor, Ministry"))
    assert kinds(found) == [DifferenceKind.TITLE]


def test_a_head_who_is_not_told_as_one() -> None:
    text = RIGHT.replace("Deputy Head of Delegation", "Head of Delegation", 1)
    text = text.replace("Geneva\nHead of Delegation", "Geneva\nRepresentative")
    found = compare(OURS, text)
    assert [(each.kind, each.ours, each.theirs) for each in found.differences] == [
        (DifferenceKind.ROLE, "Head of Delegation", "Representative"),
        (DifferenceKind.ROLE, "Alternate Head of Delegation", "Head of Delegation"),
    ]


def test_one_moved_person_is_one_difference() -> None:
    blocks = RIGHT.split("\n\n")
    text = "\n\n".join([blocks[0], blocks[2], blocks[3], blocks[4].strip(), blocks[1]])
    found = compare(OURS, text)
    assert found.differences == (Difference(DifferenceKind.ORDER, "Amina Okoro", "1", "4", 12),)


def test_only_the_own_part_of_a_whole_list_is_read() -> None:
    whole = f"ANDORRA\n\nMr. Pere SOLÀ\nMinister\n\n{RIGHT}\nBELGIUM\n\nMs. Anne PEETERS\nAdviser\n"
    names = ("Andorra", "Avataria", "the Republic of Avataria", "Belgium")
    found = compare(OURS, whole, ("Avataria",), names)
    assert found.differences == ()
    assert compare(OURS, whole).differences[0].name == "Pere SOLÀ"


def test_the_own_part_ends_at_a_heading_that_is_no_state() -> None:
    whole = f"{RIGHT}\nINTERNATIONAL COMMITTEE OF THE RED CROSS\n\nMs. Anne PEETERS\nAdviser\n"
    assert compare(OURS, whole, ("Avataria",), ("Avataria",)).differences == ()


def test_a_person_is_compared_in_english() -> None:
    person = replace(
        HEAD.person,
        style="S.E. Mme",
        functional_title="Ambassadrice",
        forms={
            "en": PersonForms(
                style="H.E. Ms.", functional_title="Ambassador, Permanent Representative"
            )
        },
    )
    assert compare((replace(HEAD, person=person), *OURS[1:]), RIGHT).differences == ()


@pytest.mark.parametrize(
    "title",
    [
        "Head of the Arms Control Division",
        "Second Secretary",
        "Sr. Adviser",
        "General Secretary of the Demining Authority",
        "Ambassador at Large",
        "Major Projects Officer",
        "Chef de la Division des Nations Unies",
        "HR Officer, UN Affairs",
    ],
)
def test_a_title_that_begins_like_a_style_begins_nobody(title: str) -> None:
    member = Delegate(Person("Diallo", "Awa", "Ms.", title), Role.EXPERT)
    text = f"{RIGHT}\nMs. Awa DIALLO\n{title}\n"
    assert compare((*OURS, member), text).differences == ()
    found = compare(OURS, text)
    assert [(each.kind, each.name) for each in found.differences] == [
        (DifferenceKind.EXTRA, "Awa DIALLO")
    ]


def test_a_list_in_french() -> None:
    text = RIGHT.replace("Head of Delegation", "Cheffe de délégation", 1)
    assert compare(OURS, text).differences == ()


def test_one_name_only_and_none_at_all() -> None:
    single = Delegate(Person("Suharto", "", "Mr.", "Attaché"), Role.HEAD)
    assert compare((single,), "Mr. SUHARTO\nAttaché\nHead of Delegation\n").differences == ()
    assert kinds(compare((single,), "")) == [DifferenceKind.MISSING]
    assert compare((), "").differences == ()


def test_forty_people_in_a_paste_of_the_register() -> None:
    people = [
        Delegate(
            Person(
                f"Family{chr(97 + n % 26)}{chr(97 + n // 26)}", f"Given{n}", "Ms.", f"Title {n}"
            ),
            Role.HEAD if not n else Role.ADVISER,
        )
        for n in range(40)
    ]
    text = "\n\n".join(f"{each.person.printed_name()}\nTitle {n}" for n, each in enumerate(people))
    found = compare(people, text)
    assert found.differences == ()
    assert found.agreeing == 40


@given(st.text(max_size=400))
def test_no_text_is_too_strange(text: str) -> None:
    found = compare(OURS, text, ("Avataria",), ("Avataria", "Belgium"))
    lines = len(text.splitlines())
    assert all(-1 <= each.line < max(lines, 1) for each in found.differences)
    assert found.agreeing <= len(OURS)
