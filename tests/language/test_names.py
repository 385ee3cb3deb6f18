"""The names a mission starts with, and the States' names behind them."""

import csv

import pytest

from ccmdesk.domain.errors import InputError
from ccmdesk.language import french_nouns as french
from ccmdesk.language.names import default_names
from ccmdesk.language.phrases import resource
from ccmdesk.language.state_names import state_names


def test_every_state_of_the_reference_data_has_a_name() -> None:
    with resource("reference", "states.csv").open(encoding="utf-8", newline="") as file:
        known = {row["iso3"] for row in csv.DictReader(file)}
    assert len(known) == 125
    for language in ("en", "fr"):
        assert known <= set(state_names(language))


@pytest.mark.parametrize("name", state_names("fr").values(), ids=lambda name: name["iso3"])
def test_french_forms_agree(name: dict[str, str]) -> None:
    assert name["in_text"].endswith(name["name"])
    assert french.of(name["in_text"]) == name["of"]


def test_missions() -> None:
    assert default_names("NLD", "Geneva", "en").mission == (
        "Permanent Mission of the Netherlands to the United Nations Office and other "
        "international organizations in Geneva"
    )
    geneva = default_names("NGA", "Geneva", "fr")
    assert geneva.mission.startswith("Mission permanente du Nigéria auprès de l’Office")
    assert (geneva.city, geneva.state, geneva.of_state) == ("Genève", "le Nigéria", "du Nigéria")
    assert default_names("IRL", "New York", "en").mission == (
        "Permanent Mission of Ireland to the United Nations"
    )
    assert default_names("IRL", "Oslo", "fr").mission == "Ambassade de l’Irlande"


def test_a_state_of_the_officers_own() -> None:
    names = default_names("XAV", "Geneva", "fr", "la République d’Avatarie")
    assert names.of_state == "de la République d’Avatarie"


def test_a_language_without_a_pack() -> None:
    with pytest.raises(InputError, match="no formulas in “de”"):
        default_names("CHE", "Geneva", "de")
