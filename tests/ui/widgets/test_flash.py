"""The message at the foot of the window."""

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.tokens import L
from ccmdesk.ui.widgets.flash import Flash


def test_it_stands_at_the_foot_and_covers_no_button(qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(600, 400)
    button = QPushButton("Remove", window)
    button.setGeometry(200, 350, 120, 30)
    button.hide()
    flash = Flash(window)
    window.show()
    flash.say("Settings saved", "Undo", lambda: None)
    assert flash.geometry().bottom() == 400 - L - 1
    button.show()
    flash.say("Settings saved", "Undo", lambda: None)
    assert not flash.geometry().intersects(button.geometry())
    assert QRect(0, 0, 600, 400).contains(flash.geometry())
