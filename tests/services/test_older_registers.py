"""A register as an earlier program left it: brought up to date, every seal as it was."""

import gzip
import hashlib
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.note import Draft, NoteKind, NoteState, Part
from ccmdesk.domain.note_life import StepKind
from ccmdesk.services.desk import Desk
from ccmdesk.services.first_look import first_look
from ccmdesk.store.connection import connect
from ccmdesk.store.migrate import present_version, version_of
from tests.services.conftest import CLOCK

# Two issued notes, the first with paragraphs and a request of its own and the addressee at the
# end, and two drafts; as version 1.1 wrote them on 16 August 2023.
GOLDEN = Path(__file__).parents[1] / "golden" / "register-1.1.sqlite3.gz"
SEALED = {
    1: "cf9bba2c41b9a4b3937e3bed8ac3231097c6d286e5bc8a5ec9c507cb7828b49d",
    2: "2181c2bda8d8b07d5ee0415fe398a1449f118b8ca72c7fa3e80f4075b61cb9ef",
}


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


def test_seals_hold_and_the_sealed_bytes_are_the_same(desk: Desk, older: Path) -> None:
    assert desk.safety.check(full=True).ok
    for note, digest in SEALED.items():
        assert hashlib.sha256(desk.notes.pdf(note)).hexdigest() == digest
        assert desk.register.verify([note])[0].ok
    assert (older / "backups" / "ccmdesk-before-migration-from-1.1.sqlite3").exists()


def test_what_an_issued_note_said_is_read(desk: Desk) -> None:
    frozen = desk.notes.content(1)
    assert frozen.layout.address_place == "end"
    assert (frozen.number, frozen.layout.date_place) == ("1/2023", "top")
    assert [part.text for part in frozen.body if part.text] == [
        "The delegation arrives on 10 September 2023.",
        "It needs no visas.",
        "The Permanent Mission would be grateful for badges.",
    ]
    assert len(frozen.delegates) == 8
    assert desk.notes.content(2).language == "fr"


def test_drafts_become_bodies_of_parts(desk: Desk) -> None:
    with_paragraph, without_request = desk.notes.draft(3), desk.notes.draft(4)
    assert with_paragraph == Draft(
        NoteKind.NOMINATION,
        "en",
        with_paragraph.meeting_id,
        addressee="President",
        address=("Geneva",),
        body=(
            Part("statement"),
            Part("delegation"),
            Part("", "Still a draft."),
            Part("request"),
        ),
    )
    assert without_request.body == (Part("statement"), Part("delegation"))


def test_the_register_goes_on(desk: Desk) -> None:
    assert desk.profile.required().layout.address_place == "end"
    lines = desk.register.page(desk.register.ids())
    assert {line.id: line.state for line in lines} == {
        1: NoteState.ISSUED,
        2: NoteState.ISSUED,
        3: NoteState.DRAFT,
        4: NoteState.DRAFT,
    }
    [step] = desk.life.steps(1)
    assert step.kind is StepKind.ISSUED
    assert step.by
    assert desk.notes.issue(4).number == "3/2023"
    desk.life.cancel(1, "Sent in error")
    amendment = desk.amendments.amend(2)
    assert desk.notes.content(amendment).matter.changes == ()
    found = desk.register.ids()
    assert set(found) == {1, 2, 3, 4, amendment}
    assert desk.safety.check(full=True).ok


def test_the_first_look_brings_it_up_to_date_too(older: Path) -> None:
    view = first_look(older, CLOCK)
    assert view is not None
    assert [line.state for line in view.notes[2:]] == [NoteState.ISSUED, NoteState.ISSUED]
    with closing(connect(older / "ccmdesk.sqlite3")) as connection:
        assert version_of(connection) == present_version()
