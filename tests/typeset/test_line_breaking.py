"""Where a line may end, against the file Unicode publishes for it."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset import line_breaking

OFFICIAL = Path("/usr/share/unicode/auxiliary/LineBreakTest.txt")


def parts(text: str) -> list[str]:
    places = [0, *line_breaking.breaks(text)]
    return [text[start:end] for start, end in pairwise(places)]


@pytest.mark.skipif(not OFFICIAL.exists(), reason="Debian's unicode-data is not installed")
def test_every_case_of_unicode() -> None:
    cases = 0
    for line in OFFICIAL.read_text(encoding="utf-8").splitlines():
        data = line.partition("#")[0].split()
        text, expected = "", []
        for token in data:
            if token == "÷" and text:
                expected.append(len(text))
            elif token not in "÷×":
                text += chr(int(token, 16))
        if text:
            assert line_breaking.opportunities(text) == expected, line
            cases += 1
    assert cases > 7_000


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("armes à sous-munitions", ["armes ", "à ", "sous-", "munitions"]),
        ("note ODA/2023-00050", ["note ", "ODA/2023-00050"]),
        ("from 11\u00a0September", ["from ", "11\u00a0September"]),
        ("e-mail and/or", ["e-mail ", "and/or"]),
        ("«\u00a0oui\u00a0!\u00a0»", ["«\u00a0oui\u00a0!\u00a0»"]),
        ("代表团，日内瓦。", ["代", "表", "团，", "日", "内", "瓦。"]),
        ("（日内瓦）", ["（日", "内", "瓦）"]),
        ("sub\u00admunition", ["sub\u00admunition"]),
        ("1997—2008", ["1997—", "2008"]),
    ],
)
def test_the_habits_of_a_paper(text: str, expected: list[str]) -> None:
    assert parts(text) == expected


@given(st.text(max_size=40))
def test_nothing_is_lost(text: str) -> None:
    assert "".join(parts(text)) == text


@given(
    st.from_regex(r"[A-Za-zÀ-ÖØ-öø-žЀ-ӿ0-9.,]{1,8}( [A-Za-zА-я0-9.,]{1,8}){0,4}", fullmatch=True)
)
def test_the_short_way_agrees_with_the_rules(text: str) -> None:
    if line_breaking._SIMPLE.fullmatch(text):
        assert line_breaking.breaks(text) == line_breaking.opportunities(text)
