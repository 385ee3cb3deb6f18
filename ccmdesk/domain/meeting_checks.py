"""Checks the meeting the note is about, and the dates of the note."""

import re
from collections.abc import Iterator
from datetime import date

from ccmdesk.domain import rule_sources as source
from ccmdesk.domain.dates import long_date, weekday_name
from ccmdesk.domain.finding import Finding, remark, stop, warning
from ccmdesk.domain.note import NoteContent
from ccmdesk.domain.note_kinds import RULES
from ccmdesk.domain.surroundings import Surroundings
from ccmdesk.domain.weekday_conflict import find_weekday_conflict

_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def meeting_findings(content: NoteContent) -> Iterator[Finding]:
    """Yield what is missing of the meeting."""
    meeting = content.meeting
    if meeting is None:
        if RULES[content.kind].meeting:
            yield stop(
                "meeting-missing",
                "meeting",
                "The note names no meeting.",
                "Choose the meeting.",
                source.PRACTICE,
            )
        return
    if not meeting.name.strip():
        yield stop(
            "meeting-missing",
            "meeting",
            "The meeting has no name.",
            "Give the meeting its full name.",
            source.PRACTICE,
        )
    if meeting.start is None:
        yield warning(
            "meeting-undated",
            "meeting",
            "The meeting has no dates; the note names none.",
            "Add the dates under the meeting as soon as they are known.",
            source.PRACTICE,
        )
    if not meeting.city.strip() and not meeting.venue.strip():
        yield warning(
            "meeting-without-place",
            "meeting",
            "The note does not say where the meeting is.",
            "Add the city under the meeting.",
            source.PRACTICE,
        )


def date_findings(content: NoteContent, around: Surroundings) -> Iterator[Finding]:
    """Yield what the date of the note contradicts."""
    dated, convening = content.dated, around.convening
    end = (content.meeting.end or content.meeting.start) if content.meeting else None
    due = convening.delegation_due if convening else None
    names_delegation = RULES[content.kind].meeting
    if end and dated > end and names_delegation:
        yield warning(
            "after-meeting",
            "date",
            f"The note is dated after the meeting, which ends on {_spoken(end)}.",
            "Check the date of the note and the meeting.",
            source.CALENDAR,
        )
    elif due and dated > due and names_delegation:
        yield warning(
            "after-deadline",
            "date",
            f"The delegation was to be named by {_spoken(due)}.",
            "Send the note at once and tell the secretariat beforehand.",
            source.convening_source(convening),
        )
    if content.reference_dated and dated < content.reference_dated:
        yield warning(
            "before-reference",
            "date",
            "The note is dated before the note it answers, "
            f"which is of {_spoken(content.reference_dated)}.",
            "Check both dates.",
            source.CALENDAR,
        )
    earlier = content.matter.earlier
    if earlier and dated < earlier.dated:
        yield warning(
            "before-earlier-note",
            "date",
            f"The note is dated before the note it changes, No. {earlier.number} of "
            f"{_spoken(earlier.dated)}.",
            "Check the date of the note.",
            source.CALENDAR,
        )
    if dated < around.today:
        yield remark(
            "dated-earlier",
            "date",
            f"The note is dated {_spoken(dated)}, before today.",
            "",
            source.CALENDAR,
        )
    if dated > around.today:
        yield remark(
            "dated-later",
            "date",
            f"The note is dated {_spoken(dated)}, after today.",
            "",
            source.CALENDAR,
        )
    yield from _number(content)
    yield from _weekday(around)


def _number(content: NoteContent) -> Iterator[Finding]:
    years = {int(year) for year in _YEAR.findall(content.number or content.number_shown)}
    if years and content.dated.year not in years:
        yield warning(
            "number-of-another-year",
            "number",
            f"The number {content.number or content.number_shown} is of another year than the note,"
            f" which is dated {long_date(content.dated)}.",
            "Check the number and the date.",
            source.REGISTER,
        )


def _weekday(around: Surroundings) -> Iterator[Finding]:
    convening = around.convening
    conflict = find_weekday_conflict(convening.delegation_due_as_written) if convening else None
    if conflict:
        yield warning(
            "weekday-conflict",
            "date",
            f"The convening note asks for the delegation by “{conflict.as_written}”, but "
            f"{long_date(conflict.day)} is a {weekday_name(conflict.day)}. The earlier day, "
            f"{_spoken(conflict.safe)}, is kept.",
            "Send the note by the earlier day, or ask the secretariat which day is meant.",
            source.convening_source(convening),
        )


def _spoken(day: date) -> str:
    return f"{weekday_name(day)} {long_date(day)}"
