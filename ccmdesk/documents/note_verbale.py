"""The note verbale on paper: letterhead, text, delegation, closing, seal, addressee."""

import re

from ccmdesk.documents.printing import rendered
from ccmdesk.domain.delegation import Delegate, in_listing_order
from ccmdesk.domain.note import NoteContent
from ccmdesk.language.phrases import PhrasePack, pack
from ccmdesk.language.wording import Wording, printed_style, wording
from ccmdesk.typeset.blocks import (
    Align,
    Beside,
    Block,
    Cell,
    Column,
    Document,
    Heading,
    Image,
    KeepTogether,
    Margins,
    Pair,
    Paragraph,
    Reserved,
    Run,
    Table,
    Text,
    plain,
)

SEAL_SIDE = 42.0
"""Millimetres; a mission's seal needs at least 40."""
_EMBLEM = 24.0
_ADDRESS_SIZE = 0.875
_WHOLE_NAME = 20
_FIRST_MENTION = re.compile(r"\s(?=to the United Nations\b|auprès d)", re.IGNORECASE)
_FIRST_OF_MONTH = re.compile(r"\b1er\b")


def note_pdf(content: NoteContent, *, draft: bool) -> bytes:
    """Return the note as PDF, marked on every page if it is a draft.

    Raises InputError where a character is in no bundled font, the emblem is unreadable or the
    language has no phrase pack.
    """
    return rendered(note_blocks(content, draft=draft))


def note_blocks(content: NoteContent, *, draft: bool = False) -> Document:
    """Return the note as blocks; raises InputError for a language without a phrase pack."""
    phrases, texts, layout = pack(content.language), wording(content), content.layout
    head = _letterhead(content)
    body = [_paragraph(texts.opening, before=4.5)]
    if content.delegates:
        body.append(_paragraph(texts.delegation, before=2.4, keep_next=True))
    rows: list[Block] = [_delegation(content, phrases)] if content.delegates else []
    after = [
        _paragraph(text, before=4.2 if i == 0 and rows else 2.4)
        for i, text in enumerate((*texts.paragraphs, texts.request))
        if text.strip()
    ]
    address = _address(content, texts)
    foot = address if layout.addressee_at_foot else ()
    blocks: list[Block] = [*head, *_number_and_title(content, texts), *body, *rows, *after]
    blocks.append(_closing(content, texts, phrases if draft else None))
    if not layout.addressee_at_foot and address:
        first = address[0]
        spaced = Paragraph(first.text, size=first.size, leading=first.leading, before=8)
        blocks.append(KeepTogether((spaced, *address[1:]), lead=0))
    number = content.number or content.number_shown
    return Document(
        title=f"{texts.title.capitalize()} {number}".strip(),
        author=content.names.mission,
        subject=texts.subject,
        language=content.language,
        blocks=tuple(blocks),
        paper=layout.paper,
        margins=Margins(
            layout.margin_left, layout.margin_right, layout.margin_top, layout.margin_bottom
        ),
        size=layout.font_size,
        foot=foot,
        line=content.names.footer,
        mark=phrases.formulas["draft_mark"] if draft else "",
        dated=content.dated,
    )


def _letterhead(content: NoteContent) -> list[Block]:
    """Return emblem and name of the mission; the first line is the largest."""
    position = content.layout.emblem_position
    lines = [line for line in content.names.letterhead if line.strip()]
    if not lines:
        lines = [part.upper() for part in _FIRST_MENTION.split(content.names.mission, maxsplit=1)]
    align = Align.LEFT if position == "left" else Align.CENTRE
    first = Paragraph(
        plain(lines[0], bold=True),
        align=align,
        size=1.0,
        leading=1.3,
        tracking=0.05,
        before=3.0,
        keep_next=True,
    )
    others = tuple(
        Paragraph(
            plain(line),
            align=align,
            size=0.74,
            leading=1.4,
            tracking=0.045,
            before=0.8,
            keep_next=True,
        )
        for line in lines[1:]
    )
    if content.emblem is None or position == "none":
        return [first, *others]
    image = Image(content.emblem, _EMBLEM, 2 * _EMBLEM, lines[0])
    return [Beside(image, (first, *others))] if position == "left" else [image, first, *others]


def _number_and_title(content: NoteContent, texts: Wording) -> list[Block]:
    blocks: list[Block] = []
    if content.layout.date_place == "top":
        blocks.append(Pair(plain(texts.number), _dated(texts.place_and_date), before=8))
    else:
        blocks.append(Paragraph(plain(texts.number), before=8, keep_next=True))
    if content.layout.title_line:
        blocks.append(
            Heading(
                plain(texts.title, bold=True),
                align=Align.CENTRE,
                size=1.08,
                tracking=0.09,
                before=4.5,
            )
        )
    return blocks


def _delegation(content: NoteContent, phrases: PhrasePack) -> Table:
    heads = phrases.table
    columns = (
        Column(plain(heads["number"]), 8),
        Column(plain(heads["name"]), 50),
        Column(plain(heads["title"]), 64),
        Column(plain(heads["role"]), 33),
    )
    rows = tuple(
        (
            (plain(f"{number}."),),
            (_name(delegate, content),),
            _functional_title(delegate),
            (plain(phrases.role(delegate.role, delegate.person.gender)),),
        )
        for number, delegate in enumerate(in_listing_order(content.delegates), start=1)
    )
    return Table(columns, rows, before=2.6)


def _name(delegate: Delegate, content: NoteContent) -> Text:
    person = delegate.person
    family = person.family_name
    if content.layout.family_name_in_capitals:
        family = family.upper()
    name = " ".join(part for part in (person.given_names, family) if part)
    # A family name of two parts stays on one line, as long as the column can hold it.
    name = " ".join(
        word.replace("-", "\u2011") if len(word) <= _WHOLE_NAME else word for word in name.split()
    )
    style = printed_style(person, content.language)
    return plain(f"{style}\u00a0{name}" if style else name)


def _functional_title(delegate: Delegate) -> Cell:
    """Return the title and, below it, where the person serves."""
    person = delegate.person
    house = ", ".join(part for part in (person.organization, person.place) if part)
    return tuple(plain(part) for part in (person.functional_title, house) if part) or (plain(""),)


def _closing(content: NoteContent, texts: Wording, draft: PhrasePack | None) -> KeepTogether:
    """Return what ends the note; it never stands on a page without text before it."""
    blocks: list[Block] = [_paragraph(texts.closing, before=2.4)]
    if content.layout.date_place == "end":
        blocks.append(Paragraph(_dated(texts.place_and_date), align=Align.RIGHT, before=5))
    if content.layout.seal_space:
        hint = draft.formulas["seal"] if draft else ""
        blocks.append(Reserved(SEAL_SIDE, hint=hint, before=2.5))
    return KeepTogether(tuple(blocks))


def _address(content: NoteContent, texts: Wording) -> tuple[Paragraph, ...]:
    lines = [line.strip() for line in (texts.addressee, *content.address) if line.strip()]
    return tuple(Paragraph(plain(line), size=_ADDRESS_SIZE, leading=1.2) for line in lines)


def _paragraph(text: str, before: float, keep_next: bool = False) -> Paragraph:
    return Paragraph(_dated(text), before=before, keep_next=keep_next)


def _dated(text: str) -> Text:
    """Return the text with the letters of "1er" raised."""
    runs: list[Run] = []
    start = 0
    for found in _FIRST_OF_MONTH.finditer(text):
        runs += [Run(text[start : found.start() + 1]), Run("er", raised=True)]
        start = found.end()
    return (*runs, Run(text[start:]))
