"""What stands on the days of a year: deadlines, days to send by, meetings and holidays."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from ccmdesk.domain.dates import spoken
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

_DAY = timedelta(days=1)


class MarkKind(StrEnum):
    """What a mark stands for; `closed` is a deadline of which nothing is left to do."""

    DUE = "due"
    CLOSED = "closed"
    SEND_BY = "send_by"
    MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing of the year.

    `key` is that of the duty, or the code of the meeting; `word` tells how it stands; a meeting
    goes on to `last`.
    """

    day: date
    kind: MarkKind
    key: str
    title: str
    second: str = ""
    word: str = ""
    tone: Tone = Tone.PLAIN
    last: date | None = None

    @property
    def days(self) -> Iterable[date]:
        """Return every day of it."""
        end = self.last or self.day
        return (self.day + n * _DAY for n in range((end - self.day).days + 1))


@dataclass(frozen=True)
class YearDays:
    """The marks of one year by their days, and the days on which the office is closed."""

    year: int
    today: date
    holidays: Mapping[date, str] = field(default_factory=dict)
    marks: tuple[Mark, ...] = ()
    by_day: dict[date, list[Mark]] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        found: dict[date, list[Mark]] = {}
        for mark in self.marks:
            for day in mark.days:
                if day.year == self.year:
                    found.setdefault(day, []).append(mark)
        object.__setattr__(self, "by_day", found)

    def of(self, day: date) -> list[Mark]:
        """Return what stands on a day."""
        return self.by_day.get(day, [])

    def deadlines(self, day: date) -> list[Mark]:
        """Return what stands on a day without the meetings that go on."""
        return [mark for mark in self.of(day) if mark.kind is not MarkKind.MEETING]

    def beside(self, day: date, step: int) -> date | None:
        """Return the nearest day after (1) or before (-1) `day` on which something begins."""
        first = [other for other, marks in self.by_day.items() if _begins(other, marks)]
        if step > 0:
            return min((other for other in first if other > day), default=None)
        return max((other for other in first if other < day), default=None)

    def words(self, day: date) -> str:
        """Return a day with all that stands on it, for the pointer and for a screen reader."""
        parts = [tr("today")] if day == self.today else []
        if day in self.holidays:
            parts.append(tr("no working day: {name}", name=self.holidays[day]))
        for mark in self.of(day):
            parts.append(f"{mark.title}, {mark.word}" if mark.word else mark.title)
        return f"{spoken(day)}: " + "; ".join(parts) if parts else spoken(day)


def _begins(day: date, marks: Iterable[Mark]) -> bool:
    return any(mark.day == day for mark in marks)
