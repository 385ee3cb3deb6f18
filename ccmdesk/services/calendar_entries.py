"""What of the duties and the meetings goes into a calendar, and how each entry is told."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from ccmdesk.documents.calendar_file import CalendarEntry
from ccmdesk.domain.addressee_day import until_words
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.reminder_hours import day_in_time
from ccmdesk.domain.reminders import ReminderSettings, is_followed, rung_day
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.calendar_revisions import History, Revisions, code_of, with_code

DEADLINE, INTERNAL, MEETING = "Deadline", "Internal date", "Meeting"
_GONE = (DutyStatus.NOT_APPLICABLE, DutyStatus.EXTENDED)
_STANDING = {
    DutyStatus.OPEN: "Open",
    DutyStatus.OVERDUE: "Overdue",
    DutyStatus.DONE: "Done",
    DutyStatus.UNRECORDED: "Past, not recorded here",
    DutyStatus.EXTENDED: "Replaced by a later deadline",
    DutyStatus.UNCONFIRMED: "Not confirmed",
    DutyStatus.NOT_APPLICABLE: "Not ours",
}
_KINDS = {
    DutyKind.ART7_INITIAL: "Initial Article 7 report",
    DutyKind.ART7_ANNUAL: "Annual Article 7 report",
    DutyKind.ART3_DESTRUCTION: "Stockpile destruction",
    DutyKind.ART4_CLEARANCE: "Clearance",
    DutyKind.ART3_EXTENSION_REQUEST: "Article 3 extension request",
    DutyKind.ART4_EXTENSION_REQUEST: "Article 4 extension request",
    DutyKind.MEETING_MILESTONE: "Meeting",
}


def by_key(history: Iterable[HistoryEntry]) -> dict[str, list[HistoryEntry]]:
    """Return the lines of history by the key of their duty, each in order."""
    found: dict[str, list[HistoryEntry]] = {}
    for line in history:
        found.setdefault(line.key, []).append(line)
    return found


def duty_entries(
    duties: Iterable[TrackedDuty],
    revisions: Revisions,
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    today: date,
) -> Iterator[CalendarEntry]:
    """Yield an entry for each legal date, and one for each internal date that differs from it.

    A duty still to be met has its ladder as alarms, as far as it lies ahead. What is no longer a
    duty is cancelled, so that it leaves the calendars that know it.
    """
    for tracked in duties:
        lines = revisions.lines(tracked.duty.key)
        times = revisions.of_duty(tracked.duty.key)
        gone = tracked.status in _GONE
        if gone and not lines and tracked.duty.due < today:
            continue
        legal = _legal(tracked, times)
        if is_followed(tracked) and not gone:
            legal = replace(legal, alarms=tuple(_alarms(tracked, settings, calendar, today)))
        yield legal
        internal = _internal(tracked, lines, times)
        if internal is not None:
            yield internal


def dropped_entries(
    history: History, known: Iterable[str], revisions: Revisions
) -> Iterator[CalendarEntry]:
    """Yield cancelled entries for the duties in the history that are duties no longer.

    A duty of a meeting that got another code goes under the code it had.
    """
    present = set(known)
    for key, lines in history.items():
        moved = [line for line in lines if line.what == "due"]
        if key in present or not moved or moved[-1].became or not moved[-1].was:
            continue
        day = date.fromisoformat(moved[-1].was)
        internal = any(line.what == "internal_due" for line in lines)
        yield from _gone(key, day, _named(key), moved[-1].why, revisions, internal=internal)
    told = present | history.keys()
    for key in sorted(told):
        code = code_of(key)
        for former in revisions.related(code) if code else ():
            old = with_code(key, former)
            if old not in told:
                why = f"The meeting has the code {code} now."
                day = max(revisions.of_duty(key)).date()
                yield from _gone(old, day, _named(old), why, revisions, internal=True)


def _gone(
    key: str, day: date, title: str, why: str, revisions: Revisions, *, internal: bool
) -> Iterator[CalendarEntry]:
    times = revisions.of_duty(key)
    legal = CalendarEntry(
        key,
        day,
        day,
        title,
        text=why,
        category=DEADLINE,
        revision=len(times),
        changed=max(times),
        cancelled=True,
    )
    yield legal
    if internal:
        yield replace(legal, key=_internal_key(key), category=INTERNAL)


def meeting_entries(
    meetings: Iterable[Meeting], revisions: Revisions, since: date
) -> Iterator[CalendarEntry]:
    """Yield an entry from opening to closing for each meeting whose days are known.

    Of those that are not kept here, the ones that were over before `since` are left out. A meeting
    that has no days any more, another code or is gone is cancelled.
    """
    dated = {meeting.code: meeting for meeting in meetings if meeting.start is not None}
    for meeting in dated.values():
        if meeting.id or (meeting.end or meeting.start or since) >= since:
            yield _sitting(meeting, revisions.of_meeting(meeting.code))
    for code in revisions.codes():
        times = revisions.of_meeting(code)
        if code not in dated and times:
            gone = Meeting(code, code, start=max(times).date())
            yield replace(_sitting(gone, times), cancelled=True)


def _sitting(meeting: Meeting, times: Sequence[datetime]) -> CalendarEntry:
    first = meeting.start or date.max
    return CalendarEntry(
        f"meeting:{meeting.code}",
        first,
        meeting.end or first,
        meeting.name if meeting.code in meeting.name else f"{meeting.code}: {meeting.name}",
        text=f"Source: {meeting.source}" if meeting.source else "",
        category=MEETING,
        revision=len(times),
        changed=max(times, default=None),
        place=", ".join(part for part in (meeting.venue, meeting.city) if part),
        link=meeting.website,
    )


def _legal(tracked: TrackedDuty, times: Sequence[datetime]) -> CalendarEntry:
    duty = tracked.duty
    title = duty.title
    if tracked.status is DutyStatus.DONE:
        title = f"Done: {title}"
    elif duty.provisional:
        title = f"{title} (provisional)"
    if duty.closes is not None:
        title = f"{title}, {until_words(duty)}"
    return CalendarEntry(
        duty.key,
        duty.due,
        duty.due,
        title,
        text="\n".join(_told(tracked)),
        category=DEADLINE,
        revision=len(times),
        changed=max(times, default=None),
        cancelled=tracked.status in _GONE,
    )


def _internal(
    tracked: TrackedDuty, lines: Sequence[HistoryEntry], times: Sequence[datetime]
) -> CalendarEntry | None:
    duty = tracked.duty
    differs = duty.internal_due != duty.due
    wanted = differs and is_followed(tracked) and tracked.status not in _GONE
    was_there = any(line.what == "internal_due" for line in lines) or (differs and bool(lines))
    if not wanted and not was_there:
        return None
    return CalendarEntry(
        _internal_key(duty.key),
        duty.internal_due,
        duty.internal_due,
        f"Internal date: {duty.title}",
        text=f"The legal date is {spoken(duty.due)}, {until_words(duty)}.",
        category=INTERNAL,
        revision=len(times),
        changed=max(times, default=None),
        cancelled=not wanted,
    )


def _told(tracked: TrackedDuty) -> Iterator[str]:
    duty = tracked.duty
    standing = _STANDING[tracked.status]
    if tracked.record is not None and tracked.record.done_on is not None:
        standing = f"Done on {spoken(tracked.record.done_on)}: {tracked.record.proof}"
    elif tracked.record is not None and tracked.record.remark:
        standing = f"{standing}: {tracked.record.remark}"
    yield f"{standing}."
    yield f"Due {spoken(duty.due)}."
    yield f"Internal date: {spoken(duty.internal_due)}."
    if tracked.owner:
        yield f"Seen to by {tracked.owner}."
    if duty.provisional:
        yield "Provisional, until the convening note gives the day."
    for step in duty.working:
        if step.kind not in ("result", "internal"):
            yield step.text


def _alarms(
    tracked: TrackedDuty, settings: ReminderSettings, calendar: HolidayCalendar, today: date
) -> Iterator[timedelta]:
    """Yield when the ladder's rungs come, from midnight of the legal date, the earliest first.

    Calendars alone know where their reader is; the hour at the addressee stands for all.
    """
    duty = tracked.duty
    midnight = datetime.combine(duty.due, time(0))
    closes = datetime.combine(duty.due, duty.closes) if duty.closes else midnight.replace(hour=23)
    days = set()
    for lead in settings.ladder(duty.kind):
        day = calendar.working_day_on_or_before(rung_day(duty, lead))
        days.add(day_in_time(day, closes, settings, calendar))
    for day in sorted(days):
        if day >= today:
            yield datetime.combine(day, settings.opens) - midnight


def _internal_key(key: str) -> str:
    return f"{key}:internal"


def _named(key: str) -> str:
    """Return what a duty that is none any more is called."""
    _, kind, period = (*key.split(":", 2), "", "")[:3]
    known = _KINDS.get(DutyKind(kind), "") if kind in set(DutyKind) else kind
    return f"No longer a duty: {known} {period}".strip()
