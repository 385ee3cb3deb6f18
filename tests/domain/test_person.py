"""Tests of a person as a note prints them."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.person import Person

AMINA = Person("Okafor", "Amina", style="H.E. Ms.", email="amina@example.org", gender="f", id=4)


def test_the_family_name_stands_in_capitals_if_the_mission_wishes() -> None:
    assert AMINA.printed_name() == "H.E. Ms. Amina OKAFOR"
    assert AMINA.printed_name(capitals=False) == "H.E. Ms. Amina Okafor"
    assert AMINA.full_name == "Amina Okafor"
    assert Person("Okafor").printed_name() == "OKAFOR"


def test_blanks_are_trimmed_and_the_id_is_kept() -> None:
    checked = replace(
        AMINA, family_name="  Okafor ", organization="Ministry \n of Defence"
    ).checked()
    assert checked == replace(AMINA, organization="Ministry of Defence")


@pytest.mark.parametrize(
    ("person", "field"),
    [
        (Person(" "), "family_name"),
        (replace(AMINA, gender="x"), "gender"),
        (replace(AMINA, email="amina"), "email"),
        (replace(AMINA, email="a b@example.org"), "email"),
    ],
)
def test_what_is_wrong_is_named(person: Person, field: str) -> None:
    with pytest.raises(InputError) as caught:
        person.checked()
    assert caught.value.field == field


def test_one_name_is_enough() -> None:
    assert Person("", "Suharto").checked().printed_name() == "Suharto"


@given(st.text(max_size=30), st.text(max_size=30))
def test_checking_twice_changes_nothing(family: str, given_names: str) -> None:
    try:
        once = Person(family, given_names).checked()
    except InputError:
        # Nothing is left of a name of marks that nobody sees.
        return
    assert once.checked() == once


def test_marks_nobody_sees_are_taken_out_of_a_name() -> None:
    person = Person("Mül\u00adler\ufeff", "An\u200bn\u202ea", place="\u200fGeneva\u2069").checked()
    assert (person.full_name, person.place) == ("Anna Müller", "Geneva")
    # Persian joins its letters with one of them.
    assert Person("می\u200cخواهم").checked().family_name == "می\u200cخواهم"
