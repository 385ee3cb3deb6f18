"""Imports: looked at first row by row, then taken over in one act that undo takes back."""

from pathlib import Path
from time import perf_counter

import pytest
from openpyxl import Workbook

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk

PASTE = (
    "Role\tStyle\tFirst name\tSurname\tJob title\tE-mail\n"
    "Head of delegation\tH.E. Ms.\tAmina\tOkoro\tAmbassador\tamina@example.org\n"
    "Adviser\tMr.\tChidi\tBello\tCounsellor\t\n"
    "Boss\tMr.\tSani\tAdamu\tDirector\t\n"
    "Expert\tMr.\tCHIDI\tBELLO\tCounsellor\t\n"
    "Expert\tMs.\tNgozi\tDanjuma\tLegal Adviser\tnot an address\n"
    "Head\tMs.\tMusa\tZubairu\tMinister\t\n"
)


@pytest.fixture
def meeting(desk: Desk) -> int:
    """A stored meeting without a delegation."""
    return desk.meetings.adopt("11MSP").id


def test_every_row_is_looked_at_and_nothing_changed(desk: Desk, meeting: int) -> None:
    desk.people.save(Person("Bello", "Chidi", functional_title="Attaché"))
    sheet = desk.imports.read_text(PASTE)
    mapping = desk.imports.guess(sheet)
    assert list(mapping.values()) == [
        "role",
        "style",
        "given_names",
        "family_name",
        "functional_title",
        "email",
    ]
    outcomes = desk.imports.dry_run(sheet, mapping, meeting)
    assert [(each.row, each.field, bool(each.problem)) for each in outcomes] == [
        (2, "", False),
        (3, "", False),
        (4, "role", True),
        (5, "family_name", True),
        (6, "email", True),
        (7, "role", True),
    ]
    assert outcomes[0].role is Role.HEAD
    assert outcomes[1].duplicate_of is not None
    assert outcomes[3].problem == "This is the person of line 3 again."
    assert outcomes[5].problem == "Amina Okoro is head of the delegation already."
    assert [person.full_name for person in desk.people.all()] == ["Chidi Bello"]


def test_a_problem_stops_all_of_it_unless_left_out(desk: Desk, meeting: int) -> None:
    known = desk.people.save(Person("Bello", "Chidi", functional_title="Attaché", place="Geneva"))
    sheet = desk.imports.read_text(PASTE)
    mapping = desk.imports.guess(sheet)
    with pytest.raises(InputError, match="Line 4: “Boss” is not a role"):
        desk.imports.carry_out(sheet, mapping, meeting)
    assert desk.delegations.of(meeting) == ()
    result = desk.imports.carry_out(sheet, mapping, meeting, leave_out=(4, 5, 6, 7))
    assert (result.added, result.updated, result.left_out) == (1, 1, 4)
    head, adviser = desk.delegations.of(meeting)
    assert (head.person.full_name, head.role) == ("Amina Okoro", Role.HEAD)
    assert (adviser.person.id, adviser.role) == (known.id, Role.ADVISER)
    # Cells that are filled count, empty ones take nothing away.
    assert (adviser.person.functional_title, adviser.person.place) == ("Counsellor", "Geneva")
    assert desk.history.undo() == "Import a delegation"
    assert desk.delegations.of(meeting) == ()
    assert desk.people.all() == [known]
    desk.history.redo()
    assert len(desk.delegations.of(meeting)) == 2


def test_the_same_list_twice_adds_nobody(desk: Desk, meeting: int) -> None:
    sheet = desk.imports.read_text("Name;Title\nAmina OKORO;Ambassador\nBELLO, Chidi;Counsellor\n")
    mapping = desk.imports.guess(sheet)
    first = desk.imports.carry_out(sheet, mapping, meeting)
    again = desk.imports.dry_run(sheet, mapping, meeting)
    assert all(each.in_delegation for each in again)
    second = desk.imports.carry_out(sheet, mapping, meeting)
    assert (first.added, second.added, second.updated) == (2, 0, 2)
    assert len(desk.delegations.of(meeting)) == 2
    third = desk.imports.carry_out(sheet, mapping, as_new=(3,))
    assert (third.added, third.updated) == (1, 1)
    assert [each.full_name for each in desk.people.all("bello")] == ["Chidi BELLO"] * 2


def test_a_workbook_and_cards_are_read(desk: Desk, tmp_path: Path) -> None:
    book = Workbook()
    book.active.append(["Prénom", "Nom", "Fonction", "Téléphone"])
    book.active.append(["Amina", "Okoro", "Ambassadrice", 41225551234])
    book.save(tmp_path / "list.xlsx")
    sheet = desk.imports.read_file(tmp_path / "list.xlsx")
    desk.imports.carry_out(sheet, desk.imports.guess(sheet))
    [person] = desk.people.all()
    assert (person.given_names, person.family_name) == ("Amina", "Okoro")
    assert (person.functional_title, person.phone) == ("Ambassadrice", "41225551234")
    cards = tmp_path / "people.vcf"
    cards.write_text(
        "BEGIN:VCARD\nVERSION:3.0\nN:Bello;Chidi;;Mr.;\nFN:Mr. Chidi Bello\n"
        "ORG:Ministry of Defence;Legal Department\nTITLE:Counsellor\n"
        "EMAIL:chidi@example.org\nEND:VCARD\n"
        "BEGIN:VCARD\nVERSION:3.0\nFN:Ngozi Danjuma\nN:;;;;\nEND:VCARD\n",
        encoding="utf-8",
    )
    sheet = desk.imports.read_file(cards)
    desk.imports.carry_out(sheet, desk.imports.guess(sheet))
    bello, danjuma, _ = desk.people.all()
    assert (bello.style, bello.organization) == ("Mr.", "Ministry of Defence, Legal Department")
    assert (danjuma.given_names, danjuma.family_name) == ("Ngozi", "Danjuma")


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("old.xls", b"\xd0\xcf\x11\xe0rest", "old kind"),
        ("broken.xlsx", b"PK\x03\x04 no archive", "not a workbook"),
        ("latin.csv", "Name;Title\nMüller;Chef\n".encode("latin-1"), "not written in UTF-8"),
        ("empty.csv", b"\n\n", "nothing to import"),
        ("picture.csv", b"abc\x00def", "no list of cells"),
        ("long.csv", b"Name;Title\n" + b"A;B\n" * 2001, "at most 2000"),
    ],
)
def test_what_is_no_list_is_refused(
    desk: Desk, tmp_path: Path, name: str, data: bytes, said: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(InputError, match=said):
        desk.imports.read_file(path)


def test_a_missing_file_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(EnvironmentFault, match="cannot be read"):
        desk.imports.read_file(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ({0: "role"}, "which column holds the name"),
        ({0: "family_name", 1: "family_name"}, "Two columns"),
        ({0: "colour"}, "cannot hold “colour”"),
        ({5: "family_name"}, "fewer columns"),
    ],
)
def test_a_wrong_mapping_is_refused(desk: Desk, mapping: dict[int, str], said: str) -> None:
    sheet = desk.imports.read_text("A;B\nC;D\n")
    with pytest.raises(InputError, match=said):
        desk.imports.dry_run(sheet, mapping)


def test_names_that_are_nearly_alike_are_pointed_out_and_taken(desk: Desk) -> None:
    desk.people.save(Person("Berg", "Hanna", email="hanna@example.org"))
    sheet = desk.imports.read_text(
        "Name;E-mail\nAnna Berg;anna@example.org\nAnne Berg;anne@example.org\n"
        "Johannes Lindqvist;\nJohanes Lindqvist;\n"
        "José Núñez;a@example.org\nJose NUNEZ;b@example.org\n"
    )
    mapping = desk.imports.guess(sheet)
    outcomes = desk.imports.dry_run(sheet, mapping)
    assert [each.problem for each in outcomes] == [""] * 6
    assert [each.like_row for each in outcomes] == [0, 0, 0, 4, 0, 6]
    assert [each.duplicate_of for each in outcomes] == [None] * 6
    assert desk.imports.carry_out(sheet, mapping).added == 6


def test_a_long_list_is_compared_at_once(desk: Desk) -> None:
    lines = [f"Maria{n % 7} Family{n};Given{n};m{n}@example.org" for n in range(1500)]
    sheet = desk.imports.read_text("Surname;First name;E-mail\n" + "\n".join(lines))
    mapping = desk.imports.guess(sheet)
    begun = perf_counter()
    outcomes = desk.imports.dry_run(sheet, mapping)
    assert perf_counter() - begun < 2.0
    assert not any(each.problem or each.like_row for each in outcomes)
