"""What waits on Today and what came up while nobody was there; each ends by a choice."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.duty import DutyStatus
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.reminders import Choice
from ccmdesk.ui.dialogs.end_reminder import DoneDialog, NotOursDialog
from ccmdesk.ui.dialogs.escalation import EscalationDialog
from ccmdesk.ui.dialogs.note_step import StepDialog
from ccmdesk.ui.dialogs.snooze import SnoozeDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.duty_history import entry_words
from ccmdesk.ui.pages.today import TodayPage
from ccmdesk.ui.pages.while_away import WhileAwayPage
from ccmdesk.ui.widgets.list_row import ListRow
from tests.ui.desks import focused, press, tab_to, write
from tests.ui.reminding import BEGUN, REPORT, SIDE, at_noon, begin_register, window_on

TITLE = "Annual transparency report for 2026"


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2027, 4, 27)) as window:
        yield window


def today(window: MainWindow) -> TodayPage:
    page = window.pages["today"]
    assert isinstance(page, TodayPage)
    return page


def waiting(window: MainWindow) -> list[str]:
    return [row.duty.duty_key for row in today(window).waiting.rows]


def dialog_of(window: MainWindow, qtbot: QtBot) -> StepDialog:
    found = [each for each in window.findChildren(StepDialog) if each.isVisible()]
    assert len(found) == 1
    qtbot.waitUntil(found[0].isActiveWindow)
    return found[0]


def test_what_was_missed_comes_first_in_one_digest(window: MainWindow) -> None:
    page = today(window)
    assert page.away.isVisible()
    assert page.away.sentence.text() == (
        "12 reminders came up since Thu 31 December 2026: 1 duty still possible, 1 duty past the"
        " legal date."
    )
    assert focused() is page.away.look
    assert waiting(window) == [SIDE, REPORT]
    row = page.waiting.rows[1]
    assert row.words.accessibleName() == (
        f"{TITLE}. Due Fri 30 April 2027 · reminded 7 times, last on Tue 27 April 2027. 3 days"
    )


def test_the_page_of_what_came_up_is_looked_at_once(window: MainWindow) -> None:
    press(Qt.Key.Key_Space)
    page = window.pages["while_away"]
    assert isinstance(page, WhileAwayPage)
    assert window.current == "while_away"
    assert [row.duty.duty_key for row in page.lost.rows] == [SIDE]
    assert [row.duty.duty_key for row in page.possible.rows] == [REPORT]
    assert page.missed.title.text() == "12 reminders came up"
    assert focused() is page.looked
    press(Qt.Key.Key_Return)
    assert window.current == "today"
    assert focused() is today(window).waiting.rows[0].words
    assert not today(window).away.isVisible()
    # It was looked at, but nothing was chosen.
    assert waiting(window) == [SIDE, REPORT]
    window.go("while_away")
    assert page.nothing.isVisible()


def test_what_waits_is_not_listed_a_second_time(window: MainWindow, qtbot: QtBot) -> None:
    card = today(window).deadlines
    names = [row.name.text() for row in card.findChildren(ListRow) if row.isVisible()]
    waits = [row.duty.title for row in today(window).waiting.rows]
    assert names
    assert not set(names) & set(waits)
    assert card.under.text() == "What waits for you stands above and is left out here."
    for key in (SIDE, REPORT):
        window.desk.deadlines.mark_not_applicable(key, "nobody goes")
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert not card.under.isVisible()


def test_enter_on_a_duty_that_waits_opens_it(window: MainWindow) -> None:
    today(window).waiting.take_focus()
    press(Qt.Key.Key_Return)
    assert window.current == "deadlines"


def test_done_needs_day_channel_and_proof(window: MainWindow, qtbot: QtBot) -> None:
    tab_to(f"Done: {TITLE}")
    press(Qt.Key.Key_Space)
    dialog = dialog_of(window, qtbot)
    assert isinstance(dialog, DoneDialog)
    dialog.yes.click()
    assert dialog.fields["channel"].error.text() == "Choose how it went."
    dialog.channel.setCurrentIndex(dialog.channel.findData("email"))
    dialog.yes.click()
    assert dialog.fields["proof"].error.text()
    dialog.proof.setFocus()
    write("No. 12/2027")
    press(Qt.Key.Key_Return)
    assert waiting(window) == [SIDE]
    tracked = next(e for e in window.desk.deadlines.duties() if e.duty.key == REPORT)
    assert tracked.status is DutyStatus.DONE
    assert tracked.record is not None
    assert (tracked.record.channel, tracked.record.proof) == ("email", "No. 12/2027")
    ended = [e for e in window.desk.reminders.all() if e.duty_key == REPORT and e.choice]
    assert {each.choice for each in ended} == {Choice.DONE}
    assert window.flash.words.text() == f"Done: {TITLE}"


def test_a_day_to_come_is_said_at_its_field(window: MainWindow, qtbot: QtBot) -> None:
    today(window).waiting.rows[1].buttons["done"].click()
    dialog = dialog_of(window, qtbot)
    assert isinstance(dialog, DoneDialog)
    dialog.channel.setCurrentIndex(dialog.channel.findData("hand"))
    dialog.proof.setText("12")
    dialog.day.setText("30 April 2027")
    dialog.yes.click()
    assert "still to come" in dialog.fields["on"].error.text()
    dialog.day.setText("")
    dialog.yes.click()
    assert dialog.fields["on"].error.text()
    dialog.reject()
    assert waiting(window) == [SIDE, REPORT]


def test_not_ours_needs_its_reason(window: MainWindow, qtbot: QtBot) -> None:
    tab_to(f"Not ours: {TITLE}")
    press(Qt.Key.Key_Space)
    dialog = dialog_of(window, qtbot)
    assert isinstance(dialog, NotOursDialog)
    dialog.yes.click()
    assert dialog.fields["reason"].error.text()
    write("The capital sends it")
    press(Qt.Key.Key_Return, modifier=Qt.KeyboardModifier.ControlModifier)
    assert waiting(window) == [SIDE]
    window.undo()
    # Undone, the duty is open again, and the next look names it.
    tracked = next(e for e in window.desk.deadlines.duties() if e.duty.key == REPORT)
    assert tracked.status is DutyStatus.OPEN
    qtbot.waitUntil(lambda: not window.tasks.busy)
    (told,) = window.desk.reminders.catch_up().shown
    assert told.duty_key == REPORT
    window.data_changed.emit(frozenset({"reminders"}))
    assert waiting(window) == [SIDE, REPORT]


def test_it_rests_until_a_day_that_is_offered(window: MainWindow, qtbot: QtBot) -> None:
    today(window).waiting.rows[1].buttons["snooze"].click()
    dialog = dialog_of(window, qtbot)
    assert isinstance(dialog, SnoozeDialog)
    assert list(dialog.days.buttons) == ["2027-04-28", "2027-04-29", "2027-04-30", "other"]
    assert dialog.days.buttons["2027-04-28"].text() == "Tomorrow, Wed 28 April 2027"
    assert dialog.days.buttons["2027-04-30"].text() == "Fri 30 April 2027, the day to send it"
    dialog.days.buttons["2027-04-29"].click()
    dialog.yes.click()
    assert dialog.fields["reason"].error.text()
    write("Waits for the ministry")
    dialog.yes.click()
    assert waiting(window) == [SIDE]
    assert window.flash.words.text() == f"Rests until Thu 29 April 2027: {TITLE}"


def test_next_week_is_offered_and_many_days_stand_in_lines(qtbot: QtBot, tmp_path: Path) -> None:
    begin_register(tmp_path)
    # A Wednesday.
    with window_on(qtbot, tmp_path, date(2027, 4, 7)) as window:
        row = next(e for e in today(window).waiting.rows if e.duty.duty_key == REPORT)
        row.buttons["snooze"].click()
        dialog = dialog_of(window, qtbot)
        assert isinstance(dialog, SnoozeDialog)
        assert dialog.days.buttons["2027-04-12"].text() == "Mon 12 April 2027, next week"
        assert len(dialog.days.buttons) > 5
        assert dialog.width() < window.width() * 2 / 3


def test_past_the_internal_date_it_takes_a_second_look(qtbot: QtBot, tmp_path: Path) -> None:
    begin_register(tmp_path)
    # The report on 2027 is due on a Sunday; the internal date is the Friday before.
    with window_on(qtbot, tmp_path, date(2028, 4, 25)) as window:
        row = next(e for e in today(window).waiting.rows if e.duty.duty_key.endswith("2027"))
        row.buttons["snooze"].click()
        dialog = dialog_of(window, qtbot)
        assert isinstance(dialog, SnoozeDialog)
        dialog.days.buttons["other"].click()
        assert focused() is dialog.other
        write("29 April 2028")
        assert dialog.second_look.isVisible()
        assert "Fri 28 April 2028" in dialog.second_look.text()
        reason = dialog.fields["reason"].editor
        reason.setFocus()
        write("The minister signs on Saturday")
        dialog.yes.click()
        assert dialog.isVisible()
        assert "would pass" in dialog.notice.words.text()
        dialog.other.setText("1 May 2028")
        dialog.yes.click()
        assert dialog.isVisible()
        assert "past the legal date" in dialog.notice.words.text()
        dialog.other.setText("29 April 2028")
        dialog.second_look.setChecked(True)
        dialog.yes.click()
        assert not any(each.endswith("2027") for each in waiting(window))


def test_handed_up_it_is_copied_and_saved(window: MainWindow, qtbot: QtBot, tmp_path: Path) -> None:
    tab_to(f"Hand up: {TITLE}")
    press(Qt.Key.Key_Space)
    dialog = dialog_of(window, qtbot)
    assert isinstance(dialog, EscalationDialog)
    assert dialog.to.currentText() == "Amb. A. Adeyemi"
    dialog.remark.text.setFocus()
    write("Please sign today")
    text = dialog.text.toPlainText()
    assert text.startswith("For the attention of Amb. A. Adeyemi\n")
    assert "Please sign today" in text
    assert "3 days before, shown" in text
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == text
    dialog.save.click()
    chooser = next(each for each in window.findChildren(QFileDialog) if each.isVisible())
    place = tmp_path / "slip.pdf"
    chooser.fileSelected.emit(str(place))
    chooser.close()
    qtbot.waitUntil(place.exists, timeout=10_000)
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert place.read_bytes().startswith(b"%PDF")
    # Handing up chooses nothing; the duty's history has one line of it, copied and saved alike.
    assert waiting(window) == [SIDE, REPORT]
    history = window.desk.deadlines.history(REPORT)
    (line,) = [each for each in history if each.what == "handed_up"]
    assert line.became == "Amb. A. Adeyemi"
    assert line.why == "Please sign today"
    assert entry_words(line) == "Slip to hand it up: Amb. A. Adeyemi"


def test_after_a_choice_the_keyboard_is_at_the_next_duty(window: MainWindow, qtbot: QtBot) -> None:
    snooze = today(window).waiting.rows[0].buttons["snooze"]
    QTest.mouseClick(snooze, Qt.MouseButton.LeftButton)
    dialog = dialog_of(window, qtbot)
    dialog.fields["reason"].editor.setFocus()
    write("Waits for the ministry")
    dialog.yes.click()
    assert waiting(window) == [REPORT]
    # It has the keyboard as soon as the dialog is gone.
    assert window.focusWidget() is today(window).waiting.rows[0].words


def test_the_keyboard_stays_in_the_list_when_a_row_goes(window: MainWindow, qtbot: QtBot) -> None:
    today(window).waiting.rows[0].words.setFocus()
    window.desk.deadlines.mark_not_applicable(SIDE, "nobody goes")
    qtbot.waitUntil(lambda: not window.tasks.busy)
    assert waiting(window) == [REPORT]
    assert QApplication.focusWidget() is today(window).waiting.rows[0].words


@pytest.mark.parametrize("size", [(900, 600), (1280, 820), (1920, 1200)])
def test_nothing_is_cut_in_any_size(window: MainWindow, size: tuple[int, int]) -> None:
    window.resize(*size)
    for page in ("today", "while_away"):
        window.go(page)
        assert not window.grab().isNull()
        assert window.size().toTuple() == size
        for each in window.pages[page].findChildren(type(today(window).waiting.rows[0])):
            for button in each.buttons.values():
                assert button.width() >= button.sizeHint().width()


def test_without_anything_to_say_today_is_as_ever(qtbot: QtBot, tmp_path: Path) -> None:
    begin_register(tmp_path)
    with window_on(qtbot, tmp_path, date(2026, 11, 3)) as window:
        page = today(window)
        assert not page.away.isVisible()
        assert not page.waiting.isVisible()


def test_from_a_report_that_waits_to_the_report_itself(window: MainWindow) -> None:
    assert "report" not in today(window).waiting.rows[0].buttons
    tab_to(f"Report: {TITLE}")
    press(Qt.Key.Key_Space)
    assert window.current == "report"


def test_of_many_the_nearest_are_shown_first(qtbot: QtBot, tmp_path: Path) -> None:
    begin_register(tmp_path)
    desk = open_desk(tmp_path, at_noon(BEGUN))
    for number in range(5):
        note = ConveningNote(reference="N", delegation_due=date(2027, 4, 28))
        start = date(2027, 5, 20 + number)
        desk.meetings.save(Meeting(f"M{number}", "A meeting", start=start, convening=note))
    desk.reminders.plan()
    desk.close()
    with window_on(qtbot, tmp_path, date(2027, 4, 27)) as window:
        card = today(window).waiting
        assert len(card.rows) == 4
        assert card.more.text() == "Show all 7"
        tab_to("Show all 7")
        press(Qt.Key.Key_Space)
        assert len(card.rows) == 7
        assert focused() is card.more
        card.more.click()
        assert len(card.rows) == 4
