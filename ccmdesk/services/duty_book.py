"""The deadlines' view of the stored data."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from ccmdesk.domain.duty import DutyPlan, DutyRecord
from ccmdesk.domain.duty_moves import HistoryEntry
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.milestone import Milestone
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.recorded import Extension
from ccmdesk.domain.state import State
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.acts import Acts
from ccmdesk.services.duty_facts import DutyFacts
from ccmdesk.services.duty_marks import keep_mark, lift_mark, note_slip, set_plan
from ccmdesk.services.duty_sources import Home
from ccmdesk.services.duty_watch import watched
from ccmdesk.store.duty_history_rows import load_history
from ccmdesk.store.duty_rows import load_proof_file
from ccmdesk.store.profile_rows import load_profile, store_profile


class StoredDutyBook:
    """Read and write duties in the database, each writing as one act with its undo."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def home(self) -> Home | None:
        """Return the mission's own State, or None before there is a profile."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).home()

    def states(self) -> Sequence[State]:
        """Return the shipped States with the officer's own and corrected ones."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).states()

    def meetings(self) -> Sequence[Meeting]:
        """Return the shipped meetings with the officer's own and corrected ones."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).meetings()

    def records(self) -> Mapping[str, DutyRecord]:
        """Return what is recorded, by the key of the duty."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).records()

    def plans(self) -> Mapping[str, DutyPlan]:
        """Return what the mission decided about its duties, by their key."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).plans()

    def milestones(self) -> Mapping[str, Sequence[Milestone]]:
        """Return what the meetings ask of a mission, by the code of the meeting."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).milestones()

    def extensions(self) -> Sequence[Extension]:
        """Return the stages of every deadline, the officer's own before the shipped ones."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).extensions()

    def calendar(self) -> HolidayCalendar:
        """Return the working days of the UN Office at Geneva with the officer's entries."""
        with self._acts.reading() as connection:
            return DutyFacts(connection).calendar()

    def history(self, key: str = "") -> list[HistoryEntry]:
        """Return the history of one duty, or of all of them, the oldest line first."""
        with self._acts.reading() as connection:
            return load_history(connection, key)

    def proof_file(self, key: str) -> Proof:
        """Return the file that proves that a duty was met; raises InputError without one."""
        with self._acts.reading() as connection:
            return load_proof_file(connection, key)

    def put_record(self, record: DutyRecord, label: str, file: Proof | None = None) -> None:
        """Store a record as one act that undo calls `label`."""
        with self._acts.act("duty.record", label, "duties") as act:
            act.subject = f"duty/{record.key}"
            keep_mark(act, record, file)
            act.detail = _told(DutyFacts(act.connection).records()[record.key])

    def drop_record(self, key: str, label: str, why: str = "") -> None:
        """Remove a record as one act that undo calls `label`."""
        with self._acts.act("duty.reopen", label, "duties") as act:
            act.subject = f"duty/{key}"
            lift_mark(act, key, why)

    def put_plan(self, plan: DutyPlan, label: str, why: str, paper: str) -> None:
        """Store what the mission decided about a duty as one act that undo calls `label`."""
        with self._acts.act("duty.plan", label, "duties") as act:
            act.subject = f"duty/{plan.key}"
            # An early hour may move the internal date, also of a report far ahead.
            period = plan.key.rpartition(":")[2]
            year = int(period) + 1 if period.isdecimal() else 0
            with watched(act, why, paper, ahead=max(2, year - act.at.year)):
                set_plan(act, plan, why, paper)

    def put_slip(self, key: str, label: str, to: str, why: str) -> None:
        """Note a slip that hands a duty up as one act that undo calls `label`."""
        with self._acts.act("duty.hand_up", label, "duties") as act:
            act.subject = f"duty/{key}"
            note_slip(act, key, to, why)

    def set_first_annual_year(self, year: int | None, label: str, why: str, paper: str) -> None:
        """Store the year in the profile as one act that undo calls `label`."""
        with self._acts.act("profile.save", label, "profile", "duties") as act:
            profile = load_profile(act.connection)
            if profile is None:
                raise InputError("There is no mission yet; set it up first.", "state")
            act.subject = "profile"
            with watched(act, why or label, paper):
                changed = replace(profile, first_annual_year=year)
                store_profile(act.unit, changed, self._acts.clock.today())


def _told(record: DutyRecord) -> dict[str, object]:
    """Return what the chained record of events says of a mark, so that it cannot be altered."""
    if record.not_applicable:
        return {"not_applicable": record.remark}
    return {
        "done_on": record.done_on.isoformat() if record.done_on else "",
        "channel": record.channel,
        "proof": record.proof,
        "proof_sha256": record.proof_sha256,
    }
