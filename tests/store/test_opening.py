"""Opening a folder: each thing that can stand in the way has its own words, and nothing is lost."""

import hashlib
import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.store import opening
from ccmdesk.store.connection import APPLICATION_ID, connect
from ccmdesk.store.creation import clear_left_overs, create
from ccmdesk.store.database import Database
from ccmdesk.store.migrate import present_version, written
from ccmdesk.store.opening import inspect, is_first_run, mark, prove
from ccmdesk.system.paths import DataFolder


def contents(folder: Path) -> dict[str, str]:
    return {
        str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in folder.rglob("*")
        if path.is_file()
    }


def zero_bytes(path: Path) -> None:
    path.write_bytes(b"")


def a_text(path: Path) -> None:
    path.write_text("Dear colleague,\n" * 500, encoding="utf-8")


def another_program(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE moz_places (id)")


def newer_major(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(f"PRAGMA user_version={present_version() + 1000}")


def missing(path: Path) -> None:
    path.unlink()


def torn_head(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:60])


CASES: list[tuple[Callable[[Path], None], str]] = [
    (missing, "is missing although this folder was in use"),
    (zero_bytes, "is empty"),
    (a_text, "is not a database file"),
    (another_program, "belongs to another program"),
    (
        newer_major,
        f"newer CCM Desk (register version {written(present_version() + 1000)}, this program knows",
    ),
    (torn_head, "is damaged"),
]


@pytest.mark.parametrize(("happens", "said"), CASES, ids=lambda case: getattr(case, "__name__", ""))
def test_each_wrong_file_has_its_own_message_and_is_left_alone(
    happens: Callable[[Path], None], said: str, folder: DataFolder
) -> None:
    folder.backups.mkdir()
    (folder.backups / "ccmdesk-20230816-090000.sqlite3").write_bytes(b"kept")
    happens(folder.database)
    before = contents(folder.root)
    with pytest.raises(EnvironmentFault) as raised:
        inspect(folder)
    assert said in raised.value.message
    assert contents(folder.root) == before
    others = [words for case, words in CASES if case is not happens]
    assert not [words for words in others if words in raised.value.message]


def test_the_newest_copy_is_named(folder: DataFolder) -> None:
    folder.backups.mkdir()
    (folder.backups / "ccmdesk-20230816-090000.sqlite3").write_bytes(b"kept")
    folder.database.unlink()
    with pytest.raises(EnvironmentFault, match=r"the newest is ccmdesk-20230816-090000\.sqlite3"):
        inspect(folder)


def test_a_newer_minor_version_opens(folder: DataFolder) -> None:
    with closing(connect(folder.database)) as connection:
        connection.execute(f"PRAGMA user_version={present_version() + 1}")
    inspect(folder)
    assert not opening.bring_up_to_date(folder.database)


@pytest.mark.parametrize("offset", [4096, 3 * 4096, 9 * 4096])
def test_a_broken_page_is_found_before_use(folder: DataFolder, offset: int) -> None:
    with folder.database.open("r+b") as stream:
        stream.seek(offset)
        stream.write(b"\xa5" * 4096)
    before = contents(folder.root)
    inspect(folder)
    with pytest.raises(EnvironmentFault, match=r"is damaged.*restore the newest copy"):
        prove(folder.database)
    assert contents(folder.root) == before


def test_a_torn_tail_is_found_before_use(folder: DataFolder) -> None:
    whole = folder.database.read_bytes()
    folder.database.write_bytes(whole[: len(whole) - 2 * 4096])
    with pytest.raises(EnvironmentFault, match="is damaged"):
        prove(folder.database)


def test_in_use_is_not_damaged(
    folder: DataFolder, database: Database, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ccmdesk.store.connection.BUSY_SECONDS", 0.05)
    monkeypatch.setattr(
        "ccmdesk.store.connection._PRAGMAS", ("PRAGMA foreign_keys=ON", "PRAGMA busy_timeout=50")
    )
    with closing(sqlite3.connect(folder.database, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(EnvironmentFault, match="is in use by another program") as raised:
            prove(folder.database)
        assert "is damaged" not in raised.value.message
        with pytest.raises(EnvironmentFault, match="is in use"), database.writing():
            pass
        other.execute("ROLLBACK")
    prove(folder.database)
    with database.writing():
        pass


@contextmanager
def without_permission(path: Path, mode: int) -> Iterator[None]:
    """Take the right to write away; the superuser becomes nobody meanwhile."""
    former = path.stat().st_mode
    path.chmod(mode)
    nobody = 65534
    if os.geteuid() == 0:
        for parent in path.parents:
            if parent.stat().st_uid == 0 and not parent.stat().st_mode & 0o001:
                parent.chmod(parent.stat().st_mode | 0o011)
        os.seteuid(nobody)
    try:
        yield
    finally:
        if os.getuid() == 0:
            os.seteuid(0)
        path.chmod(former)


@pytest.mark.skipif(os.name == "nt", reason="permissions are kept otherwise there")
def test_no_permission_is_told_as_such(folder: DataFolder) -> None:
    with (
        without_permission(folder.database, 0o444),
        pytest.raises(EnvironmentFault, match="no permission to write") as raised,
    ):
        inspect(folder)
    assert "is damaged" not in raised.value.message
    with (
        without_permission(folder.root, 0o555),
        pytest.raises(EnvironmentFault, match="no permission to write"),
    ):
        inspect(folder)
    inspect(folder)


def test_a_network_drive_is_refused(folder: DataFolder, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "is_network_place", lambda path: True)
    before = contents(folder.root)
    with pytest.raises(EnvironmentFault, match="lies on a network drive"):
        inspect(folder)
    with pytest.raises(EnvironmentFault, match="lies on a network drive"):
        create(folder.root / "second.sqlite3")
    assert contents(folder.root) == before


def test_a_folder_never_used_is_a_first_run(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path / "new" / "deep")
    assert is_first_run(folder)
    create(folder.database)
    mark(folder)
    inspect(folder)
    prove(folder.database)
    assert not is_first_run(folder)
    with closing(connect(folder.database)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)


def test_a_lost_file_in_a_used_folder_is_no_first_run(folder: DataFolder) -> None:
    folder.database.unlink()
    assert not is_first_run(folder)


def test_creating_never_touches_what_is_there(folder: DataFolder) -> None:
    folder.database.write_bytes(b"somebody's")
    create(folder.database)
    assert folder.database.read_bytes() == b"somebody's"
    assert [path.name for path in folder.root.iterdir() if path.name.endswith(".new")] == []


def test_a_creation_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(EnvironmentFault, match="could not be written"):
        create(tmp_path / "file" / "ccmdesk.sqlite3")
    assert [path.name for path in tmp_path.iterdir()] == ["file"]


def test_left_overs_of_a_killed_creation_go(folder: DataFolder) -> None:
    rest = folder.root / f".{folder.database.name}.0123.new"
    rest.write_bytes(b"half")
    clear_left_overs(folder.database)
    assert not rest.exists()
    assert folder.database.exists()
