"""The page that answers "Why this date?": the rule, the count and the sources of one duty."""

from collections.abc import Sequence
from datetime import date

from ccmdesk.documents.printing import rendered
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import Duty, Step
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


def deadline_working_pdf(
    duty: Duty, state_name: str, printed_on: date, fonts: Sequence[FontFile] = ()
) -> bytes:
    """Return the working of a duty as a PDF, one page unless the working is very long.

    Raises InputError where the text holds characters that no bundled font has.
    """
    return rendered(working_blocks(duty, state_name, printed_on), fonts)


def working_blocks(duty: Duty, state_name: str, printed_on: date) -> Document:
    """Return the page as blocks."""
    blocks: list[Block] = [
        Paragraph(plain("Why this date?"), size=0.9),
        Rule(before=0.8),
        Heading(plain(duty.title, bold=True), size=1.45, before=5),
        Paragraph(plain(f"{state_name} · {_article(duty.article)}"), before=1),
        Spacer(3),
        _dates(duty),
        Heading(plain("Working", bold=True), size=1.1, before=8),
        _working(duty.working),
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
        size=11,
        dated=printed_on,
    )


def _dates(duty: Duty) -> Table:
    rows: list[tuple[Cell, ...]] = [
        ((plain("Due", bold=True),), (plain(spoken(duty.due), bold=True),)),
        ((plain("Internal date"),), (plain(spoken(duty.internal_due)),)),
    ]
    if duty.standing:
        rows.append(((plain("Standing in the reference data"),), (plain(duty.standing),)))
    return Table((Column(plain(""), 1), Column(plain(""), 2)), tuple(rows), size=1.0, headed=False)


def _working(steps: tuple[Step, ...]) -> Table:
    rows = tuple(
        (
            (plain(_KINDS.get(step.kind, step.kind.capitalize())),),
            (plain(step.text),),
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


def _article(article: str) -> str:
    """Return the article as a sentence names it, whether the data says "7" or "Article 7"."""
    return f"Article {article}" if article[:1].isdigit() else article
