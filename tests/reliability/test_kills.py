"""Killed in the middle of saving, the register keeps all it acknowledged and nothing by halves."""

import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.services.first_look import first_look
from ccmdesk.store.opening import inspect, prove
from ccmdesk.system.paths import DataFolder
from tests.reliability.conftest import StartWorker, go

CLOCK = FixedClock.on(date(2023, 8, 16))
KILLS = 20
CREATE = (
    "import sys; from itertools import count; from pathlib import Path;"
    "from ccmdesk.store.creation import create;"
    "print('ready', flush=True);"
    "[create(Path(sys.argv[1]) / str(number) / 'ccmdesk.sqlite3') for number in count()]"
)


def test_twenty_kills_lose_nothing(dossier: Path, start: StartWorker) -> None:
    chance = random.Random(20230816)
    acknowledged: set[str] = set()
    for kill in range(KILLS):
        worker = start("save", kill * 100_000)
        go(worker)
        time.sleep(chance.uniform(0.01, 0.08))
        worker.kill()
        assert worker.stdout is not None
        said = worker.stdout.read()
        # The last line may be cut off by the kill itself.
        acknowledged.update(f"P{line.strip()}" for line in said.splitlines(True) if "\n" in line)
        # The first look comes first in life too: it has to cope with what the kill left.
        assert first_look(dossier, CLOCK) is not None
    desk = open_desk(dossier, CLOCK)
    kept = {
        person.family_name: person.given_names
        for person in desk.people.all()
        if person.family_name[1:].isdecimal()
    }
    report = desk.safety.check(full=True)
    desk.close()
    assert len(acknowledged) >= KILLS
    assert acknowledged <= kept.keys()
    assert set(kept.values()) == {"x" * 2000}
    assert report.ok, report
    assert [path.name for path in dossier.iterdir() if path.name.startswith(".")] == []


def test_a_killed_first_start_leaves_a_whole_register_or_none(tmp_path: Path) -> None:
    chance = random.Random(20230816)
    whole = cut = 0
    for kill in range(8):
        place = tmp_path / str(kill)
        with subprocess.Popen(
            [sys.executable, "-c", CREATE, str(place)], stdout=subprocess.PIPE
        ) as worker:
            assert worker.stdout is not None
            worker.stdout.readline()
            time.sleep(chance.uniform(0.01, 0.06))
            worker.kill()
        for root in place.iterdir() if place.exists() else ():
            folder = DataFolder(root)
            if folder.database.exists():
                inspect(folder)
                prove(folder.database)
                whole += 1
            else:
                cut += 1
    assert whole > 0
    assert cut <= 8
