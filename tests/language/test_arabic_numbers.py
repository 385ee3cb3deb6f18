"""Arabic ordinals of both genders and cases, and digits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.arabic_numbers import arabic_ordinal, in_digits


@pytest.mark.parametrize(
    ("number", "masculine", "feminine"),
    [
        (1, "الأول", "الأولى"),
        (3, "الثالث", "الثالثة"),
        (10, "العاشر", "العاشرة"),
        (11, "الحادي عشر", "الحادية عشرة"),
        (12, "الثاني عشر", "الثانية عشرة"),
        (19, "التاسع عشر", "التاسعة عشرة"),
        (20, "العشرون", "العشرون"),
        (21, "الحادي والعشرون", "الحادية والعشرون"),
        (80, "الثمانون", "الثمانون"),
        (99, "التاسع والتسعون", "التاسعة والتسعون"),
    ],
)
def test_ordinals(number: int, masculine: str, feminine: str) -> None:
    assert arabic_ordinal(number) == masculine
    assert arabic_ordinal(number, feminine=True) == feminine


def test_only_the_tens_show_their_case() -> None:
    assert arabic_ordinal(20, oblique=True) == "العشرين"
    assert arabic_ordinal(99, oblique=True) == "التاسع والتسعين"
    for number in range(1, 20):
        assert arabic_ordinal(number, oblique=True) == arabic_ordinal(number)


@pytest.mark.parametrize("feminine", [False, True])
def test_ninety_nine_ordinals_are_all_different(feminine: bool) -> None:
    assert len({arabic_ordinal(number, feminine=feminine) for number in range(1, 100)}) == 99


@given(st.integers().filter(lambda number: not 1 <= number <= 99))
def test_no_ordinal_in_words_beyond(number: int) -> None:
    with pytest.raises(ValueError, match="No ordinal"):
        arabic_ordinal(number)


@given(st.integers(min_value=0))
def test_digits_keep_their_value(number: int) -> None:
    shown = in_digits(str(number), "arabic_indic")
    assert int(shown) == number
    assert not set(shown) & set("0123456789")
    assert in_digits(str(number), "western") == str(number)
