"""Sets the table of contents: each heading, a row of dots, and the page it stands on."""

from dataclasses import replace

from ccmdesk.typeset.blocks import Contents, plain
from ccmdesk.typeset.drawing import ASCENT, draw_leader, draw_line
from ccmdesk.typeset.lines import Line, break_lines
from ccmdesk.typeset.pages import Piece
from ccmdesk.typeset.plan import Plan, Title
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node

_LEADING = 1.35
# In type sizes.
_STEP = 1.4
_GAP = 0.5
_ABOVE_CHAPTER = 0.35
_DIGITS = "0000"


def contents_pieces(block: Contents, width: float, plan: Plan) -> list[Piece]:
    """Return one piece per entry; the pages are looked up when they are drawn.

    Room is kept for four digits, so that the pages need not be known before the paper is divided.
    """
    titles = [title for title in plan.titles if title.listed and title.level <= block.depth]
    top = min((title.level for title in titles), default=1)
    tree = Node("TOC")
    opened: list[tuple[int, Node]] = [(0, tree)]
    pieces: list[Piece] = []
    for title in titles:
        while opened[-1][0] >= title.level:
            opened.pop()
        entry = Node("TOCI")
        _place_for(opened[-1][1]).children.append(entry)
        opened.append((title.level, entry))
        piece = _entry(title, block, width, plan, entry, title.level - top)
        pieces.append(piece._replace(nodes=(tree,), breakable=len(pieces) != 1))
    if pieces:
        pieces[0] = pieces[0]._replace(before=block.before * 72 / 25.4)
    return pieces


def _place_for(node: Node) -> Node:
    """Return the list below an entry, a new one where it has none."""
    if node.tag == "TOC":
        return node
    last = node.children[-1] if node.children else None
    if isinstance(last, Node) and last.tag == "TOC":
        return last
    below = Node("TOC")
    node.children.append(below)
    return below


def _entry(
    title: Title, block: Contents, width: float, plan: Plan, node: Node, depth: int
) -> Piece:
    size = plan.size * block.size
    setting = plan.setting(size)
    leading = size * _LEADING
    drop = (leading - size) / 2 + ASCENT * size
    inset = depth * _STEP * size
    number_room = break_lines(plain(_DIGITS), setting, width)[0].width + _GAP * size
    undressed = tuple(run._replace(bold=False, link="") for run in title.text)
    lines = break_lines(undressed, setting, width - inset - number_room)
    link = Node("Link")
    node.children.insert(0, link)
    height = leading * len(lines)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        page = plan.number(plan.pages.get(title.node, 0) + 1)
        number = break_lines(plain(page), setting, width)[0]
        for index, line in enumerate(lines):
            shift = width - inset - line.width if plan.rtl else inset
            last = index == len(lines) - 1
            shown = replace(line, spaced=True) if last else line
            draw_line(sheet, shown, x + shift, y - drop - index * leading, link)
        base = y - drop - (len(lines) - 1) * leading
        draw_line(sheet, number, x + (0.0 if plan.rtl else width - number.width), base, link)
        start, end = _between(lines[-1], number, inset, width, size, plan.rtl)
        draw_leader(sheet, x + start, base, end - start, size)
        box = (x, y - height, x + width, y)
        sheet.link(link, box, title.node, f"{title.node.title} – {page}")

    return Piece(
        height, draw, before=0.0 if depth else _ABOVE_CHAPTER * size, body=True, nodes=(node,)
    )


def _between(
    line: Line, number: Line, inset: float, width: float, size: float, rtl: bool
) -> tuple[float, float]:
    """Return from where to where the dots run."""
    gap = _GAP * size
    near, far = inset + line.width + gap, width - number.width - gap
    return (width - far, width - near) if rtl else (near, far)
