"""What nobody caught is logged, told once, and the way out is orderly."""

import logging
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from ccmdesk.domain.errors import EnvironmentFault
from ccmdesk.system.logs import LOGGER
from ccmdesk.ui.faults import FaultCatcher
from ccmdesk.ui.main_window import MainWindow
from tests.ui.desks import open_window


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


@pytest.fixture
def catcher(window: MainWindow) -> Iterator[FaultCatcher]:
    before, before_in_threads = sys.excepthook, threading.excepthook
    catcher = FaultCatcher(window, window)
    catcher.stand_by()
    yield catcher
    sys.excepthook, threading.excepthook = before, before_in_threads


def boxes(window: MainWindow) -> list[QMessageBox]:
    return [each for each in window.findChildren(QMessageBox) if each.isVisible()]


def throw(error: Exception) -> None:
    """Hand an error to the hook as Qt does with one that leaves a slot."""
    try:
        raise error
    except Exception as raised:  # noqa: BLE001 - whatever the test throws
        sys.excepthook(type(raised), raised, raised.__traceback__)


def test_a_fault_is_logged_and_told_once_and_leaves_in_order(
    window: MainWindow, catcher: FaultCatcher, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.ERROR, LOGGER):
        for _ in range(3):
            throw(ZeroDivisionError("a mistake of ours"))
        qtbot.waitUntil(lambda: bool(boxes(window)))
    (box,) = boxes(window)
    assert "made a mistake" in box.text()
    assert [record.exc_info is not None for record in caplog.records] == [True]
    (leave,) = [
        each for each in box.buttons() if isinstance(each, QPushButton) and "program" in each.text()
    ]
    leave.click()
    qtbot.waitUntil(lambda: not window.isVisible())


def test_what_the_machine_refuses_is_told_in_its_own_words(
    window: MainWindow, catcher: FaultCatcher, qtbot: QtBot
) -> None:
    throw(EnvironmentFault("The disk is full; free some space."))
    qtbot.waitUntil(lambda: bool(boxes(window)))
    assert "The disk is full" in boxes(window)[0].informativeText()
    boxes(window)[0].close()


def test_a_fault_in_a_thread_is_told_in_the_window(
    window: MainWindow, catcher: FaultCatcher, qtbot: QtBot
) -> None:
    def work() -> None:
        raise ZeroDivisionError("in a thread")

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    qtbot.waitUntil(lambda: bool(boxes(window)))
    boxes(window)[0].close()
