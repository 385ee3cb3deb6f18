"""Migrations: all steps or none, a proved copy first, and no child row lost."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.store.backup import backup_before_migration
from ccmdesk.store.connection import connect
from ccmdesk.store.migrate import migrate, present_version, version_of, written
from ccmdesk.store.migrations import STEPS
from ccmdesk.store.migrations.step import Step
from ccmdesk.system.paths import DataFolder

MAJOR = Step(
    3000,
    (
        "CREATE TABLE people_new (id INTEGER PRIMARY KEY, family_name TEXT NOT NULL) STRICT",
        "INSERT INTO people_new SELECT id, family_name FROM people",
        "DROP TABLE people",
        "ALTER TABLE people_new RENAME TO people",
    ),
)
BROKEN = Step(4000, ("CREATE TABLE extra (id INTEGER) STRICT", "CREATE TABLE extra (id)"))
ORPHANS = Step(4000, ("DELETE FROM people",))


@pytest.fixture
def filled(folder: DataFolder) -> Iterator[sqlite3.Connection]:
    """A register in which a person is in a delegation."""
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO meetings (id, code, name, kind) VALUES (1, 'X', 'X', 'x')")
        connection.execute("INSERT INTO people (id, family_name) VALUES (1, 'A')")
        connection.execute(
            "INSERT INTO delegates (id, meeting_id, person_id, role, position)"
            " VALUES (1, 1, 1, 'head', 0)"
        )
        yield connection


def dump(connection: sqlite3.Connection) -> tuple[int, list[str]]:
    return version_of(connection), list(connection.iterdump())


def test_a_new_register_lacks_nothing(filled: sqlite3.Connection, folder: DataFolder) -> None:
    before = dump(filled)
    assert not migrate(filled, folder.database, before=pytest.fail)
    assert dump(filled) == before
    assert version_of(filled) == present_version() == STEPS[-1].version


def test_a_parent_is_rebuilt_and_keeps_its_children(
    filled: sqlite3.Connection, folder: DataFolder
) -> None:
    kept: list[Path] = []

    def before() -> None:
        kept.append(backup_before_migration(folder.database))

    assert migrate(filled, folder.database, steps=(*STEPS, MAJOR), before=before)
    assert filled.execute("SELECT count(*) FROM delegates").fetchone() == (1,)
    assert filled.execute("PRAGMA foreign_keys").fetchone() == (1,)
    assert version_of(filled) == 3000
    with closing(sqlite3.connect(kept[0])) as copy:
        assert version_of(copy) == present_version()
        assert copy.execute("SELECT email FROM people").fetchall() == [("",)]
    assert kept[0].name == f"ccmdesk-before-migration-from-{written(present_version())}.sqlite3"


@pytest.mark.parametrize(
    ("step", "fault"),
    [(BROKEN, sqlite3.OperationalError), (ORPHANS, EnvironmentFault)],
    ids=["statement fails", "orphans"],
)
def test_a_failed_migration_leaves_the_old_register(
    filled: sqlite3.Connection, folder: DataFolder, step: Step, fault: type[Exception]
) -> None:
    before = dump(filled)
    with pytest.raises(fault):
        migrate(filled, folder.database, steps=(*STEPS, MAJOR, step))
    assert dump(filled) == before
    assert filled.execute("PRAGMA foreign_keys").fetchone() == (1,)


@pytest.mark.parametrize("done", range(len(MAJOR.statements)))
def test_an_interruption_after_any_statement_leaves_the_old_register(
    filled: sqlite3.Connection, folder: DataFolder, done: int
) -> None:
    before = dump(filled)
    cut = Step(3000, (*MAJOR.statements[: done + 1], "SELECT no_such_function()"))
    with pytest.raises(sqlite3.OperationalError, match="no_such_function"):
        migrate(filled, folder.database, steps=(*STEPS, cut))
    assert dump(filled) == before
    assert migrate(filled, folder.database, steps=(*STEPS, MAJOR))
    assert filled.execute("SELECT count(*) FROM delegates").fetchone() == (1,)


def test_without_a_copy_nothing_is_migrated(filled: sqlite3.Connection, folder: DataFolder) -> None:
    before = dump(filled)

    def refuse() -> None:
        raise EnvironmentFault("no room")

    with pytest.raises(EnvironmentFault, match="no room"):
        migrate(filled, folder.database, steps=(*STEPS, MAJOR), before=refuse)
    assert dump(filled) == before


def test_a_second_copy_of_the_same_version_does_not_replace_the_first(folder: DataFolder) -> None:
    first = backup_before_migration(folder.database)
    second = backup_before_migration(folder.database)
    assert first != second
    assert first.exists()
    assert second.exists()


def test_versions_are_spoken_with_major_and_minor() -> None:
    assert written(1000) == "1.0"
    assert written(2013) == "2.13"


def test_steps_follow_each_other() -> None:
    versions = [step.version for step in STEPS]
    assert versions == sorted(set(versions))


def test_an_older_register_remembers_its_last_event(tmp_path: Path) -> None:
    older, newer = tmp_path / "older.sqlite3", tmp_path / "newer.sqlite3"
    with (
        closing(sqlite3.connect(older, isolation_level=None)) as migrated,
        closing(sqlite3.connect(newer, isolation_level=None)) as fresh,
    ):
        migrate(migrated, older, steps=STEPS[:1])
        for seq in (1, 2):
            migrated.execute(f"INSERT INTO events VALUES ({seq}, '', '', '', '', '', '', 'h{seq}')")
        assert migrate(migrated, older)
        migrate(fresh, newer)
        assert migrated.execute("SELECT * FROM last_event").fetchall() == [(1, 2, "h2")]
        schema = "SELECT type, name, sql FROM sqlite_schema ORDER BY name"
        assert migrated.execute(schema).fetchall() == fresh.execute(schema).fetchall()
