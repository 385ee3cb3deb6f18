"""Every setting of the layout, read back from the PDF."""

import io
from dataclasses import replace
from typing import Any

import pytest
from pypdf import PdfReader

from ccmdesk.documents.note_json import example
from ccmdesk.documents.note_sheet import note_sheet
from ccmdesk.documents.note_verbale import note_blocks, note_pdf
from ccmdesk.domain.layout import CHOICES, Layout
from ccmdesk.domain.note import NoteContent, NoteKind, Part
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.language.names import default_names
from ccmdesk.language.wording import resolved
from ccmdesk.typeset.blocks import Align, Paragraph
from tests.documents.reading import lines_of, pages_of, text_of
from tests.typeset.seen import parts, places

RIGHT_TO_LEFT = "\u200f"


def laid_out(content: NoteContent | None = None, **settings: Any) -> NoteContent:
    return replace(content or example("en", 3), layout=Layout(**settings))


def printed(content: NoteContent, **asked: Any) -> str:
    return text_of(note_pdf(content, **asked))


def top_of(data: bytes, words: str) -> float:
    """Return how far from the top of page one the words stand, in millimetres."""
    page = PdfReader(io.BytesIO(data)).pages[0]
    found: list[float] = []

    def look(text: str, _cm: Any, matrix: list[float], _font: Any, _size: Any) -> None:
        if words in text:
            found.append(float(page.mediabox.height) - matrix[5])

    page.extract_text(visitor_text=look)
    return found[0] * 25.4 / 72


@pytest.mark.parametrize("letterhead", ["preprinted", "none"])
def test_without_a_printed_letterhead(letterhead: str) -> None:
    names = replace(example("en").names, footer="Rue 1, Geneva")
    content = laid_out(replace(example("en", 3), names=names), letterhead=letterhead)
    text = printed(content)
    assert text.startswith("No. 12/2023")
    assert "Rue 1, Geneva" not in text


@pytest.mark.parametrize("height", [45.0, 90.0])
def test_room_for_the_printed_letterhead_is_measured_from_the_edge(height: float) -> None:
    content = laid_out(letterhead="preprinted", preprinted_height=height)
    assert height < top_of(note_pdf(content), "No. 12") < height + 20


def test_title_as_typed_and_marks_under_the_number() -> None:
    content = laid_out(title_text="Nota", classification="CONFIDENTIAL", urgency="URGENT")
    text = printed(content)
    assert "No. 12/2023 CONFIDENTIAL URGENT Nota The Permanent" in text
    assert "NOTE VERBALE" not in text


def test_marks_stand_on_every_page() -> None:
    content = laid_out(example("en", 30), classification="CONFIDENTIAL", annex_above=0)
    assert all("CONFIDENTIAL" in page for page in pages_of(note_pdf(content)))


@pytest.mark.parametrize(
    ("place", "count", "before_text"),
    [("end", 1, False), ("end_left", 1, False), ("top", 1, True), ("both", 2, True)],
)
def test_place_of_the_date(place: str, count: int, before_text: bool) -> None:
    text = printed(laid_out(date_place=place))
    assert text.count("Geneva, 16 August 2023") == count
    before = text.index("16 August 2023") < text.index("presents its compliments")
    assert before is before_text


def test_number_at_the_right_changes_places_with_the_date() -> None:
    text = printed(laid_out(number_place="right", date_place="top"))
    assert "Geneva, 16 August 2023 No. 12/2023" in text


def test_list_as_numbered_lines() -> None:
    text = printed(laid_out(list_form="numbered"))
    assert (
        "1. H.E. Ms. Élise VĂRZARU, Ambassador, Permanent Representative, Permanent Mission, "
        "Geneva (Head of Delegation) 2. Mr. Tomáš NOVOTNÝ"
    ) in text
    assert "Functional title" not in text


@pytest.mark.parametrize(
    ("language", "first", "second"), [("en", "(a)", "(b)"), ("ru", "(а)", "(б)")]
)
def test_members_among_numbered_paragraphs_have_letters(
    language: str, first: str, second: str
) -> None:
    content = laid_out(example(language, 3), list_form="numbered", numbered_paragraphs=True)
    text = printed(content)
    assert text.index(" 2. ") < text.index(first) < text.index(second) < text.index(" 3. ")
    many = laid_out(example("en", 30), list_form="numbered", numbered_paragraphs=True)
    assert "30. M" in printed(many)


def test_list_as_blocks() -> None:
    lines = [line for page in lines_of(note_pdf(laid_out(list_form="block"))) for line in page]
    start = lines.index("H.E. Ms. Élise VĂRZARU")
    assert lines[start + 1 : start + 4] == [
        "Ambassador, Permanent Representative",
        "Permanent Mission, Geneva",
        "Head of Delegation",
    ]


@pytest.mark.parametrize(("above", "annexed"), [(0, False), (12, True), (13, False), (3, True)])
def test_a_long_list_moves_to_an_annex(above: int, annexed: bool) -> None:
    pages = pages_of(note_pdf(laid_out(example("en", 13), annex_above=above)))
    assert ("set out in the annex to the present note" in pages[0]) is annexed
    assert ("VĂRZARU" not in pages[0]) is annexed
    assert pages[1].startswith("Annex Delegation of the Republic of Avataria") is annexed


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_sealed_of_a_note_with_an_annex_is_what_is_printed(language: str) -> None:
    content = example(language, 13)
    sealed = resolved(content)
    assert [passage.text for passage in note_sheet(sealed).passages] == [
        passage.text for passage in note_sheet(content).passages
    ]
    assert note_pdf(sealed) == note_pdf(content)


def test_a_sentence_typed_by_hand_stays_before_an_annex() -> None:
    body = (Part("statement"), Part("delegation", "The following will come:"))
    content = replace(example("en", 13), body=body)
    pages = pages_of(note_pdf(content))
    assert "The following will come:" in pages[0]
    assert "VĂRZARU" in pages[1]


def test_numbered_paragraphs() -> None:
    text = printed(laid_out(numbered_paragraphs=True))
    assert "1. The Permanent Mission of the" in text
    assert "2. The delegation" in text
    assert "3. The Permanent Mission would" in text
    assert "4. The Permanent" not in text


def test_looks_of_paragraphs() -> None:
    content = laid_out(justified=True, first_line_indent=10, line_spacing=2, font_size=10)
    document = note_blocks(content)
    paragraph = next(
        block
        for block in document.blocks
        if isinstance(block, Paragraph) and "would be grateful" in block.text[0].text
    )
    assert (paragraph.align, paragraph.indent) == (Align.JUSTIFIED, 10)
    assert paragraph.leading == pytest.approx(2 * 1.25 / 1.15)
    assert document.size == 10


@pytest.mark.parametrize("place", CHOICES["page_number_place"])
def test_place_of_the_page_number(place: str) -> None:
    pages = lines_of(note_pdf(laid_out(example("en", 30), annex_above=0, page_number_place=place)))
    assert "1" not in (pages[0][0], pages[0][-1])
    last = {"none": None, "head_centre": 0}.get(place, -1)
    if last is None:
        assert "2" not in pages[1]
    else:
        assert pages[1][last] == "2"


def test_seal_initials_and_signature() -> None:
    names = replace(example("en").names, signatory="Élise Vărzaru", signatory_title="Ambassador")
    content = replace(example("en", 3), names=names)
    signed = laid_out(content, signature_block=True, initials_line=True)
    assert "16 August 2023 Élise Vărzaru Ambassador Initials" in printed(signed)
    assert "Élise Vărzaru" not in printed(content)
    assert "Seal" in printed(content, draft=True)
    assert "Seal" not in printed(laid_out(content, seal_space=False), draft=True)


def test_closing_and_enclosures() -> None:
    content = replace(example("en", 3), enclosures=("List of delegates", "Report"))
    text = printed(content)
    assert "List of delegates" in text
    without = printed(laid_out(content, closing_line=False, enclosure_line=False))
    assert "highest consideration" not in without
    assert "List of delegates" not in without


@pytest.mark.parametrize(
    ("mark", "shown"), [("file_copy", "File copy"), ("Copy for the ministry", "ministry")]
)
def test_copies_are_marked_on_every_page(mark: str, shown: str) -> None:
    content = laid_out(example("en", 30), annex_above=0)
    assert all(shown in page for page in pages_of(note_pdf(content, mark=mark)))
    assert shown not in printed(content)


def test_names_in_the_order_of_the_mission() -> None:
    content = example("en", 3)
    assert "Ms. VĂRZARU Élise" in printed(laid_out(content, name_order="family_first"))
    assert "Élise Vărzaru" in printed(laid_out(content, family_name_in_capitals=False))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", NoteKind)
def test_every_kind_is_printed_in_every_language(kind: NoteKind, language: str) -> None:
    content = replace(example(language, 3), kind=kind)
    text = printed(content)
    assert "12/2023" in text
    lists = RULES[kind].lists_delegation
    family = content.delegates[0].person.family_name.upper()
    if language != "ar":
        assert (family in text) is lists


@pytest.mark.parametrize(("language", "other"), [("en", "ar"), ("ar", "en"), ("fr", "zh")])
def test_a_courtesy_translation_follows_on_a_page_of_its_own(language: str, other: str) -> None:
    translated = replace(example(language, 3), courtesy=other, courtesy_names=example(other).names)
    alone = len(pages_of(note_pdf(example(language, 3))))
    pages = pages_of(note_pdf(translated))
    assert len(pages) == alone + 1
    assert "12/2023" in pages[alone]
    if other == "en":
        assert pages[alone].lstrip(RIGHT_TO_LEFT).startswith("Unofficial translation")
        assert "presents its compliments to the Secretary" in pages[alone]


def test_changes_are_listed_below_their_sentence() -> None:
    body = (
        Part("statement"),
        Part("changes", "The following changes were made:\nMs. B joins;\nMr. A leaves."),
    )
    content = replace(example("en", 3), kind=NoteKind.AMENDMENT, body=body)
    assert "were made: – Ms. B joins; – Mr. A leaves." in printed(content)


@pytest.mark.parametrize(("language", "other"), [("en", "ar"), ("ar", "en")])
def test_a_courtesy_translation_runs_its_own_way(language: str, other: str) -> None:
    translated = replace(example(language, 3), courtesy=other, courtesy_names=example(other).names)
    data = note_pdf(translated)
    sections = [part for part in parts(data, "Sect") if "/Lang" in part]
    assert [str(section["/Lang"]) for section in sections] == [other]
    # The number stands where lines begin.
    numbers = [at for text, at in places(data, page=-1).items() if "12/2023" in text]
    assert [x > 300 for x, _ in numbers] == [other == "ar"]


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ("en", "PERMANENT MISSION OF THE REPUBLIC OF AVATARIA"),
        ("fr", "MISSION PERMANENTE DE LA RÉPUBLIQUE D’AVATARIE"),
        ("es", "MISIÓN PERMANENTE DE LA REPÚBLICA DE AVATARIA"),
        ("ru", "ПОСТОЯННОЕ ПРЕДСТАВИТЕЛЬСТВО РЕСПУБЛИКИ АВАТАРИЯ"),
        ("ar", "البعثة الدائمة لجمهورية أفاتاريا"),
    ],
)
def test_the_letterhead_breaks_before_what_the_mission_is_accredited_to(
    language: str, first: str
) -> None:
    content = example(language, 1)
    head = note_sheet(content).head
    assert head[0] == first
    assert len(head) == 2
    assert " ".join(head) == content.names.mission.upper()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("city", ["Geneva", "New York", "Vienna"])
def test_no_name_of_a_country_is_broken_in_the_letterhead(language: str, city: str) -> None:
    for state in ("CHE", "LAO", "COD", "NLD", "TTO"):
        names = default_names(state, city, language)
        head = note_sheet(replace(example(language, 1), names=names)).head
        assert len(head) == (1 if language == "zh" else 2)


@pytest.mark.parametrize(("digits", "number"), [("arabic_indic", "٢"), ("western", "2")])
def test_arabic_pages_are_numbered_in_the_digits_of_the_layout(digits: str, number: str) -> None:
    pages = lines_of(note_pdf(laid_out(example("ar", 14), digits=digits)))
    assert pages[1][-1].strip(RIGHT_TO_LEFT) == number
    other = lines_of(note_pdf(laid_out(example("en", 14), digits=digits)))
    assert other[1][-1] == "2"
