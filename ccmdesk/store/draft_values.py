"""What a draft decides, as the columns of its row, and as plain data for a kept version."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from ccmdesk.domain.note import Draft, NoteKind, Part
from ccmdesk.domain.note_matter import Correction, Matter

_PLAIN = (
    "language",
    "meeting_id",
    "dated",
    "addressee",
    "reference",
    "reference_dated",
    "answers",
    "number",
    "series",
    "courtesy",
)
_DAYS = ("dated", "reference_dated")
_PLAIN_MATTER = ("article", "year", "initial", "subject", "question")
_MATTER_DAYS = ("expires", "until")


def draft_values(draft: Draft) -> dict[str, Any]:
    """Return the draft as the columns of its row."""
    return {
        "kind": str(draft.kind),
        **{name: getattr(draft, name) for name in _PLAIN},
        "address": None if draft.address is None else list(draft.address),
        "enclosures": list(draft.enclosures),
        "matter": _matter_values(draft.matter),
        "body": _part_values(draft.body),
        "courtesy_body": _part_values(draft.courtesy_body),
    }


def draft_from(row: Mapping[Any, Any]) -> Draft:
    """Return the draft that the columns of a row hold."""
    address = row["address"]
    return Draft(
        kind=NoteKind(row["kind"]),
        address=None if address is None else tuple(address),
        enclosures=tuple(row["enclosures"]),
        matter=_matter(row["matter"]),
        body=_parts(row["body"]),
        courtesy_body=_parts(row["courtesy_body"]),
        **{name: row[name] for name in _PLAIN},
    )


def draft_record(draft: Draft) -> dict[str, Any]:
    """Return the draft as values for JSON."""
    values = draft_values(draft)
    return values | {name: _written(values[name]) for name in _DAYS}


def draft_from_record(record: Mapping[str, Any]) -> Draft:
    """Return the draft that `draft_record` described."""
    return draft_from({**record, **{name: _day(record[name]) for name in _DAYS}})


def _part_values(parts: tuple[Part, ...]) -> list[dict[str, str | None]]:
    return [{"key": part.key, "text": part.text} for part in parts]


def _parts(stored: list[Mapping[str, Any]]) -> tuple[Part, ...]:
    return tuple(Part(part["key"], part["text"]) for part in stored)


def _matter_values(matter: Matter) -> dict[str, Any]:
    # What the register fills in is not kept with the draft, and what says nothing is left out.
    values = {name: getattr(matter, name) for name in _PLAIN_MATTER}
    values |= {name: _written(getattr(matter, name)) for name in _MATTER_DAYS}
    values["corrections"] = [
        {"wrong": each.wrong, "right": each.right, "place": each.place}
        for each in matter.corrections
    ]
    return {name: value for name, value in values.items() if value}


def _matter(stored: Mapping[str, Any]) -> Matter:
    values = {name: stored[name] for name in _PLAIN_MATTER if name in stored}
    values |= {name: _day(stored.get(name)) for name in _MATTER_DAYS}
    corrections = tuple(
        Correction(each["wrong"], each["right"], each["place"])
        for each in stored.get("corrections", ())
    )
    return Matter(corrections=corrections, **values)


def _written(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)
