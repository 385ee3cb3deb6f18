"""The bundled fonts: which face draws which character, and how wide it is."""

import unicodedata
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

# Drawn without a glyph of their own: they only tell where a line may or may not be broken.
_UNSEEN = dict.fromkeys((0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
# A no-break space or hyphen does its work when lines are broken; on paper it is the plain one, so
# that a search for "11 September" finds it.
_PLAIN = {0x00A0: " ", 0x202F: " ", 0x2007: " ", 0x2010: "-", 0x2011: "-"}


@dataclass(frozen=True, slots=True, eq=False)
class Face:
    """One font file as registered; `widths` are thousandths of the type size by character."""

    name: str
    characters: frozenset[int]
    widths: dict[int, float]

    def width(self, text: str) -> float:
        """Return the width of `text` in thousandths of the type size."""
        return sum(self.widths[ord(character)] for character in text)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text one face can draw."""

    face: Face
    text: str


def fonts_folder() -> Path:
    """Return where the fonts lie, in a wheel or in a checkout."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "resources" / "fonts"
    return inside if inside.is_dir() else package.parent / "resources" / "fonts"


@cache
def _face(file: str) -> Face:
    font = TTFont(f"CCM-{file}", str(fonts_folder() / f"{file}.ttf"))
    pdfmetrics.registerFont(font)
    widths = {code: float(width) for code, width in font.face.charWidths.items()}
    return Face(font.fontName, frozenset(font.face.charToGlyph), widths)


@cache
def faces(bold: bool, italic: bool) -> tuple[Face, ...]:
    """Return the faces to try in turn for a manner of text."""
    if bold:
        return (_face("STIXTwoText-Bold"), _face("NotoSerif-Bold"))
    first = "STIXTwoText-Italic" if italic else "STIXTwoText-Regular"
    return (_face(first), _face("NotoSerif-Regular"))


def settled(text: str) -> str:
    """Return the text composed (NFC), its tabs and line ends plain spaces."""
    composed = unicodedata.normalize("NFC", text)
    for blank in "\t\n\r\v\f\u0085\u2028\u2029":
        composed = composed.replace(blank, " ")
    return composed


def drawn(text: str) -> str:
    """Return the characters that are put on paper for `text`."""
    return text.translate(_UNSEEN).translate(_PLAIN)


def missing_characters(text: str) -> str:
    """Return each character no bundled font can draw, once, in the order of the text."""
    regular, bold = faces(False, False), faces(True, False)
    lost: dict[str, None] = {}
    for character in drawn(settled(text)):
        code = ord(character)
        # A control character draws nothing, even where a font has a place for it.
        control = unicodedata.category(character) == "Cc"
        if control or not all(
            any(code in face.characters for face in row) for row in (regular, bold)
        ):
            lost[character] = None
    return "".join(lost)


@lru_cache(maxsize=20_000)
def pieces(text: str, bold: bool, italic: bool) -> tuple[Piece, ...]:
    """Split `text` into stretches with the face for each; call only with characters we have."""
    choice = faces(bold, italic)
    found: list[Piece] = []
    for character in drawn(text):
        code = ord(character)
        face = next((face for face in choice if code in face.characters), choice[0])
        # A mark on the letter before it is drawn by the same face if that can be had.
        if found and unicodedata.combining(character) and code in found[-1].face.characters:
            face = found[-1].face
        if found and found[-1].face is face:
            found[-1] = Piece(face, found[-1].text + character)
        else:
            found.append(Piece(face, character))
    return tuple(found)


@lru_cache(maxsize=20_000)
def width(text: str, bold: bool, italic: bool) -> float:
    """Return how wide `text` is set, in thousandths of the type size."""
    return sum(piece.face.width(piece.text) for piece in pieces(text, bold, italic))
