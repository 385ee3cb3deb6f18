"""The program started again: the window that is open comes forward, and nobody is scolded."""

import subprocess
import sys
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.system.folder_lock import FolderLock
from ccmdesk.ui.start import answer_calls
from tests.ui.reminding import begin_register, window_on


def test_a_second_start_brings_the_window_back(qtbot: QtBot, tmp_path: Path) -> None:
    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2027, 4, 27)) as window, FolderLock(window.folder.lock):
        answer_calls(window)
        QApplication.setQuitOnLastWindowClosed(False)
        window.hide()
        with subprocess.Popen(
            [sys.executable, "-m", "ccmdesk", "--data-dir", str(tmp_path)],
            stderr=subprocess.PIPE,
            text=True,
        ) as second:
            qtbot.waitUntil(window.isVisible, timeout=20_000)
            assert second.wait(20) == 0
            assert second.stderr is not None
            assert second.stderr.read() == ""
        assert QApplication.quitOnLastWindowClosed()


def test_a_call_from_before_is_answered_at_once(qtbot: QtBot, tmp_path: Path) -> None:
    from ccmdesk.system.folder_lock import machine_name

    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2027, 4, 27)) as window:
        window.folder.window_wanted.write_text(machine_name(), encoding="utf-8")
        answer_calls(window)
        assert not window.folder.window_wanted.exists()
