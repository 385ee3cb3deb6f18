"""What the officer recorded of duties, and what the mission plans for them, as rows."""

from typing import Any

from sqlalchemy import Connection, Table, select

from ccmdesk.domain.duty import DutyPlan, DutyRecord
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_life import Proof
from ccmdesk.store.duty_reading import PLANS, RECORDS, plan_from, record_from
from ccmdesk.store.duty_tables import duty_plans
from ccmdesk.store.step_rows import keep_proof
from ccmdesk.store.tables import duty_records, proofs
from ccmdesk.store.unit_of_work import UnitOfWork

_FIELDS = ("key", "done_on", "proof", "not_applicable", "remark", "channel", "proof_name")


def load_records(connection: Connection) -> dict[str, DutyRecord]:
    """Return the records by the key of their duty."""
    rows = connection.exec_driver_sql(RECORDS).mappings()
    return {row["key"]: record_from(row) for row in rows}


def store_record(unit: UnitOfWork, record: DutyRecord, file: Proof | None = None) -> None:
    """Add the record, with the file that proves it, or replace the one of the same duty."""
    values: dict[str, Any] = {name: getattr(record, name) for name in _FIELDS}
    values["proof_sha256"] = record.proof_sha256 or None
    if file is not None:
        values["proof_name"] = file.name
        values["proof_sha256"] = keep_proof(unit.connection, file.data)
    _put(unit, duty_records, record.key, values)


def drop_record(unit: UnitOfWork, key: str) -> bool:
    """Forget what was recorded of a duty; tell whether there was anything."""
    known = _row_id(unit, duty_records, key)
    if known is None:
        return False
    unit.delete(duty_records, known)
    return True


def load_proof_file(connection: Connection, key: str) -> Proof:
    """Return the file that proves that a duty was met; raises InputError where there is none."""
    row = connection.execute(
        select(duty_records.c.proof_name, proofs.c.data)
        .select_from(duty_records.join(proofs))
        .where(duty_records.c.key == key)
    ).first()
    if row is None:
        raise InputError("No file was kept as proof of this duty.", "proof")
    return Proof(row.proof_name, bytes(row.data))


def load_plans(connection: Connection) -> dict[str, DutyPlan]:
    """Return what the mission plans, by the key of the duty."""
    return {row["key"]: plan_from(row) for row in connection.exec_driver_sql(PLANS).mappings()}


def store_plan(unit: UnitOfWork, plan: DutyPlan) -> None:
    """Add the plan or replace the one of the same duty; one that says nothing is dropped."""
    values = {
        "key": plan.key,
        "owner": plan.owner,
        "closes": None if plan.closes is None else plan.closes.isoformat("minutes"),
        "zone": plan.zone,
    }
    if plan == DutyPlan(plan.key):
        known = _row_id(unit, duty_plans, plan.key)
        if known is not None:
            unit.delete(duty_plans, known)
        return
    _put(unit, duty_plans, plan.key, values)


def _put(unit: UnitOfWork, table: Table, key: str, values: dict[str, Any]) -> None:
    known = _row_id(unit, table, key)
    if known is None:
        unit.insert(table, values)
    else:
        unit.update(table, known, values)


def _row_id(unit: UnitOfWork, table: Table, key: str) -> int | None:
    found: int | None = unit.connection.execute(
        select(table.c.id).where(table.c.key == key)
    ).scalar()
    return found
