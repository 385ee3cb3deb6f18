"""Divides a column of pieces over pages by the rules of a formal paper."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node

Draw = Callable[[Sheet, float, float], None]
"""Draws a piece on a sheet, with its upper left corner at x, y in points."""


class Piece(NamedTuple):
    """Something of fixed height that goes on one page; lengths are points.

    `before` is free space above, dropped at the top of a page. `breakable` allows a page to begin
    with the piece, `starts_page` demands it. `repeated` is drawn above it where it begins a page
    (the head of a table). `parts` returns what it may be cut into if no page can hold it.
    `beside_foot` lets it stand next to the foot of page one, which fills the left half only. `body`
    counts it as text of the paper. `nodes` are the parts of the paper it belongs to, `begins` one
    that it is the beginning of.
    """

    height: float
    draw: Draw
    before: float = 0.0
    breakable: bool = True
    repeated: "Piece | None" = None
    parts: "Callable[[], tuple[Piece, ...]]" = tuple
    beside_foot: bool = False
    body: bool = False
    nodes: tuple[Node, ...] = ()
    starts_page: bool = False
    begins: Node | None = None


class Room(NamedTuple):
    """The height of a page in points, and what the foot takes of the first one."""

    height: float
    foot: float = 0.0


def hold_together(pieces: list[Piece], start: int, lead: int) -> None:
    """Forbid page breaks from `start` on, and before it until `lead` lines or rows are held too."""
    for index in range(start, len(pieces)):
        pieces[index] = pieces[index]._replace(breakable=False)
    index = start - 1
    while index >= 0 and lead > 0 and not pieces[index + 1].starts_page:
        lead -= pieces[index].body
        if lead > 0:
            pieces[index] = pieces[index]._replace(breakable=False)
        index -= 1


def owned(pieces: Sequence[Piece], node: Node, dx: float = 0.0) -> list[Piece]:
    """Return the pieces as parts of `node`, which they fill, moved to the right by `dx`."""
    node.children.extend(nodes_of(pieces))
    return [moved(piece, dx)._replace(nodes=(node,)) for piece in pieces]


def nodes_of(pieces: Sequence[Piece]) -> list[Node]:
    """Return the parts of the paper the pieces belong to, each once, in reading order."""
    return list(dict.fromkeys(node for piece in pieces for node in piece.nodes))


def moved(piece: Piece, dx: float) -> Piece:
    """Return a piece that is drawn further to the right, as are all its parts."""
    if not dx:
        return piece

    def draw(sheet: Sheet, x: float, y: float) -> None:
        piece.draw(sheet, x + dx, y)

    repeated = moved(piece.repeated, dx) if piece.repeated else None

    def parts() -> tuple[Piece, ...]:
        return tuple(moved(part, dx) for part in piece.parts())

    return piece._replace(draw=draw, repeated=repeated, parts=parts)


def stacked(pieces: Sequence[Piece]) -> Piece:
    """Return the pieces as one, each below the other."""
    kept = tuple(pieces)

    def draw(sheet: Sheet, x: float, y: float) -> None:
        draw_column(sheet, kept, x, y)

    return kept[0]._replace(height=height_of(kept), draw=draw, parts=lambda: kept)


def height_of(pieces: Sequence[Piece]) -> float:
    """Return how high the pieces are together, without the space above the first."""
    between = sum(piece.before for piece in pieces[1:])
    return sum(piece.height for piece in pieces) + between


def draw_column(sheet: Sheet, pieces: Sequence[Piece], x: float, y: float) -> None:
    """Draw the pieces below each other, from the upper left corner at x, y."""
    for index, piece in enumerate(pieces):
        if index:
            y -= piece.before
        piece.draw(sheet, x, y)
        y -= piece.height


def paginated(pieces: Sequence[Piece], room: Room) -> list[list[Piece]]:
    """Return the pieces of each page.

    A break that no rule allows is made only where a chain of pieces is longer than a page, and a
    piece is cut only where it is higher than a page.
    """
    waiting = list(pieces)
    pages: list[list[Piece]] = []
    start = 0
    while start < len(waiting) or not pages:
        foot = room.foot if not pages else 0.0
        end = _end(waiting, start, room.height, foot)
        if end < len(waiting) and not (waiting[end].starts_page and end > start):
            allowed = end
            while allowed > start and not waiting[allowed].breakable:
                allowed -= 1
            if end == start:
                waiting[start : start + 1] = _cut(waiting[start], room.height - foot)
                end = start + 1
            end = allowed if allowed > start else end
        page = waiting[start:end]
        start = end
        if page and page[0].repeated:
            page.insert(0, page[0].repeated)
        pages.append(page)
    return pages


def _end(pieces: Sequence[Piece], start: int, height: float, foot: float) -> int:
    """Return the first of the pieces from `start` on that does not go on the same page."""
    used = 0.0
    for index in range(start, len(pieces)):
        piece = pieces[index]
        if index > start:
            if piece.starts_page:
                return index
            used += piece.before
        elif piece.repeated:
            used += piece.repeated.height
        used += piece.height
        if used > height - (0.0 if piece.beside_foot else foot) + 0.01:
            return index
    return len(pieces)


def _cut(piece: Piece, height: float) -> list[Piece]:
    """Cut a piece that is too high in two, or let it run over the margin if it has no parts."""
    parts = piece.parts()
    if len(parts) < 2:
        return [piece]
    above = piece.repeated.height if piece.repeated else 0.0
    count = 1
    used = above + parts[0].height
    while count < len(parts) - 1 and used + parts[count].height <= height:
        used += parts[count].height
        count += 1
    return [_portion(piece, parts[:count], piece.before), _portion(piece, parts[count:], 0.0)]


def _portion(whole: Piece, parts: tuple[Piece, ...], before: float) -> Piece:
    one = stacked(parts)
    return whole._replace(
        height=one.height,
        draw=one.draw,
        parts=one.parts,
        before=before,
        breakable=True,
        starts_page=False,
    )
