"""Widths and rows of a table."""

import pytest

from ccmdesk.typeset.blocks import Column, Table, plain
from ccmdesk.typeset.plan import Plan
from ccmdesk.typeset.tables import table_pieces


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
