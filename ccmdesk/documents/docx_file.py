"""The frame of a DOCX: page, fonts, styles, header and footer; and its bytes, always the same."""

import io
import zipfile
from collections.abc import Mapping
from datetime import UTC, date, datetime
from xml.sax.saxutils import escape

import docx
from docx.document import Document as DocxDocument
from docx.enum.style import WD_STYLE_TYPE
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement
from docx.oxml.ns import nsdecls, qn
from docx.oxml.parser import parse_xml
from docx.shared import Mm, Pt
from docx.styles.style import ParagraphStyle

from ccmdesk.documents.docx_fonts import ARABIC, CHINESE, LATIN, table_of_fonts
from ccmdesk.documents.docx_runs import FOREIGN
from ccmdesk.domain.layout import Layout

LEADING = 1.25 / 1.15
"""From line to line at a spacing of 1, as a share of the type size; the same as in the PDF."""
NORMAL = "Normal"
_PAPERS = {"A4": (210.0, 297.0), "Letter": (215.9, 279.4), "Legal": (215.9, 355.6)}
_KEPT_STYLES = frozenset(
    {"Normal", "Header", "Footer", "DefaultParagraphFont", "TableNormal", "NoList"}
)
_DROPPED_PARTS = ("stylesWithEffects", "numbering", "customXml", "thumbnail")
_LANGUAGES = {
    "en": "en-GB", "fr": "fr-CH", "es": "es-ES", "ru": "ru-RU", "ar": "ar-SA", "zh": "zh-CN",
}  # fmt: skip
_WRITTEN_WITH = {"ar": ARABIC, "zh": CHINESE}
_FIRST_DAY_OF_ZIP = (1980, 1, 1, 0, 0, 0)
_CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
_VALUES = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
_CUSTOM_KIND = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
)
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def new_document(layout: Layout, language: str) -> DocxDocument:
    """Return an empty document with the page, the fonts and the type size of the layout."""
    document = docx.Document()
    _drop_parts(document)
    for style in list(document.styles.element.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in _KEPT_STYLES:
            document.styles.element.remove(style)
    _set_fonts(document, layout, language)
    _add_foreign(document, LATIN[layout.typeface].name)
    section = document.sections[0]
    wide, high = _PAPERS[layout.paper]
    section.page_width, section.page_height = Mm(wide), Mm(high)
    section.left_margin, section.right_margin = Mm(layout.margin_left), Mm(layout.margin_right)
    if language == "ar":
        section.left_margin, section.right_margin = section.right_margin, section.left_margin
    section.top_margin, section.bottom_margin = Mm(layout.margin_top), Mm(layout.margin_bottom)
    section.header_distance = Mm(min(10.0, layout.margin_top / 2))
    section.footer_distance = Mm(min(10.0, layout.margin_bottom / 2))
    section.different_first_page_header_footer = True
    return document


def measure(layout: Layout) -> float:
    """Return the millimetres between the margins."""
    return _PAPERS[layout.paper][0] - layout.margin_left - layout.margin_right


def add_style(document: DocxDocument, name: str, base: str = NORMAL) -> ParagraphStyle:
    """Return the paragraph style of that name, made if it is not there yet."""
    try:
        found = document.styles[name]
    except KeyError:
        found = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        found.base_style = document.styles[base]
    assert isinstance(found, ParagraphStyle)
    return found


def packed(document: DocxDocument, properties: Mapping[str, str], dated: date) -> bytes:
    """Return the file; equal content gives equal bytes.

    `properties` are kept by word processors.
    """
    document.part.package.relate_to(_property_part(document, properties), _CUSTOM_RELATION)
    core = document.core_properties
    core.created = core.modified = datetime(dated.year, dated.month, dated.day, tzinfo=UTC)
    core.revision = 1
    written = io.BytesIO()
    document.save(written)
    return _without_times(written.getvalue())


def _without_times(data: bytes) -> bytes:
    """Return the archive as if all its files had been written at the same moment."""
    found = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as source,
        zipfile.ZipFile(found, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, _FIRST_DAY_OF_ZIP)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return found.getvalue()


def _property_part(document: DocxDocument, properties: Mapping[str, str]) -> Part:
    listed = "".join(
        f'<property fmtid="{_FORMAT_ID}" pid="{index}" name="{escape(name)}">'
        f"<vt:lpwstr>{escape(value)}</vt:lpwstr></property>"
        for index, (name, value) in enumerate(properties.items(), start=2)
    )
    xml = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<Properties xmlns="{_CUSTOM}" xmlns:vt="{_VALUES}">{listed}</Properties>'
    )
    package = document.part.package
    return Part(PackURI("/docProps/custom.xml"), _CUSTOM_KIND, xml.encode(), package)


def _drop_parts(document: DocxDocument) -> None:
    """Drop what the empty document of python-docx brings and a note has no use for."""
    for rels in (document.part.rels, document.part.package.rels):
        for key in [key for key, rel in rels.items() if rel.reltype.endswith(_DROPPED_PARTS)]:
            del rels[key]


def _add_foreign(document: DocxDocument, font: str) -> None:
    """Add the style of Latin letters and digits among Arabic ones, whose font has none."""
    style = document.styles.add_style(FOREIGN, WD_STYLE_TYPE.CHARACTER)
    style.element.get_or_add_rPr().append(
        parse_xml(f'<w:rFonts {nsdecls("w")} w:ascii="{font}" w:hAnsi="{font}" w:cs="{font}"/>')
    )


def _set_fonts(document: DocxDocument, layout: Layout, language: str) -> None:
    latin = LATIN[layout.typeface]
    defaults = document.styles.element.find(qn("w:docDefaults"))
    assert defaults is not None
    size = round(layout.font_size * 2)
    # Latin words that are said to be Chinese would be broken between any two letters.
    told = _LANGUAGES["en" if language == "zh" else language]
    chinese, arabic = _LANGUAGES["zh"], _LANGUAGES["ar"]
    # Half points for size; the line is set as 240ths of what the font asks for.
    asked = _WRITTEN_WITH.get(language, latin).line
    line = round(240 * layout.line_spacing * LEADING / asked)
    new = parse_xml(
        f"<w:docDefaults {nsdecls('w')}><w:rPrDefault><w:rPr>"
        f'<w:rFonts w:ascii="{latin.name}" w:hAnsi="{latin.name}" w:eastAsia="{CHINESE.name}"'
        f' w:cs="{ARABIC.name}"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f'<w:lang w:val="{told}" w:eastAsia="{chinese}" w:bidi="{arabic}"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>"
        f'<w:spacing w:before="0" w:after="0" w:line="{line}" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )
    document.styles.element.replace(defaults, new)
    # Chinese notes are written without spaces around numbers.
    usual = document.styles[NORMAL].element.get_or_add_pPr()
    for name in ("w:autoSpaceDE", "w:autoSpaceDN"):
        off = OxmlElement(name)
        off.set(qn("w:val"), "0")
        usual.append(off)
    table_of_fonts(document, (latin, ARABIC, CHINESE), _WRITTEN_WITH.get(language))


def resize_style(style: ParagraphStyle, points: float) -> None:
    """Set the type size of a style, of its Arabic letters too."""
    style.font.size = Pt(points)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(points * 2)))
    style.element.get_or_add_rPr().append(size)


def set_spacing(style: ParagraphStyle, before: float, *, keep_next: bool = False) -> None:
    """Set the millimetres above paragraphs of a style."""
    style.paragraph_format.space_before = Pt(round(before * 72 / 25.4, 1))
    style.paragraph_format.keep_with_next = keep_next
    style.paragraph_format.widow_control = True


def hide(style: ParagraphStyle) -> None:
    """Keep a style out of the gallery; it only says what a paragraph is."""
    for name in ("w:uiPriority", "w:semiHidden"):
        if style.element.find(qn(name)) is None:
            mark = OxmlElement(name)
            if name == "w:uiPriority":
                mark.set(qn("w:val"), "99")
            style.element.insert_element_before(
                mark, "w:semiHidden", "w:unhideWhenUsed", "w:qFormat", "w:pPr", "w:rPr"
            )
