"""Characters no font has, told with their names and places."""

import pytest

from ccmdesk.typeset.blocks import (
    Block,
    Column,
    Document,
    Heading,
    KeepTogether,
    Paragraph,
    Run,
    Table,
    plain,
)
from ccmdesk.typeset.errors import Missing, MissingCharactersError
from ccmdesk.typeset.render import render

TABLE = Table(
    (Column(plain("No."), 1), Column(plain("Name"), 9)),
    (((plain("1."),), (plain("Anna"),)), ((plain("2."),), (plain("Party 🎉 of two"),))),
)


def missing(*blocks: Block, line: str = "") -> tuple[Missing, ...]:
    with pytest.raises(MissingCharactersError) as caught:
        render(Document("t", "a", "s", "en", blocks, line=line))
    return caught.value.missing


def test_a_character_is_told_with_its_name_its_place_and_the_words_around_it() -> None:
    (found,) = missing(Paragraph(plain("Good")), Heading(plain("Fine")), TABLE)
    assert found == Missing("🎉", "table 1, row 2, column 2", "Party 🎉 of two")
    assert found.name == "PARTY POPPER"
    assert str(found) == (
        "“🎉” PARTY POPPER (U+1F389) in table 1, row 2, column 2, near “Party 🎉 of two”"
    )


def test_every_place_is_told_in_the_order_of_the_paper() -> None:
    blocks = (Paragraph(plain("a")), KeepTogether((Paragraph((Run("b"), Run("ჟ", bold=True))),)))
    found = missing(*blocks, Heading(plain("ჟ\x07")), line="\ud800")
    assert [(each.character, each.place) for each in found] == [
        ("ჟ", "paragraph 2"),
        ("ჟ", "heading 1"),
        ("\x07", "heading 1"),
        ("\ud800", "line at the foot of the first page"),
    ]
    assert [each.name for each in found[2:]] == ["control character", "half of a character"]


def test_the_error_names_each_character_once() -> None:
    with pytest.raises(MissingCharactersError, match=r"U\+AC00") as caught:
        render(Document("t", "a", "s", "en", (Paragraph(plain("가나가")), Paragraph(plain("나")))))
    assert caught.value.characters == "가나"


def test_a_long_text_is_told_by_the_words_around_the_place() -> None:
    (found,) = missing(Paragraph(plain("word " * 50 + "🎉" + " word" * 50)))
    assert found.near == "…d word word 🎉 word word w…"


def test_a_paper_in_many_unknown_letters_is_refused_without_an_endless_list() -> None:
    hangul = "".join(chr(code) for code in range(0xAC00, 0xB000))
    assert len(missing(Paragraph(plain(hangul)))) == 100
