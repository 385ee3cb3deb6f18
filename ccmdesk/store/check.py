"""Looks a register over: the file, the numbers, the seals, and the chain of events."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ccmdesk.domain.check_report import CheckItem, CheckReport
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.domain.register import NumberPattern
from ccmdesk.store.connection import APPLICATION_ID, connect_reading
from ccmdesk.store.event_chain import START, event_hash
from ccmdesk.store.faults import fault_of, plain_faults
from ccmdesk.store.migrate import migrate, present_version, version_of


class _WrongError(Exception):
    """Carry the sentence of what is wrong."""


@dataclass(frozen=True, slots=True)
class _Look:
    name: str
    fine: str
    look: Callable[[sqlite3.Connection], None]


def check(path: Path, *, full: bool) -> CheckReport:
    """Look over the register at `path` without changing it; `full` also compares the indexes.

    Raises EnvironmentFault where the file cannot be opened or is in use.
    """
    looks = (
        _Look("file", "The file is sound.", _full_file if full else _quick_file),
        _Look("references", "Every row finds what it refers to.", _references),
        _Look("application", "The file is a register of CCM Desk.", _application),
        _Look("rules", "The tables and the rules that protect them are in place.", _rules),
        _Look("register", "The numbers run without gap and none is used twice.", _register),
        _Look("seals", "Every issued note is as it was sealed.", _seals),
        _Look("events", "The record of events is unbroken.", _events),
    )
    with plain_faults(path), closing(connect_reading(path)) as connection:
        connection.execute("BEGIN").close()
        return CheckReport(tuple(_item(look, connection, path) for look in looks))


def _item(look: _Look, connection: sqlite3.Connection, path: Path) -> CheckItem:
    try:
        look.look(connection)
    except _WrongError as found:
        return CheckItem(look.name, False, str(found))
    except sqlite3.DatabaseError as error:
        # On a damaged file SQLite raises instead of reporting; that too is a finding.
        told = fault_of(error, path)
        message = told.message if isinstance(told, EnvironmentFault) else f"{error}."
        return CheckItem(look.name, False, message)
    except (LookupError, ValueError, TypeError, AttributeError) as error:
        message = f"Something is not written as this program writes it ({error})."
        return CheckItem(look.name, False, message)
    return CheckItem(look.name, True, look.fine)


def _quick_file(connection: sqlite3.Connection) -> None:
    _file(connection, "quick_check")


def _full_file(connection: sqlite3.Connection) -> None:
    _file(connection, "integrity_check")


def _file(connection: sqlite3.Connection, pragma: str) -> None:
    found = str(connection.execute(f"PRAGMA {pragma}(1)").fetchone()[0])
    if found != "ok":
        raise _WrongError(f"The file is damaged: {found.splitlines()[-1]}.")


def _references(connection: sqlite3.Connection) -> None:
    row = connection.execute("PRAGMA foreign_key_check").fetchone()
    if row is not None:
        raise _WrongError(f"A row of “{row[0]}” refers to one of “{row[2]}” that is missing.")


def _application(connection: sqlite3.Connection) -> None:
    if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
        raise _WrongError("The file does not carry the mark of CCM Desk.")


def _rules(connection: sqlite3.Connection) -> None:
    if version_of(connection) != present_version():
        # A newer program may have added to them, and only that one knows what.
        return
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as fresh:
        migrate(fresh, Path())
        expected = _schema(fresh)
    found = _schema(connection)
    for (kind, name), text in expected.items():
        if found.get((kind, name)) != text:
            how = "was changed" if (kind, name) in found else "is missing"
            raise _WrongError(f"The {kind} “{name}” {how}: somebody altered the file itself.")
    for kind, name in found.keys() - expected.keys():
        raise _WrongError(f"The {kind} “{name}” is not ours: somebody altered the file itself.")


def _schema(connection: sqlite3.Connection) -> dict[tuple[str, str], str]:
    return {
        (kind, name): text
        for kind, name, text in connection.execute(
            "SELECT type, name, sql FROM sqlite_schema"
            " WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name"
        )
    }


def _register(connection: sqlite3.Connection) -> None:
    seen: set[str] = set()
    due: dict[str, int] = {}
    rows = connection.execute(
        "SELECT series, sequence, number, pattern, restart, year FROM issued_notes"
        " ORDER BY series, sequence"
    )
    for series, sequence, number, pattern, restart, year in rows:
        expected = due.get(series, 1)
        if sequence < expected:
            raise _WrongError(
                f"The running number {sequence} of the series {series} is used twice."
            )
        if sequence > expected:
            raise _WrongError(f"The running number {expected} of the series {series} is missing.")
        due[series] = expected + 1
        if number in seen:
            raise _WrongError(f"The number {number} is used twice.")
        seen.add(number)
        rule = NumberPattern(pattern, restart)
        if rule.series(year) != series or rule.written(sequence, year) != number:
            raise _WrongError(f"The number {number} does not follow its own pattern {pattern}.")
    stray = connection.execute(
        "SELECT n.id FROM notes AS n LEFT JOIN issued_notes AS i ON i.note_id = n.id"
        " WHERE (n.state = 'issued') <> (i.note_id IS NOT NULL)"
    ).fetchone()
    if stray is not None:
        raise _WrongError(
            f"The note {stray[0]} is marked as issued without a seal, or the other way."
        )


def _seals(connection: sqlite3.Connection) -> None:
    rows = connection.execute(
        "SELECT i.number, pdf, pdf_sha256, frozen, frozen_sha256, emblem_sha256, i.dated, i.kind,"
        " i.language, i.meeting_code, i.meeting_name, i.addressee, i.subject, n.dated"
        " FROM issued_notes AS i JOIN notes AS n ON n.id = i.note_id"
    )
    for number, pdf, pdf_sha256, frozen, frozen_sha256, emblem, *line in rows:
        if hashlib.sha256(pdf).hexdigest() != pdf_sha256:
            raise _WrongError(f"The PDF of the note {number} is not the one that was sealed.")
        if hashlib.sha256(frozen.encode("utf-8")).hexdigest() != frozen_sha256:
            raise _WrongError(f"The text of the note {number} is not the one that was sealed.")
        text = json.loads(frozen)
        if text.get("emblem_sha256") != emblem:
            raise _WrongError(f"The emblem of the note {number} is not the one that was sealed.")
        if line != _line_of(text):
            raise _WrongError(f"The register says other things of the note {number} than its text.")
    for digest, data in connection.execute("SELECT sha256, data FROM images"):
        if hashlib.sha256(data).hexdigest() != digest:
            raise _WrongError(f"The emblem {digest[:12]} is not the one that was stored.")


def _line_of(text: dict[str, Any]) -> list[object]:
    """Return what the register has to say of a note, by the frozen text."""
    meeting = text["meeting"]
    return [
        text["dated"],
        text["kind"],
        text["language"],
        meeting["code"],
        meeting["name"],
        text["addressee"],
        text["reference"],
        text["dated"],
    ]


def _events(connection: sqlite3.Connection) -> None:
    previous, due = START, 1
    issued: dict[str, str] = {}
    for seq, at, actor, verb, subject, told, named, digest in connection.execute(
        "SELECT seq, at, actor, verb, subject, detail, previous, hash FROM events ORDER BY seq"
    ):
        true = event_hash(seq, at, actor, verb, subject, told, previous)
        if seq != due or named != previous or digest != true:
            raise _WrongError(f"The record of events is broken at event {due}.")
        previous, due = digest, due + 1
        if verb == "note.issue":
            detail = json.loads(told)
            issued[detail["number"]] = detail["pdf_sha256"] + detail["frozen_sha256"]
    _end_of_events(connection, due - 1, previous)
    sealed = dict(
        connection.execute("SELECT number, pdf_sha256 || frozen_sha256 FROM issued_notes")
    )
    for number in sorted(issued.keys() | sealed.keys()):
        if issued.get(number) != sealed.get(number):
            raise _WrongError(f"The register and the record of events differ on the note {number}.")


def _end_of_events(connection: sqlite3.Connection, seq: int, digest: str) -> None:
    """Compare the last event with what is remembered of it."""
    remembered = connection.execute("SELECT seq, hash FROM last_event").fetchone()
    if (remembered or (0, START)) != (seq, digest):
        raise _WrongError(f"The record of events ends at event {seq}, which is not the last one.")
