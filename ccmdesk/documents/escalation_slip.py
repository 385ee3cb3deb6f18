"""The slip that hands a duty up, as a page to print."""

from collections.abc import Sequence
from datetime import date

from ccmdesk.documents.printing import rendered
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.escalation import EscalationSlip, standing_of
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


def escalation_slip_pdf(
    slip: EscalationSlip, state_name: str, printed_on: date, fonts: Sequence[FontFile] = ()
) -> bytes:
    """Return the slip as a PDF.

    Raises InputError where the text holds characters that no bundled font has.
    """
    head = f"For the attention of {slip.to}" if slip.to else "For attention"
    blocks: list[Block] = [
        Paragraph(plain(head), size=0.9),
        Rule(before=0.8),
        Heading(plain(slip.title, bold=True), size=1.45, before=5),
        Paragraph(plain(state_name), before=1),
        Spacer(3),
        _dates(slip),
    ]
    if slip.remark:
        blocks.append(Paragraph(plain(slip.remark), before=5))
    if slip.rows:
        blocks.append(Heading(plain("Reminders so far", bold=True), size=1.1, before=8))
        blocks.append(_history(slip))
    blocks.append(Paragraph(plain(f"Printed on {spoken(printed_on)}"), size=0.85, before=5))
    return rendered(
        Document(
            title=f"For attention: {slip.title}",
            author="CCM Desk",
            subject=f"{state_name}: {slip.title}, due {spoken(slip.due)}",
            language="en",
            blocks=tuple(blocks),
            margins=Margins(25, 25, 22, 22),
            size=11,
            dated=printed_on,
        ),
        fonts,
    )


def _dates(slip: EscalationSlip) -> Table:
    rows: list[tuple[Cell, ...]] = [
        ((plain("Legal date", bold=True),), (plain(spoken(slip.due), bold=True),)),
        ((plain("Internal date"),), (plain(spoken(slip.internal_due)),)),
        ((plain("Standing"),), (plain(standing_of(slip)),)),
    ]
    return Table((Column(plain(""), 1), Column(plain(""), 2)), tuple(rows), size=1.0, headed=False)


def _history(slip: EscalationSlip) -> Table:
    rows = tuple(
        ((plain(spoken(day)),), (plain(rung),), (plain(became),)) for day, rung, became in slip.rows
    )
    columns = (
        Column(plain("Day"), 34, Align.LEFT),
        Column(plain("Reminder"), 34),
        Column(plain("What became of it"), 70),
    )
    return Table(columns, rows, size=0.9, before=2)
