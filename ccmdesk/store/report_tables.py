"""The tables of Article 7 reports as SQLAlchemy Core sees them."""

from sqlalchemy import JSON, Boolean, Column, Date, ForeignKey, Integer, LargeBinary, Table, Text

from ccmdesk.store.tables import Instant, metadata


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


reports = Table(
    "reports",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("state"),
    _text("period"),
    _text("form_set"),
    _text("language"),
    Column("first", Date, nullable=False),
    Column("last", Date, nullable=False),
    _text("contact"),
    Column("cover_only", Boolean, nullable=False, default=False),
    _text("correction"),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("removed_at", Instant),
    sqlite_autoincrement=True,
)

report_forms = Table(
    "report_forms",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False),
    _text("letter"),
    _text("state"),
    Column("content", JSON, nullable=False),
    _text("owner"),
    Column("asked_on", Date),
    Column("promised_for", Date),
    Column("received_on", Date),
    Column("earlier_on", Date),
    _text("earlier_period"),
    _text("carried_from"),
    Column("carried", JSON(none_as_null=True)),
    sqlite_autoincrement=True,
)

report_files = Table(
    "report_files",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False),
    _text("letter"),
    _text("name"),
    Column("sha256", Text, ForeignKey("proofs.sha256"), nullable=False),
    sqlite_autoincrement=True,
)

sealed_reports = Table(
    "sealed_reports",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("report_id", Integer, ForeignKey("reports.id"), nullable=False),
    _text("state"),
    _text("period"),
    Column("version", Integer, nullable=False),
    Column("sealed_at", Instant, nullable=False),
    _text("sealed_by"),
    _text("reason"),
    _text("frozen"),
    _text("frozen_sha256"),
    Column("pdf", LargeBinary, nullable=False),
    _text("pdf_sha256"),
    sqlite_autoincrement=True,
)

report_transmittals = Table(
    "report_transmittals",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("sealed_id", Integer, ForeignKey("sealed_reports.id"), nullable=False),
    Column("note_id", Integer, nullable=False),
    Column("begun_at", Instant, nullable=False),
    sqlite_autoincrement=True,
)
