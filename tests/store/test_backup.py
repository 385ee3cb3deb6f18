"""Copies: made while others write, proved, never half, never in place of another."""

import sqlite3
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from threading import Barrier

import pytest

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.store import backup as backup_module
from ccmdesk.store.backup import backup, backup_among
from ccmdesk.store.connection import connect
from ccmdesk.store.database import Database
from ccmdesk.store.tables import people
from ccmdesk.system.paths import DataFolder


def add(database: Database, count: int) -> None:
    with database.writing() as unit:
        for number in range(count):
            unit.insert(people, {"family_name": f"Person {number}"})


def test_a_copy_holds_everything_and_stands_alone(folder: DataFolder, database: Database) -> None:
    add(database, 50)
    target = folder.backups / "copy.sqlite3"
    backup(folder.database, target)
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT count(*) FROM people").fetchone() == (50,)
        assert copy.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert copy.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert [path.name for path in folder.backups.iterdir()] == ["copy.sqlite3"]


def test_what_is_not_committed_yet_is_not_copied(folder: DataFolder, database: Database) -> None:
    add(database, 3)
    target = folder.backups / "copy.sqlite3"
    with database.writing() as unit:
        unit.insert(people, {"family_name": "Half"})
        backup(folder.database, target)
    with closing(sqlite3.connect(target)) as copy:
        assert copy.execute("SELECT count(*) FROM people").fetchone() == (3,)


def test_a_file_that_is_there_is_never_replaced(folder: DataFolder) -> None:
    target = folder.root / "copy.sqlite3"
    target.write_bytes(b"mine")
    with pytest.raises(EnvironmentFault, match="is there already"):
        backup(folder.database, target)
    assert target.read_bytes() == b"mine"


def test_a_copy_that_does_not_prove_right_is_not_kept(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    # The damage a bad disk would do between copying and proving.
    honest = backup_module._copy

    def damaging(source, temporary, target):  # type: ignore[no-untyped-def]
        counts = honest(source, temporary, target)
        with temporary.open("r+b") as stream:
            stream.seek(4096)
            stream.write(b"\xff" * 4096)
        return counts

    monkeypatch.setattr(backup_module, "_copy", damaging)
    target = folder.backups / "copy.sqlite3"
    with pytest.raises(EnvironmentFault):
        backup(folder.database, target)
    assert list(folder.backups.iterdir()) == []


def test_a_copy_with_missing_rows_is_not_kept(
    folder: DataFolder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    add(database, 1)
    honest = backup_module._copy

    def losing(source, temporary, target):  # type: ignore[no-untyped-def]
        counts = honest(source, temporary, target)
        with closing(sqlite3.connect(temporary)) as copy, copy:
            copy.execute("DELETE FROM people")
        return counts

    monkeypatch.setattr(backup_module, "_copy", losing)
    with pytest.raises(EnvironmentFault, match="did not prove right"):
        backup(folder.database, folder.backups / "copy.sqlite3")
    assert list(folder.backups.iterdir()) == []


def test_a_place_that_cannot_be_written_is_told(folder: DataFolder) -> None:
    with pytest.raises(EnvironmentFault, match="could not be written"):
        backup(folder.database, folder.database / "below" / "copy.sqlite3")


def test_a_damaged_register_gives_no_copy(folder: DataFolder, database: Database) -> None:
    add(database, 500)
    database.close()
    with closing(connect(folder.database)) as connection:
        page = connection.execute(
            "SELECT rootpage FROM sqlite_schema WHERE name = 'people'"
        ).fetchone()[0]
    with folder.database.open("r+b") as stream:
        stream.seek((page - 1) * 4096)
        stream.write(b"\xff" * 4096)
    with pytest.raises(EnvironmentFault, match="is damaged"):
        backup(folder.database, folder.backups / "copy.sqlite3")
    assert list(folder.backups.iterdir()) == []


def test_copies_asked_for_at_once_each_get_a_name(folder: DataFolder) -> None:
    together = Barrier(4)

    def copy(_: int) -> Path:
        together.wait()
        return backup_among(folder.database, folder.backups, "copy")

    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(copy, range(4)))
    names = ["copy-2.sqlite3", "copy-3.sqlite3", "copy-4.sqlite3", "copy.sqlite3"]
    assert sorted(path.name for path in made) == names
    assert sorted(path.name for path in folder.backups.iterdir()) == names


def test_a_name_taken_while_the_copy_is_made_is_left_alone(
    folder: DataFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    honest = backup_module._prove

    def slow(temporary, target, counts):  # type: ignore[no-untyped-def]
        honest(temporary, target, counts)
        target.write_bytes(b"another's")

    monkeypatch.setattr(backup_module, "_prove", slow)
    with pytest.raises(EnvironmentFault, match="never replaced"):
        backup(folder.database, folder.backups / "copy.sqlite3")
    [kept] = folder.backups.iterdir()
    assert kept.read_bytes() == b"another's"
