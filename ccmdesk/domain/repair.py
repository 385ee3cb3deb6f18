"""The cure of a finding as a change of the note that the program can make by itself."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeVar

from ccmdesk.domain.note import Draft, NoteContent, Part

Note = TypeVar("Note", Draft, NoteContent)
_BODIES = ("body", "courtesy_body")


@dataclass(frozen=True, slots=True)
class Repair:
    """Put `after` in the place of `before`, at one place of the note.

    `place` is "addressee", "address" (its lines joined by line breaks), "reference",
    "reference_dated" (ISO 8601), "question", or "body.3" and "courtesy_body.3" for the fourth
    paragraph, whose whole text is replaced.
    """

    place: str
    before: str
    after: str


def repaired(note: Note, repair: Repair) -> Note:
    """Return the draft or the content with the change made.

    A paragraph that was changed since the finding was told stays as it is.
    """
    place, _, index = repair.place.partition(".")
    if place in _BODIES:
        parts: tuple[Part, ...] = getattr(note, place)
        changed = tuple(
            Part(part.key, repair.after)
            if str(position) == index and part.text == repair.before
            else part
            for position, part in enumerate(parts)
        )
        values: dict[str, Any] = {place: changed}
        return replace(note, **values)
    if place == "question":
        return replace(note, matter=replace(note.matter, question=repair.after))
    if place == "address":
        return replace(note, address=tuple(repair.after.split("\n")))
    if place == "reference_dated":
        return replace(note, reference_dated=date.fromisoformat(repair.after))
    values = {place: repair.after}
    return replace(note, **values)
