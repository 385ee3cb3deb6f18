"""Tables: the chosen row stays in sight."""

from pytestqt.qtbot import QtBot

from ccmdesk.ui.widgets.data_table import Column, DataTable


def test_a_lower_window_keeps_the_chosen_row_in_sight(qtbot: QtBot) -> None:
    table = DataTable((Column("Number", str),), "Numbers")
    qtbot.addWidget(table)
    table.resize(300, 900)
    table.show()
    table.show_rows(list(range(60)))
    table.selectRow(15)
    table.resize(300, 300)
    qtbot.wait(20)
    row = table.visualRect(table.currentIndex())
    assert table.viewport().rect().contains(row.center())
