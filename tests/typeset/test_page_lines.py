"""Headers and footers."""

import re
from typing import Any

import pytest

from ccmdesk.typeset.blocks import (
    ARABIC_INDIC,
    NO_LINE,
    PAGE_NUMBER,
    Contents,
    Heading,
    Item,
    List,
    Marker,
    PageBreak,
    PageLine,
    Paragraph,
    paged,
    plain,
)
from tests.typeset.seen import paper, places, texts
from tests.typeset.test_standards import failures

LINES = tuple(Paragraph(plain(f"line {n}")) for n in range(120))
HEADER = PageLine(plain("State"), right=plain("Note"), ruled=True)
FOOTER = PageLine(right=paged("Page {page} of {pages}"), size=9)


def test_pages_carry_their_number_from_the_second_on_unless_told_otherwise() -> None:
    pages = texts(paper(*LINES))
    assert [page.endswith(f" {n}") for n, page in enumerate(pages, 1)] == [False, True, True]
    assert texts(paper(LINES[0], first_footer=PAGE_NUMBER))[0] == "line 0 1"


def test_fields_are_filled_in_on_each_page() -> None:
    pages = texts(paper(*LINES, footer=FOOTER, first_footer=None, header=HEADER))
    assert all(page.endswith(f"Page {n} of 3") for n, page in enumerate(pages, 1))
    assert all(page.startswith("State Note ") for page in pages)


@pytest.mark.parametrize("wording", ["第{page}页，共{pages}页", "Page {page}", "{page}/{pages}"])
def test_the_caller_words_the_number(wording: str) -> None:
    written = wording.format(page=2, pages=3)
    pages = texts(paper(*LINES, footer=PageLine(centre=paged(wording))))
    assert pages[1].endswith(written)


def test_pages_items_and_contents_are_numbered_in_the_digits_of_the_paper() -> None:
    steps = List((Item(plain("خطوة")),), Marker.NUMBER, start=12)
    blocks = (Contents(), PageBreak(), Heading(plain("نص")), steps)
    data = paper(*blocks, language="ar", digits=ARABIC_INDIC, footer=FOOTER, first_footer=None)
    pages = "".join(texts(data))
    # Twice as the number of all pages, once as that of a page, once in the contents and the item.
    assert pages.count("٢") == 5
    assert not re.search("[0-9]", pages)


def test_the_first_page_may_differ() -> None:
    pages = texts(paper(*LINES, header=HEADER, first_header=NO_LINE, footer=FOOTER))
    assert "State" not in pages[0]
    assert "Page 1" not in pages[0]
    assert "State" in pages[1]


def test_texts_stand_at_the_margins_and_change_sides_in_arabic() -> None:
    line = PageLine(plain("12"), plain("34"), plain("56"))
    more: dict[str, Any] = {"header": line, "footer": FOOTER, "first_footer": None}
    found = places(paper(LINES[0], **more))
    assert found["12"][0] < found["34"][0] < found["56"][0]
    assert found["12"][0] == pytest.approx(30 * 72 / 25.4, abs=0.1)
    mirrored = places(paper(LINES[0], language="ar", **more))
    assert mirrored["12"][0] > mirrored["34"][0] > mirrored["56"][0]


def test_the_number_keeps_clear_of_the_line_below_it() -> None:
    found = places(paper(LINES[0], line="Rue de Lausanne 1", first_footer=PAGE_NUMBER))
    assert found["1"][1] >= found["Rue de Lausanne 1"][1] + 12


def test_headers_and_footers_are_no_part_of_the_text() -> None:
    assert failures(paper(*LINES, header=HEADER, footer=FOOTER, first_footer=None)) == []
