"""Lines of even length."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Align, Document, Paragraph, plain
from ccmdesk.typeset.justification import SHRINK, Box, best_ends
from ccmdesk.typeset.justified import justified_lines
from ccmdesk.typeset.lines import Setting, break_lines
from ccmdesk.typeset.render import render
from tests.typeset.test_render import read
from tests.typeset.test_standards import failures

TEXT = (
    "The Permanent Mission of the Republic of Avataria presents its compliments to the Secretary "
    "and has the honour to inform the Secretary that the Republic will participate in the Meeting."
)
BOXES = st.lists(
    st.tuples(st.floats(1, 40), st.sampled_from([0.0, 3.0, 4.0])).map(lambda each: Box(*each)),
    max_size=30,
)


@given(BOXES, st.floats(50, 150), st.floats(0, 9))
def test_every_box_stands_once_and_no_line_is_tighter_than_allowed(
    boxes: list[Box], width: float, indent: float
) -> None:
    ends = best_ends(boxes, width, indent).ends
    assert ends == sorted(set(ends))
    assert (ends[-1] if ends else 0) == len(boxes)
    for start, end in pairwise([0, *ends]):
        line = boxes[start:end]
        spaces = sum(box.space for box in line[1:])
        room = width - (0 if start else indent)
        assert sum(box.width for box in line) + (1 - SHRINK) * spaces <= room + 0.01


def test_the_whole_paragraph_is_better_than_line_by_line() -> None:
    # Line by line, the first would take three and leave the second nearly empty.
    boxes = [Box(20, 5), Box(20, 5), Box(10, 5), Box(58, 5), Box(20, 5)]
    assert best_ends(boxes, 60).ends == [3, 4, 5]


@pytest.mark.parametrize("width", [150, 220, 300])
def test_all_lines_but_the_last_fill_the_column(width: float) -> None:
    lines = justified_lines(plain(TEXT), Setting(12), width, 10)
    assert [line.width for line in lines[1:-1]] == pytest.approx([width] * (len(lines) - 2))
    assert lines[0].width == pytest.approx(width - 10)
    assert lines[-1].width <= width + 0.01
    greedy = break_lines(plain(TEXT), Setting(12), width, 10)
    assert abs(len(lines) - len(greedy)) <= 1


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_justified_paper_says_the_same(lang: str) -> None:
    document = Document("t", "a", "s", lang, (Paragraph(plain(TEXT * 3), align=Align.JUSTIFIED),))
    data = render(document)
    assert failures(data) == []
    if lang == "ar":
        # Full stops go to the other end of a line; only the words stay in the order they are drawn.
        return
    text = read(data).pages[0].extract_text().replace("-\n", "")
    assert "".join(text.split()) == "".join((TEXT * 3).split())
