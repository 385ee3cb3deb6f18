"""Forms: an error makes the room it needs."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import TWO_COLUMNS_FROM, Form


def test_an_error_beside_another_field_does_not_squash_its_own(qtbot: QtBot) -> None:
    room = QWidget()
    form = Form()
    form.add_row(
        Field("Code", QLineEdit(), name="code"), Field("Ordinal", QLineEdit(), name="ordinal")
    )
    form.add_row(Field("Name", QLineEdit(), name="name"))
    column = QVBoxLayout(room)
    column.addWidget(form)
    column.addStretch()
    room.resize(TWO_COLUMNS_FROM + 100, 600)
    qtbot.addWidget(room)
    room.show()
    field, below = form.fields["ordinal"], form.fields["name"]
    before = field.editor.height()
    field.set_error("The ordinal is a number, such as 11, or left empty as long as nobody knows it")
    qtbot.wait(20)
    assert field.editor.height() == before
    assert field.height() >= field.heightForWidth(field.width())
    assert below.y() > field.geometry().bottom()
