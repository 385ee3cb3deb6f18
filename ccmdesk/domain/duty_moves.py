"""How the dates of duties changed between two looks at them, and the history this makes."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from ccmdesk.domain.duty import Duty


@dataclass(frozen=True, slots=True)
class Move:
    """One duty whose legal or internal date changed; None where there was, or is, no such duty."""

    key: str
    title: str
    due: tuple[date | None, date | None]
    internal_due: tuple[date | None, date | None]

    @property
    def legal(self) -> bool:
        """Tell whether the legal date itself changed."""
        return self.due[0] != self.due[1]


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One line of a duty's history: what was changed, by whom, why, and from which paper.

    `what` is due, internal_due, standing, closes, owner, done, not_applicable, reopened or
    handed_up; `was` and `became` are ISO dates for dates, else plain words, and empty where there
    was nothing.
    """

    key: str
    at: datetime
    by: str
    what: str
    was: str = ""
    became: str = ""
    why: str = ""
    paper: str = ""


_STANDINGS = {"done": "completed", "unconfirmed": "not confirmed"}


def restandings(before: Iterable[Duty], after: Iterable[Duty]) -> list[tuple[str, str, str]]:
    """Return the duties whose standing changed, each with how it stood and stands, in words.

    A deadline that a later one replaced keeps its date; that it was extended is told by this.
    """
    earlier = {duty.key: duty.standing for duty in before}
    found = []
    for duty in after:
        was = earlier.get(duty.key, duty.standing)
        if was != duty.standing:
            now = duty.standing
            found.append((duty.key, _STANDINGS.get(was, was), _STANDINGS.get(now, now)))
    return found


def moves(before: Iterable[Duty], after: Iterable[Duty]) -> list[Move]:
    """Return what differs between two lists of duties, by the nearest legal date."""
    was = {duty.key: duty for duty in before}
    now = {duty.key: duty for duty in after}
    found = []
    for key in was.keys() | now.keys():
        old, new = was.get(key), now.get(key)
        named = new or old
        assert named is not None
        due = (old.due if old else None, new.due if new else None)
        internal = (old.internal_due if old else None, new.internal_due if new else None)
        if due[0] != due[1] or internal[0] != internal[1]:
            found.append(Move(key, named.title, due, internal))
    return sorted(found, key=lambda move: (move.due[1] or move.due[0] or date.max, move.key))
