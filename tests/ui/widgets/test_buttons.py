"""Buttons by keyboard: Return means the one that has the keyboard, as Space does."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.widgets.buttons import button

KEYS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


@pytest.mark.parametrize("key", KEYS)
def test_a_button_is_pressed_by_each_of_its_keys(qtbot: QtBot, key: Qt.Key) -> None:
    pressed: list[str] = []
    place = QWidget()
    row = QHBoxLayout(place)
    first = button("First", lambda: pressed.append("first"))
    row.addWidget(first)
    row.addWidget(button("Second", lambda: pressed.append("second")))
    qtbot.addWidget(place)
    place.show()
    QTest.keyClick(first, key)
    assert pressed == ["first"]


def test_return_on_cancel_does_not_agree(qtbot: QtBot) -> None:
    pressed: list[str] = []
    dialog = QDialog()
    row = QHBoxLayout(dialog)
    cancel = button("Cancel", lambda: pressed.append("cancel"))
    agree = button("Agree", lambda: pressed.append("agree"))
    agree.setDefault(True)
    row.addWidget(cancel)
    row.addWidget(agree)
    qtbot.addWidget(dialog)
    dialog.show()
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert pressed == ["cancel"]
    cancel.setEnabled(False)
    QTest.keyClick(cancel, Qt.Key.Key_Return)
    assert "cancel" not in pressed[1:]
