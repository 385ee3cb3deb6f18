"""Settings: the holiday lists, the lead times and the absences, with what each of them moves."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton
from pytestqt.qtbot import QtBot

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.holiday_entries import HolidayLine, Place, Standing
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.safe_start import Absence, LegKind
from ccmdesk.ui.dialogs.absence import AbsenceDialog
from ccmdesk.ui.dialogs.holiday import HolidayDialog, HolidayListDialog
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.settings import SettingsPage
from ccmdesk.ui.pages.settings_holidays import HolidaysSection
from ccmdesk.ui.pages.settings_lead_times import LeadTimesSection
from tests.ui.desks import name_of, open_window, press

KEY = "IRL:meeting_milestone:INTER24"
Wanted = TypeVar("Wanted", bound=QDialog)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[MainWindow]:
    yield from open_window(qtbot, tmp_path, sample=False)


@pytest.fixture
def meeting(window: MainWindow) -> Meeting:
    """A meeting that wants the delegation by Thursday, 22 August 2024."""
    return window.desk.meetings.save(
        Meeting(
            "INTER24",
            "Intersessional meetings",
            start=date(2024, 9, 9),
            convening=ConveningNote(delegation_due=date(2024, 8, 22)),
        )
    )


def settings(window: MainWindow, name: str) -> SettingsPage:
    window.go("settings", name)
    page = window.pages["settings"]
    assert isinstance(page, SettingsPage)
    return page


@pytest.fixture
def holidays(window: MainWindow, meeting: Meeting) -> HolidaysSection:
    section = settings(window, "holidays").holidays
    section.go_to(2024)
    return section


@pytest.fixture
def lead_times(window: MainWindow, meeting: Meeting) -> LeadTimesSection:
    return settings(window, "lead_times").lead_times


def opened(window: MainWindow, kind: type[Wanted]) -> Wanted:
    return next(each for each in window.findChildren(kind) if each.isVisible())


def line_of(section: HolidaysSection, day: date) -> HolidayLine | None:
    return next((line for line in section.table.rows() if line.day == day), None)


def choose(section: HolidaysSection, day: date) -> None:
    days = [line.day for line in section.table.rows()]
    section.table.selectRow(days.index(day))


def internal(window: MainWindow) -> date:
    found = window.desk.deadlines.duties()
    return next(each.duty.internal_due for each in found if each.duty.key == KEY)


def test_the_list_of_this_year_is_shown_and_others_are_a_step_away(window: MainWindow) -> None:
    section = settings(window, "holidays").holidays
    assert section.year.text() == "2023"
    assert line_of(section, date(2023, 12, 25)) is not None
    section.after.click()
    assert section.year.text() == "2024"
    assert section.before.accessibleName() == "The list of 2023"
    assert line_of(section, date(2024, 12, 25)) is not None
    section.place.setCurrentIndex(section.place.findData(str(Place.CAPITAL)))
    assert not section.table.rows()
    assert section.none.isVisible()


def test_a_day_added_moves_the_internal_date_and_says_so(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.add_button.click()
    dialog = opened(window, HolidayDialog)
    dialog.day.setText("2024-08-22")
    dialog.name.setText("The Palais is closed")
    dialog.look_ahead()
    told = "Send by Wed 21 August 2024 instead of Thu 22 August 2024"
    assert told in dialog.moves.words()
    assert internal(window) == date(2024, 8, 22)
    dialog.accept()
    assert internal(window) == date(2024, 8, 21)
    assert holidays.moved.isVisible()
    assert told in holidays.moved.words()
    line = line_of(holidays, date(2024, 8, 22))
    assert line is not None
    assert line.standing is Standing.OWN
    last = window.desk.deadlines.history(KEY)[-1]
    assert (last.what, last.became) == ("internal_due", "2024-08-21")
    window.undo()
    assert internal(window) == date(2024, 8, 22)
    assert line_of(holidays, date(2024, 8, 22)) is None


def test_a_day_of_the_capital_says_which_work_has_to_begin_earlier(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.place.setCurrentIndex(holidays.place.findData(str(Place.CAPITAL)))
    (planned,) = [each for each in window.desk.safe_starts.all() if each.key == KEY]
    asked = next(each for each in planned.legs if each.leg.place is Place.CAPITAL)
    holidays.add()
    dialog = opened(window, HolidayDialog)
    dialog.day.setText(asked.last.isoformat())
    dialog.name.setText("عيد الفطر")
    dialog.look_ahead()
    told = f"Delegation to INTER24: Begin by {spoken(asked.first - timedelta(days=1))} instead of"
    assert told in dialog.moves.words()
    assert dialog.moves.sentence.text() == "No internal date moves, but the day to begin does:"
    assert window.desk.holidays.entries() == ()
    dialog.accept()
    assert told in holidays.moved.words()
    assert holidays.moved.isVisible()
    window.undo()
    assert not holidays.moved.isVisible()


def test_another_weekend_of_the_capital_says_what_begins_on_another_day(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.place.setCurrentIndex(holidays.place.findData(str(Place.CAPITAL)))
    holidays.weekend.setCurrentIndex(holidays.weekend.findText("Thursday and Friday"))
    holidays.weekend.activated.emit(holidays.weekend.currentIndex())
    assert holidays.moved.isVisible()
    assert "Begin by Fri 22 March 2024 instead of Thu 21 March 2024" in holidays.moved.words()


def test_a_day_without_a_name_is_said_at_its_field(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.add()
    dialog = opened(window, HolidayDialog)
    dialog.accept()
    assert "day" in dialog.fields["day"].error.text()
    dialog.day.setText("2023-02-29")
    dialog.accept()
    assert "does not exist" in dialog.fields["day"].error.text()
    dialog.day.setText("2024-08-22")
    dialog.accept()
    assert "name" in dialog.fields["name"].error.text()
    assert window.desk.holidays.entries() == ()
    dialog.reject()


def test_a_shipped_day_is_cancelled_and_put_back_with_the_keyboard(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    day = date(2024, 12, 25)
    choose(holidays, day)
    assert holidays.turn_button.text() == "The office works that day"
    holidays.table.setFocus()
    press(Qt.Key.Key_Delete)
    line = line_of(holidays, day)
    assert line is not None
    assert line.standing is Standing.CANCELLED
    choose(holidays, day)
    assert holidays.turn_button.text() == "It is a holiday after all"
    press(Qt.Key.Key_Delete)
    line = line_of(holidays, day)
    assert line is not None
    assert line.standing is Standing.SHIPPED


def test_an_own_line_is_changed_and_taken_out(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.add()
    dialog = opened(window, HolidayDialog)
    dialog.day.setText("2024-08-22")
    dialog.name.setText("Clsed")
    dialog.accept()
    choose(holidays, date(2024, 8, 22))
    assert holidays.change_button.isEnabled()
    holidays.change()
    dialog = opened(window, HolidayDialog)
    dialog.name.setText("Closed")
    dialog.yearly.setChecked(True)
    dialog.accept()
    (entry,) = window.desk.holidays.entries()
    assert (entry.name, entry.yearly) == ("Closed", True)
    choose(holidays, date(2024, 8, 22))
    holidays.turn()
    assert window.desk.holidays.entries() == ()


def test_a_typing_error_in_a_pasted_list_takes_nothing(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.paste_button.click()
    dialog = opened(window, HolidayListDialog)
    assert not dialog.yes.isEnabled()
    dialog.text.setPlainText("1 January New Year\n22 Augst The Palais is closed")
    dialog.look_ahead()
    assert dialog.fields["text"].error.text().startswith("Line 2:")
    assert not dialog.yes.isEnabled()
    dialog.accept()
    assert dialog.isVisible()
    assert window.desk.holidays.entries() == ()
    dialog.text.setPlainText("1 January New Year\n22 August The Palais is closed")
    dialog.look_ahead()
    assert dialog.yes.isEnabled()
    assert "2 holidays" in dialog.found.text()
    assert "Delegation to INTER24" in dialog.moves.words()
    dialog.accept()
    assert len(window.desk.holidays.entries()) == 2
    assert internal(window) == date(2024, 8, 21)


def test_a_complete_list_cancels_what_it_does_not_name(
    window: MainWindow, holidays: HolidaysSection
) -> None:
    holidays.paste()
    dialog = opened(window, HolidayListDialog)
    dialog.complete.setChecked(True)
    dialog.text.setPlainText("25 December Christmas Day")
    dialog.look_ahead()
    assert "do not count" in dialog.found.text()
    dialog.accept()
    line = line_of(holidays, date(2024, 3, 29))
    assert line is not None
    assert line.standing is Standing.CANCELLED


def test_the_list_of_the_capital_puts_nothing_shipped_aside(holidays: HolidaysSection) -> None:
    holidays.place.setCurrentIndex(holidays.place.findData(str(Place.CAPITAL)))
    # Without a table the sentence takes its room, and the rest stays together at the top.
    assert holidays.explained.y() < 140
    window = holidays.window()
    assert isinstance(window, MainWindow)
    holidays.paste()
    dialog = opened(window, HolidayListDialog)
    assert not dialog.complete.isVisible()
    dialog.reject()


def test_the_capital_may_rest_on_other_days(window: MainWindow, holidays: HolidaysSection) -> None:
    assert not holidays.weekend_field.isVisible()
    holidays.place.setCurrentIndex(holidays.place.findData(str(Place.CAPITAL)))
    assert holidays.weekend.currentText() == "Saturday and Sunday"
    holidays.weekend.setCurrentIndex(holidays.weekend.findText("Friday and Saturday"))
    holidays.weekend.activated.emit(holidays.weekend.currentIndex())
    assert window.desk.holidays.weekend() == frozenset({4, 5})
    window.undo()
    assert holidays.weekend.currentText() == "Saturday and Sunday"


def test_lead_times_say_when_work_has_to_begin_and_are_kept(
    window: MainWindow, lead_times: LeadTimesSection
) -> None:
    lead_times.kind.setCurrentIndex(lead_times.kind.findData("meeting_milestone"))
    before = lead_times.next.text()
    assert "Delegation to 11MSP" in before
    lead_times.form.fill({"capital": "30"})
    assert lead_times.save_button.isEnabled()
    lead_times.save()
    legs = {leg.kind: leg for leg in window.desk.safe_starts.legs("meeting_milestone")}
    assert legs[LegKind.CAPITAL].working_days == 30
    assert lead_times.next.text() != before
    assert not lead_times.form.dirty


def test_lead_times_and_absences_say_how_many_duties_begin_on_another_day(
    window: MainWindow, lead_times: LeadTimesSection
) -> None:
    lead_times.form.fill({"capital": "40"})
    lead_times.save()
    told = "The lead times are saved; one duty has to be begun on another day"
    assert window.flash.words.text() == told
    lead_times.add_absence()
    dialog = opened(window, AbsenceDialog)
    dialog.who.setCurrentText("H.E. Ms. Amina Okoro")
    dialog.first.setText("2024-08-19")
    dialog.last.setText("2024-08-22")
    dialog.accept()
    told = "The absence is added; 2 duties have to be begun on another day"
    assert window.flash.words.text() == told
    lead_times.add_absence()
    dialog = opened(window, AbsenceDialog)
    dialog.who.setCurrentText("H.E. Ms. Amina Okoro")
    dialog.first.setText("2023-09-30")
    dialog.accept()
    assert window.flash.words.text() == "The absence is added"


def test_a_wrong_number_is_said_at_its_step(
    window: MainWindow, lead_times: LeadTimesSection
) -> None:
    before = window.desk.safe_starts.legs("art7_annual")
    for typed in ("a week", "-3", "9999"):
        lead_times.form.fill({"translation": typed})
        lead_times.save()
        assert lead_times.form.fields["translation"].error.text()
    assert window.desk.safe_starts.legs("art7_annual") == before


def test_what_is_typed_is_kept_when_another_section_is_opened(
    window: MainWindow, lead_times: LeadTimesSection
) -> None:
    lead_times.form.fill({"courier": "4"})
    settings(window, "mission")
    legs = {leg.kind: leg for leg in window.desk.safe_starts.legs("art7_annual")}
    assert legs[LegKind.COURIER].working_days == 4


def test_an_absence_is_added_changed_and_removed(
    window: MainWindow, lead_times: LeadTimesSection
) -> None:
    lead_times.add_button.click()
    dialog = opened(window, AbsenceDialog)
    dialog.who.setCurrentText("H.E. Ms. Amina Okoro")
    dialog.first.setText("2024-08-19")
    dialog.last.setText("2024-08-09")
    dialog.accept()
    assert "before it begins" in dialog.fields["last"].error.text()
    dialog.last.setText("2024-08-30")
    dialog.reason.setText("leave")
    dialog.accept()
    (absence,) = window.desk.safe_starts.absences()
    assert absence.last == date(2024, 8, 30)
    names = {name_of(each): each for each in lead_times.findChildren(QPushButton)}
    names["Change the absence of H.E. Ms. Amina Okoro"].click()
    dialog = opened(window, AbsenceDialog)
    dialog.reason.setText("consultations")
    dialog.accept()
    assert window.desk.safe_starts.absences()[0].reason == "consultations"
    QTest.qWait(1)
    names = {
        name_of(each): each for each in lead_times.findChildren(QPushButton) if each.isVisible()
    }
    names["Remove the absence of H.E. Ms. Amina Okoro"].click()
    assert window.desk.safe_starts.absences() == ()
    window.undo()
    assert window.desk.safe_starts.absences() != ()


def test_every_button_has_a_name(window: MainWindow) -> None:
    window.desk.safe_starts.save_absence(Absence("A", date(2024, 8, 1), date(2024, 8, 2)))
    settings(window, "holidays")
    page = settings(window, "lead_times")
    for section in (page.holidays, page.lead_times):
        buttons = section.findChildren(QPushButton)
        assert buttons
        assert all(name_of(each) for each in buttons)
