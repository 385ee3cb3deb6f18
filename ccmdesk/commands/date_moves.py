"""Prints which dates an act moves, or would move."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from ccmdesk.commands.output import print_table
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty_moves import Move


def print_moves(moves: Sequence[Move], *, trial: bool) -> None:
    """Print each move, the legal and the internal date as they were and as they become."""
    if not moves:
        print("No date would move." if trial else "No date moved.")
        return
    print("These dates would move:" if trial else "These dates moved:")
    print_table(
        ("Duty", "Legal date", "Internal date"),
        [(each.title, _shift(each.due), _shift(each.internal_due)) for each in moves],
    )


def moves_json(moves: Sequence[Move]) -> list[dict[str, Any]]:
    """Return the moves as the command line prints them."""
    return [
        {
            "key": each.key,
            "title": each.title,
            "due_was": each.due[0],
            "due": each.due[1],
            "internal_due_was": each.internal_due[0],
            "internal_due": each.internal_due[1],
        }
        for each in moves
    ]


def _shift(days: tuple[date | None, date | None]) -> str:
    was, became = (spoken(day) if day else "none" for day in days)
    return was if was == became else f"{was} -> {became}"
