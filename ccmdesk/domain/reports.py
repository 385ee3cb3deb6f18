"""The transparency reports under Article 7: the initial one and those of each year."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from ccmdesk.domain import treaty, working
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import Duty, DutyKind, Step
from ccmdesk.domain.recorded import INITIAL, PublishedDate
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar


def initial_report(
    state: State,
    in_force: date,
    calendar: HolidayCalendar,
    published: Sequence[PublishedDate],
) -> Duty:
    """Return the duty of the initial report (Article 7(1))."""
    due = treaty.initial_report_due(in_force)
    return Duty(
        state=state.iso3,
        kind=DutyKind.ART7_INITIAL,
        article="7(1)",
        period=INITIAL,
        title="Initial transparency report",
        due=due,
        internal_due=calendar.working_day_on_or_before(due),
        working=(
            working.rule(
                "Article 7(1): the initial report is due no later than 180 days after the "
                "Convention enters into force for the State."
            ),
            *working.entered_into_force(state, in_force),
            working.count(
                "180 calendar days are counted; the day of entry into force is day 0 and the "
                "last day still counts."
            ),
            working.result(f"The initial report is due by {spoken(due)}.", due),
            working.END_OF_DAY,
            working.internal(due, calendar),
            working.remark("A report sent before entry into force meets the duty too."),
            *working.as_published(due, published),
            working.sources(state),
        ),
    )


def annual_reports(
    state: State,
    in_force: date,
    calendar: HolidayCalendar,
    until: date,
    first_year: int | None,
) -> Iterator[Duty]:
    """Yield the duty of each annual report due up to `until` (Article 7(2)).

    `first_year` is the calendar year of the first 30 April where the mission has set it.
    """
    first = first_year or treaty.first_annual_year(in_force)
    trigger = working.entered_into_force(state, in_force)
    closing = (_first_annual(first, first_year), working.sources(state))
    for covered in range(first - 1, until.year):
        due, internal_due, title, opening, steps = _annual(covered, calendar)
        if due > until:
            return
        yield Duty(
            state=state.iso3,
            kind=DutyKind.ART7_ANNUAL,
            article="7(2)",
            period=str(covered),
            title=title,
            due=due,
            internal_due=internal_due,
            working=(*opening, *trigger, *steps, *closing),
        )


def _first_annual(year: int, set_by_mission: int | None) -> Step:
    first = long_date(treaty.annual_report_due(year - 1))
    if set_by_mission:
        return working.remark(f"The mission has set {first} as the first day of an annual report.")
    return working.remark(
        f"The first annual report is due by {first}, in the year after the one in which the "
        "initial report falls due. That is practice, not the text, and the mission can change it."
    )


@lru_cache(maxsize=512)
def _annual(
    year: int, calendar: HolidayCalendar
) -> tuple[date, date, str, tuple[Step, ...], tuple[Step, ...]]:
    """Return what the reports of all States on a year share; the trigger comes between."""
    due = treaty.annual_report_due(year)
    title = f"Annual transparency report for {year}"
    opening = working.rule(
        "Article 7(2): the report is updated every year by 30 April and covers the previous "
        "calendar year."
    )
    steps = (
        working.count(f"The report covers 1 January to 31 December {year}."),
        working.result(f"The report for {year} is due by {spoken(due)}.", due),
        working.END_OF_DAY,
        working.internal(due, calendar),
    )
    return due, calendar.working_day_on_or_before(due), title, (opening,), steps
