"""PDF bytes of a document."""

import io
import os
import subprocess
import sys
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from ccmdesk.typeset.blocks import (
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Reserved,
    Run,
    Table,
    plain,
)
from ccmdesk.typeset.errors import MissingCharactersError
from ccmdesk.typeset.render import page_count, render
from tests.typeset.seen import paper

SCRIPT = """
import hashlib
from tests.typeset.test_render import sample
from ccmdesk.typeset.render import render
print(hashlib.sha256(render(sample())).hexdigest())
"""


def sample(mark: str = "") -> Document:
    rows = tuple(
        ((plain(f"{n}."),), (plain(f"Élise ŞAHIN{n} Ə"), plain("Ministry"))) for n in range(1, 60)
    )
    return Document(
        title="Note verbale 12/2023",
        author="Permanent Mission",
        subject="Composition",
        language="fr",
        blocks=(
            Heading(plain("NOTE VERBALE", bold=True)),
            Paragraph((Run("le 1"), Run("er", raised=True), Run(" septembre <b>& Cie</b>"))),
            Table((Column(plain("No."), 1), Column(plain("Name"), 9)), rows),
            KeepTogether((Paragraph(plain("The end.")), Reserved(40))),
        ),
        foot=(Paragraph(plain("Secretary of the Meeting")),),
        line="Rue de Lausanne 1",
        mark=mark,
        dated=date(2023, 8, 16),
    )


def read(data: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(data))


def test_the_same_document_gives_the_same_bytes_in_every_process() -> None:
    digests = set()
    for seed in ("0", "7", "random"):
        environment = os.environ | {"PYTHONHASHSEED": seed}
        environment["SOURCE_DATE_EPOCH"] = "1234567890" if seed == "7" else ""
        result = subprocess.run(
            [sys.executable, "-c", SCRIPT],
            capture_output=True,
            text=True,
            check=True,
            env=environment,
        )
        digests.add(result.stdout)
    assert len(digests) == 1


def test_the_order_of_rendering_does_not_matter() -> None:
    first = render(sample())
    render(sample("DRAFT"))
    assert render(sample()) == first


def test_metadata() -> None:
    reader = read(render(sample()))
    assert reader.metadata is not None
    assert reader.metadata.title == "Note verbale 12/2023"
    assert reader.metadata.author == "Permanent Mission"
    assert reader.metadata.subject == "Composition"
    assert reader.metadata.creation_date_raw == "D:20230816000000+00'00'"
    assert str(reader.root_object["/Lang"]) == "fr"


def test_only_bundled_fonts_are_in_the_file() -> None:
    fonts = set()
    for page in read(render(sample())).pages:
        resources: Any = page["/Resources"]
        for font in resources["/Font"].values():
            fonts.add(font.get_object()["/BaseFont"].split("+")[-1])
    assert fonts == {"STIXTwoText-Regular", "STIXTwoText-Bold", "NotoSerif-Regular"}


def test_text_comes_out_as_it_went_in() -> None:
    text = "\n".join(page.extract_text() for page in read(render(sample())).pages)
    assert "le 1er septembre <b>& Cie</b>" in text
    for n in range(1, 60):
        assert text.count(f"Élise ŞAHIN{n} Ə") == 1


def test_head_of_the_table_and_number_stand_on_every_later_page() -> None:
    pages = [page.extract_text() for page in read(render(sample())).pages]
    assert len(pages) > 2
    for number, page in enumerate(pages, start=1):
        assert page.count("No.") == 1
        assert (page.rstrip().splitlines()[-1] == str(number)) is (number > 1)
    assert "Secretary of the Meeting" in pages[0]
    assert not any("Secretary of the Meeting" in page for page in pages[1:])


def test_a_mark_stands_on_every_page() -> None:
    assert all("DRAFT" in page.extract_text() for page in read(render(sample("DRAFT"))).pages)
    assert not any("DRAFT" in page.extract_text() for page in read(render(sample())).pages)


def test_what_no_font_has_is_refused() -> None:
    with pytest.raises(MissingCharactersError) as caught:
        render(Document("t", "a", "s", "en", (Paragraph(plain("Geneva, 제네바")),)))
    assert caught.value.characters == "제네바"


def test_a_paper_can_lie_on_its_broad_side() -> None:
    for name, wide, high in (("A3 landscape", 420, 297), ("A4 landscape", 297, 210)):
        box = read(paper(Paragraph(plain("word")), paper=name)).pages[0].mediabox
        assert (round(box.width * 25.4 / 72), round(box.height * 25.4 / 72)) == (wide, high)


@given(st.integers(1, 400))
@settings(max_examples=20)
def test_pages_are_counted_as_they_are_printed(lines: int) -> None:
    blocks = tuple(Paragraph(plain(f"Line {number}")) for number in range(lines))
    document = Document("Title", "Author", "Subject", "en", blocks)
    assert page_count(document) == len(read(render(document)).pages)
