"""The compliance ledger on one page: what a State owed, what was sent, early or late, the gaps."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ccmdesk.documents.printing import cut, rendered_on_one_page
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.ledger import Ledger, LedgerLine, standing_words, summary
from ccmdesk.typeset.blocks import (
    Block,
    Column,
    Document,
    FontFile,
    Heading,
    Margins,
    Paragraph,
    Row,
    Table,
    Text,
    plain,
)

_CONVENTION = "Convention on Cluster Munitions"
_CHANNELS = {
    "email": "e-mail",
    "e_delegate": "e-deleGATE",
    "hand": "by hand",
    "post": "post",
    "fax": "fax",
    "pouch": "pouch",
    "meeting": "at a meeting",
}


@dataclass(frozen=True, slots=True)
class Density:
    """How closely the page is set: the type size in points, and how long a proof may be."""

    size: float
    letters: int = 400


# The first with which the ledger stays on one page is taken.
_DENSITIES = (
    *(Density(size) for size in (10.5, 9.5, 8.75, 8.0, 7.25)),
    Density(7.25, 60),
    Density(6.5, 48),
    Density(5.75, 36),
    Density(5.0, 24),
    Density(4.25, 20),
)
_MOST_LINES = 70
_LONGEST_WORD = 32


def ledger_pdf(ledger: Ledger, *, mission: str = "", fonts: Sequence[FontFile] = ()) -> bytes:
    """Return the ledger as a PDF of one page; the more lines, the smaller they are.

    Only a look ahead of more than sixty years takes several pages. `mission` is whose register it
    is, empty for a State whose register is not kept here. Raises InputError where a character is
    in no font.
    """
    sizes = _DENSITIES if len(ledger.lines) <= _MOST_LINES else _DENSITIES[2:3]
    pages = (ledger_page(ledger, mission=mission, density=each) for each in sizes)
    return rendered_on_one_page(pages, fonts)


def ledger_page(ledger: Ledger, *, mission: str = "", density: Density = _DENSITIES[0]) -> Document:
    """Return the page as blocks."""
    title = f"Compliance ledger: {ledger.state.name}"
    blocks: list[Block] = [
        Paragraph(plain(" · ".join(filter(None, (mission, _CONVENTION)))), size=0.95),
        Heading(plain(title, bold=True), size=1.6, before=1.5),
        Paragraph(plain(_stands(ledger)), before=1),
        Paragraph(plain(summary(ledger), bold=True), before=1.2),
    ]
    reports = [line for line in ledger.lines if line.is_report]
    others = [line for line in ledger.lines if not line.is_report]
    if reports:
        blocks.append(Heading(plain("Article 7: reports", bold=True), size=1.15, before=3.5))
        blocks.append(_reports(reports, ledger, density))
    if others:
        head = "Articles 3 and 4: stockpiles and remnants"
        blocks.append(Heading(plain(head, bold=True), size=1.15, before=3.5))
        sources = list(dict.fromkeys(_footnote(line) for line in others if line.source))
        blocks.append(_others(others, ledger, sources, density))
        blocks += [
            Paragraph(plain(f"({number}) {cut(source, density.letters)}"), size=0.85, before=0.8)
            for number, source in enumerate(sources, 1)
        ]
    blocks += [Paragraph(plain(text), size=0.85, before=1.5) for text in _remarks(ledger)]
    return Document(
        title=title,
        author=mission or "CCM Desk",
        subject=summary(ledger),
        language="en",
        blocks=tuple(blocks),
        margins=Margins(20, 18, 16, 16),
        size=density.size,
        dated=ledger.as_of,
    )


def _stands(ledger: Ledger) -> str:
    if ledger.in_force is None:
        return "The State is not a Party, so nothing is owed."
    text = f"In force for the State since {spoken(ledger.in_force)}"
    if ledger.in_force > ledger.as_of:
        text = f"Enters into force for the State on {spoken(ledger.in_force)}"
    if ledger.state.withdrew_effective is not None:
        text += f"; withdrawn with effect from {spoken(ledger.state.withdrew_effective)}"
    return f"{text}. As it stood on {spoken(ledger.as_of)}."


def _remarks(ledger: Ledger) -> Iterator[str]:
    if ledger.in_force is None:
        return
    if ledger.looks_back and any(line.source for line in ledger.lines):
        yield (
            "What the sources say of the deadlines is told as it is known now, not as it was "
            "known on that day."
        )
    if ledger.kept_since is None:
        yield (
            "The register of this State is not kept here: nothing is said of what it sent. What "
            "is known of its deadlines comes from the sources named."
        )
    elif any(line.standing is DutyStatus.UNRECORDED for line in ledger.lines):
        yield (
            f"This register was begun on {spoken(ledger.kept_since)}; “no record” means that "
            "nothing was entered for an earlier day, not that nothing was sent."
        )


def _reports(lines: Sequence[LedgerLine], ledger: Ledger, density: Density) -> Table:
    kept = ledger.kept_since is not None
    columns = [Column(plain("Report"), 22), Column(plain("Due"), 27)]
    if kept:
        columns.append(Column(plain("Sent on"), 27))
    columns.append(Column(plain("Standing"), 26))
    if kept:
        columns += [Column(plain("Channel"), 18), Column(plain("Proof"), 45)]
    rows: list[Row] = []
    for line in lines:
        name = "initial" if line.article == "7(1)" else f"for {line.period}"
        cells = [plain(name), plain(spoken(line.due))]
        if kept:
            cells.append(plain(spoken(line.sent_on) if line.sent_on else ""))
        cells.append(_standing(line, kept=kept))
        if kept:
            cells.append(plain(_channel(line)))
            cells.append(plain(cut(_narrow(line.proof or line.remark), density.letters)))
        rows.append(tuple((cell,) for cell in cells))
    return _table(columns, rows)


def _others(
    lines: Sequence[LedgerLine], ledger: Ledger, sources: Sequence[str], density: Density
) -> Table:
    kept = ledger.kept_since is not None
    columns = [
        Column(plain("Article"), 15),
        Column(plain("Deadline"), 58),
        Column(plain("Due"), 33),
        Column(plain("Standing"), 35),
        Column(plain("Proof or source" if kept else "Source"), 28),
    ]
    rows: list[Row] = []
    for line in lines:
        told = ", ".join(filter(None, (_channel(line), line.proof))) or line.remark
        if line.source:
            told = f"({sources.index(_footnote(line)) + 1})"
        standing = _standing(line, kept=kept)
        if line.sent_on is not None:
            standing = plain(
                f"completed {long_date(line.sent_on)}, {standing_words(line, kept=kept)}"
            )
        rows.append(
            (
                (plain(line.article),),
                (plain(line.title),),
                (plain(spoken(line.due)),),
                (standing,),
                (plain(cut(_narrow(told), density.letters)),),
            )
        )
    return _table(columns, rows)


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> Table:
    return Table(tuple(columns), tuple(rows), size=0.95, before=1.2)


def _standing(line: LedgerLine, *, kept: bool) -> Text:
    # What has to be explained is seen first.
    late = line.days is not None and line.days > 0
    bold = line.standing is DutyStatus.OVERDUE or (line.is_report and late)
    return plain(standing_words(line, kept=kept), bold=bold)


def _channel(line: LedgerLine) -> str:
    return _CHANNELS.get(line.channel, line.channel)


def _footnote(line: LedgerLine) -> str:
    """Return what the source says, and the source."""
    if not line.remark:
        return line.source
    return f"{line.remark.rstrip('.')}: {line.source}"


def _narrow(text: str) -> str:
    """Return a text whose long words, such as names of files, lack their middle.

    One of them would make the whole table small.
    """
    words = text.split()
    return " ".join(
        word if len(word) <= _LONGEST_WORD else f"{word[:20]}…{word[-11:]}" for word in words
    )
