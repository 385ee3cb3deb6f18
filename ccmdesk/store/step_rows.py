"""The steps of notes and the files that prove them, as rows that are only added."""

import hashlib
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, insert, select

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_life import Channel, NoteStep, Proof, StepKind
from ccmdesk.store.event_chain import step_hash
from ccmdesk.store.tables import note_steps, proofs, written_instant
from ccmdesk.store.unit_of_work import UnitOfWork

_TEXTS = ("by", "on_behalf_of", "reason", "recipient", "tracking", "proof_name")


def add_step(
    unit: UnitOfWork,
    note_id: int,
    step: NoteStep,
    *,
    proof: Proof | None = None,
    content_sha256: str = "",
) -> dict[str, object]:
    """Store a step with its proof, and return what the record of events has to say of it.

    `content_sha256` fixes what the note said when it was submitted or approved.
    """
    values: dict[str, Any] = {name: getattr(step, name) for name in _TEXTS}
    values |= {
        "note_id": note_id,
        "kind": str(step.kind),
        "recorded_at": step.recorded_at,
        "at": step.at,
        "channel": str(step.channel) if step.channel else None,
        "content_sha256": content_sha256,
    }
    if proof is not None:
        values["proof_name"] = proof.name
        values["proof_sha256"] = keep_proof(unit.connection, proof.data)
    # A step is no part of undo: it is added past the unit's own list of changes.
    key = unit.connection.execute(insert(note_steps).values(**values)).inserted_primary_key
    if key is None:
        raise RuntimeError("the step got no id")
    stored = unit.row(note_steps, int(key[0]))
    if stored is None:
        raise RuntimeError("the step was not stored")
    return {"step": int(key[0]), "step_sha256": step_hash(_as_stored(stored))}


def load_steps(connection: Connection, note_id: int) -> list[NoteStep]:
    """Return the steps of a note in the order in which they were recorded."""
    rows = connection.execute(
        select(note_steps).where(note_steps.c.note_id == note_id).order_by(note_steps.c.id)
    ).mappings()
    return [_step(row) for row in rows]


def approved_content(connection: Connection, note_id: int) -> str:
    """Return the SHA-256 of what was approved last, or an empty text."""
    found = connection.execute(
        select(note_steps.c.content_sha256)
        .where(note_steps.c.note_id == note_id, note_steps.c.kind == str(StepKind.APPROVED))
        .order_by(note_steps.c.id.desc())
        .limit(1)
    ).scalar()
    return str(found or "")


def load_proof(connection: Connection, step_id: int) -> Proof:
    """Return the file that proves a step; raises InputError where there is none."""
    row = connection.execute(
        select(note_steps.c.proof_name, proofs.c.data)
        .select_from(note_steps.join(proofs))
        .where(note_steps.c.id == step_id)
    ).first()
    if row is None:
        raise InputError("No file was kept as proof of this step.", "proof")
    return Proof(row.proof_name, bytes(row.data))


def _as_stored(row: Mapping[str, Any]) -> dict[str, Any]:
    return {**row, **{name: written_instant(row[name]) for name in ("recorded_at", "at")}}


def keep_proof(connection: Connection, data: bytes) -> str:
    """Keep a file that proves something, once however often it is given; return its SHA-256."""
    digest = hashlib.sha256(data).hexdigest()
    known = connection.execute(select(proofs.c.sha256).where(proofs.c.sha256 == digest)).first()
    if known is None:
        connection.execute(insert(proofs).values(sha256=digest, data=data))
    return digest


def _step(row: Mapping[Any, Any]) -> NoteStep:
    return NoteStep(
        kind=StepKind(row["kind"]),
        recorded_at=row["recorded_at"],
        at=row["at"],
        channel=Channel(row["channel"]) if row["channel"] else None,
        proof_sha256=row["proof_sha256"] or "",
        id=row["id"],
        **{name: row[name] for name in _TEXTS},
    )
