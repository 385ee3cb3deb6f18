"""The twelve-month strip under mouse and keyboard."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.strip_folding import StripItem
from ccmdesk.ui.widgets.year_strip import YearStrip
from tests.ui.desks import focused, press

TODAY = date(2026, 11, 22)


def strip_of(qtbot: QtBot, *items: StripItem, width: int = 900) -> YearStrip:
    strip = YearStrip()
    qtbot.addWidget(strip)
    strip.show_year(TODAY, items)
    strip.resize(width, strip.sizeHint().height())
    strip.show()
    strip.activateWindow()
    qtbot.waitUntil(strip.isActiveWindow)
    return strip


def item(day: date, opened: list[date], last: date | None = None) -> StripItem:
    return StripItem(
        day,
        f"{day:%d %b} · something",
        f"Something on {day}",
        act=lambda: opened.append(day),
        last=last,
    )


def test_items_stand_in_order_of_their_days_and_those_outside_are_left_out(qtbot: QtBot) -> None:
    opened: list[date] = []
    days = [date(2027, 4, 30), date(2026, 12, 1), date(2028, 1, 1), date(2026, 10, 31)]
    strip = strip_of(qtbot, *(item(day, opened) for day in days))
    assert [each.item.day for each in strip.labels] == [date(2026, 12, 1), date(2027, 4, 30)]


def test_a_meeting_that_began_last_month_is_shown_while_it_lasts(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, item(date(2026, 10, 30), [], last=date(2026, 11, 2)))
    assert len(strip.labels) == 1


def test_the_keyboard_walks_and_opens(qtbot: QtBot) -> None:
    opened: list[date] = []
    strip = strip_of(qtbot, item(date(2026, 12, 1), opened), item(date(2027, 4, 30), opened))
    strip.labels[0].setFocus()
    press(Qt.Key.Key_Right)
    assert focused() is strip.labels[1]
    press(Qt.Key.Key_Return)
    assert opened == [date(2027, 4, 30)]
    press(Qt.Key.Key_Left, Qt.Key.Key_Space)
    assert opened == [date(2027, 4, 30), date(2026, 12, 1)]


def test_labels_and_dots_can_be_clicked(qtbot: QtBot) -> None:
    opened: list[date] = []
    strip = strip_of(qtbot, item(date(2027, 4, 30), opened))
    QTest.mouseClick(strip.labels[0], Qt.MouseButton.LeftButton)
    middle = strip.labels[0].geometry().center().x()
    above = strip.labels[0].geometry().top() - 18
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(middle, above))
    assert opened == [date(2027, 4, 30)] * 2
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(middle - 200, above))
    assert len(opened) == 2


def test_many_items_of_one_week_make_the_strip_taller_and_do_not_overlap(qtbot: QtBot) -> None:
    few = strip_of(qtbot, item(date(2027, 4, 30), []))
    many = strip_of(qtbot, *(item(date(2027, 4, day), []) for day in range(20, 23)), width=480)
    assert many.sizeHint().height() > few.sizeHint().height()
    boxes = [each.geometry() for each in many.labels]
    for number, box in enumerate(boxes):
        assert many.rect().contains(box) or many.height() < many.sizeHint().height()
        assert not any(box.intersects(other) for other in boxes[number + 1 :])


def test_what_crowds_is_one_label_that_leads_to_its_days(qtbot: QtBot) -> None:
    days = [date(2027, 8, 26), date(2027, 8, 27), date(2027, 9, 6), date(2027, 9, 6)]
    meeting = item(date(2027, 9, 13), [], last=date(2027, 9, 16))
    strip = strip_of(qtbot, *(item(day, []) for day in days), meeting, item(date(2027, 4, 30), []))
    assert [each.text() for each in strip.labels] == [
        "30 Apr · something",
        "26 Aug–6 Sep · 4 duties",
        "13 Sep · something",
    ]
    crowd = strip.labels[1]
    assert crowd.accessibleName().count("Something on") == 4
    wanted: list[date] = []
    strip.day_wanted.connect(wanted.append)
    crowd.click()
    assert wanted == [date(2027, 8, 26)]
    # The dots of the crowd stay where they are and lead there too.
    last = strip._span().place(date(2027, 9, 6)) + 1
    QTest.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(round(last), strip._base()))
    assert wanted == [date(2027, 8, 26)] * 2


def test_a_crowd_is_as_urgent_as_the_most_urgent_of_it(qtbot: QtBot) -> None:
    days = [date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 26), date(2026, 11, 27)]
    items = [replace(item(day, []), tone=Tone.PLAIN) for day in days]
    strip = strip_of(qtbot, *items[:3], replace(items[3], tone=Tone.DANGER))
    (crowd,) = strip.labels
    assert crowd.item.tone is Tone.DANGER


def test_each_item_tells_a_screen_reader_what_it_is(qtbot: QtBot) -> None:
    strip = strip_of(qtbot, item(date(2027, 4, 30), []))
    assert strip.labels[0].accessibleName() == "Something on 2027-04-30"
    assert strip.labels[0].toolTip() == "Something on 2027-04-30"
