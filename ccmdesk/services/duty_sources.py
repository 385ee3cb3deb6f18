"""Where the duties take their facts from: the shipped data, and what the officer keeps."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from ccmdesk.domain.duty import Duty, DutyPlan, DutyRecord
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.duty_plan import planned
from ccmdesk.domain.errors import RefusedError
from ccmdesk.domain.granted_extensions import merged
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import Expected
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.obligations import duties_of
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services import reference

_YEARS_AHEAD = 2


@dataclass(frozen=True, slots=True)
class Home:
    """What the profile says for the duties: whose register this is, and since when it is kept."""

    state_iso3: str
    recorded_since: date
    first_annual_year: int | None = None


class DutySource(Protocol):
    """The facts from which duties are computed and tracked."""

    def home(self) -> Home | None:
        """Return the mission's own State, or None before there is a profile."""
        ...

    def states(self) -> Sequence[State]:
        """Return the shipped States with the officer's own and corrected ones."""
        ...

    def meetings(self) -> Sequence[Meeting]:
        """Return the shipped meetings with the officer's own and corrected ones."""
        ...

    def records(self) -> Mapping[str, DutyRecord]:
        """Return what is recorded, by the key of the duty."""
        ...

    def plans(self) -> Mapping[str, DutyPlan]:
        """Return what the mission decided about its duties, by their key."""
        ...

    def milestones(self) -> Mapping[str, Sequence[Milestone]]:
        """Return what the meetings ask of a mission, by the code of the meeting."""
        ...

    def extensions(self) -> Sequence[Extension]:
        """Return the stages of every deadline, the officer's own before the shipped ones."""
        ...

    def calendar(self) -> HolidayCalendar:
        """Return the working days of the UN Office at Geneva with the officer's entries."""
        ...


class DutyBook(DutySource, Protocol):
    """What the deadlines need from the officer's data: the facts, and a place to record."""

    def put_record(self, record: DutyRecord, label: str, file: Proof | None = None) -> None:
        """Store a record as one act that undo calls `label`."""
        ...

    def drop_record(self, key: str, label: str, why: str = "") -> None:
        """Remove a record as one act that undo calls `label`."""
        ...

    def proof_file(self, key: str) -> Proof:
        """Return the file that proves that a duty was met; raises InputError without one."""
        ...

    def put_plan(self, plan: DutyPlan, label: str, why: str, paper: str) -> None:
        """Store what the mission decided about a duty as one act that undo calls `label`."""
        ...

    def put_slip(self, key: str, label: str, to: str, why: str) -> None:
        """Note a slip that hands a duty up as one act that undo calls `label`."""
        ...

    def history(self, key: str = "") -> list[HistoryEntry]:
        """Return the history of one duty, or of all of them, the oldest line first."""
        ...

    def set_first_annual_year(self, year: int | None, label: str, why: str, paper: str) -> None:
        """Store the year in the profile as one act that undo calls `label`."""
        ...


def reckoned(
    source: DutySource, state: State, home: Home | None, until: date, today: date
) -> list[Duty]:
    """Return the duties of a State as the facts of `source` have them; `until` as `duties_of`.

    Meetings without a note that are still to come on `today` get a provisional day, up to two
    years ahead.
    """
    at_home = home is not None and home.state_iso3 == state.iso3
    meetings, calendar = source.meetings(), source.calendar()
    ahead = date(min(today.year + _YEARS_AHEAD, date.max.year), 12, 31)
    found = duties_of(
        state,
        calendar=calendar,
        meetings=meetings,
        extensions=source.extensions(),
        until=until,
        first_annual_year=home.first_annual_year if home and at_home else None,
        milestones=meetings if at_home else (),
        meeting_milestones=source.milestones() if at_home else {},
        expected=(
            Expected(today, max(until, ahead), reference.past_distances(), source.records())
            if at_home
            else None
        ),
        published=reference.published_dates(),
    )
    plans = source.plans() if at_home else {}
    if not plans:
        return found
    return [
        planned(duty, plans[duty.key], calendar) if duty.key in plans else duty for duty in found
    ]


def calendar_with(entries: Iterable[HolidayEntry]) -> HolidayCalendar:
    """Return the working days of the UN Office with the officer's entries for it."""
    own = tuple(entry for entry in entries if entry.place is Place.UN_OFFICE)
    return reference.calendar_of(Place.UN_OFFICE, own) if own else reference.calendar()


def extensions_with(own: Iterable[Extension]) -> Sequence[Extension]:
    """Return the shipped stages with the officer's own before them."""
    entered = list(own)
    return merged(reference.extensions(), entered) if entered else reference.extensions()


class ReferenceBook:
    """The shipped data alone, for questions that need no database; it records nothing."""

    def home(self) -> Home | None:
        """Return None: nobody's register."""
        return None

    def states(self) -> Sequence[State]:
        """Return the shipped States."""
        return reference.states()

    def meetings(self) -> Sequence[Meeting]:
        """Return the shipped meetings."""
        return reference.meetings()

    def records(self) -> Mapping[str, DutyRecord]:
        """Return nothing."""
        return {}

    def plans(self) -> Mapping[str, DutyPlan]:
        """Return nothing."""
        return {}

    def milestones(self) -> Mapping[str, Sequence[Milestone]]:
        """Return nothing."""
        return {}

    def extensions(self) -> Sequence[Extension]:
        """Return the shipped stages."""
        return reference.extensions()

    def calendar(self) -> HolidayCalendar:
        """Return the shipped working days of the UN Office at Geneva."""
        return reference.calendar()

    def history(self, key: str = "") -> list[HistoryEntry]:
        """Return nothing."""
        return []

    def proof_file(self, key: str) -> Proof:
        """Refuse: there is no register to read."""
        raise _no_register()

    def put_record(self, record: DutyRecord, label: str, file: Proof | None = None) -> None:
        """Refuse: there is no register to write to."""
        raise _no_register()

    def drop_record(self, key: str, label: str, why: str = "") -> None:
        """Refuse: there is no register to write to."""
        raise _no_register()

    def put_plan(self, plan: DutyPlan, label: str, why: str, paper: str) -> None:
        """Refuse: there is no register to write to."""
        raise _no_register()

    def put_slip(self, key: str, label: str, to: str, why: str) -> None:
        """Refuse: there is no register to write to."""
        raise _no_register()

    def set_first_annual_year(self, year: int | None, label: str, why: str, paper: str) -> None:
        """Refuse: there is no profile to write to."""
        raise _no_register()


def _no_register() -> RefusedError:
    return RefusedError("There is no mission profile yet; set it up first.")
