"""Measures the duties of every State Party to 2040: `python -m tests.bench.duties`."""

import sys
import time
from datetime import date
from statistics import median

from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.state import Status
from ccmdesk.services import reference
from ccmdesk.services.deadlines import DeadlinesService, ReferenceBook

GOAL_MS = 50.0
_ROUNDS = 21


def main() -> int:
    """Measure and print; returns 1 where the figure is missed."""
    service = DeadlinesService(ReferenceBook(), FixedClock.on(date(2026, 11, 22)))
    codes = [state.iso3 for state in reference.states() if state.status is Status.PARTY]
    # The lists are read before, and the calendar of the holidays is made by the first round.
    taken, duties = [], 0
    for _ in range(_ROUNDS):
        started = time.perf_counter()
        duties = sum(len(service.duties(code, end=date(2040, 12, 31))) for code in codes)
        taken.append((time.perf_counter() - started) * 1000)
    print(
        f"{duties} duties of {len(codes)} States Parties to 2040: {median(taken):.1f} ms, "
        f"the first time {taken[0]:.1f} ms; goal {GOAL_MS:.0f} ms"
    )
    return int(taken[0] > GOAL_MS)


if __name__ == "__main__":
    sys.exit(main())
