"""Divides a column of pieces over pages by the rules of a formal paper."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node

Draw = Callable[[Sheet, float, float], None]
"""Draws a piece on a sheet, with its upper left corner at x, y in points."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Something of fixed height that goes on one page; lengths are points.

    `before` is free space above, dropped at the top of a page. `breakable` allows a page to begin
    with the piece. `repeated` is drawn above it where it begins a page (the head of a table).
    `parts` are what it may be cut into if no page can hold it. `beside_foot` lets it stand next to
    the foot of page one, which fills the left half only. `body` counts it as text of the paper.
    `nodes` are the parts of the paper it belongs to.
    """

    height: float
    draw: Draw
    before: float = 0.0
    breakable: bool = True
    repeated: "Piece | None" = None
    parts: "tuple[Piece, ...]" = ()
    beside_foot: bool = False
    body: bool = False
    nodes: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Room:
    """The height of a page in points, and what the foot takes of the first one."""

    height: float
    foot: float = 0.0


def held_together(pieces: Sequence[Piece], start: int, lead: int) -> list[Piece]:
    """Forbid page breaks from `start` on, and before it until `lead` lines or rows are held too."""
    held = [
        replace(piece, breakable=False) if i >= start else piece for i, piece in enumerate(pieces)
    ]
    index = start - 1
    while index >= 0 and lead > 0:
        lead -= held[index].body
        if lead > 0:
            held[index] = replace(held[index], breakable=False)
        index -= 1
    return held


def paginated(pieces: Sequence[Piece], room: Room) -> list[list[Piece]]:
    """Return the pieces of each page.

    A break that no rule allows is made only where a chain of pieces is longer than a page, and a
    piece is cut only where it is higher than a page.
    """
    waiting = list(pieces)
    pages: list[list[Piece]] = []
    while waiting or not pages:
        foot = room.foot if not pages else 0.0
        count = _fitting(waiting, room.height, foot)
        if count < len(waiting):
            allowed = count
            while allowed > 0 and not waiting[allowed].breakable:
                allowed -= 1
            if count == 0:
                waiting[0:1] = _cut(waiting[0], room.height - foot)
                count = 1
            count = allowed or count
        page, waiting = waiting[:count], waiting[count:]
        if page and page[0].repeated:
            page.insert(0, page[0].repeated)
        pages.append(page)
    return pages


def _fitting(pieces: Sequence[Piece], height: float, foot: float) -> int:
    """Return how many of the pieces fit on a page."""
    used = 0.0
    for index, piece in enumerate(pieces):
        if index:
            used += piece.before
        elif piece.repeated:
            used += piece.repeated.height
        used += piece.height
        if used > height - (0.0 if piece.beside_foot else foot) + 0.01:
            return index
    return len(pieces)


def _cut(piece: Piece, height: float) -> list[Piece]:
    """Cut a piece that is too high in two, or let it run over the margin if it has no parts."""
    if len(piece.parts) < 2:
        return [piece]
    above = piece.repeated.height if piece.repeated else 0.0
    count = 1
    used = above + piece.parts[0].height
    while count < len(piece.parts) - 1 and used + piece.parts[count].height <= height:
        used += piece.parts[count].height
        count += 1
    return [
        _stacked(piece, piece.parts[:count], piece.before),
        _stacked(piece, piece.parts[count:], 0.0),
    ]


def _stacked(whole: Piece, parts: tuple[Piece, ...], before: float) -> Piece:
    def draw(sheet: Sheet, x: float, y: float) -> None:
        for part in parts:
            part.draw(sheet, x, y)
            y -= part.height

    height = sum(part.height for part in parts)
    return replace(whole, height=height, draw=draw, parts=parts, before=before, breakable=True)
