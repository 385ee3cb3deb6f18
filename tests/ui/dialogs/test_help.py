"""The page of keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from ccmdesk.ui.dialogs.help import HelpDialog
from ccmdesk.ui.main_window import MainWindow
from tests.ui.desks import open_window, press


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path)


def test_f1_names_keys_and_the_data_folder_and_escape_closes_it(
    window: MainWindow, qtbot: QtBot
) -> None:
    press(Qt.Key.Key_F1)
    dialog = window.findChild(HelpDialog)
    assert isinstance(dialog, HelpDialog)
    words = [each.text() for each in dialog.findChildren(QLabel)]
    assert {"Ctrl+K", "Ctrl+3", "Alt+Up"} <= set(words)
    assert any(str(window.folder.root) in each for each in words)
    with qtbot.waitSignal(dialog.finished):
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
