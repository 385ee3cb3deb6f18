"""What bears on duties as plain rows: read alike by SQLAlchemy and by the quick door."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from ccmdesk.domain.duty import GENEVA, DutyPlan, DutyRecord
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.recorded import Extension, ExtensionStanding

RECORDS = "SELECT * FROM duty_records"
PLANS = "SELECT * FROM duty_plans"
MILESTONES = """
SELECT d.*, m.code FROM milestones AS d JOIN meetings AS m ON m.id = d.meeting_id
WHERE d.removed_at IS NULL AND m.removed_at IS NULL ORDER BY d.id
"""
HOLIDAY_ENTRIES = "SELECT * FROM holiday_entries ORDER BY day, id"
OWN_EXTENSIONS = "SELECT * FROM own_extensions ORDER BY id"

# A row of sqlite3 answers by name as a mapping does, without being one.
Row = Mapping[Any, Any] | Any


def record_from(row: Row) -> DutyRecord:
    """Return what a row of `RECORDS` says."""
    return DutyRecord(
        key=row["key"],
        done_on=_day(row["done_on"]),
        proof=row["proof"],
        not_applicable=bool(row["not_applicable"]),
        remark=row["remark"],
        channel=row["channel"],
        proof_name=row["proof_name"],
        proof_sha256=row["proof_sha256"] or "",
    )


def plan_from(row: Row) -> DutyPlan:
    """Return what a row of `PLANS` says."""
    return DutyPlan(row["key"], row["owner"], _hour(row["closes"]), row["zone"])


def milestone_from(row: Row) -> Milestone:
    """Return what a row of `MILESTONES` says; its meeting's code stands in "code"."""
    return Milestone(
        meeting_id=row["meeting_id"],
        kind=MilestoneKind(row["kind"]),
        title=row["title"],
        due=_day(row["due"]),
        days_before=row["days_before"],
        as_written=row["as_written"],
        closes=_hour(row["closes"]),
        zone=row["zone"] or GENEVA,
        source=row["source"],
        id=row["id"],
    )


def holiday_entry_from(row: Row) -> HolidayEntry:
    """Return what a row of `HOLIDAY_ENTRIES` says."""
    return HolidayEntry(
        place=Place(row["place"]),
        day=date.fromisoformat(row["day"]),
        name=row["name"],
        off=bool(row["off"]),
        yearly=bool(row["yearly"]),
        source=row["source"],
        id=row["id"],
    )


def extension_from(row: Row) -> Extension:
    """Return what a row of `OWN_EXTENSIONS` says."""
    return Extension(
        state=row["state"],
        article=row["article"],
        stage=row["stage"],
        deadline=_day(row["deadline"]),
        precision=row["precision"],
        decided_at=row["decided_at"],
        standing=ExtensionStanding(row["standing"]),
        note=row["note"],
        source=row["source"],
        as_of=_day(row["as_of"]),
    )


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _hour(text: str | None) -> time | None:
    return None if text is None else time.fromisoformat(text)
