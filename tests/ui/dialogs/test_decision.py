"""The frame of all dialogs: its height follows the content, and never hides the buttons."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.widgets.field import Field
from tests.ui.desks import press


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return window


def opened(qtbot: QtBot, parent: QWidget, count: int) -> tuple[Decision, list[Field]]:
    dialog = Decision(parent, "Move the meeting", "Its days, and what moves.", "Move it")
    fields = [Field(f"Field {number}", QLineEdit()) for number in range(count)]
    for each in fields:
        dialog.body.addWidget(each)
    dialog.open()
    qtbot.waitUntil(dialog.isVisible)
    QTest.qWait(20)
    return dialog, fields


def test_a_dialog_higher_than_the_screen_keeps_its_buttons_in_sight(
    qtbot: QtBot, parent: QWidget
) -> None:
    dialog, fields = opened(qtbot, parent, 30)
    room = QGuiApplication.primaryScreen().availableGeometry().height()
    assert dialog.height() <= room
    assert dialog.yes.geometry().bottom() < dialog.height()
    assert not fields[-1].visibleRegion().boundingRect().height()
    # The keyboard brings what it reaches into sight.
    fields[0].editor.setFocus()
    for _ in fields[1:]:
        press(Qt.Key.Key_Tab)
    assert fields[-1].editor.hasFocus()
    assert fields[-1].visibleRegion().boundingRect().height()


def test_a_dialog_makes_room_for_an_error_that_comes_up(qtbot: QtBot, parent: QWidget) -> None:
    dialog, fields = opened(qtbot, parent, 2)
    before = dialog.height()
    for each in fields:
        each.set_error("That day does not exist; type it as 30 April 2027.")
    qtbot.waitUntil(lambda: dialog.height() > before)
    assert fields[-1].visibleRegion().boundingRect().size() == fields[-1].size()
