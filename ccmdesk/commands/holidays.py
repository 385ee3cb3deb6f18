"""Commands on the three holiday lists."""

import sys
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from ccmdesk.commands.access import open_services, read_bytes
from ccmdesk.commands.date_moves import moves_json, print_moves
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place


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
    with open_services(asked) as desk:
        found = (
            desk.holidays.preview_remove(asked.id)
            if asked.dry_run
            else desk.holidays.remove(asked.id)
        )
    _print(asked, [], found)


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


def _text(name: str) -> str:
    data = sys.stdin.buffer.read() if name == "-" else read_bytes(Path(name), "list")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise InputError(
            f"Line {line}: the list is not written in UTF-8; save it as UTF-8 and take it again."
        ) from None


def _saved(asked: Namespace, entries: Sequence[HolidayEntry]) -> None:
    with open_services(asked) as desk:
        found = (
            desk.holidays.preview_all(entries) if asked.dry_run else desk.holidays.save_all(entries)
        )
    _print(asked, entries, found)


def _print(asked: Namespace, entries: Sequence[HolidayEntry], found: Sequence[Move]) -> None:
    if asked.json:
        print_json(
            {
                "changed": not asked.dry_run,
                "days": [
                    {"day": each.day, "name": each.name, "off": each.off, "yearly": each.yearly}
                    for each in entries
                ],
                "moves": moves_json(found),
            }
        )
        return
    if entries:
        days = "1 day" if len(entries) == 1 else f"{len(entries)} days"
        print(f"{days} {'read' if asked.dry_run else 'entered'}.")
    print_moves(found, trial=asked.dry_run)
