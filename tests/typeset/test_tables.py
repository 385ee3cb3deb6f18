"""Widths and rows of a table."""

import pytest

from ccmdesk.typeset.blocks import Align, Cell, Column, Grid, Table, TableCell, plain
from ccmdesk.typeset.errors import UnevenRowError
from ccmdesk.typeset.pages import Piece
from ccmdesk.typeset.plan import Plan
from ccmdesk.typeset.tables import table_pieces
from tests.typeset.seen import paper, parts, places, read, texts, tree
from tests.typeset.test_standards import failures


def table(*texts: str, shares: tuple[float, ...] = (1, 1), rows: int = 3) -> Table:
    columns = tuple(Column(plain("Head"), share) for share in shares)
    return Table(columns, tuple(tuple((plain(text),) for text in texts) for _ in range(rows)))


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    short = table_pieces(table("a", "b"), 300, Plan(12))[1]
    long = table_pieces(table("a", "word " * 40), 300, Plan(12))[1]
    assert long.height > 3 * short.height
    assert sum(part.height for part in long.parts()) == pytest.approx(long.height)


def test_what_a_narrow_column_leaves_goes_to_the_wide_one() -> None:
    text = "a title of a middling length that fits"
    assert table_pieces(table("1.", text), 300, Plan(12))[1].height == (
        table_pieces(table("1.", "short"), 300, Plan(12))[1].height
    )


def test_a_long_word_widens_its_column_before_it_is_cut() -> None:
    whole = table_pieces(table("Représentationnellement", "a b c", shares=(1, 9)), 260, Plan(12))[1]
    assert len(whole.parts()) == 1


def test_the_first_and_the_last_two_rows_stay_together() -> None:
    head, *rows = table_pieces(table("a", "b", rows=5), 300, Plan(12))
    assert [row.breakable for row in rows] == [False, False, True, True, False]
    assert all(row.repeated is not None for row in rows)
    assert head.repeated is None


def test_a_table_too_narrow_for_its_words_is_set_smaller() -> None:
    wide = table_pieces(table("Représentation", "Représentation"), 300, Plan(12))[1]
    narrow = table_pieces(table("Représentation", "Représentation"), 120, Plan(12))[1]
    assert len(narrow.parts()) == 1
    assert narrow.height < wide.height


def cell(text: str) -> Cell:
    return (plain(text),)


COLUMNS = (Column(plain("State"), 2), Column(plain("First"), 1), Column(plain("Second"), 1))
OVER = ((cell(""), TableCell(cell("Years"), 2, Align.CENTRE)),)
ROWS = (
    (TableCell(cell("Europe"), 3, bold=True),),
    (cell("a"), cell("1"), cell("2")),
    (TableCell(cell("both"), 2), TableCell(cell("3"), align=Align.RIGHT)),
)


@pytest.mark.parametrize("grid", list(Grid))
def test_cells_go_over_several_columns(grid: Grid) -> None:
    data = paper(Table(COLUMNS, ROWS, over=OVER, grid=grid))
    assert tree(data) == "Table(THead(TR(TH TH) TR(TH TH TH)) TBody(TR(TH) TR(TD TD TD) TR(TD TD)))"
    spans = [
        int(part["/A"]["/ColSpan"])
        for tag in ("TH", "TD")
        for part in parts(data, tag)
        if "/ColSpan" in part.get("/A", {})
    ]
    assert spans == [2, 3, 2]
    found = places(data)
    assert found["First"][0] < found["Years"][0] < found["Second"][0]
    assert found["3"][0] > found["2"][0]
    assert texts(data)[0] == "Years State First Second Europe a 1 2 both 3"
    assert failures(data) == []


def test_a_row_may_be_said_by_its_first_cell() -> None:
    data = paper(Table(COLUMNS[:2], ((cell("a"), cell("1")),), labelled=True))
    scopes = [str(part["/A"]["/Scope"]) for part in parts(data, "TH")]
    assert scopes == ["/Column", "/Column", "/Row"]


def test_all_rows_of_the_head_are_repeated() -> None:
    rows = tuple((cell(f"row{n}"), cell(""), cell("")) for n in range(120))
    pages = texts(paper(Table(COLUMNS, rows, over=OVER)))
    assert len(pages) > 2
    assert all(page.startswith("Years State First Second row") for page in pages)


def test_the_title_of_rows_keeps_with_the_first_of_them() -> None:
    _, *rows = table_pieces(Table(COLUMNS, (ROWS * 4)[:9]), 300, Plan(12))
    titles = [index for index in range(9) if index % 3 == 0]
    assert [rows[index + 1].breakable for index in titles] == [False] * 3
    assert rows[3].breakable


@pytest.mark.parametrize("row", [(cell("a"),), (cell("a"), TableCell(cell("b"), 3))])
def test_a_row_that_does_not_fill_the_columns_is_refused(row: tuple[Cell | TableCell, ...]) -> None:
    with pytest.raises(UnevenRowError, match="Row 1 "):
        paper(Table(COLUMNS, (row,)))


def test_lines_are_as_the_grid_asks() -> None:
    counts = [
        drawn.count(" l S")
        for grid in (Grid.NONE, Grid.ROWS, Grid.ALL)
        for drawn in [content(Table(COLUMNS, ROWS, grid=grid))]
    ]
    assert counts == [0, 5, 21]


def content(block: Table) -> str:
    found = read(paper(block)).pages[0].get_contents()
    assert found is not None
    return found.get_data().decode("latin-1")


def ticked(lang: str) -> Table:
    rows = tuple(
        (
            cell("Form"),
            TableCell((), align=Align.CENTRE, ticked=tick),
            TableCell(cell("since 2024 and words " * 8), ticked=not tick, shaded=True),
        )
        for tick in (True, False)
    )
    return Table(COLUMNS, rows, grid=Grid.ALL)


@pytest.mark.parametrize("lang", ["en", "ar"])
def test_cells_with_boxes_and_shade_keep_both_standards(lang: str) -> None:
    assert failures(paper(ticked(lang), language=lang)) == []


def test_a_box_is_told_to_who_does_not_see_it_and_takes_room() -> None:
    def row(*tick: bool) -> Piece:
        lines = cell("word " * 9)
        rows = (cell("Form"), TableCell(lines, ticked=tick[0]) if tick else lines)
        return table_pieces(Table(COLUMNS[:2], (rows,)), 120, Plan(12))[1]

    assert row(True).height > row().height
    found = parts(paper(ticked("en")), "Span")
    assert [each["/Alt"] for each in found] == ["\u2612", "\u2610", "\u2610", "\u2612"]


def test_rows_are_as_high_as_wanted_and_grow_where_they_must() -> None:
    rows = ((cell("a"), cell("b")), (cell("word " * 60), cell("b")))
    low, high = Table(COLUMNS[:2], rows), Table(COLUMNS[:2], rows, least=12)
    plain_rows = [piece.height for piece in table_pieces(low, 200, Plan(12))[1:]]
    wanted_rows = [piece.height for piece in table_pieces(high, 200, Plan(12))[1:]]
    assert wanted_rows[0] == pytest.approx(12 * 72 / 25.4)
    assert plain_rows[0] < wanted_rows[0]
    assert wanted_rows[1] == plain_rows[1] > wanted_rows[0]


def test_rigid_columns_keep_their_shares_whatever_stands_in_them() -> None:
    columns = (Column(plain("A"), 1), Column(plain("B"), 1))
    rows = ((cell("x"), cell("a longer text " * 9)),)
    loose, rigid = (paper(Table(columns, rows, rigid=each)) for each in (False, True))
    assert places(loose)["B"][0] < places(rigid)["B"][0]
    # Beside the margin of 30 millimetres, half of the 160 that are left.
    assert places(rigid)["B"][0] == pytest.approx(110 * 72 / 25.4, abs=8)
