"""The wall planner of a year: the mission's dates, the meetings and the holidays on one page."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting

if TYPE_CHECKING:
    from ccmdesk.documents.wall_planner import PlannerLine
    from ccmdesk.services.desk import Desk

_DAY = timedelta(days=1)
FIRST_YEAR, LAST_YEAR = 2008, 2100
_LEFT_OUT = (DutyStatus.NOT_APPLICABLE, DutyStatus.EXTENDED)
# An internal date lies before its legal date: by a chain of holidays, or by as much as a meeting
# was moved to before the day of its note.
_LONGEST_WAY = timedelta(days=400)


def planner_pdf(desk: "Desk", year: int, paper: str = "A3") -> bytes:
    """Return the planner of a year as a PDF of one page, on "A3" or "A4", broad side down.

    Raises InputError before there is a mission, for a year outside 2008 to 2100 and where a
    character is in no font.
    """
    from ccmdesk.documents.wall_planner import planner_pdf as pdf

    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise InputError(f"Give a year from {FIRST_YEAR} to {LAST_YEAR}.", "year")
    first, last = date(year, 1, 1), date(year, 12, 31)
    duties = desk.deadlines.duties(start=first, end=last + _LONGEST_WAY)
    lines = [
        line
        for line in (*_of_duties(duties), *_of_meetings(desk.meetings.all()))
        if first <= line.day <= last
    ]
    calendar = desk.deadlines.calendar()
    days = (first + timedelta(days=count) for count in range((last - first).days + 1))
    profile = desk.profile.get()
    return pdf(
        year,
        lines,
        {day: name for day in days if (name := calendar.holiday(day))},
        title=desk.states.get(profile.state_iso3).name if profile else "",
        place=calendar.place,
        printed_on=desk.clock.today(),
        paper=paper,
        fonts=desk.fonts.files(),
    )


def planner_name(year: int) -> str:
    """Return a name for the file: "wall-planner-2027.pdf"."""
    return f"wall-planner-{year}.pdf"


def _of_duties(duties: Iterable[TrackedDuty]) -> "Iterator[PlannerLine]":
    from ccmdesk.documents.wall_planner import PlannerLine, Weight

    for tracked in duties:
        duty = tracked.duty
        if tracked.status in _LEFT_OUT:
            continue
        hour = f", {duty.closes.isoformat('minutes')}" if duty.closes else ""
        if tracked.status is DutyStatus.DONE:
            yield PlannerLine(duty.due, duty.title, Weight.DONE)
            continue
        weight = Weight.PROVISIONAL if duty.provisional else Weight.LEGAL
        yield PlannerLine(duty.due, duty.title + hour, weight)
        if duty.internal_due != duty.due:
            yield PlannerLine(duty.internal_due, duty.title, Weight.INTERNAL)


def _of_meetings(meetings: Iterable[Meeting]) -> "Iterator[PlannerLine]":
    from ccmdesk.documents.wall_planner import PlannerLine, Weight

    for meeting in meetings:
        day = meeting.start
        while day is not None and day <= (meeting.end or day):
            place = f", {meeting.city}" if day == meeting.start and meeting.city else ""
            yield PlannerLine(day, meeting.code + place, Weight.MEETING)
            day = day + _DAY if meeting.end else None
