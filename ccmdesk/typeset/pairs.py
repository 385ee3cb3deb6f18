"""Sets what stands side by side: one line with two texts, and labels with their values."""

from ccmdesk.typeset.blocks import Column, Grid, KeyValues, Pair, Table, plain
from ccmdesk.typeset.drawing import ASCENT, draw_line
from ccmdesk.typeset.lines import break_lines, measured
from ccmdesk.typeset.pages import Piece
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.tables import GAP, ROOMY, table_pieces

_LEADING = 1.25


def pair_piece(block: Pair, width: float, plan: Plan) -> Piece:
    """Return a line with a text at either margin, several lines where they are long."""
    size = plan.size
    setting = plan.setting(size)
    right = break_lines(block.right, setting, width / 2)
    left = break_lines(block.left, setting, width - max(line.width for line in right) - size)
    leading = size * _LEADING
    drop = (leading - size) / 2 + ASCENT * size
    nodes = (Node("P"), Node("P"))

    def draw(sheet: Sheet, x: float, y: float) -> None:
        for lines, node, at_right in ((left, nodes[0], plan.rtl), (right, nodes[1], not plan.rtl)):
            for index, line in enumerate(lines):
                shift = width - line.width if at_right else 0.0
                draw_line(sheet, line, x + shift, y - drop - index * leading, node)

    return Piece(leading * max(len(left), len(right)), draw, block.before * MM, nodes=nodes)


def key_value_pieces(block: KeyValues, width: float, plan: Plan) -> list[Piece]:
    """Return one row per label; in the structure it is a table whose rows have heads."""
    setting = plan.setting(plan.size * block.size)
    labels = max((measured(label, setting).natural for label, _ in block.pairs), default=0.0)
    # A little more than they need, so that no rounding makes them too long.
    gap = GAP * setting.size
    free = width - (2 * gap if block.grid is Grid.ALL else gap)
    share = min(labels + 1.0, block.share * free)
    table = Table(
        (Column(plain(""), share), Column(plain(""), free - share)),
        tuple(((label,), values) for label, values in block.pairs),
        size=block.size,
        before=block.before,
        headed=False,
        grid=block.grid,
    )
    return table_pieces(table, width, plan, ROOMY)
