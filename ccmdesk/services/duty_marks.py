"""What an act records of a duty, with its lines of history."""

from datetime import time

from ccmdesk.domain.duty import DutyPlan, DutyRecord
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.note_life import Proof
from ccmdesk.services.acts import Act
from ccmdesk.store.duty_history_rows import add_history
from ccmdesk.store.duty_rows import drop_record, load_plans, load_records, store_plan, store_record


def keep_mark(act: Act, record: DutyRecord, file: Proof | None = None, paper: str = "") -> None:
    """Record within an act that a duty was met, with its proof, or that it is not the mission's.

    The record is taken as it is: `DeadlinesService.checked_done` says whether it may be.
    """
    was = load_records(act.connection).get(record.key)
    store_record(act.unit, record, file)
    if was == load_records(act.connection)[record.key]:
        return
    if record.not_applicable:
        what, became, why = "not_applicable", "not applicable", record.remark
    else:
        what, became = "done", record.done_on.isoformat() if record.done_on else ""
        why = " ".join(filter(None, (record.channel, record.proof, file.name if file else "")))
    _tell(act, record.key, what, _state_of(was), became, why, paper or record.proof)


def lift_mark(act: Act, key: str, why: str = "") -> None:
    """Forget within an act what was recorded of a duty; its history stays."""
    was = load_records(act.connection).get(key)
    if drop_record(act.unit, key):
        _tell(act, key, "reopened", _state_of(was), "", why, was.proof if was else "")


def set_plan(act: Act, plan: DutyPlan, why: str = "", paper: str = "") -> None:
    """Store within an act who sees to a duty and when its day ends at the addressee."""
    was = load_plans(act.connection).get(plan.key, DutyPlan(plan.key))
    store_plan(act.unit, plan)
    if was.owner != plan.owner:
        _tell(act, plan.key, "owner", was.owner, plan.owner, why, paper)
    if (was.closes, was.zone) != (plan.closes, plan.zone):
        _tell(act, plan.key, "closes", _hour(was), _hour(plan), why, paper)


def note_slip(act: Act, key: str, to: str, why: str) -> None:
    """Note within an act that a slip was made to hand a duty up, and for whom."""
    _tell(act, key, "handed_up", "", to, why, "")


def _tell(act: Act, key: str, what: str, was: str, became: str, why: str, paper: str) -> None:
    add_history(act.unit, HistoryEntry(key, act.at, act.by, what, was, became, why, paper))


def _state_of(record: DutyRecord | None) -> str:
    if record is None:
        return ""
    if record.not_applicable:
        return "not applicable"
    return record.done_on.isoformat() if record.done_on else ""


def _hour(plan: DutyPlan) -> str:
    closes: time | None = plan.closes
    return " ".join(filter(None, (closes.isoformat("minutes") if closes else "", plan.zone)))
