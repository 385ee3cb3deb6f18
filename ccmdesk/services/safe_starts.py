"""The latest safe start of each duty: the steps on the way to it, and who is away."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace

from sqlalchemy import Connection

from ccmdesk.domain.duty import Duty, DutyKind, DutyStatus
from ccmdesk.domain.duty_moves import Move
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.meeting_duties import milestone_id
from ccmdesk.domain.milestone import MilestoneKind
from ccmdesk.domain.safe_start import (
    Absence,
    Leg,
    SafeStart,
    StartMove,
    safe_start,
    signs,
    start_moves,
)
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.deadlines import DeadlinesService
from ccmdesk.services.duty_facts import DutyFacts
from ccmdesk.services.holidays import stored_calendar
from ccmdesk.services.usual_plans import plan_kind, usual_legs
from ccmdesk.store.absence_rows import drop_absence, load_absences, store_absence
from ccmdesk.store.lead_time_rows import drop_lead_times, load_lead_times, store_lead_times
from ccmdesk.store.profile_rows import load_profile

_WAITING = (DutyStatus.OPEN, DutyStatus.OVERDUE)


class SafeStartsService:
    """Plan the way back from the internal date of the mission's duties."""

    def __init__(self, acts: Acts, deadlines: DeadlinesService) -> None:
        self._acts = acts
        self._deadlines = deadlines

    def of(self, key: str) -> SafeStart:
        """Return the way to one duty of the mission's.

        Raises InputError for an unknown key, and where a step finds no days.
        """
        for tracked in self._deadlines.duties():
            if tracked.duty.key == key:
                with self._acts.reading() as connection:
                    return _way(connection)(tracked.duty)
        raise InputError(f"There is no duty “{key}”; choose one from the list.", "key")

    def all(self) -> list[SafeStart]:
        """Return the ways to all duties that still wait, the one to begin first at the top.

        A duty whose steps find no days is left out; `without` names these.
        """
        return sorted(self._planned(self._waiting()), key=lambda each: (each.start_by, each.key))

    def without(self) -> dict[str, str]:
        """Return why there is no way to a duty that waits, by its key."""
        found = {each.key for each in self.all()}
        why = {}
        for duty in self._waiting():
            if duty.key not in found:
                try:
                    self.of(duty.key)
                except InputError as error:
                    why[duty.key] = error.message
        return why

    def preview(self, change: Callable[[Act], object], moved: Sequence[Move]) -> list[StartMove]:
        """Return which duties would have to be begun on another day; nothing is changed.

        `moved` are the internal dates that `change` would move.
        """
        waiting = self._waiting()
        internal = {move.key: move.internal_due[1] for move in moved}
        later = [
            replace(duty, internal_due=internal.get(duty.key) or duty.internal_due)
            for duty in waiting
        ]
        with self._acts.trial() as act:
            before = _planned_on(act.connection, waiting)
            change(act)
            return start_moves(before, _planned_on(act.connection, later))

    @staticmethod
    def kinds() -> tuple[str, ...]:
        """Return the names under which steps are kept: kinds of duties, and of milestones."""
        return tuple(usual_legs())

    def legs(self, kind: str) -> tuple[Leg, ...]:
        """Return the steps of a kind of duty: the mission's own, else the shipped ones."""
        _known(kind)
        with self._acts.reading() as connection:
            return load_lead_times(connection).get(kind, usual_legs()[kind])

    def save_legs(self, kind: str, legs: Sequence[Leg]) -> tuple[Leg, ...]:
        """Keep the mission's own steps of a kind of duty, in the order in which they are taken.

        The shipped ones count again where `legs` are just these. Raises InputError naming the step
        that is wrong.
        """
        _known(kind)
        checked = tuple(leg.checked() for leg in legs)
        if len({leg.kind for leg in checked}) < len(checked):
            raise InputError("Each step stands in the list once.", "legs")
        with self._acts.act("lead_times.save", "Change the lead times", "duties") as act:
            act.subject = f"lead_times/{kind}"
            if checked == usual_legs()[kind]:
                drop_lead_times(act.unit, kind)
            else:
                store_lead_times(act.unit, kind, checked)
        return checked

    def absences(self) -> tuple[Absence, ...]:
        """Return when somebody who signs is away, by the first day."""
        with self._acts.reading() as connection:
            return load_absences(connection)

    def save_absence(self, absence: Absence) -> Absence:
        """Add an absence (id 0) or replace one, and return it as stored."""
        checked = absence.checked()
        label = "Change the absence" if checked.id else "Add the absence"
        with self._acts.act("absence.save", label, "duties") as act:
            absence_id = store_absence(act.unit, checked)
            act.subject = f"absence/{absence_id}"
            return next(each for each in load_absences(act.connection) if each.id == absence_id)

    def signs(self, name: str) -> bool:
        """Tell whether an absence of that name can stand in the way, by the mission's approvers."""
        with self._acts.reading() as connection:
            profile = load_profile(connection)
        return signs(name, profile.approvers if profile else ())

    def remove_absence(self, absence_id: int) -> None:
        """Remove an absence, from where undo takes it back."""
        with self._acts.act("absence.remove", "Remove the absence", "duties") as act:
            act.subject = f"absence/{absence_id}"
            drop_absence(act.unit, absence_id)

    def _waiting(self) -> list[Duty]:
        return [each.duty for each in self._deadlines.duties() if each.status in _WAITING]

    def _planned(self, duties: Sequence[Duty]) -> list[SafeStart]:
        with self._acts.reading() as connection:
            return _planned_on(connection, duties)


def _planned_on(connection: Connection, duties: Sequence[Duty]) -> list[SafeStart]:
    way = _way(connection)
    found = []
    for duty in duties:
        # One duty without a way must not hide those of the others.
        with suppress(InputError):
            found.append(way(duty))
    return found


def _way(connection: Connection) -> Callable[[Duty], SafeStart]:
    """Return what plans the way to a duty; that raises InputError where a step finds no days."""
    away = load_absences(connection)
    profile = load_profile(connection)
    facts = DutyFacts(connection)
    meetings = facts.meetings()
    kinds = {each.id: each.kind for found in facts.milestones().values() for each in found}
    calendars = {place: stored_calendar(connection, place) for place in Place}
    legs = usual_legs() | load_lead_times(connection)
    approvers = profile.approvers if profile else ()
    return lambda duty: safe_start(
        duty, legs[_kind_of(duty, kinds)], calendars, away, meetings, approvers
    )


def _kind_of(duty: Duty, kinds: dict[int, MilestoneKind]) -> str:
    number = milestone_id(duty.period) if duty.kind is DutyKind.MEETING_MILESTONE else None
    return plan_kind(duty.kind, kinds.get(number) if number is not None else None)


def _known(kind: str) -> None:
    if kind not in usual_legs():
        raise InputError(f"There is no kind of duty “{kind}”; choose one from the list.", "kind")
