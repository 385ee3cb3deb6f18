"""Runs of text in a DOCX: which way they run, fonts, fields; what python-docx has no words for."""

import re

from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Pt
from docx.table import Table
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from ccmdesk.documents.printed_text import raised, without_isolates
from ccmdesk.domain.layout import Layout

FOREIGN = "Note foreign"
SMALL = 0.875
RIGHT_TO_LEFT = frozenset({"ar"})
_ARABIC = r"\u0590-\u08ff\ufb50-\ufdff\ufe70-\ufeff"
_OF_ARABIC = re.compile(f"[{_ARABIC}]")
_LATIN = r"A-Za-z\u00c0-\u024f\u0370-\u052f\u1e00-\u1eff"
# From a Latin letter to the last letter or digit before Arabic goes on.
_FOREIGN = re.compile(rf"[{_LATIN}](?:[^{_ARABIC}]*[{_LATIN}0-9])?|\d(?:[\d.,/:-]*\d)?")


def add_text(paragraph: Paragraph, text: str, language: str, *, bold: bool = False) -> None:
    """Add text to a paragraph as runs, cut where the direction changes."""
    for piece in raised(text):
        for part, rtl in _directed(piece.text, language):
            run = paragraph.add_run(part)
            if bold:
                run.bold = True
                set_flag(run, "bCs")
            if piece.raised:
                run.font.superscript = True
            if rtl:
                set_flag(run, "rtl")
            elif language in RIGHT_TO_LEFT:
                run.style = FOREIGN


def set_flag(run: Run, name: str) -> None:
    """Set a property of a run that python-docx has no name for, where the schema wants it."""
    properties = run._element.get_or_add_rPr()
    flag = OxmlElement(f"w:{name}")
    properties.insert_element_before(flag, *_after(_IN_RUNS, name))


def add_field(paragraph: Paragraph, instruction: str) -> list[Run]:
    """Add a field such as PAGE, each of its marks in a run of its own, and return the runs."""
    runs: list[Run] = []
    for kind in ("begin", None, "separate", "text", "end"):
        run = paragraph.add_run("1" if kind == "text" else "")
        if kind is None:
            told = OxmlElement("w:instrText")
            told.set(qn("xml:space"), "preserve")
            told.text = f" {instruction} "
            run._element.append(told)
        elif kind != "text":
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
            run._element.append(mark)
        runs.append(run)
    return runs


def direct(paragraph: Paragraph, text: str, language: str) -> None:
    """Let a paragraph begin where lines of the language do, whichever way its own text runs."""
    if language not in RIGHT_TO_LEFT:
        return
    if _OF_ARABIC.search(text):
        turn(paragraph)
    else:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT


def turn(paragraph: Paragraph) -> None:
    """Let a paragraph run from right to left."""
    properties = paragraph._element.get_or_add_pPr()
    properties.insert_element_before(OxmlElement("w:bidi"), *_after(_IN_PARAGRAPHS, "bidi"))


def bidi_table(table: Table) -> None:
    """Let the columns of a table run from right to left."""
    table._tbl.tblPr.insert_element_before(
        OxmlElement("w:bidiVisual"), *_after(_IN_TABLES, "bidiVisual")
    )


def smaller(paragraph: Paragraph, layout: Layout) -> None:
    """Set a paragraph in the size of what stands beside the text."""
    for run in paragraph.runs:
        resize(run, layout.font_size * SMALL)


def resize(run: Run, points: float) -> None:
    """Set the size of a run, of its Arabic letters too."""
    run.font.size = Pt(points)
    size = OxmlElement("w:szCs")
    size.set(qn("w:val"), str(round(points * 2)))
    run._element.get_or_add_rPr().insert_element_before(size, *_after(_IN_RUNS, "szCs"))


def _directed(text: str, language: str) -> list[tuple[str, bool]]:
    plain = without_isolates(text)
    if language not in RIGHT_TO_LEFT or not _OF_ARABIC.search(plain):
        # A single digit or a dash has no letters either; it belongs to the text around it.
        rtl = language in RIGHT_TO_LEFT and not re.search(rf"[{_LATIN}0-9]", plain)
        return [(plain, rtl)] if plain else []
    found: list[tuple[str, bool]] = []
    start = 0
    for match in _FOREIGN.finditer(plain):
        found += [(plain[start : match.start()], True), (match[0], False)]
        start = match.end()
    found.append((plain[start:], True))
    return [(part, rtl) for part, rtl in found if part]


def _after(order: tuple[str, ...], name: str) -> tuple[str, ...]:
    """Return what the schema wants after an element."""
    return tuple(f"w:{each}" for each in order[order.index(name) + 1 :])


# Elements in the order of the schema of WordprocessingML, from those that are set here on.
_IN_RUNS = (
    *("bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike", "outline", "shadow", "emboss"),
    *("imprint", "noProof", "snapToGrid", "vanish", "webHidden", "color", "spacing", "w", "kern"),
    *("position", "sz", "szCs", "highlight", "u", "effect", "bdr", "shd", "fitText", "vertAlign"),
    *("rtl", "cs", "em", "lang", "eastAsianLayout", "specVanish", "oMath", "rPrChange"),
)
_IN_PARAGRAPHS = (
    *("bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing"),
    *("mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment"),
    *("textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr", "pPrChange"),
)
_IN_TABLES = (
    *("bidiVisual", "tblStyleRowBandSize", "tblStyleColBandSize", "tblW", "jc", "tblCellSpacing"),
    *("tblInd", "tblBorders", "shd", "tblLayout", "tblCellMar", "tblLook"),
)
