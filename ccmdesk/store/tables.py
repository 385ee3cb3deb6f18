"""The tables as SQLAlchemy Core sees them; the migrations make them, a test compares the two."""

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    JSON,
    Boolean,
    Column,
    Date,
    Dialect,
    ForeignKey,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.types import TypeDecorator


def written_instant(value: datetime) -> str:
    """Return an instant as it is stored."""
    return value.astimezone(UTC).isoformat(timespec="microseconds")


class Instant(TypeDecorator[datetime]):
    """An instant in UTC, stored as ISO 8601 text so that it sorts and reads."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> str | None:
        """Return the text to store."""
        return None if value is None else written_instant(value)

    def process_result_value(self, value: Any, dialect: Dialect) -> datetime | None:
        """Return the aware instant."""
        return None if value is None else datetime.fromisoformat(value)


metadata = MetaData()


def _text(name: str) -> Column[str]:
    return Column(name, Text, nullable=False, default="")


images = Table(
    "images",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

profile = Table(
    "profile",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("state_iso3"),
    _text("language"),
    Column("names", JSON, nullable=False),
    Column("layout", JSON, nullable=False),
    Column("emblem_sha256", Text, ForeignKey("images.sha256")),
    _text("number_pattern"),
    _text("number_restart"),
    Column("first_annual_year", Integer),
    Column("sample", Boolean, nullable=False, default=False),
    Column("kept_since", Date, nullable=False),
    Column("approval", Boolean, nullable=False, default=False),
    Column("approvers", JSON, nullable=False),
    Column("series", JSON, nullable=False),
    Column("confirmed", JSON, nullable=False),
)

own_states = Table(
    "own_states",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("iso3"),
    _text("name"),
    _text("status"),
    Column("signed", Date),
    _text("instrument"),
    Column("deposited", Date),
    Column("entry_into_force", Date),
    Column("withdrew_effective", Date),
    Column("sources", JSON, nullable=False),
    Column("as_of", Date),
)

meetings = Table(
    "meetings",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("code"),
    _text("name"),
    _text("kind"),
    Column("ordinal", Integer, nullable=False, default=0),
    Column("start", Date),
    Column("end", Date),
    _text("city"),
    _text("venue"),
    _text("president"),
    _text("symbol_prefix"),
    _text("website"),
    _text("source"),
    Column("as_of", Date),
    _text("note_reference"),
    Column("note_dated", Date),
    _text("note_sender"),
    _text("note_addressee"),
    Column("note_address", JSON, nullable=False),
    _text("note_email"),
    Column("delegation_due", Date),
    _text("delegation_due_as_written"),
    Column("removed_at", Instant),
)

people = Table(
    "people",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("family_name"),
    _text("given_names"),
    _text("style"),
    _text("functional_title"),
    _text("organization"),
    _text("place"),
    _text("email"),
    _text("gender"),
    Column("removed_at", Instant),
    _text("rank"),
    Column("family_first", Boolean, nullable=False, default=False),
    _text("phone"),
    Column("forms", JSON, nullable=False, default=dict),
    Column("grounds_pass_until", Date),
)

delegates = Table(
    "delegates",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("meeting_id", Integer, ForeignKey("meetings.id"), nullable=False),
    Column("person_id", Integer, ForeignKey("people.id"), nullable=False),
    _text("role"),
    Column("position", Integer, nullable=False),
    Column("on_portal", Date),
    Column("travel_arranged", Boolean, nullable=False, default=False),
)

notes = Table(
    "notes",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("kind"),
    _text("language"),
    _text("state"),
    Column("meeting_id", Integer, ForeignKey("meetings.id")),
    Column("dated", Date),
    Column("addressee", Text),
    Column("address", JSON(none_as_null=True)),
    Column("reference", Text),
    Column("reference_dated", Date),
    Column("number", Text),
    _text("series"),
    Column("answers", Integer, ForeignKey("notes.id")),
    _text("courtesy"),
    Column("created_at", Instant, nullable=False),
    Column("updated_at", Instant, nullable=False),
    Column("enclosures", JSON, nullable=False),
    Column("matter", JSON, nullable=False),
    Column("body", JSON, nullable=False),
    Column("courtesy_body", JSON, nullable=False),
    sqlite_autoincrement=True,
)

issued_notes = Table(
    "issued_notes",
    metadata,
    Column("note_id", Integer, ForeignKey("notes.id"), primary_key=True),
    _text("series"),
    _text("run"),
    Column("sequence", Integer),
    Column("typed", Boolean, nullable=False, default=False),
    _text("number"),
    _text("pattern"),
    _text("restart"),
    Column("year", Integer, nullable=False),
    Column("dated", Date, nullable=False),
    _text("kind"),
    _text("language"),
    _text("state_iso3"),
    _text("meeting_code"),
    _text("meeting_name"),
    _text("addressee"),
    _text("subject"),
    _text("reference"),
    _text("people"),
    Column("issued_at", Instant, nullable=False),
    Column("emblem_sha256", Text, ForeignKey("images.sha256")),
    _text("frozen_sha256"),
    _text("pdf_sha256"),
)

sealed_papers = Table(
    "sealed_papers",
    metadata,
    Column("note_id", Integer, ForeignKey("issued_notes.note_id"), primary_key=True),
    _text("frozen"),
    Column("pdf", LargeBinary, nullable=False),
)

proofs = Table(
    "proofs",
    metadata,
    Column("sha256", Text, primary_key=True),
    Column("data", LargeBinary, nullable=False),
)

note_steps = Table(
    "note_steps",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("note_id", Integer, nullable=False),
    _text("kind"),
    Column("recorded_at", Instant, nullable=False),
    Column("at", Instant, nullable=False),
    _text("by"),
    _text("on_behalf_of"),
    _text("reason"),
    Column("channel", Text),
    _text("recipient"),
    _text("tracking"),
    _text("proof_name"),
    Column("proof_sha256", Text, ForeignKey("proofs.sha256")),
    _text("content_sha256"),
    sqlite_autoincrement=True,
)

note_versions = Table(
    "note_versions",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("note_id", Integer, nullable=False),
    Column("kept_at", Instant, nullable=False),
    _text("sha256"),
    Column("content", LargeBinary, nullable=False),
    sqlite_autoincrement=True,
)

duty_records = Table(
    "duty_records",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("key"),
    Column("done_on", Date),
    _text("proof"),
    Column("not_applicable", Boolean, nullable=False, default=False),
    _text("remark"),
    _text("channel"),
    _text("proof_name"),
    Column("proof_sha256", Text, ForeignKey("proofs.sha256")),
)

incoming_papers = Table(
    "incoming_papers",
    metadata,
    Column("id", Integer, primary_key=True),
    _text("reference"),
    Column("dated", Date),
    _text("sender"),
    _text("subject"),
    Column("received_on", Date),
    _text("text"),
    _text("file_name"),
    Column("file", LargeBinary),
    Column("removed_at", Instant),
)

events = Table(
    "events",
    metadata,
    Column("seq", Integer, primary_key=True),
    _text("at"),
    _text("actor"),
    _text("verb"),
    _text("subject"),
    _text("detail"),
    _text("previous"),
    _text("hash"),
)

last_event = Table(
    "last_event",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("seq", Integer, nullable=False),
    _text("hash"),
)
