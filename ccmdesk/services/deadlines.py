"""The duties of a State on a day: listed, marked as done or not applicable, reopened."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from ccmdesk.domain import treaty
from ccmdesk.domain.addressee_day import day_at
from ccmdesk.domain.clock import Clock
from ccmdesk.domain.dates import long_date
from ccmdesk.domain.duty import (
    Duty,
    DutyKind,
    DutyPlan,
    DutyRecord,
    TrackedDuty,
)
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.duty_plan import checked_plan
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.ledger import Ledger, ledger_of
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.state import State
from ccmdesk.domain.tracking import track
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services import reference
from ccmdesk.services.duty_checks import checked_done, checked_reason
from ccmdesk.services.duty_sources import DutyBook, Home, ReferenceBook, reckoned

__all__ = ["DeadlinesService", "DutyBook", "Home", "ReferenceBook"]

_DEADLINE_OF_REQUEST = {
    DutyKind.ART3_EXTENSION_REQUEST: DutyKind.ART3_DESTRUCTION,
    DutyKind.ART4_EXTENSION_REQUEST: DutyKind.ART4_CLEARANCE,
}
_FARTHEST_YEARS = 10
_NOBODY_YET = "no name yet"


class DeadlinesService:
    """Compute the duties and keep what is recorded of them."""

    def __init__(self, book: DutyBook, clock: Clock) -> None:
        self._book = book
        self._clock = clock

    def duties(
        self,
        iso3: str | None = None,
        *,
        start: date | None = None,
        end: date | None = None,
        as_of: date | None = None,
    ) -> list[TrackedDuty]:
        """Return the duties of a State (without `iso3`: of the mission's) as they stand on a day.

        `start` and `end` bound the legal dates, both included. Without `end` the annual reports go
        up to the end of the year after `as_of`, and deadlines that occur once are all listed.
        Without `as_of` they stand as they do now by the clock at the addressee.
        Raises InputError for an unknown State, a missing profile or a period that runs backwards.
        """
        day = as_of or self._clock.today()
        if start and end and end < start:
            raise InputError("The period ends before it starts; change one of the dates.", "end")
        home = self._book.home()
        state = self._state(iso3 or self._required(home).state_iso3)
        return [
            tracked
            for tracked in self._all_tracked(state, home, end, day, as_of)
            if (start is None or tracked.duty.due >= start)
            and (end is None or tracked.duty.due <= end)
        ]

    def duty(self, key: str, as_of: date | None = None) -> TrackedDuty:
        """Return one duty, of the mission's State or of another, as it stands on a day.

        Raises InputError for a key that names no duty.
        """
        home = self._book.home()
        duty = self._found(key, home)
        at_home = home is not None and home.state_iso3 == duty.state
        return self._tracked(duty, home if at_home else None, as_of)

    def ledger(self, iso3: str | None = None, as_of: date | None = None) -> Ledger:
        """Return what a State (without `iso3`: the mission's) owed and sent, year by year.

        Nothing is said of what another State sent; only what the shipped data knows, with its
        source. Raises InputError as `duties` does.
        """
        home = self._book.home()
        state = self._state(iso3 or self._required(home).state_iso3)
        found = ledger_of(
            state,
            self.duties(state.iso3, as_of=as_of),
            # The day on the page is the one by which each line stands.
            as_of=as_of or day_at(self._clock.now()),
            kept_since=home.recorded_since if home and home.state_iso3 == state.iso3 else None,
        )
        return replace(found, looks_back=found.as_of < day_at(self._clock.now()))

    def mark_done(
        self, key: str, on: date, proof: str, channel: str, file: Proof | None = None
    ) -> TrackedDuty:
        """Record that the duty was met on a day, how, and what proves it; return how it stands.

        `channel` is one of `DUTY_CHANNELS`; `proof` is the number of the note or of the receipt,
        which a `file` can stand for or go with. Raises as `checked_done` does.
        """
        duty = self._duty(key)
        record = checked_done(duty, on, proof, channel, file, self._clock)
        self._book.put_record(record, f"Mark “{duty.title}” as done", file)
        return self._tracked(duty, self._book.home())

    def checked_done(
        self, key: str, on: date, proof: str, channel: str, file: Proof | None = None
    ) -> DutyRecord:
        """Return what `mark_done` would record, for who records it within an act of their own.

        A day before entry into force is right for a report sent early. Raises InputError for a day
        to come, one before the Convention was adopted or before the year that an annual report
        covers, an unknown channel or a missing proof.
        """
        return checked_done(self._duty(key), on, proof, channel, file, self._clock)

    def proof_file(self, key: str) -> Proof:
        """Return the file that proves that a duty was met; raises InputError without one."""
        return self._book.proof_file(key)

    def mark_not_applicable(self, key: str, reason: str) -> TrackedDuty:
        """Record why the duty does not concern the State, and return how it stands."""
        duty = self._duty(key)
        record = DutyRecord(key, not_applicable=True, remark=checked_reason(reason))
        self._book.put_record(record, f"Mark “{duty.title}” as not applicable")
        return self._tracked(duty, self._book.home())

    def reopen(self, key: str, why: str = "") -> TrackedDuty:
        """Remove what is recorded of the duty, and return how it stands; its history stays.

        Raises InputError where nothing is recorded.
        """
        duty = self._duty(key)
        if key not in self._book.records():
            raise InputError("Nothing is recorded of this duty, so it cannot be reopened.", "key")
        self._book.drop_record(key, f"Reopen “{duty.title}”", why)
        return self._tracked(duty, self._book.home())

    def plan(self, key: str) -> DutyPlan:
        """Return what the mission decided about a duty; empty where it decided nothing."""
        return self._book.plans().get(key, DutyPlan(key))

    def save_plan(self, plan: DutyPlan, why: str = "", paper: str = "") -> TrackedDuty:
        """Set who sees to a duty, and when its day ends at the addressee; return how it stands.

        Raises InputError for a time zone that does not exist or a key that names no duty.
        """
        checked = checked_plan(plan)
        duty = self._duty(checked.key)
        self._book.put_plan(checked, f"Plan “{duty.title}”", why, paper)
        return self.duty(checked.key)

    def hand_up(self, key: str, to: str, why: str = "") -> None:
        """Note in the history of a duty that a slip was made for `to`, and what it asks.

        Nothing else changes about the duty. Raises InputError for a key that names no duty.
        """
        duty = self._duty(key)
        label = f"Hand up “{duty.title}”"
        self._book.put_slip(key, label, to.strip() or _NOBODY_YET, why.strip())

    def history(self, key: str = "") -> list[HistoryEntry]:
        """Return what was changed of a duty, by whom, why and from which paper, the oldest first.

        Without `key` the history of every duty. Raises InputError for a key that names no duty and
        never did.
        """
        found = self._book.history(key)
        if key and not found:
            self._found(key, self._book.home())
        return found

    def set_first_annual_year(self, year: int | None, why: str = "", paper: str = "") -> None:
        """Set the calendar year of the first 30 April with an annual report; None: as in practice.

        Raises InputError for a year before entry into force or far after it.
        """
        home = self._required(self._book.home())
        in_force = in_force_from(self._state(home.state_iso3))
        if year is not None:
            if in_force is None:
                raise InputError("A State that is not a Party owes no annual report.", "year")
            earliest = treaty.earliest_annual_year(in_force)
            if not earliest <= year <= earliest + _FARTHEST_YEARS:
                raise InputError(
                    f"The first annual report falls between 30 April {earliest} and 30 April "
                    f"{earliest + _FARTHEST_YEARS}; check the year.",
                    "year",
                )
        self._book.set_first_annual_year(year, "Set the first annual report", why, paper)

    def calendar(self) -> HolidayCalendar:
        """Return the working days by which internal dates are counted."""
        return self._book.calendar()

    def _computed(self, state: State, home: Home | None, until: date, today: date) -> list[Duty]:
        return reckoned(self._book, state, home, until, today)

    def _all_tracked(
        self, state: State, home: Home | None, end: date | None, day: date, as_of: date | None
    ) -> list[TrackedDuty]:
        at_home = home is not None and home.state_iso3 == state.iso3
        records = self._book.records() if at_home else {}
        plans = self._book.plans() if at_home else {}
        until = end or date(min(day.year + 1, date.max.year), 12, 31)
        now = None if as_of else self._clock.now()
        return [
            track(
                duty,
                _record(duty, records, day),
                as_of=day,
                recorded_since=home.recorded_since if home and at_home else None,
                now=now,
                owner=plans[duty.key].owner if plans and duty.key in plans else "",
            )
            for duty in self._computed(state, home, until, day)
        ]

    def _tracked(self, duty: Duty, home: Home | None, as_of: date | None = None) -> TrackedDuty:
        day = as_of or self._clock.today()
        return track(
            duty,
            _record(duty, self._book.records(), day) if home else None,
            as_of=day,
            recorded_since=home.recorded_since if home else None,
            now=None if as_of else self._clock.now(),
            owner=self.plan(duty.key).owner if home else "",
        )

    def _duty(self, key: str) -> Duty:
        """Return a duty of the mission's own State, of which alone anything is recorded."""
        home = self._required(self._book.home())
        if key.partition(":")[0] != home.state_iso3:
            raise RefusedError("Only the duties of the mission's own State are recorded here.")
        return self._found(key, home)

    def _found(self, key: str, home: Home | None) -> Duty:
        iso3, _, rest = key.partition(":")
        period = rest.rpartition(":")[2]
        last = int(period) + 1 if period.isdecimal() and len(period) == 4 else 0
        until = date(min(max(last, self._clock.today().year + 1), 9999), 12, 31)
        state = self._state(iso3)
        for duty in self._computed(state, home, until, self._clock.today()):
            if duty.key == key:
                return duty
        told = "choose one from the list."
        if state.withdrew_effective is not None:
            told = f"{state.name} withdrew with effect from {long_date(state.withdrew_effective)}, "
            told += "and owes nothing that falls due from then on."
        elif in_force_from(state) is None:
            told = f"{state.name} is not a Party."
        raise InputError(f"There is no duty “{key}”; {told}", "key")

    def _state(self, iso3: str) -> State:
        wanted = iso3.strip().upper()
        states = self._book.states()
        for state in states:
            if state.iso3 == wanted:
                return state
        # A State outside the Convention has no duties, but its mission may keep its notes here.
        found = next((each for each in reference.other_states() if each.iso3 == wanted), None)
        if found is not None:
            return found
        known = {state.iso3: state for state in states}
        raise InputError(f"No State has the code “{wanted}”{_hint(wanted, known)}", "state")

    @staticmethod
    def _required(home: Home | None) -> Home:
        if home is None:
            raise InputError("There is no mission profile yet; set it up or name a State.", "state")
        return home


def _record(duty: Duty, records: Mapping[str, DutyRecord], day: date) -> DutyRecord | None:
    """Return what is recorded of the duty, or what follows for a request from its deadline."""
    if not records:
        return None
    own = records.get(duty.key)
    deadline_kind = _DEADLINE_OF_REQUEST.get(duty.kind)
    if own is not None or deadline_kind is None:
        return own
    deadline = records.get(f"{duty.state}:{deadline_kind}:{duty.period}")
    if deadline is not None and deadline.not_applicable:
        return DutyRecord(
            duty.key, not_applicable=True, remark=deadline.remark, follows=deadline.key
        )
    if deadline is not None and deadline.done_on is not None and deadline.done_on <= day:
        return DutyRecord(
            duty.key,
            not_applicable=True,
            remark=f"The work was completed on {long_date(deadline.done_on)}.",
            follows=deadline.key,
        )
    return None


def _hint(wanted: str, known: Mapping[str, State]) -> str:
    # Read late: it is needed for a slip of the keyboard only.
    from difflib import get_close_matches

    by_name = {state.name.upper(): state for state in known.values()}
    near = [by_name[name] for name in get_close_matches(wanted, by_name, n=1, cutoff=0.6)]
    near += [known[code] for code in get_close_matches(wanted, known, n=1, cutoff=0.5)]
    return f"; did you mean {near[0].iso3} ({near[0].name})?" if near else "; check the list."
