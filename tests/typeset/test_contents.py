"""The table of contents, links, anchors and annexes."""

from typing import Any

import pytest

from ccmdesk.typeset.blocks import (
    Annex,
    Block,
    Column,
    Contents,
    Heading,
    KeepTogether,
    PageBreak,
    PageLine,
    Paragraph,
    Run,
    Table,
    plain,
)
from ccmdesk.typeset.errors import UnknownAnchorError
from tests.typeset.seen import paper, parts, read, texts, tree
from tests.typeset.test_standards import failures

LINES: tuple[Block, ...] = tuple(Paragraph(plain(f"line {n}")) for n in range(60))


def report() -> bytes:
    return paper(
        Heading(plain("Report"), listed=False),
        Contents(depth=2),
        Heading(plain("First")),
        Heading(plain("Within"), level=2),
        Heading(plain("Deep"), level=3),
        *LINES,
        KeepTogether((Heading(plain("Second")), Paragraph(plain("text")))),
        Annex(plain("Delegates"), LINES[:3], plain("Annex I")),
    )


def test_each_heading_is_listed_with_its_page() -> None:
    data = report()
    pages = texts(data)
    assert "First 1 Within 1 Second 2 Annex I – Delegates 3" in pages[0]
    assert pages[1].count("Second") == 1
    assert pages[2].startswith("Annex I Delegates line 0")
    assert failures(data) == []


def test_each_entry_leads_to_its_heading() -> None:
    reader = read(report())
    areas: Any = reader.pages[0]["/Annots"]
    pages = [page.get_object() for page in reader.pages]
    goals = [pages.index(area.get_object()["/Dest"][0].get_object()) for area in areas]
    assert goals == [0, 0, 1, 2]


def test_entries_stand_below_those_of_a_higher_level() -> None:
    assert " TOC(TOCI(Link TOC(TOCI(Link))) TOCI(Link) TOCI(Link)) " in tree(report())


def test_the_room_for_pages_does_not_depend_on_their_number() -> None:
    data = paper(
        Contents(), *(block for n in range(120) for block in (Heading(plain(f"H{n}")), *LINES))
    )
    pages = texts(data)
    last = next(index for index, page in enumerate(pages) if "H119 line 0" in page)
    assert f"H119 {last + 1}" in " ".join(pages[:5])


def test_an_annex_begins_a_page_is_a_section_and_stands_in_the_outline() -> None:
    data = paper(LINES[0], Annex(plain("Delegates"), (LINES[1],), plain("Annex I")))
    assert texts(data)[1].startswith("Annex I Delegates line 1")
    assert tree(data) == "P Sect(H1 P)"
    outline: Any = read(data).outline
    assert [entry.title for entry in outline] == ["Annex I – Delegates"]
    assert read(data).page_labels == ["1", "2"]


def test_an_annex_that_comes_first_leaves_no_empty_page() -> None:
    assert len(texts(paper(Annex(plain("Delegates"), LINES[:2])))) == 1


def test_a_break_begins_a_page_and_two_are_one() -> None:
    pages = texts(paper(LINES[0], PageBreak(), PageBreak(), LINES[1], PageBreak()))
    assert [page.split(" 2")[0] for page in pages] == ["line 0", "line 1"]


def test_links_lead_within_the_paper_and_out_of_it() -> None:
    data = paper(
        Paragraph(
            (
                Run("See "),
                Run("the annex " * 12, link="#annex"),
                Run(" and "),
                Run("the site", link="https://example.org/"),
            )
        ),
        Annex(plain("Delegates"), LINES[:1], anchor="annex"),
    )
    areas: Any = read(data).pages[0]["/Annots"]
    found = [area.get_object() for area in areas]
    assert [str(area["/A"]["/URI"]) for area in found if "/A" in area] == ["https://example.org/"]
    inside = [area for area in found if "/Dest" in area]
    assert len(inside) == 2, "one for each line"
    assert len(parts(data, "Link")) == 2
    assert failures(data) == []


def test_a_link_to_nowhere_is_refused() -> None:
    with pytest.raises(UnknownAnchorError, match="#gone"):
        paper(Paragraph((Run("x", link="#gone"),)))


def test_a_link_in_a_repeated_head_or_a_header_is_no_link() -> None:
    head = Column((Run("Site", link="https://example.org/"),), 1)
    rows = tuple(((plain(f"row {n}"),),) for n in range(90))
    data = paper(Table((head,), rows), header=PageLine((Run("x", link="https://example.org/"),)))
    assert [("/Annots" in page) for page in read(data).pages] == [True, False, False]
    assert failures(data) == []
