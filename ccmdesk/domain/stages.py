"""The Article 3 and Article 4 deadlines in their stages, and the requests to extend them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ccmdesk.domain import treaty, working
from ccmdesk.domain.dates import add_years, long_date, spoken
from ccmdesk.domain.duty import Duty, DutyKind, Step
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.recorded import INITIAL, Extension, ExtensionStanding, PublishedDate
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar

_DECIDED = (ExtensionStanding.GRANTED, ExtensionStanding.MET)


@dataclass(frozen=True, slots=True)
class _Article:
    """What differs between stockpile destruction and clearance."""

    number: int
    deadline_kind: DutyKind
    request_kind: DutyKind
    initial_article: str
    extension_article: str
    request_article: str
    title: str
    initial_rule: str
    extension_rule: str
    years: str
    remark: str


DESTRUCTION = _Article(
    number=3,
    deadline_kind=DutyKind.ART3_DESTRUCTION,
    request_kind=DutyKind.ART3_EXTENSION_REQUEST,
    initial_article="3(2)",
    extension_article="3(3)",
    request_article="3(5)",
    title="Destruction of stockpiles",
    initial_rule="Article 3(2): stockpiled cluster munitions are destroyed no later than eight "
    "years after the Convention enters into force for the State.",
    extension_rule="Article 3(3) and (5): a Meeting of States Parties or a Review Conference may "
    "extend the deadline by up to four years, and again in exceptional circumstances.",
    years="Eight",
    remark="A State that never held stockpiles marks this deadline as not applicable.",
)
CLEARANCE = _Article(
    number=4,
    deadline_kind=DutyKind.ART4_CLEARANCE,
    request_kind=DutyKind.ART4_EXTENSION_REQUEST,
    initial_article="4(1)(a)",
    extension_article="4(5)",
    request_article="4(6)",
    title="Clearance of remnants",
    initial_rule="Article 4(1)(a): remnants in areas under the State's jurisdiction or control "
    "are cleared and destroyed no later than ten years after the Convention enters into force "
    "for the State.",
    extension_rule="Article 4(5), (7) and (8): a Meeting of States Parties or a Review Conference "
    "may extend the deadline by up to five years, and renew the extension.",
    years="Ten",
    remark="A State without contaminated areas marks this deadline as not applicable. Remnants "
    "that arise after entry into force have ten years from the end of the active hostilities "
    "(Article 4(1)(b)).",
)


def stage_duties(
    article: _Article,
    state: State,
    in_force: date,
    calendar: HolidayCalendar,
    meetings: Sequence[Meeting],
    extensions: Sequence[Extension],
    published: Sequence[PublishedDate],
) -> Iterator[Duty]:
    """Yield every stage of the deadline, each followed by the request to extend it, if known.

    `meetings` are those that can decide, in order of opening; `extensions` are the State's rows
    of this article in the order of their stages.
    """
    recorded = next((row for row in extensions if row.stage == INITIAL), None)
    rows = [row for row in extensions if row.stage != INITIAL]
    dated = [row for row in rows if row.deadline is not None]
    initial = _initial_stage(article, state, in_force, recorded, published)
    stages = [initial, *(_extension_stage(article, row) for row in dated)]
    for position, stage in enumerate(stages):
        later = rows if position == 0 else rows[rows.index(dated[position - 1]) + 1 :]
        standing = _standing(stage.row, later)
        meeting = deciding_meeting(stage.due, meetings)
        open_ended = standing != "done" and meeting is None
        yield Duty(
            state=state.iso3,
            kind=article.deadline_kind,
            article=stage.article,
            period=stage.period,
            title=stage.title,
            due=stage.due,
            internal_due=calendar.working_day_on_or_before(stage.due),
            working=(
                *stage.opening,
                working.result(f"The deadline is {spoken(stage.due)}.", stage.due),
                working.internal(stage.due, calendar),
                *stage.remarks,
                *_later_requests(later),
                *([_meeting_unknown(article)] if open_ended else []),
                stage.source,
            ),
            standing=standing,
        )
        if standing != "done" and meeting is not None:
            yield _request(article, state, stage, meeting, meetings, calendar, later)


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


@dataclass(frozen=True, slots=True)
class _Stage:
    period: str
    article: str
    title: str
    due: date
    opening: tuple[Step, ...]
    remarks: tuple[Step, ...]
    source: Step
    row: Extension | None


def _initial_stage(
    article: _Article,
    state: State,
    in_force: date,
    row: Extension | None,
    published: Sequence[PublishedDate],
) -> _Stage:
    is_destruction = article.number == DESTRUCTION.number
    due = (treaty.destruction_deadline if is_destruction else treaty.clearance_deadline)(in_force)
    return _Stage(
        period=INITIAL,
        article=article.initial_article,
        title=article.title,
        due=due,
        opening=(
            working.rule(article.initial_rule),
            *working.entered_into_force(state, in_force),
            working.count(f"{article.years} years are counted, to the same day and month."),
        ),
        remarks=(
            *_note(row),
            *([] if row else [working.remark(article.remark)]),
            *working.as_published(due, published),
        ),
        source=working.sources(state),
        row=row,
    )


def _extension_stage(article: _Article, row: Extension) -> _Stage:
    if row.deadline is None:
        raise ValueError("a stage without a date has no duty")
    if row.standing is ExtensionStanding.UNCONFIRMED:
        how = f"{row.stage.capitalize()} was requested for decision at {row.decided_at}; that it "
        how += "was granted is not confirmed."
    elif row.decided_at:
        how = f"{row.stage.capitalize()} was granted at {row.decided_at}."
    else:
        how = f"{row.stage.capitalize()} was granted."
    counted = "The date is recorded as published, not computed."
    if row.precision != "day":
        counted = f"Only “{row.published}” was published; its first day is taken, to be safe."
    return _Stage(
        period=row.stage,
        article=article.extension_article,
        title=f"{article.title}, {row.stage}",
        due=row.deadline,
        opening=(
            working.rule(article.extension_rule),
            working.trigger(how),
            working.count(counted),
        ),
        remarks=_note(row),
        source=working.recorded_source(row.source, row.as_of),
        row=row,
    )


def _standing(row: Extension | None, later: Sequence[Extension]) -> str:
    if row is not None and row.standing is ExtensionStanding.MET:
        return "done"
    if any(other.deadline and other.standing in _DECIDED for other in later):
        return "extended"
    if row is not None and row.standing is ExtensionStanding.UNCONFIRMED:
        return "unconfirmed"
    return ""


def _note(row: Extension | None) -> tuple[Step, ...]:
    return (working.remark(row.note),) if row and row.note else ()


def _later_requests(later: Sequence[Extension]) -> tuple[Step, ...]:
    """Tell of the next request, as long as nothing later is known to have been granted."""
    if any(row.deadline and row.standing in _DECIDED for row in later):
        return ()
    steps = []
    for row in later:
        wish = f" to {row.published}" if row.deadline else ""
        unknown = "that it was granted is not confirmed"
        if row.deadline is None:
            unknown = "neither the decision nor the new date was found"
        note = f" {row.note}" if row.note else ""
        source = f" ({row.source})"
        steps.append(
            working.remark(
                f"{row.stage.capitalize()}{wish} was requested for decision at {row.decided_at}; "
                f"{unknown}.{note}{source}"
            )
        )
    return tuple(steps)


def _meeting_unknown(article: _Article) -> Step:
    return working.remark(
        "The meeting that would decide on an extension of this deadline is not in the list yet; "
        f"a request is due nine months before it opens (Article {article.request_article})."
    )


def _request(
    article: _Article,
    state: State,
    stage: _Stage,
    meeting: Meeting,
    meetings: Sequence[Meeting],
    calendar: HolidayCalendar,
    later: Sequence[Extension],
) -> Duty:
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
        period=stage.period,
        title=f"Request to extend the Article {article.number} deadline of {long_date(stage.due)}",
        due=due,
        internal_due=calendar.working_day_on_or_before(due),
        working=(
            working.rule(
                f"Article {article.request_article}: a request is submitted at least nine months "
                "before the meeting that is to consider it."
            ),
            working.trigger(
                f"The deadline is {spoken(stage.due)}; the last meeting known to open before it "
                f"is {working.named(meeting)} ({meeting.code}), which opens on "
                f"{spoken(meeting.start)}.",
                meeting.start,
            ),
            working.count("Nine months are counted back from the opening day."),
            working.result(f"The request is due by {spoken(due)}.", due),
            working.internal(due, calendar),
            *remarks,
            working.recorded_source(meeting.source, meeting.as_of),
        ),
        standing="done" if later else "",
    )
