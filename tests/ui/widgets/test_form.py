"""Forms: an error makes the room it needs."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ccmdesk.domain.errors import InputError
from ccmdesk.ui.widgets.field import Field
from ccmdesk.ui.widgets.form import TWO_COLUMNS_FROM, Form


def test_large_text_puts_fields_below_each_other(qtbot: QtBot) -> None:
    form = Form()
    reference, dated = Field("Reference", QLineEdit(), name="a"), Field("Dated", QLineEdit())
    form.add_row(reference, dated)
    qtbot.addWidget(form)
    letter = form.fontMetrics().averageCharWidth()
    wide = TWO_COLUMNS_FROM * letter // 7 + 20
    form.resize(wide, 300)
    form.show()
    qtbot.wait(20)
    assert reference.y() == dated.y()
    font = form.font()
    font.setPointSizeF(font.pointSizeF() * 3)
    form.setFont(font)
    form.resize(wide - 1, 300)
    qtbot.wait(20)
    assert dated.y() > reference.y()


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
    letter = form.fontMetrics().averageCharWidth()
    room.resize(TWO_COLUMNS_FROM * letter // 7 + 100, 600)
    qtbot.addWidget(room)
    room.show()
    field, below = form.fields["ordinal"], form.fields["name"]
    before = field.editor.height()
    field.set_error("The ordinal is a number, such as 11, " * 4)
    qtbot.wait(20)
    assert field.editor.height() == before
    assert field.height() >= field.heightForWidth(field.width())
    assert below.y() > field.geometry().bottom()


def test_an_error_goes_when_its_field_is_changed(qtbot: QtBot) -> None:
    form = Form()
    editor = QLineEdit()
    form.add_row(Field("Closes", editor, name="end"))
    qtbot.addWidget(form)
    assert form.show_error(InputError("The meeting ends before it starts.", "end"))
    assert form.fields["end"].error.text()
    editor.setText("19 November 2027")
    assert not form.fields["end"].error.text()
