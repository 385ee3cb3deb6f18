"""Texts nobody would want to print: shown as typed or refused, never lost and never endless."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ccmdesk.typeset.blocks import Block, Document, Heading, Paragraph, Run, plain
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
@given(st.text(max_size=40), st.sampled_from(["en", "ar", "zh"]))
def test_any_text_is_printed_or_refused(text: str, lang: str) -> None:
    if missing_characters(text):
        with pytest.raises(MissingCharactersError):
            render(paper(Paragraph(plain(text)), lang=lang))
    else:
        assert failures(render(paper(Paragraph(plain(text)), lang=lang))) == []


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
    ],
    ids=["latin", "arabic", "chinese", "nested", "marks", "unseen", "empty"],
)
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_a_text_without_an_end(text: str, lang: str) -> None:
    assert failures(render(paper(Heading(plain(text)), Paragraph(plain(text)), lang=lang))) == []


def test_ten_thousand_paragraphs() -> None:
    blocks = [Paragraph(plain(f"Paragraph {number}")) for number in range(10_000)]
    assert len(read(render(paper(*blocks))).pages) > 150


def test_metadata_of_half_characters_and_controls() -> None:
    document = Document("t\ud800", "a\x00", "s\nt", "en", (Paragraph(plain("x")),))
    assert failures(render(document)) == []
