"""What a column holds is guessed by its head in six languages, or by its cells."""

import pytest

from ccmdesk.domain.delegation import Role
from ccmdesk.incoming.column_words import (
    below_titles,
    divided,
    gender_of,
    guessed,
    has_head,
    role_of,
)
from ccmdesk.incoming.sheet import decoded, sheet_from_text


@pytest.mark.parametrize(
    ("head", "fields"),
    [
        ("Role;Given names;Family name", ["role", "given_names", "family_name"]),
        (
            "Nom;Prénom;Fonction;Courriel",
            ["family_name", "given_names", "functional_title", "email"],
        ),
        ("Nom;Fonction", ["full_name", "functional_title"]),
        ("Prénom(s);Nom de famille", ["given_names", "family_name"]),
        (
            "First Name(s);LAST NAME;Ministry / Agency",
            ["given_names", "family_name", "organization"],
        ),
        ("Last name;Job title", ["family_name", "functional_title"]),
        ("الاسم;الصفة في الوفد", ["full_name", "role"]),
        ("姓名;代表团职务", ["full_name", "role"]),
        ("Nombre;Apellidos;Cargo", ["given_names", "family_name", "functional_title"]),
        ("Фамилия;Имя;Должность", ["family_name", "given_names", "functional_title"]),
        ("الاسم;المنصب;الدور", ["full_name", "functional_title", "role"]),
        ("姓;名;职务;角色", ["family_name", "given_names", "functional_title", "role"]),
        ("NAME;E-MAIL ADDRESS;Remarks", ["full_name", "email"]),
    ],
)
def test_heads_are_known(head: str, fields: list[str]) -> None:
    sheet = sheet_from_text(f"{head}\nx;y;z;w\n")
    assert has_head(sheet)
    assert list(guessed(sheet).values()) == fields


def test_without_heads_the_cells_tell() -> None:
    sheet = sheet_from_text(
        "Adviser\tAmina Okoro\tCounsellor for Disarmament\tamina@example.org\n"
        "Expert\tChidi Bello\tLegal Officer\tchidi@example.org\n"
    )
    assert not has_head(sheet)
    assert guessed(sheet) == {0: "role", 3: "email", 1: "full_name", 2: "functional_title"}


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("HEAD OF DELEGATION", Role.HEAD),
        ("Cheffe de délégation", Role.HEAD),
        ("Jefe alterno de delegación", Role.ALTERNATE_HEAD),
        ("глава делегации", Role.HEAD),
        ("رئيس الوفد", Role.HEAD),
        ("顾问", Role.ADVISER),
        ("alternate_head", Role.ALTERNATE_HEAD),
        ("boss", None),
    ],
)
def test_roles_are_known(text: str, role: Role | None) -> None:
    assert role_of(text) is role


@pytest.mark.parametrize(
    ("name", "parts"),
    [
        ("H.E. Ms. Amina OKORO", ("H.E. Ms.", "Amina", "OKORO")),
        ("OKORO Amina", ("", "Amina", "OKORO")),
        ("DE LA CRUZ María", ("", "María", "DE LA CRUZ")),
        ("Okoro, Ms. Amina", ("Ms.", "Amina", "Okoro")),
        ("S.E. Mme Amina Okoro", ("S.E. Mme", "Amina", "Okoro")),
        ("Mr. Chidi J. Bello", ("Mr.", "Chidi J.", "Bello")),
        ("Madonna", ("", "", "Madonna")),
        ("Mr. X", ("Mr.", "", "X")),
        ("Sra. Ana PÉREZ GÓMEZ", ("Sra.", "Ana", "PÉREZ GÓMEZ")),
    ],
)
def test_a_whole_name_is_divided(name: str, parts: tuple[str, str, str]) -> None:
    found = divided(name)
    assert (found["style"], found["given_names"], found["family_name"]) == parts


def test_genders_are_known() -> None:
    assert [gender_of(text) for text in ("Female", "homme", "ж", "", "x")] == [
        "f",
        "m",
        "f",
        "",
        None,
    ]


def test_cells_may_hold_the_separator_and_lines() -> None:
    sheet = sheet_from_text('Name,Title\n"Okoro, Amina","Head\nof unit"\n"Bello, C.",X\n')
    assert sheet.rows == (("Name", "Title"), ("Okoro, Amina", "Head of unit"), ("Bello, C.", "X"))
    assert sheet.numbers == (1, 2, 4)


def test_a_spreadsheets_unicode_text_is_read() -> None:
    assert decoded("Name\tTitre\n".encode("utf-16"), "x") == "Name\tTitre\n"
    assert decoded("\ufeffName".encode(), "x") == "Name"


def test_a_title_that_is_a_style_is_one() -> None:
    both = sheet_from_text("Title;Surname;Job title\nDr.;Vella;Director\nMs.;Borg;Attaché\n")
    assert list(guessed(both).values()) == ["style", "family_name", "functional_title"]
    post = sheet_from_text("Title;Surname\nDirector;Vella\nMs.;Borg\n")
    assert list(guessed(post).values()) == ["functional_title", "family_name"]


def test_titles_above_the_heads_are_no_people() -> None:
    sheet = sheet_from_text(
        "Délégation de Côte d'Ivoire\t\t\t\n\nN°\tNOM\tPrénom(s)\tQualité\n1\tKONÉ\tAwa\tExperte\n"
    )
    read = below_titles(sheet)
    assert read.rows[0] == ("N°", "NOM", "Prénom(s)", "Qualité")
    assert read.numbers == (3, 4)
    assert guessed(read) == {1: "family_name", 2: "given_names", 3: "role"}


def test_rows_without_heads_are_all_people() -> None:
    sheet = sheet_from_text("Awa Koné\tCounsellor\nYao Kouassi\tAttaché\n")
    assert below_titles(sheet) == sheet
