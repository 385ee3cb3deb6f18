"""Marks and spaces."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.typography import held_style, polished

NB = "\u00a0"


@pytest.mark.parametrize(
    ("typed", "language", "printed"),
    [
        (
            "the Office's note No. 12 of 11 September",
            "en",
            f"the Office’s note No.{NB}12 of 11{NB}September",
        ),
        ('the "Lausanne" plan', "en", "the “Lausanne” plan"),
        ('le plan "Lausanne"', "fr", f"le plan «{NB}Lausanne{NB}»"),
        ("Composition : voir N° 12", "fr", f"Composition{NB}: voir N°{NB}12"),
        ("Composition: voir", "fr", f"Composition{NB}: voir"),
        ("https://meetings.unoda.org", "fr", "https://meetings.unoda.org"),
        ("à 10:30", "fr", "à 10:30"),
        ("le 1er septembre", "fr", f"le 1er{NB}septembre"),
        ("with H.E. Mr. Example", "en", f"with H.E.{NB}Mr.{NB}Example"),
        ("Parties: two", "en", "Parties: two"),
        ("the States' reports", "en", "the States’ reports"),
    ],
)
def test_examples(typed: str, language: str, printed: str) -> None:
    assert polished(typed, language) == printed


@given(st.text(alphabet=st.characters(categories=("L", "N", "Zs", "Po")), max_size=80))
def test_words_are_never_changed(text: str) -> None:
    for language in ("en", "fr"):
        letters = [c for c in polished(text, language) if c.isalnum()]
        assert letters == [c for c in text if c.isalnum()]


@given(st.text(max_size=60), st.sampled_from(["en", "fr"]))
def test_polishing_twice_changes_nothing(text: str, language: str) -> None:
    once = polished(text, language)
    assert polished(once, language) == once


def test_a_style_holds_together() -> None:
    assert held_style("H.E.  Mr.") == f"H.E.{NB}Mr."
