"""The outlines of letters, for words that are drawn like a picture and not read as text."""

import uharfbuzz as hb

from ccmdesk.typeset import bidi
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.lines import Line


def outlined(line: Line) -> str:
    """Return the operators that draw the letters of a line from the point 0, 0, without a fill."""
    fragments = list(line.fragments)
    order = bidi.visual_order([fragment.level for fragment in fragments])
    drawn: list[str] = []
    x = 0.0
    for fragment in (fragments[index] for index in order):
        for stretch in fragment.stretches:
            scale = fragment.size / 1000
            for glyph in stretch.glyphs:
                pen = _Pen(stretch.face, scale, x + glyph.shift * scale, glyph.rise * scale)
                drawn += pen.drawn(glyph.number)
                x += glyph.advance * scale
    return "\n".join(drawn)


class _Pen:
    """Turns the curves of a font into those of a page."""

    def __init__(self, face: Face, scale: float, x: float, y: float) -> None:
        self._face = face
        self._scale = scale * face.scale
        self._x = x
        self._y = y
        self._at = (0.0, 0.0)
        self._drawn: list[str] = []

    def drawn(self, glyph: int) -> list[str]:
        """Return the operators of a glyph."""
        pen = hb.DrawFuncs()
        pen.set_move_to_func(self._move)
        pen.set_line_to_func(self._line)
        pen.set_quadratic_to_func(self._bend)
        pen.set_cubic_to_func(self._curve)
        pen.set_close_path_func(self._close)
        self._face.hb_font.draw_glyph(glyph, pen, None)
        return self._drawn

    def _point(self, x: float, y: float) -> str:
        return f"{self._x + x * self._scale:.2f} {self._y + y * self._scale:.2f}"

    def _move(self, x: float, y: float, _: object) -> None:
        self._drawn.append(f"{self._point(x, y)} m")
        self._at = (x, y)

    def _line(self, x: float, y: float, _: object) -> None:
        self._drawn.append(f"{self._point(x, y)} l")
        self._at = (x, y)

    def _bend(self, by_x: float, by_y: float, x: float, y: float, _: object) -> None:
        # A curve of the second degree as one of the third, which is all a page knows.
        start_x, start_y = self._at
        first = (start_x + (by_x - start_x) * 2 / 3, start_y + (by_y - start_y) * 2 / 3)
        second = (x + (by_x - x) * 2 / 3, y + (by_y - y) * 2 / 3)
        self._curve(*first, *second, x, y, None)

    def _curve(
        self, x1: float, y1: float, x2: float, y2: float, x: float, y: float, _: object
    ) -> None:
        self._drawn.append(f"{self._point(x1, y1)} {self._point(x2, y2)} {self._point(x, y)} c")
        self._at = (x, y)

    def _close(self, _: object) -> None:
        self._drawn.append("h")
