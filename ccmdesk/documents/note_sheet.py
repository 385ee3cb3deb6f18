"""A note as it reads from top to foot, the same for PDF, DOCX and plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ccmdesk.documents.members import Member, members_of
from ccmdesk.domain.mission_names import Names
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_kinds import DELEGATION
from ccmdesk.language.lines import printed_line
from ccmdesk.language.phrases import pack
from ccmdesk.language.wording import Wording, Written, courtesy, wording

# Where the name of a mission goes on to what it is accredited to, in the six languages (Chinese
# has that in the middle of the name).
_FIRST_MENTION = re.compile(
    r"\s(?=to the United Nations\b|auprès d|ante (?:el|las?|los)\s|при О|لدى\s)", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of the body with what stands below it.

    `key` names its place in the template ("" for a free one), `label` is its number where
    paragraphs are numbered. `items` are the lines of changes or corrections, `members` the list
    of the delegation. `opening` is the part of the text that is the set formula, `part` the place
    of the part among those of the body.
    """

    key: str
    text: str
    label: str = ""
    items: tuple[str, ...] = ()
    members: tuple[Member, ...] = ()
    opening: str = ""
    part: int = 0


@dataclass(frozen=True, slots=True)
class NoteSheet:
    """The texts of a note in one language.

    What the layout leaves out is empty. `body` are the parts, `passages` the same paragraph by
    paragraph. `head` are the lines of the letterhead, `marks` those of
    classification and urgency, `annexed` the members that are listed in the annex.
    """

    content: NoteContent
    texts: Wording
    head: tuple[str, ...]
    number: str
    title: str
    marks: tuple[str, ...]
    body: tuple[Written, ...]
    passages: tuple[Passage, ...]
    closing: str
    place_and_date: str
    enclosures: str
    address: tuple[str, ...]
    annexed: tuple[Member, ...]
    footer: str

    @property
    def language(self) -> str:
        """The language the note is written in."""
        return self.content.language

    @property
    def title_and_number(self) -> str:
        """What the file of the note is called."""
        number = self.content.number or self.content.number_shown
        return f"{self.texts.title.capitalize()} {number}".strip()


def note_sheet(content: NoteContent) -> NoteSheet:
    """Return the texts of a note; raises InputError for a language without a phrase pack."""
    layout, texts = content.layout, wording(content)
    members = members_of(content)
    printed = layout.letterhead == "printed"
    listed = any(part.key == DELEGATION for part in texts.body)
    return NoteSheet(
        content=content,
        texts=texts,
        head=head_lines(content.names) if printed else (),
        number=texts.number,
        title=(layout.title_text.strip() or texts.title) if layout.title_line else "",
        marks=tuple(mark for mark in (texts.classification, texts.urgency) if mark.strip()),
        body=texts.body,
        passages=tuple(_passages(content, texts, () if content.annexed else members)),
        closing=texts.closing if layout.closing_line else "",
        place_and_date=texts.place_and_date,
        enclosures=texts.enclosures if layout.enclosure_line else "",
        address=_address(content, texts),
        annexed=members if content.annexed and listed else (),
        footer=content.names.footer if printed else "",
    )


def courtesy_sheet(content: NoteContent) -> NoteSheet | None:
    """Return the courtesy translation that follows the note, None where there is none."""
    if not content.courtesy or content.courtesy == content.language:
        return None
    found = note_sheet(courtesy(content))
    return replace(found, head=(), footer="")


def copy_mark(language: str, mark: str) -> str:
    """Return a mark of copies ("file_copy") in the language of the note; any other as typed."""
    return pack(language).formulas.get(mark, mark) if mark else ""


def head_lines(names: Names) -> tuple[str, ...]:
    """Return the lines of the letterhead, those of the mission's name where none were typed."""
    lines = tuple(line.strip() for line in names.letterhead if line.strip())
    if lines:
        return lines
    return tuple(part.upper() for part in _FIRST_MENTION.split(names.mission, maxsplit=1))


def _passages(
    content: NoteContent, texts: Wording, members: tuple[Member, ...]
) -> Iterator[Passage]:
    """Yield the paragraphs, a part of several lines as several, the opening before the first."""
    number = 0
    opening = texts.opening
    for part, written in enumerate(texts.body):
        lines = [line.strip() for line in written.text.splitlines() if line.strip()]
        if not lines and not opening:
            continue
        for index, line in enumerate(lines or [""]):
            number += 1
            last = index == max(len(lines), 1) - 1
            yield Passage(
                key=written.key,
                text=opening + line,
                label=_label(number, content),
                items=written.items if last else (),
                members=members if last and _lists(written) else (),
                opening=opening,
                part=part,
            )
            opening = ""


def _label(number: int, content: NoteContent) -> str:
    """Return the number of a paragraph, "" where paragraphs are not numbered."""
    layout = content.layout
    if not layout.numbered_paragraphs:
        return ""
    return printed_line(f"{number}.", content.language, layout)


def _lists(written: Written) -> bool:
    return written.key == DELEGATION


def _address(content: NoteContent, texts: Wording) -> tuple[str, ...]:
    if content.layout.address_place == "none":
        return ()
    typed = (line.strip() for line in content.address)
    lines = (printed_line(line, content.language, content.layout) for line in typed if line)
    return tuple(line for line in (texts.addressee.strip(), *lines) if line)
