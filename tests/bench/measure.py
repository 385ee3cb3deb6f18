"""Runs commands in turn, shuffled; takes wall time and peak memory of each whole process."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from statistics import median

# ru_maxrss counts kibibytes, on macOS bytes.
RSS_PER_MIB = 1024 * 1024 if sys.platform == "darwin" else 1024


@dataclass(frozen=True, slots=True)
class Case:
    """A command to measure; `environment` is added to that of the runner."""

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Measurement:
    """What one case took, run by run: seconds of wall time and MiB of peak memory."""

    seconds: list[float] = field(default_factory=list)
    mebibytes: list[float] = field(default_factory=list)
    failure: str = ""

    @property
    def median_seconds(self) -> float:
        return median(self.seconds)

    @property
    def median_mebibytes(self) -> float:
        return median(self.mebibytes)


def run_once(case: Case) -> tuple[float, float, str]:
    """Return wall seconds, peak MiB, and the last line of complaint (empty when it went well)."""
    started = time.perf_counter()
    process = subprocess.Popen(
        case.command,
        env={**os.environ, **case.environment},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None
    # Read to the end first: the process is over when nobody can write any more.
    complaint = process.stderr.read().decode(errors="replace")
    process.stderr.close()
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - started
    process.returncode = os.waitstatus_to_exitcode(status)
    failure = ""
    if process.returncode != 0:
        lines = complaint.strip().splitlines() or ["no message"]
        failure = f"exit {process.returncode}: {lines[-1]}"
    return took, usage.ru_maxrss / RSS_PER_MIB, failure


def measure(cases: Sequence[Case], rounds: int) -> dict[str, Measurement]:
    """Measure each case once per round, every round in a new order, after one round to warm up.

    A case that fails is left out of the rounds that follow, with its complaint.
    """
    results = {case.name: Measurement() for case in cases}
    order = random.Random(7)
    for turn in range(rounds + 1):
        for case in order.sample(cases, len(cases)):
            result = results[case.name]
            if result.failure:
                continue
            seconds, mebibytes, result.failure = run_once(case)
            if turn > 0 and not result.failure:
                result.seconds.append(seconds)
                result.mebibytes.append(mebibytes)
    return results
