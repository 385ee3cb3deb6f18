"""The note by this program's own room, as every paper of it is made."""

from datetime import date
from pathlib import Path

from ccmdesk.typeset.blocks import (
    Align,
    Block,
    Column,
    Document,
    Heading,
    Image,
    KeepTogether,
    Paragraph,
    Table,
    plain,
)
from ccmdesk.typeset.render import render
from tests.bench.papers import content

FORMATS = "PDF/A-2a + UA-1"


class Engine:
    """Sets notes, one after the other."""

    def __init__(self, emblem: Path, fonts: Path) -> None:
        self._emblem = emblem.read_bytes()

    def pdf(self, note: content.Note) -> bytes:
        """Return the note as PDF."""
        return render(_document(note, self._emblem))


def _document(note: content.Note, emblem: bytes) -> Document:
    columns = tuple(
        Column(plain(head), share)
        for head, share in zip(content.HEADS, content.SHARES, strict=True)
    )
    rows = tuple(tuple((plain(text),) for text in row) for row in note.rows)
    blocks: list[Block] = [
        Image(emblem, 22, 44, "Emblem"),
        Paragraph(plain(content.MISSION, bold=True), align=Align.CENTRE, keep_next=True),
        Paragraph(plain(content.BESIDE), align=Align.CENTRE, size=0.75, keep_next=True),
        Paragraph(plain(content.NUMBER), before=4, keep_next=True),
        Heading(plain(content.TITLE, bold=True), align=Align.CENTRE, before=3),
        Paragraph(plain(content.OPENING), align=Align.JUSTIFIED, before=3),
        Table(columns, rows, before=3),
        Paragraph(plain(content.REQUEST), align=Align.JUSTIFIED, before=4),
        KeepTogether(
            (
                Paragraph(plain(content.CLOSING), align=Align.JUSTIFIED, before=3),
                Paragraph(plain(content.DATED), align=Align.RIGHT, before=4),
                *(
                    Paragraph(plain(line), before=0 if index else 12)
                    for index, line in enumerate(content.ADDRESS)
                ),
            )
        ),
    ]
    return Document(
        title=f"Note verbale {content.NUMBER}",
        author=content.MISSION,
        subject="Composition of the delegation",
        language="en",
        blocks=tuple(blocks),
        size=11,
        dated=date(2026, 9, 22),
    )
