"""The first tables: profile, people, meetings, notes, register, duties, papers, events."""

from ccmdesk.store.migrations.step import Step

# A table's long columns stand last, since what lies before them is read without touching them.
_TABLES = (
    """
    CREATE TABLE images (
        sha256 TEXT PRIMARY KEY,
        data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE profile (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        state_iso3 TEXT NOT NULL,
        language TEXT NOT NULL,
        names TEXT NOT NULL,
        layout TEXT NOT NULL,
        emblem_sha256 TEXT REFERENCES images (sha256),
        number_pattern TEXT NOT NULL,
        number_restart TEXT NOT NULL CHECK (number_restart IN ('yearly', 'never')),
        first_annual_year INTEGER,
        sample INTEGER NOT NULL DEFAULT 0 CHECK (sample IN (0, 1)),
        kept_since TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE own_states (
        id INTEGER PRIMARY KEY,
        iso3 TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        status TEXT NOT NULL,
        signed TEXT,
        instrument TEXT NOT NULL DEFAULT '',
        deposited TEXT,
        entry_into_force TEXT,
        withdrew_effective TEXT,
        sources TEXT NOT NULL DEFAULT '[]',
        as_of TEXT
    ) STRICT
    """,
    """
    CREATE TABLE meetings (
        id INTEGER PRIMARY KEY,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        kind TEXT NOT NULL,
        ordinal INTEGER NOT NULL DEFAULT 0,
        start TEXT,
        "end" TEXT,
        city TEXT NOT NULL DEFAULT '',
        venue TEXT NOT NULL DEFAULT '',
        president TEXT NOT NULL DEFAULT '',
        symbol_prefix TEXT NOT NULL DEFAULT '',
        website TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL DEFAULT '',
        as_of TEXT,
        note_reference TEXT NOT NULL DEFAULT '',
        note_dated TEXT,
        note_sender TEXT NOT NULL DEFAULT '',
        note_addressee TEXT NOT NULL DEFAULT '',
        note_address TEXT NOT NULL DEFAULT '[]',
        note_email TEXT NOT NULL DEFAULT '',
        delegation_due TEXT,
        delegation_due_as_written TEXT NOT NULL DEFAULT '',
        removed_at TEXT
    ) STRICT
    """,
    "CREATE UNIQUE INDEX meetings_code ON meetings (code) WHERE removed_at IS NULL",
    """
    CREATE TABLE people (
        id INTEGER PRIMARY KEY,
        family_name TEXT NOT NULL,
        given_names TEXT NOT NULL DEFAULT '',
        style TEXT NOT NULL DEFAULT '',
        functional_title TEXT NOT NULL DEFAULT '',
        organization TEXT NOT NULL DEFAULT '',
        place TEXT NOT NULL DEFAULT '',
        email TEXT NOT NULL DEFAULT '',
        gender TEXT NOT NULL DEFAULT '',
        removed_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE delegates (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        person_id INTEGER NOT NULL REFERENCES people (id),
        role TEXT NOT NULL,
        position INTEGER NOT NULL,
        UNIQUE (meeting_id, person_id)
    ) STRICT
    """,
    "CREATE INDEX delegates_person ON delegates (person_id)",
    """
    CREATE TABLE notes (
        id INTEGER PRIMARY KEY,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN ('draft', 'issued')),
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        dated TEXT,
        addressee TEXT,
        address TEXT,
        reference TEXT,
        reference_dated TEXT,
        request TEXT,
        paragraphs TEXT NOT NULL DEFAULT '[]',
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX notes_meeting ON notes (meeting_id)",
    """
    CREATE TABLE issued_notes (
        note_id INTEGER PRIMARY KEY REFERENCES notes (id),
        series TEXT NOT NULL,
        sequence INTEGER NOT NULL CHECK (sequence > 0),
        number TEXT NOT NULL UNIQUE,
        pattern TEXT NOT NULL,
        restart TEXT NOT NULL,
        year INTEGER NOT NULL,
        dated TEXT NOT NULL,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        state_iso3 TEXT NOT NULL,
        meeting_code TEXT NOT NULL,
        meeting_name TEXT NOT NULL,
        addressee TEXT NOT NULL,
        subject TEXT NOT NULL,
        issued_at TEXT NOT NULL,
        emblem_sha256 TEXT REFERENCES images (sha256),
        frozen_sha256 TEXT NOT NULL,
        pdf_sha256 TEXT NOT NULL,
        frozen TEXT NOT NULL,
        pdf BLOB NOT NULL,
        UNIQUE (series, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE duty_records (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        done_on TEXT,
        proof TEXT NOT NULL DEFAULT '',
        not_applicable INTEGER NOT NULL DEFAULT 0 CHECK (not_applicable IN (0, 1)),
        remark TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE incoming_papers (
        id INTEGER PRIMARY KEY,
        reference TEXT NOT NULL DEFAULT '',
        dated TEXT,
        sender TEXT NOT NULL DEFAULT '',
        subject TEXT NOT NULL DEFAULT '',
        received_on TEXT,
        text TEXT NOT NULL DEFAULT '',
        file_name TEXT NOT NULL DEFAULT '',
        file BLOB,
        removed_at TEXT
    ) STRICT
    """,
    """
    CREATE TABLE events (
        seq INTEGER PRIMARY KEY,
        at TEXT NOT NULL,
        actor TEXT NOT NULL,
        verb TEXT NOT NULL,
        subject TEXT NOT NULL,
        detail TEXT NOT NULL,
        previous TEXT NOT NULL,
        hash TEXT NOT NULL UNIQUE
    ) STRICT
    """,
)


def _refusal(name: str, when: str, table: str, condition: str, message: str) -> str:
    return f"""
    CREATE TRIGGER {name} BEFORE {when} ON {table} {f"WHEN {condition}" if condition else ""}
    BEGIN SELECT RAISE(ABORT, '{message}'); END
    """


_ISSUED = "An issued note cannot be changed or removed; what changes is said in a new note."
_KEPT = "The record of events only grows; nothing in it can be changed or removed."
_IMAGE = "A stored emblem cannot be changed or removed, since issued notes may show it."
_NO_SEAL = "A note becomes an issued one only together with its number and its seal."

# INSERT OR REPLACE removes rows without asking the triggers on DELETE; those on INSERT stop it.
_TRIGGERS = (
    _refusal("issued_notes_no_update", "UPDATE", "issued_notes", "", _ISSUED),
    _refusal("issued_notes_no_delete", "DELETE", "issued_notes", "", _ISSUED),
    _refusal(
        "issued_notes_no_replace",
        "INSERT",
        "issued_notes",
        "EXISTS (SELECT 1 FROM issued_notes AS old WHERE old.note_id = NEW.note_id"
        " OR old.number = NEW.number OR (old.series = NEW.series AND old.sequence = NEW.sequence))",
        "This number or this note is in the register already.",
    ),
    _refusal(
        "notes_no_update",
        "UPDATE",
        "notes",
        "OLD.state = 'issued' OR NEW.id IS NOT OLD.id",
        _ISSUED,
    ),
    _refusal("notes_no_delete", "DELETE", "notes", "OLD.state = 'issued'", _ISSUED),
    _refusal(
        "notes_no_replace",
        "INSERT",
        "notes",
        "EXISTS (SELECT 1 FROM notes AS old WHERE old.id = NEW.id AND old.state = 'issued')",
        _ISSUED,
    ),
    _refusal("notes_start_as_draft", "INSERT", "notes", "NEW.state = 'issued'", _NO_SEAL),
    _refusal(
        "notes_issued_with_seal",
        "UPDATE",
        "notes",
        "NEW.state = 'issued' AND OLD.state = 'draft'"
        " AND NOT EXISTS (SELECT 1 FROM issued_notes AS seal WHERE seal.note_id = NEW.id)",
        _NO_SEAL,
    ),
    _refusal("events_no_update", "UPDATE", "events", "", _KEPT),
    _refusal("events_no_delete", "DELETE", "events", "", _KEPT),
    _refusal(
        "events_no_replace",
        "INSERT",
        "events",
        "EXISTS (SELECT 1 FROM events AS old WHERE old.seq = NEW.seq OR old.hash = NEW.hash)",
        _KEPT,
    ),
    _refusal("images_no_update", "UPDATE", "images", "", _IMAGE),
    _refusal("images_no_delete", "DELETE", "images", "", _IMAGE),
    _refusal(
        "images_no_replace",
        "INSERT",
        "images",
        "EXISTS (SELECT 1 FROM images AS old WHERE old.sha256 = NEW.sha256)",
        _IMAGE,
    ),
)

STEP = Step(1000, _TABLES + _TRIGGERS)
