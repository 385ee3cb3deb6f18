"""Whoever alters the register outside the program is noticed, whatever they alter."""

import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.domain.note import NoteKind
from ccmdesk.domain.note_life import Channel, Proof
from ccmdesk.services.desk import Desk
from ccmdesk.services.sample import build_sample
from ccmdesk.store.check import check
from tests.services.conftest import DAY


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A register with three issued notes and an emblem, closed."""
    folder = tmp_path_factory.mktemp("issued")
    desk = open_desk(folder, FixedClock.on(DAY))
    sample = build_sample(desk, issue=True)
    for _ in range(2):
        desk.notes.issue(desk.notes.create(NoteKind.NOMINATION, sample.meeting_id, "en"))
    desk.life.dispatch(1, Channel.HAND, recipient="Office", proof=Proof("slip.pdf", b"stamped"))
    desk.close()
    return folder / "ccmdesk.sqlite3"


def tampered(path: Path, *statements: str) -> None:
    """Do what somebody with a database tool could do."""
    with closing(sqlite3.connect(path)) as connection, connection:
        triggers = connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'trigger'"
        ).fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
        # Whoever is careful puts them back.
        for _, text in triggers:
            connection.execute(text)


def wrong_page(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'people'"
        ).fetchone()[0]
    with path.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(b"\xff" * 4096)


def by(*statements: str) -> Callable[[Path], None]:
    return lambda path: tampered(path, *statements)


LAST = "(SELECT max(sequence) FROM issued_notes)"


def plainly(*statements: str) -> Callable[[Path], None]:
    """Do it with the triggers in place."""

    def alter(path: Path) -> None:
        with closing(sqlite3.connect(path)) as connection, connection:
            for statement in statements:
                connection.execute(statement)

    return alter


CASES: dict[str, tuple[Callable[[Path], None], str, str]] = {
    "page": (wrong_page, "file", "damaged"),
    "orphan": (by("DELETE FROM people WHERE id = 1"), "references", "refers to one of “people”"),
    "id": (by("PRAGMA application_id=7"), "application", "does not carry the mark"),
    "gap": (
        by("DELETE FROM issued_notes WHERE sequence = 2", "DELETE FROM notes WHERE id = 2"),
        "register",
        "running number 2 of the series 2023 is missing",
    ),
    "renumbered": (
        by("UPDATE issued_notes SET number = '7/2023' WHERE sequence = 2"),
        "register",
        "7/2023 does not follow its own pattern",
    ),
    "pattern": (
        by("UPDATE issued_notes SET pattern = '{oops}' WHERE sequence = 2"),
        "register",
        "not written as this program writes it",
    ),
    "unsealed": (
        by("UPDATE notes SET state = 'draft' WHERE id = 1"),
        "register",
        "The note 1 is marked",
    ),
    "pdf": (
        by("UPDATE sealed_papers SET pdf = x'25504446' WHERE note_id = 2"),
        "seals",
        "PDF of the note 2/2023",
    ),
    "text": (
        by("UPDATE sealed_papers SET frozen = replace(frozen, 'Palais', 'Chalet')"),
        "seals",
        "text of the note 1/2023",
    ),
    "emblem": (by("UPDATE images SET data = x'00'"), "seals", "emblem"),
    "other emblem": (
        by("UPDATE issued_notes SET emblem_sha256 = NULL WHERE sequence = 3"),
        "seals",
        "emblem of the note 3/2023",
    ),
    "event changed": (
        by("UPDATE events SET actor = 'nobody' WHERE seq = 2"),
        "events",
        "broken at event 2",
    ),
    "event gone": (by("DELETE FROM events WHERE seq = 3"), "events", "broken at event 3"),
    "seal replaced whole": (
        by(f"UPDATE issued_notes SET pdf_sha256 = 'x' WHERE sequence = {LAST}"),
        "events",
        "differ on the note 3/2023",
    ),
    "last note gone": (
        by("DELETE FROM issued_notes WHERE sequence = 3", "DELETE FROM notes WHERE id = 3"),
        "events",
        "differ on the note 3/2023",
    ),
    "last note gone with its event": (
        by(
            "DELETE FROM issued_notes WHERE sequence = 3",
            "DELETE FROM notes WHERE id = 3",
            "DELETE FROM events WHERE seq >= (SELECT max(seq) FROM events) - 1",
        ),
        "events",
        "which is not the last one",
    ),
    "step changed": (
        by("UPDATE note_steps SET recipient = 'Nobody' WHERE kind = 'dispatched'"),
        "events",
        "differ on step 4 of note 1",
    ),
    "time of issue changed": (
        by("UPDATE note_steps SET at = '2023-01-01' WHERE note_id = 2"),
        "events",
        "differ on step 2 of note 2",
    ),
    "step gone": (
        by(
            "DELETE FROM note_steps WHERE kind = 'dispatched'",
            "UPDATE notes SET state = 'issued' WHERE id = 1",
        ),
        "events",
        "Step 4 of a note is missing",
    ),
    "step taken without a record": (
        by("UPDATE notes SET state = 'cancelled' WHERE id = 2"),
        "events",
        "note 2 does not stand where its last step left it",
    ),
    "version of a draft": (
        by("INSERT INTO note_versions VALUES (7, 1, '2023-08-16', 'x', x'00')"),
        "seals",
        "Version 7 of the note 1 is not as it was kept",
    ),
    "proof": (by("UPDATE proofs SET data = x'00'"), "seals", "proof"),
    "paper gone": (
        by("DELETE FROM sealed_papers WHERE note_id = 3"),
        "register",
        "The note 3 is marked",
    ),
    "rule dropped": (
        plainly("DROP TRIGGER issued_notes_no_update"),
        "rules",
        "The trigger “issued_notes_no_update” is missing",
    ),
    "rule weakened": (
        plainly(
            "DROP TRIGGER events_no_delete",
            "CREATE TRIGGER events_no_delete BEFORE DELETE ON events BEGIN SELECT 1; END",
        ),
        "rules",
        "The trigger “events_no_delete” was changed",
    ),
    "table renamed": (
        plainly("ALTER TABLE incoming_papers RENAME TO others"),
        "rules",
        "The table “incoming_papers” is missing",
    ),
    "trigger added": (
        plainly("CREATE TRIGGER x AFTER INSERT ON people BEGIN DELETE FROM people; END"),
        "rules",
        "The trigger “x” is not ours",
    ),
}
# What the register shows of a note without opening it.
LINE = {
    "dated": "2023-01-01",
    "kind": "regrets",
    "language": "fr",
    "meeting_code": "1MSP",
    "meeting_name": "First Meeting of States Parties",
    "addressee": "Somebody else",
    "reference": "ODA/2022-1",
    "subject": "Another matter",
    "people": "Nobody",
    "issued_at": "2023-01-01T00:00:00.000000+00:00",
    "state_iso3": "NGA",
    "series": "Visas",
}
CASES |= {
    f"register: {column}": (
        by(f"UPDATE issued_notes SET {column} = '{value}' WHERE sequence = 2"),
        "seals",
        "other things of the note 2/2023",
    )
    for column, value in LINE.items()
}
CASES["date in the list"] = (
    by("UPDATE notes SET dated = '2023-01-01' WHERE id = 2"),
    "seals",
    "other things of the note 2/2023",
)


def test_an_honest_register_passes(issued: Path) -> None:
    for full in (False, True):
        report = check(issued, full=full)
        assert report.ok
        assert [item.name for item in report.items] == [
            "file",
            "references",
            "application",
            "rules",
            "register",
            "seals",
            "reports",
            "events",
        ]


@pytest.mark.parametrize("case", CASES)
def test_every_alteration_is_noticed(case: str, issued: Path, tmp_path: Path) -> None:
    alter, name, said = CASES[case]
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(issued, copy)
    alter(copy)
    report = check(copy, full=True)
    failed = {item.name: item.message for item in report.items if not item.ok}
    assert not report.ok
    assert said in failed[name]
    assert all("\n" not in message for message in failed.values())


def test_a_wrong_index_is_found_by_the_full_look_only(issued: Path, tmp_path: Path) -> None:
    copy = tmp_path / "copy.sqlite3"
    shutil.copy(issued, copy)
    # The index is told to hold other rows than it does.
    with closing(sqlite3.connect(copy)) as connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute(
            "UPDATE sqlite_schema SET sql = 'CREATE INDEX delegates_person ON delegates (role)'"
            " WHERE name = 'delegates_person'"
        )
        connection.commit()
    assert check(copy, full=False).items[0].ok
    assert not check(copy, full=True).items[0].ok


def test_looking_changes_nothing(issued: Path) -> None:
    before = issued.read_bytes()
    check(issued, full=True)
    assert issued.read_bytes() == before


def test_a_backup_is_named_after_the_instant_and_opens(desk: Desk, data_dir: Path) -> None:
    first, second = desk.safety.backup(), desk.safety.backup()
    assert first == data_dir / "backups" / "ccmdesk-20230816-090000.sqlite3"
    assert second.name == "ccmdesk-20230816-090000-2.sqlite3"
    assert check(first, full=True).ok
    restored = data_dir.parent / "restored"
    restored.mkdir()
    shutil.copy(first, restored / "ccmdesk.sqlite3")
    again = open_desk(restored, FixedClock.on(DAY))
    assert again.profile.get() == desk.profile.get()
    again.close()


def test_a_backup_goes_where_it_is_told(desk: Desk, tmp_path: Path) -> None:
    target = tmp_path / "stick" / "copy.sqlite3"
    assert desk.safety.backup(target) == target
    with pytest.raises(EnvironmentFault, match="is there already"):
        desk.safety.backup(target)
