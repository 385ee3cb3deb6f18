"""Spelling by installed dictionaries and the mission's own words."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.services.spelling import (
    WORDS_FILE,
    Speller,
    found_dictionaries,
    load_speller,
    words,
)

ENGLISH = ("the", "Mission", "has", "honour", "to", "receive", "a", "well", "known", "note")
FRENCH = ("la", "Mission", "l'", "honneur", "État", "d", "l", "informer")


def dictionary(folder: Path, name: str, entries: tuple[str, ...]) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.aff").write_text("SET UTF-8\nTRY esianrtolcdugmphbyfvkwz\n", "utf-8")
    text = "\n".join((str(len(entries)), *entries)) + "\n"
    (folder / f"{name}.dic").write_text(text, "utf-8")
    return folder


def english(folder: Path) -> Speller:
    speller = load_speller("en", dictionary(folder, "en_GB", ENGLISH))
    assert speller is not None
    return speller


def marked(speller: Speller, text: str) -> list[str]:
    return [text[start : start + length] for start, length in speller.wrong(text)]


def test_a_word_no_dictionary_knows_is_marked_and_the_right_one_is_suggested(
    tmp_path: Path,
) -> None:
    speller = english(tmp_path)
    text = "The Mission has the honour to recieve a note verbale."
    assert marked(speller, text) == ["recieve"]
    assert "receive" in speller.suggestions("recieve")


def test_names_numbers_addresses_and_capitals_are_no_faults(tmp_path: Path) -> None:
    speller = english(tmp_path)
    assert speller.set_names(["Permanent Mission of Avataria", "Łucja WIŚNIEWSKA"])
    text = "Avataria, WIŚNIEWSKA, CCM/MSP/2023, ccm@un.org, WP.24, 12th, ODA"
    assert marked(speller, text) == []
    assert not speller.set_names(["Łucja WIŚNIEWSKA", "Permanent Mission of Avataria"])


def test_what_is_joined_by_hyphen_or_apostrophe_is_right_where_its_parts_are(
    tmp_path: Path,
) -> None:
    assert marked(english(tmp_path), "a well-known note") == []
    french = load_speller("fr", dictionary(tmp_path / "fr", "fr_FR", FRENCH))
    assert french is not None
    assert marked(french, "la Mission d’informer l’État, l’Éttat") == ["l’Éttat"]


def test_a_word_that_was_added_is_right_from_then_on(tmp_path: Path) -> None:
    speller = english(tmp_path)
    assert marked(speller, "the Zorblax note") == ["Zorblax"]
    speller.add("Zorblax")
    assert marked(speller, "the Zorblax note") == []
    assert (tmp_path / WORDS_FILE).read_text("utf-8") == "Zorblax\n"
    again = load_speller("en", tmp_path)
    assert again is not None
    assert marked(again, "the Zorblax note") == []


def test_words_that_cannot_be_kept_are_told(tmp_path: Path) -> None:
    speller = english(tmp_path)
    (tmp_path / WORDS_FILE).mkdir()
    with pytest.raises(EnvironmentFault):
        speller.add("Zorblax")


def test_a_language_without_dictionary_has_no_speller(tmp_path: Path) -> None:
    dictionary(tmp_path, "en_GB", ENGLISH)
    assert load_speller("zh", tmp_path) is None


def test_the_usual_dictionary_of_a_language_is_taken_and_half_of_one_is_none(
    tmp_path: Path,
) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    dictionary(first, "en_ZA", ENGLISH)
    dictionary(second, "en_GB", ENGLISH)
    dictionary(second, "ru_RU", ENGLISH)
    (second / "ru_RU.aff").unlink()
    assert found_dictionaries([first, second]) == {"en": second / "en_GB.dic"}
    assert found_dictionaries([first]) == {"en": first / "en_ZA.dic"}


@given(st.text(max_size=80))
def test_words_stand_where_they_are_said_to_stand(text: str) -> None:
    for word, start, end in words(text):
        assert text[start:end] == word
        assert not any(letter.isdecimal() or letter.isspace() for letter in word)
