"""Turns the blocks of a paper into pieces that know their height and how to draw themselves."""

from ccmdesk.typeset.blocks import (
    Annex,
    Beside,
    Block,
    Contents,
    Heading,
    Image,
    KeepTogether,
    KeyValues,
    List,
    PageBreak,
    Pair,
    Paragraph,
    Reserved,
    Rule,
    Section,
    Spacer,
    Table,
)
from ccmdesk.typeset.drawing import draw_rule
from ccmdesk.typeset.pages import Piece, hold_together, owned
from ccmdesk.typeset.paragraphs import heading_pieces, paragraph_pieces
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.tables import table_pieces

_BELOW_TITLE = 6.0


def pieces_of(blocks: tuple[Block, ...], width: float, plan: Plan) -> list[Piece]:
    """Return the pieces of `blocks` in a column of `width` points."""
    found: list[Piece] = []
    held = turned = False
    for block in blocks:
        if isinstance(block, PageBreak):
            turned = True
            continue
        new = _pieces(block, width, plan)
        if not new:
            continue
        if turned:
            new[0] = new[0]._replace(starts_page=True)
        elif held:
            new[0] = new[0]._replace(breakable=False)
        start = len(found)
        found.extend(new)
        if isinstance(block, KeepTogether):
            hold_together(found, start, block.lead)
        held, turned = _keeps_next(block), False
    return found


def _keeps_next(block: Block) -> bool:
    """Tell whether a block holds the one after it fast."""
    return isinstance(block, Heading | Image | Beside | Pair | Rule) or (
        isinstance(block, Paragraph) and block.keep_next
    )


def _pieces(block: Block, width: float, plan: Plan) -> list[Piece]:
    # What few papers have is loaded where it stands: a note should not wait for it.
    match block:
        case Paragraph():
            return paragraph_pieces(block, width, plan)
        case Heading():
            return heading_pieces(block, width, plan)
        case Table():
            return table_pieces(block, width, plan)
        case KeyValues():
            from ccmdesk.typeset.pairs import key_value_pieces

            return key_value_pieces(block, width, plan)
        case List():
            from ccmdesk.typeset.lists import list_pieces

            return list_pieces(block, width, plan, lambda below, room: pieces_of(below, room, plan))
        case Contents():
            from ccmdesk.typeset.contents import contents_pieces

            return contents_pieces(block, width, plan)
        case Annex():
            return _annex(block, width, plan)
        case Pair():
            from ccmdesk.typeset.pairs import pair_piece

            return [pair_piece(block, width, plan)]
        case Image():
            from ccmdesk.typeset.figures import image_pieces

            return image_pieces(block, width, plan)
        case Beside():
            from ccmdesk.typeset.figures import beside_piece

            return [beside_piece(block, width, plan)]
        case Rule():
            return [
                Piece(2.0, lambda sheet, x, y: draw_rule(sheet, x, y, width), block.before * MM)
            ]
        case Reserved():
            from ccmdesk.typeset.figures import reserved_piece

            return [reserved_piece(block, width, plan)]
        case Spacer():
            return [Piece(0.0, _nothing, block.height * MM)]
        case KeepTogether():
            return pieces_of(block.blocks, width, plan)
        case Section():
            inner = pieces_of(block.blocks, width, plan.within(block.lang))
            return owned(inner, Node("Sect", lang=block.lang))
        case PageBreak():
            return []


def _annex(block: Annex, width: float, plan: Plan) -> list[Piece]:
    """Return the title and what stands below it, as a section that begins a page."""
    node = plan.node_of(block)
    titles = [
        paragraph_pieces(
            Paragraph(text, block.align, block.size, 1.2, before=1.0),
            width,
            plan,
            node,
            goes_on=text is block.label,
        )
        for text in (block.label, block.title)
        if text
    ]
    head = [
        piece._replace(body=False, breakable=False, begins=None)
        for pieces in titles
        for piece in pieces
    ]
    pieces = [*head, *pieces_of(block.blocks, width, plan)]
    if len(pieces) > len(head) > 0:
        first = pieces[len(head)]
        before = first.before or _BELOW_TITLE * MM
        pieces[len(head)] = first._replace(breakable=False, before=before)
    found = owned(pieces, Node("Sect"))
    if found:
        found[0] = found[0]._replace(starts_page=True, begins=node)
    return found


def _nothing(sheet: Sheet, x: float, y: float) -> None:
    """Draw nothing: the piece is free space."""
