"""Judges a simulated year: what was told twice, too early, after its end, or never."""

from abc import ABC, abstractmethod
from collections import Counter
from datetime import date, datetime, timedelta, timezone

from ccmdesk.domain.duty import Duty, DutyRecord
from ccmdesk.domain.reminders import Reminder, ReminderState
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.reminders import RemindersService

Place = tuple[str, date, str]


class Judge(ABC):
    """What is known of a year from outside the program; `faults` says what went wrong in it."""

    days: HolidayCalendar
    duties: list[Duty]
    zone: timezone
    true_time: datetime

    def __init__(self) -> None:
        self.offset = timedelta(0)
        self.records: dict[str, DutyRecord] = {}
        self.snoozed: dict[str, date] = {}
        self.told = 0
        self._copied: tuple[dict[str, DutyRecord], dict[str, date], set[Place]] | None = None
        self._former: dict[Place, datetime] = {}
        self._faults: list[str] = []
        self._last: dict[Place, datetime] = {}
        self._rewound: set[Place] = set()
        self._seen_back: set[Place] = set()
        self._killed: set[Place] = set()
        self._unmarked: set[Place] = set()
        self._in_time: set[Place] = set()
        self._could_again: set[Place] = set()
        self._days_told: Counter[tuple[str, date]] = Counter()
        self._grace: list[date] = []

    @abstractmethod
    def machine_time(self) -> datetime:
        """Return what the machine's clock says."""

    @abstractmethod
    def _service(self) -> RemindersService:
        """Return the reminders as a new process sees them."""

    def _wall(self) -> datetime:
        return self.machine_time().astimezone(self.zone).replace(tzinfo=None)

    def faults(self) -> list[str]:
        """Return what went wrong, judged by the notices and the rows at the end."""
        found = list(self._faults)
        wall = self._wall()
        for each in self._service().all():
            named = f"{each.rung} of {each.duty_key}, {each.at}: {each.state} {each.why}"
            if each.at >= wall - timedelta(days=5):
                continue
            if each.state is ReminderState.PENDING:
                found.append(f"never told: {named}")
            elif each.state is ReminderState.SKIPPED:
                fine = ("It falls on one day", "Snoozed until", "Done on", "not ours")
                overdue = each.rung.startswith(("overdue", "snooze"))
                early = each.at.date() < date(2027, 1, 8)
                if not (each.why.startswith(fine) or (overdue and each.why) or early):
                    found.append(f"skipped without a good reason: {named}")
            elif each.place not in self._last and not self._spoken_for(each):
                found.append(f"marked but never told: {named}")
            elif (
                each.place in self._could_again
                and each.place not in self._in_time
                # Of what an older copy forgot, the list of what was told knows no more than that;
                # it stands among what waits for a choice.
                and "older copy" not in each.why
            ):
                found.append(f"told too early only: {named}")
        return found + self._silent()

    def _silent(self) -> list[str]:
        """Return the overdue duties that a whole working day of the last ten passed over."""
        found = []
        for duty in self.duties:
            if duty.key in self.records:
                continue
            for day in sorted(set(self._grace))[1:-1]:
                asleep = self.snoozed.get(duty.key, day) > day
                overdue = duty.due < day and self.days.is_working_day(day)
                if overdue and not asleep and not self._days_told[duty.key, day]:
                    found.append(f"silent on {day}: {duty.key}, due {duty.due}")
        return found

    def _told(self, each: Reminder, wall: datetime) -> None:
        named = f"{each.rung} of {each.duty_key} at {wall}"
        if each.place in self._last and not self._may_repeat(each):
            self._faults.append(f"told twice: {named}, before at {self._last[each.place]}")
        if each.duty_key in self.records:
            self._faults.append(f"told although ended: {named}")
        if self.snoozed.get(each.duty_key, wall.date()) > wall.date():
            self._faults.append(f"told although asleep: {named}")
        if each.at > wall:
            self._faults.append(f"told before its moment: {named}")
        self.told += 1
        if each.place in self._last:
            self._former[each.place] = self._last[each.place]
        self._last[each.place] = self.machine_time()
        self._rewound.discard(each.place)
        self._seen_back.discard(each.place)
        self._killed.discard(each.place)
        self._unmarked.add(each.place)
        if each.at <= self.true_time.astimezone(self.zone).replace(tzinfo=None):
            self._in_time.add(each.place)
        self._days_told[each.duty_key, wall.date()] += 1

    def _may_repeat(self, each: Reminder) -> bool:
        """Tell whether a reminder may be told again.

        Its moment came anew after the clock was set back; or who told it was killed before it
        could say so; or it was told by a clock that ran ahead, and an older copy knows nothing.
        """
        ahead = self._last[each.place] > self.machine_time() + timedelta(days=1)
        return each.place in self._rewound | self._killed or (ahead and self._copied is not None)

    def _spoken_for(self, each: Reminder) -> bool:
        """Tell whether an older copy made one pending again whose successor had been told."""
        told = any(key == each.duty_key for key, _, _ in self._last)
        return self._copied is not None and told

    def _forget(self, place: Place) -> None:
        former = self._former.pop(place, None)
        if former is None:
            self._last.pop(place, None)
            self._in_time.discard(place)
        else:
            self._last[place] = former
            self._rewound.add(place)

    def _look(self) -> set[Place]:
        """Note and return of which rungs the clock stands before their moment again."""
        before: set[Place] = set()
        now, wall = self.machine_time(), self._wall()
        if not self._rewound and max(self._last.values(), default=now) <= now + timedelta(days=1):
            return before
        for each in self._service().all():
            told = self._last.get(each.place)
            if told is None or each.state is ReminderState.ACKNOWLEDGED:
                continue
            if told > now + timedelta(days=1) and each.at > wall:
                before.add(each.place)
            elif each.place in self._rewound and each.at <= wall and now < told:
                # A cut may have kept the program from seeing the clock before its moment.
                if each.waits and each.place in self._seen_back and not self.offset:
                    self._could_again.add(each.place)
            elif each.place in self._rewound and each.waits and now >= told:
                self._rewound.discard(each.place)
        self._rewound |= before
        return before
