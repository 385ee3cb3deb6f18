"""Commands on the three holiday lists."""

import sys
from argparse import Namespace
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.commands.access import open_services, read_bytes
from ccmdesk.commands.date_moves import moves_json, print_moves
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import WEEKDAYS, spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.safe_start import SafeStart, StartMove, start_moves

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk


def holidays(asked: Namespace) -> None:
    """Print the days off of an office in a year, and which of them the officer entered."""
    place, year = Place(asked.place), asked.year or asked.clock.today().year
    with open_services(asked) as desk:
        found = desk.holidays.year(place, year)
    if asked.json:
        print_json(
            [
                {
                    "place": place.value,
                    "day": each.day,
                    "name": each.name,
                    "standing": each.standing.value,
                    "id": each.entry_id or None,
                }
                for each in found
            ]
        )
    elif not found:
        print(f"No days off are known for {year}; ccmdesk holidays import takes a list.")
    else:
        print_table(
            ("Day", "Standing", "Id", "Name"),
            [
                (spoken(each.day), each.standing.value, str(each.entry_id or ""), each.name)
                for each in found
            ],
        )


def add(asked: Namespace) -> None:
    """Add a day off, or say that an office works on a shipped one."""
    entry = HolidayEntry(
        Place(asked.place),
        asked.day,
        asked.name.strip(),
        off=not asked.works,
        yearly=asked.yearly,
        source=asked.source or "",
    )
    _saved(asked, [entry])


def remove(asked: Namespace) -> None:
    """Remove a line of the officer's own; the shipped list counts again."""
    _changed(
        asked,
        [],
        lambda desk: desk.holidays.preview_remove(asked.id),
        lambda desk: desk.holidays.remove(asked.id),
    )


def take(asked: Namespace) -> None:
    """Take over a list; where one line is wrong, nothing is taken."""
    if asked.year is None:
        raise WrongUsageError("Name the year of the list, as in --year 2027.")
    text = _text(asked.file)
    with open_services(asked) as desk:
        entries = desk.holidays.read_list(
            Place(asked.place), text, asked.year, complete=asked.complete
        )
    _saved(asked, entries)


def weekend(asked: Namespace) -> None:
    """Print on which days of the week the capital rests, or change them."""
    starts: list[StartMove] = []
    with open_services(asked) as desk:
        if asked.days:
            before = _starts(desk)
            desk.holidays.save_weekend(asked.days)
            starts = start_moves(before, _starts(desk))
        days = [WEEKDAYS[day] for day in sorted(desk.holidays.weekend())]
    if asked.json:
        print_json([day.lower() for day in days])
        return
    print(f"The capital rests on {' and '.join(days)}.")
    _print_starts(starts)


def _text(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else read_bytes(Path(name), "list")
    if data.startswith(b"PK\x03\x04") or b"\0" in data:
        raise InputError("This list is no plain text; save it as CSV in UTF-8 and take it again.")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"Line {line}: the list is not written in UTF-8; save it as UTF-8 and take it again."
        ) from None


def _saved(asked: Namespace, entries: Sequence[HolidayEntry]) -> None:
    _changed(
        asked,
        entries,
        lambda desk: desk.holidays.preview_all(entries),
        lambda desk: desk.holidays.save_all(entries),
    )


def _changed(
    asked: Namespace,
    entries: Sequence[HolidayEntry],
    preview: "Callable[[Desk], list[Move]]",
    carry_out: "Callable[[Desk], list[Move]]",
) -> None:
    with open_services(asked) as desk:
        if asked.dry_run:
            _print(asked, entries, preview(desk), [])
            return
        before = _starts(desk)
        found = carry_out(desk)
        _print(asked, entries, found, start_moves(before, _starts(desk)))


def _starts(desk: "Desk") -> list[SafeStart]:
    return desk.safe_starts.all() if desk.profile.get() else []


def _print(
    asked: Namespace,
    entries: Sequence[HolidayEntry],
    found: Sequence[Move],
    starts: Sequence[StartMove],
) -> None:
    if asked.json:
        print_json(
            {
                "changed": not asked.dry_run,
                "days": [
                    {"day": each.day, "name": each.name, "off": each.off, "yearly": each.yearly}
                    for each in entries
                ],
                "moves": moves_json(found),
                "start_moves": [
                    {"key": each.key, "start_by_was": each.was, "start_by": each.became}
                    for each in starts
                ],
            }
        )
        return
    if entries:
        days = "1 day" if len(entries) == 1 else f"{len(entries)} days"
        print(f"{days} {'read' if asked.dry_run else 'entered'}.")
    print_moves(found, trial=asked.dry_run)
    _print_starts(starts)


def _print_starts(starts: Sequence[StartMove]) -> None:
    for each in starts:
        print(f"Start by {spoken(each.became)}, was {spoken(each.was)}: {each.key}")
