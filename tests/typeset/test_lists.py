"""Lists, and what stands before their items."""

import pytest

from ccmdesk.typeset.blocks import Item, List, Marker, Paragraph, plain
from ccmdesk.typeset.lists import marker_of
from ccmdesk.typeset.plan import Plan
from tests.typeset.seen import paper, parts, places, texts, tree
from tests.typeset.test_standards import failures

WORDS = "several words that are long enough to need more than a single line of the column " * 2


def items(*texts: str) -> tuple[Item, ...]:
    return tuple(Item(plain(text)) for text in texts)


@pytest.mark.parametrize(
    ("kind", "number", "lang", "wanted"),
    [
        (Marker.NUMBER, 12, "en", "12."),
        (Marker.LETTER, 2, "en", "(b)"),
        (Marker.LETTER, 27, "fr", "(aa)"),
        (Marker.LETTER, 3, "ru", "(в)"),
        (Marker.LETTER, 2, "ar", "(ب)"),
        (Marker.ROMAN, 44, "en", "(xliv)"),
        (Marker.BULLET, 1, "en", "•"),
        (Marker.BOX, 1, "en", ""),
    ],
)
def test_markers(kind: Marker, number: int, lang: str, wanted: str) -> None:
    assert marker_of(kind, number, Plan(12, lang)) == wanted


def test_lists_within_lists_are_parts_of_their_items() -> None:
    inner = List(items("below", "below that"), Marker.LETTER)
    data = paper(List((Item(plain("One"), (inner,)), *items("Two")), Marker.NUMBER))
    assert tree(data) == ("L(LI(Lbl LBody(P L(LI(Lbl LBody) LI(Lbl LBody)))) LI(Lbl LBody))")
    assert "1. One (a) below (b) below that 2. Two" in texts(data)[0]
    assert [str(part["/A"]["/ListNumbering"]) for part in parts(data, "L")] == [
        "/Decimal",
        "/LowerAlpha",
    ]
    assert failures(data) == []


def test_text_hangs_beside_its_marker() -> None:
    data = paper(List(items("word " + WORDS), Marker.NUMBER))
    found = places(data)
    marker = found["1."]
    lines = [place for text, place in found.items() if "word" in text]
    assert len(lines) > 1
    assert {round(x) for x, _ in lines} == {round(lines[0][0])}
    assert lines[0][0] > marker[0] + 10
    assert lines[0][1] == marker[1]


def test_an_item_may_have_a_marker_of_its_own_and_numbers_may_begin_later() -> None:
    data = paper(
        List((*items("a"), Item(plain("b"), marker="6 bis."), *items("c")), Marker.NUMBER, 6)
    )
    assert "6. a 6 bis. b 8. c" in texts(data)[0]


def test_boxes_are_drawn_and_told() -> None:
    data = paper(List(items("Yes", "No"), Marker.BOX), List(items("Seen"), Marker.TICKED))
    assert [str(part["/Alt"]) for part in parts(data, "Lbl")] == ["☐", "☐", "☒"]
    assert failures(data) == []


def test_a_long_list_goes_on_over_pages_and_loses_nothing() -> None:
    data = paper(List(tuple(items(*(f"item{n}." for n in range(200)))), Marker.NUMBER))
    text = " ".join(texts(data))
    assert [text.count(f"item{n}.") for n in range(200)] == [1] * 200


def test_an_empty_list_is_nothing() -> None:
    assert tree(paper(List(()), Paragraph(plain("x")))) == "P"
