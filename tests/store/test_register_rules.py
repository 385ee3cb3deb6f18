"""The database itself refuses to change what was issued, whoever asks, and however."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from ccmdesk.store.connection import connect
from ccmdesk.system.paths import DataFolder

ISSUED = {
    "note_id": 1,
    "series": "2023",
    "sequence": 1,
    "number": "1/2023",
    "pattern": "{n}/{year}",
    "restart": "yearly",
    "year": 2023,
    "dated": "2023-08-16",
    "kind": "nomination",
    "language": "en",
    "state_iso3": "NGA",
    "meeting_code": "11MSP",
    "meeting_name": "Eleventh",
    "addressee": "Secretary",
    "subject": "",
    "issued_at": "2023-08-16T09:00:00+00:00",
    "emblem_sha256": None,
    "frozen_sha256": "0",
    "pdf_sha256": "0",
    "frozen": "{}",
    "pdf": b"%PDF",
}
NOTE = (
    "INSERT INTO notes (id, kind, language, state, meeting_id, created_at, updated_at)"
    " VALUES ({id}, 'nomination', 'en', '{state}', 1, '', '')"
)


def seal(connection: sqlite3.Connection, verb: str = "INSERT", **changed: object) -> None:
    values = ISSUED | changed
    marks = ", ".join("?" for _ in values)
    connection.execute(
        f"{verb} INTO issued_notes ({', '.join(values)}) VALUES ({marks})", list(values.values())
    )


@pytest.fixture
def register(folder: DataFolder) -> Iterator[sqlite3.Connection]:
    """A register with one issued note, one draft, one emblem and one event."""
    with closing(connect(folder.database)) as connection:
        connection.execute("INSERT INTO meetings (id, code, name, kind) VALUES (1, 'X', 'X', 'x')")
        connection.execute(NOTE.format(id=1, state="draft"))
        connection.execute(NOTE.format(id=2, state="draft"))
        connection.execute("INSERT INTO images VALUES ('abc', x'00')")
        connection.execute("INSERT INTO events VALUES (1, '', '', '', '', '', '', 'h1')")
        seal(connection)
        connection.execute("UPDATE notes SET state = 'issued' WHERE id = 1")
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE issued_notes SET number = '2/2023'",
        "UPDATE issued_notes SET pdf = x'00'",
        "UPDATE OR REPLACE issued_notes SET note_id = 2",
        "DELETE FROM issued_notes",
        "UPDATE notes SET state = 'draft' WHERE id = 1",
        "UPDATE notes SET request = 'more' WHERE id = 1",
        "UPDATE OR REPLACE notes SET id = 1 WHERE id = 2",
        "DELETE FROM notes WHERE id = 1",
        "REPLACE INTO notes SELECT * FROM notes WHERE id = 1",
        NOTE.format(id=3, state="issued"),
        "UPDATE notes SET state = 'issued' WHERE id = 2",
        "UPDATE events SET detail = 'x'",
        "DELETE FROM events",
        "REPLACE INTO events VALUES (1, '', '', '', '', 'x', '', 'h2')",
        "REPLACE INTO events VALUES (2, '', '', '', '', 'x', '', 'h1')",
        "UPDATE images SET data = x'01'",
        "DELETE FROM images",
        "REPLACE INTO images VALUES ('abc', x'01')",
    ],
)
def test_every_path_is_closed(register: sqlite3.Connection, statement: str) -> None:
    with pytest.raises(sqlite3.IntegrityError) as raised:
        register.execute(statement)
    assert raised.value.sqlite_errorcode == sqlite3.SQLITE_CONSTRAINT_TRIGGER


@pytest.mark.parametrize(
    "changed",
    [
        {"note_id": 2},
        {"note_id": 2, "number": "2/2023"},
        {"note_id": 2, "sequence": 2},
        {"sequence": 2, "number": "2/2023"},
    ],
)
@pytest.mark.parametrize("verb", ["INSERT", "INSERT OR REPLACE", "REPLACE"])
def test_no_number_and_no_note_is_used_twice(
    register: sqlite3.Connection, verb: str, changed: dict[str, object]
) -> None:
    with pytest.raises(sqlite3.IntegrityError, match="in the register already"):
        seal(register, verb, **changed)


def test_drafts_stay_free(register: sqlite3.Connection) -> None:
    register.execute("UPDATE notes SET request = 'more' WHERE id = 2")
    register.execute("DELETE FROM notes WHERE id = 2")
    seals = register.execute("SELECT count(*) FROM issued_notes").fetchone()
    assert seals == (1,)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE last_event SET seq = 1",
        "UPDATE last_event SET seq = 9, hash = 'x'",
        "DELETE FROM last_event",
        "INSERT INTO last_event VALUES (2, 9, 'x')",
        "INSERT OR REPLACE INTO last_event VALUES (1, 9, 'x')",
    ],
)
def test_what_is_remembered_of_the_last_event_only_moves_on(
    statement: str, folder: DataFolder
) -> None:
    with closing(connect(folder.database)) as connection:
        for seq in (1, 2, 3):
            connection.execute(
                f"INSERT INTO events VALUES ({seq}, '', '', '', '', '', '', 'h{seq}')"
            )
        with pytest.raises(sqlite3.IntegrityError, match="only moves on"):
            connection.execute(statement)
        assert connection.execute("SELECT * FROM last_event").fetchall() == [(1, 3, "h3")]
