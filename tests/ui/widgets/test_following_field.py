"""A field that follows the data: the way back is offered where there is one."""

from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from ccmdesk.ui.widgets.following_field import FollowingField


def test_the_way_back_is_offered_only_where_the_data_say_something(qtbot: QtBot) -> None:
    editor = QLineEdit()
    field = FollowingField("Addressee", editor, name="addressee", back="Back to the note")
    qtbot.addWidget(field)
    field.show()
    field.show_text("", None)
    editor.setText("The Secretariat")
    assert not field.back.isVisible()
    assert field.typed_over() == "The Secretariat"
    field.follow("Secretary of the Meeting")
    assert field.back.isVisible()
    field.back.click()
    assert field.text() == "Secretary of the Meeting"
    assert not field.back.isVisible()
