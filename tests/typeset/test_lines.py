"""Breaking text into lines."""

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Run, plain
from ccmdesk.typeset.lines import Line, Setting, break_lines

WORDS = st.lists(
    st.text(alphabet="abcdefghijklmnopqrstuvwxyzÉéŞß-’.", min_size=1, max_size=12), max_size=40
)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(fragment.text for fragment in line.fragments) for line in lines]


@given(WORDS, st.floats(20, 400), st.floats(6, 20))
def test_no_line_is_too_wide_and_no_letter_is_lost(
    words: list[str], width: float, size: float
) -> None:
    lines = break_lines(plain(" ".join(words)), Setting(size), width)
    assert all(line.width <= width + 0.01 for line in lines)
    assert "".join("".join(texts(lines)).split()) == "".join(words)


@given(WORDS, st.integers(0, 40))
def test_runs_change_nothing_in_the_text(words: list[str], cut: int) -> None:
    text = " ".join(words)
    runs = (Run(text[:cut], bold=True), Run(text[cut:]))
    joined = " ".join(texts(break_lines(runs, Setting(12), 10_000)))
    assert joined.split() == words


def test_a_no_break_space_holds_day_and_month_together() -> None:
    text = "from 11 to 14\u00a0September 2023"
    for width in range(60, 200):
        lines = texts(break_lines(plain(text), Setting(12), width))
        assert not any(line.endswith("14") for line in lines)


def test_a_line_may_end_at_a_hyphen_between_words_only() -> None:
    lines = texts(break_lines(plain("armes à sous-munitions"), Setting(12), 75))
    assert lines == ["armes à sous-", "munitions"]
    lines = texts(break_lines(plain("voir la note ODA/2023-00050"), Setting(12), 100))
    assert lines[-1] == "ODA/2023-00050"


def test_a_word_wider_than_the_column_is_cut() -> None:
    lines = texts(break_lines(plain("a " + "x" * 200), Setting(12), 100))
    assert "".join(lines).replace(" ", "") == "a" + "x" * 200
    assert len(lines) > 5


def test_nothing_is_one_empty_line() -> None:
    assert break_lines(plain(""), Setting(12), 100) == [Line((), 0.0)]


def test_only_the_last_line_does_not_wrap() -> None:
    lines = break_lines(plain("one two three four five six"), Setting(12), 60)
    assert [line.wraps for line in lines] == [True] * (len(lines) - 1) + [False]
