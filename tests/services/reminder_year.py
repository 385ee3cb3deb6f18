"""A simulated year of a workstation: cuts, kills, suspensions, older copies, jumping clocks.

The register is a real one; only the power, the clock and the screen are played.
"""

import random
import shutil
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path

from ccmdesk.domain.duty import Duty, DutyKind, DutyRecord, TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.reminders import ReminderState
from ccmdesk.domain.tracking import track
from ccmdesk.domain.working_days import HolidayCalendar
from ccmdesk.services.reference import calendar
from ccmdesk.services.reminder_book import ReminderBook
from ccmdesk.services.reminder_duties import Asked
from ccmdesk.services.reminders import RemindersService
from ccmdesk.store.creation import create
from ccmdesk.store.due_door import nothing_due
from ccmdesk.system.notifications import Notice, NotShownError
from ccmdesk.system.paths import DataFolder
from tests.services.reminder_judge import Judge

START = datetime(2027, 1, 4, 5, tzinfo=UTC)
YEAR = timedelta(days=365)
KEPT_SINCE = date(2026, 1, 1)


class Cut(BaseException):
    """The power went, or the process was killed."""


class Watch:
    """The machine's clock, which may be wrong, and whose reading may be the last thing that is."""

    def __init__(self, year: "Year") -> None:
        self._year = year

    def now(self) -> datetime:
        self._year.may_be_cut()
        return self._year.machine_time()

    def today(self) -> date:
        return self.now().date()


class Year(Judge):
    """One year, lived by chance; `faults` names what a reminder did that none may do."""

    def __init__(self, seed: int, place: Path | None = None) -> None:
        super().__init__()
        self._chance = random.Random(seed)
        shared = Path("/dev/shm")
        self._own = place is None
        self._root = place or Path(
            tempfile.mkdtemp(prefix="year-", dir=shared if shared.is_dir() else None)
        )
        self.folder = DataFolder(self._root / "data")
        create(self.folder.database)
        self.days: HolidayCalendar = calendar()
        self.true_time = START
        self.zone = timezone(timedelta(hours=1))
        self.duties = [self._duty(number) for number in range(self._chance.randint(3, 5))]
        self.cuts = self.jumps = self.repeats = 0
        self._armed = 0.0

    def close(self) -> None:
        """Throw the year's folder away."""
        if self._own:
            shutil.rmtree(self._root)

    # What the program asks of the machine.

    def machine_time(self) -> datetime:
        return self.true_time + self.offset

    def may_be_cut(self) -> None:
        if self._chance.random() < self._armed:
            raise Cut

    def mark_done(
        self, key: str, on: date, proof: str, channel: str, file: Proof | None = None
    ) -> TrackedDuty:
        self.records[key] = DutyRecord(key, done_on=on, proof=proof)
        return self._tracked(key)

    def mark_not_applicable(self, key: str, reason: str) -> TrackedDuty:
        self.records[key] = DutyRecord(key, not_applicable=True, remark=reason)
        return self._tracked(key)

    def asked(self, day: date, until: date) -> Asked:
        tracked = [
            track(each, self.records.get(each.key), as_of=day, recorded_since=KEPT_SINCE)
            for each in self.duties
            if each.due <= until
        ]
        return Asked(tracked, self.days)

    def calendar(self) -> HolidayCalendar:
        return self.days

    # The year.

    def live(self) -> None:
        """Live through the year and ten quiet days after it."""
        wrong_until: datetime | None = None
        chance = self._chance
        # The register was begun while the machine was on.
        self.tick(0.0)
        while self.true_time < START + YEAR:
            match chance.choices(
                ("tick", "suspend", "away", "jump", "travel", "officer", "copy", "restore"),
                (100, 8, 1, 2, 1, 5, 1, 1),
            )[0]:
                case "suspend":
                    self._pass(timedelta(hours=chance.randint(5, 120)))
                case "away":
                    self._pass(timedelta(days=chance.choice((8, 20, 60, 300))))
                case "jump" if wrong_until is None:
                    self.jumps += 1
                    hours = chance.choice((1, 5, 23, 25, 72, 24 * 30, 24 * 365))
                    self.offset = timedelta(hours=hours * chance.choice((-1, 1)))
                    wrong_until = self.true_time + timedelta(hours=chance.randint(1, 20))
                case "travel":
                    self.zone = timezone(timedelta(hours=chance.choice((-5, 0, 1, 2, 9))))
                case "officer":
                    self._officer()
                case "copy":
                    shutil.copy(self.folder.database, self._root / "copy")
                    self._copied = dict(self.records), dict(self.snoozed), set(self._seen_back)
                case "restore" if self._copied is not None:
                    shutil.copy(self._root / "copy", self.folder.database)
                    self.records = dict(self._copied[0])
                    self.snoozed = dict(self._copied[1])
                    # An older copy has not seen what the clock showed after it was made.
                    self._seen_back &= self._copied[2]
                case _:
                    self.tick(chance.choice((0.0, 0.0, 0.1)))
            self._pass(timedelta(hours=chance.randint(1, 6)))
            if wrong_until is not None and self.true_time >= wrong_until:
                self.offset, wrong_until = timedelta(0), None
        self.offset = timedelta(0)
        for _ in range(80):
            self._pass(timedelta(hours=3))
            self.tick(0.0)
            self._grace.append(self._wall().date())

    def tick(self, risk: float) -> None:
        """Let the timer ask, with a chance of a cut at every question of the time and notice."""
        before = self._look()
        now = self.machine_time()
        wall = now.astimezone(self.zone).replace(tzinfo=None)
        if nothing_due(
            str(self.folder.database),
            wall.isoformat(timespec="minutes"),
            (now + timedelta(days=1)).isoformat(timespec="microseconds"),
        ):
            self._seen_back |= before
            return
        self._unmarked.clear()
        self._armed = risk
        try:
            self._service().run(self._show)
        except Cut:
            self.cuts += 1
            if self._chance.random() < 0.5:
                # The power went: what was on the screen in that instant nobody saw.
                for place in self._unmarked:
                    self._forget(place)
                self._pass(timedelta(hours=self._chance.randint(1, 100)))
            else:
                self.repeats += len(self._unmarked)
                self._killed |= self._unmarked
        else:
            self._seen_back |= before
        finally:
            self._armed = 0.0
        self._unmarked.clear()

    def _show(self, notice: Notice) -> None:
        # A second agent finds the first at work.
        if not RemindersService(self._book()).run(self._never).busy:
            self._faults.append("two agents told at once")
        self.may_be_cut()
        if self._chance.random() < 0.05:
            raise NotShownError("no desktop yet")
        wall = self._wall()
        claimed = wall.replace(second=0) + timedelta(minutes=15)
        for each in self._service().all():
            if each.state is ReminderState.PENDING and each.fire_at == claimed:
                self._told(each, wall)
        self.may_be_cut()

    def _officer(self) -> None:
        self._seen_back |= self._look()
        service = self._service()
        waiting = service.standing()
        if not waiting:
            return
        chosen = self._chance.choice(waiting)
        key, today = chosen.duty_key, self._wall().date()
        match self._chance.choices(("done", "not ours", "snooze", "nothing"), (2, 1, 6, 4))[0]:
            case "done":
                service.done(key, today, "e-mail", "email")
            case "not ours":
                service.not_ours(key, "not ours")
            case "snooze":
                until = today + timedelta(days=self._chance.randint(1, 20))
                try:
                    self.snoozed[key] = service.snooze(
                        key, until, "capital asked", second_look=self._chance.random() < 0.3
                    )
                except InputError:
                    return
            case _:
                service.looked_at_digest()

    def _book(self) -> ReminderBook:
        return ReminderBook(self.folder, self, Watch(self), zone=self.zone)

    def _service(self) -> RemindersService:
        return RemindersService(self._book(), self)

    def _tracked(self, key: str) -> TrackedDuty:
        tracked = self.asked(START.date(), date.max).duties
        return next(each for each in tracked if each.duty.key == key)

    def _duty(self, number: int) -> Duty:
        due = START.date() + timedelta(days=self._chance.randint(3, 420))
        kind = self._chance.choice(list(DutyKind))
        internal = self.days.working_day_on_or_before(due)
        return Duty("NGA", kind, "7", f"p{number}", f"Duty {number}", due, internal)

    def _pass(self, time: timedelta) -> None:
        self.true_time += time - timedelta(minutes=self.true_time.minute - 2)

    def _never(self, notice: Notice) -> None:
        self._faults.append(f"a second agent told: {notice.title}")
