"""Right notes of every kind in every language, and the faults of the test set put into them."""

import tomllib
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from ccmdesk.documents.note_json import example, from_json, to_json
from ccmdesk.domain.delegation import Role
from ccmdesk.domain.note import NoteContent, NoteKind
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_matter import Change, ChangeKind, Correction, EarlierNote, Matter
from ccmdesk.domain.person import Person
from ccmdesk.domain.state import Status

NOTES = Path(__file__).with_name("notes")
TODAY = date(2023, 8, 16)
_TRANSMITTING = (NoteKind.ARTICLE7, NoteKind.EXTENSION, NoteKind.COMPLIANCE)
_QUESTIONS = {
    "en": "In which room will the delegation be seated?",
    "fr": "Dans quelle salle la délégation prendra-t-elle place ?",
    "es": "¿En qué sala tomará asiento la delegación?",
    "ru": "В каком зале разместится делегация?",
    "ar": "ما هو رقم القاعة المخصصة للوفد؟",
    "zh": "代表团在几号会议室就座？",
}


@dataclass(frozen=True)
class LintNote:
    """A note of the test set: a right one with what is told changed, and what is to be found."""

    rule: str = ""
    language: str = "en"
    kind: NoteKind = NoteKind.NOMINATION
    status: Status = Status.PARTY
    text: str = ""
    parts: dict[str, str] = field(default_factory=dict)
    values: dict[str, Any] = field(default_factory=dict)
    copied: tuple[int, int] | None = None
    also: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Return what pytest calls the note."""
        what = self.text or " ".join(self.parts.values()) or ",".join(self.values)
        return f"{self.rule or 'right'}-{self.language}-{self.kind}-{what[:30]}"

    def content(self) -> NoteContent:
        """Return the note itself."""
        data = to_json(right_note(self.language, self.kind, self.status))
        for path, value in self.values.items():
            _put(data, path, value)
        if self.copied:
            delegates: Any = data["delegates"]
            first, second = self.copied
            role = delegates[second]["role"]
            delegates[second] = {**delegates[first], "role": role}
        if self.text or self.parts:
            parts = RULES[self.kind].parts
            body = [{"key": key, "text": self.parts.get(key)} for key in parts]
            data["body"] = body + ([{"key": "", "text": self.text}] if self.text else [])
        return from_json(data)


def right_note(language: str, kind: NoteKind, status: Status = Status.PARTY) -> NoteContent:
    """Return a note of a kind in which there is nothing to find."""
    content = example(language, 3)
    assert content.meeting is not None
    meeting = content.meeting
    convening = replace(meeting.convening, delegation_due_as_written="31 August 2023")
    head, alternate, third = content.delegates
    left = replace(
        alternate, person=Person("Haddad", "Omar", "Mr.", "Counsellor"), role=Role.EXPERT
    )
    days = {
        NoteKind.EXTENSION: (date(2026, 1, 1), date(2029, 1, 1)),
        NoteKind.COMPLIANCE: (None, date(2022, 3, 1)),
    }
    expires, until = days.get(kind, (None, None))
    matter = Matter(
        article=4 if 4 in RULES[kind].articles else 7 if 7 in RULES[kind].articles else 0,
        year=2022 if kind is NoteKind.ARTICLE7 else 0,
        expires=expires,
        until=until,
        question=_QUESTIONS[language] if kind is NoteKind.QUERY else "",
        corrections=(Correction("1", "11"),) if kind is NoteKind.CORRECTION else (),
        earlier=EarlierNote("9/2023", date(2023, 6, 1)) if RULES[kind].earlier else None,
        changes=((Change(ChangeKind.LEAVES, before=left),) if kind is NoteKind.AMENDMENT else ()),
    )
    early = kind is NoteKind.EXTENSION
    return replace(
        content,
        kind=kind,
        status=status,
        matter=matter,
        enclosures=("1",) if kind in _TRANSMITTING else (),
        delegates=(head, alternate, third) if RULES[kind].lists_delegation else (),
        # A request goes nine months ahead: the convening note is not there yet.
        dated=date(2022, 12, 1) if early else content.dated,
        number="" if early else content.number,
        number_shown="" if early else content.number_shown,
        reference="" if early else content.reference,
        reference_dated=None if early else content.reference_dated,
        reference_sender="" if early else content.reference_sender,
        meeting=replace(
            meeting, convening=replace(convening, reference="") if early else convening
        ),
    )


def lint_notes(name: str) -> list[LintNote]:
    """Return the notes of a file of the test set."""
    with (NOTES / f"{name}.toml").open("rb") as file:
        rows = tomllib.load(file)["note"]
    return [_note(row) for row in rows]


def _note(row: dict[str, Any]) -> LintNote:
    keys = ("statement", "delegation", "request", "changes", "corrections", "question")
    copied = row.get("copy_delegate")
    return LintNote(
        rule=row.get("rule", ""),
        language=row.get("language", "en"),
        kind=NoteKind(row.get("kind", "nomination")),
        status=Status(row.get("status", "party")),
        text=row.get("text", ""),
        parts={key: row[key] for key in keys if key in row},
        values=row.get("set", {}),
        copied=(copied[0], copied[1]) if copied else None,
        also=tuple(row.get("also", ())),
    )


def _put(data: Any, path: str, value: Any) -> None:
    *way, last = path.split(".")
    for step in way:
        data = data[int(step)] if isinstance(data, list) else data[step]
    data[int(last) if isinstance(data, list) else last] = None if value == "none" else value
