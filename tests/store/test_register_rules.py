"""The database itself refuses to change what was issued, whoever asks, and however."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from ccmdesk.store.connection import connect
from ccmdesk.system.paths import DataFolder

ISSUED = {
    "note_id": 1,
    "series": "",
    "run": "2023",
    "sequence": 1,
    "typed": 0,
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
    "reference": "",
    "people": "",
    "issued_at": "2023-08-16T09:00:00+00:00",
    "emblem_sha256": None,
    "frozen_sha256": "0",
    "pdf_sha256": "0",
}
STEP = "{verb} INTO note_steps (id, note_id, kind, recorded_at, at) VALUES (1, 1, 'issued', '', '')"
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
        for note in (2, 3, 4):
            connection.execute(NOTE.format(id=note, state="draft"))
        connection.execute("INSERT INTO images VALUES ('abc', x'00')")
        connection.execute("INSERT INTO events VALUES (1, '', '', '', '', '', '', 'h1')")
        connection.execute("INSERT INTO proofs VALUES ('def', x'00')")
        connection.execute(STEP.format(verb="INSERT"))
        connection.execute("INSERT INTO note_versions VALUES (1, 2, '', 'x', x'00')")
        seal(connection)
        connection.execute("INSERT INTO sealed_papers VALUES (1, '{}', x'25')")
        connection.execute("UPDATE notes SET state = 'issued' WHERE id = 1")
        connection.execute("UPDATE notes SET state = 'submitted' WHERE id IN (3, 4)")
        connection.execute("UPDATE notes SET state = 'approved' WHERE id = 4")
        yield connection


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE issued_notes SET number = '2/2023'",
        "UPDATE sealed_papers SET pdf = x'00'",
        "UPDATE sealed_papers SET frozen = ''",
        "DELETE FROM sealed_papers",
        "REPLACE INTO sealed_papers VALUES (1, '', x'00')",
        "UPDATE OR REPLACE issued_notes SET note_id = 2",
        "DELETE FROM issued_notes",
        "UPDATE notes SET state = 'draft' WHERE id = 1",
        "UPDATE notes SET body = '[1]' WHERE id = 1",
        "UPDATE notes SET dated = '2023-01-01' WHERE id = 1",
        "UPDATE notes SET series = 'other' WHERE id = 1",
        "UPDATE notes SET state = 'acknowledged' WHERE id = 1",
        "UPDATE notes SET state = 'approved' WHERE id = 1",
        "UPDATE notes SET state = 'approved' WHERE id = 2",
        "UPDATE notes SET state = 'cancelled' WHERE id = 2",
        "UPDATE notes SET state = 'issued' WHERE id = 3",
        "UPDATE notes SET state = 'issued' WHERE id = 4",
        "UPDATE notes SET body = '[1]' WHERE id = 3",
        "UPDATE notes SET dated = '2023-01-01' WHERE id = 4",
        "DELETE FROM notes WHERE id = 3",
        "REPLACE INTO notes SELECT * FROM notes WHERE id = 4",
        NOTE.format(id=5, state="submitted"),
        "UPDATE note_steps SET reason = 'x'",
        "DELETE FROM note_steps",
        STEP.format(verb="REPLACE"),
        "UPDATE proofs SET data = x'01'",
        "DELETE FROM proofs",
        "REPLACE INTO proofs VALUES ('def', x'01')",
        "UPDATE note_versions SET content = x'01'",
        "UPDATE OR REPLACE notes SET id = 1 WHERE id = 2",
        "DELETE FROM notes WHERE id = 1",
        "REPLACE INTO notes SELECT * FROM notes WHERE id = 1",
        NOTE.format(id=5, state="issued"),
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
    register.execute("UPDATE notes SET body = '[1]' WHERE id = 2")
    register.execute("DELETE FROM notes WHERE id = 2")
    seals = register.execute("SELECT count(*) FROM issued_notes").fetchone()
    assert seals == (1,)


def test_an_issued_note_goes_on_from_step_to_step(register: sqlite3.Connection) -> None:
    for state in ("dispatched", "acknowledged", "cancelled"):
        register.execute(f"UPDATE notes SET state = '{state}', updated_at = 'later' WHERE id = 1")
    with pytest.raises(sqlite3.IntegrityError, match="step to step"):
        register.execute("UPDATE notes SET state = 'issued' WHERE id = 1")


def test_a_mission_that_approves_issues_nothing_before(register: sqlite3.Connection) -> None:
    register.execute(
        "INSERT INTO profile (id, state_iso3, language, names, layout, number_pattern,"
        " number_restart, kept_since, approval)"
        " VALUES (1, 'NGA', 'en', '{}', '{}', '{n}', 'never', '', 1)"
    )
    for note in (2, 4):
        seal(register, note_id=note, number=f"{note}/2023", sequence=note)
        register.execute("INSERT INTO sealed_papers VALUES (?, '{}', x'25')", (note,))
    with pytest.raises(sqlite3.IntegrityError, match="before it is approved"):
        register.execute("UPDATE notes SET state = 'issued' WHERE id = 2")
    register.execute("UPDATE notes SET state = 'issued', dated = '2023-08-16' WHERE id = 4")


def test_an_id_is_never_given_again(register: sqlite3.Connection) -> None:
    register.execute(NOTE.format(id=9, state="draft"))
    register.execute("DELETE FROM notes WHERE id = 9")
    again = register.execute(
        NOTE.replace("id, ", "", 1).replace("{id}, ", "").format(state="draft")
    )
    assert again.lastrowid == 10


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
