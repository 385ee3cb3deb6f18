"""Which days an office works: weekends, holidays by rule, and holidays dated year by year."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from ccmdesk.domain.dates import easter, nth_weekday, weekday_name
from ccmdesk.domain.holiday_entries import WEEKEND, HolidayEntry, HolidayLine, Standing

SATURDAY, SUNDAY = 5, 6
_DAY = timedelta(days=1)


class HolidayKind(StrEnum):
    """How a recurring holiday finds its day in a year."""

    FIXED = "fixed"
    EASTER = "easter"
    GENEVAN_FAST = "genevan_fast"


@dataclass(frozen=True, slots=True)
class HolidayRule:
    """A holiday that recurs.

    `month` and `day` place a fixed one, `offset` counts days from Easter Sunday, the Genevan Fast
    is the Thursday after the first Sunday of September. Years after `certain_to` were not found
    in a list; the day still counts, because an earlier internal date is the safe one.
    """

    name: str
    kind: HolidayKind
    month: int = 0
    day: int = 0
    offset: int = 0
    first_year: int = 0
    last_year: int = 9999
    certain_to: int = 9999
    source: str = ""
    as_of: date | None = None

    def in_year(self, year: int) -> date | None:
        """Return the day of the holiday in `year`, or None outside its years."""
        if not self.first_year <= year <= self.last_year:
            return None
        match self.kind:
            case HolidayKind.FIXED:
                return date(year, self.month, self.day)
            case HolidayKind.EASTER:
                return easter(year) + timedelta(days=self.offset)
            case HolidayKind.GENEVAN_FAST:
                return nth_weekday(year, 9, SUNDAY, 1) + timedelta(days=4)


@dataclass(frozen=True, slots=True)
class DatedHoliday:
    """A holiday set anew for each year; `expected` means no list of that year was found."""

    name: str
    day: date
    expected: bool = False
    source: str = ""


class HolidayCalendar:
    """The holidays of one office, on the cautious side: a doubtful day is no working day.

    The officer's own `entries` come after the shipped rules and days: what they close is closed,
    what they open is open.
    """

    def __init__(
        self,
        rules: Iterable[HolidayRule] = (),
        dated: Iterable[DatedHoliday] = (),
        place: str = "the UN Office at Geneva",
        entries: Iterable[HolidayEntry] = (),
        weekend: frozenset[int] = WEEKEND,
    ) -> None:
        self.place = place
        self.weekend = weekend
        self._rules = tuple(rules)
        self._entries = tuple(entries)
        self._dated: dict[int, list[DatedHoliday]] = {}
        for holiday in dated:
            self._dated.setdefault(holiday.day.year, []).append(holiday)
        self._years: dict[int, dict[date, str]] = {}
        self._answers: dict[date, date] = {}

    def holiday(self, day: date) -> str:
        """Return the name of the holiday on `day`, with its doubt if any, or an empty text."""
        if day.year not in self._years:
            self._years[day.year] = self._computed(day.year)
        return self._years[day.year].get(day, "")

    def is_working_day(self, day: date) -> bool:
        """Tell whether the office works on `day`."""
        return day.weekday() not in self.weekend and not self.holiday(day)

    def working_day_on_or_before(self, day: date) -> date:
        """Return `day` itself if the office works, else the last working day before it."""
        known = self._answers.get(day)
        if known is None:
            known = day
            while not self.is_working_day(known):
                known -= _DAY
            self._answers[day] = known
        return known

    def lines(self, year: int) -> list[HolidayLine]:
        """Return the list of a year by day: shipped holidays, own ones, and cancelled ones."""
        shipped = self._shipped(year)
        found = {day: HolidayLine(day, name, Standing.SHIPPED) for day, name in shipped.items()}
        for entry, day in self._own(year):
            if entry.off:
                found[day] = HolidayLine(day, entry.name, Standing.OWN, entry.id)
            elif day in found:
                found[day] = HolidayLine(day, found[day].name, Standing.CANCELLED, entry.id)
        return [found[day] for day in sorted(found)]

    def described(self, day: date) -> str:
        """Return what day it is: "a Sunday", "a Friday and no working day (Good Friday)"."""
        name = self.holiday(day)
        return f"a {weekday_name(day)}" + (f" and no working day ({name})" if name else "")

    def _computed(self, year: int) -> dict[date, str]:
        days = self._shipped(year)
        for entry, day in self._own(year):
            if entry.off:
                days[day] = entry.name
            else:
                days.pop(day, None)
        return days

    def _own(self, year: int) -> Iterator[tuple[HolidayEntry, date]]:
        # What is said of one year alone comes after what is said of every year.
        for entry in sorted(self._entries, key=lambda entry: not entry.yearly):
            day = entry.in_year(year)
            if day is not None:
                yield entry, day

    def _shipped(self, year: int) -> dict[date, str]:
        days: dict[date, str] = {}
        # The neighbours matter at the turn of the year only.
        for each in (year - 1, year, year + 1):
            for rule in self._rules:
                day = rule.in_year(each) if 0 < each < 10000 else None
                if day is None:
                    continue
                doubt = f", not confirmed for {each}" if each > rule.certain_to else ""
                _put(days, day, rule.name + doubt)
                for other in _days_in_lieu(day):
                    _put(days, other, f"day off for {rule.name}{doubt}")
            for dated in self._dated.get(each, ()):
                _put(days, dated.day, dated.name + (", expected" if dated.expected else ""))
                if dated.expected:
                    # The moon decides, and the office then settles on a near working day.
                    around = {dated.day - _DAY, dated.day + _DAY, *_days_in_lieu(dated.day)}
                    for other in sorted(around):
                        _put(days, other, f"{dated.name}, expected about this day")
        return {day: name for day, name in days.items() if day.year == year}


def _put(days: dict[date, str], day: date, name: str) -> None:
    days.setdefault(day, name)


def _days_in_lieu(day: date) -> tuple[date, ...]:
    """Return the days that may be given for a holiday that falls on a weekend."""
    if day.weekday() == SATURDAY:
        return day - _DAY, day + 2 * _DAY
    if day.weekday() == SUNDAY:
        return (day + _DAY,)
    return ()
