"""The deadlines' view of the stored data for the first paint: read once, never written."""

from collections.abc import Mapping, Sequence

from ccmdesk.domain.duty import DutyRecord
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.state import State
from ccmdesk.services import reference
from ccmdesk.services.deadlines import Home, ReferenceBook
from ccmdesk.store.quick_read import ProfileSummary, QuickReader


class QuickDutyBook(ReferenceBook):
    """What the register holds at one moment, beside the shipped data."""

    def __init__(self, reader: QuickReader) -> None:
        self.profile: ProfileSummary | None = reader.profile()
        self._records = reader.duty_records()
        self._states = merged_states(reader)
        self._meetings = merged_meetings(reader)

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
