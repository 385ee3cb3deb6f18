"""Papers in a language that is written from right to left."""

from PIL import Image as Pillow

from ccmdesk.typeset.blocks import (
    Align,
    Beside,
    Column,
    Contents,
    Grid,
    Heading,
    Image,
    Item,
    KeepTogether,
    KeyValues,
    List,
    Marker,
    Paragraph,
    Reserved,
    Table,
    TableCell,
    plain,
)
from tests.typeset.seen import paper, parts, places
from tests.typeset.test_images import packed
from tests.typeset.test_standards import failures

MIDDLE = 297.0
EMBLEM = Image(packed(Pillow.new("RGB", (40, 30), "blue")), 20, 20, "شعار", Align.LEFT)
COLUMNS = (Column(plain("11"), 1), Column(plain("22"), 1), Column(plain("33"), 1))
ROWS = (
    (TableCell((plain("44"),), span=2), (plain("55"),)),
    ((plain("66"),), (plain("77"),), (plain("88"),)),
)


def test_pictures_stand_at_the_right_and_seals_at_the_left() -> None:
    data = paper(EMBLEM, Beside(EMBLEM, (Paragraph(plain("99")),)), language="ar")
    boxes = [[float(edge) for edge in part["/A"]["/BBox"]] for part in parts(data, "Figure")]
    assert all(box[0] > MIDDLE for box in boxes)
    seal = KeepTogether((Reserved(40, hint="12"),))
    assert places(paper(seal, language="ar"))["12"][0] < MIDDLE < places(paper(seal))["12"][0]
    left = Reserved(40, hint="12", align=Align.LEFT)
    assert places(paper(left))["12"][0] < MIDDLE < places(paper(left, language="ar"))["12"][0]


def test_columns_run_from_right_to_left_with_cells_over_several() -> None:
    for grid in Grid:
        data = paper(Table(COLUMNS, ROWS, grid=grid), language="ar")
        found = places(data)
        assert found["11"][0] > found["22"][0] > found["33"][0]
        assert found["44"][0] > found["77"][0] > found["55"][0]
        assert failures(data) == []


def test_markers_and_labels_stand_at_the_right() -> None:
    found = places(
        paper(
            List((Item(plain("21")), Item(plain("31"))), Marker.DASH),
            KeyValues(((plain("41"), (plain("51"),)),)),
            Paragraph(plain("61"), label="–", hang=10),
            language="ar",
        )
    )
    assert found["–"][0] > found["21"][0] > MIDDLE
    assert found["41"][0] > found["51"][0] > MIDDLE
    assert found["61"][0] > MIDDLE


def test_the_contents_have_their_pages_at_the_left() -> None:
    found = places(paper(Contents(), Heading(plain("77"), anchor="a"), language="ar"))
    assert found["1"][0] < MIDDLE < found["77"][0]


def test_the_wide_margin_and_the_foot_change_sides() -> None:
    text = Paragraph(plain("12"))
    found = places(paper(text, foot=(Paragraph(plain("34")),), language="ar"))
    right = 595.3 - 30 * 72 / 25.4
    assert right - 20 < found["12"][0] < right
    assert right - 20 < found["34"][0] < right
