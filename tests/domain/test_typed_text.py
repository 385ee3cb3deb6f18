"""What is kept of a text: every letter, and nothing that only steers a machine."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.typed_text import kept_line, kept_text


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("One\r\ntwo\rthree\u2028four", "One\ntwo\nthree\nfour"),
        ("a\x07b\x1b[31m\x00", "ab[31m"),
        ("\ufeffPeru\u202egpj.exe", "Perugpj.exe"),
        ("half \ud83d", "half "),
        ("أ\u2068ب\u2069\u200f 😀\tنص", "أ\u2068ب\u2069\u200f 😀\tنص"),
    ],
)
def test_control_characters_are_dropped(typed: str, kept: str) -> None:
    assert kept_text(typed) == kept


def test_a_line_stays_one() -> None:
    assert kept_line(" typing\x07 \r\n error\t ") == "typing error"


@given(st.text())
def test_letters_stay_and_nothing_is_dropped_twice(text: str) -> None:
    kept = kept_text(text)
    assert kept_text(kept) == kept
    letters = [each for each in text if unicodedata.category(each)[0] in "LMNPS"]
    assert [each for each in kept if unicodedata.category(each)[0] in "LMNPS"] == letters
