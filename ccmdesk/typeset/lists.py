"""Sets a list: markers in a column of their own, items beside them, lists within lists."""

from collections.abc import Callable
from dataclasses import replace

from ccmdesk.typeset.blocks import Block, Item, List, Marker, Paragraph, plain
from ccmdesk.typeset.drawing import ASCENT, draw_box, draw_line
from ccmdesk.typeset.lines import break_lines
from ccmdesk.typeset.pages import Draw, Piece, moved, owned
from ccmdesk.typeset.paragraphs import paragraph_pieces
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node, numbered
from ccmdesk.typeset.words import Setting

Inner = Callable[[tuple[Block, ...], float], list[Piece]]
"""Lays out what stands below the text of an item, in a column of a width in points."""

# In type sizes.
_LEAST_ROOM = 1.5
_GAP = 0.55
_LEAST_COLUMN = 8
_BOX = 0.72
_LETTERS = {
    "ru": "абвгдежзиклмнопрстуфхцчшщэюя",
    "ar": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
}
_LATIN = "abcdefghijklmnopqrstuvwxyz"
_ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
    *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
_KINDS = {
    Marker.BULLET: "Disc",
    Marker.DASH: "Disc",
    Marker.NUMBER: "Decimal",
    Marker.LETTER: "LowerAlpha",
    Marker.ROMAN: "LowerRoman",
    Marker.BOX: "Square",
    Marker.TICKED: "Square",
}
_BOXES = {Marker.BOX: "\u2610", Marker.TICKED: "\u2612"}


def list_pieces(block: List, width: float, plan: Plan, inner: Inner) -> list[Piece]:
    """Return the lines of all items, the first of each with its marker."""
    size = plan.size * block.size
    setting = plan.setting(size)
    markers = [
        item.marker or marker_of(block.marker, number, plan)
        for number, item in enumerate(block.items, start=block.start)
    ]
    widest = max((_width(marker, setting) for marker in markers), default=0.0)
    hang = max(_LEAST_ROOM * size, widest + _GAP * size)
    node = Node("L", attributes=numbered(_KINDS[block.marker]))
    pieces: list[Piece] = []
    for item, marker in zip(block.items, markers, strict=True):
        gap = block.gap if pieces else block.before
        label, body = Node("Lbl", alt=_said(block.marker, item)), Node("LBody")
        # Lists within lists within lists stay wide enough for a word.
        room = max(width - hang, _LEAST_COLUMN * size)
        lines = _body(item, block, gap, room, plan, inner, body)
        node.children.append(Node("LI", [label, body]))
        draw = _marker(marker, setting, block.leading, width if plan.rtl else 0.0, label)
        if not item.marker and block.marker in _BOXES:
            place = width - _BOX * size if plan.rtl else 0.0
            draw = _box(size, block, place, label)
        shifted = [moved(line, 0.0 if plan.rtl else hang) for line in lines]
        pieces.append(shifted[0]._replace(draw=_marked(draw, shifted[0].draw)))
        pieces.extend(shifted[1:])
    return [piece._replace(nodes=(node,)) for piece in pieces]


def marker_of(kind: Marker, number: int, plan: Plan) -> str:
    """Return what stands before an item; a box is drawn and has no text."""
    match kind:
        case Marker.BULLET:
            return "\u2022"
        case Marker.DASH:
            return "\u2013"
        case Marker.NUMBER:
            return f"{plan.number(number)}."
        case Marker.LETTER:
            return f"({_letters(number, _LETTERS.get(plan.lang[:2], _LATIN))})"
        case Marker.ROMAN:
            return f"({_roman(number)})"
        case _:
            return ""


def _said(kind: Marker, item: Item) -> str:
    return "" if item.marker else _BOXES.get(kind, "")


def _letters(number: int, alphabet: str) -> str:
    found = ""
    while number > 0:
        number, rest = divmod(number - 1, len(alphabet))
        found = alphabet[rest] + found
    return found


def _roman(number: int) -> str:
    found = ""
    for value, letters in _ROMAN:
        count, number = divmod(number, value)
        found += letters * count
    return found


def _width(marker: str, setting: Setting) -> float:
    return break_lines(plain(marker), setting, float("inf"))[0].width


def _body(
    item: Item, block: List, gap: float, width: float, plan: Plan, inner: Inner, body: Node
) -> list[Piece]:
    """Return the lines of an item and of what stands below it, as parts of its body."""
    text = Paragraph(item.text, block.align, block.size, block.leading, before=gap)
    # Text alone is the body; above other blocks it is a paragraph among them.
    lines = paragraph_pieces(text, width, plan, Node("P") if item.blocks else body)
    if not item.blocks:
        return lines
    below = inner(item.blocks, width)
    if below and len(lines) < 3 and not below[0].starts_page:
        below[0] = below[0]._replace(before=below[0].before or block.gap * MM, breakable=False)
    return owned([*lines, *below], body)


def _marker(marker: str, setting: Setting, leading: float, edge: float, node: Node) -> Draw:
    """Return what draws a marker; `edge` is the right end of the column where text begins there."""
    line = replace(break_lines(plain(marker), setting, float("inf"))[0], spaced=True)
    drop = (leading - 1) / 2 * setting.size + ASCENT * setting.size

    def draw(sheet: Sheet, x: float, y: float) -> None:
        draw_line(sheet, line, x + (edge - line.width if edge else 0.0), y - drop, node)

    return draw


def _box(size: float, block: List, place: float, node: Node) -> Draw:
    side = _BOX * size
    drop = (block.leading - 1) / 2 * size + ASCENT * size

    def draw(sheet: Sheet, x: float, y: float) -> None:
        ticked = block.marker is Marker.TICKED
        draw_box(sheet, x + place, y - drop - 0.04 * size, side, node, ticked=ticked)

    return draw


def _marked(marker: Draw, line: Draw) -> Draw:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        marker(sheet, x, y)
        line(sheet, x, y)

    return draw
