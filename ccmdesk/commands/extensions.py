"""Commands on granted extensions of Article 3 and Article 4 deadlines."""

import re
from argparse import Namespace
from collections.abc import Sequence
from datetime import date
from typing import Any

from ccmdesk.commands.access import open_services
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.recorded import Extension, ExtensionStanding
from ccmdesk.services.desk import Desk

_MONTH = re.compile(r"((?!0000)\d{4})-(0[1-9]|1[0-2])", re.ASCII)
_YEAR = re.compile(r"(20\d{2})", re.ASCII)


def extension_list(asked: Namespace) -> None:
    """List the stages of a State's deadlines, the officer's own among them."""
    with open_services(asked) as desk:
        state = _state(desk, asked)
        found, own = desk.extensions.all(state), desk.extensions.own(state)
    entered = {(row.article, row.stage) for row in own}
    if asked.json:
        print_json([_row_json(row, (row.article, row.stage) in entered) for row in found])
    elif not found:
        print("No stage of a deadline is recorded for this State.")
    else:
        print_table(
            ("Article", "Stage", "Deadline", "Standing", "Decided at", "Entered", "Source"),
            [
                (
                    str(row.article),
                    row.stage,
                    row.published,
                    row.standing.value,
                    row.decided_at,
                    "here" if (row.article, row.stage) in entered else "",
                    row.source,
                )
                for row in found
            ],
        )


def extension_enter(asked: Namespace) -> None:
    """Enter an extension that was granted, and print the dates that moved."""
    with open_services(asked) as desk:
        given = _extension(desk, asked)
        dry = asked.dry_run
        moved = desk.extensions.preview(given) if dry else desk.extensions.enter(given, asked.why)
    print_moves(moved, as_json=asked.json)


def extension_change(asked: Namespace) -> None:
    """Correct an extension that was entered, and print the dates that moved."""
    with open_services(asked) as desk:
        given = _extension(desk, asked)
        dry = asked.dry_run
        moved = desk.extensions.preview(given) if dry else desk.extensions.change(given, asked.why)
    print_moves(moved, as_json=asked.json)


def extension_remove(asked: Namespace) -> None:
    """Remove an extension that was entered, and print the dates that moved."""
    if not asked.stage:
        raise WrongUsageError("Say with --stage which one, as in “extension 2”.")
    with open_services(asked) as desk:
        state = _state(desk, asked)
        if asked.dry_run:
            moved = desk.extensions.preview_removal(state, asked.article, asked.stage)
        else:
            moved = desk.extensions.remove(state, asked.article, asked.stage, asked.why)
    print_moves(moved, as_json=asked.json)


def print_moves(moved: Sequence[Move], *, as_json: bool) -> None:
    """Print the dates that a change moves, or would move."""
    if as_json:
        print_json(
            [
                {
                    "key": move.key,
                    "title": move.title,
                    "due": list(move.due),
                    "internal_due": list(move.internal_due),
                }
                for move in moved
            ]
        )
    elif not moved:
        print("No date moves.")
    else:
        print_table(
            ("Legal date", "becomes", "Internal date", "becomes", "Duty"),
            [(*map(_day, (*move.due, *move.internal_due)), move.title) for move in moved],
        )


def _extension(desk: Desk, asked: Namespace) -> Extension:
    deadline, precision = _deadline(asked.deadline)
    return Extension(
        state=_state(desk, asked),
        article=asked.article,
        stage=asked.stage,
        deadline=deadline,
        precision=precision,
        decided_at=asked.decided_at,
        standing=ExtensionStanding(asked.standing),
        note=asked.note,
        source=asked.source,
        as_of=desk.clock.today(),
    )


def _deadline(text: str) -> tuple[date | None, str]:
    """Return the earliest day meant and how much of it was given."""
    typed = text.strip()
    if not typed:
        return None, "day"
    month = _MONTH.fullmatch(typed)
    if month:
        return date(int(month[1]), int(month[2]), 1), "month"
    if _YEAR.fullmatch(typed):
        return date(int(typed), 1, 1), "year"
    return parse_day(typed, "deadline"), "day"


def _state(desk: Desk, asked: Namespace) -> str:
    profile = desk.profile.get()
    found = str(asked.state or (profile.state_iso3 if profile else "")).upper()
    if not found:
        raise WrongUsageError("There is no profile yet; name a State, as in --state NGA.")
    return found


def _row_json(row: Extension, entered: bool) -> dict[str, Any]:
    return {
        "state": row.state,
        "article": row.article,
        "stage": row.stage,
        "deadline": row.deadline,
        "precision": row.precision,
        "decided_at": row.decided_at or None,
        "standing": row.standing.value,
        "note": row.note or None,
        "source": row.source or None,
        "as_of": row.as_of,
        "entered": entered,
    }


def _day(day: date | None) -> str:
    return spoken(day) if day else "none"
