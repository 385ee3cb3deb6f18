"""Slow work runs aside, one after the other, and never ends a widget on the worker."""

import gc
import threading

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


class Ring(QWidget):
    """A widget that only the collector of cycles can end; it says on which thread it ended."""

    def __init__(self, ended_on: list[int]) -> None:
        super().__init__()
        self.me = self
        self.ended_on = ended_on

    def __del__(self) -> None:
        self.ended_on.append(threading.get_ident())


def test_results_come_in_order_in_the_windows_thread(qtbot: QtBot, tasks: Tasks) -> None:
    came: list[tuple[int, bool]] = []
    here = threading.get_ident()
    for number in range(5):
        tasks.run(
            lambda number=number: (number, threading.get_ident()),  # type: ignore[misc]
            lambda result: came.append((result[0], result[1] != here == threading.get_ident())),
            lambda error: came.append((-1, False)),
        )
    qtbot.waitUntil(lambda: not tasks.busy)
    assert came == [(number, True) for number in range(5)]


def test_an_error_is_handed_over(qtbot: QtBot, tasks: Tasks) -> None:
    came: list[Exception] = []

    def work() -> None:
        raise ValueError("aside")

    tasks.run(work, lambda _: None, came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert str(came[0]) == "aside"


def test_no_widget_ends_on_the_worker(qtbot: QtBot, tasks: Tasks) -> None:
    ended_on: list[int] = []
    gc.collect()
    for _ in range(20):
        Ring(ended_on)

    def work() -> int:
        # Enough new containers for the collector to come three times over.
        return len([[number] for number in range(200_000)])

    tasks.run(work, lambda _: None, lambda _: None)
    qtbot.waitUntil(lambda: not tasks.busy)
    assert gc.isenabled()
    gc.collect()
    assert len(ended_on) == 20
    assert set(ended_on) == {threading.get_ident()}


def test_the_collector_waits_for_the_last_job(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[bool] = []
    for _ in range(2):
        tasks.run(gc.isenabled, seen.append, lambda _: None)
    assert not gc.isenabled()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert seen == [False, False]
    assert gc.isenabled()


def test_a_window_that_closes_leaves_nothing_waiting(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[str] = []
    tasks.run(lambda: "first", seen.append, lambda _: None)
    tasks.close()
    tasks.run(lambda: "too late", seen.append, lambda _: None)
    assert not tasks.busy
    assert gc.isenabled()
    qtbot.wait(30)
    assert seen == ["first"]
