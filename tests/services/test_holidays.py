"""Tests of the three holiday lists: what they hold, and what moves when they change."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place, Standing
from ccmdesk.domain.profile import Profile
from ccmdesk.services.desk import Desk

REPORT = "NGA:art7_annual:2026"
DUE = date(2027, 4, 30)
CLOSED = HolidayEntry(Place.UN_OFFICE, DUE, "Day of the building", source="UNOG IC/2027/1")
WHIT_MONDAY = date(2027, 5, 17)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Nigeria's mission on 22 November 2026."""
    found = open_desk(tmp_path / "data", FixedClock.on(date(2026, 11, 22)))
    names = {"en": found.profile.default_names("NGA", "Geneva", "en")}
    found.profile.save(Profile("NGA", "en", names))
    yield found
    found.close()


def report(desk: Desk) -> TrackedDuty:
    return next(each for each in desk.deadlines.duties() if each.duty.key == REPORT)


def test_a_new_holiday_moves_the_internal_date_and_never_the_legal_one(desk: Desk) -> None:
    preview = desk.holidays.preview(CLOSED)
    assert report(desk).duty.internal_due == DUE
    moved = desk.holidays.save(CLOSED)
    assert moved == preview
    assert [move.key for move in moved] == [REPORT]
    assert moved[0].due == (DUE, DUE)
    assert not moved[0].legal
    assert moved[0].internal_due == (DUE, date(2027, 4, 29))
    duty = report(desk).duty
    assert (duty.due, duty.internal_due) == (DUE, date(2027, 4, 29))
    assert "Day of the building" in " ".join(step.text for step in duty.working)
    line = desk.deadlines.history(REPORT)[-1]
    assert (line.what, line.was, line.became) == ("internal_due", "2027-04-30", "2027-04-29")
    assert "30 April 2027 is a holiday (Day of the building)" in line.why
    assert line.paper == "UNOG IC/2027/1"


def test_undo_takes_the_day_back_and_the_history_tells_of_both(desk: Desk) -> None:
    desk.holidays.save(CLOSED)
    desk.history.undo()
    assert report(desk).duty.internal_due == DUE
    assert desk.holidays.entries() == ()
    assert [line.became for line in desk.deadlines.history(REPORT)] == ["2027-04-29", "2027-04-30"]


def test_the_shipped_list_counts_again_when_a_line_goes(desk: Desk) -> None:
    desk.holidays.save(CLOSED)
    (entry,) = desk.holidays.entries(Place.UN_OFFICE)
    preview = desk.holidays.preview_remove(entry.id)
    assert desk.holidays.remove(entry.id) == preview
    assert preview[0].internal_due == (date(2027, 4, 29), DUE)
    with pytest.raises(InputError):
        desk.holidays.remove(entry.id)


def test_the_canton_and_the_capital_move_no_internal_date(desk: Desk) -> None:
    for place in (Place.CANTON, Place.CAPITAL):
        assert desk.holidays.save(HolidayEntry(place, DUE, "Closed")) == []
        assert not desk.holidays.calendar(place).is_working_day(DUE)
    assert report(desk).duty.internal_due == DUE
    assert desk.holidays.calendar(Place.UN_OFFICE).is_working_day(DUE)


def test_only_open_duties_are_told_of(desk: Desk) -> None:
    desk.deadlines.mark_not_applicable(REPORT, "The capital sends it itself")
    assert desk.holidays.save(CLOSED) == []
    past = HolidayEntry(Place.UN_OFFICE, date(2026, 4, 30), "Long gone")
    assert desk.holidays.save(past) == []


def test_a_second_line_for_a_day_takes_the_place_of_the_first(desk: Desk) -> None:
    desk.holidays.save(CLOSED)
    desk.holidays.save(HolidayEntry(Place.UN_OFFICE, DUE, "Another name"))
    assert [entry.name for entry in desk.holidays.entries()] == ["Another name"]
    other = HolidayEntry(Place.UN_OFFICE, date(2027, 5, 3), "Monday")
    desk.holidays.save(other)
    (_, stored) = desk.holidays.entries()
    moved = HolidayEntry(Place.UN_OFFICE, DUE, "Moved here", id=stored.id)
    desk.holidays.save(moved)
    assert [entry.name for entry in desk.holidays.entries()] == ["Moved here"]


def test_a_shipped_holiday_can_be_cancelled_and_an_open_day_cannot(desk: Desk) -> None:
    desk.holidays.save(HolidayEntry(Place.UN_OFFICE, WHIT_MONDAY, "They work", off=False))
    line = next(each for each in desk.holidays.year(Place.UN_OFFICE, 2027) if each.entry_id)
    assert (line.day, line.standing) == (WHIT_MONDAY, Standing.CANCELLED)
    assert desk.holidays.calendar(Place.UN_OFFICE).is_working_day(WHIT_MONDAY)
    with pytest.raises(InputError, match="18 May 2027 is no holiday") as caught:
        desk.holidays.save(HolidayEntry(Place.UN_OFFICE, date(2027, 5, 18), "x", off=False))
    assert caught.value.field == "day"


def test_a_moving_feast_is_cancelled_year_by_year(desk: Desk) -> None:
    whit = HolidayEntry(Place.UN_OFFICE, WHIT_MONDAY, "x", off=False, yearly=True)
    with pytest.raises(InputError, match="falls on another day each year") as caught:
        desk.holidays.save(whit)
    assert caught.value.field == "yearly"
    christmas = HolidayEntry(Place.CANTON, date(2026, 12, 31), "x", off=False, yearly=True)
    desk.holidays.save(christmas)
    assert desk.holidays.calendar(Place.CANTON).is_working_day(date(2029, 12, 31))
    desk.holidays.save(HolidayEntry(Place.CAPITAL, date(2028, 2, 29), "Leap", yearly=True))
    with pytest.raises(InputError):
        desk.holidays.save(
            HolidayEntry(Place.CAPITAL, date(2032, 2, 29), "x", off=False, yearly=True)
        )


def test_a_wrong_line_among_many_changes_nothing(desk: Desk) -> None:
    bad = HolidayEntry(Place.UN_OFFICE, date(2027, 5, 18), "x", off=False)
    for wrong in (bad, HolidayEntry(Place.UN_OFFICE, date(1990, 1, 1), "Old")):
        with pytest.raises(InputError):
            desk.holidays.save_all([CLOSED, wrong])
    assert desk.holidays.entries() == ()
    assert report(desk).duty.internal_due == DUE


def test_a_pasted_list_is_one_act(desk: Desk) -> None:
    text = "1 January New Year's Day\nFriday, 30 April 2027: Day of the building\n"
    entries = desk.holidays.read_list(Place.UN_OFFICE, text, 2027)
    assert desk.holidays.entries() == ()
    assert desk.holidays.preview_all(entries) == desk.holidays.save_all(entries)
    assert len(desk.holidays.entries()) == 2
    desk.history.undo()
    assert desk.holidays.entries() == ()


def test_a_complete_list_cancels_what_it_does_not_name(desk: Desk) -> None:
    text = "6 May Ascension Day"
    entries = desk.holidays.read_list(Place.UN_OFFICE, text, 2027, complete=True)
    desk.holidays.save_all(entries)
    calendar = desk.holidays.calendar(Place.UN_OFFICE)
    assert calendar.is_working_day(WHIT_MONDAY)
    assert not calendar.is_working_day(date(2027, 5, 6))
    assert not calendar.is_working_day(date(2028, 6, 5))  # the next Whit Monday


def test_an_empty_list_saves_nothing(desk: Desk) -> None:
    assert desk.holidays.save_all([]) == desk.holidays.preview_all([]) == []


@pytest.mark.parametrize("year", [1999, 2101])
def test_a_year_beyond_the_border(desk: Desk, year: int) -> None:
    with pytest.raises(InputError) as caught:
        desk.holidays.year(Place.CANTON, year)
    assert caught.value.field == "year"
