"""Fonts the caller brings: checked before anything is drawn with them."""

import re
import struct
from functools import lru_cache

import uharfbuzz as hb

from ccmdesk.typeset.blocks import FontFile
from ccmdesk.typeset.errors import UnusableFontError
from ccmdesk.typeset.fonts import Face

_NEEDED = ("cmap", "glyf", "head", "hhea", "hmtx", "loca", "maxp")
_OTHER_KINDS = {
    b"OTTO": "it has PostScript outlines; choose its TrueType edition (.ttf)",
    b"ttcf": "it is a collection of fonts; choose a file with a single one (.ttf)",
    b"wOFF": "it is packed for web pages; choose its .ttf file",
    b"wOF2": "it is packed for web pages; choose its .ttf file",
}
_TRUETYPE = (b"\0\1\0\0", b"true")
# The rights a font gives (OS/2 fsType): what forbids embedding, cutting, or outlines.
_RIGHTS = {
    0x0002: "its maker forbids to embed it",
    0x0100: "its maker forbids to embed a part of it",
    0x0200: "its maker allows to embed its bitmaps only",
}
_MOST_GLYPHS = 60_000
"""Codes of two bytes are left for glyphs that stand for several characters."""
_NAME_OF_THE_FILE = 6


@lru_cache(maxsize=32)
def face_of(font: FontFile) -> Face:
    """Return the face in a TrueType file.

    Raises UnusableFontError, naming the font and the reason, where it is no whole TrueType font or
    may not be embedded.
    """
    data = font.data
    if reason := _OTHER_KINDS.get(data[:4]):
        raise _unusable(font, reason)
    if data[:4] not in _TRUETYPE:
        raise _unusable(font, "it is no font")
    tables = _tables(font)
    if missing := [tag for tag in _NEEDED if not tables.get(tag)]:
        raise _unusable(font, f"it lacks the table {missing[0]}")
    rights = _number(tables.get("OS/2", b""), 8)
    # Where installing is allowed too, it does not matter that a narrower right is named.
    for bit, reason in _RIGHTS.items():
        if rights & bit and not (bit == 0x0002 and rights & 0x000C):
            raise _unusable(font, reason)
    style = _number(tables["head"], 44)
    face = Face("", data, bold=bool(style & 1), italic=bool(style & 2), first=font.first)
    if face.glyph_count != _number(tables["maxp"], 4) or not face.hb_face.upem:
        raise _unusable(font, "it is damaged")
    if face.glyph_count > _MOST_GLYPHS:
        raise _unusable(font, f"it has more than {_MOST_GLYPHS} glyphs")
    if not face.hb_face.unicodes:
        raise _unusable(font, "it does not say which characters it has")
    face.name, face.called = _name(face.hb_face) or "AddedFont", font.name
    return face


def _unusable(font: FontFile, reason: str) -> UnusableFontError:
    return UnusableFontError(f"The font {font.name} cannot be used: {reason}.")


def _tables(font: FontFile) -> dict[str, bytes]:
    """Return the tables of the file; raises UnusableFontError where one lies beyond its end."""
    data = font.data
    found: dict[str, bytes] = {}
    for index in range(_number(data, 4)):
        entry = data[12 + 16 * index : 28 + 16 * index]
        if len(entry) < 16:
            raise _unusable(font, "it is damaged")
        start, length = struct.unpack(">II", entry[8:])
        if start + length > len(data):
            raise _unusable(font, "it is damaged")
        found[entry[:4].decode("latin-1")] = data[start : start + length]
    return found


def _number(data: bytes, place: int) -> int:
    """Return the two bytes at a place as a number, 0 beyond the end."""
    return int.from_bytes(data[place : place + 2], "big")


def _name(face: hb.Face) -> str:
    """Return the name of a font as a PDF may write it."""
    return re.sub(r"[^A-Za-z0-9-]", "", face.get_name(_NAME_OF_THE_FILE) or "")[:60]
