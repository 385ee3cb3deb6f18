"""Two programs on one register: numbers neither lost nor used twice, copies whole."""

from datetime import date
from pathlib import Path

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.note import NoteState
from ccmdesk.store.check import check
from tests.reliability.conftest import StartWorker, go

CLOCK = FixedClock.on(date(2023, 8, 16))
EACH = 6


def test_two_issue_at_once(dossier: Path, start: StartWorker) -> None:
    workers = [start("issue", EACH), start("issue", EACH)]
    go(*workers)
    told = [worker.communicate()[0].split() for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0]
    assert sorted(told[0] + told[1], key=lambda number: int(number.split("/")[0])) == [
        f"{number}/2023" for number in range(1, 2 * EACH + 1)
    ]
    desk = open_desk(dossier, CLOCK)
    register = {line.number for line in desk.notes.lines(NoteState.ISSUED)}
    report = desk.safety.check(full=True)
    desk.close()
    assert register == set(told[0] + told[1])
    assert report.ok, report


def test_a_typed_number_is_given_to_one_of_two(dossier: Path, start: StartWorker) -> None:
    workers = [start("typed", EACH), start("typed", EACH)]
    go(*workers)
    told = [worker.communicate()[0].split() for worker in workers]
    assert [worker.returncode for worker in workers] == [0, 0]
    assert sorted(told[0] + told[1]) == [f"T-{number}" for number in range(1, EACH + 1)]
    report = check(dossier / "ccmdesk.sqlite3", full=True)
    assert report.ok, report


def test_copies_made_while_another_writes_are_whole(dossier: Path, start: StartWorker) -> None:
    desk = open_desk(dossier, CLOCK)
    worker = start("save", 0)
    go(worker)
    assert worker.stdout is not None
    for number in range(5):
        last = int(worker.stdout.readline())
        copy = desk.safety.backup(dossier / "backups" / f"copy-{number}.sqlite3")
        report = check(copy, full=True)
        assert report.ok, report
        folder = dossier.parent / f"restored-{number}"
        folder.mkdir()
        (folder / "ccmdesk.sqlite3").write_bytes(copy.read_bytes())
        restored = open_desk(folder, CLOCK)
        kept = {person.family_name for person in restored.people.all(search="P")}
        restored.close()
        assert {f"P{each}" for each in range(last + 1)} <= kept
    worker.kill()
    desk.close()
