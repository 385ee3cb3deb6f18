"""How people are printed: order and capitals, styles, and titles put into the note's language."""

from dataclasses import replace

import pytest

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.person import Person, PersonForms
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.language.people import bare_name, printed_name, printed_style, printed_title
from ccmdesk.language.phrases import pack
from tests.language.notes import sentence

ANN = Person("Example", "Ann", "H.E. Ms.", "Ambassador, Permanent Representative", gender="f")


@pytest.mark.parametrize(
    ("layout", "family_first", "name"),
    [
        (Layout(), False, "Ann EXAMPLE"),
        (Layout(), True, "EXAMPLE Ann"),
        (Layout(family_name_in_capitals=False), False, "Ann Example"),
        (Layout(name_order="family_first"), False, "EXAMPLE Ann"),
        (Layout(name_order="given_first"), True, "Ann EXAMPLE"),
    ],
)
def test_names_in_the_order_of_the_mission(layout: Layout, family_first: bool, name: str) -> None:
    assert bare_name(replace(ANN, family_first=family_first), "en", layout) == name


def test_one_name_only_and_no_style() -> None:
    assert printed_name(Person("Sukarno"), "en", Layout()) == "SUKARNO"


def test_the_style_is_held_on_one_line_and_turned() -> None:
    assert printed_style(ANN, "fr") == "S.E.\N{NO-BREAK SPACE}Mme"
    assert sentence(printed_name(ANN, "fr", Layout())) == "S.E. Mme Ann EXAMPLE"


def test_the_form_of_the_language_comes_first() -> None:
    forms = {"fr": PersonForms(functional_title="Cheffe de mission", family_name="Exemple")}
    person = replace(ANN, forms=forms)
    assert printed_title(person, "fr") == "Cheffe de mission"
    assert bare_name(person, "fr", Layout()) == "Ann EXEMPLE"
    assert printed_title(person, "en") == "Ambassador, Permanent Representative"


@pytest.mark.parametrize(
    ("language", "title"),
    [
        ("en", "Ambassador, Permanent Representative"),
        ("fr", "Ambassadrice, Représentante permanente"),
        ("es", "Embajadora, Representante Permanente"),
        ("ru", "Посол, Постоянный представитель"),
        ("ar", "سفيرة، الممثلة الدائمة"),
        ("zh", "大使、常驻代表"),
    ],
)
def test_a_title_of_ranks_follows_the_language_of_the_note(language: str, title: str) -> None:
    assert printed_title(ANN, language) == title


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_rank_is_turned_from_and_into_every_language(language: str) -> None:
    ranks = pack(language).ranks
    assert list(ranks) == list(pack("en").ranks)
    for rank, (masculine, feminine) in ranks.items():
        english = pack("en").ranks[rank][0]
        for gender, own in (("m", masculine), ("f", feminine)):
            person = Person("X", functional_title=english, gender=gender)
            turned = printed_title(person, language)
            assert turned in (own, english)
            assert printed_title(Person("X", functional_title=own), "en") in (english, own)


@pytest.mark.parametrize(
    "title", ["", "Director for Arms Control", "Ambassador, Director", "Attaché"]
)
def test_any_other_title_stays_as_typed(title: str) -> None:
    assert printed_title(replace(ANN, functional_title=title), "fr") == title
