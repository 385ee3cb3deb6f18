"""Slow work runs aside, one after the other, and its result comes back."""

import threading

import pytest
from pytestqt.qtbot import QtBot

from ccmdesk.ui.tasks import Tasks


@pytest.fixture
def tasks(qtbot: QtBot) -> Tasks:
    return Tasks()


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


def test_a_window_that_closes_leaves_nothing_waiting(qtbot: QtBot, tasks: Tasks) -> None:
    seen: list[str] = []
    tasks.run(lambda: "first", seen.append, lambda _: None)
    tasks.close()
    tasks.run(lambda: "too late", seen.append, lambda _: None)
    assert not tasks.busy
    qtbot.wait(30)
    assert seen == ["first"]
