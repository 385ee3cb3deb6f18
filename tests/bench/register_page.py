"""Measures the page of the register over many notes: how it opens, and each key of a search.

Run as `python -m tests.bench.register_page`, on a screen of its own. The registers are built once
below build/ and kept. The numbers are wall time on this machine.
"""

import argparse
import hashlib
import os
import shutil
import time
from contextlib import suppress
from pathlib import Path
from statistics import median

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from ccmdesk.app import open_desk
from ccmdesk.services.first_look import first_look
from ccmdesk.services.sample import build_sample
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.notes import NotesPage
from tests.bench.register import CLOCK, QUERIES, fill, p95
from tests.bench.screen import screen

BUILD = Path(__file__).resolve().parent.parent.parent / "build" / "registers"
MIGRATIONS = BUILD.parent.parent / "ccmdesk" / "store" / "migrations"
FEW = 100
SIZE = (1440, 900)
_IDLE_ROUNDS, _MOST_SECONDS = 30, 60


class Paints(QObject):
    """Counts how often a widget was asked to paint itself."""

    def __init__(self) -> None:
        super().__init__()
        self.count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.Paint
        return False


def register_of(count: int) -> Path:
    """Return a folder with a register of `count` notes, built the first time."""
    folder = BUILD / str(count)
    ready = folder / "ready"
    # A register made by other code may be laid out otherwise.
    sources = [Path(__file__).parent / "register.py", *sorted(MIGRATIONS.glob("*.py"))]
    made_of = hashlib.sha256(b"".join(map(Path.read_bytes, sources))).hexdigest()
    if not ready.is_file() or ready.read_text("utf-8") != made_of:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        desk = open_desk(folder, CLOCK)
        build_sample(desk)
        desk.close()
        fill(folder / "ccmdesk.sqlite3", count)
        ready.write_text(made_of, "utf-8")
    return folder


def window_on(folder: Path) -> MainWindow:
    """Return a window that shows today and is quiet."""
    desk = open_desk(folder, CLOCK)
    window = MainWindow(first_look(folder, CLOCK), DataFolder(folder))
    window.attach(desk)
    window.resize(*SIZE)
    window.show()
    settle(window)
    return window


def settle(window: MainWindow) -> None:
    """Let everything finish that was begun."""
    until, idle = time.perf_counter() + _MOST_SECONDS, 0
    while idle < _IDLE_ROUNDS:
        QApplication.processEvents()
        idle = 0 if window.tasks.busy or window.quick_tasks.busy else idle + 1
        if time.perf_counter() > until:
            raise RuntimeError("the window never came to rest")
        time.sleep(0.005)


def opening(folder: Path) -> tuple[float, float]:
    """Return the milliseconds until the notes are painted: first time, and coming back to them."""
    window = window_on(folder)
    first = _opened(window)
    settle(window)
    again = []
    for _ in range(5):
        window.go("today")
        settle(window)
        # What changed elsewhere meanwhile makes the page read everything anew.
        window.data_changed.emit(frozenset({"notes"}))
        QApplication.processEvents()
        again.append(_opened(window))
        settle(window)
    window.close()
    window.deleteLater()
    settle(window)
    return first, median(again)


def keys(folder: Path) -> list[tuple[float, float, str]]:
    """Return for each key the milliseconds until what it finds is painted, and what was typed.

    The second figure is the work of the window's own thread, without what others took of the
    machine meanwhile.
    """
    window = window_on(folder)
    window.go("notes")
    settle(window)
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    register = page.register
    paints = Paints()
    register.table.viewport().installEventFilter(paints)
    search = register.filters.search
    search.setFocus()
    taken: list[tuple[float, float, str]] = []
    for query in QUERIES:
        for end, letter in enumerate(query, start=1):
            before = paints.count
            started, worked = time.perf_counter(), time.thread_time()
            if letter.isascii():
                QTest.keyClicks(search, letter)
            else:
                search.insert(letter)
            QApplication.processEvents()
            took, work = time.perf_counter() - started, time.thread_time() - worked
            taken.append((took * 1000, work * 1000, query[:end]))
            if len(register.table.rows()) and paints.count == before:
                raise RuntimeError(f"nothing was painted after {query[:end]!r}")
        QTest.keyClick(search, Qt.Key.Key_Escape)
        QApplication.processEvents()
    window.close()
    window.deleteLater()
    settle(window)
    return taken


def main() -> None:
    """Measure on a screen of its own and print."""
    with screen() as (place, environment):
        os.environ.update(environment)
        _measure()
        print(f"The window was painted on: {place}.")


def _measure() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--notes", type=int, default=100_000, help="notes in the long register")
    asked.add_argument("--slowest", type=int, default=0, help="print so many of the slowest keys")
    options = asked.parse_args()
    app = QApplication(list(theme.STYLE))
    theme.apply(app, "light")
    few, many = register_of(FEW), register_of(options.notes)
    opening(few)
    pairs = [(opening(few), opening(many)) for _ in range(5)]
    for place, words in enumerate(("opened first", "opened again")):
        short = median(pair[0][place] for pair in pairs)
        long = median(pair[1][place] for pair in pairs)
        print(
            f"{words}: {short:.1f} ms with {FEW} notes, {long:.1f} ms with {options.notes:,},"
            f" {long / short:.2f} x"
        )
    taken = keys(many)
    for words, times in (
        ("to the painted table", [took for took, _, _ in taken]),
        ("of which work of the window", [work for _, work, _ in taken]),
    ):
        print(
            f"{len(taken)} keys, {words}: median {median(times):.1f} ms,"
            f" p95 {p95(times):.1f} ms, most {max(times):.1f} ms"
        )
    for took, work, typed in sorted(taken, reverse=True)[: options.slowest]:
        print(f"  {took:6.1f} ms, {work:5.1f} ms of work {typed!r}")


def _opened(window: MainWindow) -> float:
    started = time.perf_counter()
    window.go("notes")
    QApplication.processEvents()
    taken = (time.perf_counter() - started) * 1000
    page = window.pages["notes"]
    assert isinstance(page, NotesPage)
    if not len(page.register.table.rows()):
        raise RuntimeError("no notes were shown")
    return taken


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):
        main()
