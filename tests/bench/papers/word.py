"""The note as a Word document, for the office that reads that."""

import io
import zipfile
from collections.abc import Sequence
from html import escape
from pathlib import Path

from tests.bench.papers import content

_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels"'
    ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml"'
    ' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main'
    '+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006"
_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    f'<Relationship Id="r1" Type="{_OFFICE}/%s" Target="%s"/></Relationships>'
)
_SIDE = 792_000
_PICTURE = (
    f'<w:p><w:pPr><w:jc w:val="center"/></w:pPr><w:r><w:drawing><wp:inline><wp:extent cx="{_SIDE}"'
    f' cy="{_SIDE}"/><wp:docPr id="1" name="Emblem" descr="Emblem"/><a:graphic><a:graphicData'
    f' uri="{_DRAWING}/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="Emblem"/>'
    '<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="r1"/><a:stretch><a:fillRect/>'
    '</a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
    f'<a:ext cx="{_SIDE}" cy="{_SIDE}"/></a:xfrm><a:prstGeom prst="rect"/></pic:spPr></pic:pic>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
_PAGE = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:bottom="1417"'
    ' w:left="1701" w:right="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_WIDTH = 9071


def word(note: content.Note, emblem: Path) -> bytes:
    """Return the note as .docx, its fonts named and its picture inside."""
    whole = sum(content.SHARES)
    widths = [_WIDTH * share // whole for share in content.SHARES]
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    table = (
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>'
        '<w:insideH w:val="single" w:sz="4"/></w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{_row(content.HEADS, widths, head=True)}"
        f"{''.join(_row(row, widths) for row in note.rows)}</w:tbl>"
    )
    body = (
        _PICTURE
        + _paragraph(content.MISSION, align="center", bold=True)
        + _paragraph(content.BESIDE, align="center")
        + _paragraph(content.NUMBER)
        + _paragraph(content.TITLE, align="center", bold=True)
        + _paragraph(content.OPENING)
        + table
        + _paragraph(content.REQUEST)
        + _paragraph(content.CLOSING)
        + _paragraph(content.DATED, align="right")
        + "".join(_paragraph(line, after=0) for line in content.ADDRESS)
    )
    document = (
        '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
        f' xmlns:r="{_OFFICE}" xmlns:wp="{_DRAWING}/wordprocessingDrawing"'
        f' xmlns:a="{_DRAWING}/main" xmlns:pic="{_DRAWING}/picture">'
        f"<w:body>{body}{_PAGE}</w:body></w:document>"
    )
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("[Content_Types].xml", _TYPES)
        parts.writestr("_rels/.rels", _RELATIONS % ("officeDocument", "word/document.xml"))
        parts.writestr("word/_rels/document.xml.rels", _RELATIONS % ("image", "emblem.png"))
        parts.writestr("word/emblem.png", emblem.read_bytes())
        parts.writestr("word/document.xml", document)
    return packed.getvalue()


def _paragraph(
    text: str, *, align: str = "both", bold: bool = False, size: int = 22, after: int = 120
) -> str:
    weight = "<w:b/>" if bold else ""
    return (
        f'<w:p><w:pPr><w:spacing w:after="{after}"/><w:jc w:val="{align}"/></w:pPr><w:r><w:rPr>'
        f'<w:rFonts w:ascii="STIX Two Text" w:hAnsi="STIX Two Text"/>{weight}'
        f'<w:sz w:val="{size}"/></w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r></w:p>'
    )


def _row(cells: Sequence[str], widths: Sequence[int], *, head: bool = False) -> str:
    shown = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f"{_paragraph(text, align='left', bold=head, size=19, after=40)}</w:tc>"
        for text, width in zip(cells, widths, strict=True)
    )
    repeated = "<w:tblHeader/>" if head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{shown}</w:tr>"
