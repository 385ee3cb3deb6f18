"""Puts lines, hairlines and pictures on a sheet."""

from itertools import groupby

from ccmdesk.typeset import bidi, shaping
from ccmdesk.typeset.blocks import Align
from ccmdesk.typeset.images import Picture
from ccmdesk.typeset.lines import Fragment, Line
from ccmdesk.typeset.sheet import Sheet
from ccmdesk.typeset.structure import Node

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
    fragments = list(line.fragments)
    last = fragments[-1]
    if line.spaced:
        # Readers of the file would otherwise join the last word with the next line's first.
        blank = Fragment(" ", False, False, False, last.size, 0.0, int(line.rtl), last.lang)
        fragments.append(blank)
        if line.rtl:
            x -= _space_width(blank)
    if line.rtl or any(fragment.level for fragment in fragments):
        order = bidi.visual_order([fragment.level for fragment in fragments])
        fragments = [fragments[index] for index in order]
    for lang, group in groupby(fragments, lambda fragment: fragment.lang):
        foreign = owner is not None and lang != "" and lang != sheet.lang
        part = owner.span(lang) if owner is not None and foreign else owner
        sheet.text(part, x, baseline, grey)
        if tracking:
            sheet.set(f"{tracking:.3f} Tc")
        for fragment in group:
            _draw_fragment(sheet, fragment, bool(tracking))
            x += fragment.width
            if line.stretch and fragment.text == " ":
                sheet.move(line.stretch, fragment.size)
                x += line.stretch
        if tracking:
            # The setting outlives the text object.
            sheet.set("0 Tc")


def _space_width(blank: Fragment) -> float:
    return shaping.width(" ", False, False, True, blank.lang, True) * blank.size / 1000


def _draw_fragment(sheet: Sheet, fragment: Fragment, tracked: bool) -> None:
    if fragment.raised:
        sheet.set(f"{_RISE * fragment.size / _RAISED_SIZE:.2f} Ts")
    for stretch in shaping.shaped(
        fragment.text,
        fragment.bold,
        fragment.italic,
        rtl=bool(fragment.level % 2),
        lang=fragment.lang,
        ligatures=not tracked,
    ):
        sheet.show(stretch, fragment.size)
    if fragment.raised:
        sheet.set("0 Ts")


def draw_rule(
    sheet: Sheet, x: float, y: float, width: float, weight: float = HAIRLINE, grey: float = 0.0
) -> None:
    """Draw a horizontal line from x."""
    sheet.draw(f"{grey:g} G {weight:g} w {x:.2f} {y:.2f} m {x + width:.2f} {y:.2f} l S")


def draw_dashed_square(sheet: Sheet, x: float, y: float, side: float) -> None:
    """Draw the outline of a square with its lower left corner at x, y, pale and dashed."""
    sheet.draw(f"q 0.72 G 0.4 w [2 2] 0 d {x:.2f} {y:.2f} {side:.2f} {side:.2f} re S Q")


def draw_picture(
    sheet: Sheet,
    picture: Picture,
    x: float,
    y: float,
    width: float,
    height: float,
    owner: Node | None = None,
) -> None:
    """Draw a picture with its lower left corner at x, y."""
    sheet.picture(owner, picture, (width, 0, 0, height, x, y))


def picture_size(picture: Picture, width: float, height: float) -> tuple[float, float]:
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
