"""Reads an edited DOCX back: what was edited is typed from now on, the rest follows the data."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from ccmdesk.documents.docx_identity import (
    ITEMS,
    LIVE,
    NOTE,
    TRANSLATION,
    VERSION,
    fingerprint,
    part_names,
)
from ccmdesk.documents.docx_members import ReadMembers, read_members
from ccmdesk.documents.docx_paragraphs import EditedDocument, Row, Told
from ccmdesk.documents.members import Member, in_one_line, members_of
from ccmdesk.documents.note_sheet import NoteSheet, courtesy_sheet, note_sheet
from ccmdesk.documents.printed_text import without_marks
from ccmdesk.domain.delegation import Delegate
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note import NoteContent, Part
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.note_line import NoteKind

_LABEL = re.compile(r"^(?:\d+\.|\(\w\)|–)\t")
# Chinese is written without spaces; there each character is a word.
_WORD = re.compile(r"[\u3400-\u9fff]\s*|[^\s\u3400-\u9fff]+\s*|\s+")
_ELSEWHERE = frozenset({"text", "head", "letterhead", "annex", "mark", "seal", "member", "address"})
_FIXED = {
    "number": "The number",
    "title": "The title",
    "date": "Place and date",
    "closing": "The closing formula",
    "enclosures": "The line of enclosures",
}


@dataclass(frozen=True, slots=True)
class ReadNote:
    """What an edited document says.

    `body` and `courtesy_body` are parts for a new draft (empty: the template as it is),
    `delegates` None where the list is as it was. `remarks` are sentences about what was not taken
    over, what should be looked at, and what was written in the margin.
    """

    body: tuple[Part, ...]
    courtesy_body: tuple[Part, ...]
    delegates: tuple[Delegate, ...] | None
    remarks: tuple[str, ...]


def read_docx(data: bytes, content: NoteContent) -> ReadNote:
    """Return what somebody made of the DOCX of a note; `content` is the note as it stands.

    Tracked changes count as accepted. Raises InputError (field "docx") where the file cannot be
    read, was not made by this program, or is another kind of note or in another language.
    """
    document = EditedDocument(data)
    known = document.properties()
    if VERSION not in known:
        raise InputError(
            "This document was not exported here, so its paragraphs cannot be told apart; "
            "copy the text into the note instead.",
            "docx",
        )
    if known.get("Kind") != str(content.kind) or known.get("Language") != content.language:
        raise InputError("This document is a note of another kind or in another language.", "docx")
    told = list(document.content())
    sheet, translation = note_sheet(content), courtesy_sheet(content)
    reader = _Reader(sheet, NOTE, known, content.body)
    body = reader.body(told)
    remarks = reader.remarks
    other: tuple[Part, ...] = ()
    if translation is not None:
        second = _Reader(translation, TRANSLATION, known, content.courtesy_body)
        other = second.body(told)
        remarks += second.remarks
    members = _members(told, content)
    remarks += members.remarks
    remarks += [f"Comment of {each.author}: {each.text}" for each in document.comments()]
    return ReadNote(
        _or_template(body, content.kind),
        _or_template(other, content.kind),
        members.delegates,
        tuple(remarks),
    )


def _or_template(body: tuple[Part, ...], kind: NoteKind) -> tuple[Part, ...]:
    return () if body == tuple(Part(key) for key in RULES[kind].parts) else body


def _members(told: Sequence[Told | Row], content: NoteContent) -> ReadMembers:
    style = f"{NOTE} member"
    rows = [
        row
        for row in told
        if isinstance(row, Row) and any(each.style == style for cell in row.cells for each in cell)
    ]
    if rows:
        return read_members(rows, content)
    lines = [each.text for each in told if isinstance(each, Told) and each.style == style]
    expected = [line for member in members_of(content) for line in _told(member, content)]
    plain = "".join(_LABEL.sub("", line.strip()) for line in lines)
    if not lines or fingerprint(plain) == fingerprint("".join(expected)):
        return ReadMembers(None)
    return ReadMembers(
        None,
        (
            "The list of the delegation was edited; only a table can be read back, so make the "
            "changes in the delegation of the meeting.",
        ),
    )


def _told(member: Member, content: NoteContent) -> tuple[str, ...]:
    if content.layout.list_form == "block":
        return (member.name, *member.title, member.role)
    return (in_one_line(member, content.language),)


class _Reader:
    """Reads one language of the note."""

    def __init__(
        self, sheet: NoteSheet, prefix: str, known: dict[str, str], body: tuple[Part, ...]
    ) -> None:
        self._sheet = sheet
        self._prefix = f"{prefix} "
        self._known = known
        self._typed = dict(zip(part_names(body), body, strict=True))
        self.remarks: list[str] = []

    def body(self, told: Sequence[Told | Row]) -> tuple[Part, ...]:
        """Return the parts in the order in which they stand now."""
        groups = self._groups([each for each in told if isinstance(each, Told)])
        found: list[Part] = []
        seen: set[str] = set()
        for name, lines in groups:
            text = "\n".join(lines)
            if not found:
                text = self._after_opening(text)
            if name and name not in seen:
                found.append(self._part(name, text))
                seen.add(name)
            elif text.strip():
                found.append(Part("", text))
        return tuple(found)

    def _groups(self, told: Sequence[Told]) -> list[tuple[str, list[str]]]:
        """Return the paragraphs of each part; what has no style of ours is a free paragraph."""
        groups: list[tuple[str, list[str]]] = []
        within = False
        for each in told:
            name = self._name(each.style)
            if name in _FIXED:
                self._compare(name, each.text)
                within = within and name != "closing"
                continue
            if name in _ELSEWHERE or not each.text.strip() or not (name or within):
                continue
            text = _LABEL.sub("", each.text.strip())
            if not name and each.style.startswith((NOTE, TRANSLATION)):
                continue
            within = True
            lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
            if name and groups and groups[-1][0] == name:
                groups[-1][1].extend(lines)
            else:
                groups.append((name, lines))
        return groups

    def _name(self, style: str) -> str:
        if not style.startswith(self._prefix):
            return ""
        return style.removeprefix(self._prefix).removesuffix(ITEMS)

    def _part(self, name: str, text: str) -> Part:
        key = "" if name not in RULES[self._sheet.content.kind].parts else name
        manner, _, print_before = self._known.get(self._prefix + name, "").partition(" ")
        if fingerprint(text) != print_before:
            return Part(key, text)
        if manner == LIVE:
            return Part(key)
        return self._typed.get(name, Part(key, text))

    def _after_opening(self, text: str) -> str:
        """Return the statement, which goes on where the opening formula ends."""
        opening = " ".join(without_marks(self._sheet.texts.opening).split())
        if not opening:
            return text
        plain = without_marks(text)
        if plain.startswith(opening):
            return plain[len(opening) :].strip()
        self.remarks.append(
            "The opening formula was changed in the document; it stays as it was, because it is "
            "set by the language and the layout."
        )
        return plain[_moved(opening, plain) :].strip()

    def _compare(self, name: str, text: str) -> None:
        sheet = self._sheet
        dated = sheet.content.layout.date_place in ("top", "both")
        number = f"{sheet.number}{sheet.place_and_date if dated else ''}"
        if sheet.content.layout.number_place == "right" and dated:
            number = f"{sheet.place_and_date}{sheet.number}"
        expected = {
            "number": number,
            "title": sheet.title,
            "date": sheet.place_and_date,
            "closing": sheet.closing,
            "enclosures": sheet.enclosures,
        }[name]
        if text.strip() and fingerprint(text) != fingerprint(expected):
            self.remarks.append(
                f"{_FIXED[name]} was changed in the document and not taken over: “{text.strip()}”."
            )


def _moved(before: str, text: str) -> int:
    """Return where, to the word, what ended `before` ends in an edited text."""
    words, other = _WORD.findall(before), _WORD.findall(text)
    first = [word.strip() for word in other[: len(words) * 2]]
    matcher = SequenceMatcher(None, [word.strip() for word in words], first, autojunk=False)
    end = 0
    for block in matcher.get_matching_blocks():
        if block.size:
            end = block.b + block.size
    return sum(len(word) for word in other[:end])
