"""Texts nobody would want to print: shown as typed or refused, never lost and never endless."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Align, Block, Document, Heading, Margins, Paragraph, Run, plain
from ccmdesk.typeset.errors import MissingCharactersError
from ccmdesk.typeset.fonts import missing_characters
from ccmdesk.typeset.render import render
from tests.typeset.test_render import read
from tests.typeset.test_standards import failures

WORDS = st.lists(
    st.text(alphabet="abcdefgxyzABVWÉéŞßжяЖλ0123456789<>&%", min_size=1, max_size=14),
    min_size=1,
    max_size=60,
)


def paper(*blocks: Block, lang: str = "en") -> Document:
    return Document("Title", "Author", "Subject", lang, blocks)


def text_of(data: bytes) -> str:
    return " ".join(page.extract_text() for page in read(data).pages)


@settings(deadline=None, max_examples=40)
@given(WORDS, st.integers(0, 60))
def test_every_word_is_printed_once_in_order(words: list[str], cut: int) -> None:
    numbered = [f"{word}·{index}" for index, word in enumerate(words)]
    text = " ".join(numbered)
    data = render(paper(Paragraph((Run(text[:cut], bold=True), Run(text[cut:])))))
    assert re.sub(r"\s+", "", text_of(data)) == "".join(numbered)


@settings(deadline=None, max_examples=60)
@given(st.text(max_size=40), st.sampled_from(["en", "fr", "ar", "zh"]), st.sampled_from(Align))
def test_any_text_is_printed_or_refused(text: str, lang: str, align: Align) -> None:
    document = paper(Paragraph(plain(text), align=align), lang=lang)
    if missing := missing_characters(text):
        with pytest.raises(MissingCharactersError) as caught:
            render(document)
        assert set(caught.value.characters) == set(missing)
        assert {each.place for each in caught.value.missing} == {"paragraph 1"}
    else:
        assert failures(render(document)) == []


@settings(deadline=None, max_examples=40)
@given(WORDS, st.sampled_from(["en", "fr", "es", "ru"]), st.floats(60, 150))
def test_every_word_is_printed_once_in_order_in_justified_text(
    words: list[str], lang: str, right: float
) -> None:
    numbered = [f"{word}·{index}" for index, word in enumerate(words)]
    block = Paragraph(plain(" ".join(numbered)), align=Align.JUSTIFIED)
    text = text_of(render(replace(paper(block, lang=lang), margins=Margins(30, right, 20, 25))))
    assert re.sub(r"\s+", "", text) == "".join(numbered)


@pytest.mark.parametrize(
    "text",
    [
        "x" * 5_000,
        "م" * 5_000,
        "中" * 5_000,
        "\u202b(\u2067a" * 2_000,
        "\u0301\u0301a\u0301" * 50,
        "\u200f",
        "",
        "No. " * 2_000,
        "«!" * 2_000,
        "\u00ad" * 500,
        "inter\u00ad" * 1_000,
        "\u200b" * 5_000,
        "a\u064e\u0301م" * 500,
        "&lt;b&gt;<b>\\(\\)%PDF</b>" * 50,
        "\u00a0\u202f " * 500,
    ],
    ids=[
        *("latin", "arabic", "chinese", "nested", "marks", "unseen", "empty", "held", "French"),
        *("hyphens", "hyphened", "zero", "foreign marks", "markup", "blanks"),
    ],
)
@pytest.mark.parametrize("lang", ["en", "fr", "ar", "zh"])
def test_a_text_without_an_end(text: str, lang: str) -> None:
    blocks = (Heading(plain(text)), Paragraph(plain(text)))
    even = Paragraph(plain(text), align=Align.JUSTIFIED)
    assert failures(render(paper(*blocks, even, lang=lang))) == []


def test_ten_thousand_paragraphs() -> None:
    blocks = [Paragraph(plain(f"Paragraph {number}")) for number in range(10_000)]
    assert len(read(render(paper(*blocks))).pages) > 150


def test_metadata_of_half_characters_and_controls() -> None:
    document = Document("t\ud800", "a\x00", "s\nt", "en", (Paragraph(plain("x")),))
    assert failures(render(document)) == []
