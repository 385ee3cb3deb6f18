"""Duties that a program of version 2.1 recorded: without a channel, and told as they were."""

import gzip
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_deadlines, open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.ledger import standing_words, summary
from ccmdesk.services.desk import Desk
from ccmdesk.services.ledger_paper import ledger_pdf

# Two reports of Nigeria done, one of them two days late, and a deadline that is not ours; as
# version 2.1 wrote them on 2 March 2026.
GOLDEN = Path(__file__).parents[1] / "golden" / "register-2.1.sqlite3.gz"
CLOCK = FixedClock.on(date(2026, 11, 22))
KEY = "NGA:art7_annual:2024"


@pytest.fixture
def older(tmp_path: Path) -> Path:
    """The data folder of the earlier program."""
    folder = tmp_path / "data"
    folder.mkdir()
    with gzip.open(GOLDEN) as packed, (folder / "ccmdesk.sqlite3").open("wb") as register:
        shutil.copyfileobj(packed, register)
    return folder


@pytest.fixture
def desk(older: Path) -> Iterator[Desk]:
    """The desk of today on it."""
    opened = open_desk(older, CLOCK)
    yield opened
    opened.close()


def test_what_was_recorded_stands_in_the_ledger_and_on_its_page(desk: Desk, older: Path) -> None:
    found = desk.deadlines.ledger()
    told = [
        (line.period, line.proof, line.channel, standing_words(line, kept=True))
        for line in found.lines[:3]
    ]
    assert told == [
        ("initial", "NV 3/2023", "", "291 days early"),
        ("2024", "NV 8/2025", "", "2 days late"),
        ("2025", "", "", "overdue, not sent"),
    ]
    assert found.lines[4].remark == "No stockpile was ever held."
    assert summary(found).endswith("2 sent, 1 of them late, 1 overdue.")
    assert ledger_pdf(desk).startswith(b"%PDF")
    assert desk.safety.check(full=True).ok
    assert (older / "backups" / "ccmdesk-before-migration-from-2.1.sqlite3").exists()


def test_it_is_reopened_done_again_with_its_channel_and_taken_back(desk: Desk) -> None:
    assert desk.deadlines.history(KEY) == []
    assert desk.deadlines.reopen(KEY, "The note went by post.").status is DutyStatus.UNRECORDED
    desk.deadlines.mark_done(KEY, date(2025, 4, 30), "NV 8/2025", "post")
    for _ in range(2):
        desk.history.undo()
    record = desk.deadlines.duty(KEY).record
    assert record is not None
    assert (record.done_on, record.channel) == (date(2025, 5, 2), "")
    history = [(line.what, line.was, line.became) for line in desk.deadlines.history(KEY)]
    assert history == [
        ("reopened", "2025-05-02", ""),
        ("done", "", "2025-04-30"),
        ("reopened", "2025-04-30", ""),
        ("done", "", "2025-05-02"),
    ]


def test_the_command_line_reads_it_before_the_window_did(older: Path) -> None:
    service, state = open_deadlines(older, CLOCK)
    assert state == "NGA"
    assert service.duty(KEY).status is DutyStatus.DONE
