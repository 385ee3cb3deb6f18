"""The mark of a paper that is not final."""

from dataclasses import replace
from typing import Any

import pytest

from ccmdesk.typeset.blocks import NO_LINE, Document, PageLine, Paragraph, plain
from ccmdesk.typeset.render import render
from tests.typeset.test_render import read
from tests.typeset.test_standards import failures

PAPER = Document("t", "a", "s", "en", (Paragraph(plain("Text.")),), mark="DRAFT")


def heights(document: Document) -> dict[str, float]:
    found: dict[str, float] = {}

    def visit(text: str, _: Any, matrix: Any, *others: Any) -> None:
        if text.strip():
            found[text.strip()] = matrix[5]

    read(render(document)).pages[0].extract_text(visitor_text=visit)
    return found


@pytest.mark.parametrize("header", [NO_LINE, PageLine(centre=plain("Avataria"))])
def test_the_mark_stands_on_the_paper_above_the_header(header: PageLine) -> None:
    found = heights(replace(PAPER, header=header))
    assert 780 < found["DRAFT"] < 842 - 10
    if header is not NO_LINE:
        assert found["Avataria"] + 10 < found["DRAFT"]


def test_across_the_page_it_is_drawn_in_the_letters_of_its_language_and_not_read() -> None:
    for lang, mark in (("en", "DRAFT"), ("ar", "مسودة"), ("zh", "草稿")):
        data = render(replace(PAPER, language=lang, mark=mark))
        assert read(data).pages[0].extract_text().count(mark) == 1
        resources: Any = read(data).pages[0]["/Resources"]
        (drawing,) = resources["/XObject"].values()
        assert drawing.get_object().get_data().count(b" c\n") > 10
        assert failures(data) == []
