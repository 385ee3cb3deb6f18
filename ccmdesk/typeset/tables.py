"""Sets a table: head in bold between hairlines, rows that stay whole, no grid."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from ccmdesk.typeset.blocks import Cell, Run, Table, Text
from ccmdesk.typeset.drawing import ASCENT, draw_line, draw_rule, indent_of
from ccmdesk.typeset.lines import Line, Setting, break_lines, words
from ccmdesk.typeset.pages import Draw, Piece
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node, column_head, row_head

_GAP = 9.0
_PADDING = 2.6
_LEADING = 1.18
_HEAVY = 0.8
_QUIET = 0.35
# A narrow table is set smaller before its words are cut.
_SHRINKING = (1.0, 0.92, 0.84, 0.76, 0.68)


def table_pieces(table: Table, width: float, size: float, lang: str = "") -> list[Piece]:
    """Return the head and one piece per row, in a column of `width` points.

    The head never stands without two rows, and the last two rows stay together. In a table without
    a head the first cell of a row says what the row is.
    """
    head_cells = tuple((_bold(column.head),) for column in table.columns)
    free = width - _GAP * (len(table.columns) - 1)
    for shrunk in _SHRINKING:
        setting = Setting(size * table.size * shrunk, lang=lang)
        least = _least(table, head_cells, setting)
        if sum(least) <= free:
            break
    grid = _Grid(table, _widths(table, head_cells, setting, free, least), setting)
    above, body = Node("THead"), Node("TBody")
    node = Node("Table", [above, body] if table.headed else [body])
    before = table.before * 72 / 25.4
    pieces: list[Piece] = []
    repeated: Piece | None = None
    if table.headed:
        # Rules frame the head; the hairline below each row is the row's own.
        heads = [Node("TH", attributes=column_head()) for _ in table.columns]
        above.children.append(Node("TR", heads))
        head = _row(grid, head_cells, heads, (_HEAVY, _HEAVY))
        repeated = replace(head, draw=_unread(head.draw))
        pieces.append(replace(head, before=before, nodes=(node,)))
    last = len(table.rows) - 1
    for index, cells in enumerate(table.rows):
        nodes = [Node("TD") for _ in cells]
        if not table.headed:
            nodes[0] = Node("TH", attributes=row_head())
        body.children.append(Node("TR", nodes))
        row = _row(grid, cells, nodes, (0.0, _HEAVY if index == last else _QUIET))
        pieces.append(
            replace(
                row,
                before=0.0 if pieces else before,
                breakable=index >= 2 and index != last,
                repeated=repeated,
                body=True,
                nodes=(node,),
            )
        )
    return pieces


def _unread(draw: Draw) -> Draw:
    """Return what draws the same again for the eye alone."""

    def again(sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifacts("Pagination"):
            draw(sheet, x, y)

    return again


def _bold(text: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in text)


def _least(table: Table, heads: Sequence[Cell], setting: Setting) -> list[float]:
    """Return how wide each column must be so that no word of it is cut."""
    rows = (heads, *table.rows)
    return [
        max(_longest_word(row[index], setting) for row in rows)
        for index in range(len(table.columns))
    ]


def _widths(
    table: Table, heads: Sequence[Cell], setting: Setting, free: float, least: Sequence[float]
) -> list[float]:
    """Return the widths of the columns: what the content needs, and else the column's share.

    A column that needs less than its share leaves the rest to those that need more; one whose
    longest word needs more than its share takes it from the others, if they can spare it.
    """
    rows = (heads, *table.rows)
    numbers = range(len(table.columns))
    natural = [max(_natural(row[index], setting) for row in rows) for index in numbers]
    widths = dict[int, float]()
    pending = list(numbers)
    while pending:
        whole = sum(table.columns[index].share for index in pending)
        shares = {index: free * table.columns[index].share / whole for index in pending}
        settled = {index: natural[index] for index in pending if natural[index] <= shares[index]}
        if not settled and sum(least[index] for index in pending) <= free:
            settled = {index: least[index] for index in pending if least[index] > shares[index]}
        if not settled or len(settled) == len(pending):
            widths |= shares
            break
        widths |= settled
        free -= sum(settled.values())
        pending = [index for index in pending if index not in settled]
    return [widths[index] for index in numbers]


def _natural(cell: Cell, setting: Setting) -> float:
    # A little more than measured, so that rounding never breaks the line that set the width.
    return max(_unbroken(text, setting) for text in cell) + 0.5


def _unbroken(text: Text, setting: Setting) -> float:
    found = words(text, setting)
    spaces = sum(word.space.width for word in found[1:] if word.space)
    return sum(word.width for word in found) + spaces


def _longest_word(cell: Cell, setting: Setting) -> float:
    return max((word.width for text in cell for word in words(text, setting)), default=0.0) + 0.5


@dataclass(frozen=True, slots=True)
class _Grid:
    """The columns of a table as they will be set."""

    table: Table
    widths: list[float]
    setting: Setting

    @property
    def width(self) -> float:
        """The width of the whole table."""
        return sum(self.widths) + _GAP * (len(self.widths) - 1)

    def places(self) -> list[float]:
        """Return where each column begins; the first one is at the right if text runs so."""
        found: list[float] = []
        place = 0.0
        for wide in self.widths:
            found.append(self.width - place - wide if self.setting.rtl else place)
            place += wide + _GAP
        return found


def _row(
    grid: _Grid, cells: Sequence[Cell], nodes: Sequence[Node], rules: tuple[float, float]
) -> Piece:
    """Return a row; it can be cut between its lines only if no page can hold it."""
    columns = [
        _lines(cell, node, grid.setting, wide)
        for cell, node, wide in zip(cells, nodes, grid.widths, strict=True)
    ]
    count = max(len(lines) for lines in columns)
    parts = tuple(
        _band(
            grid,
            [lines[index : index + 1] for lines in columns],
            (_PADDING if index == 0 else 0.0, _PADDING if index == count - 1 else 0.0),
            (rules[0] if index == 0 else 0.0, rules[1] if index == count - 1 else 0.0),
        )
        for index in range(count)
    )
    return replace(_band(grid, columns, (_PADDING, _PADDING), rules), parts=parts)


def _lines(cell: Cell, node: Node, setting: Setting, wide: float) -> list[tuple[Line, Node]]:
    """Return the lines of a cell, each with its owner: a paragraph if there are several."""
    found: list[tuple[Line, Node]] = []
    for text in cell:
        owner = node
        if len(cell) > 1:
            owner = Node("P")
            node.children.append(owner)
        found += [(line, owner) for line in break_lines(text, setting, wide)]
    return found


def _band(
    grid: _Grid,
    columns: Sequence[Sequence[tuple[Line, Node]]],
    padding: tuple[float, float],
    rules: tuple[float, float],
) -> Piece:
    """Return a row, or the part of one that stands on a page."""
    size = grid.setting.size
    leading = size * _LEADING
    height = max(len(lines) for lines in columns) * leading + sum(padding)
    drop = padding[0] + (leading - size) / 2 + ASCENT * size
    places, aligns = grid.places(), [column.align for column in grid.table.columns]

    def draw(sheet: Sheet, x: float, y: float) -> None:
        _draw_rules(sheet, x, y, grid.width, height, rules)
        # Cell by cell, so that a name over two lines is read as one.
        for lines, wide, place, align in zip(columns, grid.widths, places, aligns, strict=True):
            for index, (line, node) in enumerate(lines):
                shift = indent_of(align, wide - line.width, line.rtl)
                draw_line(sheet, line, x + place + shift, y - drop - index * leading, node)

    return Piece(height, draw)


def _draw_rules(
    sheet: Sheet, x: float, y: float, width: float, height: float, rules: tuple[float, float]
) -> None:
    if rules[0]:
        draw_rule(sheet, x, y, width, rules[0])
    if rules[1]:
        draw_rule(sheet, x, y - height, width, rules[1], 0.55 if rules[1] == _QUIET else 0.0)
