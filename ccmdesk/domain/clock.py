"""The only place that asks what day it is."""

from datetime import UTC, date, datetime

# The timer asks for the time every few minutes, and typing takes longer to load than it may take.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol
else:
    Protocol = object


class Clock(Protocol):
    """Tell the day at the mission and the instant in UTC."""

    def today(self) -> date:
        """Return the calendar day of the workstation."""

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""


class SystemClock:
    """The workstation's own clock."""

    def today(self) -> date:
        """Return the calendar day of the workstation."""
        return datetime.now(UTC).astimezone().date()

    def now(self) -> datetime:
        """Return the instant, aware, in UTC."""
        return datetime.now(UTC)


class FixedClock:
    """A clock that stands still, for the sample dossier, for what-if questions and for tests."""

    __slots__ = ("instant",)

    def __init__(self, instant: datetime) -> None:
        self.instant = instant

    @classmethod
    def on(cls, day: date, hour: int = 9) -> "FixedClock":
        """Stand at `hour` o'clock UTC of `day`."""
        return cls(datetime(day.year, day.month, day.day, hour, tzinfo=UTC))

    def today(self) -> date:
        """Return the calendar day of the fixed instant in UTC."""
        return self.instant.date()

    def now(self) -> datetime:
        """Return the fixed instant."""
        return self.instant
