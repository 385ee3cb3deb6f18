"""A note as plain text, as the paper reads, and the words of the e-mail it is attached to."""

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ccmdesk.documents.members import Member, in_one_line
from ccmdesk.documents.note_sheet import NoteSheet, courtesy_sheet, note_sheet
from ccmdesk.documents.printed_text import without_marks
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.grammar import grammar
from ccmdesk.language.phrases import resource


@dataclass(frozen=True, slots=True)
class Letter:
    """Subject and text of an e-mail, to be copied or sent."""

    subject: str
    text: str


def note_text(content: NoteContent) -> str:
    """Return the note as text, one line for a paragraph, with an empty line between them.

    Raises InputError for a language without a phrase pack.
    """
    sheets = [note_sheet(content)]
    translation = courtesy_sheet(content)
    if translation is not None:
        sheets.append(translation)
    parts: list[str] = []
    for sheet in sheets:
        if sheet is translation:
            parts.append(sheet.texts.translation_head)
        parts += _parts(sheet)
    return without_marks("\n\n".join(part for part in parts if part.strip())) + "\n"


def letter(content: NoteContent) -> Letter:
    """Return the e-mail that carries the note, in the language of the note.

    Raises InputError for a language without a phrase pack.
    """
    sheet = note_sheet(content)
    forms = _forms()[content.language]
    written = grammar(content.language).written(content.dated, content.layout)
    values = {
        "title": sheet.texts.title.capitalize(),
        "number": sheet.number,
        "bare_number": content.number_shown or content.number,
        "subject": sheet.texts.subject,
        "date": written,
    }
    mission = [line for line in (content.names.mission, content.names.footer) if line.strip()]
    text = [forms["text"], *([forms["about"]] if sheet.texts.subject else [])]
    said = [each.format_map(values) for each in text]
    body = "\n\n".join([*said, "\n".join(mission)])
    subject = forms["subject"].format_map(values).rstrip(" :：")
    return Letter(" ".join(without_marks(subject).split()), without_marks(body) + "\n")


@cache
def _forms() -> dict[str, dict[str, str]]:
    with resource("phrases", "email.toml").open("rb") as file:
        forms: dict[str, dict[str, str]] = tomllib.load(file)
    return forms


def _parts(sheet: NoteSheet) -> Iterator[str]:
    """Yield what stands together, from top to foot."""
    layout = sheet.content.layout
    yield "\n".join(sheet.head)
    dated = layout.date_place in ("top", "both")
    yield "\n".join([sheet.number, *([sheet.place_and_date] if dated else []), *sheet.marks])
    yield sheet.title
    for passage in sheet.passages:
        yield f"{passage.label} {passage.text}".strip()
        if passage.items:
            yield "\n".join(f"– {item}" for item in passage.items)
        if passage.members:
            yield _listed(sheet, passage.members)
    yield sheet.closing
    if layout.date_place != "top":
        yield sheet.place_and_date
    names = sheet.content.names
    if layout.signature_block:
        yield "\n".join(line for line in (names.signatory, names.signatory_title) if line)
    yield sheet.enclosures
    yield "\n".join(sheet.address)
    yield sheet.footer
    if sheet.annexed:
        yield "\n".join((sheet.texts.annex_title, sheet.texts.annex_heading))
        yield _listed(sheet, sheet.annexed)


def _listed(sheet: NoteSheet, members: tuple[Member, ...]) -> str:
    if sheet.content.layout.list_form == "block":
        return "\n\n".join(
            "\n".join((member.name, *member.title, member.role)) for member in members
        )
    return "\n".join(f"{member.number} {in_one_line(member, sheet.language)}" for member in members)
