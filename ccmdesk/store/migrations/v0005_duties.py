"""What is known of duties beside their dates: proofs, plans, history, milestones, holidays."""

from ccmdesk.store.migrations.step import Step

_TABLES = (
    "ALTER TABLE duty_records ADD COLUMN channel TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE duty_records ADD COLUMN proof_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE duty_records ADD COLUMN proof_sha256 TEXT REFERENCES proofs (sha256)",
    "ALTER TABLE reminders ADD COLUMN closes_at TEXT",
    """
    CREATE TABLE duty_plans (
        id INTEGER PRIMARY KEY,
        key TEXT NOT NULL UNIQUE,
        owner TEXT NOT NULL DEFAULT '',
        closes TEXT,
        zone TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    """
    CREATE TABLE duty_history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        key TEXT NOT NULL,
        at TEXT NOT NULL,
        by TEXT NOT NULL,
        what TEXT NOT NULL,
        was TEXT NOT NULL DEFAULT '',
        became TEXT NOT NULL DEFAULT '',
        why TEXT NOT NULL DEFAULT '',
        paper TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX duty_history_of ON duty_history (key)",
    """
    CREATE TABLE milestones (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        meeting_id INTEGER NOT NULL REFERENCES meetings (id),
        kind TEXT NOT NULL,
        title TEXT NOT NULL,
        due TEXT,
        days_before INTEGER,
        as_written TEXT NOT NULL DEFAULT '',
        closes TEXT,
        zone TEXT NOT NULL,
        source TEXT NOT NULL DEFAULT '',
        removed_at TEXT,
        CHECK ((due IS NULL) != (days_before IS NULL))
    ) STRICT
    """,
    "CREATE INDEX milestones_of ON milestones (meeting_id)",
    """
    CREATE TABLE own_extensions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        state TEXT NOT NULL,
        article INTEGER NOT NULL CHECK (article IN (3, 4)),
        stage TEXT NOT NULL,
        deadline TEXT,
        precision TEXT NOT NULL DEFAULT 'day' CHECK (precision IN ('day', 'month', 'year')),
        decided_at TEXT NOT NULL DEFAULT '',
        standing TEXT NOT NULL,
        note TEXT NOT NULL DEFAULT '',
        source TEXT NOT NULL,
        as_of TEXT,
        UNIQUE (state, article, stage)
    ) STRICT
    """,
    """
    CREATE TABLE holiday_entries (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        place TEXT NOT NULL CHECK (place IN ('unog', 'canton', 'capital')),
        day TEXT NOT NULL,
        name TEXT NOT NULL,
        off INTEGER NOT NULL DEFAULT 1 CHECK (off IN (0, 1)),
        yearly INTEGER NOT NULL DEFAULT 0 CHECK (yearly IN (0, 1)),
        source TEXT NOT NULL DEFAULT '',
        UNIQUE (place, day, yearly)
    ) STRICT
    """,
    """
    CREATE TABLE capital_weekend (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        days TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE lead_times (
        id INTEGER PRIMARY KEY,
        duty_kind TEXT NOT NULL UNIQUE,
        legs TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE absences (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        name TEXT NOT NULL,
        first TEXT NOT NULL,
        last TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        CHECK (first <= last)
    ) STRICT
    """,
)

_STAYS = "What was written into the history of a duty stays as it is."
_ROW = "A reminder keeps its duty, its date and its rung, and is never removed."
_ENDED = "A reminder that the officer has ended stays as it is."
_TOLD = ("id", "at", "by", "what", "was", "became", "why", "paper")
_OF_REMINDER = (
    "title",
    "internal_due",
    "at",
    "fire_at",
    "state",
    "why",
    "choice",
    "until",
    "told_at",
    "how",
    "ahead",
    "looked_at",
    "closes_at",
)


def _other(*columns: str) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


def _refusal(name: str, when: str, condition: str, message: str) -> str:
    return f"""
    CREATE TRIGGER {name} BEFORE {when} {f"WHEN {condition}" if condition else ""}
    BEGIN SELECT RAISE(ABORT, '{message}'); END
    """


# The key alone follows its duty, as when a meeting gets another code.
_TRIGGERS = (
    _refusal("duty_history_no_delete", "DELETE ON duty_history", "", _STAYS),
    _refusal("duty_history_no_update", "UPDATE ON duty_history", _other(*_TOLD), _STAYS),
    _refusal(
        "duty_history_no_replace",
        "INSERT ON duty_history",
        "EXISTS (SELECT 1 FROM duty_history AS old WHERE old.id = NEW.id)",
        _STAYS,
    ),
    "DROP TRIGGER reminders_same_rung",
    _refusal(
        "reminders_same_rung",
        "UPDATE ON reminders",
        f"{_other('id', 'due', 'rung')} OR ({_other('duty_key')} AND ({_other(*_OF_REMINDER)}))",
        _ROW,
    ),
    "DROP TRIGGER reminders_ended",
    _refusal(
        "reminders_ended",
        "UPDATE ON reminders",
        f"OLD.state = 'acknowledged' AND NOT ({_other('duty_key')})",
        _ENDED,
    ),
)

STEP = Step(2002, _TABLES + _TRIGGERS)
