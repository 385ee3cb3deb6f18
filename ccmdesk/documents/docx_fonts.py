"""The fonts a DOCX carries within it, so that it looks the same where they are not installed."""

from dataclasses import dataclass

from docx.document import Document as DocxDocument
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn

from ccmdesk.typeset.fonts import fonts_folder


@dataclass(frozen=True, slots=True)
class DocxFont:
    """A font by name; `other` stands in for it, `files` are its bundled ones, regular and bold.

    `line` is what it asks for from line to line, as a share of the type size.
    """

    name: str
    other: str
    line: float
    files: tuple[str, ...] = ()


LATIN = {
    "stix": DocxFont(
        "STIX Two Text", "Times New Roman", 1.25, ("STIXTwoText-Regular", "STIXTwoText-Bold")
    ),
    "noto": DocxFont("Noto Serif", "Cambria", 1.36, ("NotoSerif-Regular", "NotoSerif-Bold")),
}
ARABIC = DocxFont(
    "Noto Naskh Arabic",
    "Traditional Arabic",
    1.5,
    ("NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold"),
)
CHINESE = DocxFont("Noto Serif SC", "SimSun", 1.4, ("NotoSerifSC-Regular", "NotoSerifSC-Bold"))

_KINDS = ("w:embedRegular", "w:embedBold")
_CONTENT = "application/vnd.openxmlformats-officedocument.obfuscatedFont"
_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/font"
# The key with which the format hides the first bytes of a font; any will do, always the same.
_KEY = "{{8C6E5A3F-0B1D-4E27-9A54-{:012X}}}"
_HIDDEN = 32


def table_of_fonts(
    document: DocxDocument, fonts: tuple[DocxFont, ...], script: DocxFont | None
) -> None:
    """Name the fonts with those that stand in for them; carry the first, and that of the script."""
    [relation] = [
        each for each in document.part.rels.values() if each.reltype.endswith("/fontTable")
    ]
    old = relation.target_part
    table = Part(old.partname, old.content_type, b"", old.package)
    listed: list[str] = []
    count = 0
    for font in fonts:
        carried = ""
        if font in (fonts[0], script):
            for kind, file in zip(_KINDS, font.files, strict=False):
                count += 1
                key = _KEY.format(count)
                rel = table.relate_to(_hidden(old, file, count, key), _RELATION)
                carried += f'<{kind} r:id="{rel}" w:fontKey="{key}"/>'
        listed.append(
            f'<w:font w:name="{font.name}"><w:altName w:val="{font.other}"/>'
            f'<w:family w:val="roman"/>{carried}</w:font>'
        )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f"<w:fonts {nsdecls('w', 'r')}>{''.join(listed)}</w:fonts>"
    )
    table._blob = xml.encode()
    relation._target = table
    _keep_when_saved(document)


def _hidden(table: Part, file: str, number: int, key: str) -> Part:
    """Return a font file as a part, its first bytes hidden as ISO/IEC 29500-4 asks."""
    data = bytearray((fonts_folder() / f"{file}.ttf").read_bytes())
    turned = bytes.fromhex(key.strip("{}").replace("-", ""))[::-1]
    for index in range(_HIDDEN):
        data[index] ^= turned[index % len(turned)]
    name = PackURI(f"/word/fonts/font{number}.odttf")
    return Part(name, _CONTENT, bytes(data), table.package)


def _keep_when_saved(document: DocxDocument) -> None:
    settings = document.settings.element
    zoom = settings.find(qn("w:zoom"))
    settings.insert(
        0 if zoom is None else settings.index(zoom) + 1, OxmlElement("w:embedTrueTypeFonts")
    )
