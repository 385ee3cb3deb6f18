"""The facts of the duties as one transaction sees them, what it has written itself included."""

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from ccmdesk.domain.duty import DutyPlan, DutyRecord
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services import reference
from ccmdesk.services.duty_sources import Home, calendar_with, extensions_with
from ccmdesk.store import duty_reading
from ccmdesk.store.duty_rows import load_plans, load_records
from ccmdesk.store.extension_rows import load_own_extensions
from ccmdesk.store.meeting_rows import load_meetings
from ccmdesk.store.profile_rows import kept_since, load_profile
from ccmdesk.store.state_rows import load_own_states


class DutyFacts:
    """Read every fact anew on one connection."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def home(self) -> Home | None:
        """Return the mission's own State, or None before there is a profile."""
        profile = load_profile(self._connection)
        since = kept_since(self._connection)
        if profile is None or since is None:
            return None
        return Home(profile.state_iso3, since, profile.first_annual_year)

    def states(self) -> Sequence[State]:
        """Return the shipped States with the officer's own and corrected ones, by name."""
        known = {state.iso3: state for state in reference.states()}
        known |= {state.iso3: state for state in load_own_states(self._connection)}
        return sorted(known.values(), key=lambda state: state.name)

    def meetings(self) -> Sequence[Meeting]:
        """Return the shipped meetings with the officer's own and corrected ones, by opening."""
        known = {meeting.code: meeting for meeting in reference.meetings()}
        known |= {meeting.code: meeting for meeting in load_meetings(self._connection)}
        return sorted(known.values(), key=lambda meeting: meeting.order)

    def records(self) -> Mapping[str, DutyRecord]:
        """Return what is recorded, by the key of the duty."""
        return load_records(self._connection)

    def plans(self) -> Mapping[str, DutyPlan]:
        """Return what the mission decided about its duties, by their key."""
        return load_plans(self._connection)

    def milestones(self) -> Mapping[str, Sequence[Milestone]]:
        """Return what the meetings ask of a mission, by the code of the meeting."""
        found: dict[str, list[Milestone]] = {}
        for row in self._connection.exec_driver_sql(duty_reading.MILESTONES).mappings():
            found.setdefault(row["code"], []).append(duty_reading.milestone_from(row))
        return found

    def extensions(self) -> Sequence[Extension]:
        """Return the stages of every deadline, the officer's own before the shipped ones."""
        return extensions_with(load_own_extensions(self._connection))

    def calendar(self) -> HolidayCalendar:
        """Return the working days of the UN Office at Geneva with the officer's entries."""
        rows = self._connection.exec_driver_sql(duty_reading.HOLIDAY_ENTRIES).mappings()
        return calendar_with(tuple(duty_reading.holiday_entry_from(row) for row in rows))
