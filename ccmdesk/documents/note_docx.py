"""The note as DOCX for the edits of others; it looks like the PDF and can be read back."""

from docx.document import Document as DocxDocument
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph

from ccmdesk.documents.docx_file import (
    add_style,
    measure,
    new_document,
    packed,
    set_spacing,
)
from ccmdesk.documents.docx_head import add_letterhead, add_margins
from ccmdesk.documents.docx_identity import ITEMS, NOTE, TRANSLATION, VERSION, identity, part_names
from ccmdesk.documents.docx_list import add_list
from ccmdesk.documents.docx_runs import RIGHT_TO_LEFT, add_text, direct, smaller, turn
from ccmdesk.documents.docx_seal import add_seal
from ccmdesk.documents.note_sheet import NoteSheet, Passage, courtesy_sheet, note_sheet
from ccmdesk.domain.note import NoteContent

_LABEL = 8.0


def note_docx(content: NoteContent, *, draft: bool = False) -> bytes:
    """Return the note as DOCX, the same bytes for the same content.

    Raises InputError for a language without a phrase pack.
    """
    sheet = note_sheet(content)
    document = new_document(content.layout, content.language)
    writer = _Writer(document, sheet, NOTE)
    add_letterhead(document, sheet)
    add_margins(document, sheet, draft=draft)
    writer.add_note(sealed=True, draft=draft)
    properties = {VERSION: "1", "Kind": str(content.kind), "Language": content.language}
    properties |= identity(sheet, NOTE)
    translation = courtesy_sheet(content)
    if translation is not None:
        properties |= identity(translation, TRANSLATION)
        other = _Writer(document, translation, TRANSLATION)
        other.add_title_page_line(translation.texts.translation_head)
        other.add_note(sealed=False, draft=False)
    # The empty document begins with nothing, a section ends it.
    core = document.core_properties
    core.title, core.author = sheet.title_and_number, content.names.mission
    core.subject, core.language = sheet.texts.subject, content.language
    core.comments = ""
    return packed(document, properties, content.dated)


class _Writer:
    """Writes one language of a note into a document."""

    def __init__(self, document: DocxDocument, sheet: NoteSheet, prefix: str) -> None:
        self._document = document
        self._sheet = sheet
        self._layout = sheet.content.layout
        self._prefix = prefix
        self._names = part_names(sheet.body)
        text = add_style(document, self._style("text"))
        set_spacing(text, 2.4 * self._layout.line_spacing / 1.15)
        if self._layout.justified:
            text.paragraph_format.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY

    def add_title_page_line(self, head: str) -> None:
        """Begin a page with what heads it."""
        line = self._add("head", head, bold=True)
        line.paragraph_format.page_break_before = True
        line.alignment = WD_ALIGN_PARAGRAPH.CENTER

    def add_note(self, *, sealed: bool, draft: bool) -> None:
        """Add the note from its number to its addressee."""
        self._add_number_and_title()
        for index, passage in enumerate(self._sheet.passages):
            self._add_passage(passage, index)
        self._add_closing()
        if sealed:
            add_seal(self._document, self._sheet, draft=draft)
        if not sealed or self._layout.address_place == "end":
            self._add_address()
        if self._sheet.annexed:
            self._add_annex()

    def _add_number_and_title(self) -> None:
        layout, sheet = self._layout, self._sheet
        dated = layout.date_place in ("top", "both")
        ends = [sheet.number, sheet.place_and_date if dated else ""]
        if layout.number_place == "right":
            ends.reverse()
        line = self._add("number", "\t".join(end for end in ends if end), before=8)
        if not ends[0]:
            line.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        elif ends[1]:
            line.paragraph_format.tab_stops.add_tab_stop(
                Mm(measure(layout)), WD_TAB_ALIGNMENT.RIGHT
            )
        for index, mark in enumerate(sheet.marks):
            shown = self._add("mark", mark, bold=True, before=0.4 if index else 1.2)
            if layout.number_place == "right":
                shown.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if sheet.title:
            title = self._add("title", sheet.title, bold=True, before=4.5)
            title.alignment = WD_ALIGN_PARAGRAPH.CENTER
            for run in title.runs:
                run.font.size = Pt(layout.font_size * 1.08)

    def _add_passage(self, passage: Passage, index: int) -> None:
        name = self._names[passage.part]
        style = add_style(self._document, self._style(name), self._style("text"))
        paragraph = self._document.add_paragraph(style=style)
        self._turn(paragraph)
        form = paragraph.paragraph_format
        if index == 0:
            form.space_before = Mm(4.5)
        if passage.label:
            form.tab_stops.add_tab_stop(Mm(max(_LABEL, self._layout.first_line_indent)))
            add_text(paragraph, f"{passage.label}\t", self._sheet.language)
        elif self._layout.first_line_indent:
            form.first_line_indent = Mm(self._layout.first_line_indent)
        # The closing is never alone on a page.
        last = index == len(self._sheet.passages) - 1
        form.keep_with_next = last or bool(passage.items or passage.members)
        if passage.members:
            form.space_after = Mm(1.5)
        add_text(paragraph, passage.text, self._sheet.language)
        for item in passage.items:
            self._add_item(item, name)
        if passage.members:
            add_list(self._document, self._sheet, passage.members, self._prefix, held=last)

    def _add_item(self, item: str, name: str) -> None:
        style = add_style(self._document, self._style(name + ITEMS), self._style("text"))
        paragraph = self._document.add_paragraph(style=style)
        self._turn(paragraph)
        form = paragraph.paragraph_format
        form.left_indent, form.first_line_indent = Mm(_LABEL), Mm(-_LABEL)
        form.space_before = Mm(1)
        form.tab_stops.add_tab_stop(Mm(_LABEL))
        add_text(paragraph, f"–\t{item}", self._sheet.language)

    def _add_closing(self) -> None:
        sheet, layout = self._sheet, self._layout
        if sheet.closing:
            closing = self._add("closing", sheet.closing, base=self._style("text"))
            if layout.first_line_indent:
                closing.paragraph_format.first_line_indent = Mm(layout.first_line_indent)
        if layout.date_place != "top":
            dated = self._add("date", sheet.place_and_date, before=5)
            if layout.date_place != "end_left":
                dated.alignment = WD_ALIGN_PARAGRAPH.RIGHT
        if sheet.enclosures:
            line = self._add("enclosures", sheet.enclosures, before=3)
            smaller(line, layout)

    def _add_address(self) -> None:
        for index, line in enumerate(self._sheet.address):
            shown = self._add("address", line, before=0 if index else 8)
            smaller(shown, self._layout)
            shown.paragraph_format.keep_with_next = index < len(self._sheet.address) - 1

    def _add_annex(self) -> None:
        texts = self._sheet.texts
        for index, line in enumerate((texts.annex_title, texts.annex_heading)):
            shown = self._add("annex", line, bold=True, before=0 if index == 0 else 1.5)
            shown.paragraph_format.page_break_before = index == 0
            shown.alignment = WD_ALIGN_PARAGRAPH.CENTER
        self._document.add_paragraph(style=self._style("annex"))
        add_list(self._document, self._sheet, self._sheet.annexed, self._prefix, held=False)

    def _add(
        self,
        name: str,
        text: str,
        *,
        bold: bool = False,
        before: float | None = None,
        base: str = "",
    ) -> Paragraph:
        """Add a paragraph that holds the next one, in the style of its name."""
        style = add_style(self._document, self._style(name), base or "Normal")
        paragraph = self._document.add_paragraph(style=style)
        direct(paragraph, text, self._sheet.language)
        paragraph.paragraph_format.keep_with_next = True
        if before is not None:
            paragraph.paragraph_format.space_before = Mm(before)
        add_text(paragraph, text, self._sheet.language, bold=bold)
        return paragraph

    def _style(self, name: str) -> str:
        return f"{self._prefix} {name}"

    def _turn(self, paragraph: Paragraph) -> None:
        if self._sheet.language in RIGHT_TO_LEFT:
            turn(paragraph)
