"""Every setting of the layout has its words, its place in a group, and telling variants."""

from dataclasses import fields

import pytest

from ccmdesk.domain.layout import CHOICES, Layout
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.services.sample_note import Variant
from ccmdesk.ui.layout_words import CHOICE_WORDS, GROUPS, LABELS, shown_variants

SETTINGS = {each.name for each in fields(Layout)}


def test_every_setting_stands_in_one_group_under_a_label() -> None:
    placed = [name for _, _, rows in GROUPS for row in rows for name in row]
    assert len(placed) == len(set(placed))
    assert set(placed) == SETTINGS == set(LABELS)


@pytest.mark.parametrize("name", CHOICES)
def test_every_choice_has_words(name: str) -> None:
    assert tuple(CHOICE_WORDS[name]) == CHOICES[name]
    words = list(CHOICE_WORDS[name].values())
    assert all(words)
    assert len(words) == len(set(words))


@pytest.mark.parametrize("language", LANGUAGES)
def test_variants_are_told_apart_in_few_words(language: str) -> None:
    from ccmdesk.documents.note_example import example
    from ccmdesk.services.sample_note import variants

    for said in variants(example(language)):
        shown = [words for _, words in shown_variants(said)]
        assert len(set(shown)) == len(shown)
        assert all(len(words) <= 130 for words in shown)


def test_a_single_long_formula_is_shown_by_its_end() -> None:
    long = "The Permanent Mission presents its compliments " * 4 + "has the honour to"
    (only,) = shown_variants([Variant("", long)])
    assert only[1].startswith("…")
    assert only[1].endswith("has the honour to")
