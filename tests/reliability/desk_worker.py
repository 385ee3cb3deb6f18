"""What the tests run in processes of their own: save, issue or only open, and say what was done."""

import sys
from datetime import date
from pathlib import Path

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.services.desk import Desk

CLOCK = FixedClock.on(date(2023, 8, 16))


def save(desk: Desk, start: int) -> None:
    """Add people one after the other for ever, and print each number once it is stored."""
    number = start
    while True:
        desk.people.save(Person(f"P{number}", "x" * 2000))
        print(number, flush=True)
        number += 1


def issue(desk: Desk, count: int) -> None:
    """Issue so many notes and print each number."""
    meeting = desk.meetings.by_code("11MSP").id
    for _ in range(count):
        note = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
        print(desk.notes.issue(note).number, flush=True)


def typed(desk: Desk, count: int) -> None:
    """Issue notes under so many typed numbers, and print each that was not taken already."""
    meeting = desk.meetings.by_code("11MSP").id
    for number in range(1, count + 1):
        note = desk.notes.create(NoteKind.NOMINATION, meeting, "en")
        try:
            print(desk.notes.issue(note, number=f"T-{number}").number, flush=True)
        except RefusedError:
            desk.notes.remove_draft(note)


if __name__ == "__main__":
    work, folder, argument = sys.argv[1:]
    desk = open_desk(Path(folder), CLOCK)
    print("ready", flush=True)
    # Several start at once: the word to go comes from the test.
    sys.stdin.readline()
    {"save": save, "issue": issue, "typed": typed}[work](desk, int(argument))
    desk.close()
