"""No room on the disk: a clear sentence, the old data untouched, and work goes on afterwards."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.domain.incoming_paper import IncomingPaper
from ccmdesk.domain.note import NoteState, Part
from ccmdesk.domain.note_life import Channel, Proof
from ccmdesk.services.desk import Desk

if sys.platform == "win32":
    pytest.skip("the size of files cannot be limited there", allow_module_level=True)
else:
    import resource

CLOCK = FixedClock.on(date(2023, 8, 16))


@contextmanager
def files_at_most(size: int) -> Iterator[None]:
    """Let no file grow beyond `size` bytes meanwhile, as a full disk would."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.fixture
def desk(dossier: Path) -> Iterator[Desk]:
    """The desk on the sample dossier."""
    opened = open_desk(dossier, CLOCK)
    yield opened
    opened.close()


def large_paper(desk: Desk, _: Path) -> None:
    desk.incoming.save(IncomingPaper(subject="Large", file=b"x" * 3_000_000))


def long_draft(desk: Desk, _: Path) -> None:
    draft = desk.notes.draft(1)
    desk.notes.update(1, replace(draft, body=(Part("", "long " * 400_000),)))


def issue(desk: Desk, _: Path) -> None:
    desk.notes.issue(1)


def proof(desk: Desk, _: Path) -> None:
    desk.life.dispatch(1, Channel.HAND, proof=Proof("slip.pdf", b"x" * 3_000_000))


def copy(desk: Desk, folder: Path) -> None:
    desk.safety.backup(folder / "backups" / "copy.sqlite3")


def export(desk: Desk, folder: Path) -> None:
    desk.notes.export(1, folder / "note.pdf")


ACTS = [large_paper, long_draft, issue, copy, export]


@pytest.mark.parametrize("act", ACTS, ids=lambda act: act.__name__)
def test_a_full_disk_costs_nothing(
    act: Callable[[Desk, Path], None], desk: Desk, dossier: Path
) -> None:
    # Loaded beforehand, so that the limit meets the act and not the interpreter's own files.
    desk.notes.pdf(1)
    database = dossier / "ccmdesk.sqlite3"
    before = database.read_bytes()
    beside = {path.name for path in dossier.rglob("*") if path.is_file()}
    limit = 20_000 if act in (copy, export) else len(before)
    with files_at_most(limit), pytest.raises(EnvironmentFault) as raised:
        act(desk, dossier)
    assert "damaged" not in raised.value.message.replace(str(dossier), "")
    # The next look, whoever takes it, undoes what was left half written.
    assert desk.safety.check(full=True).ok
    assert database.read_bytes() == before
    assert {path.name for path in dossier.rglob("*") if path.is_file()} == beside
    act(desk, dossier)
    assert desk.safety.check(full=True).ok


def test_an_issue_that_found_no_room_loses_no_number_and_doubles_none(
    desk: Desk, dossier: Path
) -> None:
    desk.notes.pdf(1)
    size = (dossier / "ccmdesk.sqlite3").stat().st_size
    for _ in range(3):
        with files_at_most(size), pytest.raises(EnvironmentFault):
            desk.notes.issue(1)
    assert desk.notes.state(1) is NoteState.DRAFT
    assert desk.life.steps(1) == []
    assert desk.notes.issue(1).number == "1/2023"
    size = (dossier / "ccmdesk.sqlite3").stat().st_size
    with files_at_most(size), pytest.raises(EnvironmentFault):
        proof(desk, dossier)
    assert desk.notes.state(1) is NoteState.ISSUED
    proof(desk, dossier)
    assert desk.safety.check(full=True).ok
