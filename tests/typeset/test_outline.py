"""Headings by which a reader jumps through a paper."""

from typing import Any

from ccmdesk.typeset.blocks import Block, Document, Heading, Paragraph, plain
from ccmdesk.typeset.render import render
from tests.typeset.test_render import read
from tests.typeset.test_standards import failures


def paper(*blocks: Block) -> bytes:
    return render(Document("t", "a", "s", "en", blocks))


def titles(outline: Any) -> list[Any]:
    return [titles(entry) if isinstance(entry, list) else entry.title for entry in outline]


def test_headings_stand_in_the_outline_below_those_of_a_higher_level() -> None:
    data = paper(
        Heading(plain("First")),
        Heading(plain("Below  it"), level=2),
        *(Paragraph(plain("line")) for _ in range(80)),
        Heading(plain("جنيف")),
    )
    reader = read(data)
    assert titles(reader.outline) == ["First", ["Below it"], "جنيف"]
    last: Any = reader.outline[-1]
    assert reader.get_destination_page_number(last) == len(reader.pages) - 1
    assert reader.page_labels == [str(number + 1) for number in range(len(reader.pages))]
    assert failures(data) == []


def test_no_heading_makes_no_outline() -> None:
    assert read(paper(Paragraph(plain("Only text.")))).outline == []
