"""The year view on a real desk: its marks, its day, its way back to the duty."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.deadlines import DeadlinesPage
from ccmdesk.ui.pages.today import TodayPage
from ccmdesk.ui.widgets.year_days import MarkKind
from tests.ui.desks import focused, open_window, press, tab_to

REPORT_2023 = "IRL:art7_annual:2023"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def page(window: MainWindow) -> DeadlinesPage:
    window.go("deadlines", "year")
    page = window.pages["deadlines"]
    assert isinstance(page, DeadlinesPage)
    return page


def kinds(page: DeadlinesPage, day: date) -> set[MarkKind]:
    return {mark.kind for mark in page.year.grid.days.of(day)}


def test_the_year_opens_on_the_duty_that_was_chosen_in_the_table(page: DeadlinesPage) -> None:
    assert page.year.isVisible()
    chosen = page.panel.tracked
    assert chosen is not None
    assert page.year.grid.day == chosen.duty.due
    assert focused() is page.year.grid


def test_duties_meetings_and_holidays_stand_on_their_days(page: DeadlinesPage) -> None:
    page.year.show_year(2023)
    meeting = page.desk.meetings.by_code("11MSP")
    assert meeting.start is not None
    assert MarkKind.MEETING in kinds(page, meeting.start)
    assert kinds(page, date(2023, 4, 30)) == {MarkKind.CLOSED}
    page.year.show_year(2024)
    assert kinds(page, date(2024, 4, 30)) == {MarkKind.DUE}
    calendar = page.desk.deadlines.calendar()
    assert page.year.grid.days.holidays
    for day, name in page.year.grid.days.holidays.items():
        assert calendar.holiday(day) == name


def test_the_day_to_send_by_is_marked_where_it_is_another_one(page: DeadlinesPage) -> None:
    # 30 April 2028 is a Sunday.
    report = next(
        each
        for each in page.desk.deadlines.duties(end=date(2028, 12, 31))
        if each.duty.due == date(2028, 4, 30)
    )
    page.year.show_year(2028)
    assert report.duty.internal_due < report.duty.due
    assert kinds(page, report.duty.internal_due) == {MarkKind.SEND_BY}


def test_a_day_is_clicked_and_its_duty_explained_beside(page: DeadlinesPage) -> None:
    page.year.show_year(2024)
    box = page.year.grid.box_of(date(2024, 4, 30))
    QTest.mouseClick(page.year.grid, Qt.MouseButton.LeftButton, pos=box.center())
    assert page.panel.tracked is not None
    assert page.panel.tracked.duty.key == REPORT_2023
    assert page.year.day_words.text().startswith("Tue 30 April 2024")
    assert [row.name.text() for row in page.year.rows] == ["Article 7 report 2023"]


def test_the_keyboard_reaches_the_year_before_and_a_duty(page: DeadlinesPage) -> None:
    page.year.show_day(date(2024, 1, 1))
    page.year.take_focus()
    press(Qt.Key.Key_Left)
    assert page.year.year == 2023
    assert page.year.grid.day == date(2023, 12, 31)
    press(Qt.Key.Key_Right)
    assert page.year.grid.day == date(2024, 1, 1)
    press(Qt.Key.Key_Right, modifier=Qt.KeyboardModifier.ControlModifier)
    press(Qt.Key.Key_Return)
    assert focused() in page.year.rows


def test_ctrl_and_page_down_go_to_the_same_day_of_the_next_year(page: DeadlinesPage) -> None:
    page.year.show_day(date(2024, 4, 30))
    press(Qt.Key.Key_PageDown, modifier=Qt.KeyboardModifier.ControlModifier)
    assert page.year.grid.day == date(2025, 4, 30)
    assert page.year.title.text() == "2025"


def test_the_months_stay_where_they_are_from_day_to_day(page: DeadlinesPage, qtbot: QtBot) -> None:
    places = set()
    for day in (date(2024, 4, 29), date(2024, 4, 30), date(2024, 5, 1)):
        page.year.show_day(day)
        qtbot.wait(10)
        places.add(page.year.area.geometry().getRect())
    assert len(places) == 1


def test_the_chosen_day_is_in_sight_in_the_smallest_window(
    window: MainWindow, page: DeadlinesPage, qtbot: QtBot
) -> None:
    window.resize(900, 600)
    qtbot.wait(20)
    for day in (date(2024, 12, 31), date(2024, 1, 1)):
        page.year.show_day(day)
        qtbot.wait(20)
        place = page.year.grid.mapTo(page.year.area.viewport(), page.year.grid.box_of(day).center())
        assert page.year.area.viewport().rect().contains(place)


def test_a_meeting_is_opened_from_its_day(window: MainWindow, page: DeadlinesPage) -> None:
    meeting = page.desk.meetings.by_code("11MSP")
    assert meeting.start is not None
    page.year.show_day(meeting.start)
    row = next(each for each in page.year.rows if each.name.text() == "11MSP")
    row.setFocus()
    assert focused() is row
    press(Qt.Key.Key_Return)
    assert window.current == "meetings"


def test_an_empty_year_says_so_and_years_end_somewhere(page: DeadlinesPage) -> None:
    page.year.show_year(2008)
    assert page.year.counts.text() == "No deadline and no meeting is known in this year"
    assert not page.year.before.isEnabled()
    page.year.show_year(2007)
    assert page.year.year == 2008
    page.year.show_year(2100)
    assert not page.year.after.isEnabled()


def test_the_29th_of_february_has_no_place_in_the_next_year(page: DeadlinesPage) -> None:
    page.year.show_day(date(2024, 2, 29))
    page.year.after.click()
    assert page.year.grid.day == date(2025, 2, 28)


def test_an_overfull_day_lists_everything_and_keeps_the_months_in_sight(
    page: DeadlinesPage, qtbot: QtBot
) -> None:
    day = date(2024, 4, 30)
    for number in range(9):
        page.desk.meetings.save(
            Meeting(
                code=f"M{number}",
                name=f"Meeting {number}",
                start=date(2024, 6, 3),
                convening=ConveningNote(reference="x", delegation_due=day),
            )
        )
    page.year.show_day(day)
    qtbot.wait(10)
    marks = page.year.grid.days.deadlines(day)
    assert len(marks) >= 10
    assert len(page.year.rows) == len(marks)
    assert page.year.area.height() > page.year.list_area.height()
    # No line is cut in half where the list ends.
    assert page.year.list_area.height() % page.year.rows[0].height() == 0


def test_the_year_follows_what_is_recorded(window: MainWindow, page: DeadlinesPage) -> None:
    page.show_target(date(2024, 4, 30))
    page.desk.deadlines.mark_done(REPORT_2023, date(2023, 8, 1), "9/2023", "email")
    assert kinds(page, date(2024, 4, 30)) == {MarkKind.CLOSED}
    window.undo()
    assert kinds(page, date(2024, 4, 30)) == {MarkKind.DUE}


def test_the_view_is_changed_by_keyboard_and_the_duty_stays(page: DeadlinesPage) -> None:
    page.year.show_day(date(2023, 4, 30))
    page.year.grid.day_chosen.emit(date(2023, 4, 30))
    tab_to("Table")
    press(Qt.Key.Key_Space)
    assert page.table.isVisible()
    assert page.table.chosen().duty.key == "IRL:art7_annual:2022"


def test_a_moved_meeting_moves_in_the_year(page: DeadlinesPage) -> None:
    meeting = page.desk.meetings.adopt("11MSP")
    page.year.show_year(2023)
    later = replace(meeting, start=date(2023, 11, 20), end=date(2023, 11, 23))
    page.desk.meetings.save(later)
    assert MarkKind.MEETING in kinds(page, date(2023, 11, 21))


def test_a_form_stays_open_while_something_else_changes(page: DeadlinesPage) -> None:
    page.year.show_year(2022)
    page.year.grid.choose(date(2022, 4, 30))
    page.year.grid.day_chosen.emit(date(2022, 4, 30))
    page.panel.begin_done()
    page.panel.foot.proof.setText("3/2022")
    page.desk.deadlines.mark_not_applicable("IRL:art7_annual:2015", "a test")
    assert page.panel.foot.done_form.isVisible()
    assert page.panel.foot.proof.text() == "3/2022"
    assert page.panel.tracked is not None
    assert page.panel.tracked.duty.key == "IRL:art7_annual:2021"


def test_the_crowded_days_of_the_strip_are_opened_in_the_year(
    window: MainWindow, page: DeadlinesPage
) -> None:
    meeting = page.desk.meetings.save(
        Meeting(code="X1", name="Informal meeting", start=date(2024, 6, 3), end=date(2024, 6, 4))
    )
    page.desk.milestones.add_usual(
        meeting.id, [each.kind for each in page.desk.milestones.usual(meeting.id)]
    )
    window.go("today")
    today = window.pages["today"]
    assert isinstance(today, TodayPage)
    crowd = next(each for each in today.strip.labels if "duties" in each.text())
    crowd.click()
    assert window.current == "deadlines"
    assert page.views.key() == "year"
    assert page.year.grid.day == crowd.item.day
