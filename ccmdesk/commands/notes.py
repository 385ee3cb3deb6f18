"""Commands on the register: the list of notes, and the register as a paper."""

from argparse import Namespace
from typing import TYPE_CHECKING, Any

from ccmdesk.commands.access import open_services, require_profile
from ccmdesk.commands.output import print_json, print_table
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note_line import NoteKind, NoteState

if TYPE_CHECKING:
    from ccmdesk.domain.note_line import NoteLine


def notes(asked: Namespace) -> None:
    """Print the register and the drafts, the note last changed first."""
    from ccmdesk.services.register import NoteFilter

    wanted = NoteFilter(
        states=frozenset({NoteState(asked.state)} if asked.state else ()),
        kinds=frozenset({NoteKind(asked.kind)} if asked.kind else ()),
        year=asked.year,
        language=asked.language or "",
        series=asked.series,
        meeting=asked.meeting or "",
        search=asked.search,
    )
    with open_services(asked) as desk:
        found = desk.register.page(desk.register.ids(wanted))
    if asked.json:
        print_json([_line_json(each) for each in found])
        return
    if not found:
        chosen = wanted != NoteFilter()
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


def register_print(asked: Namespace) -> None:
    """Write the register as a PDF with its page of checksums."""
    from ccmdesk.system.atomic_file import write_bytes

    with open_services(asked) as desk:
        require_profile(desk)
        data = desk.register.paper(asked.order, asked.year)
    write_bytes(asked.out, data)
    print(asked.out)


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
        "subject": line.subject,
        "series": line.series,
        "sha256": line.sha256 or None,
    }
