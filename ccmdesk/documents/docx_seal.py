"""The room for seal, initials and signature in a DOCX."""

from docx.document import Document as DocxDocument
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.table import _Cell

from ccmdesk.documents.docx_file import add_style, measure
from ccmdesk.documents.docx_runs import RIGHT_TO_LEFT, add_text, bidi_table, smaller, turn
from ccmdesk.documents.note_sheet import NoteSheet
from ccmdesk.language.phrases import pack

_SIGNING = 14.0


def add_seal(document: DocxDocument, sheet: NoteSheet, *, draft: bool) -> None:
    """Add what is put on by hand, as the layout asks for it."""
    layout, names = sheet.content.layout, sheet.content.names
    style = add_style(document, "Note seal")
    signed = [line for line in (names.signatory, names.signatory_title) if line.strip()]
    signed = signed if layout.signature_block else []
    if not (layout.seal_space or layout.signature_block or layout.initials_line):
        return
    side = layout.seal_side if layout.seal_space else _SIGNING
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    at_left = layout.signature_block
    widths = [side, measure(layout) - side] if at_left else [measure(layout) - side, side]
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = Mm(width)
        cell.paragraphs[0].style = style
    row = table.rows[0]
    row.height, row.height_rule = Mm(side), WD_ROW_HEIGHT_RULE.EXACTLY
    if sheet.language in RIGHT_TO_LEFT:
        bidi_table(table)
    seal, beside = row.cells if at_left else row.cells[::-1]
    if layout.seal_space and draft:
        _outline(seal)
        seal.vertical_alignment = 1
        _write(seal, pack(sheet.language).formulas["seal"], sheet, WD_ALIGN_PARAGRAPH.CENTER)
    beside.vertical_alignment = 3
    if layout.initials_line:
        initials = f"{pack(sheet.language).formulas['initials']} ____________"
        _write(beside, initials, sheet, WD_ALIGN_PARAGRAPH.RIGHT)
    for index, line in enumerate(signed):
        paragraph = document.add_paragraph(style=style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if sheet.language in RIGHT_TO_LEFT:
            turn(paragraph)
        add_text(paragraph, line, sheet.language, bold=index == 0)


def _write(cell: _Cell, text: str, sheet: NoteSheet, align: WD_ALIGN_PARAGRAPH) -> None:
    paragraph = cell.paragraphs[0]
    paragraph.alignment = align
    if sheet.language in RIGHT_TO_LEFT:
        turn(paragraph)
    add_text(paragraph, text, sheet.language)
    smaller(paragraph, sheet.content.layout)
    paragraph.paragraph_format.space_before = Pt(0)


def _outline(cell: _Cell) -> None:
    borders = OxmlElement("w:tcBorders")
    for side in ("top", "left", "bottom", "right"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "dashed"), ("sz", "4"), ("space", "0"), ("color", "B0B0B0")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)
