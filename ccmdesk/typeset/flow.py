"""Turns the blocks of a paper into pieces that know their height and how to draw themselves."""

from dataclasses import replace

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
    draw_dashed_square,
    draw_line,
    draw_picture,
    draw_rule,
    indent_of,
    picture_size,
)
from ccmdesk.typeset.images import picture
from ccmdesk.typeset.lines import Line, Setting, break_lines, justified_lines
from ccmdesk.typeset.pages import Draw, Piece, held_together
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node, bounding_box
from ccmdesk.typeset.tables import table_pieces

MM = 72 / 25.4
_LEADING = 1.25
# The foot of page one keeps to the left of this; what stands beside it keeps to the right.
FOOT_SHARE = 0.56


def pieces_of(blocks: tuple[Block, ...], width: float, size: float, lang: str = "") -> list[Piece]:
    """Return the pieces of `blocks` in a column; width and type size are points."""
    found: list[Piece] = []
    before: Block | None = None
    for block in blocks:
        if isinstance(block, KeepTogether):
            start = len(found)
            found.extend(pieces_of(block.blocks, width, size, lang))
            found = held_together(found, start, block.lead)
        else:
            new = _pieces(block, width, size, lang)
            if found and new and _keeps_next(before):
                new[0] = replace(new[0], breakable=False)
            found.extend(new)
        before = block
    return found


def _keeps_next(block: Block | None) -> bool:
    """Tell whether a block holds the one after it fast."""
    return isinstance(block, Heading | Image | Beside | Pair | Rule) or (
        isinstance(block, Paragraph) and block.keep_next
    )


def _pieces(block: Block, width: float, size: float, lang: str) -> list[Piece]:
    match block:
        case Paragraph():
            return paragraph_pieces(block, width, size, lang)
        case Heading():
            title = Paragraph(
                block.text, block.align, block.size, 1.2, block.tracking, block.before
            )
            words = "".join(run.text for run in block.text)
            node = Node(f"H{block.level}", title=words)
            lines = paragraph_pieces(title, width, size, lang, node)
            return [replace(line, body=False) for line in lines]
        case Table():
            return table_pieces(block, width, size, lang)
        case Pair():
            return [_pair(block, width, size, lang)]
        case Image():
            return [_image(block, width)]
        case Beside():
            return [_beside(block, width, size, lang)]
        case Rule():
            return [
                Piece(2.0, lambda sheet, x, y: draw_rule(sheet, x, y, width), block.before * MM)
            ]
        case Reserved():
            return [_reserved(block, width, lang)]
        case Spacer():
            return [Piece(0.0, _nothing, block.height * MM)]
        case KeepTogether():
            return pieces_of(block.blocks, width, size, lang)


def paragraph_pieces(
    paragraph: Paragraph, width: float, size: float, lang: str = "", node: Node | None = None
) -> list[Piece]:
    """Return one piece per line; no page break leaves a line alone."""
    node = node or Node("P")
    own = size * paragraph.size
    setting = Setting(own, paragraph.tracking * own, lang)
    indent = paragraph.indent * MM
    justified = paragraph.align is Align.JUSTIFIED
    broken = justified_lines if justified else break_lines
    lines = broken(paragraph.text, setting, width, indent)
    if paragraph.align is Align.CENTRE and len(lines) > 1:
        lines = _balanced(paragraph, setting, width, len(lines))
    leading = own * paragraph.leading
    pieces = []
    for index, line in enumerate(lines):
        short = line.width <= width * (1 - FOOT_SHARE)
        first = 0 if index else indent
        pieces.append(
            Piece(
                leading,
                _line_drawer(line, paragraph.align, width, setting, leading, first, node),
                before=0.0 if index else paragraph.before * MM,
                breakable=index == 0 or 2 <= index <= len(lines) - 2,
                beside_foot=paragraph.align is Align.RIGHT and short,
                body=True,
                nodes=(node,),
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
    align: Align,
    width: float,
    setting: Setting,
    leading: float,
    indent: float,
    node: Node,
) -> Draw:
    free = width - line.width + setting.tracking
    shift = indent_of(align, free, line.rtl, indent)
    drop = (leading - setting.size) / 2 + ASCENT * setting.size

    def draw(sheet: Sheet, x: float, y: float) -> None:
        node.place = node.place or (sheet.page, y)
        draw_line(sheet, line, x + shift, y - drop, node, tracking=setting.tracking)

    return draw


def _pair(block: Pair, width: float, size: float, lang: str) -> Piece:
    setting = Setting(size, lang=lang)
    right = break_lines(block.right, setting, width)
    left = break_lines(block.left, setting, width - right[0].width - size)
    leading = size * _LEADING
    drop = (leading - size) / 2 + ASCENT * size
    nodes = (Node("P"), Node("P"))

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for index, line in enumerate(left):
            shift = width - line.width if line.rtl else 0.0
            draw_line(sheet, line, x + shift, y - drop - index * leading, nodes[0])
        for index, line in enumerate(right):
            shift = 0.0 if line.rtl else width - line.width
            draw_line(sheet, line, x + shift, y - drop - index * leading, nodes[1])

    return Piece(leading * max(len(left), len(right)), draw, block.before * MM, nodes=nodes)


def _image(block: Image, width: float) -> Piece:
    shown = picture(block.data)
    wide, high = picture_size(shown, min(block.width * MM, width), block.height * MM)
    shift = indent_of(block.align, width - wide)
    node = Node("Figure", alt=block.alt)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        left = x + shift
        node.attributes = bounding_box(left, y - high, left + wide, y)
        draw_picture(sheet, shown, left, y - high, wide, high, node)

    return Piece(high, draw, block.before * MM, nodes=(node,))


def _beside(block: Beside, width: float, size: float, lang: str) -> Piece:
    shown = picture(block.image.data)
    wide, high = picture_size(shown, block.image.width * MM, block.image.height * MM)
    shift = wide + block.gap * MM
    figure = Node("Figure", alt=block.image.alt)
    lines = [
        piece
        for paragraph in block.paragraphs
        for piece in paragraph_pieces(paragraph, width - shift, size, lang)
    ]
    lines[0] = replace(lines[0], before=0.0)
    text = sum(line.before + line.height for line in lines)
    height = max(high, text)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        foot = y - (height + high) / 2
        figure.attributes = bounding_box(x, foot, x + wide, foot + high)
        draw_picture(sheet, shown, x, foot, wide, high, figure)
        below = y - (height - text) / 2
        for line in lines:
            below -= line.before
            line.draw(sheet, x + shift, below)
            below -= line.height

    nodes = (figure, *(node for line in lines for node in line.nodes))
    return Piece(height, draw, block.image.before * MM, nodes=nodes)


def _reserved(block: Reserved, width: float, lang: str) -> Piece:
    side = block.side * MM
    line = 24 * MM
    hint = break_lines(plain(block.hint), Setting(8, lang=lang), side)[0] if block.hint else None
    node = Node("P")

    def draw(sheet: Sheet, x: float, y: float) -> None:
        left = x + width - side
        if block.underline:
            draw_rule(sheet, left - line, y - side, line - 2 * MM)
        if hint:
            draw_dashed_square(sheet, left, y - side, side)
            middle = left + (side - hint.width) / 2
            draw_line(sheet, hint, middle, y - side / 2, node, grey=0.5)

    beside_foot = side + line < width * 0.44
    return Piece(side + 1, draw, block.before * MM, beside_foot=beside_foot, nodes=(node,))


def _nothing(sheet: Sheet, x: float, y: float) -> None:
    """Draw nothing: the piece is free space."""
