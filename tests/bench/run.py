"""Measures the program against its yardsticks and prints medians and ratios: `make bench`."""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.bench.measure import Case, Measurement, measure
from tests.bench.screen import screen

HERE = Path(__file__).resolve().parent


@dataclass(frozen=True, slots=True)
class Ratio:
    """One case against its yardstick, by time or by memory; `goal` is the most it may be."""

    what: str
    case: str
    yardstick: str
    quantity: str
    goal: float | None = None


RATIOS = (
    Ratio("deadlines of one State, time", "deadlines", "sqlalchemy", "seconds"),
    Ratio("first paint with data, time", "window", "bare window", "seconds", 1.3),
    Ratio("first paint with data, memory", "window", "bare window", "mebibytes", 1.5),
    Ratio("duties of all to 2040, time", "all duties", "sqlalchemy", "seconds"),
)


def cases(data: Path, windows: Mapping[str, str]) -> list[Case]:
    """Return what is measured; `data` holds the data of a mission with a profile.

    `windows` is the environment in which windows open. The memory of the window is its own; the
    copy of it that computes the first look beside it, and is gone before the paint, is not added.
    """
    python = sys.executable
    return [
        Case("python", (python, "-c", "pass")),
        Case("sqlalchemy", (python, "-c", "import sqlalchemy")),
        Case("deadlines", (python, "-m", "ccmdesk", "deadlines", "--state", "NGA")),
        Case("all duties", (python, str(HERE / "all_duties.py"))),
        Case("bare window", (python, str(HERE / "bare_window.py")), windows),
        Case(
            "window",
            (python, "-m", "ccmdesk"),
            {**windows, **at_home(data), "CCMDESK_QUIT_AFTER_FIRST_PAINT": "1"},
        ),
    ]


def at_home(data: Path) -> dict[str, str]:
    """Return the environment in which the program, asked nothing, finds its data in `data`."""
    on_linux = sys.platform == "linux"
    return {
        "XDG_DATA_HOME": str(data),
        "CCMDESK_DATA_DIR": "" if on_linux else str(data),
    }


def prepare(data: Path) -> None:
    """Make the profile of a mission, whose duties the window then shows."""
    program = [sys.executable, "-m", "ccmdesk"]
    profile = ["--state", "NGA", "--mission", "Permanent Mission of Nigeria", "--city", "Geneva"]
    environment = {**os.environ, **at_home(data)}
    subprocess.run(
        [*program, "init", *profile], check=True, env=environment, stdout=subprocess.DEVNULL
    )


def report(results: dict[str, Measurement]) -> None:
    """Print one table of medians and one of ratios."""
    print(f"\n{'median of each whole process':<32}{'ms':>8}{'MiB':>8}{'runs':>6}")
    for name, result in results.items():
        if result.failure:
            print(f"{name:<32}{result.failure}")
        else:
            milliseconds = result.median_seconds * 1000
            print(
                f"{name:<32}{milliseconds:>8.0f}{result.median_mebibytes:>8.0f}"
                f"{len(result.seconds):>6}"
            )
    print(f"\n{'ratio within this run':<32}{'ratio':>8}{'goal':>8}  against")
    for ratio in RATIOS:
        measured, yardstick = results[ratio.case], results[ratio.yardstick]
        if measured.failure or yardstick.failure:
            print(f"{ratio.what:<32}{'-':>8}")
            continue
        name = f"median_{ratio.quantity}"
        value = getattr(measured, name) / getattr(yardstick, name)
        goal = "" if ratio.goal is None else f"{ratio.goal:.1f}"
        verdict = "" if ratio.goal is None or value <= ratio.goal else "  (missed)"
        print(f"{ratio.what:<32}{value:>8.2f}{goal:>8}  {ratio.yardstick}{verdict}")


def main() -> int:
    """Measure everything and return 1 when a command did not work at all."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.run", description=__doc__)
    parser.add_argument("--rounds", type=int, default=9, help="runs of each (default: 9)")
    rounds = max(7, parser.parse_args().rounds)
    # An installed program is compiled once; here the round that warms up does it.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with (
        tempfile.TemporaryDirectory() as compiled,
        tempfile.TemporaryDirectory() as folder,
        screen() as (place, windows),
    ):
        os.environ["PYTHONPYCACHEPREFIX"] = compiled
        data = Path(folder)
        try:
            prepare(data)
        except subprocess.CalledProcessError:
            print("No profile could be made for the measurement; see above.", file=sys.stderr)
            return 1
        results = measure(cases(data, windows), rounds)
    report(results)
    print(f"\nThe windows were painted on: {place}.")
    return 1 if any(result.failure for result in results.values()) else 0


if __name__ == "__main__":
    sys.exit(main())
