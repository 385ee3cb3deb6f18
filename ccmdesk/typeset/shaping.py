"""Turns text into glyphs with HarfBuzz: kerning, ligatures, joined letters, placed marks."""

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from ccmdesk.typeset import fonts
from ccmdesk.typeset.blocks import Typeface
from ccmdesk.typeset.fonts import Face

_NO_LIGATURES = {"liga": False, "clig": False}
# Letters that must join do so under "rlig". The others join for beauty only, and where text runs
# from right to left readers of the file give the letters of such a glyph back in the wrong order.
_RIGHT_TO_LEFT = {"liga": False}
_UNKNOWN_LANGUAGE = "und"
# What a glyph says where another already tells all the characters of both. Text copied by readers
# that show it stays joined and is found: it counts as one more mark on the letter.
_NOTHING = "\u034f"
# Its glyph draws nothing and takes no room.
_BLANK = "\u200b"


class Glyph(NamedTuple):
    """A glyph where it is to be drawn; lengths are thousandths of the type size.

    `text` is what it stands for, empty where the glyph by itself stands for just that character.
    """

    number: int
    text: str
    advance: float
    shift: float
    rise: float


class Codes(NamedTuple):
    """The content of a TJ operator and how far it is raised in thousandths.

    `silent` tells that its glyphs say nothing by themselves.
    """

    rise: float
    text: str
    silent: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Stretch:
    """Glyphs of one face from left to right; `text` is what they say, from first to last.

    `codes` is the ready content of a TJ operator where no glyph needs a code of its own.
    """

    face: Face
    text: str
    glyphs: tuple[Glyph, ...]
    width: float
    numbers: frozenset[int]
    codes: str = field(default="", repr=False)


class Shaped(NamedTuple):
    """Text that runs in one direction, as stretches from left to right, and how wide it is set."""

    stretches: tuple[Stretch, ...]
    width: float


@lru_cache(maxsize=50_000)
def shaped(
    text: str,
    bold: bool = False,
    italic: bool = False,
    rtl: bool = False,
    lang: str = "",
    ligatures: bool = True,
    added: tuple[Face, ...] = (),
    typeface: Typeface = Typeface.STIX,
) -> Shaped:
    """Return `text`, which runs in one direction, as glyphs; `added` are faces of the caller.

    Raises MissingCharactersError where no face has a character.
    """
    script = lang if rtl or lang[:2] == "zh" else ""
    found = [
        _stretch(piece.face, piece.text, rtl, lang, ligatures)
        for piece in fonts.pieces(text, bold, italic, script, added, typeface)
        if piece.text
    ]
    stretches = tuple(reversed(found)) if rtl else tuple(found)
    return Shaped(stretches, sum(stretch.width for stretch in stretches))


def _stretch(face: Face, text: str, rtl: bool, lang: str, ligatures: bool) -> Stretch:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_CHARACTERS
    buffer.add_str(text)
    buffer.direction = "rtl" if rtl else "ltr"
    # Left open, HarfBuzz would take the language of the machine.
    buffer.language = lang or _UNKNOWN_LANGUAGE
    buffer.guess_segment_properties()
    features = (_RIGHT_TO_LEFT if rtl else None) if ligatures else _NO_LIGATURES
    hb.shape(face.hb_font, buffer, features)
    infos, positions = buffer.glyph_infos, buffer.glyph_positions
    # Narrow or not, a space is found as a space.
    spoken = text.replace(fonts.NARROW_SPACE, " ")
    said = _said([info.cluster for info in infos], spoken, rtl)
    scale = face.scale
    characters = face.characters
    found: list[Glyph] = []
    for info, place, own in zip(infos, positions, said, strict=True):
        number = info.codepoint
        glyph = Glyph(
            number,
            "" if characters.get(number) == own else own,
            place.x_advance * scale,
            place.x_offset * scale,
            place.y_offset * scale,
        )
        if glyph.advance:
            found.append(glyph)
        else:
            found += _spoken(face, glyph, own, rtl)
    glyphs = tuple(found)
    plain = not any(glyph.text or glyph.rise for glyph in glyphs)
    return Stretch(
        face,
        text,
        glyphs,
        sum(glyph.advance for glyph in glyphs),
        frozenset(glyph.number for glyph in glyphs),
        _plain_codes(face, glyphs) if plain else "",
    )


def _spoken(face: Face, glyph: Glyph, own: str, rtl: bool) -> tuple[Glyph, ...]:
    """Return a mark above or below a letter with what says it in its stead.

    What has no width and is no such mark is returned alone.

    Readers of a file take what is raised for another line of text. So the mark itself is silent,
    and glyphs that draw nothing say its characters where the line runs, one each.
    """
    blank = face.glyph(_BLANK)
    silent = not blank or face.advance(blank) != 0
    if silent or any(unicodedata.category(each) != "Mn" for each in own):
        return (glyph,)
    said = [Glyph(blank, each, 0.0, 0.0, 0.0) for each in own]
    drawn = glyph._replace(text=_NOTHING)
    return (*reversed(said), drawn) if rtl else (drawn, *said)


def _said(clusters: list[int], text: str, rtl: bool) -> list[str]:
    """Return the characters each glyph stands for.

    Where a cluster has as many glyphs as characters, each stands for one; elsewhere the first
    stands for all.
    """
    if len(clusters) == len(text) and not rtl and clusters == list(range(len(text))):
        return list(text)
    starts = sorted(set(clusters))
    ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
    glyphs: dict[int, list[int]] = {}
    order = range(len(clusters) - 1, -1, -1) if rtl else range(len(clusters))
    for index in order:
        glyphs.setdefault(clusters[index], []).append(index)
    said = [_NOTHING] * len(clusters)
    for cluster, places in glyphs.items():
        told = text[cluster : ends[cluster]]
        for place, own in zip(places, told if len(told) == len(places) else (told,), strict=False):
            said[place] = own
    return said


def _plain_codes(face: Face, glyphs: tuple[Glyph, ...]) -> str:
    found = raised_codes(face, glyphs, lambda glyph: glyph.number)
    return "".join(codes.text for codes in found)


def raised_codes(
    face: Face, glyphs: tuple[Glyph, ...], code: Callable[[Glyph], int]
) -> list[Codes]:
    """Return what draws the glyphs; `code` gives the number by which the file calls a glyph."""
    found: list[Codes] = []
    current, digits, manner = "", "", (0.0, False)
    # How far the pen of the reader is ahead of where HarfBuzz wants it.
    ahead = 0.0
    for glyph in glyphs:
        own = (glyph.rise, glyph.text == _NOTHING)
        if own != manner:
            found.append(_codes(manner, current, digits))
            current, digits, manner = "", "", own
        back = round(ahead - glyph.shift)
        if back:
            current += f"<{digits}>{back}" if digits else f"{back}"
            digits = ""
        digits += f"{code(glyph):04x}"
        ahead += face.advance(glyph.number) - glyph.advance - back
    if digits:
        current += f"<{digits}>"
    if back := round(ahead):
        current += f"{back}"
    found.append(_codes(manner, current, ""))
    return [codes for codes in found if codes.text]


def _codes(manner: tuple[float, bool], current: str, digits: str) -> Codes:
    rise, silent = manner
    return Codes(rise, f"{current}<{digits}>" if digits else current, silent)
