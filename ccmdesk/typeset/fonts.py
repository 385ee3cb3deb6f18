"""The fonts at hand, bundled and added: which face draws which character."""

import unicodedata
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb

from ccmdesk.typeset.blocks import Typeface
from ccmdesk.typeset.errors import Missing, MissingCharactersError

# Drawn without a glyph of their own: they only tell where a line may be broken, or which way it
# runs. The joiners U+200C and U+200D are not among them; they change how letters are shaped.
_UNSEEN = dict.fromkeys(
    (
        *(0x00AD, 0x061C, 0x200B, 0x200E, 0x200F, 0x2060, 0xFEFF),
        *range(0x202A, 0x202F),
        *range(0x2066, 0x206A),
    )
)
NARROW_SPACE = "\u202f"
# What a face need not have: HarfBuzz draws the narrow space with a plain one, made narrow.
_GIVEN = "\u200c\u200d" + NARROW_SPACE
_JOINERS = "\u200c\u200d"
# A no-break space or hyphen does its work when lines are broken; on paper it is the plain one, so
# that a search for "11 September" finds it.
_PLAIN = {0x00A0: " ", 0x2007: " ", 0x2010: "-", 0x2011: "-"}
_ON_PAPER = str.maketrans({**_UNSEEN, **_PLAIN})
# These signs have Chinese forms as wide as a character; they are drawn so in Chinese text.
_CHINESE_FORMS = frozenset("—…‘’“”·")

_EUROPEAN = {Typeface.STIX: "STIXTwoText", Typeface.NOTO: "NotoSerif"}


class Face:
    """One font, a file or its bytes, opened when it is first asked for anything.

    `name` is written into papers, `called` is what the caller knows it by. `first` tells that it
    is tried before the bundled ones.
    """

    def __init__(
        self,
        name: str,
        source: Path | bytes,
        *,
        bold: bool = False,
        italic: bool = False,
        first: bool = False,
    ) -> None:
        self.name = name
        self.called = name
        self.bold = bold
        self.italic = italic
        self.first = first
        self._source = source
        self._glyphs: dict[int, int] = {}
        self._advances: dict[int, float] = {}

    @cached_property
    def hb_face(self) -> hb.Face:
        """The font file as HarfBuzz sees it."""
        if isinstance(self._source, bytes):
            return hb.Face(hb.Blob(self._source))
        return hb.Face(hb.Blob.from_file_path(str(self._source)))

    @cached_property
    def hb_font(self) -> hb.Font:
        """The face ready for shaping, measured in its own units."""
        return hb.Font(self.hb_face)

    @cached_property
    def scale(self) -> float:
        """Thousandths of the type size in one unit of the font."""
        return 1000 / int(self.hb_face.upem)

    @cached_property
    def glyph_count(self) -> int:
        """How many glyphs the font has."""
        return int(self.hb_face.glyph_count)

    def glyph(self, character: str) -> int:
        """Return the glyph a single character has by itself, 0 if none."""
        code = ord(character)
        found = self._glyphs.get(code)
        if found is None:
            # Half a character is none; HarfBuzz would refuse to look for it. A control character
            # draws nothing, even where a font has a place for it.
            none = unicodedata.category(character) in ("Cs", "Cc")
            found = 0 if none else (self.hb_font.get_nominal_glyph(code) or 0)
            self._glyphs[code] = found
        return found

    def advance(self, glyph: int) -> float:
        """Return the width of a glyph in thousandths of the type size, as the file tells it."""
        found = self._advances.get(glyph)
        if found is None:
            found = round(self.hb_font.get_glyph_h_advance(glyph) * self.scale, 2)
            self._advances[glyph] = found
        return found

    @cached_property
    def characters(self) -> dict[int, str]:
        """The character each glyph stands for by itself; the plainest where several share it."""
        glyph_of = self.hb_font.get_nominal_glyph
        codes = sorted(self.hb_face.unicodes, reverse=True)
        # The last one to be told stays.
        codes.sort(key=_only_looks_like_another, reverse=True)
        return {glyph_of(code) or 0: chr(code) for code in codes}

    def has(self, text: str) -> bool:
        """Tell whether every character of `text` has a glyph."""
        return all(self.glyph(character) or character in _GIVEN for character in text)


def _only_looks_like_another(code: int) -> bool:
    """Tell whether a character is one of compatibility, less plain than what it looks like."""
    return code > 0x2000 and unicodedata.decomposition(chr(code)) != ""


class Piece(NamedTuple):
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
    path = fonts_folder() / f"{file}.ttf"
    return Face(file, path, bold="Bold" in file, italic="Italic" in file)


@cache
def _bundled(bold: bool, italic: bool, lang: str, typeface: Typeface) -> tuple[Face, ...]:
    weight = "Bold" if bold else "Regular"
    style = weight.replace("Regular", "") + "Italic" if italic else weight
    # What the one has not, such as a rare letter, the other may have.
    families = sorted(_EUROPEAN, key=lambda each: each is not typeface)
    european = tuple(_face(f"{_EUROPEAN[family]}-{style}") for family in families)
    arabic = (_face(f"NotoNaskhArabic-{weight}"),)
    chinese = tuple(_face(f"NotoSerifSC-{each}") for each in dict.fromkeys((weight, "Regular")))
    if lang.partition("-")[0] in ("ar", "fa", "ps", "ur"):
        return (*arabic, *european, *chinese)
    return (*european, *arabic, *chinese)


@lru_cache(maxsize=256)
def faces(
    bold: bool,
    italic: bool,
    lang: str = "",
    added: tuple[Face, ...] = (),
    typeface: Typeface = Typeface.STIX,
) -> tuple[Face, ...]:
    """Return the faces to try in turn for a manner of text in a language.

    Arabic text takes from its own font what that has: spaces and signs match its letters. The bold
    Chinese face has the common characters; the regular one stands in for the others. Of the faces
    added by the caller those of the same manner come before the others.
    """
    own = sorted(added, key=lambda face: (face.bold != bold) + (face.italic != italic))
    return (
        *(face for face in own if face.first),
        *_bundled(bold, italic, lang, typeface),
        *(face for face in own if not face.first),
    )


def settled(text: str) -> str:
    """Return the text composed (NFC), its tabs and line ends plain spaces."""
    if text.isascii() and text.isprintable():
        return text
    composed = unicodedata.normalize("NFC", text)
    for blank in "\t\n\r\v\f\u0085\u2028\u2029":
        composed = composed.replace(blank, " ")
    return composed


def drawn(text: str) -> str:
    """Return the characters that are put on paper for `text`."""
    return text if text.isascii() else text.translate(_ON_PAPER)


def missing_characters(text: str, added: Sequence[Face] = ()) -> str:
    """Return each character no font at hand can draw, once, in the order of the text."""
    rows = [faces(bold, False, added=tuple(added)) for bold in (False, True)]
    return "".join(
        character
        for character in dict.fromkeys(drawn(settled(text)))
        if not all(any(face.has(character) for face in row) for row in rows)
    )


@lru_cache(maxsize=20_000)
def pieces(
    text: str,
    bold: bool,
    italic: bool,
    lang: str = "",
    added: tuple[Face, ...] = (),
    typeface: Typeface = Typeface.STIX,
) -> tuple[Piece, ...]:
    """Split `text` into stretches with the face for each.

    A letter and the marks on it are drawn by one face if any face has them all. Raises
    MissingCharactersError where no face has a character.
    """
    choice = faces(bold, italic, lang, added, typeface)
    shown = drawn(text)
    chinese = lang.startswith("zh")
    if choice[0].has(shown) and not chinese:
        return (Piece(choice[0], shown),)
    found: list[Piece] = []
    for cluster in clusters(shown):
        for face, part in _parts(cluster, choice, chinese):
            if found and found[-1].face is face:
                found[-1] = Piece(face, found[-1].text + part)
            else:
                found.append(Piece(face, part))
    return tuple(found)


def _parts(cluster: str, choice: tuple[Face, ...], chinese: bool) -> list[tuple[Face, str]]:
    """Return the face for a letter with its marks, or one for each where none has them all."""
    tried = choice
    if chinese and cluster in _CHINESE_FORMS:
        tried = tuple(sorted(choice, key=lambda face: "SC" not in face.name))
    for face in tried:
        if face.has(cluster):
            return [(face, cluster)]
    if len(cluster) == 1:
        raise MissingCharactersError([Missing(cluster)])
    return [part for character in cluster for part in _parts(character, choice, chinese)]


def clusters(text: str) -> list[str]:
    """Split the text into letters, each with the marks and joiners that follow it."""
    found: list[str] = []
    for character in text:
        joins = character in _JOINERS or unicodedata.category(character)[0] == "M"
        if found and joins:
            found[-1] += character
        else:
            found.append(character)
    return found
