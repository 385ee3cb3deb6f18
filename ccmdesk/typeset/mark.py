"""The mark of a paper that is not final: pale across each page, and small at its head."""

from ccmdesk.typeset import fonts
from ccmdesk.typeset.blocks import plain
from ccmdesk.typeset.drawing import draw_line, picture_size
from ccmdesk.typeset.images import written
from ccmdesk.typeset.lines import break_lines
from ccmdesk.typeset.plan import MM, Plan
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node

_GREY = 238
_SMALL_GREY = 0.45
_SMALL_SIZE = 10
_TRACKING = 2.0
_FROM_EDGE = 10 * MM
_ABOVE_HEADER = 1 * MM
_TURN = (0.5878, 0.8090)
"""Cosine and sine of the 54 degrees by which a mark slants."""


def draw_across(sheet: Sheet, mark: str, paper: tuple[float, float]) -> None:
    """Write the mark pale and slanting under the text that is drawn later."""
    wide, high = paper
    shown = written(mark, fonts.fonts_folder() / "STIXTwoText-Bold.ttf", _GREY)
    length, height = picture_size(shown, 0.62 * (wide**2 + high**2) ** 0.5, 42 * MM)
    cosine, sine = _TURN
    x = wide / 2 - (length * cosine - height * sine) / 2
    y = high / 2 - (length * sine + height * cosine) / 2
    matrix = (length * cosine, length * sine, -height * sine, height * cosine, x, y)
    with sheet.artifacts("Pagination"):
        sheet.picture(None, shown, matrix)


def draw_above(
    sheet: Sheet, mark: str, plan: Plan, paper: tuple[float, float], upper: float, node: Node
) -> None:
    """Write the mark small in the upper margin, above a header whose upper edge is given.

    That of page one is read aloud; the others are for the eye.
    """
    wide, high = paper
    setting = plan.setting(_SMALL_SIZE, _TRACKING)
    line = break_lines(plain(mark, bold=True), setting, wide)[0]
    x, y = (wide - line.width + _TRACKING) / 2, max(high - _FROM_EDGE, upper + _ABOVE_HEADER)
    if sheet.page:
        with sheet.artifacts("Pagination"):
            draw_line(sheet, line, x, y, tracking=_TRACKING, grey=_SMALL_GREY)
    else:
        draw_line(sheet, line, x, y, node, tracking=_TRACKING, grey=_SMALL_GREY)
