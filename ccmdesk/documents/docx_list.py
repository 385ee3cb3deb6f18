"""The list of a delegation in a DOCX, in the forms the layout knows."""

from collections.abc import Sequence

from docx.document import Document as DocxDocument
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import Table, _Cell, _Row

from ccmdesk.documents.docx_file import add_style, measure, resize_style, set_spacing
from ccmdesk.documents.docx_runs import RIGHT_TO_LEFT, add_text, bidi_table, turn
from ccmdesk.documents.members import Member, in_one_line
from ccmdesk.documents.note_sheet import NoteSheet
from ccmdesk.language.phrases import pack

MEMBER = "member"
_SHARES = (10, 50, 62, 33)
_SHORT = 3
_SIZE = 0.875
_HEAVY, _QUIET = "8", "4"


def add_list(
    document: DocxDocument,
    sheet: NoteSheet,
    members: Sequence[Member],
    prefix: str,
    *,
    held: bool,
) -> None:
    """Add the members; `prefix` begins the names of the styles that tell what stands there.

    `held` keeps the last two of them with what follows, where that is the closing.
    """
    layout, language = sheet.content.layout, sheet.language
    style = add_style(document, f"{prefix} {MEMBER}")
    if layout.list_form == "table":
        resize_style(style, layout.font_size * _SIZE)
        _add_table(document, sheet, members, style.name or "", held=held)
        return
    set_spacing(style, 1.2)
    for number, member in enumerate(members, start=1):
        lines = [in_one_line(member, language)]
        if layout.list_form == "block":
            lines = [member.name, *member.title, member.role]
        for index, line in enumerate(lines):
            paragraph = document.add_paragraph(style=style)
            block = layout.list_form == "block"
            if language in RIGHT_TO_LEFT:
                turn(paragraph)
            paragraph.paragraph_format.left_indent = Mm(8)
            if not block:
                paragraph.paragraph_format.first_line_indent = Mm(-8)
                paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(8))
                line = f"{member.number}\t{line}"
            elif index:
                paragraph.paragraph_format.space_before = Pt(0)
            ends = held and number > len(members) - 2
            paragraph.paragraph_format.keep_with_next = ends or index < len(lines) - 1
            add_text(paragraph, line, language, bold=block and not index)


def _add_table(
    document: DocxDocument,
    sheet: NoteSheet,
    members: Sequence[Member],
    style: str,
    *,
    held: bool,
) -> None:
    heads = pack(sheet.language).table
    texts: list[list[tuple[str, ...]]] = []
    texts.append([(heads[name],) for name in ("number", "name", "title", "role")])
    texts += [
        [(member.number,), (member.name,), member.title or ("",), (member.role,)]
        for member in members
    ]
    table = document.add_table(rows=len(texts), cols=4)
    table.autofit = False
    whole = measure(sheet.content.layout)
    # The word for "number" is long in Arabic.
    shares = (14, *_SHARES[1:]) if len(heads["number"]) > _SHORT else _SHARES
    widths = [Mm(whole * share / sum(shares)) for share in shares]
    # LibreOffice follows the grid, Word the cells.
    for column, wide in zip(table.columns, widths, strict=True):
        column.width = wide
    _set_table(table, rtl=sheet.language in RIGHT_TO_LEFT)
    last = len(texts) - 1
    for index, row in enumerate(table.rows):
        _keep_whole(row, head=index == 0)
        rule = _HEAVY if index in (0, last) else _QUIET
        for cell, lines, wide in zip(row.cells, texts[index], widths, strict=True):
            cell.width = wide
            _rule(cell, _HEAVY if index == 0 else "", rule)
            # The head stays with two rows, and the last two with a closing.
            holds = index <= 1 or (held and index >= last - 1)
            _fill(cell, lines, sheet.language, style, head=index == 0, holds=holds)


def _fill(
    cell: _Cell, lines: Sequence[str], language: str, style: str, *, head: bool, holds: bool
) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.style = style
        if language in RIGHT_TO_LEFT:
            turn(paragraph)
        paragraph.paragraph_format.keep_with_next = holds
        add_text(paragraph, line, language, bold=head)


def _set_table(table: Table, *, rtl: bool) -> None:
    properties = table._tbl.tblPr
    if rtl:
        bidi_table(table)
    margins = OxmlElement("w:tblCellMar")
    for side, width in (("top", 45), ("left", 0), ("bottom", 45), ("right", 140)):
        margin = OxmlElement(f"w:{side}")
        margin.set(qn("w:w"), str(width))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    properties.insert_element_before(margins, "w:tblLook", "w:tblCaption", "w:tblDescription")


def _keep_whole(row: _Row, *, head: bool) -> None:
    properties = row._tr.get_or_add_trPr()
    properties.append(OxmlElement("w:cantSplit"))
    if head:
        properties.append(OxmlElement("w:tblHeader"))


def _rule(cell: _Cell, above: str, below: str) -> None:
    properties = cell._tc.get_or_add_tcPr()
    borders = OxmlElement("w:tcBorders")
    for side, weight in (("top", above), ("bottom", below)):
        if weight:
            line = OxmlElement(f"w:{side}")
            line.set(qn("w:val"), "single")
            line.set(qn("w:sz"), weight)
            line.set(qn("w:space"), "0")
            line.set(qn("w:color"), "000000" if weight == _HEAVY else "888888")
            borders.append(line)
    properties.append(borders)
