"""Article 7 reports: their forms and files, and the sealed versions that nothing can change."""

from ccmdesk.store.migrations.step import Step

_TABLES = (
    """
    CREATE TABLE reports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL,
        period TEXT NOT NULL,
        form_set TEXT NOT NULL,
        language TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        contact TEXT NOT NULL DEFAULT '',
        cover_only INTEGER NOT NULL DEFAULT 0 CHECK (cover_only IN (0, 1)),
        correction TEXT NOT NULL DEFAULT '',
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        removed_at TEXT,
        CHECK (first <= last)
    ) STRICT
    """,
    "CREATE UNIQUE INDEX reports_once ON reports (state, period) WHERE removed_at IS NULL",
    """
    CREATE TABLE report_forms (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id INTEGER NOT NULL REFERENCES reports (id),
        letter TEXT NOT NULL,
        state TEXT NOT NULL DEFAULT '' CHECK (state IN
            ('', 'changed', 'unchanged', 'not_applicable')),
        content TEXT NOT NULL DEFAULT '{}',
        owner TEXT NOT NULL DEFAULT '',
        asked_on TEXT,
        promised_for TEXT,
        received_on TEXT,
        earlier_on TEXT,
        earlier_period TEXT NOT NULL DEFAULT '',
        carried_from TEXT NOT NULL DEFAULT '',
        carried TEXT,
        UNIQUE (report_id, letter)
    ) STRICT
    """,
    """
    CREATE TABLE report_files (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id INTEGER NOT NULL REFERENCES reports (id),
        letter TEXT NOT NULL DEFAULT '',
        name TEXT NOT NULL,
        sha256 TEXT NOT NULL REFERENCES proofs (sha256)
    ) STRICT
    """,
    "CREATE INDEX report_files_of ON report_files (report_id)",
    """
    CREATE TABLE sealed_reports (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        report_id INTEGER NOT NULL REFERENCES reports (id),
        state TEXT NOT NULL,
        period TEXT NOT NULL,
        version INTEGER NOT NULL CHECK (version > 0),
        sealed_at TEXT NOT NULL,
        sealed_by TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        frozen TEXT NOT NULL,
        frozen_sha256 TEXT NOT NULL,
        pdf BLOB NOT NULL,
        pdf_sha256 TEXT NOT NULL,
        UNIQUE (report_id, version),
        CHECK (version = 1 OR reason != '')
    ) STRICT
    """,
    # A report leaves with a note of its own; that note may be a draft at first.
    """
    CREATE TABLE report_transmittals (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        sealed_id INTEGER NOT NULL REFERENCES sealed_reports (id),
        note_id INTEGER NOT NULL,
        begun_at TEXT NOT NULL,
        UNIQUE (note_id)
    ) STRICT
    """,
)

_SEALED = "A sealed report cannot be changed or removed; a correction is a new version."


_LOCKED = "A sealed report stays as it is; a correction is opened first."


def _refusal(
    name: str, when: str, condition: str = "", table: str = "sealed_reports", told: str = _SEALED
) -> str:
    return f"""
    CREATE TRIGGER {name} BEFORE {when} ON {table} {f"WHEN {condition}" if condition else ""}
    BEGIN SELECT RAISE(ABORT, '{told}'); END
    """


def _locked(table: str) -> tuple[str, ...]:
    """Return the triggers that keep what a sealed report is made of, until it is corrected."""

    def of(row: str) -> str:
        return (
            "EXISTS (SELECT 1 FROM reports AS head JOIN sealed_reports AS seal"
            f" ON seal.report_id = head.id WHERE head.id = {row}.report_id"
            " AND head.correction = '')"
        )

    return (
        _refusal(f"{table}_no_insert", "INSERT", of("NEW"), table, _LOCKED),
        _refusal(f"{table}_no_update", "UPDATE", f"{of('OLD')} OR {of('NEW')}", table, _LOCKED),
        _refusal(f"{table}_no_delete", "DELETE", of("OLD"), table, _LOCKED),
    )


# INSERT OR REPLACE removes rows without asking the triggers on DELETE; those on INSERT stop it.
_TRIGGERS = (
    _refusal("sealed_reports_no_update", "UPDATE"),
    _refusal("sealed_reports_no_delete", "DELETE"),
    _refusal(
        "sealed_reports_no_replace",
        "INSERT",
        "EXISTS (SELECT 1 FROM sealed_reports AS old WHERE old.id = NEW.id"
        " OR (old.report_id = NEW.report_id AND old.version = NEW.version))",
    ),
    *_locked("report_forms"),
    *_locked("report_files"),
    _refusal(
        "reports_sealed_no_update",
        "UPDATE",
        "(NEW.id IS NOT OLD.id OR NEW.state IS NOT OLD.state OR NEW.period IS NOT OLD.period"
        " OR NEW.removed_at IS NOT NULL)"
        " AND EXISTS (SELECT 1 FROM sealed_reports AS seal WHERE seal.report_id = OLD.id)",
        "reports",
    ),
)

STEP = Step(2003, _TABLES + _TRIGGERS)
