"""The tables of the reminders as SQLAlchemy Core sees them; the timer reads them without it."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, Table, Text

from ccmdesk.store.tables import Instant, metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


reminders = Table(
    "reminders",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("duty_key"),
    _text("title"),
    Column("due", Date, nullable=False),
    Column("internal_due", Date, nullable=False),
    _text("rung"),
    _text("at"),
    _text("fire_at"),
    _text("state"),
    _text("why"),
    Column("choice", Text),
    Column("until", Date),
    Column("told_at", Instant),
    _text("how"),
    Column("ahead", Boolean, nullable=False, default=False),
    Column("looked_at", Instant),
    Column("closes_at", Instant),
    sqlite_autoincrement=True,
)

reminder_history = Table(
    "reminder_history",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("reminder_id", Integer, ForeignKey("reminders.id"), nullable=False),
    Column("at", Instant, nullable=False),
    _text("was"),
    _text("became"),
    _text("why"),
    sqlite_autoincrement=True,
)

reminder_settings = Table(
    "reminder_settings",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("changed_at", Instant, nullable=False),
    _text("opens"),
    _text("closes"),
    Column("ladders", JSON, nullable=False),
    sqlite_autoincrement=True,
)

reminder_plan = Table(
    "reminder_plan",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("day"),
    Column("event_seq", Integer, nullable=False),
    Column("settings_id", Integer, nullable=False),
    _text("program"),
)
