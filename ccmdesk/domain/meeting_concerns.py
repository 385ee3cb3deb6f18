"""What an officer should look at before a meeting gets the days it is about to get."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date, timedelta

from ccmdesk.domain.dates import parse_day, spoken
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone, MilestoneKind
from ccmdesk.domain.weekday_conflict import find_weekday_conflict
from ccmdesk.domain.working_days import HolidayCalendar

_LONGEST = timedelta(days=31)
"""No meeting of the Convention has sat for longer than a week."""
_AFTERWARDS = (MilestoneKind.PAYMENT, MilestoneKind.OTHER)
_BEFOREHAND = (MilestoneKind.REGISTRATION, MilestoneKind.SIDE_EVENT, MilestoneKind.SPEAKERS)


def meeting_concerns(
    meeting: Meeting,
    milestones: Sequence[Milestone],
    others: Iterable[Meeting],
    moved: Sequence[Move],
    calendar: HolidayCalendar,
    today: date,
    done: Collection[str] = (),
) -> list[str]:
    """Return one sentence for each thing that does not fit; none of them forbids anything.

    `moved` are the dates that the meeting would move, `calendar` that of the UN Office, `done` the
    keys of the duties that are recorded as met.
    """
    others = list(others)
    return [
        *_of_the_opening(meeting, calendar),
        *_of_the_past(meeting, others, today),
        *_of_the_note(meeting),
        *_of_milestones(meeting, milestones),
        *_of_others(meeting, others),
        *_of_moves(moved, today, done),
    ]


def _of_the_opening(meeting: Meeting, calendar: HolidayCalendar) -> Iterator[str]:
    day = meeting.start
    if day is None:
        return
    if day.weekday() >= 5 or (meeting.city == "Geneva" and calendar.holiday(day)):
        yield f"The meeting opens on {calendar.described(day)}, {spoken(day)}; check the day."
    closes = meeting.end or day
    if closes - day >= _LONGEST:
        yield f"The meeting sits from {spoken(day)} to {spoken(closes)}; check the last day."


def _of_the_past(meeting: Meeting, known: Iterable[Meeting], today: date) -> Iterator[str]:
    day = meeting.start
    had = [each.start for each in known if _is(meeting, each)]
    if day is not None and day < today and day not in had:
        yield f"The meeting would have opened on {spoken(day)}, which is past; check the year."


def _is(meeting: Meeting, other: Meeting) -> bool:
    return other.code == meeting.code or bool(meeting.id and other.id == meeting.id)


def _of_the_note(meeting: Meeting) -> Iterator[str]:
    note, opens = meeting.convening, meeting.start
    if opens is not None and note.delegation_due is not None and note.delegation_due >= opens:
        yield (
            f"The delegation is to be named by {spoken(note.delegation_due)}, but the meeting "
            f"opens on {spoken(opens)} already; the day of the note is kept until you enter "
            "another."
        )
    if opens is not None and note.dated is not None and note.dated > opens:
        yield (
            f"The convening note is dated {spoken(note.dated)}, after the opening on "
            f"{spoken(opens)}."
        )
    if note.dated and note.delegation_due and note.delegation_due < note.dated:
        yield (
            f"The delegation was to be named by {spoken(note.delegation_due)}, before the "
            f"convening note was written on {spoken(note.dated)}."
        )
    yield from _of_the_words(note.delegation_due_as_written, note.delegation_due)


def _of_milestones(meeting: Meeting, milestones: Iterable[Milestone]) -> Iterator[str]:
    opens, closes = meeting.start, meeting.end or meeting.start
    for each in milestones:
        if each.relative and opens is None:
            yield (
                f"“{each.title}” counts from the opening and has no day while the meeting has none."
            )
        elif each.due is not None and opens is not None and closes is not None:
            early = each.kind in _BEFOREHAND
            if each.kind not in _AFTERWARDS and each.due > (opens if early else closes):
                when = "opens" if early else "closes"
                yield (
                    f"“{each.title}” is due on {spoken(each.due)}, after the meeting {when} on "
                    f"{spoken(opens if early else closes)}; its day is kept until you enter "
                    "another."
                )
        for words in _of_the_words(each.as_written, each.due):
            yield f"“{each.title}”: {words}"


def _of_the_words(as_written: str, due: date | None) -> Iterator[str]:
    conflict = find_weekday_conflict(as_written)
    if conflict is not None:
        yield conflict.message
    try:
        written = conflict.day if conflict is not None else parse_day(as_written)
    except InputError:
        return
    if due is not None and written != due:
        yield f"“{as_written}” is another day than {spoken(due)}, which is entered."


def _of_others(meeting: Meeting, others: Iterable[Meeting]) -> Iterator[str]:
    if meeting.start is None:
        return
    closes = meeting.end or meeting.start
    for other in others:
        if _is(meeting, other) or other.start is None or other.start > closes:
            continue
        if (other.end or other.start) >= meeting.start:
            until = other.end or other.start
            days = spoken(other.start)
            if until != other.start:
                days = f"{days} to {spoken(until)}"
            yield f"{other.code} sits on some of these days too: {days}."


def _of_moves(moved: Iterable[Move], today: date, done: Collection[str]) -> Iterator[str]:
    for move in moved:
        was, became = move.due
        if move.key in done:
            if was != became:
                yield f"“{move.title}” is recorded as done; look whether that still holds."
        elif became is not None and became < today and (was is None or was >= today):
            yield f"“{move.title}” would have been due on {spoken(became)}, which is past."
