"""Slips that go with a note: through the house to be initialled, and to the addressee."""

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from ccmdesk.documents.note_sheet import note_sheet
from ccmdesk.documents.printed_text import isolated
from ccmdesk.documents.printing import rendered
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_life import NoteStep
from ccmdesk.language.grammar import grammar
from ccmdesk.language.phrases import resource
from ccmdesk.typeset.blocks import (
    Block,
    Cell,
    Column,
    Document,
    FontFile,
    Grid,
    Heading,
    Item,
    KeepTogether,
    KeyValues,
    List,
    Margins,
    Marker,
    Paragraph,
    Reserved,
    Rule,
    Spacer,
    Table,
    Text,
    plain,
)

_STAMP = 55.0
_MARGINS = Margins(25, 25, 20, 20)
_BY_RECEIVER = ("received_by", "day_and_hour", "signature")
_HANDWRITING = (plain(""), plain(""), plain(""))
"""As high as initials need it."""


@dataclass(frozen=True, slots=True)
class Station:
    """Where a note goes on its way to the seal: for what, and to whom (a name may be left open)."""

    task: str
    name: str = ""
    title: str = ""


USUAL_CIRCUIT = (
    Station("Drafted"),
    Station("Checked"),
    Station("Approved"),
    Station("Numbered and sealed"),
    Station("Dispatched"),
)


def routing_slip_pdf(
    content: NoteContent,
    stations: Sequence[Station] = USUAL_CIRCUIT,
    *,
    printed_on: date,
    steps: Sequence[NoteStep] = (),
    fonts: Sequence[FontFile] = (),
) -> bytes:
    """Return the slip that goes with a draft through the house, with boxes for initials.

    `steps` are those recorded so far. Raises InputError where a character is in no bundled font.
    """
    slip = routing_slip_blocks(content, stations, printed_on=printed_on, steps=steps)
    return rendered(slip, fonts)


def routing_slip_blocks(
    content: NoteContent,
    stations: Sequence[Station] = USUAL_CIRCUIT,
    *,
    printed_on: date,
    steps: Sequence[NoteStep] = (),
) -> Document:
    """Return the routing slip as blocks."""
    sheet = note_sheet(content)
    pairs = _pairs(
        ("Note verbale", sheet.number),
        ("Subject", sheet.texts.subject),
        ("To", sheet.texts.addressee),
        ("In answer to", content.reference),
        ("Date of the note", spoken(content.dated)),
        ("Marks", " · ".join(sheet.marks)),
    )
    blocks: list[Block] = [
        Paragraph(plain(content.names.mission), size=0.9),
        Heading(plain("Routing slip", bold=True), size=1.5, before=3),
        KeyValues(pairs, share=0.28, before=4, grid=Grid.ROWS),
        Heading(plain("Circuit", bold=True), level=2, size=1.1, before=7),
        _circuit(stations),
        KeepTogether(
            (
                Heading(plain("Decision", bold=True), level=2, size=1.1, before=7),
                List(
                    tuple(
                        Item(plain(text))
                        for text in (
                            "Approved as it stands",
                            "Approved with the changes marked in the text",
                            "Returned, for the reason given below",
                        )
                    ),
                    Marker.BOX,
                    before=2,
                    gap=2.0,
                ),
                *(block for _ in range(3) for block in (Spacer(7.5), Rule())),
            ),
            lead=0,
        ),
    ]
    if steps:
        blocks.append(Heading(plain("Recorded so far", bold=True), level=2, size=1.1, before=7))
        blocks.append(_recorded(steps))
    return _slip(content, "Routing slip", "en", blocks, printed_on, sheet.number)


def delivery_slip_pdf(
    content: NoteContent,
    *,
    printed_on: date,
    originals: str = "1",
    channel: str = "",
    fonts: Sequence[FontFile] = (),
) -> bytes:
    """Return the slip that is stamped by who receives the note, in the language of the note.

    `originals` says how many originals and copies go with it, `channel` how it is delivered, both
    as typed. Raises InputError where a character is in no bundled font.
    """
    return rendered(
        delivery_slip_blocks(content, printed_on=printed_on, originals=originals, channel=channel),
        fonts,
    )


def delivery_slip_blocks(
    content: NoteContent, *, printed_on: date, originals: str = "1", channel: str = ""
) -> Document:
    """Return the delivery slip as blocks."""
    sheet, words = note_sheet(content), _words()[content.language]
    lines = (sheet.texts.addressee, *content.address)
    to: Cell = tuple(plain(isolated(line)) for line in lines if line.strip()) or (plain(""),)
    written = grammar(content.language).written(content.dated, content.layout)
    pairs = (
        *_pairs((words["from"], content.names.mission)),
        (plain(words["to"]), to),
        (plain(words["note"]), (plain(sheet.number, bold=True), plain(written))),
        *_pairs(
            (words["about"], sheet.texts.subject),
            (words["enclosures"], "; ".join(content.enclosures)),
            (words["originals"], originals),
            (words["channel"], channel),
        ),
    )
    blocks: list[Block] = [
        Heading(plain(words["title"], bold=True), size=1.5),
        KeyValues(pairs, share=0.3, before=4, grid=Grid.ROWS),
        Paragraph(plain(words["returned"]), before=8, keep_next=True),
        KeepTogether(
            (
                _to_be_filled([words[name] for name in _BY_RECEIVER]),
                Reserved(_STAMP, underline=False, hint=words["stamp"], before=4),
            ),
            lead=0,
        ),
    ]
    return _slip(content, words["title"], content.language, blocks, printed_on, sheet.number)


def _slip(
    content: NoteContent,
    title: str,
    language: str,
    blocks: Sequence[Block],
    printed_on: date,
    number: str,
) -> Document:
    return Document(
        title=f"{title} {number}",
        author=content.names.mission,
        subject=note_sheet(content).texts.subject,
        language=language,
        blocks=tuple(blocks),
        paper=content.layout.paper,
        margins=_MARGINS,
        size=11,
        dated=printed_on,
    )


def _pairs(*pairs: tuple[str, str]) -> tuple[tuple[Text, Cell], ...]:
    """Return labels with what they name, without those that name nothing."""
    return tuple((plain(label), (plain(value),)) for label, value in pairs if value.strip())


def _circuit(stations: Sequence[Station]) -> Table:
    columns = (
        Column(plain("Step"), 38),
        Column(plain("Name and title"), 62),
        Column(plain("Initials"), 30),
        Column(plain("Date and hour"), 30),
    )
    rows = tuple(
        (
            (plain(station.task),),
            (plain(station.name), plain(station.title), plain("")),
            _HANDWRITING,
            (plain(""),),
        )
        for station in stations
    )
    return Table(columns, rows, size=0.92, before=2, grid=Grid.ALL, labelled=True)


def _to_be_filled(labels: Sequence[str]) -> Table:
    """Return a line to write on for each label."""
    columns = (Column(plain(""), 2), Column(plain(""), 3))
    rows = tuple(((plain(""), plain(label)), (plain(""), plain(""))) for label in labels)
    return Table(columns, rows, size=1.0, before=4, headed=False)


def _recorded(steps: Sequence[NoteStep]) -> Table:
    columns = (
        Column(plain("Step"), 30),
        Column(plain("When"), 44),
        Column(plain("By"), 44),
        Column(plain("Remark"), 42),
    )
    rows = tuple(
        (
            (plain(step.kind.capitalize()),),
            (plain(f"{spoken(step.at.date())}, {step.at:%H:%M} UTC"),),
            _who(step),
            (plain(step.reason or step.recipient),),
        )
        for step in steps
    )
    return Table(columns, rows, size=0.86, before=2, labelled=True)


def _who(step: NoteStep) -> Cell:
    if not step.on_behalf_of:
        return (plain(step.by),)
    return (plain(step.by), plain(f"for {step.on_behalf_of}", italic=True))


@cache
def _words() -> dict[str, dict[str, str]]:
    with resource("phrases", "slips.toml").open("rb") as file:
        words: dict[str, dict[str, str]] = tomllib.load(file)
    return words
