"""The database itself keeps the history of duties as it was written."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from ccmdesk.store.connection import connect
from ccmdesk.system.paths import DataFolder

LINE = (
    "{verb} INTO duty_history (id, key, at, by, what, was, became)"
    " VALUES (1, 'NGA:art7_annual:2026', '2026-11-22', 'officer', 'due', '', '2027-04-30')"
)


@pytest.fixture
def connection(folder: DataFolder) -> Iterator[sqlite3.Connection]:
    with closing(connect(folder.database)) as found:
        found.execute(LINE.format(verb="INSERT"))
        yield found


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM duty_history",
        "UPDATE duty_history SET became = '2027-05-30'",
        "UPDATE duty_history SET by = 'somebody'",
        "UPDATE OR REPLACE duty_history SET id = 2",
        LINE.format(verb="INSERT OR REPLACE"),
    ],
)
def test_no_line_is_changed_or_removed(connection: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="stays as it is"):
        connection.execute(statement)
    assert connection.execute("SELECT became FROM duty_history").fetchall() == [("2027-04-30",)]


def test_the_key_follows_its_duty(connection: sqlite3.Connection) -> None:
    connection.execute("UPDATE duty_history SET key = 'NGA:meeting_milestone:14MSP'")
    assert connection.execute("SELECT was FROM duty_history").fetchall() == [("",)]
