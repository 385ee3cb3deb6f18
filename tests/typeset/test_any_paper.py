"""Papers of any parts in any order: all words come in order, and both standards are kept."""

import re
from collections.abc import Callable
from itertools import count

from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import (
    Align,
    Annex,
    Block,
    Cell,
    Column,
    Grid,
    Heading,
    Item,
    KeepTogether,
    KeyValues,
    List,
    Marker,
    PageBreak,
    Pair,
    Paragraph,
    Rule,
    Run,
    Spacer,
    Table,
    TableCell,
    Text,
)
from tests.typeset.seen import paper, texts
from tests.typeset.test_standards import failures

Word = Callable[[], str]


@st.composite
def _blocks(draw: st.DrawFn, word: Word, depth: int) -> tuple[Block, ...]:
    number = draw(st.integers(1, 4 if depth else 6))
    return tuple(draw(_block(word, depth)) for _ in range(number))


@st.composite
def _text(draw: st.DrawFn, word: Word, most: int = 30) -> Text:
    words = " ".join(word() for _ in range(draw(st.integers(1, most))))
    link = draw(st.sampled_from(["", "", "", "https://example.org/"]))
    return (Run(words, draw(st.booleans()), link=link, struck=draw(st.booleans())),)


@st.composite
def _cell(draw: st.DrawFn, word: Word) -> Cell:
    return tuple(draw(_text(word, 6)) for _ in range(draw(st.integers(1, 2))))


@st.composite
def _table(draw: st.DrawFn, word: Word) -> Table:
    grid = draw(st.sampled_from(list(Grid)))
    over = draw(st.booleans())
    head = ((TableCell(draw(_cell(word)), 2), draw(_cell(word))),) if over else ()
    columns = tuple(Column(draw(_text(word, 2)), 1) for _ in range(3))
    rows = tuple(
        (TableCell(draw(_cell(word)), 3, bold=True),)
        if draw(st.booleans())
        else tuple(draw(_cell(word)) for _ in range(3))
        for _ in range(draw(st.integers(1, 12)))
    )
    return Table(columns, rows, over=head, grid=grid)


@st.composite
def _block(draw: st.DrawFn, word: Word, depth: int) -> Block:
    kinds = ["paragraph", "numbered", "heading", "pair", "table", "values", "rule", "break"]
    if depth < 2:
        kinds += ["list", "keep"] + ["annex"] * (depth == 0)
    match draw(st.sampled_from(kinds)):
        case "paragraph":
            return Paragraph(draw(_text(word, 80)), draw(st.sampled_from(list(Align))))
        case "numbered":
            label = word()
            return Paragraph(draw(_text(word)), label=label, hang=draw(st.sampled_from([0, 9])))
        case "heading":
            return Heading(draw(_text(word, 5)))
        case "pair":
            return Pair(draw(_text(word, 4)), draw(_text(word, 4)))
        case "table":
            return draw(_table(word))
        case "values":
            pairs = range(draw(st.integers(1, 5)))
            return KeyValues(tuple((draw(_text(word, 2)), draw(_cell(word))) for _ in pairs))
        case "list":
            found = tuple(
                Item(
                    draw(_text(word)), draw(_blocks(word, depth + 1)) if draw(st.booleans()) else ()
                )
                for _ in range(draw(st.integers(1, 4)))
            )
            return List(found, draw(st.sampled_from(list(Marker))))
        case "keep":
            return KeepTogether(draw(_blocks(word, depth + 1)))
        case "annex":
            return Annex(draw(_text(word, 4)), draw(_blocks(word, depth + 1)))
        case "break":
            return PageBreak()
        case _:
            spaces: list[Block] = [Rule(), Spacer(20)]
            return draw(st.sampled_from(spaces))


@settings(max_examples=60, deadline=None)
@given(st.data(), st.sampled_from(["en", "fr", "zh"]))
def test_all_words_come_in_order_and_both_standards_are_kept(
    data: st.DataObject, lang: str
) -> None:
    numbers = count()
    drawn = data.draw(_blocks(lambda: f"w{next(numbers)}x", 0))
    made = paper(*drawn, language=lang)
    found = re.findall(r"w\d+x", " ".join(texts(made)))
    # The heads of tables come again.
    assert list(dict.fromkeys(found)) == [f"w{n}x" for n in range(next(numbers))]
    assert failures(made) == []
