"""The command that makes an edited DOCX a new draft."""

import sys
from argparse import Namespace
from typing import TYPE_CHECKING

from ccmdesk.commands.access import open_services, read_bytes, require_profile
from ccmdesk.commands.output import print_json
from ccmdesk.commands.statuses import WrongUsageError, one_line

if TYPE_CHECKING:
    from ccmdesk.services.desk import Desk

# So many notes of a kind are looked through for the one a document was exported from.
_MOST_LOOKED_AT = 200


def note_read(asked: Namespace) -> None:
    """Make an edited DOCX a new draft; what was not edited in it follows the data."""
    with open_services(asked) as desk:
        require_profile(desk)
        origin = asked.note or _origin(desk, read_bytes(asked.file, "file"))
        found = desk.hand_off.bring_back(origin, asked.file)
        desk.versions.keep(found.note_id)
    if asked.json:
        print_json(
            {
                "id": found.note_id,
                "from": origin,
                "delegation_changed": found.delegation_changed,
                "remarks": list(found.remarks),
            }
        )
        return
    print(found.note_id)
    if found.delegation_changed:
        print("ccmdesk: the delegation was changed as in the document.", file=sys.stderr)
    for remark in found.remarks:
        print(f"ccmdesk: {one_line(remark)}", file=sys.stderr)


def _origin(desk: "Desk", data: bytes) -> int:
    """Return the note whose sentences are those the document was exported with."""
    from ccmdesk.documents.docx_identity import NOTE, identity
    from ccmdesk.documents.docx_paragraphs import EditedDocument
    from ccmdesk.documents.note_sheet import note_sheet
    from ccmdesk.domain.note_line import NoteKind
    from ccmdesk.services.register import NoteFilter

    known = EditedDocument(data).properties()
    kind, language = known.get("Kind", ""), known.get("Language", "")
    kinds = frozenset({NoteKind(kind)}) if kind in set(NoteKind) else frozenset(NoteKind)
    told = {name: value for name, value in known.items() if name.startswith(f"{NOTE} ")}
    ids = desk.register.ids(NoteFilter(kinds=kinds, language=language))[:_MOST_LOOKED_AT]
    for note_id in ids:
        if told and identity(note_sheet(desk.notes.content(note_id)), NOTE) == told:
            return note_id
    if len(ids) == 1:
        return ids[0]
    raise WrongUsageError("Say with --note which note this document was exported from.")
