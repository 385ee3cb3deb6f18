"""Text that carries more than letters: lines, colours."""

from ccmdesk.typeset.blocks import Ink, Paragraph, Run, deleted, inserted
from ccmdesk.typeset.dress import COLOURS
from tests.typeset.seen import paper, parts, read, texts
from tests.typeset.test_standards import failures

CHANGED = Paragraph(
    (Run("on "), *deleted("5 May"), Run(" "), *inserted("6 May, " * 30), Run("said", ink=Ink.MUTED))
)


def drawn(data: bytes) -> str:
    content = read(data).pages[0].get_contents()
    assert content is not None
    return content.get_data().decode("latin-1")


def test_a_comparison_shows_itself_by_lines_and_not_by_colour_alone() -> None:
    data = paper(CHANGED)
    marked = [str(part["/A"]["/TextDecorationType"]) for part in parts(data, "Span")]
    assert marked[0] == "/LineThrough"
    assert len(marked) > 2, "one for each line of what is new"
    assert set(marked[1:]) == {"/Underline"}
    assert drawn(data).count(" l S") == len(marked)
    assert failures(data) == []


def test_all_words_are_still_there_in_order() -> None:
    assert texts(paper(CHANGED))[0].split() == [
        *("on", "5", "May"),
        *("6", "May,") * 30,
        "said",
    ]


def test_colours_are_dark_enough_and_end_with_their_text() -> None:
    content = drawn(paper(CHANGED))
    for ink in (Ink.DELETED, Ink.INSERTED, Ink.MUTED):
        assert COLOURS[ink] in content
    after = drawn(paper(CHANGED, Paragraph((Run("black"),))))
    assert after.rindex("\n0 g\n") > after.rindex(COLOURS[Ink.MUTED])
    for operator in COLOURS.values():
        levels = [float(number) for number in operator.split()[:-1]]
        red, green, blue = levels if len(levels) == 3 else levels * 3
        light = 0.2126 * red**2.2 + 0.7152 * green**2.2 + 0.0722 * blue**2.2
        assert 1.05 / (light + 0.05) > 4.5


def test_lines_stand_with_text_that_runs_from_right_to_left() -> None:
    data = paper(
        Paragraph((Run("في "), *deleted("5 أيار"), Run(" "), *inserted("6 أيار"))), language="ar"
    )
    assert drawn(data).count(" l S") >= 2
    assert failures(data) == []
