"""Commands that look at a note or write it to a file: check, export, compare, render."""

import json
from argparse import Namespace
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.commands.access import open_services, read_bytes
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.commands.statuses import WrongUsageError
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError, RefusedError

if TYPE_CHECKING:
    from ccmdesk.domain.finding import Finding
    from ccmdesk.domain.note import NoteContent
    from ccmdesk.services.desk import Desk
    from ccmdesk.services.note_versions import Version

_AS_IT_IS = "The note as it is"


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


def note_export(asked: Namespace) -> None:
    """Write a note to a file: the sealed PDF or that of a draft, DOCX, an e-mail, plain text."""
    wanted = asked.format or _by_name(asked.out)
    if wanted != "eml" and (asked.to or asked.cc):
        raise WrongUsageError("Only an e-mail has receivers; leave out --to and --cc.")
    with open_services(asked) as desk:
        data = _exported(desk, asked, wanted)
    _write(asked.out, data)


def note_versions(asked: Namespace) -> None:
    """List what is kept of the versions of a note, the newest first."""
    with open_services(asked) as desk:
        desk.notes.line(asked.note)
        found = desk.versions.all(asked.note)
    if asked.json:
        print_json([{"id": each.id, "kept_at": each.kept_at} for each in found])
    elif not found:
        print("No version of this note is kept.")
    else:
        print_table(("Version", "Kept"), [(str(each.id), _kept(each)) for each in found])


def note_compare(asked: Namespace) -> None:
    """Write what changed between two versions of a note as a red-line."""
    from ccmdesk.documents.redline import redline_pdf

    with open_services(asked) as desk:
        desk.notes.line(asked.note)
        versions = {each.id: each for each in desk.versions.all(asked.note)}
        for each in (asked.older, asked.newer):
            if each is not None and each not in versions:
                raise InputError(f"This note has no version {each}; see “ccmdesk note versions”.")
        newer = desk.notes.content(asked.note)
        name = _AS_IT_IS
        if asked.newer is not None:
            newer, name = desk.versions.content(asked.newer), _name(versions[asked.newer])
        if asked.older is not None:
            older = versions[asked.older]
        else:
            older = _differing(desk, list(versions.values()), asked.newer, newer)
        before = desk.versions.content(older.id)
        data = redline_pdf(
            before,
            newer,
            versions=(_name(older), name),
            printed_on=asked.clock.today(),
            fonts=desk.fonts.files(),
        )
    _write(asked.out, data)


def note_slip(asked: Namespace) -> None:
    """Write the slip that goes with a note: through the house, or to who receives it."""
    with open_services(asked) as desk:
        if asked.purpose == "delivery":
            data = desk.hand_off.delivery_slip(asked.note)
        else:
            data = desk.hand_off.routing_slip(asked.note)
    _write(asked.out, data)


def render(asked: Namespace) -> None:
    """Make a PDF of a note described by JSON, or print an example of such a JSON."""
    if asked.example:
        if asked.file is not None or asked.out is not None:
            raise WrongUsageError("An --example is printed; it takes neither a file nor --out.")
        from ccmdesk.documents.note_json import example, to_json

        print_json(to_json(example(asked.example, asked.delegates or 8)))
        return
    if asked.file is None or asked.out is None:
        raise WrongUsageError("Name the JSON file and --out, or ask for an --example.")
    if asked.delegates is not None:
        raise WrongUsageError("The number of --delegates is for an --example only.")
    from ccmdesk.domain.finding import blocking
    from ccmdesk.services.changes import Changes
    from ccmdesk.services.note_findings import findings_of
    from ccmdesk.services.own_fonts import OwnFonts
    from ccmdesk.services.papers import PrintedPapers
    from ccmdesk.system.paths import DataFolder

    content = _content(asked.file)
    # No register is needed, but the mission's own fonts are used where there are any.
    papers = PrintedPapers(OwnFonts(DataFolder(asked.data_dir).fonts, Changes()))
    faults = blocking(findings_of(content, asked.clock.today(), papers))
    if faults:
        raise RefusedError(" ".join(f"{each.message} {each.fix}".strip() for each in faults))
    _write(asked.out, papers.note_pdf(content, draft=False))


def _by_name(path: Path) -> str:
    from ccmdesk.commands.note_options import FORMATS

    ending = path.suffix.lower().removeprefix(".")
    if ending not in FORMATS:
        raise WrongUsageError(f"Say the --format: one of {', '.join(FORMATS)}.")
    return ending


def _exported(desk: "Desk", asked: Namespace, wanted: str) -> bytes:
    if wanted == "pdf":
        return desk.notes.pdf(asked.note)
    if wanted == "docx":
        return desk.hand_off.docx(asked.note)
    if wanted == "txt":
        return desk.hand_off.text(asked.note).encode()
    from ccmdesk.documents.note_email import note_email
    from ccmdesk.services.transmittals import Receivers

    to, cc = (None if each is None else tuple(each) for each in (asked.to, asked.cc))
    carrying = desk.transmittals.mail_of(asked.note, Receivers(to, cc))
    if carrying is not None:
        return carrying.eml
    content = desk.notes.content(asked.note)
    return note_email(content, desk.notes.pdf(asked.note), to=asked.to, cc=asked.cc or ())


def _write(path: Path, data: bytes) -> None:
    from ccmdesk.system.atomic_file import write_bytes

    write_bytes(path, data)
    print(path)


def _differing(
    desk: "Desk", versions: "list[Version]", before: int | None, newer: "NoteContent"
) -> "Version":
    """Return the newest version, before another one if named, that says something else."""
    from ccmdesk.documents.redline import compared

    for each in versions:
        if before is not None and each.id >= before:
            continue
        if any(part.changed for part in compared(desk.versions.content(each.id), newer)):
            return each
    raise InputError("No earlier version of this note says anything else.", "note")


def _name(version: "Version") -> str:
    return f"Version of {_kept(version)}"


def _kept(version: "Version") -> str:
    kept = version.kept_at.astimezone(UTC)
    return f"{spoken(kept.date())}, {kept:%H:%M:%S} UTC"


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


def _finding_json(finding: "Finding") -> dict[str, str | None]:
    return {
        "rule": finding.rule,
        "severity": finding.severity.value,
        "where": finding.where,
        "message": finding.message,
        "fix": finding.fix or None,
        "source": finding.source or None,
    }
