"""The top and the foot of the pages of a DOCX: letterhead, address of the first page, numbers."""

import io

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.section import _Footer, _Header
from docx.shared import Mm
from docx.text.paragraph import Paragraph

from ccmdesk.documents.docx_file import add_style, measure, set_spacing
from ccmdesk.documents.docx_runs import (
    RIGHT_TO_LEFT,
    add_field,
    add_text,
    bidi_table,
    direct,
    resize,
    smaller,
    turn,
)
from ccmdesk.documents.note_sheet import NoteSheet
from ccmdesk.language.phrases import pack

_NUMBER_SIZE, _FOOTER_SIZE = 10, 8
_HEAD = "Note letterhead"
_SIZES = (1.0, 0.74)


def add_letterhead(document: DocxDocument, sheet: NoteSheet) -> None:
    """Add emblem and name of the mission, or the room its printed paper needs."""
    layout = sheet.content.layout
    style = add_style(document, _HEAD)
    set_spacing(style, 0.8, keep_next=True)
    if layout.letterhead == "preprinted":
        room = document.add_paragraph(style=style)
        room.paragraph_format.space_before = Mm(0)
        room.paragraph_format.space_after = Mm(max(layout.preprinted_height - layout.margin_top, 0))
        return
    emblem = sheet.content.emblem if layout.emblem_position != "none" else None
    if not sheet.head:
        return
    if emblem is not None and layout.emblem_position == "left":
        _add_beside(document, sheet, emblem)
        return
    if emblem is not None:
        picture = document.add_paragraph(style=style)
        picture.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _add_picture(picture, sheet, emblem)
    for index, line in enumerate(sheet.head):
        paragraph = document.add_paragraph(style=style)
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        _fill_head(paragraph, sheet, line, first=index == 0)


def add_margins(document: DocxDocument, sheet: NoteSheet, *, draft: bool) -> None:
    """Add headers and footers: those of page one, and the page number of the others."""
    section, layout = document.sections[0], sheet.content.layout
    mark = pack(sheet.language).formulas["draft_mark"] if draft else ""
    _fill_header(section.first_page_header, sheet, (mark,), number=False)
    at_head = layout.page_number_place == "head_centre"
    _fill_header(section.header, sheet, (mark, *sheet.marks), number=at_head)
    lines = list(sheet.address) if layout.address_place == "foot" else []
    _fill_first_footer(document, section.first_page_footer, sheet, lines)
    number = section.footer.paragraphs[0]
    number.style = "Footer"
    if layout.page_number_place in ("foot_centre", "foot_right"):
        at_end = layout.page_number_place == "foot_right"
        number.alignment = WD_ALIGN_PARAGRAPH.RIGHT if at_end else WD_ALIGN_PARAGRAPH.CENTER
        _add_number(number, sheet)


def _fill_head(paragraph: Paragraph, sheet: NoteSheet, line: str, *, first: bool) -> None:
    if sheet.language in RIGHT_TO_LEFT:
        turn(paragraph)
    paragraph.paragraph_format.space_before = Mm(3 if first else 0.8)
    add_text(paragraph, line, sheet.language, bold=first)
    for run in paragraph.runs:
        resize(run, sheet.content.layout.font_size * _SIZES[not first])


def _add_picture(paragraph: Paragraph, sheet: NoteSheet, emblem: bytes) -> None:
    height = Mm(sheet.content.layout.emblem_height)
    # A line set closer than the font asks for would cut the picture.
    paragraph.paragraph_format.line_spacing = 1.0
    shape = paragraph.add_run().add_picture(io.BytesIO(emblem), height=height)
    shape._inline.docPr.set("descr", sheet.head[0])


def _add_beside(document: DocxDocument, sheet: NoteSheet, emblem: bytes) -> None:
    """Add the emblem where lines begin, the lines of the letterhead beside it."""
    layout = sheet.content.layout
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    first = layout.emblem_height + 6
    widths = (Mm(first), Mm(measure(layout) - first))
    for column, cell, width in zip(table.columns, table.rows[0].cells, widths, strict=True):
        column.width = cell.width = width
        cell.vertical_alignment = 1
        cell.paragraphs[0].style = _HEAD
    picture, text = table.rows[0].cells
    if sheet.language in RIGHT_TO_LEFT:
        bidi_table(table)
        turn(picture.paragraphs[0])
    _add_picture(picture.paragraphs[0], sheet, emblem)
    for index, line in enumerate(sheet.head):
        paragraph = text.paragraphs[0] if index == 0 else text.add_paragraph(style=_HEAD)
        _fill_head(paragraph, sheet, line, first=index == 0)


def _fill_header(
    header: _Header, sheet: NoteSheet, marks: tuple[str, ...], *, number: bool
) -> None:
    line = header.paragraphs[0]
    line.style = "Header"
    stops = line.paragraph_format.tab_stops
    whole = measure(sheet.content.layout)
    stops.add_tab_stop(Mm(whole / 2), WD_TAB_ALIGNMENT.CENTER)
    stops.add_tab_stop(Mm(whole), WD_TAB_ALIGNMENT.RIGHT)
    if sheet.language in RIGHT_TO_LEFT:
        turn(line)
    line.add_run("\t")
    if number:
        _add_number(line, sheet)
    shown = " · ".join(mark for mark in marks if mark)
    if shown:
        add_text(line, f"\t{shown}", sheet.language, bold=True)


def _add_number(paragraph: Paragraph, sheet: NoteSheet) -> None:
    if sheet.language in RIGHT_TO_LEFT:
        turn(paragraph)
    for run in add_field(paragraph, "PAGE"):
        resize(run, _NUMBER_SIZE)


def _fill_first_footer(
    document: DocxDocument, footer: _Footer, sheet: NoteSheet, lines: list[str]
) -> None:
    """Fill the foot of page one: the addressee, and below it the line of the letterhead."""
    style = add_style(document, "Note address")
    paragraph = footer.paragraphs[0]
    paragraph.style = "Footer"
    for index, line in enumerate(lines):
        shown = paragraph.insert_paragraph_before(style=style)
        shown.paragraph_format.space_before = Mm(4 if index == 0 else 0)
        direct(shown, line, sheet.language)
        add_text(shown, line, sheet.language)
        smaller(shown, sheet.content.layout)
    if sheet.footer:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
        paragraph.paragraph_format.space_before = Mm(3)
        if sheet.language in RIGHT_TO_LEFT:
            turn(paragraph)
        add_text(paragraph, sheet.footer, sheet.language)
        for run in paragraph.runs:
            resize(run, _FOOTER_SIZE)
