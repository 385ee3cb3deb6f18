"""Commands on one duty."""

import os
import re
from argparse import Namespace
from datetime import date, datetime, time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import (
    open_services,
    own_key,
    read_bytes,
    require_profile,
    whole_key,
)
from ccmdesk.commands.ledgers import write_page
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.commands.treaty import duty_json
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyPlan, TrackedDuty
from ccmdesk.domain.ledger import timing_words
from ccmdesk.domain.note_life import Proof

if TYPE_CHECKING:
    from ccmdesk.domain.duty_moves import HistoryEntry

_CAPTIONS = {"internal": "Internal"}
_WHATS = {
    "due": "Legal date",
    "internal_due": "Internal date",
    "standing": "Standing",
    "closes": "Hour",
    "owner": "Owner",
    "done": "Done",
    "not_applicable": "Not ours",
    "reopened": "Reopened",
    "handed_up": "Slip to hand it up",
}


def show(asked: Namespace) -> None:
    """Show how a duty stands, with its working."""
    from ccmdesk.app import open_deadlines

    service, profile_state = open_deadlines(asked.data_dir, asked.clock)
    _print_duty(asked, service.duty(whole_key(asked.key, profile_state), asked.as_of))


def why(asked: Namespace) -> None:
    """Print the working of a duty, or make a page of it."""
    from ccmdesk.app import open_deadlines

    service, profile_state = open_deadlines(asked.data_dir, asked.clock)
    key = whole_key(asked.key, profile_state)
    tracked = service.duty(key)
    if asked.out is None:
        _print_duty(asked, tracked)
        return
    from ccmdesk.services.working_paper import working_pdf

    with open_services(asked) as desk:
        name = desk.states.get(tracked.duty.state).name
        data = working_pdf(
            tracked.duty,
            name,
            asked.clock.today(),
            desk.fonts.files(),
            owner=tracked.owner,
            history=desk.deadlines.history(key),
        )
    write_page(asked, data)


def history(asked: Namespace) -> None:
    """List what was changed of a duty."""
    with open_services(asked) as desk:
        found = desk.deadlines.history(own_key(desk, asked.key))
    if asked.json:
        print_json([_entry_json(each) for each in found])
    elif not found:
        print("Nothing was changed; the date stands as it was first computed.")
    else:
        print_table(
            ("When", "What", "Was", "Became", "By", "Why", "Paper"),
            [
                (
                    _when(each.at),
                    _WHATS.get(each.what, each.what),
                    _day(each.was),
                    _day(each.became),
                    each.by,
                    each.why,
                    each.paper,
                )
                for each in found
            ],
        )


def done(asked: Namespace) -> None:
    """Record that a duty was met."""
    file = _file(asked.file)
    with open_services(asked) as desk:
        require_profile(desk)
        key = own_key(desk, asked.key)
        found = desk.deadlines.mark_done(key, asked.on, asked.proof, asked.channel, file)
    _print_standing(asked, found)


def not_ours(asked: Namespace) -> None:
    """Record why a duty does not apply."""
    with open_services(asked) as desk:
        require_profile(desk)
        found = desk.deadlines.mark_not_applicable(own_key(desk, asked.key), asked.reason)
    _print_standing(asked, found)


def reopen(asked: Namespace) -> None:
    """Take back what was recorded of a duty."""
    with open_services(asked) as desk:
        require_profile(desk)
        found = desk.deadlines.reopen(own_key(desk, asked.key), asked.why)
    _print_standing(asked, found)


def owner(asked: Namespace) -> None:
    """Say who sees to a duty."""
    from dataclasses import replace

    with open_services(asked) as desk:
        require_profile(desk)
        plan = desk.deadlines.plan(own_key(desk, asked.key))
        named = replace(plan, owner="" if asked.nobody else asked.name)
        found = desk.deadlines.save_plan(named, asked.why, asked.paper)
    _print_standing(asked, found)


def hour(asked: Namespace) -> None:
    """Say until when on its day a duty is in time at the addressee."""
    if asked.closes is None and asked.zone is None:
        raise WrongUsageError("Give --closes, as in 18:00, or --zone, as in America/New_York.")
    closes = None if asked.closes in (None, "end") else _clock_time(asked.closes)
    with open_services(asked) as desk:
        require_profile(desk)
        key = own_key(desk, asked.key)
        plan = desk.deadlines.plan(key)
        changed = DutyPlan(
            key,
            plan.owner,
            plan.closes if asked.closes is None else closes,
            plan.zone if asked.zone is None else asked.zone,
        )
        found = desk.deadlines.save_plan(changed, asked.why, asked.paper)
    _print_standing(asked, found)


def proof(asked: Namespace) -> None:
    """Write the file that was kept as proof of a duty."""
    with open_services(asked) as desk:
        kept = desk.deadlines.proof_file(own_key(desk, asked.key))
    if asked.out is None:
        raise WrongUsageError(f"Say with --out where “{kept.name}” is to be written.")
    write_page(asked, kept.data)


def _file(path: Path | None) -> Proof | None:
    if path is None:
        return None
    # The bytes of a name need not be text; what is kept of it is.
    name = os.fsencode(path.name).decode("utf-8", "replace")
    return Proof(name, read_bytes(path, "proof"))


def _clock_time(text: str) -> time:
    found = re.fullmatch(r"([01]?\d|2[0-3]):([0-5]\d)", text.strip(), re.ASCII)
    if found is None:
        raise WrongUsageError(f"“{text}” is no hour of the day; write it as in 18:00, or “end”.")
    return time(int(found[1]), int(found[2]))


def _print_standing(asked: Namespace, tracked: TrackedDuty) -> None:
    if asked.json:
        print_json(duty_json(tracked))
        return
    parts = [tracked.duty.title, tracked.status.value.replace("_", " ")]
    record = tracked.record
    if record and record.done_on:
        late = (record.done_on - tracked.duty.due).days
        parts.append(f"{spoken(record.done_on)}, {timing_words(late)}")
    if tracked.owner:
        parts.append(f"owner {tracked.owner}")
    print("; ".join(parts))


def _print_duty(asked: Namespace, tracked: TrackedDuty) -> None:
    if asked.json:
        print_json(duty_json(tracked))
        return
    duty = tracked.duty
    days = abs(tracked.days_left)
    left = f"{days} day{'' if days == 1 else 's'} " + ("left" if tracked.days_left >= 0 else "ago")
    print(f"{duty.title} ({duty.key})")
    print(f"{spoken(duty.due)}, {left}; {tracked.status.value.replace('_', ' ')}")
    if duty.provisional:
        print("Provisional until the note arrives.")
    if tracked.owner:
        print(f"Owner: {tracked.owner}")
    record = tracked.record
    if record and record.done_on:
        told = ", ".join(filter(None, (record.channel, record.proof, record.proof_name)))
        print(f"Done: {spoken(record.done_on)}; {told}")
    elif record and record.not_applicable:
        print(f"Not ours: {record.remark}")
    print_table(
        ("Step", "What is counted"),
        [(_CAPTIONS.get(step.kind, step.kind.capitalize()), step.text) for step in duty.working],
    )


def _entry_json(entry: "HistoryEntry") -> dict[str, Any]:
    return {
        "key": entry.key,
        "at": entry.at.isoformat(timespec="seconds"),
        "by": entry.by,
        "what": entry.what,
        "was": entry.was or None,
        "became": entry.became or None,
        "why": entry.why or None,
        "paper": entry.paper or None,
    }


def _when(at: datetime) -> str:
    shown = at.astimezone()
    return f"{spoken(shown.date())}, {shown:%H:%M %Z}"


def _day(text: str) -> str:
    """Return an ISO date as it is spoken, and any other words as they are."""
    try:
        return spoken(date.fromisoformat(text))
    except ValueError:
        return text
