"""What the database itself refuses about the life of notes, whoever asks."""


def _refusal(name: str, when: str, table: str, condition: str, message: str) -> str:
    return f"""
    CREATE TRIGGER {name} BEFORE {when} ON {table} {f"WHEN {condition}" if condition else ""}
    BEGIN SELECT RAISE(ABORT, '{message}'); END
    """


def _only_added(table: str, same: str, message: str) -> tuple[str, ...]:
    """Return the rules that let a table only grow; `same` tells when a row replaces another."""
    return (
        _refusal(f"{table}_no_update", "UPDATE", table, "", message),
        _refusal(f"{table}_no_delete", "DELETE", table, "", message),
        _refusal(
            f"{table}_no_replace",
            "INSERT",
            table,
            f"EXISTS (SELECT 1 FROM {table} AS old WHERE {same})",
            message,
        ),
    )


def _other(*columns: str) -> str:
    return " OR ".join(f"NEW.{column} IS NOT OLD.{column}" for column in columns)


_SEALED = "('issued', 'dispatched', 'acknowledged', 'cancelled')"
_ISSUED = "An issued note cannot be changed or removed; what changes is said in a new note."
_TAKEN = "This number or this note is in the register already."
_NO_SEAL = "A note becomes an issued one only together with its number and its seal."
_ON_ITS_WAY = "A note that was submitted is not changed; have it returned first."
_STEP = "A note goes from step to step in their order; look at where it stands."
_TEXT = (
    "kind",
    "language",
    "meeting_id",
    "addressee",
    "address",
    "reference",
    "reference_dated",
    "answers",
    "courtesy",
    "enclosures",
    "matter",
    "body",
    "courtesy_body",
    "created_at",
)
_FIXED_BY_ISSUE = ("dated", "number", "series")

# INSERT OR REPLACE removes rows without asking the triggers on DELETE; those on INSERT stop it.
TRIGGERS = (
    *_only_added(
        "issued_notes",
        "old.note_id = NEW.note_id OR old.number = NEW.number OR (old.series = NEW.series"
        " AND old.run = NEW.run AND old.sequence = NEW.sequence)",
        _TAKEN,
    )[2:],
    *_only_added("issued_notes", "", _ISSUED)[:2],
    *_only_added("sealed_papers", "old.note_id = NEW.note_id", _ISSUED),
    *_only_added(
        "note_steps", "old.id = NEW.id", "A step of a note that was recorded stays as it is."
    ),
    *_only_added(
        "proofs",
        "old.sha256 = NEW.sha256",
        "A proof that was kept cannot be changed, removed or replaced.",
    ),
    _refusal(
        "note_versions_no_update",
        "UPDATE",
        "note_versions",
        "",
        "A version that was kept stays as it is.",
    ),
    _refusal(
        "notes_no_update",
        "UPDATE",
        "notes",
        f"NEW.id IS NOT OLD.id OR (OLD.state IN {_SEALED}"
        f" AND ({_other(*_TEXT, *_FIXED_BY_ISSUE)}))",
        _ISSUED,
    ),
    _refusal(
        "notes_submitted_no_update",
        "UPDATE",
        "notes",
        f"OLD.state IN ('submitted', 'approved') AND ({_other(*_TEXT)}"
        f" OR (NEW.state <> 'issued' AND ({_other(*_FIXED_BY_ISSUE)})))",
        _ON_ITS_WAY,
    ),
    _refusal("notes_no_delete", "DELETE", "notes", f"OLD.state IN {_SEALED}", _ISSUED),
    _refusal(
        "notes_submitted_no_delete",
        "DELETE",
        "notes",
        "OLD.state IN ('submitted', 'approved')",
        _ON_ITS_WAY,
    ),
    _refusal(
        "notes_no_replace",
        "INSERT",
        "notes",
        "EXISTS (SELECT 1 FROM notes AS old WHERE old.id = NEW.id AND old.state <> 'draft')",
        _ISSUED,
    ),
    _refusal("notes_start_as_draft", "INSERT", "notes", "NEW.state <> 'draft'", _NO_SEAL),
    _refusal(
        "notes_step_by_step",
        "UPDATE",
        "notes",
        "NEW.state IS NOT OLD.state AND OLD.state || '>' || NEW.state NOT IN ("
        "'draft>submitted', 'draft>issued', 'submitted>approved', 'submitted>draft',"
        " 'approved>issued', 'approved>draft', 'issued>dispatched', 'issued>cancelled',"
        " 'dispatched>acknowledged', 'dispatched>cancelled', 'acknowledged>cancelled')",
        _STEP,
    ),
    _refusal(
        "notes_issued_with_seal",
        "UPDATE",
        "notes",
        "NEW.state = 'issued' AND OLD.state IS NOT 'issued' AND NOT ("
        "EXISTS (SELECT 1 FROM issued_notes AS seal WHERE seal.note_id = NEW.id)"
        " AND EXISTS (SELECT 1 FROM sealed_papers AS paper WHERE paper.note_id = NEW.id))",
        _NO_SEAL,
    ),
    _refusal(
        "notes_issued_when_approved",
        "UPDATE",
        "notes",
        "NEW.state = 'issued' AND OLD.state = 'draft'"
        " AND EXISTS (SELECT 1 FROM profile WHERE approval = 1)",
        "This mission issues no note before it is approved; submit it first.",
    ),
)
