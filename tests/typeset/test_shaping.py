"""Glyphs of text, as HarfBuzz places them and as readers get the characters back."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset.fonts import faces
from ccmdesk.typeset.shaping import Stretch, raised_codes, shaped

TEXTS = st.text(alphabet="AVTToafilé ЖеневаКиївاسمحمد日内瓦.,()", min_size=1, max_size=20)


def said(stretches: tuple[Stretch, ...]) -> str:
    """Return what a reader takes from the glyphs, in the order in which they are drawn."""
    return "".join(
        glyph.text or stretch.face.characters[glyph.number]
        for stretch in stretches
        for glyph in stretch.glyphs
    )


def test_letters_are_kerned() -> None:
    apart = sum(shaped(letter, lang="en").width for letter in "AVATAR")
    assert shaped("AVATAR", lang="en").width < apart - 50


def test_a_ligature_says_all_its_letters() -> None:
    (stretch,) = shaped("Th fi").stretches
    assert said((stretch,)) == "Th fi"


def test_no_ligatures_where_letters_are_spaced_out() -> None:
    (stretch,) = shaped("office", ligatures=False).stretches
    assert len(stretch.glyphs) == 6


def test_arabic_letters_are_joined_and_say_themselves() -> None:
    (stretch,) = shaped("السلام", rtl=True, lang="ar").stretches
    alone = [stretch.face.glyph(letter) for letter in reversed("السلام")]
    assert [glyph.number for glyph in stretch.glyphs] != alone
    assert said((stretch,)) == "السلام"[::-1]


@pytest.mark.parametrize("name", ["الله", "مُحَمَّد", "فتحي"])
def test_every_arabic_letter_comes_back(name: str) -> None:
    assert sorted(said(shaped(name, rtl=True).stretches).replace("\u034f", "")) == sorted(name)


@given(TEXTS)
def test_every_character_is_said_once(text: str) -> None:
    assert said(shaped(text).stretches).replace("\u034f", "") == text


@given(TEXTS)
def test_the_pen_ends_where_the_width_says(text: str) -> None:
    for stretch in shaped(text).stretches:
        moved = 0.0
        for _, codes, _ in raised_codes(stretch.face, stretch.glyphs, lambda glyph: glyph.number):
            for number, digits in _tokens(codes):
                moved -= number
                moved += sum(
                    stretch.face.advance(int(digits[place : place + 4], 16))
                    for place in range(0, len(digits), 4)
                )
        assert moved == pytest.approx(stretch.width, abs=1)


def _tokens(codes: str) -> list[tuple[float, str]]:
    found = []
    for part in codes.replace("<", " <").replace(">", "> ").split():
        if part[0] == "<":
            found.append((0.0, part.strip("<>")))
        else:
            found.append((float(part), ""))
    return found


def test_the_language_of_the_machine_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    before = shaped("Şişli fi").stretches[0].codes
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    shaped.cache_clear()
    assert shaped("Şişli fi").stretches[0].codes == before


def test_the_first_face_is_tried_first() -> None:
    assert shaped("Geneva").stretches[0].face is faces(False, False)[0]


@pytest.mark.parametrize("text", ["علماً", "الزَّهْراني", "إِلٰهَ"])
def test_a_mark_is_silent_and_what_says_it_stands_on_the_line(text: str) -> None:
    (stretch,) = shaped(text, rtl=True, lang="ar").stretches
    for rise, _, silent in raised_codes(stretch.face, stretch.glyphs, lambda glyph: glyph.number):
        assert silent or not rise
    spoken = said((replace(stretch, glyphs=stretch.glyphs[::-1]),))
    assert spoken.replace("\u034f", "") == text
