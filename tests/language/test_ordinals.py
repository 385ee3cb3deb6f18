"""Ordinals in words."""

import pytest

from ccmdesk.language.ordinals import ordinal, ordinal_value


@pytest.mark.parametrize(
    ("number", "english", "french"),
    [
        (1, "First", "première"),
        (2, "Second", "deuxième"),
        (4, "Fourth", "quatrième"),
        (5, "Fifth", "cinquième"),
        (9, "Ninth", "neuvième"),
        (11, "Eleventh", "onzième"),
        (12, "Twelfth", "douzième"),
        (16, "Sixteenth", "seizième"),
        (20, "Twentieth", "vingtième"),
        (21, "Twenty-first", "vingt et unième"),
        (22, "Twenty-second", "vingt-deuxième"),
        (30, "Thirtieth", "trentième"),
        (71, "Seventy-first", "soixante et onzième"),
        (80, "Eightieth", "quatre-vingtième"),
        (81, "Eighty-first", "quatre-vingt-unième"),
        (91, "Ninety-first", "quatre-vingt-onzième"),
        (99, "Ninety-ninth", "quatre-vingt-dix-neuvième"),
    ],
)
def test_words(number: int, english: str, french: str) -> None:
    assert ordinal(number, "en") == english
    assert ordinal(number, "fr") == french


@pytest.mark.parametrize("number", range(1, 100))
def test_every_ordinal_is_read_back(number: int) -> None:
    for language in ("en", "fr"):
        words = ordinal(number, language)
        assert ordinal_value(words) == number
        assert ordinal_value(words.upper()) == number


@pytest.mark.parametrize("number", [0, 100, -1])
def test_out_of_range(number: int) -> None:
    with pytest.raises(ValueError, match="No ordinal"):
        ordinal(number, "en")


def test_other_words_are_no_ordinal() -> None:
    assert ordinal_value("Annual") == 0
