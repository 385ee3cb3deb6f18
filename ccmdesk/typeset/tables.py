"""Sets a table: head in bold between hairlines, rows that stay whole, no grid."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ccmdesk.typeset import fonts
from ccmdesk.typeset.blocks import Align, Cell, Run, Table
from ccmdesk.typeset.drawing import ASCENT, draw_line, draw_rule
from ccmdesk.typeset.lines import Line, Setting, break_lines
from ccmdesk.typeset.pages import Piece

_GAP = 9.0
_PADDING = 2.6
_LEADING = 1.18
_HEAVY = 0.8
_QUIET = 0.35
# A narrow table is set smaller before its words are cut.
_SHRINKING = (1.0, 0.92, 0.84, 0.76, 0.68)


def table_pieces(table: Table, width: float, size: float) -> list[Piece]:
    """Return the head and one piece per row, in a column of `width` points.

    The head never stands without two rows, and the last two rows stay together.
    """
    head_cells = tuple((_bold(column.head),) for column in table.columns)
    free = width - _GAP * (len(table.columns) - 1)
    for shrunk in _SHRINKING:
        setting = Setting(size * table.size * shrunk)
        least = _least(table, head_cells, setting)
        if sum(least) <= free:
            break
    widths = _widths(table, head_cells, setting, free, least)
    # Rules frame the head; the hairline below each row is the row's own.
    head = _row(table, head_cells, widths, setting, (_HEAVY, _HEAVY))
    before = table.before * 72 / 25.4
    pieces = [replace(head, before=before)] if table.headed else []
    last = len(table.rows) - 1
    for index, cells in enumerate(table.rows):
        row = _row(table, cells, widths, setting, (0.0, _HEAVY if index == last else _QUIET))
        breakable = index >= 2 and index != last
        repeated = head if table.headed else None
        space = before if not pieces else 0.0
        pieces.append(replace(row, before=space, breakable=breakable, repeated=repeated, body=True))
    return pieces


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
    return max(break_lines(text, setting, 100_000)[0].width for text in cell) + 0.5


def _longest_word(cell: Cell, setting: Setting) -> float:
    words = (
        setting.fragment(run, word).width
        for text in cell
        for run in text
        for word in fonts.settled(run.text).split(" ")
    )
    return max(words, default=0.0) + 0.5


def _row(
    table: Table,
    cells: Sequence[Cell],
    widths: Sequence[float],
    setting: Setting,
    rules: tuple[float, float],
) -> Piece:
    """Return a row; it can be cut between its lines only if no page can hold it."""
    columns = [
        [line for text in cell for line in break_lines(text, setting, wide)]
        for cell, wide in zip(cells, widths, strict=True)
    ]
    count = max(len(lines) for lines in columns)
    leading = setting.size * _LEADING
    parts = tuple(
        _band(
            table,
            [lines[index] if index < len(lines) else None for lines in columns],
            widths,
            setting,
            (_PADDING if index == 0 else 0.0, _PADDING if index == count - 1 else 0.0),
            (rules[0] if index == 0 else 0.0, rules[1] if index == count - 1 else 0.0),
        )
        for index in range(count)
    )
    height = count * leading + 2 * _PADDING
    drop = _PADDING + (leading - setting.size) / 2 + ASCENT * setting.size

    def draw(canvas: Any, x: float, y: float) -> None:
        _draw_rules(canvas, x, y, sum(widths) + _GAP * (len(widths) - 1), height, rules)
        # Cell by cell, so that a name over two lines is read as one.
        for column, lines, wide in zip(table.columns, columns, widths, strict=True):
            for index, line in enumerate(lines):
                _draw_cell(canvas, line, x, y - drop - index * leading, wide, column.align)
            x += wide + _GAP

    return Piece(height, draw, parts=parts)


def _band(
    table: Table,
    lines: Sequence[Line | None],
    widths: Sequence[float],
    setting: Setting,
    padding: tuple[float, float],
    rules: tuple[float, float],
) -> Piece:
    leading = setting.size * _LEADING
    height = leading + sum(padding)
    drop = padding[0] + (leading - setting.size) / 2 + ASCENT * setting.size

    def draw(canvas: Any, x: float, y: float) -> None:
        _draw_rules(canvas, x, y, sum(widths) + _GAP * (len(widths) - 1), height, rules)
        for column, line, wide in zip(table.columns, lines, widths, strict=True):
            if line:
                _draw_cell(canvas, line, x, y - drop, wide, column.align)
            x += wide + _GAP

    return Piece(height, draw)


def _draw_rules(
    canvas: Any, x: float, y: float, width: float, height: float, rules: tuple[float, float]
) -> None:
    if rules[0]:
        draw_rule(canvas, x, y, width, rules[0])
    if rules[1]:
        quiet = rules[1] == _QUIET
        canvas.setStrokeGray(0.55 if quiet else 0.0)
        draw_rule(canvas, x, y - height, width, rules[1])
        canvas.setStrokeGray(0.0)


def _draw_cell(
    canvas: Any, line: Line, x: float, baseline: float, wide: float, align: Align
) -> None:
    free = wide - line.width
    shift = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
    draw_line(canvas, line, x + shift, baseline)
