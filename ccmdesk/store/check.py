"""Looks a register over: the file, the numbers, the seals, and the chain of events."""

import hashlib
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from ccmdesk.domain.check_report import CheckItem, CheckReport
from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.domain.note_life import AFTER, StepKind
from ccmdesk.domain.register import NumberPattern
from ccmdesk.store.connection import APPLICATION_ID, connect_reading
from ccmdesk.store.event_chain import START, event_hash, step_hash
from ccmdesk.store.faults import fault_of, plain_faults
from ccmdesk.store.migrate import migrate, present_version, version_of
from ccmdesk.store.seal_check import seal_fault
from ccmdesk.store.sealed_report_check import sealed_reports_fault
from ccmdesk.store.version_rows import unpacked


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
        _Look("reports", "Every sealed report is as it was sealed.", _reports),
        _Look("events", "The record of events and of steps is unbroken.", _events),
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
    due: dict[tuple[str, str], int] = {}
    rows = connection.execute(
        "SELECT series, run, sequence, typed, number, pattern, restart, year FROM issued_notes"
        " ORDER BY series, run, sequence"
    )
    for series, run, sequence, typed, number, pattern, restart, year in rows:
        if number in seen:
            raise _WrongError(f"The number {number} is used twice.")
        seen.add(number)
        if sequence is None and typed:
            continue
        of_series = f"the series {series}, {run}" if series else f"the series {run}"
        expected = due.get((series, run), 1)
        if sequence < expected:
            raise _WrongError(f"The running number {sequence} of {of_series} is used twice.")
        # The numbers before a typed one stand in the paper register it was taken from.
        if sequence > expected and not typed:
            raise _WrongError(f"The running number {expected} of {of_series} is missing.")
        due[series, run] = sequence + 1
        rule = NumberPattern(pattern, restart)
        if rule.series(year) != run or rule.written(sequence, year) != number:
            raise _WrongError(f"The number {number} does not follow its own pattern {pattern}.")
    stray = connection.execute(
        "SELECT n.id FROM notes AS n LEFT JOIN issued_notes AS i ON i.note_id = n.id"
        " LEFT JOIN sealed_papers AS p ON p.note_id = n.id WHERE"
        " (n.state IN ('issued', 'dispatched', 'acknowledged', 'cancelled'))"
        " <> (i.note_id IS NOT NULL) OR (i.note_id IS NULL) <> (p.note_id IS NULL)"
    ).fetchone()
    if stray is not None:
        raise _WrongError(
            f"The note {stray[0]} is marked as issued without a seal, or the other way."
        )


def _seals(connection: sqlite3.Connection) -> None:
    cursor = connection.execute(
        "SELECT i.*, p.frozen, p.pdf, n.dated AS listed, n.series AS listed_series"
        " FROM issued_notes AS i JOIN sealed_papers AS p ON p.note_id = i.note_id"
        " JOIN notes AS n ON n.id = i.note_id"
    )
    names = [column[0] for column in cursor.description]
    for row in cursor:
        line = dict(zip(names, row, strict=True))
        found = seal_fault(line, line["frozen"], line["pdf"], None)
        if found:
            raise _WrongError(found)
        if (line["listed"], line["listed_series"]) != (line["dated"], line["series"]):
            raise _WrongError(
                f"The register says other things of the note {line['number']} than its text."
            )
    for table, what in (("images", "emblem"), ("proofs", "proof")):
        for digest, data in connection.execute(f"SELECT sha256, data FROM {table}"):
            if hashlib.sha256(data).hexdigest() != digest:
                raise _WrongError(f"The {what} {digest[:12]} is not the one that was stored.")
    for version, note, digest, packed in connection.execute(
        "SELECT id, note_id, sha256, content FROM note_versions"
    ):
        if hashlib.sha256(unpacked(packed) or b"").hexdigest() != digest:
            raise _WrongError(f"Version {version} of the note {note} is not as it was kept.")


def _reports(connection: sqlite3.Connection) -> None:
    found = sealed_reports_fault(connection)
    if found:
        raise _WrongError(found)


def _events(connection: sqlite3.Connection) -> None:
    previous, due = START, 1
    issued: dict[str, str] = {}
    steps: dict[int, str] = {}
    for seq, at, actor, verb, subject, told, named, digest in connection.execute(
        "SELECT seq, at, actor, verb, subject, detail, previous, hash FROM events ORDER BY seq"
    ):
        true = event_hash(seq, at, actor, verb, subject, told, previous)
        if seq != due or named != previous or digest != true:
            raise _WrongError(f"The record of events is broken at event {due}.")
        previous, due = digest, due + 1
        if verb.startswith("note."):
            detail = json.loads(told)
            if verb == "note.issue":
                issued[detail["number"]] = detail["pdf_sha256"] + detail["frozen_sha256"]
            if "step" in detail:
                steps[detail["step"]] = detail["step_sha256"]
    _end_of_events(connection, due - 1, previous)
    sealed = dict(
        connection.execute("SELECT number, pdf_sha256 || frozen_sha256 FROM issued_notes")
    )
    for number in sorted(issued.keys() | sealed.keys()):
        if issued.get(number) != sealed.get(number):
            raise _WrongError(f"The register and the record of events differ on the note {number}.")
    _steps(connection, steps)


def _steps(connection: sqlite3.Connection, recorded: dict[int, str]) -> None:
    """Compare the steps of the notes with the record of events, and with where the notes stand."""
    cursor = connection.execute("SELECT * FROM note_steps ORDER BY id")
    names = [column[0] for column in cursor.description]
    last: dict[int, str] = {}
    for row in cursor:
        step = dict(zip(names, row, strict=True))
        last[step["note_id"]] = AFTER[StepKind(step["kind"])]
        digest = recorded.pop(step["id"], None)
        # The issue of a note from before version 2.0 is known by the note's own event.
        if digest != step_hash(step) and not (digest is None and step["kind"] == "issued"):
            raise _WrongError(
                f"The register and the record of events differ on step {step['id']} of note"
                f" {step['note_id']}."
            )
    if recorded:
        raise _WrongError(f"Step {min(recorded)} of a note is missing.")
    for note_id, state in connection.execute("SELECT id, state FROM notes"):
        if last.get(note_id, "draft") != state:
            raise _WrongError(f"The note {note_id} does not stand where its last step left it.")


def _end_of_events(connection: sqlite3.Connection, seq: int, digest: str) -> None:
    """Compare the last event with what is remembered of it."""
    remembered = connection.execute("SELECT seq, hash FROM last_event").fetchone()
    if (remembered or (0, START)) != (seq, digest):
        raise _WrongError(f"The record of events ends at event {seq}, which is not the last one.")
