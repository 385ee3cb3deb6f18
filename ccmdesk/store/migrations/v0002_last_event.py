"""The last event is remembered, so that one taken off the end of the record is missed."""

from ccmdesk.store.migrations.step import Step

_KEPT = "What is remembered of the last event only moves on with the record of events."

_STATEMENTS = (
    """
    CREATE TABLE last_event (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        seq INTEGER NOT NULL,
        hash TEXT NOT NULL
    ) STRICT
    """,
    "INSERT INTO last_event SELECT 1, seq, hash FROM events ORDER BY seq DESC LIMIT 1",
    # The database keeps it by itself, so an older program moves it on as well.
    """
    CREATE TRIGGER events_remember_first AFTER INSERT ON events
    WHEN NOT EXISTS (SELECT 1 FROM last_event)
    BEGIN INSERT INTO last_event VALUES (1, NEW.seq, NEW.hash); END
    """,
    """
    CREATE TRIGGER events_remember_last AFTER INSERT ON events
    WHEN EXISTS (SELECT 1 FROM last_event WHERE seq < NEW.seq)
    BEGIN UPDATE last_event SET seq = NEW.seq, hash = NEW.hash; END
    """,
    f"""
    CREATE TRIGGER last_event_no_update BEFORE UPDATE ON last_event
    WHEN NEW.seq <= OLD.seq
        OR NOT EXISTS (SELECT 1 FROM events AS e WHERE e.seq = NEW.seq AND e.hash = NEW.hash)
    BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END
    """,
    f"""
    CREATE TRIGGER last_event_no_delete BEFORE DELETE ON last_event
    BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END
    """,
    f"""
    CREATE TRIGGER last_event_no_replace BEFORE INSERT ON last_event
    WHEN EXISTS (SELECT 1 FROM last_event)
    BEGIN SELECT RAISE(ABORT, '{_KEPT}'); END
    """,
)

STEP = Step(1001, _STATEMENTS)
