"""How long the way to a date is, step by step, and when the first step has to begin."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ccmdesk.domain.duty import Duty, DutyKind
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import FIRST_YEAR, LAST_YEAR, Place
from ccmdesk.domain.meeting import Meeting
from ccmdesk.domain.meeting_duties import meeting_of
from ccmdesk.domain.names_alike import folded_words, names_alike
from ccmdesk.domain.profile import StandIn
from ccmdesk.domain.working_days import HolidayCalendar

LONGEST_LEG = 250
LONGEST_ABSENCE = 730
_DAY = timedelta(days=1)
_FARTHEST_BACK = 5_000


class LegKind(StrEnum):
    """The steps on the way, in the order in which they are usually taken."""

    CAPITAL = "capital"
    TRANSLATION = "translation"
    APPROVAL = "approval"
    COURIER = "courier"


@dataclass(frozen=True, slots=True)
class Leg:
    """One step and its length in working days of `place`."""

    kind: LegKind
    working_days: int
    place: Place

    def checked(self) -> "Leg":
        """Return the step, or raise InputError naming the step that is wrong."""
        if not 0 <= self.working_days <= LONGEST_LEG:
            raise InputError(
                f"Give 0 to {LONGEST_LEG} working days for the step “{self.kind}”.", str(self.kind)
            )
        return self


@dataclass(frozen=True, slots=True)
class Absence:
    """When somebody who signs is away, both days included."""

    name: str
    first: date
    last: date
    reason: str = ""
    id: int = 0

    def covers(self, day: date) -> bool:
        """Tell whether the day is one of the absence."""
        return self.first <= day <= self.last

    def checked(self) -> "Absence":
        """Return the absence, or raise InputError naming the field that is wrong."""
        if not self.name.strip():
            raise InputError("Say who is away.", "name")
        if self.last < self.first:
            raise InputError("The absence ends before it begins; correct one of the days.", "last")
        if self.first.year < FIRST_YEAR or self.last.year > LAST_YEAR:
            raise InputError(f"Give years from {FIRST_YEAR} to {LAST_YEAR}.", "first")
        if (self.last - self.first).days >= LONGEST_ABSENCE:
            raise InputError(
                f"An absence lasts less than {LONGEST_ABSENCE} days; check the years.", "last"
            )
        return self


@dataclass(frozen=True, slots=True)
class Clash:
    """Something that stands in the way of a step: a holiday, an absence, another meeting."""

    day: date
    last: date
    what: str


@dataclass(frozen=True, slots=True)
class PlannedLeg:
    """A step with the days on which it begins and ends at the latest."""

    leg: Leg
    first: date
    last: date
    clashes: tuple[Clash, ...] = ()


@dataclass(frozen=True, slots=True)
class SafeStart:
    """The whole way back from the internal date.

    `start_by` is the latest safe first day on which the mission itself works.
    """

    key: str
    start_by: date
    legs: tuple[PlannedLeg, ...]


@dataclass(frozen=True, slots=True)
class StartMove:
    """A duty whose latest safe start is another one than before."""

    key: str
    was: date
    became: date


def start_moves(before: Sequence[SafeStart], after: Sequence[SafeStart]) -> list[StartMove]:
    """Return the starts that differ between two looks, the earliest new one first."""
    was = {each.key: each.start_by for each in before}
    found = [
        StartMove(each.key, was[each.key], each.start_by)
        for each in after
        if each.start_by != was.get(each.key, each.start_by)
    ]
    return sorted(found, key=lambda move: (move.became, move.key))


def safe_start(
    duty: Duty,
    legs: Sequence[Leg],
    calendars: Mapping[Place, HolidayCalendar],
    absences: Sequence[Absence] = (),
    meetings: Sequence[Meeting] = (),
    approvers: Sequence[StandIn] = (),
) -> SafeStart:
    """Count back from the internal date, step by step, to the latest safe first day.

    Each step takes whole working days of its place, and the step before it ends on an earlier day.
    A day on which whoever signs is away, and nobody of `approvers` may sign instead, does not count
    for the approval. Steps of no days are left out. Holidays inside a step, absences and other
    meetings are named as clashes. Raises InputError where no day is left.
    """
    planned: list[PlannedLeg] = []
    away = [each for each in absences if signs(each.name, approvers)]
    limit = duty.internal_due
    for leg in reversed([leg for leg in legs if leg.working_days > 0]):
        calendar = calendars[leg.place]
        signed = _Signing(away if leg.kind is LegKind.APPROVAL else (), approvers)

        def counts(
            day: date, calendar: HolidayCalendar = calendar, signed: _Signing = signed
        ) -> bool:
            return calendar.is_working_day(day) and signed.possible(day)

        first, last = _taken(leg, limit, counts)
        own = meeting_of(duty.period) if duty.kind is DutyKind.MEETING_MILESTONE else ""
        others = [] if leg.place is Place.CAPITAL else [m for m in meetings if m.code != own]
        clashes = [
            *_holidays(first, limit, calendar),
            *signed.clashes(first, limit, calendar),
            *_sittings(first, last, others),
        ]
        planned.append(
            PlannedLeg(leg, first, last, tuple(sorted(clashes, key=lambda clash: clash.day)))
        )
        limit = first - _DAY
    planned.reverse()
    first = planned[0].first if planned else duty.internal_due
    # Whoever asks the capital sits in Geneva, and the two may rest on different days.
    start_by = calendars[Place.CANTON].working_day_on_or_before(first)
    return SafeStart(duty.key, start_by, tuple(planned))


def signs(name: str, approvers: Sequence[StandIn]) -> bool:
    """Tell whether an absence of that name can stand in the way of an approval.

    Without named approvers everybody counts as one who signs.
    """
    return not approvers or any(_same(each.name, name) for each in approvers)


class _Signing:
    """Who may sign on a day, as far as it is known who is away."""

    def __init__(self, absences: Sequence[Absence], approvers: Sequence[StandIn]) -> None:
        self._absences = absences
        self._approvers = approvers

    def possible(self, day: date) -> bool:
        away = [each.name for each in self._absences if each.covers(day)]
        return not away or any(
            each.acts_on(day) and not any(_same(each.name, name) for name in away)
            for each in self._approvers
        )

    def clashes(self, first: date, limit: date, calendar: HolidayCalendar) -> Iterator[Clash]:
        for each in self._absences:
            days = _days(max(first, each.first), min(limit, each.last))
            if any(calendar.is_working_day(day) and not self.possible(day) for day in days):
                reason = f" ({each.reason})" if each.reason else ""
                what = f"{each.name} is away{reason}, and nobody else may sign"
                yield Clash(max(first, each.first), min(limit, each.last), what)


def _taken(leg: Leg, limit: date, counts: Callable[[date], bool]) -> tuple[date, date]:
    """Return the first and the last of the step's days, counted back from `limit`."""
    left, day, last = leg.working_days, limit, None
    for _ in range(_FARTHEST_BACK):
        if counts(day):
            last = last or day
            left -= 1
            if not left:
                return day, last
        if day == date.min:
            break
        day -= _DAY
    raise InputError(
        f"No {leg.working_days} working days are left for the step “{leg.kind}”; look at its "
        "holidays and absences.",
        str(leg.kind),
    )


def _holidays(first: date, limit: date, calendar: HolidayCalendar) -> Iterator[Clash]:
    found: Clash | None = None
    for day in _days(first, limit):
        name = "" if day.weekday() in calendar.weekend else calendar.holiday(day)
        if not name:
            continue
        what = f"{name} ({calendar.place})"
        if found is not None and found.what == what and day - found.last == _DAY:
            found = Clash(found.day, day, what)
            continue
        if found is not None:
            yield found
        found = Clash(day, day, what)
    if found is not None:
        yield found


def _sittings(first: date, last: date, meetings: Sequence[Meeting]) -> Iterator[Clash]:
    for meeting in meetings:
        if meeting.start is None:
            continue
        closes = meeting.end or meeting.start
        if meeting.start <= last and closes >= first:
            yield Clash(meeting.start, closes, f"{meeting.name} ({meeting.code}) sits")


def _days(first: date, last: date) -> Iterator[date]:
    for count in range((last - first).days + 1):
        yield first + timedelta(days=count)


def _same(one: str, other: str) -> bool:
    """Tell whether two entries name one person, typed in two ways or with a title before it."""
    first, second = folded_words(one), folded_words(other)
    if one == other or names_alike(one, other) or first == second:
        return True
    shorter, longer = sorted((first, second), key=len)
    return len(shorter) > 1 and longer[-len(shorter) :] == shorter
