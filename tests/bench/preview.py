"""Types into a note and measures from each key to the repainted paper: `make bench`."""

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from statistics import median

from tests.bench.screen import screen

FRAME = 1000 / 60
GOAL_FRAMES = 2.0
KEYS_A_SECOND = 12
_WORDS = "The Permanent Mission would be grateful for an early reply to this question, please. "


@dataclass(slots=True)
class Typing:
    """What was seen, in milliseconds: key to paint, key to its end, and how late a key came."""

    painted: list[float] = field(default_factory=list)
    handled: list[float] = field(default_factory=list)
    late: list[float] = field(default_factory=list)
    keys: int = 0
    pages: int = 0
    worked: float = 0

    @property
    def dropped(self) -> int:
        """Return how many keys never had a paper of their own."""
        return self.keys - len(self.painted)


def percentile(values: list[float], share: float) -> float:
    """Return the value that `share` of the values do not exceed."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def typed(keys: int, paragraphs: int) -> Typing:
    """Type `keys` letters at 12 a second into the last paragraph of a note."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from ccmdesk.app import open_desk
    from ccmdesk.domain.clock import FixedClock
    from ccmdesk.domain.note import NoteKind, Part
    from ccmdesk.services.first_look import first_look
    from ccmdesk.services.sample import build_sample
    from ccmdesk.system.paths import DataFolder
    from ccmdesk.ui import theme
    from ccmdesk.ui.live_preview import Set
    from ccmdesk.ui.main_window import MainWindow
    from ccmdesk.ui.pages.notes import NotesPage
    from ccmdesk.ui.singletons import keep_singletons

    keep_singletons()
    app = QApplication.instance() or QApplication(["bench", *theme.STYLE])
    assert isinstance(app, QApplication)
    theme.apply(app, "light")
    with tempfile.TemporaryDirectory() as folder:
        clock = FixedClock.on(date(2023, 8, 16))
        desk = open_desk(Path(folder), clock)
        build_sample(desk)
        note = desk.notes.create(NoteKind.GENERAL, None, "en")
        own = tuple(Part("", _WORDS * 4) for _ in range(paragraphs))
        draft = desk.notes.draft(note)
        body = (Part("statement"), *own, Part("request", ""))
        desk.notes.update(note, replace(draft, body=body))
        window = MainWindow(first_look(Path(folder), clock), DataFolder(Path(folder)))
        window.resize(1440, 900)
        window.attach(desk)
        window.show()
        window.go("notes", note)
        page = window.pages["notes"]
        assert isinstance(page, NotesPage)
        editor = page.editor
        row = editor.form.paragraphs.row_of("request")
        assert row is not None
        row.editor.setFocus()
        _settle(lambda: editor.preview.idle and not window.tasks.busy)
        result = Typing(keys=keys, pages=editor.paper.pages)
        pressed: dict[str, float] = {}
        shown: list[str] = []
        letters = (_WORDS * (keys // len(_WORDS) + 1))[:keys]
        begun, worked = time.perf_counter(), time.process_time()

        def ready(made: Set) -> None:
            text = next(part.text for part in made.draft.body if part.key == "request")
            shown.append((text or "").strip())

        def painted() -> None:
            now = time.perf_counter()
            for text in shown:
                if text in pressed:
                    result.painted.append((now - pressed.pop(text)) * 1000)
            shown.clear()

        editor.preview.ready.connect(ready)
        editor.paper.view.painted.connect(painted)
        count = 0

        def press() -> None:
            nonlocal count
            now = time.perf_counter()
            result.late.append((now - begun - (count + 1) / KEYS_A_SECOND) * 1000)
            letter = letters[count].replace(" ", "x")
            count += 1
            QTest.keyClicks(row.editor, letter)
            pressed[row.text().strip()] = now
            result.handled.append((time.perf_counter() - now) * 1000)
            if count == keys:
                return
            wait = begun + (count + 1) / KEYS_A_SECOND - time.perf_counter()
            clockwork.start(max(round(wait * 1000), 0))

        clockwork = QTimer()
        clockwork.setTimerType(Qt.TimerType.PreciseTimer)
        clockwork.setSingleShot(True)
        clockwork.timeout.connect(press)
        clockwork.start(1000 // KEYS_A_SECOND)
        _settle(lambda: count == keys)
        result.worked = (time.process_time() - worked) * 1000
        _settle(lambda: editor.preview.idle and editor.keeper.quiet)
        window.close()
    return result


def _settle(done: Callable[[], bool], seconds: float = 60) -> None:
    """Let the window live until `done`, in an event loop as the program's own."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop, look = QEventLoop(), QTimer()
    ends = time.perf_counter() + seconds
    # Seldom, so that looking does not count; `qWait` would keep the worker from working.
    look.timeout.connect(lambda: loop.quit() if done() or time.perf_counter() > ends else None)
    look.start(50)
    loop.exec()


def report(name: str, result: Typing) -> None:
    """Print medians and percentiles of one note, in milliseconds and in frames of 60 a second."""
    p95 = percentile(result.painted, 0.95)
    verdict = "" if p95 <= GOAL_FRAMES * FRAME else "  (missed)"
    print(f"\n{name}, {result.pages} page(s), {result.keys} keys at {KEYS_A_SECOND} a second")
    print(
        f"  key to repainted paper   median {median(result.painted):.1f} ms"
        f"   p95 {p95:.1f} ms   worst {max(result.painted):.1f} ms"
    )
    print(f"  p95 in frames            {p95 / FRAME:.2f}   goal {GOAL_FRAMES:.1f}{verdict}")
    print(f"  keys without own paper   {result.dropped}")
    print(f"  processor time a key     {result.worked / result.keys:.1f} ms, storing included")
    print(
        f"  key taken by the field   p95 {percentile(result.handled, 0.95):.1f} ms"
        f"   key late   p95 {percentile(result.late, 0.95):.1f} ms"
    )


def main() -> int:
    """Type into a note of one page and into a long one; return 1 where nothing was painted."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.preview", description=__doc__)
    parser.add_argument("--keys", type=int, default=240, help="keys typed (default: 240)")
    keys = parser.parse_args().keys
    with screen() as (place, environment):
        os.environ.update(environment)
        short = typed(keys, 1)
        report("A short note", short)
        report("A long note", typed(keys // 4, 60))
        print(f"\nThe window was painted on: {place}.")
    return 0 if short.painted else 1


if __name__ == "__main__":
    sys.exit(main())
