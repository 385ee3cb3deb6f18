"""Two versions of a note compared by words."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.documents.note_json import example
from ccmdesk.documents.redline import (
    ComparedParagraph,
    Piece,
    PieceKind,
    compared,
    compared_words,
    redline_blocks,
    redline_pdf,
)
from ccmdesk.domain.note import Part
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.typeset.blocks import Section
from tests.documents.reading import text_of

SAME, DELETED, INSERTED = PieceKind.SAME, PieceKind.DELETED, PieceKind.INSERTED
WORDS = st.text(alphabet="ab cé 新闻，。نص\n.,-", max_size=60)


def told(pieces: tuple[Piece, ...]) -> list[tuple[PieceKind, str]]:
    return [(piece.kind, piece.text) for piece in pieces]


@pytest.mark.parametrize(
    ("before", "after", "pieces"),
    [
        ("same text", "same text", [(SAME, "same text")]),
        ("", "new", [(INSERTED, "new")]),
        ("old", "", [(DELETED, "old")]),
        (
            "a red car",
            "a blue car",
            [(SAME, "a "), (DELETED, "red"), (INSERTED, "blue"), (SAME, " car")],
        ),
        (
            "one two three four",
            "one five six four",
            [(SAME, "one "), (DELETED, "two three"), (INSERTED, "five six"), (SAME, " four")],
        ),
        ("代表团长", "代表副团长", [(SAME, "代表"), (INSERTED, "副"), (SAME, "团长")]),
        ("", "", []),
    ],
)
def test_words(before: str, after: str, pieces: list[tuple[PieceKind, str]]) -> None:
    assert told(compared_words(before, after)) == pieces


@given(WORDS, WORDS)
def test_both_texts_can_be_had_back(before: str, after: str) -> None:
    pieces = compared_words(before, after)
    assert "".join(each.text for each in pieces if each.kind is not INSERTED) == before
    assert "".join(each.text for each in pieces if each.kind is not DELETED) == after
    assert all(each.text for each in pieces)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_note_compared_with_itself(language: str) -> None:
    paragraphs = compared(example(language, 3), example(language, 3))
    assert not any(paragraph.changed for paragraph in paragraphs)
    assert {"Number", "Text", "Delegation", "Closing", "Place and date", "Addressee"} == {
        paragraph.place for paragraph in paragraphs
    }


def changed(paragraphs: tuple[ComparedParagraph, ...]) -> list[tuple[str, list[PieceKind]]]:
    return [
        (each.place, [piece.kind for piece in each.pieces]) for each in paragraphs if each.changed
    ]


def test_who_left_and_what_was_added() -> None:
    before = example("en", 4)
    body = (Part("statement"), Part("", "It will speak."), Part("delegation"), Part("request"))
    delegates = (*before.delegates[:2], before.delegates[3])
    after = replace(before, body=body, delegates=delegates, dated=date(2023, 8, 17))
    assert changed(compared(before, after)) == [
        ("Text", [INSERTED]),
        ("Delegation", [DELETED]),
        ("Place and date", [SAME, DELETED, INSERTED, SAME]),
    ]


def test_an_edited_paragraph_is_compared_with_itself_wherever_it_is() -> None:
    before = example("en", 2)
    body = (Part("statement"), Part("delegation"), Part("request", "Wholly other words."))
    (only,) = changed(compared(before, replace(before, body=body)))
    assert only[0] == "Text"
    assert {DELETED, INSERTED} <= set(only[1])


def test_the_paper_names_both_versions_and_shows_both_texts() -> None:
    before = example("en", 2)
    after = replace(before, dated=date(2023, 8, 17))
    data = redline_pdf(
        before, after, versions=("15 August, 09:12", "Now"), printed_on=date(2023, 8, 17)
    )
    text = text_of(data)
    assert "Older: 15 August, 09:12 Newer: Now" in text
    assert "1 of 9 paragraphs differ." in text
    assert "Printed on Thu 17 August 2023 Page 1 of 1" in text
    assert data == redline_pdf(
        before, after, versions=("15 August, 09:12", "Now"), printed_on=date(2023, 8, 17)
    )


def test_every_paragraph_stands_in_the_direction_of_its_language() -> None:
    before = replace(example("ar", 2), courtesy="fr", courtesy_names=example("fr").names)
    after = replace(before, dated=date(2023, 8, 17))
    document = redline_blocks(before, after, versions=("A", "B"), printed_on=date(2023, 8, 17))
    languages = [block.lang for block in document.blocks if isinstance(block, Section)]
    paragraphs = compared(before, after)
    assert len(languages) == len(paragraphs)
    assert languages == [
        "fr" if paragraph.place.startswith("Translation") else "ar" for paragraph in paragraphs
    ]
    assert {"ar", "fr"} == set(languages)
