"""What earlier meetings let expect of a coming one, until its own note arrives."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from ccmdesk.domain.meeting import Meeting

FARTHEST = 180
"""More days than this before an opening are a slip of the pen or another kind of date."""


@dataclass(frozen=True, slots=True)
class PastDistance:
    """When an earlier formal meeting of the Convention asked for the names of delegations."""

    code: str
    opened: date
    due: date
    source: str = ""
    as_of: date | None = None

    @property
    def days(self) -> int:
        """Return how many days before the opening the names were due."""
        return (self.opened - self.due).days


@dataclass(frozen=True, slots=True)
class Estimate:
    """A provisional day, on the cautious side, and the earlier meetings it rests on."""

    day: date
    days: int
    rests_on: tuple[PastDistance, ...]


def distances(recorded: Iterable[PastDistance], meetings: Iterable[Meeting]) -> list[PastDistance]:
    """Return one distance per earlier meeting by its opening; what its note says comes first."""
    known = {each.code: each for each in recorded}
    for meeting in meetings:
        due = meeting.convening.delegation_due
        if meeting.decides and meeting.start is not None and due is not None:
            source = meeting.convening.reference or meeting.source
            recorded_one = known.get(meeting.code)
            if recorded_one is not None and (recorded_one.opened, recorded_one.due) == (
                meeting.start,
                due,
            ):
                continue
            known[meeting.code] = PastDistance(
                meeting.code, meeting.start, due, source, meeting.convening.dated
            )
    return sorted(
        (each for each in known.values() if 0 < each.days <= FARTHEST),
        key=lambda each: (each.opened, each.code),
    )


def delegation_estimate(meeting: Meeting, past: Sequence[PastDistance]) -> Estimate | None:
    """Return by when the delegation will probably have to be named, or None without a footing.

    Only formal meetings that opened earlier count; of their distances the longest is taken, since
    an early name harms nobody.
    """
    if meeting.start is None or not meeting.decides:
        return None
    earlier = tuple(
        each for each in past if each.opened < meeting.start and each.code != meeting.code
    )
    if not earlier:
        return None
    days = max(each.days for each in earlier)
    return Estimate(meeting.start - timedelta(days=days), days, earlier)
