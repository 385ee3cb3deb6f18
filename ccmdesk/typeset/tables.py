"""Sets a table: head in bold between hairlines, rows that stay whole, no grid."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ccmdesk.typeset.blocks import Align, Cell, Run, Table
from ccmdesk.typeset.drawing import ASCENT, draw_line, draw_rule
from ccmdesk.typeset.lines import Line, Setting, break_lines
from ccmdesk.typeset.pages import Piece

_GAP = 9.0
_PADDING = 2.6
_LEADING = 1.18
_HEAVY = 0.8


def table_pieces(table: Table, width: float, size: float) -> list[Piece]:
    """Return the head and one piece per row, in a column of `width` points.

    The head never stands without two rows, and the last two rows stay together.
    """
    setting = Setting(size * table.size)
    widths = _widths(table, width)
    head_cells = tuple((_bold(column.head),) for column in table.columns)
    # Rules frame the head; the hairline below each row is the row's own.
    head = _row(table, head_cells, widths, setting, (_HEAVY, _HEAVY))
    pieces = [replace(head, before=table.before * 72 / 25.4)]
    last = len(table.rows) - 1
    for index, cells in enumerate(table.rows):
        row = _row(table, cells, widths, setting, (0.0, _HEAVY if index == last else 0.3))
        breakable = index >= 2 and index != last
        pieces.append(replace(row, breakable=breakable, repeated=head, body=True))
    return pieces


def _bold(text: tuple[Run, ...]) -> tuple[Run, ...]:
    return tuple(replace(run, bold=True) for run in text)


def _widths(table: Table, width: float) -> list[float]:
    whole = sum(column.share for column in table.columns)
    free = width - _GAP * (len(table.columns) - 1)
    return [free * column.share / whole for column in table.columns]


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
        draw_rule(canvas, x, y - height, width, rules[1])


def _draw_cell(
    canvas: Any, line: Line, x: float, baseline: float, wide: float, align: Align
) -> None:
    free = wide - line.width
    shift = {Align.LEFT: 0.0, Align.CENTRE: free / 2, Align.RIGHT: free}[align]
    draw_line(canvas, line, x + shift, baseline)
