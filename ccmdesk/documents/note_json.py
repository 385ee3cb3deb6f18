"""A note as JSON and back, complete in itself; identities of the database are no part of it."""

import base64
import binascii
from dataclasses import asdict
from datetime import date

from ccmdesk.documents.body_json import body_json, read_body, read_older_body
from ccmdesk.documents.json_reading import JsonObject
from ccmdesk.documents.layout_json import layout_json, read_layout
from ccmdesk.documents.matter_json import matter_json, read_matter
from ccmdesk.documents.note_example import example
from ccmdesk.documents.people_json import delegate_json, read_delegate
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.mission_names import LANGUAGES, Names
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.state import Status
from ccmdesk.language.wording import CLOSING, OPENING

__all__ = ["example", "from_json", "to_json"]


def to_json(content: NoteContent) -> dict[str, object]:
    """Return the note as values for `json.dumps`; dates are ISO 8601, the emblem base64 or null."""
    return {
        "kind": str(content.kind),
        "language": content.language,
        "status": str(content.status),
        "number": content.number,
        "number_shown": content.number_shown,
        "dated": content.dated.isoformat(),
        "names": _plain(asdict(content.names)),
        "meeting": _meeting_json(content.meeting),
        "addressee": content.addressee,
        "address": list(content.address),
        "reference": content.reference,
        "reference_dated": _plain(content.reference_dated),
        "reference_sender": content.reference_sender,
        "delegates": [delegate_json(delegate) for delegate in content.delegates],
        "body": body_json(content.body),
        "matter": matter_json(content.matter),
        "enclosures": list(content.enclosures),
        "opening": content.opening,
        "closing": content.closing,
        "courtesy": content.courtesy,
        "courtesy_names": content.courtesy_names and _plain(asdict(content.courtesy_names)),
        "courtesy_body": body_json(content.courtesy_body),
        "layout": layout_json(content.layout),
        "emblem": base64.b64encode(content.emblem).decode() if content.emblem else None,
    }


def from_json(data: object) -> NoteContent:
    """Return the note that `to_json` described; what is left out takes its default.

    `language`, `status`, `dated`, `names.mission` and `names.state` must be there, and
    `meeting.name` where the kind needs a meeting. Older files with `paragraphs` and `request`
    instead of `body` are read too. Raises InputError naming the key that is wrong, missing or
    unknown.
    """
    note = JsonObject(data)
    kind = note.choice("kind", NoteKind, NoteKind.NOMINATION)
    number = note.text("number", "")
    older = read_older_body(note, kind)
    courtesy = note.text("courtesy", "")
    if courtesy and courtesy not in LANGUAGES:
        raise InputError(f"“courtesy” must be one of {', '.join(LANGUAGES)}, or empty.", "courtesy")
    content = NoteContent(
        kind=kind,
        language=note.one_of("language", LANGUAGES),
        status=note.choice("status", Status),
        names=_names(note.required_object("names")),
        dated=note.day("dated"),
        meeting=_meeting(note, kind),
        number=number,
        number_shown=note.text("number_shown", number),
        addressee=note.text("addressee", ""),
        address=note.texts("address"),
        reference=note.text("reference", ""),
        reference_dated=note.optional_day("reference_dated"),
        reference_sender=note.text("reference_sender", ""),
        delegates=note.each("delegates", read_delegate),
        body=read_body(note, "body", kind) or older,
        matter=read_matter(note.optional_object("matter")),
        enclosures=note.texts("enclosures"),
        opening=note.text("opening") if note.has("opening") else None,
        closing=note.text("closing") if note.has("closing") else None,
        layout=read_layout(note.optional_object("layout")),
        emblem=_emblem(note),
        courtesy=courtesy,
        courtesy_names=(
            _names(note.required_object("courtesy_names")) if note.has("courtesy_names") else None
        ),
        courtesy_body=read_body(note, "courtesy_body", kind, (OPENING, CLOSING)),
    )
    note.close()
    return content


def _plain(value: object) -> object:
    """Return dates as ISO 8601 and tuples as lists, at any depth."""
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    if isinstance(value, tuple):
        return list(value)
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, MeetingKind) else value


def _meeting_json(meeting: Meeting | None) -> object:
    if meeting is None:
        return None
    values = asdict(meeting)
    values.pop("id")
    return _plain(values)


def _names(names: JsonObject) -> Names:
    found = Names(
        mission=names.text("mission"),
        state=names.text("state"),
        city=names.text("city", ""),
        of_state=names.text("of_state", ""),
        letterhead=names.texts("letterhead"),
        footer=names.text("footer", ""),
        signatory=names.text("signatory", ""),
        signatory_title=names.text("signatory_title", ""),
    )
    names.close()
    return found


def _meeting(note: JsonObject, kind: NoteKind) -> Meeting | None:
    # Null is a meeting not chosen yet; a kind that needs one must say so.
    if not note.has("meeting") and (note.holds("meeting") or not RULES[kind].meeting):
        return None
    meeting = note.required_object("meeting")
    found = Meeting(
        code=meeting.text("code", ""),
        name=meeting.text("name"),
        kind=meeting.choice("kind", MeetingKind, MeetingKind.OTHER),
        ordinal=meeting.whole("ordinal", 0),
        start=meeting.optional_day("start"),
        end=meeting.optional_day("end"),
        city=meeting.text("city", ""),
        venue=meeting.text("venue", ""),
        president=meeting.text("president", ""),
        symbol_prefix=meeting.text("symbol_prefix", ""),
        website=meeting.text("website", ""),
        source=meeting.text("source", ""),
        as_of=meeting.optional_day("as_of"),
        convening=_convening(meeting.optional_object("convening")),
    )
    if not found.name.strip():
        raise InputError("“meeting.name” must not be empty.", "meeting.name")
    if found.end and (not found.start or found.end < found.start):
        raise InputError("“meeting.end” lies before the meeting starts.", "meeting.end")
    meeting.close()
    return found


def _convening(note: JsonObject) -> ConveningNote:
    found = ConveningNote(
        reference=note.text("reference", ""),
        dated=note.optional_day("dated"),
        sender=note.text("sender", ""),
        addressee=note.text("addressee", ""),
        address=note.texts("address"),
        email=note.text("email", ""),
        delegation_due=note.optional_day("delegation_due"),
        delegation_due_as_written=note.text("delegation_due_as_written", ""),
    )
    note.close()
    return found


def _emblem(note: JsonObject) -> bytes | None:
    if not note.has("emblem"):
        return None
    # Few notes described so have one; what reads pictures waits for it.
    from ccmdesk.documents.emblem import MOST_BYTES, emblem_png

    text = note.text("emblem")
    if len(text) > MOST_BYTES * 4 // 3 + 4:
        raise InputError("“emblem” is larger than 10 MB; choose a smaller picture.", "emblem")
    try:
        data = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise InputError(
            "“emblem” must be a PNG or JPEG picture in base64, or null.", "emblem"
        ) from None
    # Read once to be sure of it; the bytes themselves stay as they are.
    emblem_png(data)
    return data
