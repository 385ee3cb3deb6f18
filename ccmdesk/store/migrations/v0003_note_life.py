"""Notes of every kind and their whole life: parts, steps, proofs, versions, further registers."""

from ccmdesk.store.migrations.step import Step
from ccmdesk.store.migrations.v0003_rules import TRIGGERS

_NOTES = """
    CREATE TABLE new_notes (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        kind TEXT NOT NULL,
        language TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
            ('draft', 'submitted', 'approved', 'issued', 'dispatched', 'acknowledged',
             'cancelled')),
        meeting_id INTEGER REFERENCES meetings (id),
        dated TEXT,
        addressee TEXT,
        address TEXT,
        reference TEXT,
        reference_dated TEXT,
        number TEXT,
        series TEXT NOT NULL DEFAULT '',
        answers INTEGER REFERENCES notes (id),
        courtesy TEXT NOT NULL DEFAULT '',
        created_at TEXT NOT NULL,
        updated_at TEXT NOT NULL,
        enclosures TEXT NOT NULL DEFAULT '[]',
        matter TEXT NOT NULL DEFAULT '{}',
        body TEXT NOT NULL DEFAULT '[]',
        courtesy_body TEXT NOT NULL DEFAULT '[]'
    ) STRICT
"""

# The paragraphs that stood before the free ones, by kind; what followed them was the request.
_OPENED_BY = """
    CASE o.kind
        WHEN 'nomination' THEN '["statement","delegation"]'
        WHEN 'observer' THEN '["statement","delegation"]'
        WHEN 'amendment' THEN '["statement","changes","delegation"]'
        WHEN 'correction' THEN '["statement","corrections"]'
        WHEN 'query' THEN '["statement","question"]'
        ELSE '["statement"]'
    END
"""
_BODY = f"""
    CASE WHEN json_array_length(o.paragraphs) = 0 AND o.request IS NULL THEN '[]' ELSE (
        SELECT json_group_array(json(part)) FROM (
            SELECT part FROM (
                SELECT key AS place, json_object('key', value, 'text', NULL) AS part
                FROM json_each({_OPENED_BY})
                UNION ALL
                SELECT 100 + key, json_object('key', '', 'text', value)
                FROM json_each(o.paragraphs)
                UNION ALL
                SELECT 1000000, json_object(
                    'key',
                    CASE WHEN o.kind IN ('regrets', 'acknowledgement') THEN '' ELSE 'request' END,
                    'text', o.request)
                WHERE o.request IS NOT ''
                    AND (o.request IS NOT NULL OR o.kind NOT IN ('regrets', 'acknowledgement'))
            ) ORDER BY place
        )
    ) END
"""

_NOTES_REBUILT = (
    _NOTES,
    f"""
    INSERT INTO new_notes (id, kind, language, state, meeting_id, dated, addressee, address,
        reference, reference_dated, created_at, updated_at, body)
    SELECT id, kind, language, state, meeting_id, dated, addressee, address, reference,
        reference_dated, created_at, updated_at, {_BODY}
    FROM notes AS o
    """,
)

# The long columns have a table of their own, so that the list of notes is read without them.
_ISSUED_REBUILT = (
    """
    CREATE TABLE new_issued_notes (
        note_id INTEGER PRIMARY KEY REFERENCES notes (id),
        series TEXT NOT NULL,
        run TEXT NOT NULL,
        sequence INTEGER CHECK (sequence > 0),
        typed INTEGER NOT NULL DEFAULT 0 CHECK (typed IN (0, 1)),
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
        reference TEXT NOT NULL,
        people TEXT NOT NULL,
        issued_at TEXT NOT NULL,
        emblem_sha256 TEXT REFERENCES images (sha256),
        frozen_sha256 TEXT NOT NULL,
        pdf_sha256 TEXT NOT NULL,
        CHECK (typed = 1 OR sequence IS NOT NULL),
        UNIQUE (series, run, sequence)
    ) STRICT
    """,
    """
    CREATE TABLE sealed_papers (
        note_id INTEGER PRIMARY KEY REFERENCES issued_notes (note_id),
        frozen TEXT NOT NULL,
        pdf BLOB NOT NULL
    ) STRICT
    """,
    """
    INSERT INTO new_issued_notes
    SELECT note_id, '', series, sequence, 0, number, pattern, restart, year, dated, kind, language,
        state_iso3, meeting_code, meeting_name, addressee, meeting_name, subject,
        coalesce((
            SELECT group_concat(
                trim(coalesce(json_extract(value, '$.given_names'), '') || ' '
                     || coalesce(json_extract(value, '$.family_name'), '')), ', ')
            FROM json_each(frozen, '$.delegates')
        ), ''),
        issued_at, emblem_sha256, frozen_sha256, pdf_sha256
    FROM issued_notes
    """,
    "INSERT INTO sealed_papers SELECT note_id, frozen, pdf FROM issued_notes",
    "DROP TABLE issued_notes",
    "DROP TABLE notes",
    "ALTER TABLE new_notes RENAME TO notes",
    "ALTER TABLE new_issued_notes RENAME TO issued_notes",
)

_ADDED = (
    "CREATE INDEX issued_notes_at ON issued_notes (issued_at, note_id)",
    "CREATE INDEX notes_meeting ON notes (meeting_id)",
    "CREATE INDEX notes_answers ON notes (answers)",
    "CREATE INDEX notes_updated ON notes (updated_at, id)",
    "CREATE INDEX notes_open ON notes (updated_at, id)"
    " WHERE state IN ('draft', 'submitted', 'approved')",
    "CREATE INDEX notes_sealed ON notes (updated_at, id)"
    " WHERE state IN ('issued', 'dispatched', 'acknowledged', 'cancelled')",
    """
    CREATE TABLE proofs (
        sha256 TEXT PRIMARY KEY,
        data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE note_steps (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        note_id INTEGER NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN
            ('submitted', 'returned', 'approved', 'issued', 'dispatched', 'acknowledged',
             'cancelled')),
        recorded_at TEXT NOT NULL,
        at TEXT NOT NULL,
        "by" TEXT NOT NULL DEFAULT '',
        on_behalf_of TEXT NOT NULL DEFAULT '',
        reason TEXT NOT NULL DEFAULT '',
        channel TEXT CHECK (channel IN
            ('email', 'e_delegate', 'hand', 'post', 'fax', 'pouch')),
        recipient TEXT NOT NULL DEFAULT '',
        tracking TEXT NOT NULL DEFAULT '',
        proof_name TEXT NOT NULL DEFAULT '',
        proof_sha256 TEXT REFERENCES proofs (sha256),
        content_sha256 TEXT NOT NULL DEFAULT ''
    ) STRICT
    """,
    "CREATE INDEX note_steps_note ON note_steps (note_id)",
    """
    INSERT INTO note_steps (note_id, kind, recorded_at, at, "by")
    SELECT note_id, 'issued', issued_at, issued_at, coalesce((
        SELECT actor FROM events
        WHERE verb = 'note.issue' AND subject = 'note/' || note_id), '')
    FROM issued_notes ORDER BY issued_at, note_id
    """,
    """
    CREATE TABLE note_versions (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        note_id INTEGER NOT NULL,
        kept_at TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        content BLOB NOT NULL
    ) STRICT
    """,
    "CREATE INDEX note_versions_note ON note_versions (note_id)",
    "ALTER TABLE people ADD COLUMN rank TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE people ADD COLUMN family_first INTEGER NOT NULL DEFAULT 0"
    " CHECK (family_first IN (0, 1))",
    "ALTER TABLE people ADD COLUMN phone TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE people ADD COLUMN forms TEXT NOT NULL DEFAULT '{}'",
    "ALTER TABLE people ADD COLUMN grounds_pass_until TEXT",
    "ALTER TABLE delegates ADD COLUMN on_portal TEXT",
    "ALTER TABLE delegates ADD COLUMN travel_arranged INTEGER NOT NULL DEFAULT 0"
    " CHECK (travel_arranged IN (0, 1))",
    "ALTER TABLE profile ADD COLUMN approval INTEGER NOT NULL DEFAULT 0 CHECK (approval IN (0, 1))",
    "ALTER TABLE profile ADD COLUMN approvers TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE profile ADD COLUMN series TEXT NOT NULL DEFAULT '[]'",
    "ALTER TABLE profile ADD COLUMN confirmed TEXT NOT NULL DEFAULT '[]'",
)

STEP = Step(2000, _NOTES_REBUILT + _ISSUED_REBUILT + _ADDED + TRIGGERS)
