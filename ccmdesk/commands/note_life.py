"""Commands that take a note from step to step, and list the steps it took."""

import os
from argparse import Namespace
from datetime import UTC, date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services, read_bytes, require_profile
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note_life import AFTER, Channel, NoteStep, Proof, StepKind
from ccmdesk.domain.note_line import NoteState

if TYPE_CHECKING:
    from ccmdesk.domain.clock import Clock
    from ccmdesk.services.desk import Desk

_DONE = {
    StepKind.SUBMITTED: "Submitted",
    StepKind.RETURNED: "Returned",
    StepKind.APPROVED: "Approved",
    StepKind.ISSUED: "Issued",
    StepKind.DISPATCHED: "Dispatched",
    StepKind.ACKNOWLEDGED: "Acknowledged",
    StepKind.CANCELLED: "Cancelled",
}
_CHANNELS = {
    Channel.EMAIL: "e-mail",
    Channel.E_DELEGATE: "e-deleGATE",
    Channel.HAND: "hand",
    Channel.POST: "post",
    Channel.FAX: "fax",
    Channel.POUCH: "pouch",
}


def note_issue(asked: Namespace) -> None:
    """Number and seal a draft, and print its line of the register."""
    with open_services(asked) as desk:
        require_profile(desk)
        _approve_where_allowed(desk, asked)
        line = desk.notes.issue(asked.note, asked.date, number=asked.number, series=asked.series)
    if asked.json:
        print_json(
            {"id": line.id, "number": line.number, "date": line.dated, "sha256": line.sha256}
        )
    else:
        assert line.dated is not None
        print(f"Issued as No. {line.number} of {spoken(line.dated)}; SHA-256 {line.sha256}")


def note_submit(asked: Namespace) -> None:
    """Give a draft to who approves it."""
    with open_services(asked) as desk:
        _print_step(asked, desk.life.submit(asked.note, asked.to or ""))


def note_approve(asked: Namespace) -> None:
    """Approve what a note says now."""
    with open_services(asked) as desk:
        _print_step(asked, desk.life.approve(asked.note, _who(asked), asked.on_behalf_of or ""))


def note_return(asked: Namespace) -> None:
    """Give a submitted or approved note back to be edited."""
    with open_services(asked) as desk:
        _print_step(asked, desk.life.return_(asked.note, _who(asked), asked.reason))


def note_dispatch(asked: Namespace) -> None:
    """Record how and when an issued note left."""
    proof = _proof(asked.proof)
    with open_services(asked) as desk:
        step = desk.life.dispatch(
            asked.note,
            Channel(asked.channel),
            _instant(asked.at, asked.clock),
            asked.to or "",
            asked.tracking or "",
            proof,
        )
        carried = desk.transmittals.carried_by(asked.note)
        open_yet = carried is not None and not carried.met
        period = desk.reports.sealed_report(carried.sealed_id).period if carried else ""
    _print_step(asked, step)
    if open_yet and not asked.json:
        print(
            f"The duty that the report meets is still open; record it with “ccmdesk report sent"
            f" {period} --channel {asked.channel}”."
        )


def note_acknowledge(asked: Namespace) -> None:
    """Record that receipt of a note was confirmed."""
    proof = _proof(asked.proof)
    with open_services(asked) as desk:
        at = _instant(asked.at, asked.clock)
        _print_step(asked, desk.life.acknowledge(asked.note, at, asked.text or "", proof))


def note_cancel(asked: Namespace) -> None:
    """Cancel an issued note; its line and its number stay."""
    with open_services(asked) as desk:
        before = desk.transmittals.carried_by(asked.note)
        step = desk.life.cancel(asked.note, asked.reason, asked.by or "")
        after = desk.transmittals.carried_by(asked.note)
    _print_step(asked, step)
    if before and after and before.met and not after.met and not asked.json:
        print("The duty of the report it carried is open again; transmit the report anew.")


def note_history(asked: Namespace) -> None:
    """List the steps of a note's life in the order in which they were recorded."""
    with open_services(asked) as desk:
        desk.notes.line(asked.note)
        steps = desk.life.steps(asked.note)
    if asked.json:
        print_json([_step_json(step) for step in steps])
    elif not steps:
        print("No steps yet; this note is a draft.")
    else:
        print_table(
            ("When", "Step", "By", "Remark"),
            [(_when(step.at), _DONE[step.kind], _by(step), _remark(step)) for step in steps],
        )


def _approve_where_allowed(desk: "Desk", asked: Namespace) -> None:
    """Submit and approve a note whose officer may approve it; nothing where something blocks."""
    from ccmdesk.services.notes import refuse_blocked

    state = desk.notes.state(asked.note)
    waits = state in (NoteState.DRAFT, NoteState.SUBMITTED)
    profile = desk.profile.required()
    if not waits or not profile.approval:
        return
    who = _who(asked)
    names = {each.name.casefold() for each in desk.life.approvers()}
    if profile.approvers and who.casefold() not in names:
        # The issue says what is to be done first.
        return
    refuse_blocked(desk.notes.check(asked.note))
    if asked.number is not None:
        desk.notes.refuse_taken(asked.number)
    if state is NoteState.DRAFT:
        desk.life.submit(asked.note)
    desk.life.approve(asked.note, who)


def _who(asked: Namespace) -> str:
    from ccmdesk.system.account import account_name

    return str(asked.by or account_name())


def _proof(path: Path | None) -> Proof | None:
    if path is None:
        return None
    # The bytes of a name need not be text; what is kept of it is.
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return Proof(name, read_bytes(path, "proof"))


def _instant(at: date | datetime | None, clock: "Clock") -> datetime | None:
    """Return the instant; a day without an hour is meant at noon, today at the latest now."""
    if at is None or isinstance(at, datetime):
        return at
    if at == clock.today():
        return clock.now()
    try:
        return datetime.combine(at, time(12)).astimezone(UTC)
    except (OverflowError, ValueError, OSError):
        # The first and the last day a calendar knows.
        return datetime.combine(at, time(12), UTC)


def _print_step(asked: Namespace, step: NoteStep) -> None:
    if asked.json:
        print_json({"id": asked.note, "state": AFTER[step.kind].value, "step": _step_json(step)})
        return
    told = [_DONE[step.kind], f"by {_by(step)}" if step.by else "", _remark(step)]
    print(f"{_when(step.at)}: {'; '.join(part for part in told if part)}")


def _step_json(step: NoteStep) -> dict[str, Any]:
    return {
        "step": step.kind.value,
        "at": step.at,
        "recorded_at": step.recorded_at,
        "by": step.by or None,
        "on_behalf_of": step.on_behalf_of or None,
        "to": step.recipient or None,
        "reason": step.reason or None,
        "channel": step.channel.value if step.channel else None,
        "tracking": step.tracking or None,
        "proof": step.proof_name or None,
        "proof_sha256": step.proof_sha256 or None,
    }


def _when(at: datetime) -> str:
    shown = at.astimezone(UTC)
    return f"{spoken(shown.date())}, {shown:%H:%M} UTC"


def _by(step: NoteStep) -> str:
    return f"{step.by} for {step.on_behalf_of}" if step.on_behalf_of else step.by


def _remark(step: NoteStep) -> str:
    return "; ".join(
        part
        for part in (
            f"by {_CHANNELS[step.channel]}" if step.channel else "",
            f"to {step.recipient}" if step.recipient else "",
            f"No. {step.tracking}" if step.tracking else "",
            step.reason,
            f"proof: {step.proof_name}" if step.proof_name else "",
        )
        if part
    )
