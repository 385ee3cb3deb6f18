"""Every duty of a State, with its date and the working behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ccmdesk.domain import treaty
from ccmdesk.domain.deadline_articles import CLEARANCE, DESTRUCTION
from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import Expected, meeting_duties
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.recorded import Extension, PublishedDate
from ccmdesk.domain.reports import annual_reports, initial_report
from ccmdesk.domain.stages import stage_duties
from ccmdesk.domain.state import State, Status
from ccmdesk.domain.working_days import HolidayCalendar

__all__ = ["Extension", "PublishedDate", "duties_of", "in_force_from"]

_RANK = {kind: position for position, kind in enumerate(DutyKind)}


def in_force_from(state: State) -> date | None:
    """Return the day from which the State has duties, or None if it never had any.

    The recorded entry into force counts; where none is recorded it is computed from the deposit.
    """
    if state.status not in (Status.PARTY, Status.WITHDRAWN):
        return None
    if state.entry_into_force is not None:
        return state.entry_into_force
    return treaty.entry_into_force(state.deposited) if state.deposited else None


def duties_of(
    state: State,
    *,
    calendar: HolidayCalendar,
    meetings: Sequence[Meeting],
    extensions: Sequence[Extension],
    until: date,
    first_annual_year: int | None = None,
    milestones: Sequence[Meeting] = (),
    meeting_milestones: Mapping[str, Sequence[Milestone]] | None = None,
    expected: Expected | None = None,
    published: Sequence[PublishedDate] = (),
) -> list[Duty]:
    """Return the duties of a State in the order of their legal dates.

    `until` ends the row of annual reports; deadlines that occur once are all listed. Rows of
    `extensions` and `published` of other States are passed over. `milestones` are the meetings
    whose convening notes ask this State for its delegation, `meeting_milestones` what else each of
    them asks, by its code; `expected` says for which of them without a note a day is estimated.
    Duties begin with entry into force and end with withdrawal.
    """
    duties = list(
        meeting_duties(state.iso3, milestones, meeting_milestones or {}, calendar, expected)
    )
    in_force = in_force_from(state)
    if in_force is not None:
        own = [other for other in published if other.state == state.iso3]
        duties += _treaty_duties(
            state,
            in_force,
            calendar,
            sorted((m for m in meetings if m.decides and m.start), key=_opening),
            [row for row in extensions if row.state == state.iso3],
            until,
            first_annual_year,
            own,
        )
    return sorted(duties, key=lambda duty: (duty.due, _RANK[duty.kind]))


def _treaty_duties(
    state: State,
    in_force: date,
    calendar: HolidayCalendar,
    meetings: Sequence[Meeting],
    extensions: Sequence[Extension],
    until: date,
    first_annual_year: int | None,
    published: Sequence[PublishedDate],
) -> Iterator[Duty]:
    end = state.withdrew_effective

    def printed(kind: DutyKind) -> list[PublishedDate]:
        return [other for other in published if other.kind is kind]

    def owed(duties: Iterable[Duty]) -> Iterator[Duty]:
        return (duty for duty in duties if end is None or duty.due < end)

    yield from owed([initial_report(state, in_force, calendar, printed(DutyKind.ART7_INITIAL))])
    yield from owed(annual_reports(state, in_force, calendar, until, first_annual_year))
    for article in (DESTRUCTION, CLEARANCE):
        rows = [row for row in extensions if row.article == article.number]
        yield from owed(
            stage_duties(
                article,
                state,
                in_force,
                calendar,
                meetings,
                rows,
                printed(article.deadline_kind),
            )
        )


def _opening(meeting: Meeting) -> date:
    return meeting.start or date.max
