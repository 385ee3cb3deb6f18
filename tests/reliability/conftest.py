"""Workers: the program in processes of their own, to be started together and killed."""

import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.services.sample import build_sample

Worker = subprocess.Popen[str]
StartWorker = Callable[[str, int], Worker]
PROGRAM = Path(__file__).with_name("desk_worker.py")


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    """The data folder of the sample dossier."""
    folder = tmp_path / "data"
    desk = open_desk(folder, FixedClock.on(date(2023, 8, 16)))
    build_sample(desk)
    desk.close()
    return folder


@pytest.fixture
def start(dossier: Path) -> Iterator[StartWorker]:
    """Start a worker on the dossier; it waits for a line before it works."""
    with ExitStack() as stack:

        def run(work: str, argument: int) -> Worker:
            worker = subprocess.Popen(
                [sys.executable, str(PROGRAM), work, str(dossier), str(argument)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                text=True,
            )
            stack.enter_context(worker)
            stack.callback(worker.kill)
            assert worker.stdout is not None
            assert worker.stdout.readline() == "ready\n"
            return worker

        yield run


def go(*workers: Worker) -> None:
    """Let the workers work."""
    for worker in workers:
        assert worker.stdin is not None
        worker.stdin.write("\n")
        worker.stdin.flush()
