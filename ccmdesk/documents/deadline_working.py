"""The page that answers "Why this date?": the rule, the count and the sources of one duty."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from ccmdesk.documents.printing import cut, rendered_on_one_page
from ccmdesk.domain.addressee_day import place_of
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import Duty, Step
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.typeset.blocks import (
    Align,
    Block,
    Cell,
    Column,
    Document,
    FontFile,
    Heading,
    Margins,
    Paragraph,
    Rule,
    Spacer,
    Table,
    plain,
)

_KINDS = {
    "rule": "Rule",
    "trigger": "Trigger",
    "count": "Count",
    "result": "Result",
    "hour": "Hour",
    "internal": "Internal date",
    "remark": "Remark",
    "source": "Source",
}
_WHATS = {
    "due": "Legal date",
    "internal_due": "Internal date",
    "standing": "Standing",
    "closes": "Hour",
    "owner": "Owner",
    "done": "Done",
    "not_applicable": "Not ours",
    "reopened": "Reopened",
    "handed_up": "Slip to hand it up",
}
# The program's own steps are never longer.
_OWN_WORDS = 900


@dataclass(frozen=True, slots=True)
class Density:
    """How closely the page is set: the type size in points, and how much history it tells.

    No more than `letters` are printed of any text that somebody typed.
    """

    size: float
    lines: int = 1000
    letters: int = 1500


# The first with which the working stays on one page is taken.
_DENSITIES = (
    *(Density(size) for size in (11, 10.25, 9.5, 8.75)),
    *(Density(8.75, lines) for lines in (16, 8, 4)),
    Density(8, 4),
    Density(7, 2, 500),
    Density(7, 2, 150),
)


def deadline_working_pdf(
    duty: Duty,
    state_name: str,
    printed_on: date,
    fonts: Sequence[FontFile] = (),
    *,
    owner: str = "",
    history: Sequence[HistoryEntry] = (),
) -> bytes:
    """Return the working of a duty as a PDF of one page, with its owner and its `history`.

    Of a long history the newest lines are printed. Raises InputError where the text holds
    characters that no bundled font has.
    """
    pages = (
        working_blocks(duty, state_name, printed_on, owner=owner, history=history, density=each)
        for each in _DENSITIES
    )
    return rendered_on_one_page(pages, fonts)


def working_blocks(
    duty: Duty,
    state_name: str,
    printed_on: date,
    *,
    owner: str = "",
    history: Sequence[HistoryEntry] = (),
    density: Density = _DENSITIES[0],
) -> Document:
    """Return the page as blocks."""
    blocks: list[Block] = [
        Paragraph(plain("Why this date?"), size=0.9),
        Rule(before=0.8),
        Heading(plain(duty.title, bold=True), size=1.45, before=5),
        Paragraph(plain(f"{state_name} · {_article(duty.article)}"), before=1),
        Spacer(3),
        _dates(duty, cut(owner, density.letters)),
        Heading(plain("Working", bold=True), size=1.1, before=density.size - 3),
        _working(duty.working, density.letters),
    ]
    if history:
        blocks.append(Heading(plain("History", bold=True), size=1.1, before=density.size - 4))
        told = sorted(history, key=lambda entry: entry.at)
        left_out = len(told) - density.lines
        if left_out > 0:
            earlier = f"{left_out} earlier line{'' if left_out == 1 else 's'} left out here."
            blocks.append(Paragraph(plain(earlier), size=0.85, before=1))
        blocks.append(_history(told[-density.lines :], density.letters))
    blocks += [
        Paragraph(
            plain(
                "The legal date is never moved. The internal date is the last working day of the "
                "United Nations Office at Geneva that is not after it."
            ),
            size=0.85,
            before=5,
        ),
        Paragraph(plain(f"Printed on {spoken(printed_on)}"), size=0.85, before=2),
    ]
    return Document(
        title=f"Why this date? {duty.title}",
        author="CCM Desk",
        subject=f"{state_name}: {duty.title}, due {spoken(duty.due)}",
        language="en",
        blocks=tuple(blocks),
        margins=Margins(25, 25, 22, 22),
        size=density.size,
        dated=printed_on,
    )


def _dates(duty: Duty, owner: str) -> Table:
    rows: list[tuple[Cell, ...]] = [
        ((plain("Due", bold=True),), (plain(spoken(duty.due), bold=True),)),
        ((plain("Internal date"),), (plain(spoken(duty.internal_due)),)),
    ]
    if duty.provisional:
        rows.append(((plain("Standing"),), (plain("provisional, until the note arrives"),)))
    if owner:
        rows.append(((plain("Owner"),), (plain(owner),)))
    if duty.standing:
        rows.append(((plain("Standing in the reference data"),), (plain(duty.standing),)))
    return Table((Column(plain(""), 1), Column(plain(""), 2)), tuple(rows), size=1.0, headed=False)


def _working(steps: tuple[Step, ...], letters: int) -> Table:
    rows = tuple(
        (
            (plain(_KINDS.get(step.kind, step.kind.capitalize())),),
            (plain(cut(step.text, max(letters, _OWN_WORDS))),),
            (plain(spoken(step.day) if step.day else ""),),
        )
        for step in steps
    )
    columns = (
        Column(plain("Step"), 18),
        Column(plain("What is counted"), 70),
        Column(plain("Day"), 30, Align.LEFT),
    )
    return Table(columns, rows, size=0.9, before=2)


def _history(entries: Sequence[HistoryEntry], letters: int) -> Table:
    rows = tuple(
        (
            (plain(spoken(entry.at.date())),),
            (plain(_WHATS.get(entry.what, entry.what)),),
            (plain(cut(_change(entry), letters)),),
            (plain(cut("; ".join(filter(None, (entry.by, entry.why, entry.paper))), letters)),),
        )
        for entry in entries
    )
    columns = (
        Column(plain("When"), 30),
        Column(plain("What"), 22),
        Column(plain("Was and became"), 44),
        Column(plain("Who, why, from which paper"), 60),
    )
    return Table(columns, rows, size=0.9, before=2)


def _change(entry: HistoryEntry) -> str:
    worded = _hour if entry.what == "closes" else _worded
    was, became = worded(entry.was), worded(entry.became)
    if was and became:
        return f"{was}, then {became}"
    return became or (f"{was}, no longer" if was else "")


def _worded(text: str) -> str:
    """Return an ISO date as it is spoken, and any other words as they are."""
    try:
        return spoken(date.fromisoformat(text))
    except ValueError:
        return text


def _hour(text: str) -> str:
    """Return an hour, and where it is read, as the officer says it: "17:30 in New York"."""
    hour, _, zone = text.rpartition(" ") if "/" in text else (text, "", "")
    return " in ".join(filter(None, (hour, place_of(zone) if zone else "")))


def _article(article: str) -> str:
    """Return the article as a sentence names it, whether the data says "7" or "Article 7"."""
    return f"Article {article}" if article[:1].isdigit() else article
