"""Puts lines, hairlines and pictures on a sheet."""

from itertools import groupby
from typing import TYPE_CHECKING

from ccmdesk.typeset import bidi
from ccmdesk.typeset.blocks import Align, Run
from ccmdesk.typeset.dress import COLOURS, Manner, finish, manner_of, parts_of
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.lines import Line, Passage, Stroke
from ccmdesk.typeset.reading_marks import kept_hyphen, marked
from ccmdesk.typeset.shaping import Stretch
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node
from ccmdesk.typeset.words import Fragment, Setting

if TYPE_CHECKING:
    from ccmdesk.typeset.images import Picture

HAIRLINE = 0.4
ASCENT = 0.762
"""Of STIX Two Text, as a share of the type size; its descent makes the size full."""
_RISE = 0.33
_RAISED_SIZE = 0.65


def draw_line(
    sheet: Sheet,
    line: Line,
    x: float,
    baseline: float,
    owner: Node | None = None,
    *,
    tracking: float = 0.0,
    grey: float = 0.0,
) -> None:
    """Draw a line of text from x, with a space at its end where the sentence goes on."""
    if not line.fragments:
        return
    if not line.ready:
        line.ready.append(_passages(line))
    if line.ready[0] and not tracking:
        colour = f"{grey:g} g" if grey else "0 g"
        for passage in line.ready[0]:
            part = parts_of(sheet, owner, passage.lang)[0] if owner is not None else None
            sheet.text(part, x + passage.start, baseline, colour)
            for stroke in passage.strokes:
                sheet.stroke(stroke)
        return
    fragments = list(_ended(line))
    if line.spaced and line.rtl:
        x -= fragments[-1].width
    if line.rtl or any(fragment.level for fragment in fragments):
        order = bidi.visual_order([fragment.level for fragment in fragments])
        fragments = marked([fragments[index] for index in order], line.rtl)
    colour = f"{grey:g} g"
    for manner, group in groupby(fragments, manner_of):
        part, link = parts_of(sheet, owner, manner) if owner is not None else (None, None)
        ink = COLOURS[manner.ink] if isinstance(manner, Manner) else colour
        sheet.text(part, x, baseline, ink)
        if tracking:
            sheet.set(f"{tracking:.3f} Tc")
        drawn, start = list(group), x
        for fragment in drawn:
            _draw_fragment(sheet, fragment)
            x += fragment.width
            if fragment.after:
                sheet.move(fragment.after, fragment.size)
                x += fragment.after
        if tracking:
            # The setting outlives the text object.
            sheet.set("0 Tc")
        if isinstance(manner, Manner):
            finish(sheet, manner, link, drawn, (start, x), baseline)


def _passages(line: Line) -> tuple[Passage, ...]:
    """Return what a line of plain letters from left to right is drawn with, nothing for others."""
    fragments = line.fragments
    if line.rtl or any(each.level or each.run.raised or each.run.dressed for each in fragments):
        return ()
    fragments = _ended(line)
    found: list[Passage] = []
    start = 0.0
    for lang, group in groupby(fragments, lambda fragment: fragment.lang):
        pen = _Pen()
        began = start
        for fragment in group:
            start += fragment.width + fragment.after
            for stretch in fragment.stretches:
                pen.show(stretch, fragment.size)
            if fragment.after:
                pen.codes += f"{-1000 * fragment.after / fragment.size:.1f} "
        found.append(Passage(lang, began, pen.strokes()))
    return tuple(found)


class _Pen:
    """Joins the codes of stretches that are drawn with one face in one size."""

    def __init__(self) -> None:
        self.codes = ""
        self._drawn: list[Stroke] = []
        self._numbers = frozenset[int]()
        self._now: tuple[Face, float] | None = None

    def show(self, stretch: Stretch, size: float) -> None:
        if self._now != (stretch.face, size) or not stretch.codes:
            self._lift()
            self._now = (stretch.face, size)
        if stretch.codes:
            self.codes += stretch.codes
            self._numbers |= stretch.numbers
        else:
            self._drawn.append(Stroke(stretch.face, size, "", frozenset(), stretch))

    def strokes(self) -> tuple[Stroke, ...]:
        self._lift()
        return tuple(self._drawn)

    def _lift(self) -> None:
        if self._now and self.codes:
            self._drawn.append(Stroke(*self._now, self.codes, self._numbers, None))
        self.codes, self._numbers = "", frozenset()


def _ended(line: Line) -> tuple[Fragment, ...]:
    """Return the fragments of a line with what tells readers how it goes on in the next."""
    *before, last = line.fragments
    if line.spaced:
        # They would otherwise join the last word with the next line's first.
        return (*before, last, _blank(line, last))
    if line.wraps and not line.divided:
        return (*before, kept_hyphen(last))
    return line.fragments


def _blank(line: Line, last: Fragment) -> Fragment:
    """Return a space for the end of a line."""
    return Setting(last.size, 0.0, last.lang).fragment(Run(" "), " ", int(line.rtl))


def _draw_fragment(sheet: Sheet, fragment: Fragment) -> None:
    if fragment.run.raised:
        sheet.set(f"{_RISE * fragment.size / _RAISED_SIZE:.2f} Ts")
    for stretch in fragment.stretches:
        sheet.show(stretch, fragment.size)
    if fragment.run.raised:
        sheet.set("0 Ts")


def draw_rule(
    sheet: Sheet, x: float, y: float, width: float, weight: float = HAIRLINE, grey: float = 0.0
) -> None:
    """Draw a horizontal line from x."""
    sheet.draw(f"{grey:g} G {weight:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")


def draw_upright(
    sheet: Sheet, x: float, y: float, height: float, weight: float = HAIRLINE, grey: float = 0.0
) -> None:
    """Draw a vertical line down from y."""
    sheet.draw(f"{grey:g} G {weight:g} w {x:.2f} {y:.2f} m {x:.2f} {y - height:.2f} l S")


def draw_leader(sheet: Sheet, x: float, y: float, length: float, size: float) -> None:
    """Draw dots from x that lead the eye along a line; they stand below each other on a page."""
    step = 0.45 * size
    first = -(-x // step) * step
    if x + length > first + step:
        # Round ends make dots of dashes without length.
        weight = 0.075 * size
        sheet.draw(
            f"q 0.35 G {weight:.2f} w 1 J [0 {step:.2f}] 0 d"
            f" {first:.2f} {y + weight:.2f} m {x + length:.2f} {y + weight:.2f} l S Q"
        )


def draw_box(
    sheet: Sheet, x: float, y: float, side: float, owner: Node, *, ticked: bool = False
) -> None:
    """Draw a square to be ticked by hand, its lower left corner at x, y; a cross if it is."""
    inner = 0.2 * side
    cross = (
        f" {x + inner:.2f} {y + inner:.2f} m {x + side - inner:.2f} {y + side - inner:.2f} l"
        f" {x + inner:.2f} {y + side - inner:.2f} m {x + side - inner:.2f} {y + inner:.2f} l"
    )
    shape = f"{x:.2f} {y:.2f} {side:.2f} {side:.2f} re{cross if ticked else ''}"
    sheet.draw(f"0 G 0.6 w {shape} S", owner=owner)


def draw_shade(sheet: Sheet, x: float, y: float, width: float, height: float) -> None:
    """Lay a pale grey below what is drawn next, down from y."""
    sheet.draw(f"q 0.92 g {x:.2f} {y - height:.2f} {width:.2f} {height:.2f} re f Q")


def draw_dashed_square(sheet: Sheet, x: float, y: float, side: float) -> None:
    """Draw the outline of a square with its lower left corner at x, y, pale and dashed."""
    sheet.draw(f"q 0.72 G 0.4 w [2 2] 0 d {x:.2f} {y:.2f} {side:.2f} {side:.2f} re S Q")


def draw_picture(
    sheet: Sheet,
    picture: "Picture",
    x: float,
    y: float,
    width: float,
    height: float,
    owner: Node | None = None,
) -> None:
    """Draw a picture with its lower left corner at x, y."""
    sheet.picture(owner, picture, (width, 0, 0, height, x, y))


def picture_size(picture: "Picture", width: float, height: float) -> tuple[float, float]:
    """Return the size at which a picture fills the box without being stretched."""
    scale = min(width / picture.width, height / picture.height)
    return picture.width * scale, picture.height * scale


def indent_of(align: Align, free: float, rtl: bool = False, indent: float = 0.0) -> float:
    """Return how far from the left a line begins that leaves `free` points of its column.

    Left is where lines begin: the right in a text that runs from right to left.
    """
    if align is Align.CENTRE:
        return free / 2
    return free - indent * rtl if (align is Align.RIGHT) != rtl else indent * (not rtl)
