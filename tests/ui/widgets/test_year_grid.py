"""The year as days: where each day stands, the keys that move, what a reader is told."""

from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.ui import theme
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.year_days import Mark, MarkKind, YearDays
from ccmdesk.ui.widgets.year_grid import YearGrid
from ccmdesk.ui.widgets.year_painting import DayLook
from tests.ui.desks import press

TODAY = date(2024, 2, 28)
REPORT = Mark(date(2024, 4, 30), MarkKind.DUE, "a", "Article 7 report 2023", word="open")
MEETING = Mark(
    date(2024, 9, 10), MarkKind.MEETING, "12MSP", "12MSP", word="meeting", last=date(2024, 9, 13)
)


@pytest.fixture
def grid(qtbot: QtBot) -> YearGrid:
    grid = YearGrid()
    qtbot.addWidget(grid)
    grid.resize(720, 620)
    show(grid, REPORT, MEETING)
    grid.show()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    return grid


def show(grid: YearGrid, *marks: Mark, year: int = 2024) -> None:
    days = YearDays(year, TODAY, {date(2024, 5, 1): "Labour Day"}, marks)
    grid.show_days(days, TODAY.replace(year=year, day=28))


def every_day(year: int) -> list[date]:
    first = date(year, 1, 1)
    return [first + timedelta(days=n) for n in range((date(year, 12, 31) - first).days + 1)]


@pytest.mark.parametrize("size", [(420, 500), (720, 620), (1200, 1000)])
def test_every_day_has_a_place_of_its_own_inside(grid: YearGrid, size: tuple[int, int]) -> None:
    grid.resize(*size)
    places = [grid.box_of(day) for day in every_day(2024)]
    assert len({(box.left(), box.top()) for box in places}) == 366
    assert all(QRect(0, 0, grid.width(), grid.height()).contains(box) for box in places)
    for day, box in zip(every_day(2024), places, strict=True):
        assert grid.day_at(box.center()) == day


def test_the_same_weekdays_stand_below_each_other(grid: YearGrid) -> None:
    assert grid.box_of(date(2024, 5, 6)).left() == grid.box_of(date(2024, 5, 27)).left()
    assert grid.box_of(date(2024, 5, 5)).left() > grid.box_of(date(2024, 5, 6)).left()
    assert grid.day_at(QPoint(grid.width() - 1, 0)) is None


@pytest.mark.parametrize(
    ("key", "modifier", "reached"),
    [
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, date(2024, 2, 29)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, date(2024, 2, 27)),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier, date(2024, 3, 6)),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier, date(2024, 2, 21)),
        (Qt.Key.Key_PageDown, Qt.KeyboardModifier.NoModifier, date(2024, 3, 28)),
        (Qt.Key.Key_PageUp, Qt.KeyboardModifier.NoModifier, date(2024, 1, 28)),
        (Qt.Key.Key_Home, Qt.KeyboardModifier.NoModifier, date(2024, 2, 1)),
        (Qt.Key.Key_End, Qt.KeyboardModifier.NoModifier, date(2024, 2, 29)),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier, date(2024, 4, 30)),
        (Qt.Key.Key_Left, Qt.KeyboardModifier.ControlModifier, date(2024, 2, 28)),
        (Qt.Key.Key_Tab, Qt.KeyboardModifier.ControlModifier, None),
    ],
)
def test_keys_move_from_day_to_day(
    grid: YearGrid, key: Qt.Key, modifier: Qt.KeyboardModifier, reached: date | None
) -> None:
    told: list[date] = []
    grid.day_chosen.connect(told.append)
    press(key, modifier=modifier)
    assert told == ([reached] if reached else [])
    assert grid.day == (reached or TODAY)


def test_ctrl_goes_to_the_first_day_of_a_meeting_only(grid: YearGrid) -> None:
    for _ in range(4):
        press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ControlModifier)
    assert grid.day == date(2024, 9, 10)


def test_the_year_before_is_asked_for_at_its_edge(grid: YearGrid) -> None:
    wanted: list[int] = []
    grid.year_wanted.connect(wanted.append)
    grid.choose(date(2024, 1, 1))
    press(Qt.Key.Key_Left)
    assert wanted == [2023]
    assert grid.day == date(2024, 1, 1)


def test_a_click_chooses_and_a_key_opens(grid: YearGrid) -> None:
    opened: list[date] = []
    grid.day_opened.connect(opened.append)
    box = grid.box_of(REPORT.day)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=box.center())
    assert grid.day == REPORT.day
    press(Qt.Key.Key_Return)
    assert opened == [REPORT.day]


def test_a_reader_of_the_screen_hears_the_day_and_all_that_stands_on_it(grid: YearGrid) -> None:
    assert grid.accessibleName() == "The year 2024, day by day"
    assert grid.accessibleDescription() == "Wed 28 February 2024: today"
    grid.choose(date(2024, 4, 30))
    assert grid.accessibleDescription() == "Tue 30 April 2024: Article 7 report 2023, open"
    grid.choose(date(2024, 9, 12))
    assert grid.accessibleDescription() == "Thu 12 September 2024: 12MSP, meeting"
    grid.choose(date(2024, 5, 1))
    assert "no working day: Labour Day" in grid.accessibleDescription()


def test_the_sign_of_a_crowded_day_is_what_is_still_to_do() -> None:
    done = Mark(TODAY, MarkKind.CLOSED, "a", "done", tone=Tone.OK)
    late = Mark(TODAY, MarkKind.DUE, "b", "late", tone=Tone.DANGER)
    due = Mark(TODAY, MarkKind.DUE, "c", "due", tone=Tone.PLAIN)
    assert DayLook((MEETING, done, due, late)).sign == late
    assert DayLook((MEETING,)).sign is None


def _picture(grid: YearGrid, day: date) -> QImage:
    return grid.grab(grid.box_of(day)).toImage().convertToFormat(QImage.Format.Format_RGB32)


@pytest.mark.parametrize("name", ["light", "dark", "contrast-light"])
def test_signs_differ_in_shape_and_not_by_colour_alone(grid: YearGrid, name: str) -> None:
    day = date(2024, 6, 12)
    seen = []
    for kind in MarkKind:
        show(grid, Mark(day, kind, "a", "a", tone=Tone.ACCENT))
        grey = _picture(grid, day).convertToFormat(QImage.Format.Format_Grayscale8)
        seen.append(bytes(grey.constBits()))
    show(grid)
    plain = _picture(grid, day).convertToFormat(QImage.Format.Format_Grayscale8)
    seen.append(bytes(plain.constBits()))
    assert len(set(seen)) == len(MarkKind) + 1


def test_a_thousand_marks_are_painted_with_a_count(grid: YearGrid) -> None:
    marks = [
        Mark(day, MarkKind.DUE, f"{day}:{n}", "x") for day in every_day(2024) for n in range(12)
    ]
    show(grid, *marks)
    assert len(grid.days.deadlines(date(2024, 7, 1))) == 12
    accent = QColor(theme.palette().accent)
    picture = _picture(grid, date(2024, 7, 2))
    colours = {
        picture.pixelColor(x, y).name()
        for x in range(picture.width())
        for y in range(picture.height())
    }
    assert accent.name() in colours


def test_an_empty_year_is_shown_too(grid: YearGrid) -> None:
    show(grid, year=2050)
    assert grid.days.beside(date(2050, 1, 28), 1) is None
    press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ControlModifier)
    assert grid.day.year == 2050
