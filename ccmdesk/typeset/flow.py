"""Turns the blocks of a paper into pieces that know their height and how to draw themselves."""

from dataclasses import replace
from typing import Any

from ccmdesk.typeset.blocks import (
    Align,
    Beside,
    Block,
    Heading,
    Image,
    KeepTogether,
    Pair,
    Paragraph,
    Reserved,
    Rule,
    Spacer,
    Table,
    plain,
)
from ccmdesk.typeset.drawing import (
    ASCENT,
    draw_line,
    draw_picture,
    draw_rule,
    picture_size,
)
from ccmdesk.typeset.images import picture
from ccmdesk.typeset.lines import Line, Setting, break_lines
from ccmdesk.typeset.pages import Draw, Piece, held_together
from ccmdesk.typeset.tables import table_pieces

MM = 72 / 25.4
_LEADING = 1.25
# The foot of page one keeps to the left of this; what stands beside it keeps to the right.
FOOT_SHARE = 0.56


def pieces_of(blocks: tuple[Block, ...], width: float, size: float) -> list[Piece]:
    """Return the pieces of `blocks` in a column; width and type size are points."""
    found: list[Piece] = []
    for block in blocks:
        if isinstance(block, KeepTogether):
            start = len(found)
            found.extend(pieces_of(block.blocks, width, size))
            found = held_together(found, start, block.lead)
            continue
        new = _pieces(block, width, size)
        if found and _keeps_next(blocks, block) and new:
            new[0] = replace(new[0], breakable=False)
        found.extend(new)
    return found


def _keeps_next(blocks: tuple[Block, ...], block: Block) -> bool:
    """Tell whether the block before this one holds it fast."""
    index = next(i for i, other in enumerate(blocks) if other is block)
    before = blocks[index - 1] if index else None
    return isinstance(before, Heading | Image | Beside | Pair | Rule) or (
        isinstance(before, Paragraph) and before.keep_next
    )


def _pieces(block: Block, width: float, size: float) -> list[Piece]:
    match block:
        case Paragraph():
            return paragraph_pieces(block, width, size)
        case Heading():
            title = Paragraph(
                block.text, block.align, block.size, 1.2, block.tracking, block.before
            )
            return [replace(p, body=False) for p in paragraph_pieces(title, width, size)]
        case Table():
            return table_pieces(block, width, size)
        case Pair():
            return [_pair(block, width, size)]
        case Image():
            return [_image(block, width)]
        case Beside():
            return [_beside(block, width, size)]
        case Rule():
            return [
                Piece(2.0, lambda canvas, x, y: draw_rule(canvas, x, y, width), block.before * MM)
            ]
        case Reserved():
            return [_reserved(block, width)]
        case Spacer():
            return [Piece(0.0, _nothing, block.height * MM)]
        case KeepTogether():
            return pieces_of(block.blocks, width, size)


def paragraph_pieces(paragraph: Paragraph, width: float, size: float) -> list[Piece]:
    """Return one piece per line; no page break leaves a line alone."""
    own = size * paragraph.size
    setting = Setting(own, paragraph.tracking * own)
    indent = paragraph.indent * MM
    lines = break_lines(paragraph.text, setting, width, indent)
    if paragraph.align is Align.CENTRE and len(lines) > 1:
        lines = _balanced(paragraph, setting, width, len(lines))
    leading = own * paragraph.leading
    pieces = []
    for index, line in enumerate(lines):
        short = line.width <= width * (1 - FOOT_SHARE)
        pieces.append(
            Piece(
                leading,
                _line_drawer(line, paragraph, width, setting, leading, 0 if index else indent),
                before=0.0 if index else paragraph.before * MM,
                breakable=index == 0 or 2 <= index <= len(lines) - 2,
                beside_foot=paragraph.align is Align.RIGHT and short,
                body=True,
            )
        )
    return pieces


def _balanced(paragraph: Paragraph, setting: Setting, width: float, count: int) -> list[Line]:
    """Return centred lines of nearly the same length, as many as the full width asks for."""
    low, high = width / count / 2, width
    while high - low > 1:
        middle = (low + high) / 2
        if len(break_lines(paragraph.text, setting, middle)) > count:
            low = middle
        else:
            high = middle
    return break_lines(paragraph.text, setting, high)


def _line_drawer(
    line: Line,
    paragraph: Paragraph,
    width: float,
    setting: Setting,
    leading: float,
    indent: float,
) -> Draw:
    free = width - line.width + setting.tracking
    shift = {Align.LEFT: indent, Align.CENTRE: free / 2, Align.RIGHT: free}[paragraph.align]
    drop = (leading - setting.size) / 2 + ASCENT * setting.size

    def draw(canvas: Any, x: float, y: float) -> None:
        draw_line(canvas, line, x + shift, y - drop, setting.tracking)

    return draw


def _pair(block: Pair, width: float, size: float) -> Piece:
    right = break_lines(block.right, Setting(size), width)
    left = break_lines(block.left, Setting(size), width - right[0].width - size)
    leading = size * _LEADING
    drop = (leading - size) / 2 + ASCENT * size

    def draw(canvas: Any, x: float, y: float) -> None:
        for index, line in enumerate(left):
            draw_line(canvas, line, x, y - drop - index * leading)
        for index, line in enumerate(right):
            draw_line(canvas, line, x + width - line.width, y - drop - index * leading)

    return Piece(leading * max(len(left), len(right)), draw, block.before * MM)


def _image(block: Image, width: float) -> Piece:
    shown = picture(block.data)
    wide, high = picture_size(shown, min(block.width * MM, width), block.height * MM)
    free = width - wide
    shift = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[block.align]

    def draw(canvas: Any, x: float, y: float) -> None:
        draw_picture(canvas, shown, x + shift, y - high, wide, high)

    return Piece(high, draw, block.before * MM)


def _beside(block: Beside, width: float, size: float) -> Piece:
    shown = picture(block.image.data)
    wide, high = picture_size(shown, block.image.width * MM, block.image.height * MM)
    shift = wide + block.gap * MM
    lines = [
        piece
        for paragraph in block.paragraphs
        for piece in paragraph_pieces(paragraph, width - shift, size)
    ]
    lines[0] = replace(lines[0], before=0.0)
    text = sum(line.before + line.height for line in lines)
    height = max(high, text)

    def draw(canvas: Any, x: float, y: float) -> None:
        draw_picture(canvas, shown, x, y - (height + high) / 2, wide, high)
        below = y - (height - text) / 2
        for line in lines:
            below -= line.before
            line.draw(canvas, x + shift, below)
            below -= line.height

    return Piece(height, draw, block.image.before * MM)


def _reserved(block: Reserved, width: float) -> Piece:
    side = block.side * MM
    line = 24 * MM
    hint = break_lines(plain(block.hint), Setting(8), side)[0] if block.hint else None

    def draw(canvas: Any, x: float, y: float) -> None:
        left = x + width - side
        if block.underline:
            draw_rule(canvas, left - line, y - side, line - 2 * MM)
        if hint:
            canvas.saveState()
            canvas.setStrokeGray(0.72)
            canvas.setFillGray(0.5)
            canvas.setLineWidth(0.4)
            canvas.setDash(2, 2)
            canvas.rect(left, y - side, side, side)
            draw_line(canvas, hint, left + (side - hint.width) / 2, y - side / 2)
            canvas.restoreState()

    return Piece(side + 1, draw, block.before * MM, beside_foot=side + line < width * 0.44)


def _nothing(canvas: Any, x: float, y: float) -> None:
    """Draw nothing: the piece is free space."""
