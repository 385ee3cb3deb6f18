"""Cycles end in the window's thread, when it is the window's turn, and at no other moment."""

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.cycles import CycleCollector
from ccmdesk.ui.tasks import Tasks


class Ring(QWidget):
    """A widget that only the collector of cycles can end; it says on which thread it ended."""

    def __init__(self, ended_on: list[int]) -> None:
        super().__init__()
        self.me = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


@pytest.fixture
def collector(qtbot: QtBot) -> Iterator[CycleCollector]:
    gc.collect()
    yield CycleCollector()
    gc.collect()


def test_no_widget_ends_on_the_worker(qtbot: QtBot, collector: CycleCollector) -> None:
    ended_on: list[int] = []
    for _ in range(20):
        Ring(ended_on)

    def work() -> int:
        # Enough new containers for Python to look for cycles three times over.
        return len([[number] for number in range(200_000)])

    tasks = Tasks()
    tasks.run(work, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert not ended_on
    kept = [[number] for number in range(30_000)]
    collector.look()
    assert len(kept) == 30_000
    assert ended_on == [threading.get_ident()] * 20


def test_nothing_is_looked_through_while_little_was_made(collector: CycleCollector) -> None:
    ended_on: list[int] = []
    Ring(ended_on)
    collector.look()
    assert not ended_on


def test_python_does_not_collect_by_itself(collector: CycleCollector) -> None:
    ended_on: list[int] = []
    Ring(ended_on)
    assert len([[number] for number in range(200_000)]) == 200_000
    assert not ended_on
