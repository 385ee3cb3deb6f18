"""What the year view shows of a duty and of a meeting, and how it counts them."""

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import DutyStatus, TrackedDuty
from ccmdesk.domain.meeting import Meeting
from ccmdesk.ui.duty_words import (
    is_open,
    left_words,
    short_days,
    status_tone,
    status_words,
    table_title,
)
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.year_days import Mark, MarkKind, YearDays


def marks_of(tracked: TrackedDuty) -> list[Mark]:
    """Return the marks of a duty: its date, and the day to send by where that is another one."""
    duty = tracked.duty
    if tracked.status is DutyStatus.NOT_APPLICABLE:
        return []
    open_now = is_open(tracked)
    words, tone = status_words(tracked), status_tone(tracked)
    kind = MarkKind.DUE if open_now else MarkKind.CLOSED
    second = tr("Due") + (f" · {left_words(tracked)}" if left_words(tracked) else "")
    marks = [Mark(duty.due, kind, duty.key, table_title(duty), second, words, tone)]
    if open_now and duty.internal_due != duty.due:
        second = tr("Send by this day · due {day}", day=spoken(duty.due))
        marks.append(
            Mark(
                duty.internal_due,
                MarkKind.SEND_BY,
                duty.key,
                table_title(duty),
                second,
                tr("send by"),
                tone,
            )
        )
    return marks


def counted(days: YearDays) -> str:
    """Return what the year holds in one line: "3 open · 2 meetings"."""
    due = sum(mark.kind is MarkKind.DUE for mark in days.marks)
    closed = sum(mark.kind is MarkKind.CLOSED for mark in days.marks)
    meetings = sum(mark.kind is MarkKind.MEETING for mark in days.marks)
    parts = []
    if due:
        parts.append(tr("1 to do") if due == 1 else tr("{n} to do", n=due))
    if closed:
        parts.append(tr("{n} past", n=closed))
    if meetings:
        parts.append(tr("1 meeting") if meetings == 1 else tr("{n} meetings", n=meetings))
    return " · ".join(parts) or tr("No deadline and no meeting is known in this year")


def meeting_mark(meeting: Meeting) -> Mark | None:
    """Return the mark of a meeting, or None while it has no day."""
    if meeting.start is None:
        return None
    return Mark(
        meeting.start,
        MarkKind.MEETING,
        meeting.code,
        meeting.code,
        f"{meeting.name} · {short_days(meeting.start, meeting.end)}",
        tr("meeting"),
        Tone.ACCENT,
        meeting.end,
    )
