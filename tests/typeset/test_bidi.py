"""The bidirectional algorithm, against the file Unicode publishes for it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset import bidi

OFFICIAL = Path("/usr/share/unicode/BidiCharacterTest.txt")
BASES = {"0": 0, "1": 1, "2": None}


@pytest.mark.skipif(not OFFICIAL.exists(), reason="Debian's unicode-data is not installed")
def test_every_case_of_unicode() -> None:
    cases = 0
    for line in OFFICIAL.read_text(encoding="utf-8").splitlines():
        data = line.partition("#")[0].strip()
        if not data:
            continue
        codes, direction, paragraph, levels, order = data.split(";")
        text = "".join(chr(int(code, 16)) for code in codes.split())
        found = bidi.levels(text, BASES[direction])
        expected = levels.split()
        kept = [place for place, level in enumerate(expected) if level != "x"]
        assert [str(found[place]) for place in kept] == [expected[place] for place in kept], line
        seen = [kept[place] for place in bidi.visual_order([found[place] for place in kept])]
        assert seen == [int(place) for place in order.split()], line
        if direction == "2":
            assert bidi.base_level(text) == int(paragraph), line
        cases += 1
    assert cases > 90_000


def test_brackets_around_latin_letters_follow_an_arabic_sentence() -> None:
    text = "المؤتمر (UNCTAD XVI) التي"
    found = bidi.levels(text, 1)
    assert {found[text.index("(")], found[text.index(")")]} == {1}
    assert found[text.index("U")] == 2


def test_latin_text_has_no_mixture() -> None:
    assert not bidi.mixed("Élise VĂRZARU, Женева, 日内瓦 “12”")
    assert bidi.mixed("Geneva, جنيف")


@given(st.text(max_size=60), st.sampled_from([0, 1, None]))
def test_any_text_has_levels_and_an_order(text: str, base: int | None) -> None:
    found = bidi.levels(text, base)
    assert len(found) == len(text)
    assert sorted(bidi.visual_order(found)) == list(range(len(text)))


def test_deep_nesting_ends() -> None:
    text = "\u202b(\u2067" * 5_000 + "x" + "\u2069)\u202c" * 5_000
    assert max(bidi.levels(text, 0)) <= 126
