"""The calendar file of the mission's deadlines and meetings, made and saved."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from ccmdesk.domain.errors import machine_fault
from ccmdesk.system.atomic_file import write_bytes

if TYPE_CHECKING:
    from ccmdesk.domain.duty import TrackedDuty
    from ccmdesk.services.desk import Desk

_YEARS_AHEAD = 3
_LONG_OVER = timedelta(days=366)


def calendar_bytes(desk: "Desk") -> bytes:
    """Return all duties of the mission's State and its meetings as an iCalendar file.

    What was read into a calendar before is brought up to date by reading the new file: entries keep
    their identifiers, and what is no longer a duty is cancelled. Raises InputError before there is
    a mission.
    """
    from ccmdesk.documents.calendar_file import calendar_file
    from ccmdesk.services.calendar_entries import (
        by_key,
        dropped_entries,
        duty_entries,
        meeting_entries,
    )
    from ccmdesk.services.calendar_revisions import Revisions

    duties = _duties(desk)
    today = desk.clock.today()
    history = by_key(desk.deadlines.history())
    known = {each.duty.key for each in duties}
    meetings = desk.meetings.all()
    revisions = Revisions(history, desk.meetings.events(), meetings)
    settings, calendar = desk.reminders.settings(), desk.deadlines.calendar()
    entries = [
        *duty_entries(duties, revisions, settings, calendar, today),
        *dropped_entries(history, known, revisions),
        *meeting_entries(meetings, revisions, today - _LONG_OVER),
    ]
    profile = desk.profile.get()
    state = desk.states.get(profile.state_iso3).name if profile else ""
    return calendar_file(entries, name=f"CCM Desk: {state}", made_at=desk.clock.now())


def save_calendar(desk: "Desk", path: Path) -> None:
    """Write the calendar file; raises EnvironmentFault where `path` cannot be written."""
    data = calendar_bytes(desk)
    try:
        write_bytes(path, data)
    except OSError as error:
        raise machine_fault(error, path) from error


def _duties(desk: "Desk") -> "list[TrackedDuty]":
    """Return the deadlines that come once, however far off, and some years of those that recur."""
    found = desk.deadlines.duties()
    known = {each.duty.key for each in found}
    until = date(min(desk.clock.today().year + _YEARS_AHEAD, date.max.year), 12, 31)
    later = desk.deadlines.duties(end=until)
    return found + [each for each in later if each.duty.key not in known]
