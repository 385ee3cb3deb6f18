"""Words that stay on one line."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import plain
from ccmdesk.typeset.habits import Habits
from ccmdesk.typeset.held_together import held
from ccmdesk.typeset.lines import Setting, break_lines


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "No. 12"),
        ("en", "(No. 12)"),
        ("en", "11 September"),
        ("en", "11 September, 2023"),
        ("en", "H.E. Mr. Smith"),
        ("en", "J. P. Smith"),
        ("en", "Article 7"),
        ("en", "Articles 7, 9"),
        ("en", "Annex IV"),
        ("en", "page 3"),
        ("en", "10 000 USD"),
        ("en", "12 km"),
        ("en", "№ 12"),
        ("en-US", "5 p.m."),
        ("fr", "N° 12"),
        ("fr", "11 septembre"),
        ("fr", "1er septembre"),
        ("fr", "S.E. M. Dupont"),
        ("fr", "l’article 7"),
        ("fr", "Mme Dupont"),
        ("fr", "50 %"),
        ("es", "núm. 12"),
        ("es", "11 de"),
        ("es", "Excmo. Sr. Pérez"),
        ("ru", "№ 12"),
        ("ru", "г-н Иванов"),
        ("ru", "11 сентября"),
        ("ru", "2026 года"),
        ("ru", "И. И. Иванов"),
        ("ru", "статья 7"),
        ("ru", "Женева —"),
        ("ar", "المادة 7"),
        ("ar", "11 أيلول/سبتمبر"),
        ("de", "§ 12"),
    ],
)
def test_what_belongs_together(lang: str, text: str) -> None:
    spaces = [place + 1 for place, sign in enumerate(text) if sign == " "]
    first = held(text, lang)
    assert first
    assert first >= set(spaces[:1])
    if text.count(" ") > 1 and lang != "en-US" and "," not in text:
        assert first == set(spaces)


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "the Meeting of States"),
        ("en", "in 2023 120 delegates"),
        ("en", "on Monday morning"),
        ("en", "a to b"),
        ("fr", "la Mission permanente"),
        ("ru", "в Женеве"),
        ("zh", "会议 2026"),
        ("", ""),
        ("en", "  "),
    ],
)
def test_what_does_not(lang: str, text: str) -> None:
    assert held(text, lang) == frozenset()


def lines(text: str, width: float, lang: str = "en", habits: Habits | None = None) -> list[str]:
    setting = Setting(12, 0.0, lang, habits or Habits())
    return [
        "".join(fragment.text for fragment in line.fragments)
        for line in break_lines(plain(text), setting, width)
    ]


def test_no_line_ends_inside_what_belongs_together() -> None:
    text = (
        "The Meeting opens on 11 September with H.E. Mr. J. P. Smith under Article 7, see No. 12."
    )
    for width in range(130, 400, 3):
        ends = [line.split()[-1] for line in lines(text, width)[:-1]]
        assert not {"11", "H.E.", "Mr.", "J.", "P.", "Article", "No."} & set(ends)


def test_a_paper_may_leave_it() -> None:
    text = "Geneva, 11 September"
    assert lines(text, 70)[-1] == "11 September"
    assert lines(text, 70, habits=Habits(held_together=False))[-1] == "September"


def test_what_a_narrow_column_cannot_hold_together_is_parted_between_words() -> None:
    assert lines("H.E. Mr. Featherstonehaugh", 100) == ["H.E. Mr.", "Featherstonehaugh"]


@given(st.text(), st.sampled_from(["en", "fr", "es", "ru", "ar", "zh"]))
def test_only_spaces_are_held(text: str, lang: str) -> None:
    assert all(text[place - 1] == " " for place in held(text, lang))
