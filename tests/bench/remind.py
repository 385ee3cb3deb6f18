"""Measures the timer's question and a simulated year: `python -m tests.bench.remind`."""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from tests.bench.measure import Case, measure
from tests.services.reminder_year import Year

GOAL = 3.0


def quiet_mission(folder: Path) -> None:
    """Make a mission's register with its plan of reminders, of which none is due."""
    program = [sys.executable, "-m", "ccmdesk", "--data-dir", str(folder)]
    profile = ["--state", "NGA", "--mission", "Permanent Mission of Nigeria", "--city", "Geneva"]
    subprocess.run([*program, "init", *profile], check=True, stdout=subprocess.DEVNULL)
    # Whatever is due today is told to nobody; the plan is what counts.
    subprocess.run([*program, "remind"], check=False, stderr=subprocess.DEVNULL)


def main() -> int:
    """Measure and print; returns 1 where a figure is missed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--rounds", type=int, default=25, help="runs of each process")
    asked.add_argument("--seeds", type=int, default=1000, help="simulated years")
    asked.add_argument("--first", type=int, default=0, help="the first seed")
    options = asked.parse_args()
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "data"
        quiet_mission(folder)
        timer = (sys.executable, "-m", "ccmdesk", "--data-dir", str(folder), "remind")
        results = measure(
            [Case("python", (sys.executable, "-c", "pass")), Case("remind", timer)],
            options.rounds,
        )
    python, remind = (results[name].median_seconds for name in ("python", "remind"))
    print(f"python -c pass      {python * 1000:6.1f} ms")
    print(f"ccmdesk remind      {remind * 1000:6.1f} ms, nothing due")
    print(f"ratio               {remind / python:6.2f}, goal {GOAL:.1f}")
    failed = remind / python > GOAL
    return int(_years(options.first, options.seeds) or failed)


def _years(first: int, count: int) -> bool:
    """Live the years on all cores and print what they held; tell whether any had a fault."""
    started = time.perf_counter()
    failed = False
    told = cuts = jumps = repeats = 0
    with ProcessPoolExecutor() as pool:
        for seed, faults, numbers in pool.map(_year, range(first, first + count), chunksize=5):
            told, cuts = told + numbers[0], cuts + numbers[1]
            jumps, repeats = jumps + numbers[2], repeats + numbers[3]
            if faults:
                failed = True
                print(f"seed {seed}: {faults[0]} ({len(faults)} in all)")
    print(
        f"{count} simulated years in {time.perf_counter() - started:.0f} s: {told} reminders told,"
        f" {cuts} cuts of power and kills, {jumps} jumps of the clock"
    )
    print(f"{repeats} told again, in the same place on the screen, after a kill while telling")
    return failed


def _year(seed: int) -> tuple[int, list[str], tuple[int, int, int, int]]:
    year = Year(seed)
    try:
        year.live()
        return seed, year.faults(), (year.told, year.cuts, year.jumps, year.repeats)
    finally:
        year.close()


if __name__ == "__main__":
    sys.exit(main())
