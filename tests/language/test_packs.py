"""The phrase packs: every language has every formula, each marked with how sure it is."""

import re

import pytest

from ccmdesk.domain.delegation import Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import ChangeKind
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.language.phrases import DEFAULT, pack
from ccmdesk.language.wording import marked_as

ENGLISH = pack("en")
GENDERED_ROLES = ("fr", "es", "ar")
# Joints of the English sentence that other languages build into their formulas otherwise.
OPTIONAL = {
    "note_article_without_number",
    "held",
    "held_now",
    "held_past",
    "enclosure_joint",
}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_is_there_in_every_language(language: str) -> None:
    phrases = pack(language)
    assert set(ENGLISH.formulas) - OPTIONAL <= set(phrases.formulas)
    assert set(phrases.table) == set(ENGLISH.table)
    assert set(phrases.roles) == set(Role)
    assert DEFAULT in phrases.openings
    assert DEFAULT in phrases.closings


@pytest.mark.parametrize("kind", NoteKind)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_part_of_every_kind_can_be_said(language: str, kind: NoteKind) -> None:
    phrases = pack(language)
    suffixes = ("party", "signatory", "not_party", "3", "4", "annual", "initial", "voluntary")
    for part in (*RULES[kind].parts, "subject"):
        assert phrases.of_kind(kind, part, suffixes), f"{language} has no {kind}.{part}"
    if kind is NoteKind.AMENDMENT:
        assert all(phrases.of_kind(kind, change) for change in ChangeKind)
    if kind is NoteKind.CORRECTION:
        assert {"item", "item_in_place"} <= set(phrases.kinds[kind])


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_formula_carries_a_mark_of_confidence(language: str) -> None:
    phrases = pack(language)
    assert set(phrases.confidence.values()) <= {"A", "B", "C"}
    keys = [f"opening.{name}" for name in phrases.openings]
    keys += [f"closing.{name}" for name in phrases.closings]
    keys += [f"{kind}.{part}" for kind in NoteKind for part in RULES[kind].parts]
    for key in (*keys, "roles", "annex_reference"):
        assert marked_as(phrases, key) in phrases.confidence


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_offices_are_known_in_every_language(language: str) -> None:
    offices = pack(language).addressees
    assert [known.english for known in offices] == [known.english for known in ENGLISH.addressees]
    for known in offices:
        assert ("{" in known.name) == ("{" in known.english)


@pytest.mark.parametrize("language", GENDERED_ROLES)
def test_roles_agree_with_the_person(language: str) -> None:
    phrases = pack(language)
    assert phrases.role(Role.HEAD, "f") != phrases.role(Role.HEAD, "m")
    assert phrases.role(Role.HEAD) == phrases.role(Role.HEAD, "m")


@pytest.mark.parametrize("language", LANGUAGES)
def test_styles_of_the_other_languages_are_turned_into_this_one(language: str) -> None:
    phrases = pack(language)
    for typed in ("Mr.", "Ms.", "H.E. Mr.", "H.E. Ms."):
        own = phrases.style(typed)
        assert own == typed or language != "en"
        assert language == "en" or own != typed
    assert phrases.style("Rinpoche") == "Rinpoche"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_formula_has_a_stray_space_or_an_open_place(language: str) -> None:
    phrases = pack(language)
    tables = [phrases.formulas, phrases.openings, phrases.closings, *phrases.kinds.values()]
    for table in tables:
        for text in table.values():
            assert "  " not in text
            assert re.sub(r"\{\w+\}", "", text).count("{") == 0
            assert "'" not in text, "an apostrophe is printed as ’"


def test_a_language_nobody_wrote_formulas_for() -> None:
    with pytest.raises(InputError, match="no formulas in “de”"):
        pack("de")
