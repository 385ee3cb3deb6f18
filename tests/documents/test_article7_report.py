"""The Article 7 report on paper."""

import hashlib
import io
import tomllib
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from ccmdesk.documents.article7_report import report_blocks, report_pdf
from ccmdesk.documents.article7_words import inline, typed, words
from ccmdesk.documents.printed_text import without_isolates
from ccmdesk.domain.article7 import FormContent, FormState, Report, ReportForm
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.language.phrases import resource
from ccmdesk.typeset.bidi import levels, visual_order
from ccmdesk.typeset.blocks import Block, List, Paragraph, Section, Table, TableCell
from tests.documents.article7_example import (
    EARLIER,
    FORM_SET,
    PICTURE,
    TITLES,
    example,
    file,
    paper,
)
from tests.documents.reading import pages_of, text_of
from tests.documents.test_standards import failures

ARABIC = "لا توجد مخزونات من الذخائر العنقودية"
CHINESE = "没有库存的集束弹药"


def changed(report: Report, letter: str, content: FormContent) -> Report:
    forms = tuple(
        replace(form, state=FormState.CHANGED, content=content) if form.letter == letter else form
        for form in report.forms
    )
    return replace(report, forms=forms)


def unchanged() -> Report:
    forms = tuple(
        ReportForm(letter, FormState.UNCHANGED, earlier_on=EARLIER, earlier_period="2025")
        for letter, _, _ in TITLES
    )
    return replace(example(), cover_only=True, forms=forms, files=())


def test_every_form_has_pages_of_its_own_and_a_line_in_the_contents() -> None:
    first, cover, *forms = pages_of(report_pdf(paper(), draft=False))
    assert "Annual report under Article 7" in first
    assert "1 January 2026 to 31 December 2026" in first
    assert "27 April 2027" in first
    assert "Ms. Ingrid Åsberg, Ministry of Foreign Affairs" in first
    assert cover.startswith("The Republic of Avataria Report under Article 7 for 2026 Cover page")
    for number, ((letter, title, _), page) in enumerate(zip(TITLES, forms, strict=False)):
        assert f"Form {letter}: {title}" in page
        assert f"Form {letter}: {title}" in first
        assert f"Page {number + 3} of 13" in page


def test_what_the_ministries_owe_is_nobody_elses_business() -> None:
    said = text_of(report_pdf(paper(), draft=False))
    assert "Ministry of Defence" not in said
    assert "11 January 2027" not in said


def test_what_each_form_says() -> None:
    pages = pages_of(report_pdf(paper(), draft=False))[2:]
    said = dict(zip("ABCDEFGHIJ", pages, strict=False))
    assert "Article 7, paragraph 1 (b), (e), (f), (g)" in said["B"]
    assert "Table B.1: Types held Type Quantity Lot numbers Remarks" in said["B"]
    assert "1,200" in said["B"]
    assert "Unchanged since the report of 28 April 2026, which covered 2025." in said["C"]
    assert "Attached: CB-250 side view.png" in said["C"]
    assert "Article 3, paragraphs 6 to 8 Not applicable." in said["D"]
    assert "Nothing to declare." in said["E"]
    assert "Two areas remain." in said["F"]
    assert "Voluntary information" in said["J"]


def test_a_form_that_is_still_silent_says_so() -> None:
    report = changed(example(), "G", FormContent())
    page = pages_of(report_pdf(paper(report), draft=True))[8]
    assert "No information is given under this form." in page


def boxes(report: Report) -> dict[str, list[bool | None]]:
    """Return the boxes of the cover page by form: changed, unchanged, not applicable."""
    blocks = report_blocks(paper(report), draft=False).blocks
    (table,) = [b for b in blocks if isinstance(b, Table) and b.rows and len(b.columns) == 5]
    found: dict[str, list[bool | None]] = {}
    for row in table.rows:
        cells = [each for each in row if isinstance(each, TableCell)]
        found[cells[0].lines[0][0].text] = [each.ticked for each in cells[2:]]
        assert cells[0].shaded == (cells[0].lines[0][0].text == "J")
    return found


def test_the_boxes_of_the_cover_page() -> None:
    found = boxes(example())
    assert found["A"] == [True, False, None]
    assert found["C"] == [False, True, False]
    assert found["D"] == [False, False, True]
    assert list(found) == [letter for letter, _, _ in TITLES]


def test_the_cover_page_in_place_of_the_forms_is_one_page() -> None:
    (page,) = pages_of(report_pdf(paper(unchanged()), draft=False))
    assert "This page is submitted in place of the forms." in page
    assert page.count("last reporting: 28 April 2026") == 10
    assert "Form A:" not in page


def test_an_initial_report_has_no_cover_page() -> None:
    report = example(initial=True)
    said = text_of(report_pdf(paper(report), draft=False))
    assert "Initial report under Article 7" in said
    assert "Article 7, paragraph 1, of the Convention" in said
    for text in ("Cover page", "last reporting", "since the report"):
        assert text not in said


def test_a_draft_is_marked_on_every_page() -> None:
    drawn = pages_of(report_pdf(paper(), draft=True))
    assert all("DRAFT" in page for page in drawn)
    assert "DRAFT" not in text_of(report_pdf(paper(), draft=False))


def test_a_correction_says_why_it_was_made() -> None:
    report = replace(example(), correction="the quantity in Form B was wrong")
    first = pages_of(report_pdf(paper(report, version=2), draft=False))[0]
    assert "2, which takes the place of the earlier one: the quantity in Form B was wrong" in first


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("draft", [False, True])
def test_reports_keep_both_standards(language: str, draft: bool) -> None:
    report = example(language)
    assert failures(report_pdf(paper(report), draft=draft), "3a") == []
    assert failures(report_pdf(paper(replace(report, files=())), draft=draft)) == []
    cover = replace(unchanged(), language=language)
    assert failures(report_pdf(paper(cover), draft=draft)) == []


def test_the_same_report_gives_the_same_bytes() -> None:
    first = report_pdf(paper(), draft=False)
    assert report_pdf(paper(), draft=False) == first
    assert report_pdf(paper(changed(example(), "G", FormContent("x"))), draft=False) != first


def test_the_files_go_with_it_under_names_that_are_used_once() -> None:
    reader = PdfReader(io.BytesIO(report_pdf(paper(), draft=False)))
    attached = {name: data[0] for name, data in reader.attachments.items()}
    assert attached == {
        "Act.txt": b"The Act\n",
        "CB-250 side view.png": PICTURE,
        "Act (2).txt": b"Another text\n",
    }
    last = text_of(report_pdf(paper(), draft=False)).split("Attached files")[-1]
    digest = hashlib.sha256(b"The Act\n").hexdigest()
    assert digest in last.replace(" ", "")


def test_a_file_that_is_not_at_hand_is_named_all_the_same() -> None:
    data = report_pdf(paper(files={}), draft=True)
    assert "Act.txt" in text_of(data)
    assert failures(data) == []


def test_a_damaged_picture_is_attached_and_not_shown() -> None:
    broken = PICTURE[:200]
    report = replace(example(), files=(file("C", "half/a:picture.png", broken),))
    files = {hashlib.sha256(broken).hexdigest(): broken}
    data = report_pdf(paper(report, files=files), draft=False)
    assert failures(data, "3a") == []
    assert list(PdfReader(io.BytesIO(data)).attachments) == ["half a picture.png"]


def test_a_form_set_that_knows_less_loses_nothing() -> None:
    rows: dict[str, tuple[tuple[str, ...], ...]] = {"other": (("one", "two", "three"),)}
    report = changed(example(), "B", FormContent("Text of B", rows))
    narrow = replace(FORM_SET, forms=FORM_SET.forms[:1])
    said = text_of(report_pdf(paper(report, form_set=narrow), draft=False))
    for text in ("Text of B", "one", "three", "Two areas remain."):
        assert text in said


@pytest.mark.parametrize("language", ["en", "ar"])
def test_five_hundred_rows_of_long_cells(language: str) -> None:
    texts = ("word " * 60, ARABIC * 8, CHINESE * 30, "x" * 300)
    rows = tuple((f"Row {n}", texts[n % 4], "1", texts[(n + 1) % 4]) for n in range(500))
    report = changed(example(language), "B", FormContent(tables={"types": rows}))
    data = report_pdf(paper(report), draft=False)
    assert failures(data, "3a") == []
    said = text_of(data)
    assert all(f"Row {n}" in said for n in range(0, 500, 50))
    reader = PdfReader(io.BytesIO(data))
    assert len(reader.pages) > 40


def test_texts_keep_their_own_language_and_direction() -> None:
    english = typed(f"In English.\n{ARABIC}\n- one\n- two\n\n{CHINESE}", "en")
    kinds: list[type[Block]] = [type(block) for block in english]
    assert kinds == [Paragraph, Section, List, Paragraph]
    section, chinese = english[1], english[3]
    assert isinstance(section, Section)
    assert section.lang == "ar"
    assert isinstance(chinese, Paragraph)
    assert chinese.text[0].lang == "zh"
    (latin,) = typed("In English.", "ar")
    assert isinstance(latin, Section)
    assert latin.lang == "en"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tables_of_the_shipped_template_are_translated(language: str) -> None:
    with resource("forms", "ccm-2010.toml").open("rb") as file:
        forms = tomllib.load(file)["form"]
    tables = [table for form in forms for table in form.get("table", ())]
    texts = [text for table in tables for text in (table["caption"], *table["columns"])]
    assert len(texts) > 50
    assert not [text for text in texts if words(language).of_table(text).lang]
    strange = words(language).of_table("A head of the mission's own")
    assert strange.text == "A head of the mission's own"
    assert strange.lang == ("" if language == "en" else "en")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_language_says_everything(language: str) -> None:
    data = text_of(report_pdf(paper(example(language)), draft=False))
    assert "{" not in data
    assert "Form B" not in data or language == "en"


def test_arabic_is_printed_in_the_digits_of_the_mission() -> None:
    layout = Layout(digits="arabic_indic", paper="Letter")
    data = report_pdf(paper(example("ar"), layout=layout), draft=False)
    said = text_of(data)
    assert "٢٠٢٦" in said
    assert "المادة ٧" in said
    # What was typed stays as it was typed.
    assert "1,200" in said
    assert PdfReader(io.BytesIO(data)).pages[0].mediabox.width == 612
    assert failures(data, "3a") == []
    western = text_of(report_pdf(paper(example("ar")), draft=False))
    assert "٢٠٢٦" not in western


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(InputError, match="en, fr, es, ru, ar, zh") as raised:
        report_pdf(paper(replace(example(), language="de")), draft=False)
    assert raised.value.field == "language"


def test_an_unprintable_character_is_named() -> None:
    report = changed(example(), "A", FormContent("Runes: \u16a0"))
    with pytest.raises(InputError, match="RUNIC"):
        report_pdf(paper(report), draft=False)


@settings(max_examples=15)
@given(
    st.text(alphabet=st.sampled_from("abc éЖя ش中文\n\t-–•|0123456789()"), max_size=200),
    st.lists(st.text(alphabet="ab 1ش中\n", max_size=30), min_size=1, max_size=9),
)
def test_whatever_is_typed_is_printed(text: str, row: list[str]) -> None:
    content = FormContent(text, {"types": (tuple(row),)})
    report = replace(changed(example(), "B", content), files=())
    data = report_pdf(paper(report, dated=date(2027, 4, 1)), draft=True)
    assert failures(data) == []


def visual(text: str, *, right_to_left: bool) -> str:
    """Return a line as it stands on paper, from left to right."""
    order = visual_order(levels(text, int(right_to_left)))
    return without_isolates("".join(text[place] for place in order))


@pytest.mark.parametrize("figures", ["1 200", "180 000", "+51 1 234 5678", "1\u00a0234\u00a0567"])
def test_figures_keep_their_order_among_arabic(figures: str) -> None:
    for text in (figures, f"{ARABIC} {figures} {ARABIC}"):
        for language in ("ar", "en"):
            shown = visual(inline(text, language)[0].text, right_to_left=language == "ar")
            assert figures in shown


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_cover_page_is_one_page_in_each_language(language: str) -> None:
    contact = "Ministry of Defence\nTelephone +41 22 000 00 00\ndesk@example.org"
    report = replace(unchanged(), language=language, contact=contact)
    assert len(pages_of(report_pdf(paper(report), draft=False))) == 1
