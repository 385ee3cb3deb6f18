"""The tables about duties as SQLAlchemy Core sees them, beside what was recorded of them."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, Table, Text

from ccmdesk.store.tables import Instant, metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


duty_plans = Table(
    "duty_plans",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("key"),
    _text("owner"),
    Column("closes", Text),
    _text("zone"),
)

duty_history = Table(
    "duty_history",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("key"),
    Column("at", Instant, nullable=False),
    _text("by"),
    _text("what"),
    _text("was"),
    _text("became"),
    _text("why"),
    _text("paper"),
    sqlite_autoincrement=True,
)

milestones = Table(
    "milestones",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("meeting_id", Integer, ForeignKey("meetings.id"), nullable=False),
    _text("kind"),
    _text("title"),
    Column("due", Date),
    Column("days_before", Integer),
    _text("as_written"),
    Column("closes", Text),
    _text("zone"),
    _text("source"),
    Column("removed_at", Instant),
    sqlite_autoincrement=True,
)

own_extensions = Table(
    "own_extensions",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("state"),
    Column("article", Integer, nullable=False),
    _text("stage"),
    Column("deadline", Date),
    _text("precision"),
    _text("decided_at"),
    _text("standing"),
    _text("note"),
    _text("source"),
    Column("as_of", Date),
    sqlite_autoincrement=True,
)

holiday_entries = Table(
    "holiday_entries",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("place"),
    Column("day", Date, nullable=False),
    _text("name"),
    Column("off", Boolean, nullable=False, default=True),
    Column("yearly", Boolean, nullable=False, default=False),
    _text("source"),
    sqlite_autoincrement=True,
)

capital_weekend = Table(
    "capital_weekend",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("days", JSON, nullable=False),
)

lead_times = Table(
    "lead_times",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("duty_kind"),
    Column("legs", JSON, nullable=False),
)

absences = Table(
    "absences",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("name"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    _text("reason"),
    sqlite_autoincrement=True,
)
