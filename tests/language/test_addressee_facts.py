"""Whether two names are one office, in whichever languages."""

import pytest

from ccmdesk.language.addressee_facts import same_addressee

ASKED = "Secretary of the Eleventh Meeting of States Parties to the Convention"


@pytest.mark.parametrize(
    "typed",
    [
        "Secretary of the Eleventh Meeting of States Parties",
        "the Secretary of the Eleventh Meeting of States Parties to the Convention on Cluster "
        "Munitions",
        "Secrétaire de la onzième Assemblée des États parties",
        "le Secrétaire de l'Assemblée",
        "Secretario de la Undécima Reunión de los Estados Partes en la Convención sobre Municiones"
        " en Racimo",
    ],
)
def test_the_same_office_in_other_words(typed: str) -> None:
    assert same_addressee(typed, ASKED)


@pytest.mark.parametrize(
    "typed",
    [
        "Executive Secretary of the Eleventh Meeting of States Parties",
        "Secrétaire exécutif de l’Assemblée",
        "Secretary of the Tenth Meeting of States Parties",
        "Permanent Mission of Norway",
    ],
)
def test_another_office(typed: str) -> None:
    assert not same_addressee(typed, ASKED)
