"""A field of a few lines: as tall as its text, and never pushed aside by it."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.widgets.growing_text import GrowingText

ADDRESSEE = "Secretary of the Eleventh Meeting of States Parties to the Convention on the subject"


@pytest.fixture
def field(qtbot: QtBot) -> Iterator[GrowingText]:
    room = QWidget()
    column = QVBoxLayout(room)
    field = GrowingText(ADDRESSEE)
    column.addWidget(field)
    column.addStretch()
    room.resize(field.fontMetrics().horizontalAdvance(ADDRESSEE) * 2 // 3, 400)
    qtbot.addWidget(room)
    room.show()
    field.moveCursor(QTextCursor.MoveOperation.End)
    yield field
    room.close()


def test_what_is_typed_over_the_edge_leaves_the_first_letters_in_sight(field: GrowingText) -> None:
    pushed = 0
    for letter in " " * 60 + "and back again to the Palais des Nations" + " " * 60:
        QTest.keyClicks(field, letter)
        pushed = max(pushed, field.horizontalScrollBar().value())
    assert pushed == 0


def test_the_height_goes_back_with_what_is_undone(field: GrowingText, qtbot: QtBot) -> None:
    before = field.height()
    QTest.keyClicks(field, " and back again to the Palais" * 4)
    assert field.height() > before
    while field.document().isUndoAvailable():
        field.undo()
    qtbot.wait(20)
    assert field.toPlainText() == ADDRESSEE
    assert field.height() == before
