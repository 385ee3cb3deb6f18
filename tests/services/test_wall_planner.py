"""The wall planner of a real desk: duties, meetings and holidays where they belong."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import HolidayEntry, Place
from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.domain.profile import Profile
from ccmdesk.services.desk import Desk
from ccmdesk.services.wall_planner import planner_name, planner_pdf
from tests.documents.reading import pages_of

TODAY = date(2026, 11, 22)
REPORT = "NGA:art7_annual:2026"


@pytest.fixture
def home(tmp_path: Path) -> Iterator[Desk]:
    """The desk of Nigeria's mission on 22 November 2026, with a meeting in 2027."""
    desk = open_desk(tmp_path / "data", FixedClock.on(TODAY))
    names = {"en": desk.profile.default_names("NGA", "Geneva", "en")}
    desk.profile.save(Profile("NGA", "en", names))
    desk.meetings.save(
        Meeting(
            "14MSP",
            "Fourteenth Meeting of States Parties",
            MeetingKind.STATES_PARTIES,
            14,
            date(2027, 9, 30),
            date(2027, 10, 2),
            "Geneva",
            convening=ConveningNote(delegation_due=date(2027, 8, 28)),
        )
    )
    yield desk
    desk.close()


def text(desk: Desk, year: int = 2027) -> str:
    (page,) = pages_of(planner_pdf(desk, year))
    return page


def test_duties_meetings_and_holidays_are_there(home: Desk) -> None:
    told = text(home)
    assert told.startswith("2027 Nigeria")
    assert "Fr Annual transparency report for 2026" in told
    # 28 August 2027 is a Saturday.
    assert "Sa Delegation to 14MSP" in told
    assert "Fr Internal: Delegation to 14MSP" in told
    assert "Th 14MSP, Geneva" in told
    assert told.count("14MSP, Geneva") == 1
    # The second and the third day, across the turn of the month.
    assert "Fr 14MSP" in told
    assert "Sa 14MSP" in told
    assert "Good Friday" in told


def test_another_year_has_its_own(home: Desk) -> None:
    told = text(home, 2028)
    assert "14MSP" not in told
    assert "Annual transparency report for 2027" in told


def test_what_is_done_says_so_and_what_is_not_ours_is_left_out(home: Desk) -> None:
    home.deadlines.mark_done(REPORT, TODAY, "No. 12/2026", "email")
    assert "Annual transparency report for 2026 (done)" in text(home)
    home.deadlines.reopen(REPORT)
    home.deadlines.mark_not_applicable(REPORT, "The capital sends it itself.")
    assert "Annual transparency report for 2026" not in text(home)


def test_the_officers_own_holidays_count(home: Desk) -> None:
    home.holidays.save(HolidayEntry(Place.UN_OFFICE, date(2027, 8, 27), "The Palais is closed"))
    told = text(home)
    assert "The Palais is closed" in told
    assert "Th Internal: Delegation to 14MSP" in told


def test_an_internal_date_at_the_end_of_a_year_stands_in_that_year(home: Desk) -> None:
    home.meetings.save(
        Meeting(
            "EARLY",
            "Early meeting",
            start=date(2028, 2, 1),
            convening=ConveningNote(delegation_due=date(2028, 1, 1)),
        )
    )
    assert "Internal: Delegation to EARLY" in text(home)
    assert "Internal: Delegation to EARLY" not in text(home, 2028)


@pytest.mark.parametrize("year", [1999, 2101])
def test_a_year_out_of_reach_is_one_sentence(home: Desk, year: int) -> None:
    with pytest.raises(InputError, match="2008 to 2100"):
        planner_pdf(home, year)


def test_the_last_year_can_be_planned(home: Desk) -> None:
    assert text(home, 2100).startswith("2100 Nigeria")


def test_the_file_is_named_after_the_year() -> None:
    assert planner_name(2027) == "wall-planner-2027.pdf"


def test_an_internal_date_long_before_its_legal_date_is_not_lost(home: Desk) -> None:
    """A meeting of January was moved to November; the day of its note stays in January."""
    home.meetings.save(
        Meeting(
            "15MSP",
            "Fifteenth Meeting of States Parties",
            start=date(2027, 11, 22),
            convening=ConveningNote(delegation_due=date(2028, 2, 10)),
        )
    )
    assert "Fr Internal: Delegation to 15MSP" in text(home)
