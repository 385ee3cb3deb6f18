"""What may stand at the top and the foot of a page, over many lengths of a paper."""

import re
from collections.abc import Sequence

import pytest

from ccmdesk.typeset.blocks import (
    Block,
    Column,
    Heading,
    Item,
    KeepTogether,
    KeyValues,
    List,
    Paragraph,
    Reserved,
    Table,
    plain,
)
from ccmdesk.typeset.flow import pieces_of
from ccmdesk.typeset.pages import Piece, Room, nodes_of, paginated
from ccmdesk.typeset.plan import Plan
from tests.typeset.seen import paper, texts

WIDTH = 300.0
ROOM = Room(400.0)
TEXT = "words of a paragraph that is long enough to fill several lines of a narrow column of text "


def body(kind: str, count: int) -> tuple[Block, ...]:
    """Return text of a length that grows with `count`, ending in a block of a kind."""
    lines = tuple(Paragraph(plain(f"{n}")) for n in range(count))
    match kind:
        case "table":
            rows = tuple(((plain(f"row {n}"),),) for n in range(count))
            return (Table((Column(plain("Head"), 1),), rows),)
        case "list":
            return (List(tuple(Item(plain(f"item {n}")) for n in range(count))),)
        case "values":
            return (*lines, KeyValues(((plain("Due"), (plain("30 April"),)),)))
        case "heading":
            return (*lines, Heading(plain("Heading")))
        case "long":
            return (*lines[: count // 2], Paragraph(plain(TEXT * 3)), Paragraph(plain(TEXT * 2)))
        case _:
            return lines


KINDS = ("lines", "table", "list", "values", "heading", "long")


def pages_of(blocks: Sequence[Block]) -> list[list[Piece]]:
    return paginated(pieces_of(tuple(blocks), WIDTH, Plan(12, "en", blocks)), ROOM)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lines", [1, 2])
def test_the_closing_group_has_two_lines_of_text_before_it(kind: str, lines: int) -> None:
    closing = KeepTogether((*(Paragraph(plain("close")) for _ in range(lines)), Reserved(30)))
    turned = 0
    for count in range(4, 90):
        pages = pages_of((*body(kind, count), closing))
        last = pages[-1]
        group = last[-lines - 1 :]
        assert len(nodes_of(group)) == lines + 1, "the group is whole"
        before = last[: -lines - 1]
        assert sum(piece.body for piece in before if piece.nodes) >= 2
        turned += len(pages) > 1 and len(before) < 5
    assert turned > 2, "the rule was needed"


@pytest.mark.parametrize("kind", KINDS)
def test_no_line_of_a_paragraph_stands_alone(kind: str) -> None:
    for count in range(4, 90):
        pages = pages_of((*body(kind, count), Paragraph(plain(TEXT * 4)), Paragraph(plain(TEXT))))
        for page in pages:
            for node in (each for each in nodes_of(page) if each.tag == "P"):
                whole = sum(piece.nodes == (node,) for each in pages for piece in each)
                here = sum(piece.nodes == (node,) for piece in page)
                assert here >= min(whole, 2)


@pytest.mark.parametrize("kind", KINDS)
def test_a_heading_and_what_keeps_with_it_never_stand_last(kind: str) -> None:
    chain = (
        Heading(plain("One")),
        Heading(plain("Two"), level=2),
        Paragraph(plain("Three"), keep_next=True),
        Paragraph(plain("end")),
    )
    for count in range(4, 70):
        blocks = (*body(kind, count), *chain)
        pages = pages_of(blocks)
        for page in pages[:-1]:
            assert page[-1].body or not page[-1].nodes
        assert len(pages[-1]) >= 4


def test_a_table_keeps_its_head_and_its_titles_with_rows() -> None:
    rows = tuple(((plain(f"row{n} "),),) for n in range(60))
    for count in range(20, 50):
        found = texts(paper(*body("lines", count), Table((Column(plain("Head"), 1),), rows)))
        for page in found:
            if "row" in page:
                assert len(re.findall(r"row\d+", page)) >= 2
                assert page.count("Head") == 1
