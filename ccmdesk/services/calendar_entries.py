"""What of the duties and the meetings goes into a calendar, and how each entry is told."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from ccmdesk.documents.calendar_file import CalendarEntry
from ccmdesk.domain.addressee_day import until_words
from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import meeting_of
from ccmdesk.domain.reminder_hours import day_in_time
from ccmdesk.domain.reminders import ReminderSettings, is_followed
from ccmdesk.domain.working_days import HolidayCalendar

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

History = Mapping[str, Sequence[HistoryEntry]]


def by_key(history: Iterable[HistoryEntry]) -> dict[str, list[HistoryEntry]]:
    """Return the lines of history by the key of their duty, each in order."""
    found: dict[str, list[HistoryEntry]] = {}
    for line in history:
        found.setdefault(line.key, []).append(line)
    return found


def duty_entries(
    duties: Iterable[TrackedDuty],
    history: History,
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    today: date,
) -> Iterator[CalendarEntry]:
    """Yield an entry for each legal date, and one for each internal date that differs from it.

    A duty still to be met has its ladder as alarms, as far as it lies ahead. What is no longer a
    duty is cancelled, so that it leaves the calendars that know it.
    """
    for tracked in duties:
        lines = history.get(tracked.duty.key, ())
        gone = tracked.status in _GONE
        if gone and not lines and tracked.duty.due < today:
            continue
        legal = _legal(tracked, lines)
        if is_followed(tracked) and not gone:
            legal = replace(legal, alarms=tuple(_alarms(tracked, settings, calendar, today)))
        yield legal
        internal = _internal(tracked, lines)
        if internal is not None:
            yield internal


def dropped_entries(history: History, known: Iterable[str]) -> Iterator[CalendarEntry]:
    """Yield cancelled entries for the duties in the history that are duties no longer."""
    present = set(known)
    for key, lines in history.items():
        moved = [line for line in lines if line.what == "due"]
        if key in present or not moved or moved[-1].became or not moved[-1].was:
            continue
        day = date.fromisoformat(moved[-1].was)
        legal = CalendarEntry(
            key,
            day,
            day,
            _named(key),
            text=moved[-1].why,
            category=DEADLINE,
            revision=len(lines),
            changed=lines[-1].at,
            cancelled=True,
        )
        yield legal
        if any(line.what == "internal_due" for line in lines):
            yield replace(legal, key=_internal_key(key), category=INTERNAL)


def meeting_entries(
    meetings: Iterable[Meeting], history: History, since: date
) -> Iterator[CalendarEntry]:
    """Yield an entry from opening to closing for each meeting whose days are known.

    Of those that are not kept here, the ones that were over before `since` are left out. A meeting
    that had duties and has no days any more, or is gone, is cancelled.
    """
    changes: dict[str, list[HistoryEntry]] = {}
    for key, lines in history.items():
        if f":{DutyKind.MEETING_MILESTONE}:" in key:
            code = meeting_of(key.split(":", 2)[2])
            changes.setdefault(code, []).extend(lines)
    dated = {meeting.code: meeting for meeting in meetings if meeting.start is not None}
    for meeting in dated.values():
        if meeting.id or (meeting.end or meeting.start or since) >= since:
            yield _sitting(meeting, changes.get(meeting.code, ()))
    for code, lines in changes.items():
        days = [line.was for line in lines if line.what == "due" and line.was]
        if code not in dated and days:
            gone = Meeting(code, code, start=date.fromisoformat(days[-1]))
            yield replace(_sitting(gone, lines), cancelled=True)


def _sitting(meeting: Meeting, lines: Sequence[HistoryEntry]) -> CalendarEntry:
    first = meeting.start or date.max
    return CalendarEntry(
        f"meeting:{meeting.code}",
        first,
        meeting.end or first,
        meeting.name if meeting.code in meeting.name else f"{meeting.code}: {meeting.name}",
        text=f"Source: {meeting.source}" if meeting.source else "",
        category=MEETING,
        revision=len(lines),
        changed=max((line.at for line in lines), default=None),
        place=", ".join(part for part in (meeting.venue, meeting.city) if part),
        link=meeting.website,
    )


def _legal(tracked: TrackedDuty, lines: Sequence[HistoryEntry]) -> CalendarEntry:
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
        revision=len(lines),
        changed=lines[-1].at if lines else None,
        cancelled=tracked.status in _GONE,
    )


def _internal(tracked: TrackedDuty, lines: Sequence[HistoryEntry]) -> CalendarEntry | None:
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
        revision=len(lines),
        changed=lines[-1].at if lines else None,
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
        day = calendar.working_day_on_or_before(duty.due - timedelta(days=lead))
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
