"""Commands on notes verbales: register, draft, check, issue, export, render."""

import json
import sys
from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services, read_bytes, require_profile
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError, RefusedError

if TYPE_CHECKING:
    from ccmdesk.domain.finding import Finding
    from ccmdesk.domain.note import NoteContent, NoteLine


def notes(asked: Namespace) -> None:
    """Print the register and the drafts."""
    from ccmdesk.domain.note import NoteState

    with open_services(asked) as desk:
        state = NoteState(asked.state) if asked.state else None
        found = desk.notes.lines(state=state, year=asked.year)
    if asked.json:
        print_json([_line_json(each) for each in found])
        return
    if not found:
        chosen = state is not None or asked.year is not None
        print(
            "No notes of this kind." if chosen else "No notes yet; “ccmdesk note new” starts one."
        )
        return
    print_table(
        ("Id", "Number", "Date", "State", "Kind", "Meeting", "Addressee"),
        [
            (
                str(each.id),
                each.number or "–",
                spoken(each.dated) if each.dated else "",
                each.state.value,
                each.kind.value,
                each.meeting_code,
                each.addressee,
            )
            for each in found
        ],
    )


def note_new(asked: Namespace) -> None:
    """Draft a note and print its id; a delegation given replaces the meeting's."""
    from ccmdesk.domain.delegation import heads
    from ccmdesk.domain.note import NoteKind
    from ccmdesk.services.delegate_csv import read_delegates

    delegates = read_delegates(asked.delegates) if asked.delegates else None
    with open_services(asked) as desk:
        require_profile(desk)
        try:
            meeting = desk.meetings.adopt(asked.meeting)
        except InputError as error:
            raise WrongUsageError(error.message) from error
        if delegates is not None:
            desk.delegations.replace_all(meeting.id, delegates)
        found = desk.notes.create(NoteKind(asked.kind), meeting.id, asked.language)
    print(found)
    if delegates is not None and len(heads(delegates)) != 1:
        count = len(heads(delegates)) or "no"
        print(
            f"ccmdesk: the list names {count} heads of delegation; a note can be issued with "
            "exactly one, so correct the role before issuing.",
            file=sys.stderr,
        )


def note_check(asked: Namespace) -> None:
    """Print what the linter finds in a stored note or in a JSON file."""
    if asked.note.isdecimal():
        with open_services(asked) as desk:
            findings = desk.notes.check(int(asked.note))
    else:
        from ccmdesk.services.note_findings import findings_of

        findings = findings_of(_content(Path(asked.note)), asked.clock.today())
    if asked.json:
        print_json([_finding_json(each) for each in findings])
        return
    for each in findings:
        fix = f" {each.fix}" if each.fix else ""
        print(f"{each.severity.value}: {each.rule} ({each.where}): {each.message}{fix}")
    if not findings:
        print("Nothing found.")


def note_issue(asked: Namespace) -> None:
    """Number and seal a draft, and print its line of the register."""
    with open_services(asked) as desk:
        line = desk.notes.issue(asked.note, asked.date)
    if asked.json:
        print_json(
            {"id": line.id, "number": line.number, "date": line.dated, "sha256": line.sha256}
        )
    else:
        assert line.dated is not None
        print(f"Issued as No. {line.number} of {spoken(line.dated)}; SHA-256 {line.sha256}")


def note_export(asked: Namespace) -> None:
    """Write a note's PDF to a file: marked as a draft, or the sealed bytes."""
    with open_services(asked) as desk:
        desk.notes.export(asked.note, asked.out)
    print(asked.out)


def render(asked: Namespace) -> None:
    """Make a PDF of a note described by JSON, or print an example of such a JSON."""
    if asked.example:
        from ccmdesk.documents.note_json import example, to_json

        print_json(to_json(example(asked.example, asked.delegates or 8)))
        return
    if asked.file is None or asked.out is None:
        raise WrongUsageError("Name the JSON file and --out, or ask for an --example.")
    from ccmdesk.documents.note_verbale import note_pdf
    from ccmdesk.domain.finding import blocking
    from ccmdesk.services.note_findings import findings_of
    from ccmdesk.system.atomic_file import write_bytes

    content = _content(asked.file)
    faults = blocking(findings_of(content, asked.clock.today()))
    if faults:
        raise RefusedError(" ".join(f"{each.message} {each.fix}".strip() for each in faults))
    write_bytes(asked.out, note_pdf(content, draft=False))
    print(asked.out)


def _content(path: Path) -> "NoteContent":
    from ccmdesk.documents.note_json import from_json

    try:
        data = json.loads(read_bytes(path, "file").decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise InputError(f"“{path}” is not UTF-8 text; save it as UTF-8.") from error
    except json.JSONDecodeError as error:
        raise InputError(
            f"“{path}” is not JSON: {error.msg.lower()} in line {error.lineno}, "
            f"column {error.colno}."
        ) from error
    except (ValueError, RecursionError) as error:
        # Numbers of thousands of digits, or brackets nested without end.
        raise InputError(f"“{path}” is not the JSON of a note; see render --example.") from error
    return from_json(data)


def _line_json(line: "NoteLine") -> dict[str, Any]:
    return {
        "id": line.id,
        "number": line.number or None,
        "date": line.dated,
        "state": line.state.value,
        "kind": line.kind.value,
        "language": line.language,
        "meeting": line.meeting_code,
        "addressee": line.addressee,
        "sha256": line.sha256 or None,
    }


def _finding_json(finding: "Finding") -> dict[str, str | None]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message,
        "fix": finding.fix or None,
    }
