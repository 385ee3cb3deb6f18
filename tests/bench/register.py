"""Measures the register: search over many notes, opening a page, and issues in a row.

Run as `python -m tests.bench.register`; the numbers are wall time on this machine.
"""

import argparse
import json
import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from statistics import median, quantiles

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.note import NoteKind
from ccmdesk.services.desk import Desk
from ccmdesk.services.register import NoteFilter
from ccmdesk.services.sample import build_sample

CLOCK = FixedClock.on(date(2023, 8, 16))
PAGE = 60
FAMILIES = 900
_STEMS = ("clear", "stock", "munition", "victim", "assist", "report", "deleg", "plenar")
QUERIES = (
    "okoro amina",
    "1432/2011",
    "eleventh meeting",
    "zz",
    "article 7 report 2009",
    "secretary",
    "2017-03",
    "a",
    "q",
    "müller",
    "family 77",
    "office for disarmament",
    "victim7 clear1",
    "munition371",
)
_GIVEN = ("Amina", "Chidi", "José", "Søren", "Ngozi", "Fatima", "Łukasz", "Olga", "Wei", "Ana")


def fill(database: Path, count: int) -> None:
    """Add `count` issued notes to a register, as many years and people as a busy ministry has.

    Their papers are stubs: what is measured are the lines. The file must hold a meeting.
    """
    chance = random.Random(20230816)
    people = [f"{chance.choice(_GIVEN)} Family {number}" for number in range(FAMILIES)]
    kinds = [str(kind) for kind in NoteKind]
    with closing(sqlite3.connect(database, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("BEGIN")
        first = connection.execute("SELECT coalesce(max(id), 0) FROM notes").fetchone()[0] + 1
        per_year = max(1, count // 25)
        for offset in range(count):
            note, year = first + offset, 1990 + offset // per_year
            number, kind = offset % per_year + 1, chance.choice(kinds)
            dated = (date(year, 1, 1) + timedelta(days=chance.randrange(365))).isoformat()
            instant = f"{year}-06-01T09:00:00.{offset % 1_000_000:06d}+00:00"
            ordinal = chance.randrange(1, 40)
            connection.execute(
                "INSERT INTO notes (id, kind, language, state, meeting_id, dated, created_at,"
                " updated_at, body) VALUES (?, ?, 'en', 'draft', 1, ?, ?, ?, ?)",
                (note, kind, dated, instant, instant, _body(chance)),
            )
            connection.execute(
                "INSERT INTO issued_notes VALUES"
                " (?, '', ?, ?, 0, ?, '{n}/{year}', 'yearly', ?, ?, ?, 'en', 'XAV', ?, ?, ?, ?, ?,"
                " ?, ?, NULL, ?, ?)",
                (
                    note,
                    str(year),
                    number,
                    f"{number}/{year}",
                    year,
                    dated,
                    kind,
                    f"{ordinal}MSP",
                    f"Meeting {ordinal} of States Parties",
                    chance.choice(("Secretary", "Office for Disarmament Affairs", "President")),
                    f"{kind} of {year}: subject {chance.randrange(2000)}",
                    f"ODA/{year}-{chance.randrange(400):05d}",
                    ", ".join(chance.sample(people, 8)),
                    instant,
                    "0" * 64,
                    "1" * 64,
                ),
            )
            connection.execute("INSERT INTO sealed_papers VALUES (?, '{}', x'25')", (note,))
            connection.execute(
                "INSERT INTO note_steps (note_id, kind, recorded_at, at)"
                " VALUES (?, 'issued', ?, ?)",
                (note, instant, instant),
            )
        connection.execute("UPDATE notes SET state = 'issued' WHERE id >= ?", (first,))
        connection.execute("COMMIT")


def _body(chance: random.Random) -> str:
    """Return a paragraph of the officer's own; some words stand in most notes, others in few."""
    words = [f"{chance.choice(_STEMS)}{int(chance.paretovariate(0.7)) % 4000}" for _ in range(40)]
    return json.dumps([{"key": "request", "text": None}, {"key": "", "text": " ".join(words)}])


def keystrokes(desk: Desk) -> list[float]:
    """Return the milliseconds from each key to the first page of what was found."""
    taken = []
    for query in QUERIES:
        for end in range(1, len(query) + 1):
            wanted = NoteFilter(search=query[:end])
            taken.append(_milliseconds(lambda wanted=wanted: _shown(desk, wanted)))  # type: ignore[misc]
    return taken


def opening(desk: Desk, times: int = 15) -> float:
    """Return the median milliseconds until the first page without a search is there."""
    return median(_milliseconds(lambda: _shown(desk, NoteFilter())) for _ in range(times))


def issues(folder: Path, count: int) -> list[tuple[int, int]]:
    """Issue `count` notes in a row; return after each hundred how many and how large the file."""
    desk = open_desk(folder, CLOCK)
    sample = build_sample(desk)
    told = []
    for number in range(1, count + 1):
        note = desk.notes.create(NoteKind.NOMINATION, sample.meeting_id, "en")
        written = desk.notes.issue(note).number
        if written != f"{number}/2023":
            raise RuntimeError(f"expected number {number}, got {written}")
        if number % 100 == 0:
            told.append((number, (folder / "ccmdesk.sqlite3").stat().st_size))
    report = desk.safety.check()
    desk.close()
    if not report.ok:
        raise RuntimeError(str(report))
    return told


def p95(values: list[float]) -> float:
    """Return the 95th percentile."""
    return quantiles(values, n=100, method="inclusive")[94]


def _shown(desk: Desk, wanted: NoteFilter) -> None:
    ids = desk.register.ids(wanted)
    desk.register.page(ids[:PAGE])


def _milliseconds(act: Callable[[], None]) -> float:
    started = time.perf_counter()
    act()
    return (time.perf_counter() - started) * 1000


def _filled_desk(folder: Path, count: int) -> Desk:
    desk = open_desk(folder, CLOCK)
    build_sample(desk)
    desk.close()
    fill(folder / "ccmdesk.sqlite3", count)
    return open_desk(folder, CLOCK)


def main() -> None:
    """Measure and print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--notes", type=int, default=100_000, help="notes to search through")
    asked.add_argument("--issues", type=int, default=1000, help="notes to issue in a row")
    options = asked.parse_args()
    with tempfile.TemporaryDirectory() as root:
        few = _filled_desk(Path(root) / "few", 100)
        many = _filled_desk(Path(root) / "many", options.notes)
        ready = _milliseconds(many.register.warm)
        keys = keystrokes(many)
        print(f"search over {options.notes} notes, {len(keys)} keys:")
        print(f"  median {median(keys):.1f} ms, p95 {p95(keys):.1f} ms, most {max(keys):.1f} ms")
        print(f"  made ready once in {ready:.0f} ms, beside the window")
        print(f"first page: {opening(few):.1f} ms of 100 notes, {opening(many):.1f} ms of these")
        few.close()
        many.close()
        if options.issues:
            started = time.perf_counter()
            told = issues(Path(root) / "issues", options.issues)
            each = (time.perf_counter() - started) / options.issues * 1000
            print(f"{options.issues} issues in a row, numbers gap-free, {each:.0f} ms each:")
            for number, size in told:
                print(f"  {number:5d} notes: {size / 1024 / 1024:7.1f} MiB")


if __name__ == "__main__":
    main()
