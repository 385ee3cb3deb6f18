"""Every duty of a State, with its date and the working behind it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from ccmdesk.domain import treaty, working
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.deadline_articles import CLEARANCE, DESTRUCTION
from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.recorded import Extension, PublishedDate
from ccmdesk.domain.reports import annual_reports, initial_report
from ccmdesk.domain.stages import stage_duties
from ccmdesk.domain.state import State, Status
from ccmdesk.domain.weekday_conflict import find_weekday_conflict
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
    published: Sequence[PublishedDate] = (),
) -> list[Duty]:
    """Return the duties of a State in the order of their legal dates.

    `until` ends the row of annual reports; deadlines that occur once are all listed. Rows of
    `extensions` and `published` of other States are passed over. `milestones` are the meetings
    whose convening notes ask this State for its delegation, `meeting_milestones` what else each of
    them asks, by its code. Duties begin with entry into force and end with withdrawal.
    """
    duties = list(_milestones(state, milestones, calendar))
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


def _milestones(
    state: State, meetings: Iterable[Meeting], calendar: HolidayCalendar
) -> Iterator[Duty]:
    for meeting in meetings:
        note = meeting.convening
        due = note.delegation_due
        if due is None:
            continue
        safe, remarks = due, []
        conflict = find_weekday_conflict(note.delegation_due_as_written)
        if conflict is not None:
            safe = min(due, conflict.safe)
            remarks.append(
                working.remark(
                    f"{conflict.message} The earlier reading is kept, {spoken(safe)}, which is "
                    "in time under both; ask the secretariat which day is meant."
                )
            )
        reference = f" {note.reference}" if note.reference else ""
        dated = f" of {long_date(note.dated)}" if note.dated else ""
        yield Duty(
            state=state.iso3,
            kind=DutyKind.MEETING_MILESTONE,
            article="11",
            period=meeting.code,
            title=f"Delegation to {meeting.code}",
            due=due,
            internal_due=calendar.working_day_on_or_before(safe),
            working=(
                working.rule(
                    "Article 11: meetings are convened by the Secretary-General; the convening "
                    "note asks for the details of the delegation."
                ),
                working.trigger(
                    f"The convening note{reference}{dated} invites to {working.named(meeting)}.",
                    note.dated,
                ),
                working.count("The day is taken from the note; nothing is counted."),
                working.result(f"The delegation is to be named by {spoken(due)}.", due),
                working.internal(safe, calendar),
                *remarks,
                working.recorded_source(
                    f"convening note{reference}{dated}" if reference or dated else meeting.source,
                    None,
                ),
            ),
        )
