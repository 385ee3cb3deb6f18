"""The top of a note on paper: letterhead, number and date, marks, title."""

from ccmdesk.documents.note_sheet import NoteSheet
from ccmdesk.documents.printed_text import raised
from ccmdesk.domain.layout import Layout
from ccmdesk.typeset.blocks import (
    Align,
    Beside,
    Block,
    Heading,
    Image,
    Pair,
    Paragraph,
    Reserved,
    plain,
)


def letterhead(sheet: NoteSheet) -> list[Block]:
    """Return emblem and name of the mission, or the room its printed paper needs."""
    return house_head(sheet.head, sheet.content.layout, sheet.content.emblem)


def house_head(head: tuple[str, ...], layout: Layout, emblem: bytes | None) -> list[Block]:
    """Return the letterhead of any paper of the mission; `head` are its lines."""
    if layout.letterhead == "preprinted":
        # Measured from the edge of the paper, as a ruler measures the letterhead.
        room = layout.preprinted_height - layout.margin_top
        return [Reserved(room, underline=False)] if room > 0 else []
    if not head:
        return []
    first, others = _lines(head, layout.emblem_position)
    if emblem is None or layout.emblem_position == "none":
        return [first, *others]
    height = layout.emblem_height
    image = Image(emblem, height, 2 * height, head[0])
    if layout.emblem_position == "left":
        return [Beside(image, (first, *others))]
    return [image, first, *others]


def _lines(lines: tuple[str, ...], position: str) -> tuple[Paragraph, tuple[Paragraph, ...]]:
    """Return the lines of the letterhead; the first is the largest."""
    align = Align.LEFT if position == "left" else Align.CENTRE
    first = Paragraph(
        plain(lines[0], bold=True),
        align=align,
        size=1.0,
        leading=1.3,
        tracking=0.05,
        before=3.0,
        keep_next=True,
    )
    others = tuple(
        Paragraph(
            plain(line),
            align=align,
            size=0.74,
            leading=1.4,
            tracking=0.045,
            before=0.8,
            keep_next=True,
        )
        for line in lines[1:]
    )
    return first, others


def number_and_title(sheet: NoteSheet, before: float = 8.0) -> list[Block]:
    """Return the number with the date beside it, the marks and the title of the note."""
    layout = sheet.content.layout
    dated = layout.date_place in ("top", "both")
    ends = [plain(sheet.number), raised(sheet.place_and_date) if dated else ()]
    if layout.number_place == "right":
        ends.reverse()
    left, right = ends
    blocks: list[Block] = []
    if left and right:
        blocks.append(Pair(left, right, before=before))
    else:
        align = Align.RIGHT if right else Align.LEFT
        blocks.append(Paragraph(left or right, align, before=before, keep_next=True))
    at = Align.RIGHT if layout.number_place == "right" else Align.LEFT
    blocks += [
        Paragraph(plain(mark, bold=True), at, before=1.2 if index == 0 else 0.4, keep_next=True)
        for index, mark in enumerate(sheet.marks)
    ]
    if sheet.title:
        blocks.append(
            Heading(
                plain(sheet.title, bold=True),
                align=Align.CENTRE,
                size=1.08,
                tracking=0.0 if sheet.language == "ar" else 0.09,
                before=4.5,
            )
        )
    return blocks
