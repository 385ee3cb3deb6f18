"""Watches what an act does to the dates of the mission's duties, and writes it down."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date

from ccmdesk.domain.duty import Duty
from ccmdesk.domain.duty_moves import HistoryEntry, Move, moves, restandings
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.duty_facts import DutyFacts
from ccmdesk.services.duty_sources import reckoned
from ccmdesk.store.duty_history_rows import add_history

_YEARS_AHEAD = 2


@contextmanager
def watched(
    act: Act, why: str, paper: str = "", state: str = "", *, ahead: int = _YEARS_AHEAD
) -> Iterator[list[Move]]:
    """Write a line of history for each duty whose date or standing the block changes.

    The duties of the mission's State, or of the `state` named, are compared before and after,
    annual reports as many years `ahead`.
    Nothing is written where the block gives the mission another State. The list is filled when the
    block ends, with the dates that moved.
    """
    found: list[Move] = []
    whose, before = _duties(act, state, ahead)
    yield found
    whose_now, after = _duties(act, state, ahead)
    if whose != whose_now:
        return
    found += moves(before, after)
    told = [
        (move.key, what, _written(was), _written(became))
        for move in found
        for what, (was, became) in (("due", move.due), ("internal_due", move.internal_due))
        if was != became
    ]
    told += [(key, "standing", was, became) for key, was, became in restandings(before, after)]
    for key, what, was, became in told:
        entry = HistoryEntry(key, act.at, act.by, what, was, became, why.strip(), paper.strip())
        add_history(act.unit, entry)


def moved_by(acts: Acts, change: Callable[[Act], object], state: str = "") -> list[Move]:
    """Return the dates that `change` would move; it is carried out and leaves no trace.

    The duties are those of the mission's State, or of the `state` named. Whatever `change` raises
    is raised.
    """
    with acts.trial() as act:
        whose, before = _duties(act, state)
        change(act)
        whose_now, after = _duties(act, state)
        return moves(before, after) if whose == whose_now else []


def _duties(act: Act, wanted: str, ahead: int = _YEARS_AHEAD) -> tuple[str, list[Duty]]:
    """Return the code of a State and its duties as the act sees them now."""
    facts = DutyFacts(act.connection)
    home = facts.home()
    code = wanted or (home.state_iso3 if home else "")
    state = next((each for each in facts.states() if each.iso3 == code), None)
    if state is None:
        return "", []
    until = date(min(act.at.year + ahead, date.max.year), 12, 31)
    return code, reckoned(facts, state, home, until, act.at.date())


def _written(day: date | None) -> str:
    return "" if day is None else day.isoformat()
