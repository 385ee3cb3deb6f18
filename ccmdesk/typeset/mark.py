"""The mark of a paper that is not final: pale across each page, and small at its head."""

from ccmdesk.typeset.blocks import plain
from ccmdesk.typeset.drawing import draw_line
from ccmdesk.typeset.lines import break_lines
from ccmdesk.typeset.outlines import outlined
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node

_PALE = 0.933
_LARGE_SIZE = 100
_SHARE = 0.62
"""Of the diagonal of a page; how long a mark may be."""
_HIGHEST = 60 * MM
_CAPITALS = 0.66
_SMALL_GREY = 0.45
_SMALL_SIZE = 10
_TRACKING = 2.0
_FROM_EDGE = 10 * MM
_ABOVE_HEADER = 1 * MM
_TURN = (0.5878, 0.8090)
"""Cosine and sine of the 54 degrees by which a mark slants."""


def across(mark: str, plan: Plan, paper: tuple[float, float]) -> str:
    """Return the operators that draw the mark pale and slanting, under what is drawn later.

    It is drawn as outlines, so that it does not run into the text when that is copied.
    """
    wide, high = paper
    line = break_lines(plain(mark, bold=True), plan.setting(_LARGE_SIZE), float("inf"))[0]
    if not line.width:
        return ""
    scale = min(_SHARE * (wide**2 + high**2) ** 0.5 / line.width, _HIGHEST / _LARGE_SIZE)
    length, height = scale * line.width, scale * _LARGE_SIZE * _CAPITALS
    cosine, sine = _TURN
    x = wide / 2 - (length * cosine - height * sine) / 2
    y = high / 2 - (length * sine + height * cosine) / 2
    turned = (scale * cosine, scale * sine, -scale * sine, scale * cosine)
    placed = " ".join(f"{value:.5f}" for value in turned)
    return f"q {_PALE} g {placed} {x:.2f} {y:.2f} cm\n{outlined(line)}\nf Q"


def draw_above(
    sheet: Sheet, mark: str, plan: Plan, paper: tuple[float, float], upper: float, node: Node
) -> None:
    """Write the mark small in the upper margin, above the upper edge of a header.

    That of page one is read aloud; the others are for the eye.
    """
    wide, high = paper
    setting = plan.setting(_SMALL_SIZE, _TRACKING)
    line = break_lines(plain(mark, bold=True), setting, wide)[0]
    x, y = (wide - line.width + setting.tracking) / 2, max(high - _FROM_EDGE, upper + _ABOVE_HEADER)
    if sheet.page:
        with sheet.artifacts("Pagination"):
            draw_line(sheet, line, x, y, tracking=setting.tracking, grey=_SMALL_GREY)
    else:
        draw_line(sheet, line, x, y, node, tracking=setting.tracking, grey=_SMALL_GREY)
