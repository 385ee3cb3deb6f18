"""Requests to extend an Article 3 or Article 4 deadline, counted back from the deciding meeting."""

from collections.abc import Sequence
from datetime import date

from ccmdesk.domain import treaty, working
from ccmdesk.domain.dates import add_years, long_date, spoken
from ccmdesk.domain.deadline_articles import DeadlineArticle
from ccmdesk.domain.duty import Duty
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar


def deciding_meeting(deadline: date, meetings: Sequence[Meeting]) -> Meeting | None:
    """Return the last meeting that opens before `deadline`, or None while it is not known.

    `meetings` can decide and come in order of opening. A deadline more than a year after the last
    of them lies beyond a meeting that is still to be convened.
    """
    before = [meeting for meeting in meetings if meeting.start and meeting.start < deadline]
    last = meetings[-1].start if meetings else None
    if not before or last is None or deadline > add_years(last, 1):
        return None
    return before[-1]


def extension_request(
    article: DeadlineArticle,
    state: State,
    period: str,
    deadline: date,
    meeting: Meeting,
    meetings: Sequence[Meeting],
    calendar: HolidayCalendar,
    later: Sequence[Extension],
) -> Duty:
    """Return the duty to ask `meeting` for more time (Articles 3(5) and 4(6)).

    `later` are the recorded requests and extensions after this stage: if there are any, the request
    was made.
    """
    if meeting.start is None:
        raise ValueError("a meeting without an opening day decides nothing")
    due = treaty.request_due(meeting.start)
    remarks = []
    if later:
        remarks.append(
            working.remark(f"A request was made: {later[0].stage}, {later[0].decided_at}.")
        )
    else:
        remarks.append(working.remark("Nothing is due if the work is completed by the deadline."))
    if meeting is meetings[-1]:
        remarks.append(
            working.remark(
                "Should a later meeting that opens before the deadline be convened, the request "
                "may go to that one."
            )
        )
    parts = [m.start for m in meetings if (m.kind, m.ordinal) == (meeting.kind, meeting.ordinal)]
    if meeting.ordinal and parts[0] and parts[0] < meeting.start:
        whole = treaty.request_due(parts[0])
        remarks.append(
            working.remark(
                f"This meeting sat in parts; counted from its first opening on "
                f"{spoken(parts[0])} the day would be {spoken(whole)}."
            )
        )
    return Duty(
        state=state.iso3,
        kind=article.request_kind,
        article=article.request_article,
        period=period,
        title=f"Request to extend the Article {article.number} deadline of {long_date(deadline)}",
        due=due,
        internal_due=calendar.working_day_on_or_before(due),
        working=(
            working.rule(
                f"Article {article.request_article}: a request is submitted at least nine months "
                "before the meeting that is to consider it."
            ),
            working.trigger(
                f"The deadline is {spoken(deadline)}; the last meeting known to open before it "
                f"is {_with_code(meeting)}, which opens on "
                f"{spoken(meeting.start)}.",
                meeting.start,
            ),
            working.count("Nine months are counted back from the opening day."),
            working.result(f"The request is due by {spoken(due)}.", due),
            working.END_OF_DAY,
            working.internal(due, calendar),
            *remarks,
            working.recorded_source(meeting.source, meeting.as_of),
        ),
        standing="done" if later else "",
    )


def _with_code(meeting: Meeting) -> str:
    name = working.named(meeting)
    return name if meeting.name == meeting.code else f"{name} ({meeting.code})"
