"""The DOCX of a note, as python-docx and the schema see it."""

import io
import re
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.document import Document as DocxDocument
from docx.oxml.ns import qn
from PIL import ImageFont

from ccmdesk.documents.docx_fonts import ARABIC, CHINESE, LATIN
from ccmdesk.documents.note_docx import note_docx
from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_sheet import note_sheet
from ccmdesk.documents.printed_text import without_isolates
from ccmdesk.domain.layout import CHOICES, Layout
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.typeset.fonts import fonts_folder

EMBLEM = Path(__file__).resolve().parents[2] / "resources" / "sample" / "emblem.png"


def opened(content: NoteContent, **asked: Any) -> DocxDocument:
    return docx.Document(io.BytesIO(note_docx(content, **asked)))


def laid_out(content: NoteContent | None = None, **settings: Any) -> NoteContent:
    return replace(content or example("en", 3), layout=Layout(**settings))


def styled(document: DocxDocument, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style and each.style.name == style]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_of_the_note_is_there(language: str) -> None:
    content = replace(example(language, 3), emblem=EMBLEM.read_bytes())
    sheet, document = note_sheet(content), opened(content)

    def plain(*texts: str) -> list[str]:
        return [without_isolates(text) for text in texts]

    assert styled(document, "Note number") == plain(sheet.number)
    assert styled(document, "Note statement") == plain(sheet.passages[0].text)
    assert styled(document, "Note request") == plain(sheet.passages[2].text)
    assert styled(document, "Note closing") == plain(sheet.closing)
    assert styled(document, "Note date") == plain(sheet.place_and_date)
    names = [row.cells[1].text for row in document.tables[0].rows[1:]]
    assert names == plain(*(member.name for member in sheet.passages[1].members))
    foot = [each.text for each in document.sections[0].first_page_footer.paragraphs]
    assert foot[: len(sheet.address)] == plain(*sheet.address)
    assert len(document.inline_shapes) == 1
    assert document.inline_shapes[0]._inline.docPr.get("descr") == sheet.head[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_note_gives_the_same_bytes(language: str) -> None:
    content = replace(example(language, 3), emblem=EMBLEM.read_bytes())
    assert note_docx(content) == note_docx(content)
    with zipfile.ZipFile(io.BytesIO(note_docx(content))) as packed:
        assert {entry.date_time[0] for entry in packed.infolist()} == {1980}


def test_arabic_runs_from_right_to_left_and_latin_within_it_does_not() -> None:
    document = opened(example("ar", 3))
    statement = next(
        each for each in document.paragraphs if each.style and each.style.name == "Note statement"
    )
    assert statement._element.get_or_add_pPr().find(qn("w:bidi")) is not None
    turned = {
        run.text: run._element.rPr is not None and run._element.rPr.find(qn("w:rtl")) is not None
        for run in statement.runs
    }
    assert turned["ODA/2023-00050"] is False
    assert sum(turned.values()) >= 2
    assert document.tables[0]._tbl.tblPr.find(qn("w:bidiVisual")) is not None


def test_no_bidi_in_other_languages() -> None:
    assert b"w:bidi" not in opened(example("ru", 3)).element.xml.encode()


def test_the_head_of_the_table_is_repeated_and_rows_stay_whole() -> None:
    rows = opened(laid_out(example("en", 30), annex_above=0)).tables[0].rows
    heads = [row._tr.trPr.find(qn("w:tblHeader")) is not None for row in rows]
    assert heads == [True, *[False] * 30]
    assert all(row._tr.trPr.find(qn("w:cantSplit")) is not None for row in rows)


@pytest.mark.parametrize("place", CHOICES["page_number_place"])
def test_page_number(place: str) -> None:
    section = opened(laid_out(page_number_place=place)).sections[0]
    assert section.different_first_page_header_footer
    head, foot = section.header._element.xml, section.footer._element.xml
    assert ("PAGE" in head, "PAGE" in foot) == (place == "head_centre", place.startswith("foot"))
    assert "PAGE" not in section.first_page_footer._element.xml


@pytest.mark.parametrize("settings", [{"list_form": "numbered"}, {"list_form": "block"}])
def test_other_forms_of_the_list(settings: dict[str, Any]) -> None:
    document = opened(laid_out(**settings, seal_space=False))
    lines = styled(document, "Note member")
    assert "H.E. Ms. Élise VĂRZARU" in lines[0].replace("\u00a0", " ")
    assert len(lines) == (3 if settings["list_form"] == "numbered" else 12)
    assert document.tables == []


@pytest.mark.parametrize(
    "settings",
    [
        {"letterhead": "preprinted", "date_place": "both", "number_place": "right"},
        {"emblem_position": "left", "signature_block": True, "initials_line": True},
        {"letterhead": "none", "address_place": "end", "title_line": False, "justified": True},
        {"paper": "Legal", "typeface": "noto", "numbered_paragraphs": True, "line_spacing": 2},
        {"classification": "CONFIDENTIAL", "urgency": "URGENT", "annex_above": 2},
    ],
)
@pytest.mark.parametrize("language", ["en", "ar"])
def test_every_layout_is_written(language: str, settings: dict[str, Any]) -> None:
    content = replace(example(language, 4), emblem=EMBLEM.read_bytes(), enclosures=("List",))
    document = opened(laid_out(content, **settings), draft=True)
    assert styled(document, "Note number")
    assert len(document.sections) == 1


@pytest.mark.parametrize("kind", NoteKind)
def test_every_kind_is_written(kind: NoteKind) -> None:
    assert styled(opened(replace(example("fr", 2), kind=kind)), "Note statement")


def test_a_draft_says_so() -> None:
    header = opened(example("en"), draft=True).sections[0].first_page_header
    assert "DRAFT" in header.paragraphs[0].text
    assert "DRAFT" not in opened(example("en")).sections[0].first_page_header.paragraphs[0].text


@pytest.mark.parametrize("font", [*LATIN.values(), ARABIC, CHINESE])
def test_fonts_are_called_as_their_files_say(font: Any) -> None:
    for file in font.files:
        assert ImageFont.truetype(fonts_folder() / f"{file}.ttf", 10).getname()[0] == font.name


def test_documents_that_carry_fonts_may_be_edited() -> None:
    with zipfile.ZipFile(io.BytesIO(note_docx(example("zh", 1)))) as packed:
        for number in range(1, 5):
            hidden = bytearray(packed.read(f"word/fonts/font{number}.odttf"))
            key = bytes.fromhex(f"8C6E5A3F0B1D4E279A54{number:012X}")[::-1]
            for index in range(32):
                hidden[index] ^= key[index % 16]
            assert ImageFont.truetype(io.BytesIO(hidden), 10).getname()[1] in ("Regular", "Bold")
            table = hidden.index(b"OS/2")
            start = int.from_bytes(hidden[table + 8 : table + 12], "big")
            assert hidden[start + 8 : start + 10] == b"\0\0"


def test_the_fonts_of_the_language_travel_with_it() -> None:
    def carried(language: str) -> int:
        with zipfile.ZipFile(io.BytesIO(note_docx(example(language, 1)))) as packed:
            return sum(name.endswith(".odttf") for name in packed.namelist())

    assert [carried(language) for language in LANGUAGES] == [2, 2, 2, 2, 4, 4]


@pytest.mark.parametrize(
    ("language", "latin"), [("en", "en"), ("fr", "fr"), ("ar", "ar"), ("zh", "en")]
)
def test_latin_words_in_a_chinese_note_are_not_said_to_be_chinese(
    language: str, latin: str
) -> None:
    with zipfile.ZipFile(io.BytesIO(note_docx(example(language, 2)))) as archive:
        styles = archive.read("word/styles.xml").decode()
    [told] = re.findall(r'<w:lang w:val="(\w+)-[^"]*" w:eastAsia="zh-', styles)
    assert told == latin
