"""The deadlines' view of the stored data for the first paint: read once, never written."""

from collections.abc import Mapping, Sequence

from ccmdesk.domain.duty import DutyPlan, DutyRecord
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services import reference
from ccmdesk.services.duty_sources import Home, ReferenceBook, calendar_with, extensions_with
from ccmdesk.store.quick_read import ProfileSummary, QuickReader


class QuickDutyBook(ReferenceBook):
    """What the register holds at one moment, beside the shipped data."""

    def __init__(self, reader: QuickReader) -> None:
        self.profile: ProfileSummary | None = reader.profile()
        self._records = reader.duty_records()
        self._states = merged_states(reader)
        self._meetings = merged_meetings(reader)
        self._plans = reader.duty_plans()
        self._milestones = reader.milestones()
        self._extensions = extensions_with(reader.own_extensions())
        self._entries = reader.holiday_entries()

    def home(self) -> Home | None:
        """Return the mission's own State, or None before there is a profile."""
        if self.profile is None:
            return None
        return Home(
            self.profile.state_iso3, self.profile.kept_since, self.profile.first_annual_year
        )

    def states(self) -> Sequence[State]:
        """Return the shipped States with the officer's own and corrected ones."""
        return self._states

    def meetings(self) -> Sequence[Meeting]:
        """Return the shipped meetings with the officer's own and corrected ones."""
        return self._meetings

    def records(self) -> Mapping[str, DutyRecord]:
        """Return what is recorded, by the key of the duty."""
        return self._records

    def plans(self) -> Mapping[str, DutyPlan]:
        """Return what the mission decided about its duties, by their key."""
        return self._plans

    def milestones(self) -> Mapping[str, Sequence[Milestone]]:
        """Return what the meetings ask of a mission, by the code of the meeting."""
        return self._milestones

    def extensions(self) -> Sequence[Extension]:
        """Return the stages of every deadline, the officer's own before the shipped ones."""
        return self._extensions

    def calendar(self) -> HolidayCalendar:
        """Return the working days of the UN Office at Geneva with the officer's entries."""
        return calendar_with(self._entries)


def merged_states(reader: QuickReader) -> list[State]:
    """Return every State by name; an own one stands before the shipped one of its code."""
    known = {state.iso3: state for state in reference.states()}
    known |= {state.iso3: state for state in reader.own_states()}
    return sorted(known.values(), key=lambda state: state.name)


def merged_meetings(reader: QuickReader) -> list[Meeting]:
    """Return every meeting in order of opening; a stored one stands before the shipped one."""
    known = {meeting.code: meeting for meeting in reference.meetings()}
    known |= {meeting.code: meeting for meeting in reader.meetings()}
    return sorted(known.values(), key=lambda meeting: meeting.order)
