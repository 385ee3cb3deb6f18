"""The duties that come with a meeting: its delegation, and its milestones."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ccmdesk.domain import working
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import Duty, DutyKind, DutyPlan, Step
from ccmdesk.domain.duty_plan import planned
from ccmdesk.domain.estimates import Estimate, PastDistance, delegation_estimate, distances
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.weekday_conflict import find_weekday_conflict
from ccmdesk.domain.working_days import HolidayCalendar

_DAY = timedelta(days=1)
_DELEGATION_RULE = (
    "Article 11: meetings are convened by the Secretary-General; the convening note asks for the "
    "details of the delegation."
)
_RULES = {
    MilestoneKind.PAYMENT: (
        "Article 14(1): the costs of a meeting are borne by the States that take part in it, by "
        "the United Nations scale of assessment."
    ),
    MilestoneKind.CREDENTIALS: (
        "Article 11: the Meeting of States Parties decides how it works; its rules of procedure "
        "say whether credentials are wanted, and by when."
    ),
}
_BEFORE_THE_OPENING = frozenset(MilestoneKind) - {MilestoneKind.PAYMENT, MilestoneKind.OTHER}
_ANY_RULE = (
    "Article 11: meetings are convened by the Secretary-General; the meeting's papers, or the "
    "mission's own plan, set this day."
)


@dataclass(frozen=True, slots=True)
class Expected:
    """Between which days a meeting without a note gets a provisional day, and what it rests on.

    A meeting that closes before `first` is over; a provisional day after `last` is too far off.
    `recorded` are the keys of duties of which something is recorded: these stay in the list.
    """

    first: date
    last: date
    past: Sequence[PastDistance] = ()
    recorded: Collection[str] = ()


def meeting_of(period: str) -> str:
    """Return the code of the meeting in the period of a meeting's duty."""
    return period.partition("/")[0]


def milestone_id(period: str) -> int | None:
    """Return the id of the milestone in the period of a meeting's duty, None for a delegation."""
    _, slash, number = period.partition("/")
    return int(number) if slash and number.isascii() and number.isdigit() else None


def meeting_duties(
    state: str,
    meetings: Sequence[Meeting],
    milestones: Mapping[str, Sequence[Milestone]],
    calendar: HolidayCalendar,
    expected: Expected | None = None,
) -> Iterator[Duty]:
    """Yield what the meetings ask of a State.

    A delegation has the code of its meeting as period, a milestone the code, a stroke and its id;
    both stay when the day changes. A milestone that counts from an opening day not known yet has
    no duty. Without `expected` nothing is estimated.
    """
    past = distances(expected.past, meetings) if expected else []
    for meeting in meetings:
        if meeting.convening.delegation_due is not None:
            yield _delegation(state, meeting, meeting.convening.delegation_due, calendar)
        elif expected is not None:
            estimate = delegation_estimate(meeting, past)
            if estimate is not None and _still_counts(state, meeting, estimate, expected):
                yield _provisional(state, meeting, estimate, calendar)
        for milestone in milestones.get(meeting.code, ()):
            due = milestone.day(meeting.start)
            if due is not None:
                yield _milestone(state, meeting, milestone, due, calendar)


def _still_counts(state: str, meeting: Meeting, estimate: Estimate, expected: Expected) -> bool:
    if f"{state}:{DutyKind.MEETING_MILESTONE}:{meeting.code}" in expected.recorded:
        return True
    closes = meeting.end or meeting.start
    return closes is not None and closes >= expected.first and estimate.day <= expected.last


def _delegation(state: str, meeting: Meeting, due: date, calendar: HolidayCalendar) -> Duty:
    note = meeting.convening
    safe, remarks = _safe(due, note.delegation_due_as_written, meeting.start)
    reference = f" {note.reference}" if note.reference else ""
    dated = f" of {long_date(note.dated)}" if note.dated else ""
    return Duty(
        state=state,
        kind=DutyKind.MEETING_MILESTONE,
        article="11",
        period=meeting.code,
        title=f"Delegation to {meeting.code}",
        due=due,
        internal_due=calendar.working_day_on_or_before(safe),
        working=(
            working.rule(_DELEGATION_RULE),
            working.trigger(
                f"The convening note{reference}{dated} invites to {working.named(meeting)}.",
                note.dated,
            ),
            working.count("The day is taken from the note; nothing is counted."),
            working.result(f"The delegation is to be named by {spoken(due)}.", due),
            working.END_OF_DAY,
            working.internal(safe, calendar),
            *remarks,
            working.recorded_source(
                f"convening note{reference}{dated}" if reference or dated else meeting.source,
                None,
            ),
        ),
    )


def _provisional(
    state: str, meeting: Meeting, estimate: Estimate, calendar: HolidayCalendar
) -> Duty:
    due = estimate.day
    opens = meeting.start or due
    listed = ", ".join(f"{each.days} days ({each.code})" for each in estimate.rests_on)
    sources = "; ".join(
        f"{each.code}, {long_date(each.due)} for {long_date(each.opened)}: {each.source}"
        for each in estimate.rests_on
    )
    return Duty(
        state=state,
        kind=DutyKind.MEETING_MILESTONE,
        article="11",
        period=meeting.code,
        title=f"Delegation to {meeting.code}",
        due=due,
        internal_due=calendar.working_day_on_or_before(due),
        working=(
            working.rule(_DELEGATION_RULE),
            working.trigger(
                f"{_capital(working.named(meeting))} opens on {spoken(opens)}; no convening note "
                "with a date for the delegation is recorded yet.",
                opens,
            ),
            working.count(
                f"Earlier meetings wanted the names this long before they opened: {listed}. The "
                f"longest is counted back: {estimate.days} days."
            ),
            working.result(f"Provisionally, the delegation is to be named by {spoken(due)}.", due),
            working.END_OF_DAY,
            working.internal(due, calendar),
            working.remark(
                "Provisional, from earlier meetings; the date of the convening note takes its "
                "place as soon as it is entered."
            ),
            Step("source", f"Estimated from: {sources}."),
        ),
        provisional=True,
    )


def _milestone(
    state: str, meeting: Meeting, milestone: Milestone, due: date, calendar: HolidayCalendar
) -> Duty:
    # What the mission itself plans after the opening is meant so.
    early = milestone.kind in _BEFORE_THE_OPENING and not milestone.relative
    safe, remarks = _safe(due, milestone.as_written, meeting.start if early else None)
    duty = Duty(
        state=state,
        kind=DutyKind.MEETING_MILESTONE,
        article="14" if milestone.kind is MilestoneKind.PAYMENT else "11",
        period=f"{meeting.code}/{milestone.id}",
        title=f"{milestone.title} ({meeting.code})",
        due=due,
        internal_due=calendar.working_day_on_or_before(safe),
        working=(
            working.rule(_RULES.get(milestone.kind, _ANY_RULE)),
            *_counted(meeting, milestone),
            working.result(f"The day is {spoken(due)}.", due),
            working.END_OF_DAY,
            working.internal(safe, calendar),
            *remarks,
            working.recorded_source(milestone.source or "the mission's own plan", None),
        ),
    )
    hour = DutyPlan(duty.key, closes=milestone.closes, zone=milestone.zone)
    return planned(duty, hour, calendar)


def _counted(meeting: Meeting, milestone: Milestone) -> tuple[Step, ...]:
    where = working.named(meeting)
    if milestone.days_before is None:
        words = f", in these words: “{milestone.as_written}”" if milestone.as_written else ""
        return (
            working.trigger(f"A paper on {where} names the day{words}.", milestone.due),
            working.count("The day is taken from the paper; nothing is counted."),
        )
    opens = meeting.start or date.max
    trigger = working.trigger(f"{_capital(where)} opens on {spoken(opens)}.", opens)
    days = abs(milestone.days_before)
    if days == 0:
        return trigger, working.count("The day of the opening itself.")
    number = "1 day" if days == 1 else f"{days} days"
    side = "back from" if milestone.days_before > 0 else "on from"
    return trigger, working.count(
        f"{number} counted {side} the opening; the day moves when the meeting moves."
    )


def _safe(due: date, as_written: str, opens: date | None) -> tuple[date, tuple[Step, ...]]:
    """Return by when to act to be safe, and what to say where this is before the day named.

    Of a day whose weekday contradicts it the earlier reading counts, and what is wanted for a
    meeting is not left until after it `opens`, for instance because it was moved; None if unknown.
    """
    safe, remarks = due, []
    conflict = find_weekday_conflict(as_written)
    if conflict is not None:
        safe = min(due, conflict.safe)
        remarks.append(
            f"{conflict.message} The earlier reading is kept, {spoken(safe)}, which is in time "
            "under both; ask the secretariat which day is meant."
        )
    if opens is not None and safe > opens:
        remarks.append(
            f"{spoken(safe)} is after the opening of the meeting on {spoken(opens)}. The "
            "legal date stays as the paper has it; the internal date is the last working day "
            "before the opening. Ask the secretariat whether the day still holds."
        )
        safe = opens - _DAY
    return safe, tuple(working.remark(each) for each in remarks)


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
