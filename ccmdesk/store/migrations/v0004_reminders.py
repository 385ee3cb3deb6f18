"""Reminders: each a row with its state, a history that only grows, and the ladder's settings."""

from ccmdesk.store.migrations.step import Step

_TABLES = (
    """
    CREATE TABLE reminders (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        duty_key TEXT NOT NULL,
        title TEXT NOT NULL,
        due TEXT NOT NULL,
        internal_due TEXT NOT NULL,
        rung TEXT NOT NULL,
        at TEXT NOT NULL,
        fire_at TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('pending', 'shown', 'acknowledged', 'skipped', 'missed')),
        why TEXT NOT NULL DEFAULT '',
        choice TEXT CHECK (choice IN ('done', 'snoozed', 'not_ours')),
        until TEXT,
        told_at TEXT,
        how TEXT NOT NULL DEFAULT '',
        ahead INTEGER NOT NULL DEFAULT 0 CHECK (ahead IN (0, 1)),
        looked_at TEXT,
        UNIQUE (duty_key, due, rung),
        CHECK ((state = 'acknowledged') = (choice IS NOT NULL)),
        CHECK (state NOT IN ('shown', 'missed') OR told_at IS NOT NULL)
    ) STRICT
    """,
    # What the timer asks every few minutes, answered without reading the table.
    "CREATE INDEX reminders_waiting ON reminders (state, fire_at)",
    "CREATE INDEX reminders_told ON reminders (state, told_at)",
    """
    CREATE TABLE reminder_history (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        reminder_id INTEGER NOT NULL REFERENCES reminders (id),
        at TEXT NOT NULL,
        was TEXT NOT NULL,
        became TEXT NOT NULL,
        why TEXT NOT NULL
    ) STRICT
    """,
    "CREATE INDEX reminder_history_of ON reminder_history (reminder_id)",
    """
    CREATE TABLE reminder_settings (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        changed_at TEXT NOT NULL,
        opens TEXT NOT NULL,
        closes TEXT NOT NULL,
        ladders TEXT NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE reminder_plan (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        day TEXT NOT NULL,
        event_seq INTEGER NOT NULL,
        settings_id INTEGER NOT NULL,
        program TEXT NOT NULL
    ) STRICT
    """,
)


def _refusal(name: str, when: str, table: str, condition: str, message: str) -> str:
    return f"""
    CREATE TRIGGER {name} BEFORE {when} ON {table} {f"WHEN {condition}" if condition else ""}
    BEGIN SELECT RAISE(ABORT, '{message}'); END
    """


_ENDED = "A reminder that the officer has ended stays as it is."
_ROW = "A reminder keeps its duty, its date and its rung, and is never removed."
_HISTORY = "The history of reminders only grows; nothing in it can be changed or removed."
_SETTINGS = "Former settings of the reminders stay as they were; new ones are added."


def _only_added(table: str, message: str) -> tuple[str, ...]:
    return (
        _refusal(f"{table}_no_update", "UPDATE", table, "", message),
        _refusal(f"{table}_no_delete", "DELETE", table, "", message),
        _refusal(
            f"{table}_no_replace",
            "INSERT",
            table,
            f"EXISTS (SELECT 1 FROM {table} AS old WHERE old.id = NEW.id)",
            message,
        ),
    )


# INSERT OR REPLACE removes rows without asking the triggers on DELETE; those on INSERT stop it.
_TRIGGERS = (
    _refusal("reminders_no_delete", "DELETE", "reminders", "", _ROW),
    _refusal(
        "reminders_no_replace",
        "INSERT",
        "reminders",
        "EXISTS (SELECT 1 FROM reminders AS old WHERE old.id = NEW.id OR (old.duty_key ="
        " NEW.duty_key AND old.due = NEW.due AND old.rung = NEW.rung))",
        _ROW,
    ),
    _refusal(
        "reminders_same_rung",
        "UPDATE",
        "reminders",
        "NEW.id IS NOT OLD.id OR NEW.duty_key IS NOT OLD.duty_key OR NEW.due IS NOT OLD.due"
        " OR NEW.rung IS NOT OLD.rung",
        _ROW,
    ),
    _refusal(
        "reminders_ended",
        "UPDATE",
        "reminders",
        "OLD.state = 'acknowledged'",
        _ENDED,
    ),
    *_only_added("reminder_history", _HISTORY),
    *_only_added("reminder_settings", _SETTINGS),
)

STEP = Step(2001, _TABLES + _TRIGGERS)
