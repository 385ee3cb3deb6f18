"""The command that shows the ledger of all reports and deadlines of a State."""

from argparse import Namespace
from typing import Any

from ccmdesk.commands.access import open_services
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.ledger import Ledger, LedgerLine, standing_words, summary


def ledger(asked: Namespace) -> None:
    """Print the ledger of the profile's State or of the State named, or make a page of it."""
    if asked.out is not None:
        _print_page(asked)
        return
    from ccmdesk.app import open_deadlines

    service, profile_state = open_deadlines(asked.data_dir, asked.clock)
    try:
        found = service.ledger(_state(asked, profile_state), asked.as_of)
    except InputError as error:
        raise WrongUsageError(error.message) from error
    if asked.json:
        print_json(_ledger_json(found))
    elif not found.lines:
        print("Nothing is owed: the State is not a Party.")
    else:
        _print_ledger(found)


def write_page(asked: Namespace, data: bytes) -> None:
    """Write a file where `--out` says, and print its place."""
    from ccmdesk.system.atomic_file import write_bytes

    write_bytes(asked.out, data)
    if asked.json:
        print_json({"file": str(asked.out)})
    else:
        print(asked.out)


def _print_page(asked: Namespace) -> None:
    from ccmdesk.services.ledger_paper import ledger_pdf

    with open_services(asked) as desk:
        profile = desk.profile.get()
        state = _state(asked, profile.state_iso3 if profile else None)
        try:
            data = ledger_pdf(desk, state, asked.as_of)
        except InputError as error:
            if error.field != "state":
                raise
            raise WrongUsageError(error.message) from error
    write_page(asked, data)


def _state(asked: Namespace, profile_state: str | None) -> str:
    found = str(asked.state or profile_state or "").upper()
    if not found:
        raise WrongUsageError("There is no profile yet; name a State, as in --state NGA.")
    return found


def _print_ledger(found: Ledger) -> None:
    kept = found.kept_since is not None
    print_table(
        ("Article", "Period", "Due", "Sent on", "Standing", "Proof or source"),
        [
            (
                line.article,
                line.period,
                spoken(line.due),
                spoken(line.sent_on) if line.sent_on else "",
                standing_words(line, kept=kept),
                line.proof or " ".join(filter(None, (line.remark, line.source))),
            )
            for line in found.lines
        ],
    )
    print(summary(found))


def _ledger_json(found: Ledger) -> dict[str, Any]:
    return {
        "state": found.state.iso3,
        "name": found.state.name,
        "as_of": found.as_of,
        "in_force": found.in_force,
        "kept_since": found.kept_since,
        "owed": len(found.owed),
        "sent": len(found.sent),
        "late": len(found.late),
        "gaps": len(found.gaps),
        "lines": [_line_json(line) for line in found.lines],
    }


def _line_json(line: LedgerLine) -> dict[str, Any]:
    return {
        "key": line.key,
        "article": line.article,
        "period": line.period,
        "title": line.title,
        "due": line.due,
        "sent_on": line.sent_on,
        "days": line.days,
        "standing": line.standing.value,
        "proof": line.proof or None,
        "channel": line.channel or None,
        "remark": line.remark or None,
        "source": line.source or None,
    }
