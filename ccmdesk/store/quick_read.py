"""The one small door to the data that needs no SQLAlchemy: what the first paint shows.

Also what the command line needs to answer at once. Every query is named here and changes nothing.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from ccmdesk.domain.duty import DutyPlan, DutyRecord
from ccmdesk.domain.holiday_entries import HolidayEntry
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.note_line import NoteKind, NoteLine, NoteState
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State, Status
from ccmdesk.store import duty_reading
from ccmdesk.store.connection import connect_reading
from ccmdesk.store.faults import plain_faults
from ccmdesk.store.migrate import present_version, version_of
from ccmdesk.store.opening import bring_up_to_date, inspect, is_first_run
from ccmdesk.system.paths import DataFolder

_NOTES = """
SELECT n.id, n.kind, n.language, n.state, n.dated, n.updated_at, n.series,
       coalesce(i.meeting_code, m.code, '') AS meeting_code,
       coalesce(i.meeting_name, m.name, '') AS meeting_name,
       coalesce(i.addressee, n.addressee, m.note_addressee, '') AS addressee,
       coalesce(i.number, '') AS number, coalesce(i.pdf_sha256, '') AS sha256,
       coalesce(i.subject, json_extract(n.matter, '$.subject'), '') AS subject
FROM notes AS n LEFT JOIN meetings AS m ON m.id = n.meeting_id
LEFT JOIN issued_notes AS i ON i.note_id = n.id
WHERE n.state IN {states} ORDER BY n.updated_at DESC, n.id DESC LIMIT ?
"""
# Two questions, each with an index of its own, however long the register is.
_OPEN = _NOTES.format(states="('draft', 'submitted', 'approved')")
_SEALED = _NOTES.format(states="('issued', 'dispatched', 'acknowledged', 'cancelled')")


@dataclass(frozen=True, slots=True)
class ProfileSummary:
    """What the first look needs of the profile; the emblem is not among it."""

    state_iso3: str
    language: str
    mission: str
    state_name: str
    first_annual_year: int | None
    sample: bool
    kept_since: date


class QuickReader:
    """One consistent view of the data; made by `quick_reader`."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._connection = connection

    def profile(self) -> ProfileSummary | None:
        """Return the summary of the profile, or None before one was saved."""
        row = self._connection.execute(
            "SELECT state_iso3, language, names, first_annual_year, sample, kept_since FROM profile"
        ).fetchone()
        if row is None:
            return None
        names = json.loads(row["names"])[row["language"]]
        return ProfileSummary(
            state_iso3=row["state_iso3"],
            language=row["language"],
            mission=names["mission"],
            state_name=names["state"],
            first_annual_year=row["first_annual_year"],
            sample=bool(row["sample"]),
            kept_since=date.fromisoformat(row["kept_since"]),
        )

    def notes(self, most: int) -> tuple[NoteLine, ...]:
        """Return at most `most` notes: drafts first, each group with the last changed first."""
        rows = self._connection.execute(_OPEN, (most,)).fetchall()
        rows += self._connection.execute(_SEALED, (most - len(rows),)).fetchall()
        return tuple(_note_line(row) for row in rows)

    def duty_records(self) -> dict[str, DutyRecord]:
        """Return what was recorded of duties, by the key of the duty."""
        rows = self._connection.execute(duty_reading.RECORDS)
        return {row["key"]: duty_reading.record_from(row) for row in rows}

    def duty_plans(self) -> dict[str, DutyPlan]:
        """Return what the mission plans for its duties, by the key of the duty."""
        rows = self._connection.execute(duty_reading.PLANS)
        return {row["key"]: duty_reading.plan_from(row) for row in rows}

    def milestones(self) -> dict[str, list[Milestone]]:
        """Return what the meetings ask of a mission, by the code of the meeting."""
        found: dict[str, list[Milestone]] = {}
        for row in self._connection.execute(duty_reading.MILESTONES):
            found.setdefault(row["code"], []).append(duty_reading.milestone_from(row))
        return found

    def own_extensions(self) -> tuple[Extension, ...]:
        """Return the extensions that the officer entered."""
        rows = self._connection.execute(duty_reading.OWN_EXTENSIONS)
        return tuple(duty_reading.extension_from(row) for row in rows)

    def holiday_entries(self) -> tuple[HolidayEntry, ...]:
        """Return what the officer entered beside the shipped holidays, of all three places."""
        rows = self._connection.execute(duty_reading.HOLIDAY_ENTRIES)
        return tuple(duty_reading.holiday_entry_from(row) for row in rows)

    def meetings(self) -> tuple[Meeting, ...]:
        """Return the stored meetings that are not in the bin."""
        return tuple(
            _meeting(row)
            for row in self._connection.execute(
                "SELECT * FROM meetings WHERE removed_at IS NULL ORDER BY start"
            )
        )

    def own_states(self) -> tuple[State, ...]:
        """Return the officer's own States."""
        return tuple(
            State(
                iso3=row["iso3"],
                name=row["name"],
                status=Status(row["status"]),
                signed=_day(row["signed"]),
                instrument=row["instrument"],
                deposited=_day(row["deposited"]),
                entry_into_force=_day(row["entry_into_force"]),
                withdrew_effective=_day(row["withdrew_effective"]),
                sources=tuple(json.loads(row["sources"])),
                as_of=_day(row["as_of"]),
            )
            for row in self._connection.execute("SELECT * FROM own_states ORDER BY name")
        )


@contextmanager
def quick_reader(folder: DataFolder) -> Iterator[QuickReader | None]:
    """Open the register for the named queries; None where nothing was ever kept in the folder.

    Raises EnvironmentFault saying what is wrong with the file. Creates nothing; only an older
    register is brought up to date, after a copy was kept.
    """
    if is_first_run(folder):
        yield None
        return
    inspect(folder)
    with plain_faults(folder.database), closing(connect_reading(folder.database)) as connection:
        if version_of(connection) < present_version():
            bring_up_to_date(folder.database)
        connection.row_factory = sqlite3.Row
        connection.execute("BEGIN").close()
        yield QuickReader(connection)


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _note_line(row: Any) -> NoteLine:
    return NoteLine(
        id=row["id"],
        kind=NoteKind(row["kind"]),
        language=row["language"],
        state=NoteState(row["state"]),
        meeting_code=row["meeting_code"],
        meeting_name=row["meeting_name"],
        number=row["number"],
        dated=_day(row["dated"]),
        updated_at=datetime.fromisoformat(row["updated_at"]),
        addressee=row["addressee"],
        sha256=row["sha256"],
        subject=row["subject"],
        series=row["series"],
    )


def _meeting(row: Any) -> Meeting:
    return Meeting(
        code=row["code"],
        name=row["name"],
        kind=MeetingKind(row["kind"]),
        ordinal=row["ordinal"],
        start=_day(row["start"]),
        end=_day(row["end"]),
        city=row["city"],
        venue=row["venue"],
        president=row["president"],
        symbol_prefix=row["symbol_prefix"],
        website=row["website"],
        source=row["source"],
        as_of=_day(row["as_of"]),
        convening=ConveningNote(
            reference=row["note_reference"],
            dated=_day(row["note_dated"]),
            sender=row["note_sender"],
            addressee=row["note_addressee"],
            address=tuple(json.loads(row["note_address"])),
            email=row["note_email"],
            delegation_due=_day(row["delegation_due"]),
            delegation_due_as_written=row["delegation_due_as_written"],
        ),
        id=row["id"],
    )
