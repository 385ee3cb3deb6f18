"""Puts fonts into a file: only the glyphs that are used, and the true characters of each."""

import hashlib
import struct

import uharfbuzz as hb

from ccmdesk.typeset.errors import UnusableFontError
from ccmdesk.typeset.fonts import Face
from ccmdesk.typeset.shaping import Codes, Glyph, Stretch, raised_codes
from ccmdesk.typeset.writer import PdfFile, reference

# Tables no reader of a PDF looks at.
_DROPPED = (
    *("GSUB", "GPOS", "GDEF", "BASE", "kern", "MATH", "cmap", "name", "OS/2"),
    *("STAT", "meta", "vhea", "vmtx", "VORG", "gasp", "DSIG"),
    # An added font may vary or be coloured; it is drawn as it is by itself, in black.
    *("fvar", "gvar", "avar", "cvar", "HVAR", "MVAR", "VVAR"),
    *("COLR", "CPAL", "SVG ", "CBDT", "CBLC", "sbix", "EBDT", "EBLC"),
    *("morx", "mort", "kerx", "feat", "trak", "JSTF", "LTSH", "hdmx", "VDMX", "PCLT"),
)
_CMAP_HEAD = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_CMAP_FOOT = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
_MOST_IN_A_BLOCK = 100


class EmbeddedFont:
    """A face as one document uses it.

    A glyph that stands for its own character is called by its number in the font; a glyph that
    here stands for something else (a ligature, a joined form) gets a number beyond those, so that
    its characters are told in the file and the ready codes of a stretch fit every document.
    """

    def __init__(self, face: Face, label: str) -> None:
        self.face = face
        self.label = label
        self._used: set[int] = {0}
        self._own: dict[tuple[int, str], int] = {}
        self._ready: dict[Stretch, list[Codes]] = {}

    def codes(self, stretch: Stretch) -> list[Codes]:
        """Return what draws a stretch."""
        found = self._ready.get(stretch)
        if found is None:
            self._used |= stretch.numbers
            if stretch.codes:
                found = [Codes(0.0, stretch.codes)]
            else:
                found = raised_codes(self.face, stretch.glyphs, self._code)
            self._ready[stretch] = found
        return found

    def note(self, numbers: frozenset[int]) -> None:
        """Keep these glyphs, which were drawn by their own numbers."""
        self._used |= numbers

    def _code(self, glyph: Glyph) -> int:
        if not glyph.text:
            return glyph.number
        key = (glyph.number, glyph.text)
        return self._own.setdefault(key, self.face.glyph_count + len(self._own))

    def write(self, file: PdfFile) -> int:
        """Write the font into the file and return its number."""
        face = self.face
        data, places = _cut(face, self._used)
        glyphs = {number: number for number in sorted(self._used)}
        glyphs |= {code: number for (number, _), code in self._own.items()}
        said = {number: face.characters[number] for number in glyphs if number in face.characters}
        said |= {code: text for (_, text), code in self._own.items()}
        said.pop(0, None)
        label = f"{_tag(data)}+{face.name}".encode()
        table = bytearray(2 * (max(glyphs) + 1))
        for code, number in glyphs.items():
            struct.pack_into(">H", table, 2 * code, places[number])
        font_data = file.stream(b"/Length1 %d" % len(data), data)
        descriptor = file.add(_descriptor(face, label, font_data))
        descendant = file.add(
            b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /%s /CIDSystemInfo << /Registry"
            b" (Adobe) /Ordering (Identity) /Supplement 0 >> /FontDescriptor %s /DW 0 /W [%s]"
            b" /CIDToGIDMap %s >>"
            % (
                label,
                reference(descriptor),
                _widths(face, glyphs),
                reference(file.stream(b"", bytes(table))),
            )
        )
        return file.add(
            b"<< /Type /Font /Subtype /Type0 /BaseFont /%s /Encoding /Identity-H"
            b" /DescendantFonts [%s] /ToUnicode %s >>"
            % (label, reference(descendant), reference(file.stream(b"", _to_unicode(said))))
        )


def _cut(face: Face, used: set[int]) -> tuple[bytes, dict[int, int]]:
    """Return the font with the glyphs used only, and where each of them now stands."""
    wanted = hb.SubsetInput()
    wanted.glyph_set.update(used)
    flags = hb.SubsetFlags
    wanted.flags = flags.NO_HINTING | flags.NOTDEF_OUTLINE | flags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in _DROPPED)
    try:
        plan = hb.SubsetPlan(face.hb_face, wanted)
        data = plan.execute().blob.data
    except RuntimeError as fault:
        raise UnusableFontError(f"The font {face.called} cannot be used: it is damaged.") from fault
    return data, dict(plan.old_to_new_glyph_mapping)


def _tag(data: bytes) -> str:
    """Return six capitals that tell one subset of a font from another."""
    digest = hashlib.sha256(data).digest()
    return "".join(chr(65 + byte % 26) for byte in digest[:6])


def _descriptor(face: Face, label: bytes, data: int) -> bytes:
    extents = face.hb_font.get_font_extents("ltr")
    ascent, descent = extents.ascender * face.scale, extents.descender * face.scale
    italic, bold = face.italic, face.bold
    # Symbolic (4), with serifs (2), italic (64).
    return (
        b"<< /Type /FontDescriptor /FontName /%s /Flags %d /FontBBox [-500 %d 2000 %d]"
        b" /ItalicAngle %d /Ascent %d /Descent %d /CapHeight 656 /StemV %d /FontFile2 %s >>"
        % (
            label,
            6 + 64 * italic,
            descent,
            ascent,
            -11 * italic,
            ascent,
            descent,
            136 if bold else 84,
            reference(data),
        )
    )


def _widths(face: Face, glyphs: dict[int, int]) -> bytes:
    """Return the widths of all codes, runs of neighbours together."""
    rows: list[list[str]] = []
    last = -2
    for code in sorted(glyphs):
        width = f"{face.advance(glyphs[code]):g}"
        if code == last + 1:
            rows[-1].append(width)
        else:
            rows.append([str(code), width])
        last = code
    return " ".join(f"{first} [{' '.join(widths)}]" for first, *widths in rows).encode()


def _to_unicode(said: dict[int, str]) -> bytes:
    """Return the table from which readers take the characters of each code."""
    lines = [_CMAP_HEAD]
    entries = [
        f"<{code:04X}> <{text.encode('utf-16-be').hex().upper()}>"
        for code, text in sorted(said.items())
    ]
    for start in range(0, len(entries), _MOST_IN_A_BLOCK):
        block = entries[start : start + _MOST_IN_A_BLOCK]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    return "\n".join([*lines, _CMAP_FOOT]).encode()
