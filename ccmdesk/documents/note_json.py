"""A note as JSON and back, complete in itself; identities of the database are no part of it."""

import base64
import binascii
from dataclasses import asdict
from datetime import date

from ccmdesk.documents.emblem import MOST_BYTES, emblem_png
from ccmdesk.documents.json_reading import JsonObject
from ccmdesk.documents.note_example import example
from ccmdesk.domain.delegation import Delegate, Role
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.person import Person
from ccmdesk.domain.profile import LANGUAGES, Layout, Names
from ccmdesk.domain.state import Status

__all__ = ["example", "from_json", "to_json"]

_PERSON = (
    "style",
    "given_names",
    "family_name",
    "functional_title",
    "organization",
    "place",
    "email",
    "gender",
)


def to_json(content: NoteContent) -> dict[str, object]:
    """Return the note as values for `json.dumps`; dates are ISO 8601, the emblem base64 or null."""
    meeting = asdict(content.meeting)
    meeting.pop("id")
    return {
        "kind": str(content.kind),
        "language": content.language,
        "status": str(content.status),
        "number": content.number,
        "number_shown": content.number_shown,
        "dated": content.dated.isoformat(),
        "names": _plain(asdict(content.names)),
        "meeting": _plain(meeting),
        "addressee": content.addressee,
        "address": list(content.address),
        "reference": content.reference,
        "reference_dated": _plain(content.reference_dated),
        "reference_sender": content.reference_sender,
        "delegates": [
            {"role": str(delegate.role)}
            | {name: getattr(delegate.person, name) for name in _PERSON}
            for delegate in content.delegates
        ],
        "paragraphs": list(content.paragraphs),
        "request": content.request,
        "layout": asdict(content.layout),
        "emblem": base64.b64encode(content.emblem).decode() if content.emblem else None,
    }


def from_json(data: object) -> NoteContent:
    """Return the note that `to_json` described; what is left out takes its default.

    `language`, `status`, `dated`, `names.mission`, `names.state` and `meeting.name` must be there.
    Raises InputError naming the key that is wrong, missing or unknown.
    """
    note = JsonObject(data)
    number = note.text("number", "")
    content = NoteContent(
        kind=note.choice("kind", NoteKind, NoteKind.NOMINATION),
        language=note.one_of("language", LANGUAGES),
        status=note.choice("status", Status),
        names=_names(note.required_object("names")),
        meeting=_meeting(note.required_object("meeting")),
        dated=note.day("dated"),
        number=number,
        number_shown=note.text("number_shown", number),
        addressee=note.text("addressee", ""),
        address=note.texts("address"),
        reference=note.text("reference", ""),
        reference_dated=note.optional_day("reference_dated"),
        reference_sender=note.text("reference_sender", ""),
        delegates=note.each("delegates", _delegate),
        paragraphs=note.texts("paragraphs"),
        request=note.text("request") if note.has("request") else None,
        layout=_layout(note.optional_object("layout")),
        emblem=_emblem(note),
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


def _names(names: JsonObject) -> Names:
    found = Names(
        mission=names.text("mission"),
        state=names.text("state"),
        city=names.text("city", ""),
        of_state=names.text("of_state", ""),
        letterhead=names.texts("letterhead"),
        footer=names.text("footer", ""),
    )
    names.close()
    return found


def _meeting(meeting: JsonObject) -> Meeting:
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


def _delegate(delegate: JsonObject) -> Delegate:
    role = delegate.choice("role", Role)
    person = Person(
        style=delegate.text("style", ""),
        given_names=delegate.text("given_names", ""),
        family_name=delegate.text("family_name", ""),
        functional_title=delegate.text("functional_title", ""),
        organization=delegate.text("organization", ""),
        place=delegate.text("place", ""),
        email=delegate.text("email", ""),
        gender=delegate.text("gender", ""),
    )
    if not person.full_name.strip():
        key = delegate.key("family_name")
        raise InputError(f"“{key}”: a delegate needs a name.", key)
    if person.gender not in ("", "f", "m"):
        key = delegate.key("gender")
        raise InputError(f"“{key}” must be f, m or empty.", key)
    delegate.close()
    return Delegate(person, role)


def _layout(layout: JsonObject) -> Layout:
    usual = Layout()
    found = Layout(
        paper=layout.text("paper", usual.paper),
        emblem_position=layout.text("emblem_position", usual.emblem_position),
        date_place=layout.text("date_place", usual.date_place),
        title_line=layout.flag("title_line", usual.title_line),
        family_name_in_capitals=layout.flag(
            "family_name_in_capitals", usual.family_name_in_capitals
        ),
        seal_space=layout.flag("seal_space", usual.seal_space),
        addressee_at_foot=layout.flag("addressee_at_foot", usual.addressee_at_foot),
        margin_left=layout.number("margin_left", usual.margin_left),
        margin_right=layout.number("margin_right", usual.margin_right),
        margin_top=layout.number("margin_top", usual.margin_top),
        margin_bottom=layout.number("margin_bottom", usual.margin_bottom),
        font_size=layout.number("font_size", usual.font_size),
    )
    layout.close()
    try:
        return found.checked()
    except InputError as fault:
        key = layout.key(fault.field)
        raise InputError(f"“{key}”: {fault.message}", key) from None


def _emblem(note: JsonObject) -> bytes | None:
    if not note.has("emblem"):
        return None
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
