"""The register of notes as a paper: by date or by meeting, with a page of checksums."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby

from ccmdesk.documents.printing import rendered
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.mission_names import LANGUAGE_NAMES
from ccmdesk.domain.note_line import NoteKind, NoteLine, NoteState
from ccmdesk.typeset.blocks import (
    Annex,
    Block,
    Cell,
    Column,
    Document,
    FontFile,
    Heading,
    KeyValues,
    Margins,
    PageLine,
    Paragraph,
    Table,
    paged,
    plain,
)

BY_DATE, BY_MEETING = "date", "meeting"
_WITHOUT_MEETING = "Without a meeting"
_KINDS = {
    NoteKind.NOMINATION: "Nomination",
    NoteKind.AMENDMENT: "Amendment",
    NoteKind.CORRECTION: "Correction",
    NoteKind.REGRETS: "Regrets",
    NoteKind.OBSERVER: "Observer",
    NoteKind.ARTICLE7: "Article 7 report",
    NoteKind.EXTENSION: "Extension request",
    NoteKind.COMPLIANCE: "Compliance",
    NoteKind.ACKNOWLEDGEMENT: "Acknowledgement",
    NoteKind.QUERY: "Query",
    NoteKind.GENERAL: "General",
}
_SIZE = 0.86
_GROUP = 8


def register_pdf(
    lines: Iterable[NoteLine],
    *,
    mission: str,
    period: str,
    printed_on: date,
    order: str = BY_DATE,
    remarks: Mapping[int, str] | None = None,
    fonts: Sequence[FontFile] = (),
) -> bytes:
    """Return the register as PDF, drafts left out, cancelled notes in their place.

    `period` says what it covers ("2026"), `remarks` what is added to the line of a note, such as
    the reason for which it was cancelled. Raises InputError where a character is in no font.
    """
    return rendered(
        register_blocks(
            lines,
            mission=mission,
            period=period,
            printed_on=printed_on,
            order=order,
            remarks=remarks,
        ),
        fonts,
    )


def register_blocks(
    lines: Iterable[NoteLine],
    *,
    mission: str,
    period: str,
    printed_on: date,
    order: str = BY_DATE,
    remarks: Mapping[int, str] | None = None,
) -> Document:
    """Return the register as blocks."""
    listed = in_register_order(lines)
    title = f"Register of notes verbales, {period}"
    told = "in order of date" if order == BY_DATE else "by meeting"
    cancelled = sum(line.state is NoteState.CANCELLED for line in listed)
    blocks: list[Block] = [
        Paragraph(plain(mission), size=0.95),
        Heading(plain(title, bold=True), size=1.5, before=3),
        Paragraph(
            plain(f"{_counted(len(listed))}, {told}; {cancelled} cancelled."), size=0.95, before=1
        ),
    ]
    if order == BY_MEETING:
        blocks += _by_meeting(listed, remarks or {})
    elif listed:
        blocks.append(_table(listed, remarks or {}, before=5))
    blocks.append(_checksums(listed))
    return Document(
        title=title,
        author=mission,
        subject=f"{_counted(len(listed))}, {told}",
        language="en",
        blocks=tuple(blocks),
        margins=Margins(20, 15, 22, 20),
        size=11,
        dated=printed_on,
        header=PageLine(left=plain(mission), right=plain(title), size=8.5, ruled=True),
        first_header=PageLine(),
        footer=PageLine(
            left=plain(f"Printed on {spoken(printed_on)}"),
            right=paged("Page {page} of {pages}"),
            size=9,
        ),
        first_footer=None,
    )


def in_register_order(lines: Iterable[NoteLine]) -> list[NoteLine]:
    """Return the notes that have a number, by date, and by the order of issue on one day."""
    sealed = [line for line in lines if line.state.sealed]
    return sorted(sealed, key=lambda line: (line.dated or date.max, line.series, line.id))


def register_checksum(lines: Iterable[NoteLine]) -> str:
    """Return the SHA-256 of the list: for each note number, date and SHA-256, one line each."""
    text = "".join(
        f"{line.number}\t{line.dated.isoformat() if line.dated else ''}\t{line.sha256}\n"
        for line in in_register_order(lines)
    )
    return hashlib.sha256(text.encode()).hexdigest()


def _by_meeting(listed: Sequence[NoteLine], remarks: Mapping[int, str]) -> list[Block]:
    def meeting(line: NoteLine) -> tuple[bool, str, str]:
        return (not line.meeting_name, line.meeting_code, line.meeting_name)

    # A meeting stands where its first note stands.
    first = {meeting(line): index for index, line in reversed(list(enumerate(listed)))}
    ordered = sorted(listed, key=lambda line: (meeting(line)[0], first[meeting(line)]))
    blocks: list[Block] = []
    for (without, code, name), group in groupby(ordered, meeting):
        named = name if not code or code in name else f"{name} ({code})"
        head = _WITHOUT_MEETING if without else named
        blocks.append(Heading(plain(head, bold=True), level=2, size=1.1, before=7))
        blocks.append(_table(list(group), remarks, before=1.5))
    return blocks


def _table(lines: Sequence[NoteLine], remarks: Mapping[int, str], before: float) -> Table:
    columns = (
        Column(plain("Number"), 22),
        Column(plain("Date"), 32),
        Column(plain("Addressee and subject"), 76),
        Column(plain("Kind and language"), 30),
        Column(plain("State"), 24),
    )
    rows = tuple(
        (
            (plain(line.number),),
            (plain(long_date(line.dated) if line.dated else ""),),
            _about(line, remarks.get(line.id, "")),
            (plain(_KINDS[line.kind]), plain(LANGUAGE_NAMES.get(line.language, line.language))),
            (plain(line.state.capitalize(), bold=line.state is NoteState.CANCELLED),),
        )
        for line in lines
    )
    return Table(columns, rows, size=_SIZE, before=before, labelled=True)


def _about(line: NoteLine, remark: str) -> Cell:
    texts = [plain(text) for text in (line.addressee, line.subject) if text.strip()]
    if line.series:
        texts.append(plain(f"Register: {line.series}", italic=True))
    if remark:
        texts.append(plain(remark, italic=True))
    return tuple(texts) or (plain(""),)


def _checksums(listed: Sequence[NoteLine]) -> Annex:
    """Return the page by which anybody can tell that neither notes nor list were altered."""
    explained = (
        "Each note is sealed by the SHA-256 of its PDF. The checksum of this register is the "
        "SHA-256 of the lines below in this order, each of them the number, the date as "
        "year-month-day and the SHA-256 of the note, parted by tabs and ended by a line feed, "
        "in UTF-8."
    )
    checksum = register_checksum(listed)
    columns = (
        Column(plain("Number"), 30),
        Column(plain("Date"), 26),
        Column(plain("SHA-256"), 128),
    )
    rows = tuple(
        (
            (plain(line.number),),
            (plain(line.dated.isoformat() if line.dated else ""),),
            (plain(_spaced(line.sha256)),),
        )
        for line in listed
    )
    blocks: list[Block] = [
        Paragraph(plain(explained), size=0.9, before=3),
        KeyValues(
            (
                (plain("Notes"), (plain(str(len(listed))),)),
                (plain("Checksum of the register"), (plain(_spaced(checksum), bold=True),)),
            ),
            before=3,
            share=0.3,
            size=0.95,
        ),
    ]
    if rows:
        blocks.append(Table(columns, rows, size=0.78, before=4, labelled=True))
    blocks.append(Paragraph(plain("Compared with the register and found in order:"), before=9))
    blocks.append(
        KeyValues(
            tuple((plain(label), (plain("_" * 40),)) for label in ("Name", "Date", "Signature")),
            before=3,
            share=0.2,
        )
    )
    return Annex(plain("Checksums"), tuple(blocks))


def _spaced(checksum: str) -> str:
    return " ".join(checksum[at : at + _GROUP] for at in range(0, len(checksum), _GROUP))


def _counted(count: int) -> str:
    return f"{count} note" if count == 1 else f"{count} notes"
