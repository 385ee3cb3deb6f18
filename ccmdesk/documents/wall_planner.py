"""The wall planner: a year on one landscape page, a month to a column, a day to a row."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ccmdesk.documents.printing import rendered_on_one_page
from ccmdesk.domain.dates import MONTHS, spoken, weekday_name
from ccmdesk.typeset.blocks import (
    NO_LINE,
    Align,
    Column,
    Document,
    FontFile,
    Grid,
    Heading,
    Ink,
    Margins,
    Paragraph,
    Row,
    Run,
    Table,
    TableCell,
    Text,
    plain,
)

PAPERS = ("A3", "A4")
_DAYS_IN_A_ROW = 31
_MOST_PER_DAY = 5
_SATURDAY = 5
# Type sizes in points; the largest with which the year stays on one page is taken.
_SIZES = {"A3": (8.2, 7.6, 7.0, 6.4, 5.8, 5.2), "A4": (5.8, 5.4, 5.0, 4.6, 4.2, 3.8)}
_MARGIN = {"A3": 12.0, "A4": 9.0}
# What title, legend and head take of the height, in millimetres.
_AROUND = {"A3": 20.0, "A4": 16.0}


class Weight(IntEnum):
    """What a line of a day is, in the order in which they stand."""

    MEETING = 0
    LEGAL = 1
    PROVISIONAL = 2
    INTERNAL = 3
    DONE = 4


@dataclass(frozen=True, slots=True)
class PlannerLine:
    """One line of a day."""

    day: date
    text: str
    weight: Weight


def planner_pdf(
    year: int,
    lines: Sequence[PlannerLine],
    days_off: Mapping[date, str],
    *,
    title: str,
    place: str,
    printed_on: date,
    paper: str = "A3",
    fonts: Sequence[FontFile] = (),
) -> bytes:
    """Return the year as a PDF of one page.

    `days_off` names the holidays at `place`; Saturdays and Sundays need no name. More than five
    lines on a day are counted, not told. Raises InputError where a character is in no font.
    """
    sizes = (
        planner_document(
            year,
            lines,
            days_off,
            title=title,
            place=place,
            printed_on=printed_on,
            paper=paper,
            size=size,
        )
        for size in _SIZES[paper]
    )
    return rendered_on_one_page(sizes, fonts)


def planner_document(
    year: int,
    lines: Sequence[PlannerLine],
    days_off: Mapping[date, str],
    *,
    title: str,
    place: str,
    printed_on: date,
    paper: str = "A3",
    size: float = 8.2,
) -> Document:
    """Return the year as blocks, in a type size of so many points."""
    of_day: dict[date, list[PlannerLine]] = {}
    for line in sorted(lines, key=lambda each: (each.day, each.weight, each.text)):
        of_day.setdefault(line.day, []).append(line)
    margin = _MARGIN[paper]
    high = 297.0 if paper == "A3" else 210.0
    rows: tuple[Row, ...] = tuple(
        (
            (plain(str(day), bold=True),),
            *(_cell(year, month, day, of_day, days_off) for month in range(1, 13)),
        )
        for day in range(1, 32)
    )
    columns = (
        Column(plain("Day"), 3.2, Align.RIGHT),
        *(Column(plain(month), 12) for month in MONTHS),
    )
    table = Table(
        columns,
        rows,
        size=1.0,
        before=2.5,
        labelled=True,
        grid=Grid.ALL,
        least=(high - 2 * margin - _AROUND[paper]) / 32,
        rigid=True,
    )
    return Document(
        title=f"Wall planner {year}: {title}",
        author="CCM Desk",
        subject=f"Deadlines, meetings and holidays of {year}",
        language="en",
        blocks=(
            Heading((Run(f"{year}", bold=True), Run(f"   {title}")), size=2.1),
            Paragraph(_legend(place, printed_on), before=1.2),
            table,
        ),
        paper=f"{paper} landscape",
        margins=Margins(margin, margin, margin, margin),
        size=size,
        dated=printed_on,
        footer=NO_LINE,
        first_footer=NO_LINE,
    )


def _cell(
    year: int,
    month: int,
    day: int,
    of_day: Mapping[date, Sequence[PlannerLine]],
    days_off: Mapping[date, str],
) -> TableCell:
    if day > monthrange(year, month)[1]:
        return TableCell((plain(""),))
    today = date(year, month, day)
    name = days_off.get(today, "")
    weekday = Run(weekday_name(today)[:2], ink=Ink.MUTED)
    told: list[Text] = [(Run(name, italic=True, ink=Ink.MUTED),)] if name else []
    found = of_day.get(today, ())
    most = _MOST_PER_DAY if len(found) <= _MOST_PER_DAY else _MOST_PER_DAY - 1
    told += [_line(each) for each in found[:most]]
    if len(found) > most:
        told.append(plain(f"and {len(found) - most} more"))
    first = (weekday, Run("  "), *told[0]) if told else (weekday,)
    return TableCell((first, *told[1:]), shaded=bool(name) or today.weekday() >= _SATURDAY)


def _line(line: PlannerLine) -> Text:
    match line.weight:
        case Weight.LEGAL:
            return plain(line.text, bold=True)
        case Weight.PROVISIONAL:
            return plain(f"{line.text} (provisional)", italic=True)
        case Weight.INTERNAL:
            return plain(f"Internal: {line.text}")
        case Weight.DONE:
            return (Run(f"{line.text} (done)", ink=Ink.MUTED),)
        case _:
            return (Run(line.text, underlined=True),)


def _legend(place: str, printed_on: date) -> Text:
    return (
        Run("Legal date", bold=True),
        Run(" · Internal: the last working day before it · "),
        Run("meeting", underlined=True),
        Run(" · "),
        Run("provisional date", italic=True),
        Run(f" · grey: weekend or holiday at {place} · printed on {spoken(printed_on)}"),
    )
