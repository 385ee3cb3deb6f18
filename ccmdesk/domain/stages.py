"""The stages of the Article 3 and Article 4 deadlines: computed, then as extended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ccmdesk.domain import treaty, working
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.deadline_articles import DESTRUCTION, DeadlineArticle
from ccmdesk.domain.duty import Duty, Step
from ccmdesk.domain.extension_requests import deciding_meeting, extension_request
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.recorded import INITIAL, Extension, ExtensionStanding, PublishedDate
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar

_DECIDED = (ExtensionStanding.GRANTED, ExtensionStanding.MET)
_STANDS = {
    "done": "The work is recorded as completed",
    "extended": "A later deadline is recorded as granted",
}


def stage_duties(
    article: DeadlineArticle,
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
    stages = [initial, *(_extension_stage(article, row, meetings) for row in dated)]
    for position, stage in enumerate(stages):
        later = rows if position == 0 else rows[rows.index(dated[position - 1]) + 1 :]
        standing = _standing(stage.row, later)
        meeting = deciding_meeting(stage.due, meetings)
        open_ended = standing != "done" and meeting is None
        told_by = _told_by(standing, stage.row, later)
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
                working.END_OF_DAY,
                working.internal(stage.due, calendar),
                *stage.remarks,
                *_as_it_stands(standing, _paper(told_by)),
                *_later_requests(later),
                *([_meeting_unknown(article)] if open_ended else []),
                stage.source,
            ),
            standing=standing,
            standing_source=_paper(told_by),
            standing_note=told_by.note if told_by else "",
        )
        if standing != "done" and meeting is not None:
            yield extension_request(
                article, state, stage.period, stage.due, meeting, meetings, calendar, later
            )


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
    article: DeadlineArticle,
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


def _extension_stage(
    article: DeadlineArticle, row: Extension, meetings: Sequence[Meeting]
) -> _Stage:
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
        remarks=(*_unlisted(row.decided_at, meetings), *_note(row)),
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


def _as_it_stands(standing: str, told_in: str) -> tuple[Step, ...]:
    if not told_in or standing not in _STANDS:
        return ()
    return (working.remark(f"{_STANDS[standing]}: {told_in}."),)


def _told_by(standing: str, row: Extension | None, later: Sequence[Extension]) -> Extension | None:
    """Return the row that says how the stage stands: for an extended one, what replaced it."""
    if standing == "extended":
        return next(other for other in later if other.deadline and other.standing in _DECIDED)
    return row if standing else None


def _paper(row: Extension | None) -> str:
    if row is None or not row.source:
        return ""
    return row.source + (f" (as of {long_date(row.as_of)})" if row.as_of else "")


def _unlisted(code: str, meetings: Sequence[Meeting]) -> tuple[Step, ...]:
    """Say that a meeting which is named is not known; “2RC” stands for its parts too."""
    if not code or any(each.code == code or each.code.startswith(f"{code}-") for each in meetings):
        return ()
    return (
        working.remark(
            f"No meeting {code} stands in the list with its day; check the code, or add it."
        ),
    )


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


def _meeting_unknown(article: DeadlineArticle) -> Step:
    return working.remark(
        "The meeting that would decide on an extension of this deadline is not in the list yet; "
        f"a request is due nine months before it opens (Article {article.request_article})."
    )
