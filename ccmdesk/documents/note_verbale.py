"""The note verbale on paper: letterhead, text, delegation, closing, seal, addressee."""

from collections.abc import Sequence

from ccmdesk.documents.delegation_file import MIME, NAME, delegation_csv
from ccmdesk.documents.delegation_list import delegation_list
from ccmdesk.documents.letterhead import letterhead, number_and_title
from ccmdesk.documents.note_foot import address, address_at_end, closing
from ccmdesk.documents.note_sheet import (
    NoteSheet,
    Passage,
    copy_mark,
    courtesy_sheet,
    note_sheet,
)
from ccmdesk.documents.printed_text import raised
from ccmdesk.documents.printing import rendered
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_kinds import DELEGATION
from ccmdesk.language.phrases import pack
from ccmdesk.typeset.blocks import (
    ARABIC_INDIC,
    NO_LINE,
    WESTERN,
    Align,
    Annex,
    Attachment,
    Block,
    Document,
    Field,
    FontFile,
    Item,
    List,
    Margins,
    Marker,
    PageLine,
    Paragraph,
    Relationship,
    Run,
    Section,
    Text,
    Typeface,
    plain,
)

_LEADING = 1.25 / 1.15
"""From line to line at a spacing of 1, as a share of the type size."""
_BETWEEN = 2.4
_LABEL = 8.0
_NUMBER_SIZE = 10


def note_pdf(
    content: NoteContent, *, draft: bool = False, mark: str = "", fonts: Sequence[FontFile] = ()
) -> bytes:
    """Return the note as PDF, marked on every page if it is a draft.

    `mark` is what stands at the head of a copy: the key of a copy mark of the phrase pack
    ("file_copy"), or words as typed; `fonts` are those of the mission's own. Raises InputError
    where a character is in no font, the emblem is unreadable or the language has no phrase pack.
    """
    return rendered(note_blocks(content, draft=draft, mark=mark), fonts)


def note_blocks(content: NoteContent, *, draft: bool = False, mark: str = "") -> Document:
    """Return the note as blocks; raises InputError for a language without a phrase pack."""
    sheet, layout = note_sheet(content), content.layout
    at_foot = layout.address_place == "foot"
    blocks = [*letterhead(sheet), *number_and_title(sheet), *_body(sheet)]
    blocks.append(closing(sheet, _usual(layout), sealed=True, draft=draft))
    if not at_foot:
        blocks += address_at_end(sheet)
    if sheet.annexed:
        blocks.append(_annex(sheet))
    translation = courtesy_sheet(content)
    if translation is not None:
        blocks.append(_translation(translation))
    copy = copy_mark(content.language, mark)
    header, footer = _lines_in_margins(sheet, copy)
    return Document(
        title=sheet.title_and_number,
        author=content.names.mission,
        subject=sheet.texts.subject,
        language=content.language,
        blocks=tuple(blocks),
        paper=layout.paper,
        margins=Margins(
            layout.margin_left, layout.margin_right, layout.margin_top, layout.margin_bottom
        ),
        size=layout.font_size,
        digits=_digits(content),
        typeface=Typeface(layout.typeface),
        foot=address(sheet) if at_foot else (),
        line=sheet.footer,
        mark=pack(content.language).formulas["draft_mark"] if draft else "",
        dated=content.dated,
        header=header,
        attachments=_attached(sheet),
        footer=footer,
        first_header=PageLine(right=plain(copy, bold=True)) if copy else NO_LINE,
    )


def _body(sheet: NoteSheet) -> list[Block]:
    layout = sheet.content.layout
    blocks: list[Block] = []
    after_list = False
    for index, passage in enumerate(sheet.passages):
        usual = _usual(layout, passage)
        before = 4.5 if index == 0 else 4.2 if after_list else usual.before
        follows = bool(passage.items or passage.members)
        blocks.append(
            Paragraph(
                raised(passage.text),
                align=usual.align,
                leading=usual.leading,
                before=before,
                indent=usual.indent,
                label=usual.label,
                keep_next=follows,
            )
        )
        blocks += _below(passage, sheet, usual.leading)
        after_list = follows
    return blocks


def _below(passage: Passage, sheet: NoteSheet, leading: float) -> list[Block]:
    """Return what stands below a sentence: changes or corrections, and the delegation."""
    blocks: list[Block] = []
    if passage.items:
        items = tuple(Item(raised(line)) for line in passage.items)
        blocks.append(List(items, Marker.DASH, leading=leading, before=1.6, gap=1.0))
    if passage.members:
        blocks += delegation_list(passage.members, sheet.content.layout, sheet.language, leading)
    return blocks


def _usual(layout: Layout, passage: Passage | None = None) -> Paragraph:
    """Return how a paragraph of the note looks."""
    label = passage.label if passage else ""
    return Paragraph(
        (),
        align=Align.JUSTIFIED if layout.justified else Align.LEFT,
        leading=_LEADING * layout.line_spacing,
        before=_BETWEEN * layout.line_spacing / 1.15,
        indent=max(_LABEL, layout.first_line_indent) if label else layout.first_line_indent,
        label=label,
    )


def _annex(sheet: NoteSheet) -> Annex:
    layout = sheet.content.layout
    listed = delegation_list(sheet.annexed, layout, sheet.language, _LEADING * layout.line_spacing)
    return Annex(
        plain(sheet.texts.annex_heading, bold=True),
        tuple(listed),
        label=plain(sheet.texts.annex_title),
        size=1.0,
    )


def _translation(sheet: NoteSheet) -> Section:
    """Return the courtesy translation, on a page of its own and headed as what it is."""
    layout = sheet.content.layout
    blocks = [*number_and_title(sheet, before=4.0), *_body(sheet)]
    blocks.append(closing(sheet, _usual(layout), sealed=False, draft=False))
    blocks += address_at_end(sheet)
    if sheet.annexed:
        blocks.append(_annex(sheet))
    annex = Annex(
        plain(sheet.texts.translation_head, italic=sheet.language not in ("ar", "zh")),
        tuple(blocks),
        size=1.0,
    )
    return Section((annex,), sheet.language)


def _digits(content: NoteContent) -> str:
    """Return the digits of page numbers: Arabic alone is written with two kinds."""
    indic = content.language == "ar" and content.layout.digits == "arabic_indic"
    return ARABIC_INDIC if indic else WESTERN


def _attached(sheet: NoteSheet) -> tuple[Attachment, ...]:
    """Return the list of the delegation as a file within the file, if the layout asks for it."""
    content = sheet.content
    listed = any(part.key == DELEGATION for part in sheet.body)
    if not (content.layout.attach_list and listed and content.delegates):
        return ()
    heading = sheet.texts.annex_heading
    return (Attachment(NAME, delegation_csv(content), MIME, heading, Relationship.DATA),)


def _lines_in_margins(sheet: NoteSheet, copy: str) -> tuple[PageLine, PageLine]:
    """Return header and footer of the pages after the first: page number, marks, copy mark."""
    layout = sheet.content.layout
    number: Text = (Run("", field=Field.PAGE),)
    place = layout.page_number_place
    marks = " · ".join((*sheet.marks, *([copy] if copy else [])))
    header = PageLine(
        centre=number if place == "head_centre" else (),
        right=plain(marks, bold=True) if marks else (),
        size=_NUMBER_SIZE,
    )
    footer = PageLine(
        centre=number if place == "foot_centre" else (),
        right=number if place == "foot_right" else (),
        size=_NUMBER_SIZE,
    )
    return header, footer
