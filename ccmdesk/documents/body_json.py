"""The paragraphs of a note's body as JSON and back, those of older files included."""

from collections.abc import Sequence

from ccmdesk.documents.json_reading import JsonObject
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import Part
from ccmdesk.domain.note_kinds import REQUEST, RULES
from ccmdesk.domain.note_line import NoteKind


def body_json(body: Sequence[Part]) -> list[dict[str, object]]:
    """Return the parts as values for `json.dumps`; a text of null follows the data."""
    return [{"key": part.key, "text": part.text} for part in body]


def read_body(
    note: JsonObject, name: str, kind: NoteKind, more: tuple[str, ...] = ()
) -> tuple[Part, ...]:
    """Return the parts under a key, empty for the template as it is.

    `more` are keys that may stand there beside those of the template. Raises InputError naming a
    part that the kind has no template for, or that is there twice.
    """
    known = (*RULES[kind].parts, *more)

    def read(part: JsonObject) -> Part:
        key = part.text("key", "")
        if key and key not in known:
            named = part.key("key")
            raise InputError(
                f"“{named}” must be one of {', '.join(known)}, or empty for a free paragraph.",
                named,
            )
        text = part.text("text") if part.has("text") or not key else None
        part.close()
        return Part(key, text)

    found = note.each(name, read)
    seen: set[str] = set()
    for index, part in enumerate(found):
        if part.key in seen:
            named = f"{note.key(name)}[{index}].key"
            raise InputError(f"“{named}”: {part.key} is there twice.", named)
        seen.update([part.key] if part.key else [])
    return found


def read_older_body(note: JsonObject, kind: NoteKind) -> tuple[Part, ...]:
    """Return as parts what older files call "paragraphs" and "request".

    A request of null follows the data; an empty one is left out.
    """
    paragraphs = note.texts("paragraphs")
    request = note.text("request") if note.has("request") else None
    free = [line.strip() for text in paragraphs for line in text.splitlines() if line.strip()]
    if not free and request is None:
        return ()
    parts = [Part(key) for key in RULES[kind].parts if key != REQUEST]
    parts += [Part("", text) for text in free]
    if request is None and REQUEST in RULES[kind].parts:
        parts.append(Part(REQUEST))
    elif request is not None and request.strip():
        parts.append(Part(REQUEST if REQUEST in RULES[kind].parts else "", request))
    return tuple(parts)
