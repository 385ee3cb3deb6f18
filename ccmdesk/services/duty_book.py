"""The deadlines' view of the stored data."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from ccmdesk.domain.duty import DutyRecord
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.state import State
from ccmdesk.services.acts import Acts
from ccmdesk.services.deadlines import Home
from ccmdesk.services.meetings import MeetingsService
from ccmdesk.services.states import StatesService
from ccmdesk.store.duty_rows import drop_record, load_records, store_record
from ccmdesk.store.profile_rows import kept_since, load_profile, store_profile


class StoredDutyBook:
    """Read and write duties in the database, each writing as one act with its undo."""

    def __init__(self, acts: Acts, states: StatesService, meetings: MeetingsService) -> None:
        self._acts = acts
        self._states = states
        self._meetings = meetings

    def home(self) -> Home | None:
        """Return the mission's own State, or None before there is a profile."""
        with self._acts.reading() as connection:
            profile = load_profile(connection)
            since: date | None = kept_since(connection)
        if profile is None or since is None:
            return None
        return Home(profile.state_iso3, since, profile.first_annual_year)

    def states(self) -> Sequence[State]:
        """Return the shipped States with the officer's own and corrected ones."""
        return self._states.all()

    def meetings(self) -> Sequence[Meeting]:
        """Return the shipped meetings with the officer's own and corrected ones."""
        return self._meetings.all()

    def records(self) -> Mapping[str, DutyRecord]:
        """Return what is recorded, by the key of the duty."""
        with self._acts.reading() as connection:
            return load_records(connection)

    def put_record(self, record: DutyRecord, label: str) -> None:
        """Store a record as one act that undo calls `label`."""
        with self._acts.act("duty.record", label, "duties") as act:
            act.subject = f"duty/{record.key}"
            store_record(act.unit, record)

    def drop_record(self, key: str, label: str) -> None:
        """Remove a record as one act that undo calls `label`."""
        with self._acts.act("duty.reopen", label, "duties") as act:
            act.subject = f"duty/{key}"
            drop_record(act.unit, key)

    def set_first_annual_year(self, year: int | None, label: str) -> None:
        """Store the year in the profile as one act that undo calls `label`."""
        with self._acts.act("profile.save", label, "profile", "duties") as act:
            profile = load_profile(act.connection)
            if profile is None:
                raise InputError("There is no mission yet; set it up first.", "state")
            act.subject = "profile"
            changed = replace(profile, first_annual_year=year)
            store_profile(act.unit, changed, self._acts.clock.today())
