"""Sets pictures, what stands beside them, and the free squares for what is put on by hand."""

from ccmdesk.typeset.blocks import Align, Beside, Image, Paragraph, Reserved, plain
from ccmdesk.typeset.drawing import (
    draw_dashed_square,
    draw_line,
    draw_picture,
    draw_rule,
    indent_of,
    picture_size,
)
from ccmdesk.typeset.images import picture
from ccmdesk.typeset.lines import break_lines
from ccmdesk.typeset.pages import Piece, draw_column, height_of, nodes_of
from ccmdesk.typeset.paragraphs import FOOT_SHARE, paragraph_pieces
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node, bounding_box

_CAPTION_SIZE = 0.875
_UNDERLINE = 24 * MM
_HINT_SIZE = 8


def image_pieces(block: Image, width: float, plan: Plan) -> list[Piece]:
    """Return the picture and the lines of its caption, which stay with it."""
    shown = picture(block.data)
    wide, high = picture_size(shown, min(block.width * MM, width), block.height * MM)
    shift = indent_of(block.align, width - wide, plan.rtl)
    node = Node("Figure", alt=block.alt)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        left = x + shift
        node.attributes = bounding_box(left, y - high, left + wide, y)
        draw_picture(sheet, shown, left, y - high, wide, high, node)

    figure = Piece(high, draw, block.before * MM, nodes=(node,))
    if not block.caption:
        return [figure]
    caption = Paragraph(block.caption, block.align, _CAPTION_SIZE, before=1.5)
    lines = paragraph_pieces(caption, width, plan, Node("Caption"))
    return [figure, *(line._replace(breakable=False, body=False) for line in lines)]


def beside_piece(block: Beside, width: float, plan: Plan) -> Piece:
    """Return a picture with text beside it."""
    shown = picture(block.image.data)
    wide, high = picture_size(shown, block.image.width * MM, block.image.height * MM)
    inset = wide + block.gap * MM
    figure = Node("Figure", alt=block.image.alt)
    lines = [
        piece
        for paragraph in block.paragraphs
        for piece in paragraph_pieces(paragraph, width - inset, plan)
    ]
    text = height_of(lines)
    height = max(high, text)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        left = x + width - wide if plan.rtl else x
        foot = y - (height + high) / 2
        figure.attributes = bounding_box(left, foot, left + wide, foot + high)
        draw_picture(sheet, shown, left, foot, wide, high, figure)
        draw_column(sheet, lines, x if plan.rtl else x + inset, y - (height - text) / 2)

    return Piece(height, draw, block.image.before * MM, nodes=(figure, *nodes_of(lines)))


def reserved_piece(block: Reserved, width: float, plan: Plan) -> Piece:
    """Return free room for a seal or a stamp."""
    side = block.side * MM
    setting = plan.setting(_HINT_SIZE)
    hint = break_lines(plain(block.hint), setting, side)[0] if block.hint else None
    node = Node("P")
    shift = indent_of(block.align, width - side, plan.rtl)
    # The line is on the inner side of the square.
    line = shift - _UNDERLINE if shift >= _UNDERLINE else shift + side + 2 * MM

    def draw(sheet: Sheet, x: float, y: float) -> None:
        left = x + shift
        if block.underline:
            draw_rule(sheet, x + line, y - side, _UNDERLINE - 2 * MM)
        if hint:
            draw_dashed_square(sheet, left, y - side, side)
            middle = left + (side - hint.width) / 2
            draw_line(sheet, hint, middle, y - side / 2, node, grey=0.5)

    taken = side + (_UNDERLINE if block.underline else 0.0)
    beside_foot = block.align is Align.RIGHT and taken < width * (1 - FOOT_SHARE)
    return Piece(side + 1, draw, block.before * MM, beside_foot=beside_foot, nodes=(node,))
