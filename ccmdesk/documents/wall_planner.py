"""The wall planner: a year on one landscape page, a month to a column, a day to a row."""

from calendar import monthrange
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum

from ccmdesk.documents.printing import rendered_on_one_page, takes_one_page
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
_SATURDAY = 5
_MARGIN = {"A3": 12.0, "A4": 9.0}
# What title, legend and head take of the height, in millimetres.
_AROUND = {"A3": 20.0, "A4": 16.0}


@dataclass(frozen=True, slots=True)
class Density:
    """How closely a year is set.

    `size` is the type size on A3 in points, `rows` how much of its share of the page each row keeps
    at least, `most` how many lines a day has, `letters` how many letters an entry or the name of a
    day off has; with none the entries of a day are counted.
    """

    size: float
    rows: float
    most: int = 5
    letters: int = 200


ROOMY = Density(8.2, 1.0)
# Rows go closer together before letters become smaller, and these before anything is left out.
_CLOSER = (1.0, 0.96, 0.92, 0.88, 0.84, 0.8, 0.75, 0.7, 0.6, 0.5, 0.4, 0.2, 0.0)
_SIZES = (8.2, 7.6, 7.0, 6.4, 5.8)
_LAST_RESORTS = (
    *(Density(5.2, 0.0, most, letters) for most, letters in ((4, 60), (3, 30), (2, 24), (2, 16))),
    Density(5.2, 0.0, 1, 14),
    *(Density(5.2, rows, 1, 0) for rows in (0.9, 0.7, 0.0)),
)
_A4 = 0.7
"""What of the size of A3 is left on A4."""


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
    lines on a day are counted, not told, and a crowded year is set closer. Raises InputError where
    a character is in no font.
    """

    def set_in(density: Density) -> Document:
        return planner_document(
            year,
            lines,
            days_off,
            title=title,
            place=place,
            printed_on=printed_on,
            paper=paper,
            density=density,
        )

    for size in _SIZES:
        if takes_one_page(set_in(Density(size, 0.0)), fonts):
            closer = (set_in(Density(size, rows)) for rows in _CLOSER)
            return rendered_on_one_page(closer, fonts)
    return rendered_on_one_page(map(set_in, _LAST_RESORTS), fonts)


def planner_document(
    year: int,
    lines: Sequence[PlannerLine],
    days_off: Mapping[date, str],
    *,
    title: str,
    place: str,
    printed_on: date,
    paper: str = "A3",
    density: Density = ROOMY,
) -> Document:
    """Return the year as blocks."""
    of_day: dict[date, list[PlannerLine]] = {}
    for line in sorted(lines, key=lambda each: (each.day, each.weight, each.text)):
        of_day.setdefault(line.day, []).append(line)
    margin = _MARGIN[paper]
    high = 297.0 if paper == "A3" else 210.0
    rows: tuple[Row, ...] = tuple(
        (
            (plain(str(day), bold=True),),
            *(_cell((year, month, day), of_day, days_off, density) for month in range(1, 13)),
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
        least=(high - 2 * margin - _AROUND[paper]) / 32 * density.rows,
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
        size=density.size * (1.0 if paper == "A3" else _A4),
        dated=printed_on,
        footer=NO_LINE,
        first_footer=NO_LINE,
    )


def _cell(
    place: tuple[int, int, int],
    of_day: Mapping[date, Sequence[PlannerLine]],
    days_off: Mapping[date, str],
    density: Density,
) -> TableCell:
    year, month, day = place
    if day > monthrange(year, month)[1]:
        return TableCell((plain(""),))
    today = date(year, month, day)
    name = days_off.get(today, "")
    weekday = Run(weekday_name(today)[:2], ink=Ink.MUTED)
    shown = _short(name, density.letters)
    told: list[Text] = [(Run(shown, italic=True, ink=Ink.MUTED),)] if shown else []
    found = of_day.get(today, ())
    if found and not density.letters:
        told.append(plain("1 entry" if len(found) == 1 else f"{len(found)} entries"))
        found = ()
    most = density.most if len(found) <= density.most else density.most - 1
    told += [_line(each, density.letters) for each in found[:most]]
    if len(found) > most:
        told.append(plain(f"and {len(found) - most} more" if most else f"{len(found)} entries"))
    first = (weekday, Run("  "), *told[0]) if told else (weekday,)
    return TableCell((first, *told[1:]), shaded=bool(name) or today.weekday() >= _SATURDAY)


def _short(text: str, letters: int) -> str:
    if len(text) <= letters:
        return text
    return f"{text[:letters].rstrip()}…" if letters else ""


def _line(line: PlannerLine, letters: int) -> Text:
    told = _short(line.text, letters)
    match line.weight:
        case Weight.LEGAL:
            return plain(told, bold=True)
        case Weight.PROVISIONAL:
            return plain(f"{told} (provisional)", italic=True)
        case Weight.INTERNAL:
            return plain(f"Internal: {told}")
        case Weight.DONE:
            return (Run(f"{told} (done)", ink=Ink.MUTED),)
        case _:
            return (Run(told, underlined=True),)


def _legend(place: str, printed_on: date) -> Text:
    return (
        Run("Legal date", bold=True),
        Run(" · Internal: the last working day before it · "),
        Run("meeting", underlined=True),
        Run(" · "),
        Run("provisional date", italic=True),
        Run(f" · grey: weekend or holiday at {place} · printed on {spoken(printed_on)}"),
    )
