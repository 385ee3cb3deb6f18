"""Rows that are picked with a tick, by mouse and by key."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.ui import theme
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.pick_table import PickRow, PickTable

ROWS = (
    PickRow(11, "new", Tone.OK, ("Ana Ibáñez", "Adviser")),
    PickRow(12, "known", Tone.ACCENT, ("Bo Li", "Expert"), "Known here: <b>Bo</b> Li"),
    PickRow(13, "not possible", Tone.DANGER, ("Line 4", ""), "No name", picked=False, fixed=True),
)


@pytest.fixture
def table(qtbot: QtBot) -> PickTable:
    table = PickTable(("Name", "Role"), "Rows", {1: 400})
    qtbot.addWidget(table)
    table.resize(700, 300)
    table.show_rows(ROWS)
    table.show()
    return table


def click(table: PickTable, row: int) -> None:
    spot = table.visualRect(table.members.index(row, 0)).center()
    left, plain = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mouseClick(table.viewport(), left, plain, QPoint(spot))


def test_a_click_on_the_box_and_space_change_what_is_picked(qtbot: QtBot, table: PickTable) -> None:
    assert table.picked() == [11, 12]
    with qtbot.waitSignal(table.picked_changed):
        click(table, 0)
    assert table.picked() == [12]
    table.selectRow(1)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.picked() == []
    click(table, 0)
    assert table.picked() == [11]


def test_a_fixed_row_stays(table: PickTable) -> None:
    click(table, 2)
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert table.picked() == [11, 12]


def test_rows_are_told_to_a_screen_reader_and_markup_is_shown_as_typed(table: PickTable) -> None:
    index = table.members.index(1, 2)
    told = index.data(Qt.ItemDataRole.AccessibleTextRole)
    assert told == "picked, known, Bo Li, Expert, Known here: <b>Bo</b> Li"
    assert "&lt;b&gt;" in index.data(Qt.ItemDataRole.ToolTipRole)
    assert table.rowHeight(1) > table.rowHeight(0)


def test_the_lesser_column_goes_where_there_is_no_room(table: PickTable) -> None:
    assert not table.isColumnHidden(3)
    # The room is counted in letters: 400 pixels at eight pixels a letter.
    table.resize(40 * table.fontMetrics().averageCharWidth(), 300)
    assert table.isColumnHidden(3)


@pytest.mark.parametrize("choice", ["light", "dark", "contrast-light", "contrast-dark"])
def test_it_is_painted_in_every_theme(table: PickTable, choice: str) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    try:
        theme.apply(app, choice)
        assert not table.grab().isNull()
    finally:
        theme.apply(app, "light")
