"""Builds resources/fonts from public packages; needs Debian, npm, fontTools and brotli.

python -m venv /tmp/fonts && /tmp/fonts/bin/pip install fonttools==4.68.0 brotli==1.2.1
/tmp/fonts/bin/python packaging/build_fonts.py
"""

import hashlib
import logging
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path
from typing import Any

from fontTools import subset  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.fontBuilder import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    FontBuilder,
)
from fontTools.merge import Merger  # type: ignore[import-not-found,import-untyped,unused-ignore]
from fontTools.pens.cu2quPen import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    Cu2QuPen,
)
from fontTools.pens.ttGlyphPen import (  # type: ignore[import-not-found,import-untyped,unused-ignore]
    TTGlyphPen,
)
from fontTools.ttLib import TTFont  # type: ignore[import-not-found,import-untyped,unused-ignore]

FONTS = Path(__file__).resolve().parent.parent / "resources" / "fonts"
# Whole fonts: one put together from files for single scripts loses the kerning between them.
STIX_PACKAGE, STIX_VERSION = "@expo-google-fonts/stix-two-text", "0.4.2"
STIX_SHA256 = "fd82c48a2fc870b25a5c6eb4be13f3c295e61159b18416cee2aefbec3d3b42fa"
STIX_FACES = {
    "Regular": "400Regular",
    "Bold": "700Bold",
    "Italic": "400Regular_Italic",
    "BoldItalic": "700Bold_Italic",
}
# Newer editions of the Arabic font put the dots of a letter beside it as glyphs of their own, from
# which no reader of a file gets the letters back in order.
NOTO_PACKAGE = "fonts-noto-core=20201225-1"
NOTO_SHA256 = "58f4f0bb6720f919f92096b3508e1412a0f1544424ade6c5b5bf1eb694dd64ba"
NOTO_FACES = {
    "NotoSerif": ("Regular", "Bold", "Italic", "BoldItalic"),
    "NotoNaskhArabic": ("Regular", "Bold"),
}
CHINESE_PACKAGE, CHINESE_VERSION = "@fontsource/noto-serif-sc", "5.3.0"
CHINESE_SHA256 = "e46d02fdaba2e816c8cdbc38188c80830b5f6af75fff207d0204e25d23d48fd4"
CHINESE_FACES = {"Regular": "400", "Bold": "700"}
CHINESE_FAMILY = "Noto Serif SC"
# The same design, whole: it has the rare characters of the standard that the package left out.
WHOLE_PACKAGE = "fonts-noto-cjk=1:20220127+repack1-1"
WHOLE_SHA256 = "4a2515eb6db3978b897fef9709ed0d2b1f4c6c4df4d83d6c4ef65f71f1b1f502"
# Which font of the collection has the forms of mainland China.
WHOLE_NUMBER = 2
# Units of the font a curve may be off where its cubic form is told by quadratic ones.
MOST_ERROR = 1.0
# The characters of GB 2312, where rows 16 to 55 are the common ones: enough for bold.
COMMON_ROWS, ALL_ROWS = range(0xB0, 0xD8), range(0xB0, 0xF8)
SIGN_ROWS = (0xA1, 0xA2, 0xA3, 0xA4, 0xA5)
# What the European fonts have is not wanted twice, save for signs that are wider in Chinese.
WIDE_SIGNS = set("—…“”·")
# Years are written with it, though the standard lacks it.
ZERO = 0x3007
USELESS_IN_CHINESE = ["GPOS", "GSUB", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp", "prep"]


def checked(archive: Path, sha256: str) -> Path:
    """Return the archive if it is the one it should be."""
    found = hashlib.sha256(archive.read_bytes()).hexdigest()
    if found != sha256:
        sys.exit(f"{archive.name} is not the package it should be (SHA-256 {found}).")
    return archive


def fetch(package: str, version: str, sha256: str, work: Path) -> Path:
    """Download one package with npm, check it, unpack it, and return its folder."""
    into = work / package.rpartition("/")[2]
    into.mkdir()
    subprocess.run(["npm", "pack", "--silent", f"{package}@{version}"], cwd=into, check=True)
    (archive,) = into.glob("*.tgz")
    with tarfile.open(checked(archive, sha256)) as packed:
        packed.extractall(into, filter="data")
    return into / "package"


def fetch_debian(package: str, sha256: str, work: Path) -> Path:
    """Download one of Debian's packages, check it, unpack it, and return where its fonts lie."""
    subprocess.run(["apt-get", "download", "-qq", package], cwd=work, check=True)
    name = package.partition("=")[0]
    (archive,) = work.glob(f"{name}_*.deb")
    into = work / name
    subprocess.run(["dpkg-deb", "-x", checked(archive, sha256), into], check=True)
    return into / "usr" / "share" / "fonts"


def write_trimmed(source: Path, target: str) -> None:
    """Write a font with all its characters, without hints for coarse screens."""
    font = TTFont(source, recalcTimestamp=False)
    options = subset.Options()
    options.hinting, options.notdef_outline, options.glyph_names = False, True, False
    options.name_IDs = ["*"]
    options.drop_tables += ["STAT", "meta", "gasp", "DSIG", "MATH"]
    cut = subset.Subsetter(options)
    cut.populate(unicodes=set(font.getBestCmap()))
    cut.subset(font)
    write(font, target)


def copyright_of(font: Path) -> str:
    """Return the line of a font that says whose it is."""
    return str(TTFont(font)["name"].getDebugName(0))


def write(font: Any, name: str) -> None:
    """Write a font and tell its size."""
    font.save(FONTS / name)
    print(name, (FONTS / name).stat().st_size)


def write_licence(family: str, text: str) -> None:
    """Write the licence of a family beside its fonts."""
    (FONTS / f"{family}-OFL.txt").write_text(text, encoding="utf-8", newline="\n")


def joined(files: list[Path]) -> Any:
    """Return one font of several that have no character in common."""
    font = Merger().merge([str(file) for file in files])
    # Joining the parts is no change of the design, and gives the same bytes on any day.
    first = TTFont(files[0])["head"]
    font.recalcTimestamp = False
    font["head"].created, font["head"].modified = first.created, first.modified
    return font


def call(font: Any, family: str, style: str) -> None:
    """Give a font put together from parts its own name, and the embedding its licence allows.

    The parts are cut from a font of all weights and are named after its lightest.
    """
    names = font["name"]
    postscript = f"{family.replace(' ', '')}-{style}"
    told = {1: family, 2: style, 3: postscript, 4: f"{family} {style}", 6: postscript}
    names.names = [record for record in names.names if record.nameID in (0, 5, 13, 14)]
    for number, text in told.items():
        names.setName(text, number, 3, 1, 0x409)
    font["OS/2"].fsType = 0
    # The bits of weight agree with the name: bold, or regular.
    font["OS/2"].fsSelection = 0x20 if style == "Bold" else 0x40
    font["head"].macStyle = int(style == "Bold")


def chinese(folder: Path, whole: Path, package: str, face: str, rows: range, work: Path) -> Any:
    """Join what the many small files of one face have of the characters we want."""
    wanted = gb2312(rows)
    files = []
    # The numbered files come first by name; what they lack the one for Chinese may have.
    for file in sorted((folder / "files").glob(f"{package}-[0-9c]*-{face}.woff2")):
        font = TTFont(file, recalcTimestamp=False)
        font.flavor = None
        codes = wanted & set(font.getBestCmap())
        wanted -= codes
        if not codes:
            continue
        options = subset.Options()
        options.hinting, options.glyph_names, options.notdef_outline = False, False, True
        options.drop_tables += USELESS_IN_CHINESE
        options.layout_features, options.name_IDs = [], ["*"]
        cut = subset.Subsetter(options)
        cut.populate(unicodes=codes)
        cut.subset(font)
        files.append(work / f"{file.stem}.ttf")
        font.save(files[-1])
    if wanted:
        files.append(work / f"{package}-rare-{face}.ttf")
        write_outlines_of(wanted, whole, files[-1])
    return joined(files)


def write_outlines_of(codes: set[int], collection: Path, target: Path) -> None:
    """Write a font of these characters, their cubic curves turned into quadratic ones."""
    source = TTFont(collection, fontNumber=WHOLE_NUMBER)
    names, shapes = source.getBestCmap(), source.getGlyphSet()
    chosen = {code: names[code] for code in sorted(codes)}
    glyphs = {}
    for name in (".notdef", *chosen.values()):
        pen = TTGlyphPen(None)
        shapes[name].draw(Cu2QuPen(pen, MOST_ERROR, reverse_direction=True))
        glyphs[name] = pen.glyph()
    font = FontBuilder(source["head"].unitsPerEm, isTTF=True)
    font.setupGlyphOrder(list(glyphs))
    font.setupCharacterMap(chosen)
    font.setupGlyf(glyphs)
    outlines = font.font["glyf"]
    font.setupHorizontalMetrics(
        {name: (source["hmtx"][name][0], getattr(outlines[name], "xMin", 0)) for name in glyphs}
    )
    lines = source["hhea"]
    font.setupHorizontalHeader(ascent=lines.ascent, descent=lines.descent)
    font.setupNameTable({"familyName": CHINESE_FAMILY, "styleName": "Regular"})
    font.setupOS2()
    font.setupPost(keepGlyphNames=False)
    font.save(target)


def gb2312(rows: range) -> set[int]:
    """Return the characters of the Chinese standard in these rows, and its signs."""
    found = {ZERO}
    for row in (*SIGN_ROWS, *rows):
        for cell in range(0xA1, 0xFF):
            try:
                character = bytes([row, cell]).decode("gb2312")
            except UnicodeDecodeError:
                continue
            if character >= "\u2e80" or character in WIDE_SIGNS:
                found.add(ord(character))
    return found


def main() -> None:
    """Write every face and the licence of each family."""
    FONTS.mkdir(parents=True, exist_ok=True)
    logging.getLogger("fontTools").setLevel(logging.ERROR)
    with tempfile.TemporaryDirectory() as place:
        work = Path(place)
        folder = fetch(STIX_PACKAGE, STIX_VERSION, STIX_SHA256, work)
        for style, face in STIX_FACES.items():
            write_trimmed(folder / face / f"STIXTwoText_{face}.ttf", f"STIXTwoText-{style}.ttf")
        write_licence("STIXTwoText", (folder / "LICENSE_FONT").read_text(encoding="utf-8"))
        terms = (folder / "LICENSE_FONT").read_text(encoding="utf-8").partition("\n")[2]
        folder = fetch_debian(NOTO_PACKAGE, NOTO_SHA256, work) / "truetype" / "noto"
        for family, styles in NOTO_FACES.items():
            for style in styles:
                name = f"{family}-{style}.ttf"
                write_trimmed(folder / name, name)
            # The package tells the licence of all its fonts in one file; here each has its own.
            write_licence(family, f"{copyright_of(folder / name)}\n{terms}")
        folder = fetch(CHINESE_PACKAGE, CHINESE_VERSION, CHINESE_SHA256, work)
        whole = fetch_debian(WHOLE_PACKAGE, WHOLE_SHA256, work) / "opentype" / "noto"
        for style, weight in CHINESE_FACES.items():
            rows = COMMON_ROWS if style == "Bold" else ALL_ROWS
            face = f"{weight}-normal"
            more = whole / f"NotoSerifCJK-{style}.ttc"
            font = chinese(folder, more, "noto-serif-sc", face, rows, work)
            call(font, CHINESE_FAMILY, style)
            write(font, f"NotoSerifSC-{style}.ttf")
        write_licence("NotoSerifSC", (folder / "LICENSE").read_text(encoding="utf-8"))


if __name__ == "__main__":
    main()
