"""What the issue and the cancellation of a note mean for the Article 7 report that it carries."""

from dataclasses import replace

from sqlalchemy import Connection

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.duty import DutyRecord
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_life import Proof, StepKind
from ccmdesk.services.acts import Act
from ccmdesk.services.duty_marks import keep_mark, lift_mark
from ccmdesk.store.duty_rows import load_records
from ccmdesk.store.report_rows import load_report
from ccmdesk.store.sealed_report_rows import load_version, load_versions
from ccmdesk.store.step_rows import load_steps
from ccmdesk.store.transmittal_rows import StoredTransmittal, load_transmittals

_LEFT = (NoteState.DISPATCHED, NoteState.ACKNOWLEDGED)


def refuse_replaced(connection: Connection, note_id: int) -> None:
    """Raise RefusedError where a note carries a version of a report that a later one replaced."""
    for carried in load_transmittals(connection, note_id=note_id):
        report_id = load_version(connection, carried.sealed_id).report_id
        newest = load_versions(connection, report_id)[-1]
        if newest.id != carried.sealed_id:
            report = load_report(connection, report_id)
            raise RefusedError(
                f"The note carries version {carried.version} of the {report.name}, which version"
                f" {newest.version} replaced; transmit that one, and leave this note.",
                "note",
            )


def let_go(act: Act, note_id: int, reason: str) -> None:
    """Open the duty again that a note proved which is cancelled now, within the act that does it.

    Where another note carried the report to its addressee too, that one proves the duty from then
    on, with the day on which it left.
    """
    for carried in load_transmittals(act.connection, note_id=note_id):
        report_id = load_version(act.connection, carried.sealed_id).report_id
        key = load_report(act.connection, report_id).duty_key
        record = load_records(act.connection).get(key)
        if record is None or not _proves(carried.number, record):
            continue
        others = [
            each
            for each in load_transmittals(act.connection, report_id=report_id)
            if each.state in _LEFT and each.note_id != note_id
        ]
        if others:
            keep_mark(act, _by_other(act.connection, others[0], key), paper=others[0].number)
        else:
            lift_mark(act, key, f"Note {carried.number} was cancelled: {reason}")


def add_receipt(
    act: Act, record: DutyRecord, number: str, receipt: str, file: Proof | None
) -> None:
    """Add words or file of a receipt to a duty that the note of that number met.

    Raises RefusedError where it adds nothing, or the duty has another proof or file.
    """
    day = long_date(record.done_on) if record.done_on else "an unknown day"
    told = f"The duty is met already, on {day} by {record.proof}"
    if not _proves(number, record):
        raise RefusedError(
            f"{told}, and the dispatch of note {number} is recorded; keep a receipt with the note,"
            " as its acknowledgement.",
            "proof",
        )
    if file is not None and record.proof_name:
        raise RefusedError(
            f"{told}, with the file “{record.proof_name}”; keep a further one with the note, as its"
            " acknowledgement.",
            "proof",
        )
    completed = _with_receipt(record, receipt)
    if file is None and completed == record:
        raise RefusedError(f"{told}; there is nothing to add.", "proof")
    keep_mark(act, completed, file)


def _proves(number: str, record: DutyRecord) -> bool:
    """Tell whether the note of that number is what proves that a duty was met."""
    return record.done_on is not None and record.proof.partition("; ")[0] == number


def _with_receipt(record: DutyRecord, receipt: str) -> DutyRecord:
    """Return what is recorded of a duty with a further receipt, each of them once."""
    known = record.proof.split("; ")
    if not receipt or receipt in known:
        return record
    return replace(record, proof="; ".join([*known, receipt]))


def _by_other(connection: Connection, other: StoredTransmittal, key: str) -> DutyRecord:
    step = next(
        step for step in load_steps(connection, other.note_id) if step.kind is StepKind.DISPATCHED
    )
    return _with_receipt(
        DutyRecord(
            key,
            done_on=step.at.astimezone().date(),
            proof=other.number,
            channel=str(step.channel or ""),
        ),
        step.tracking,
    )
