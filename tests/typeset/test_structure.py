"""Links, lists, notes and wide cells are told as both standards want them told."""

import io
from datetime import date
from typing import Any

import page
from pypdf import PdfReader

from ccmdesk.typeset.assembly import assembled
from ccmdesk.typeset.blocks import Document, plain
from ccmdesk.typeset.drawing import draw_line
from ccmdesk.typeset.lines import Setting, break_lines
from ccmdesk.typeset.sheet import Sheet, Supplies
from ccmdesk.typeset.structure import Node, column_head, numbered, row_head, spanning
from ccmdesk.typeset.writer import PdfFile, literal_string

PAPER = (595.28, 841.89)
WHOLE = Document("Paper", "Author", "Subject", "en", (), dated=date(2027, 1, 1))


class Pages:
    """Sheets on which each part gets one line of text."""

    def __init__(self) -> None:
        self.file = PdfFile()
        self.supplies = Supplies(self.file)
        self.sheets: list[Sheet] = []
        self.y = 0.0

    def turn(self) -> Sheet:
        self.sheets.append(Sheet(len(self.sheets), "en", self.supplies))
        self.y = 800.0
        return self.sheets[-1]

    def say(self, text: str, node: Node) -> Node:
        self.y -= 20
        line = break_lines(plain(text), Setting(12), 400)[0]
        draw_line(self.sheets[-1], line, 60, self.y, node)
        return node

    def bytes(self, *nodes: Node) -> bytes:
        return assembled(self.file, WHOLE, PAPER, self.supplies, self.sheets, nodes, nodes)


def failures(data: bytes) -> list[str]:
    return [
        f"{profile}: {failure}"
        for profile in ("2a", "ua1")
        for failure in page.validate_pdf_bytes(data, profile=profile).failures
    ]


def linked() -> bytes:
    pages = Pages()
    sheet = pages.turn()
    heading, entry, address = Node("H1", title="One"), Node("Link"), Node("Link")
    pages.say("One ..... 2", entry)
    pages.say("unog.ch", address)
    sheet.link(entry, (60, 700, 200, 790), heading, "One, page 2")
    sheet.link(address, (60, 600, 200, 690), "https://example.org/à (b)", "The site")
    pages.turn()
    pages.say("One", heading)
    heading.place = (1, 800.0)
    contents = Node("TOC", [Node("TOCI", [Node("Reference", [entry])])])
    return pages.bytes(contents, Node("P", [address]), heading)


def test_links_keep_both_standards_and_lead_where_they_say() -> None:
    data = linked()
    assert failures(data) == []
    reader = PdfReader(io.BytesIO(data))
    areas: Any = reader.pages[0]["/Annots"]
    inside, outside = (each.get_object() for each in areas)
    assert inside["/Dest"][0].get_object() == reader.pages[1].get_object()
    assert inside["/Contents"] == "One, page 2"
    assert outside["/A"]["/URI"] == "https://example.org/%C3%A0%20%28b%29"
    assert "/Annots" not in reader.pages[1]


def test_every_link_is_found_from_its_page_and_from_its_part() -> None:
    reader = PdfReader(io.BytesIO(linked()))
    root: Any = reader.trailer["/Root"]
    rows = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(rows[::2], rows[1::2], strict=True))
    areas: Any = reader.pages[0]["/Annots"]
    for area in areas:
        part = parents[area.get_object()["/StructParent"]].get_object()
        assert part["/S"] == "/Link"
        assert part["/K"][-1].raw_get("/Obj") == area


def test_lists_notes_and_wide_cells_keep_both_standards() -> None:
    pages = Pages()
    pages.turn()
    say = pages.say
    item = Node("LI", [say("1.", Node("Lbl")), Node("LBody", [say("First", Node("P"))])])
    note = say("See above.", Node("Note"))
    head = Node("TR", [say("Both", Node("TH", attributes=column_head(2)))])
    row = Node("TR", [say("a", Node("TH", attributes=row_head())), say("b", Node("TD"))])
    wide = Node("TR", [say("c", Node("TD", attributes=spanning(2)))])
    table = Node("Table", [Node("THead", [head]), Node("TBody", [row, wide])])
    caption = say("Figure 1", Node("Caption"))
    data = pages.bytes(
        Node("L", [item], attributes=numbered("Decimal")), table, Node("Div", [caption]), note
    )
    assert failures(data) == []
    root: Any = PdfReader(io.BytesIO(data)).trailer["/Root"]
    listed = root["/StructTreeRoot"]["/K"]["/K"][0].get_object()
    assert listed["/A"]["/ListNumbering"] == "/Decimal"


def test_a_plain_cell_carries_nothing() -> None:
    assert spanning() == b""
    assert column_head() == b"/A << /O /Table /Scope /Column >>"
    assert row_head(rows=3) == b"/A << /O /Table /Scope /Row /RowSpan 3 >>"


def test_an_address_cannot_end_its_string() -> None:
    assert literal_string("a)b\\c(d") == b"(a%29b%5Cc%28d)"
