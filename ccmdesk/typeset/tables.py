"""Sets a table: heads in bold between rules, rows that stay whole, cells over several columns."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import NamedTuple

from ccmdesk.typeset.blocks import Align, Cell, Grid, Row, Table, TableCell, Text
from ccmdesk.typeset.drawing import (
    ASCENT,
    draw_box,
    draw_line,
    draw_rule,
    draw_shade,
    draw_upright,
    indent_of,
)
from ccmdesk.typeset.errors import UnevenRowError
from ccmdesk.typeset.lines import Line, Measured, measured
from ccmdesk.typeset.pages import Draw, Piece, stacked
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node, column_head, row_head, spanning
from ccmdesk.typeset.table_widths import column_widths, least_widths
from ccmdesk.typeset.words import Setting

GAP = 1.05
"""Between two columns, in type sizes: by less, readers of a file take two cells for one line."""
_HEAVY = 0.8
_QUIET = 0.35
_BOX = 0.72
_BOX_ROOM = 1.2
"""What a box with the gap after it takes, in type sizes."""
_BOXES = {False: "\u2610", True: "\u2612"}
# A narrow table is set smaller before its words are cut.
_SHRINKING = (1.0, 0.92, 0.84, 0.76, 0.68)


class Density(NamedTuple):
    """How close rows are: from line to line in type sizes, above and below a row in points."""

    leading: float
    padding: float


DENSE = Density(1.18, 2.6)
ROOMY = Density(1.25, 1.2)


def table_pieces(table: Table, width: float, plan: Plan, density: Density = DENSE) -> list[Piece]:
    """Return the head and one piece per row, in a column of `width` points.

    The head never stands without two rows, nor the title of rows without one, and the last two rows
    stay together. In a table without a head the first cell of a row says what the row is. Raises
    UnevenRowError where a row has not as many cells as there are columns.
    """
    heads = tuple(tuple(_bold(text) for text in (column.head,)) for column in table.columns)
    frame = _frame(table, heads, width, plan, density)
    above, body = Node("THead"), Node("TBody")
    node = Node("Table", [above, body] if table.headed else [body])
    before = table.before * MM
    pieces: list[Piece] = []
    repeated: Piece | None = None
    if table.headed:
        head = _head(frame, (*map(_bold_row, table.over), heads), above)
        repeated = head._replace(draw=_unread(head.draw), parts=tuple)
        pieces.append(head._replace(before=before, nodes=(node,)))
    last = len(table.rows) - 1
    labelled = table.labelled or not table.headed
    titled = False
    for index, cells in enumerate(table.rows):
        title = len(cells) == 1 and len(table.columns) > 1
        nodes = _row_nodes(cells, labelled)
        body.children.append(Node("TR", nodes))
        rules = frame.rules(_HEAVY if index == last else _QUIET, first=not pieces)
        row = frame.row(cells, nodes, rules, table.least * MM)
        pieces.append(
            row._replace(
                before=0.0 if pieces else before,
                breakable=(2 <= index < last and not titled) or not pieces,
                repeated=repeated,
                body=True,
                nodes=(node,),
            )
        )
        titled = title
    return pieces


def _row_nodes(cells: Row, labelled: bool) -> list[Node]:
    nodes = [
        Node("TD", attributes=spanning(cell.span) if isinstance(cell, TableCell) else b"")
        for cell in cells
    ]
    span = cells[0].span if isinstance(cells[0], TableCell) else 1
    if labelled or (len(cells) == 1 and span > 1):
        nodes[0] = Node("TH", attributes=row_head(span))
    return nodes


def _head(frame: "_Frame", rows: Sequence[Row], above: Node) -> Piece:
    """Return all rows of the head as one piece."""
    found = []
    for index, cells in enumerate(rows):
        nodes = [
            Node("TH", attributes=column_head(cell.span if isinstance(cell, TableCell) else 1))
            for cell in cells
        ]
        above.children.append(Node("TR", nodes))
        # Rules frame the head; the hairline below each row is the row's own.
        rules = frame.rules(_HEAVY if index == len(rows) - 1 else _QUIET, first=index == 0)
        if frame.lines is Grid.ROWS:
            rules = (_HEAVY if index == 0 else 0.0, rules[1])
        found.append(frame.row(cells, nodes, rules))
    return found[0] if len(found) == 1 else stacked(found)


def _unread(draw: Draw) -> Draw:
    """Return what draws the same again for the eye alone."""

    def again(sheet: Sheet, x: float, y: float) -> None:
        with sheet.artifacts("Pagination"):
            draw(sheet, x, y)

    return again


def _bold(text: Text) -> Text:
    return tuple(run._replace(bold=True) for run in text)


def _bold_row(row: Row) -> Row:
    return tuple(
        replace(cell, bold=True) if isinstance(cell, TableCell) else tuple(map(_bold, cell))
        for cell in row
    )


def _texts(cell: Cell | TableCell) -> Cell:
    """Return the lines of a cell as they will be set."""
    if not isinstance(cell, TableCell):
        return cell
    return tuple(map(_bold, cell.lines)) if cell.bold else cell.lines


def _by_column(rows: Iterable[Row], count: int) -> list[list[Text]]:
    """Return the texts of each column; cells over several columns take what these have."""
    found: list[list[Text]] = [[] for _ in range(count)]
    for number, row in enumerate(rows):
        index = 0
        for cell in row:
            span = cell.span if isinstance(cell, TableCell) else 1
            if span == 1 and index < count:
                found[index] += _texts(cell)
            index += span
        if index != count:
            raise UnevenRowError(f"Row {number} of a table fills {index} of {count} columns.")
    return found


def _boxed(rows: Iterable[Row], count: int) -> list[bool]:
    """Tell for each column whether a box stands in it."""
    found = [False] * count
    for row in rows:
        index = 0
        for cell in row:
            if isinstance(cell, TableCell):
                found[index] |= cell.ticked is not None
                index += cell.span
            else:
                index += 1
    return found


def _frame(
    table: Table, heads: tuple[Cell, ...], width: float, plan: Plan, density: Density
) -> "_Frame":
    """Return the columns in the largest size in which no word is cut, if there is one."""
    count = len(table.columns)
    over = tuple(map(_bold_row, table.over)) if table.headed else ()
    head = heads if table.headed else ((),) * count
    # The row of the heads counts as number 0, as an officer would count.
    columns = _by_column((head, *table.rows), count)
    _by_column(over, count)
    boxed = _boxed(table.rows, count)
    gap = GAP * plan.size * table.size
    inset = gap / 2 if table.grid is Grid.ALL else 0.0
    free = width - gap * (count - 1) - 2 * inset
    for shrunk in _SHRINKING:
        setting = plan.setting(plan.size * table.size * shrunk)
        measures = [[measured(text, setting) for text in texts] for texts in columns]
        rooms = [_BOX_ROOM * setting.size * each for each in boxed]
        least = least_widths(measures, rooms)
        if sum(least) <= free:
            break
    if table.rigid:
        shares = sum(column.share for column in table.columns)
        widths = [free * column.share / shares for column in table.columns]
    else:
        widths = column_widths(table.columns, measures, free, least, rooms)
    whole = sum(widths) + gap * (count - 1) + 2 * inset
    lefts: list[float] = []
    place = inset
    for wide in widths:
        lefts.append(whole - place - wide if setting.rtl else place)
        place += wide + gap
    aligns = [column.align for column in table.columns]
    known = {
        id(text): (text, found)
        for texts, founds in zip(columns, measures, strict=True)
        for text, found in zip(texts, founds, strict=True)
    }
    return _Frame(table.grid, setting, density, gap, whole, widths, lefts, aligns, known)


class _Slot(NamedTuple):
    """A cell where it is to be drawn: its lines, each with its owner, and the edge after it."""

    lines: list[tuple[Line, Node]]
    left: float
    wide: float
    align: Align
    edge: float
    box: tuple[Node, bool] | None = None
    shaded: bool = False

    def part(self, index: int) -> "_Slot":
        """Return the cell with one of its lines; the box stands before the first."""
        lines = self.lines[index : index + 1]
        return self._replace(lines=lines, box=None if index else self.box)


class _Frame(NamedTuple):
    """The columns of a table as they will be set; `lefts` is where their text has its left edge.

    `known` are the texts of the cells as they were measured, found by what they are, not by what
    they say: to compare texts costs more than to draw them.
    """

    lines: Grid
    setting: Setting
    density: Density
    gap: float
    width: float
    widths: list[float]
    lefts: list[float]
    aligns: list[Align]
    known: dict[int, tuple[Text, Measured]]

    def rules(self, below: float, *, first: bool) -> tuple[float, float]:
        """Return how heavy the lines above and below a row are."""
        match self.lines:
            case Grid.NONE:
                return (0.0, 0.0)
            case Grid.ALL:
                return (_QUIET, _QUIET)
            case _:
                return (0.0, below)

    def row(
        self,
        cells: Row,
        nodes: Sequence[Node],
        rules: tuple[float, float],
        least: float = 0.0,
    ) -> Piece:
        """Return a row, at least so many points high.

        It can be cut between its lines only if no page can hold it.
        """
        slots = self._slots(cells, nodes)
        count = max(len(slot.lines) for slot in slots)
        padding = self.density.padding

        def parts() -> tuple[Piece, ...]:
            return tuple(
                self._band(
                    [slot.part(index) for slot in slots],
                    (padding if index == 0 else 0.0, padding if index == count - 1 else 0.0),
                    (rules[0] if index == 0 else 0.0, rules[1] if index == count - 1 else 0.0),
                )
                for index in range(count)
            )

        return self._band(slots, (padding, padding), rules, least)._replace(parts=parts)

    def _slots(self, cells: Row, nodes: Sequence[Node]) -> list[_Slot]:
        found: list[_Slot] = []
        index = 0
        rtl = self.setting.rtl
        for cell, node in zip(cells, nodes, strict=True):
            span, align, box, shaded = 1, self.aligns[index], None, False
            if isinstance(cell, TableCell):
                span, align, shaded = cell.span, cell.align or align, cell.shaded
                if cell.ticked is not None:
                    box = (Node("Span", alt=_BOXES[cell.ticked]), cell.ticked)
                    node.children.append(box[0])
            end = index + span - 1
            wide = self.widths[index] if span == 1 else self._spanned(index, end)
            room = wide - self._box_room if box else wide
            lines = self._lines(_texts(cell), node, room)
            left = self.lefts[end if rtl else index]
            edge = left - self.gap / 2 if rtl else left + wide + self.gap / 2
            found.append(_Slot(lines, left, wide, align, edge, box, shaded))
            index = end + 1
        return found

    def _spanned(self, first: int, last: int) -> float:
        return sum(self.widths[first : last + 1]) + self.gap * (last - first)

    def _lines(self, cell: Cell, node: Node, wide: float) -> list[tuple[Line, Node]]:
        """Return the lines of a cell, each with its owner: a paragraph if there are several."""
        found: list[tuple[Line, Node]] = []
        for text in cell:
            owner = node
            if len(cell) > 1:
                owner = Node("P")
                node.children.append(owner)
            _, known = self.known.get(id(text)) or (text, measured(text, self.setting))
            found += [(line, owner) for line in known.lines(wide)]
        return found

    def _band(
        self,
        slots: Sequence[_Slot],
        padding: tuple[float, float],
        rules: tuple[float, float],
        least: float = 0.0,
    ) -> Piece:
        """Return a row, or the part of one that stands on a page."""
        size = self.setting.size
        leading = size * self.density.leading
        height = max(len(slot.lines) for slot in slots) * leading + sum(padding)
        height = max(height, least)
        drop = padding[0] + (leading - size) / 2 + ASCENT * size

        def draw(sheet: Sheet, x: float, y: float) -> None:
            for slot in slots:
                if slot.shaded:
                    start = max(0.0, slot.left - self.gap / 2)
                    end = min(self.width, slot.left + slot.wide + self.gap / 2)
                    draw_shade(sheet, x + start, y, end - start, height)
            if rules[0]:
                draw_rule(sheet, x, y, self.width, rules[0], _grey(rules[0]))
            if rules[1]:
                draw_rule(sheet, x, y - height, self.width, rules[1], _grey(rules[1]))
            if self.lines is Grid.ALL:
                start = self.width if self.setting.rtl else 0.0
                for edge in (start, *(slot.edge for slot in slots)):
                    draw_upright(sheet, x + edge, y, height, _QUIET, _grey(_QUIET))
            # Cell by cell, so that a name over two lines is read as one.
            for slot in slots:
                self._box(sheet, slot, x, y - drop)
                for index, (line, node) in enumerate(slot.lines):
                    free = slot.wide - line.width - (self._box_room if slot.box else 0.0)
                    shift = slot.left + indent_of(slot.align, free, line.rtl)
                    if slot.box and not self.setting.rtl:
                        shift += self._box_room
                    draw_line(sheet, line, x + shift, y - drop - index * leading, node)

        return Piece(height, draw)

    @property
    def _box_room(self) -> float:
        return _BOX_ROOM * self.setting.size

    def _box(self, sheet: Sheet, slot: _Slot, x: float, baseline: float) -> None:
        """Draw the box before the first line of a cell, or alone where the column wants it."""
        if slot.box is None:
            return
        owner, ticked = slot.box
        side = _BOX * self.setting.size
        width, room = (slot.lines[0][0].width, self._box_room) if slot.lines else (0.0, side)
        shift = indent_of(slot.align, slot.wide - width - room, self.setting.rtl)
        if self.setting.rtl:
            shift += width + room - side
        place = x + slot.left + shift
        draw_box(sheet, place, baseline - 0.04 * self.setting.size, side, owner, ticked=ticked)


def _grey(weight: float) -> float:
    return 0.55 if weight == _QUIET else 0.0
