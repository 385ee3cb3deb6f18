"""Fields side by side give way to a narrow room."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.widgets.field import Field, FieldRow


def test_fields_go_below_each_other_where_the_room_is_narrow(qtbot: QtBot) -> None:
    room = QWidget()
    first, second = Field("Reference", QLineEdit()), Field("Its date", QLineEdit())
    column = QVBoxLayout(room)
    column.addWidget(FieldRow(first, second))
    column.addStretch()
    qtbot.addWidget(room)
    usual = first.editor.sizeHint().width()
    room.resize(usual * 3, 300)
    room.show()
    qtbot.wait(20)
    assert first.y() == second.y()
    room.resize(usual + 60, 300)
    qtbot.wait(20)
    assert second.y() > first.geometry().bottom()
    assert second.geometry().right() < room.width()
