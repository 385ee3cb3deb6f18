"""Words divided by the patterns of their language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset import hyphenation
from ccmdesk.typeset.hyphenation import parts


@pytest.mark.parametrize(
    ("lang", "word", "expected"),
    [
        ("en", "international", "inter-na-tional"),
        ("en-US", "international", "inter-na-tional"),
        ("en", "“delegation,”", "“del-eg-a-tion,”"),
        ("fr", "internationales", "in-ter-na-tio-nales"),
        ("fr", "l’organisation", "l’or-ga-ni-sa-tion"),
        ("es", "organizaciones", "or-ga-ni-za-cio-nes"),
        ("ru", "представительство", "пред-ста-ви-тель-ство"),
    ],
)
def test_where_words_are_divided(lang: str, word: str, expected: str) -> None:
    assert "-".join(parts(word, lang)) == expected


@pytest.mark.parametrize(
    ("lang", "word"),
    [
        ("en", "four"),
        ("en", "CLUSTER"),
        ("en", "UNOGs"),
        ("en", "McDonaldson"),
        ("en", "A4delegation"),
        ("en", "mission@example.org"),
        ("en", "https://unog.org/delegation"),
        ("en", "delegation/committee"),
        ("ar", "الدبلوماسية"),
        ("zh", "代表团代表团"),
        ("xx", "international"),
        ("", "international"),
        ("en", "international" * 5),
        ("en", ""),
    ],
)
def test_what_is_not_divided(lang: str, word: str) -> None:
    assert parts(word, lang) == (word,)


def test_a_word_typed_with_soft_hyphens_is_divided_there_only() -> None:
    assert parts("inter\u00adnational", "en") == ("inter", "national")
    assert parts("\u00ad", "en") == ("\u00ad",)


def test_what_is_remembered_is_bounded() -> None:
    for number in range(50):
        parts("organization" + "abcdefghij"[number % 10] * (number % 7), "en")
    assert not hyphenation._dictionary("en").hd.cache
    assert hyphenation._parts.cache_info().maxsize is not None


@given(st.text(max_size=30), st.sampled_from(["en", "fr", "es", "ru", "ar", "zh"]))
def test_nothing_is_lost(text: str, lang: str) -> None:
    assert "".join(parts(text, lang)).replace("\u00ad", "") == text.replace("\u00ad", "")
