"""The style sheet: the ring of the keyboard can be told from a border, and moves nothing."""

import pytest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui import theme
from ccmdesk.ui.widgets.buttons import button


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_the_ring_is_wider_than_a_border_and_moves_nothing(qtbot: QtBot, choice: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, choice)
    try:
        room = QWidget()
        row = QHBoxLayout(room)
        field, button = QLineEdit("20"), QPushButton("Save")
        row.addWidget(field)
        row.addWidget(button)
        qtbot.addWidget(room)
        room.show()
        room.activateWindow()
        qtbot.waitUntil(room.isActiveWindow)
        borders = {}
        for each, other in ((field, button), (button, field)):
            other.setFocus()
            plain, size = each.grab().toImage(), each.sizeHint()
            each.setFocus()
            ringed = each.grab().toImage()
            assert each.sizeHint() == size
            # Inside the border, where the ring alone is wide enough to reach.
            borders[each] = [
                image.pixelColor(each.width() // 2, theme.palette().border_width).name()
                for image in (plain, ringed)
            ]
        assert all(plain != ringed for plain, ringed in borders.values())
    finally:
        theme.apply(app, "light")


@pytest.mark.parametrize("choice", ["light", "dark", "contrast"])
def test_what_is_chosen_is_filled_where_there_is_no_soft_fill(qtbot: QtBot, choice: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, choice)
    try:
        chip = button("French", lambda: None, kind="chip")
        chip.setCheckable(True)
        qtbot.addWidget(chip)
        chip.show()
        plain = chip.grab().toImage()
        chip.setChecked(True)
        chosen = chip.grab().toImage()
        inside = (10, chip.height() // 2)
        assert plain.pixelColor(*inside) != chosen.pixelColor(*inside)
    finally:
        theme.apply(app, "light")
