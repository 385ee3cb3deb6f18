"""Measures papers against their peers and prints medians and ratios: part of `make bench`."""

import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from tests.bench.measure import Case, Measurement, measure
from tests.bench.papers import content

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
EMBLEM = ROOT / "resources" / "sample" / "emblem.png"
# What the peers need of the bundled fonts; with the Chinese ones they would only start later.
FONTS = ("STIXTwoText-Regular", "STIXTwoText-Bold", "NotoSerif-Regular", "NotoSerif-Bold")
# What the installed command does; it may be installed from another folder than this.
COMMAND = "import sys; from ccmdesk.__main__ import main; sys.exit(main())"
LENGTHS = (10, 100, 500, 2000)
KIB = 1024


@dataclass(slots=True)
class Engine:
    """What makes papers: its module beside this file, and the Python that can load it.

    `counts` is how many notes one process makes, with 8 delegates and with 200.
    """

    name: str
    module: str
    python: str
    needs: str
    counts: tuple[int, int]
    goals: tuple[float, float] | None = None
    seconds: dict[int, list[float]] = field(default_factory=dict)
    mebibytes: dict[int, list[float]] = field(default_factory=dict)
    kibibytes: dict[int, float] = field(default_factory=dict)
    formats: str = ""

    def here(self) -> bool:
        """Tell whether the engine can be run on this machine."""
        if not Path(self.python).is_file():
            return False
        if self.needs == "uno" and shutil.which("soffice") is None:
            return False
        command = [self.python, "-c", f"import {self.needs}"]
        return subprocess.run(command, capture_output=True, check=False).returncode == 0


@dataclass(frozen=True, slots=True)
class Place:
    """The folder of the measurement: emblem, fonts, notes."""

    folder: Path

    @property
    def emblem(self) -> Path:
        return self.folder / "emblem.png"

    @property
    def fonts(self) -> Path:
        return self.folder / "fonts"


def engines() -> list[Engine]:
    """Return this program and its peers, each with the most our time may be of theirs."""
    peers = str(ROOT / "build" / "bench-venv" / "bin" / "python")
    return [
        Engine("CCM Desk", "by_ccm_desk", sys.executable, "uharfbuzz", (40, 8)),
        Engine("typst", "by_typst", peers, "typst", (40, 8), (0.6, 0.6)),
        Engine("WeasyPrint", "by_weasyprint", peers, "weasyprint", (4, 1), (1 / 15, 1 / 15)),
        Engine(
            "LibreOffice", "by_libreoffice", "/usr/bin/python3", "uno", (8, 4), (1 / 20, 1 / 20)
        ),
    ]


def prepare(place: Place) -> None:
    """Lay out what every engine reads."""
    shutil.copy(EMBLEM, place.emblem)
    shutil.copy(HERE / "note.typ", place.folder)
    place.fonts.mkdir()
    for name in FONTS:
        shutil.copy(ROOT / "resources" / "fonts" / f"{name}.ttf", place.fonts)
    (place.folder / "typst.json").write_text(
        json.dumps(content.told(content.note(8, 0), emblem=False))
    )
    done = subprocess.run(
        [sys.executable, "-m", "ccmdesk", "render", "--example", "en", "--delegates", "8"],
        capture_output=True,
        check=True,
    )
    (place.folder / "ccmdesk.json").write_bytes(done.stdout)


def cold(place: Place, found: list[Engine], rounds: int) -> dict[str, Measurement]:
    """Measure whole processes that make one note of 8 delegates, and that of an empty Python."""
    cases = [
        Case("python", (sys.executable, "-c", "pass")),
        Case(
            "ccmdesk render",
            (
                *(sys.executable, "-c", COMMAND, "render", str(place.folder / "ccmdesk.json")),
                *("--out", str(place.folder / "ccmdesk.pdf")),
            ),
        ),
    ]
    for engine in found:
        if engine.module == "by_typst":
            given = [place.folder / "typst.json", place.folder, place.fonts, place.folder / "t.pdf"]
            script = str(HERE / "typst_once.py")
            cases.append(Case("typst", (engine.python, script, *map(str, given))))
    return measure(cases, rounds)


def warm(place: Place, found: list[Engine], rounds: int) -> None:
    """Measure notes in processes that have made one before, each round in another order."""
    order = random.Random(11)
    for _ in range(rounds):
        for engine in order.sample(found, len(found)):
            for delegates, count in zip((8, 200), engine.counts, strict=True):
                run(place, engine, delegates, count)


def run(place: Place, engine: Engine, delegates: int, count: int) -> None:
    """Let one process of an engine make that many notes."""
    command = [engine.python, str(HERE / "worker.py"), engine.module]
    given = [place.emblem, place.fonts, delegates, count]
    done = subprocess.run([*command, *map(str, given)], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{engine.name} did not work:\n{done.stderr}")
    said = json.loads(done.stdout)
    engine.seconds.setdefault(delegates, []).extend(said["seconds"])
    engine.mebibytes.setdefault(delegates, []).append(said["peak"] / KIB)
    engine.kibibytes[delegates] = said["size"] / KIB
    engine.formats = said["formats"]


def report_cold(results: dict[str, Measurement]) -> None:
    """Print the whole processes."""
    print("\n| whole process, 8 delegates | ms | peak MiB |\n|---|--:|--:|")
    for name, result in results.items():
        if result.failure:
            print(f"| {name} | {result.failure} | |")
        else:
            print(
                f"| {name} | {result.median_seconds * 1000:.0f} | {result.median_mebibytes:.0f} |"
            )
    ours, typst = results["ccmdesk render"], results.get("typst")
    if typst and not typst.failure and not ours.failure:
        time = ours.median_seconds / typst.median_seconds
        peak = ours.median_mebibytes / typst.median_mebibytes
        print(f"\nccmdesk render takes {time:.2f} x the time of typst (goal: 2){_missed(time, 2)}")
        print(f"and {peak:.2f} x its memory (goal: below 1){_missed(peak, 1)}.")


def report_warm(found: list[Engine]) -> None:
    """Print the notes made in running processes, and how our time stands to that of each peer."""
    ours = found[0]
    print(
        "\n| warm | file | 8: ms | ours is | goal | 200: ms | ours is | goal | peak MiB | KiB |"
        "\n|---|---|--:|--:|--:|--:|--:|--:|--:|--:|"
    )
    for engine in found:
        row = [engine.name, engine.formats]
        for index, delegates in enumerate((8, 200)):
            own = median(engine.seconds[delegates])
            row.append(f"{own * 1000:.1f}")
            if engine.goals is None:
                row += ["", ""]
            else:
                ratio, goal = median(ours.seconds[delegates]) / own, engine.goals[index]
                row += [f"{ratio:.3f}{_missed(ratio, goal)}", f"{goal:.3f}"]
        row.append(" / ".join(f"{median(engine.mebibytes[length]):.0f}" for length in (8, 200)))
        row.append(" / ".join(f"{engine.kibibytes[length]:.0f}" for length in (8, 200)))
        print(f"| {' | '.join(row)} |")


def report_lengths(place: Place, ours: Engine, rounds: int) -> None:
    """Print what a delegate costs in notes from short to long."""
    print("\n| delegates | ms | ms for each | peak MiB |\n|--:|--:|--:|--:|")
    for length in LENGTHS:
        run(place, ours, length, max(3, 200 * rounds // length))
        time = median(ours.seconds[length]) * 1000
        peak = median(ours.mebibytes[length])
        print(f"| {length} | {time:.1f} | {time / length:.3f} | {peak:.0f} |")


def _missed(value: float, goal: float) -> str:
    return "" if value <= goal else " (missed)"


def main() -> int:
    """Measure everything; 1 where a command of ours did not work."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.papers", description=__doc__)
    parser.add_argument("--rounds", type=int, default=3, help="processes of each (default: 3)")
    rounds = max(1, parser.parse_args().rounds)
    # As for the program itself: what is installed is compiled once.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    found = []
    for engine in engines():
        if engine.here():
            found.append(engine)
        else:
            print(f"{engine.name} is not here, and is left out.")
    with tempfile.TemporaryDirectory() as folder:
        place = Place(Path(folder))
        prepare(place)
        started = cold(place, found, 3 * rounds)
        warm(place, found, rounds)
        report_cold(started)
        report_warm(found)
        report_lengths(place, found[0], rounds)
    return 1 if started["ccmdesk render"].failure else 0


if __name__ == "__main__":
    sys.exit(main())
