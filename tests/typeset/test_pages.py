"""Dividing pieces over pages."""

from itertools import pairwise
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.typeset.pages import Piece, Room, hold_together, paginated


def nothing(canvas: Any, x: float, y: float) -> None:
    """Stand in for a drawing; heights are all that matters here."""


def piece(height: float = 10, **more: Any) -> Piece:
    return Piece(height, nothing, **more)


def heights(pages: list[list[Piece]]) -> list[list[float]]:
    return [[part.height for part in page] for page in pages]


PIECES = st.lists(
    st.builds(
        lambda height, before, breakable: piece(height, before=before, breakable=breakable),
        st.floats(1, 60),
        st.floats(0, 20),
        st.booleans(),
    ),
    max_size=40,
)


@given(PIECES, st.floats(60, 200), st.floats(0, 50))
def test_every_piece_stands_once_in_order_and_no_page_overflows(
    pieces: list[Piece], height: float, foot: float
) -> None:
    foot = min(foot, height - 60)
    pages = paginated(pieces, Room(height, foot))
    assert [part for page in pages for part in page] == pieces
    for number, page in enumerate(pages):
        used = sum(part.height + (part.before if i else 0) for i, part in enumerate(page))
        assert used <= height - (0 if number else foot) + 0.02


@given(PIECES, st.floats(60, 200))
def test_a_forbidden_break_is_made_only_where_no_allowed_one_is_left(
    pieces: list[Piece], height: float
) -> None:
    pages = paginated(pieces, Room(height))
    for before, page in pairwise(pages):
        if not page[0].breakable:
            assert not any(part.breakable for part in before[1:])


def test_no_pieces_make_one_page() -> None:
    assert paginated([], Room(100)) == [[]]


def test_the_head_of_a_table_is_repeated() -> None:
    head = piece(5)
    rows = [piece(20, repeated=head) for _ in range(10)]
    assert heights(paginated([head, *rows], Room(50))) == [
        [5.0, 20.0, 20.0],
        *[[5.0, 20.0, 20.0]] * 4,
    ]


def test_a_row_higher_than_a_page_is_cut() -> None:
    head = piece(5)
    lines = tuple(piece(10) for _ in range(12))
    row = piece(120, parts=lambda: lines, repeated=head, breakable=False)
    pages = paginated([head, row, piece(10)], Room(60))
    assert sum(part.height for page in pages for part in page if part is not head) == 130
    assert all(sum(part.height for part in page) <= 60.01 for page in pages)


def test_what_stands_beside_the_foot_may_enter_it() -> None:
    text = [piece(50), piece(30)]
    seal = piece(40, breakable=False, beside_foot=True)
    assert len(paginated([*text, seal], Room(120, foot=40))) == 1
    upright = piece(40, breakable=False)
    assert len(paginated([*text, upright], Room(120, foot=40))) == 2


def test_closing_takes_two_lines_with_it() -> None:
    body = [piece(10, body=True) for _ in range(9)]
    closing = [piece(10), piece(10)]
    pieces = [*body, *closing]
    hold_together(pieces, 9, lead=2)
    assert heights(paginated(pieces, Room(100))) == [[10.0] * 7, [10.0] * 4]
