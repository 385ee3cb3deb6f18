"""Who a note is addressed to, in both languages."""

import pytest

from ccmdesk.domain.meeting import MeetingKind
from ccmdesk.language.addressees import BLANK, addressee, in_full, recognized, same_house

FULL_EN = (
    "Secretary of the Eleventh Meeting of States Parties to the Convention on Cluster Munitions"
)
FULL_FR = (
    "Secrétaire de la onzième Assemblée des États parties à la Convention sur les armes à "
    "sous-munitions"
)


@pytest.mark.parametrize(
    "typed",
    [
        "Secretary of the Eleventh Meeting of States Parties to the Convention",
        "Secretary of the Eleventh Meeting of States Parties",
        "the Secretary of the Eleventh Meeting of the States Parties to the Convention",
        FULL_EN,
        FULL_FR,
        "Secrétaire de la onzième Assemblée des États parties à la Convention",
    ],
)
def test_the_secretary_is_named_in_full_in_either_language(typed: str) -> None:
    assert in_full(typed, "en") == FULL_EN
    assert in_full(typed, "fr") == FULL_FR
    assert addressee(typed, "fr").to == f"au {FULL_FR}"
    assert addressee(typed, "en").to == f"the {FULL_EN}"


def test_a_review_conference_too() -> None:
    typed = "Executive Secretary of the Third Review Conference of the Convention"
    assert in_full(typed, "fr") == (
        "Secrétaire exécutif de la troisième Conférence d’examen de la Convention sur les armes à "
        "sous-munitions"
    )


@pytest.mark.parametrize(
    ("typed", "article", "short"),
    [
        ("United Nations Office for Disarmament Affairs, Geneva Branch", "the ", "the Office"),
        ("Secretariat of the Eleventh Meeting", "the ", "the Secretariat"),
        ("Ministry of Foreign Affairs of Norway", "the ", "the Ministry"),
        ("Implementation Support Unit", "the ", "the Implementation Support Unit"),
        ("H.E. Ms. Ann Example, President", "", "H.E. Ms. Ann Example, President"),
        ("Permanent Mission of Ireland", "the ", "the Permanent Mission of Ireland"),
    ],
)
def test_english(typed: str, article: str, short: str) -> None:
    found = addressee(typed, "en", own_short="the Permanent Mission")
    assert (found.to, found.short) == (article + typed, short)
    if article:
        assert addressee(f"The {typed}", "en", own_short="the Permanent Mission") == found


@pytest.mark.parametrize(
    ("typed", "to", "to_short"),
    [
        (
            "United Nations Office for Disarmament Affairs",
            "au Bureau des affaires de désarmement de l’Organisation des Nations Unies",
            "au Bureau",
        ),
        (
            "the Permanent Mission of the Netherlands to the United Nations Office at Geneva",
            "à la Mission permanente des Pays-Bas auprès de l’Office des Nations Unies et des "
            "autres organisations internationales à Genève",
            "à la Mission permanente des Pays-Bas",
        ),
        (
            "Embassy of Japan in Cairo",
            "à l’Ambassade du Japon au Caire",
            "à l’Ambassade",
        ),
        (
            "Ministry of Foreign Affairs of Norway",
            "au Ministère des affaires étrangères de la Norvège",
            "au Ministère",
        ),
        (
            "H.E. Ms. Ann Example, President of the Conference",
            "à S.E. Mme Ann Example, President of the Conference",
            "à S.E. Mme Ann Example, President of the Conference",
        ),
        (
            "Implementation Support Unit of the Convention on Cluster Munitions",
            "à l’Unité d’appui à l’application de la Convention sur les armes à sous-munitions",
            "à l’Unité",
        ),
        (
            "Permanent Missions accredited to the United Nations Office at Geneva",
            "aux Missions permanentes accréditées auprès de l’Office des Nations Unies à Genève",
            "aux Missions permanentes",
        ),
        (
            "Ministère des affaires étrangères du Pérou",
            "au Ministère des affaires étrangères du Pérou",
            "au Ministère",
        ),
        (
            "Mission permanente de l’Irlande auprès de l’Office des Nations Unies",
            "à la Mission permanente de l’Irlande auprès de l’Office des Nations Unies",
            "à la Mission permanente de l’Irlande",
        ),
    ],
)
def test_french(typed: str, to: str, to_short: str) -> None:
    found = addressee(typed, "fr", own_short="la Mission permanente")
    assert (found.to, found.to_short) == (to, to_short)
    assert found.many is to.startswith("aux ")


def test_nothing_typed_leaves_a_blank_line() -> None:
    assert addressee("  ", "en").to == BLANK
    assert addressee("", "fr").name == ""


def test_a_known_office_is_recognized_with_its_meeting() -> None:
    known = recognized("the Secretary of the Eleventh Meeting of States Parties")
    assert known is not None
    assert (known.english, known.meeting) == (
        "Secretary of the {meeting}",
        (MeetingKind.STATES_PARTIES, 11),
    )
    assert recognized("Office of Nobody in Particular") is None


def test_the_house_a_note_came_from_is_the_addressee_under_either_name() -> None:
    branch = "Bureau des affaires de désarmement de l’Organisation des Nations Unies, Service"
    assert same_house("United Nations Office for Disarmament Affairs", branch, "fr")
    assert not same_house("Secretary-General of the United Nations", branch, "fr")
    ireland = "Permanent Mission of Ireland to the United Nations Office at Geneva"
    assert same_house(ireland, addressee(ireland, "fr").name, "fr")
    assert not same_house("Office for Disarmament Affairs", "", "en")
