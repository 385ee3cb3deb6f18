"""What moves, in words and on the screen."""

from datetime import date

import pytest
from pytestqt.qtbot import QtBot

from ccmdesk.domain.duty_moves import Move
from ccmdesk.ui.widgets.moves_list import MovesList, move_words

FRIDAY, SATURDAY, THURSDAY = date(2027, 8, 27), date(2027, 8, 28), date(2027, 8, 26)


@pytest.mark.parametrize(
    ("due", "internal", "words"),
    [
        ((FRIDAY, THURSDAY), (FRIDAY, THURSDAY), "Fri 27 August 2027 → Thu 26 August 2027"),
        (
            (THURSDAY, SATURDAY),
            (THURSDAY, FRIDAY),
            "Thu 26 August 2027 → Sat 28 August 2027 · send by Fri 27 August 2027",
        ),
        (
            (SATURDAY, SATURDAY),
            (FRIDAY, THURSDAY),
            "Send by Thu 26 August 2027 instead of Fri 27 August 2027; "
            "due Sat 28 August 2027 as before",
        ),
        ((None, FRIDAY), (None, FRIDAY), "New: Fri 27 August 2027"),
        ((FRIDAY, None), (FRIDAY, None), "Fri 27 August 2027: no longer asked"),
    ],
)
def test_each_move_is_one_line_of_plain_words(
    due: tuple[date | None, date | None], internal: tuple[date | None, date | None], words: str
) -> None:
    assert move_words(Move("key", "Statement", due, internal)) == words


def test_many_moves_scroll_and_few_take_their_own_height(qtbot: QtBot) -> None:
    moves = [Move(str(n), f"Duty {n}", (FRIDAY, THURSDAY), (FRIDAY, THURSDAY)) for n in range(30)]
    shown = MovesList()
    qtbot.addWidget(shown)
    shown.resize(600, 400)
    shown.show()
    shown.show_moves(moves[:1])
    one = shown.sizeHint().height()
    shown.show_moves(moves[:2])
    two = shown.sizeHint().height()
    shown.show_moves(moves)
    all_of_them = shown.sizeHint().height()
    assert one < two < all_of_them < 300
    assert shown.sentence.text() == "The dates of 30 duties move:"
    assert "Duty 29" in shown.words()
    shown.show_moves(())
    assert shown.sentence.text() == "No date of a duty moves."
    assert shown.sizeHint().height() < one
