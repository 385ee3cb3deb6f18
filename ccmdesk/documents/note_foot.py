"""The end of a note on paper: closing, place and date, seal, signature, enclosures, addressee."""

from ccmdesk.documents.note_sheet import NoteSheet
from ccmdesk.documents.printed_text import isolated, raised
from ccmdesk.language.phrases import pack
from ccmdesk.typeset.blocks import Align, Block, KeepTogether, Paragraph, Reserved, Spacer, plain

_ADDRESS_SIZE = 0.875
_SMALL = 0.875
_SIGNING = 14.0
"""Millimetres left free for a signature."""


def closing(sheet: NoteSheet, body: Paragraph, *, sealed: bool, draft: bool) -> KeepTogether:
    """Return what ends the note; it never stands on a page without text before it.

    `body` is a paragraph of the note, whose looks the closing shares; `sealed` False leaves out
    what is put on by hand.
    """
    layout = sheet.content.layout
    blocks: list[Block] = []
    if sheet.closing:
        blocks.append(_like(body, sheet.closing))
    if layout.date_place in ("end", "end_left", "both"):
        align = Align.LEFT if layout.date_place == "end_left" else Align.RIGHT
        blocks.append(Paragraph(raised(sheet.place_and_date), align, before=5))
    if sheet.enclosures:
        line = Paragraph(raised(sheet.enclosures), size=_SMALL, leading=body.leading, before=3)
        blocks.append(line)
    if sealed:
        blocks += _put_on_by_hand(sheet, draft)
    return KeepTogether(tuple(blocks))


def address(sheet: NoteSheet) -> tuple[Paragraph, ...]:
    """Return the addressee with the address, line by line."""
    lines = sheet.address
    if sheet.language == "ar":
        lines = tuple(isolated(line) for line in lines)
    return tuple(Paragraph(plain(line), size=_ADDRESS_SIZE, leading=1.2) for line in lines)


def address_at_end(sheet: NoteSheet) -> list[Block]:
    """Return the addressee as what ends the note, kept on one page."""
    lines = address(sheet)
    if not lines:
        return []
    first = Paragraph(lines[0].text, size=lines[0].size, leading=lines[0].leading, before=8)
    return [KeepTogether((first, *lines[1:]), lead=0)]


def _like(body: Paragraph, text: str) -> Paragraph:
    return Paragraph(
        raised(text),
        align=body.align,
        leading=body.leading,
        before=body.before,
        indent=body.indent,
    )


def _put_on_by_hand(sheet: NoteSheet, draft: bool) -> list[Block]:
    """Return the room for seal, initials and signature."""
    layout, names = sheet.content.layout, sheet.content.names
    formulas = pack(sheet.language).formulas
    signed = layout.signature_block
    blocks: list[Block] = []
    if layout.seal_space:
        blocks.append(
            Reserved(
                layout.seal_side,
                underline=layout.initials_line and not signed,
                hint=formulas["seal"] if draft else "",
                before=2.5,
                # Whoever signs does it where the text ends, beside the seal.
                align=Align.LEFT if signed else Align.RIGHT,
            )
        )
    elif signed:
        blocks.append(Spacer(_SIGNING))
    if signed:
        lines = [line for line in (names.signatory, names.signatory_title) if line.strip()]
        blocks += [
            Paragraph(plain(line, bold=index == 0), Align.RIGHT, before=0 if index else 1)
            for index, line in enumerate(lines)
        ]
    if layout.initials_line and (signed or not layout.seal_space):
        blocks.append(
            Paragraph(
                plain(f"{formulas['initials']} ____________"), Align.RIGHT, size=_SMALL, before=6
            )
        )
    return blocks
