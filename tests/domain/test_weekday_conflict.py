"""Tests of the search for a weekday that contradicts its date."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.dates import WEEKDAYS, long_date, weekday_name
from ccmdesk.domain.weekday_conflict import find_weekday_conflict

SENTENCE = (
    "The details of delegations to the Eleventh Meeting should be submitted by Friday, 31 August "
    "2023, to the Secretary of the Eleventh Meeting of States Parties to the Convention."
)


def test_the_convening_note_of_2023_contradicts_itself() -> None:
    conflict = find_weekday_conflict(SENTENCE)
    assert conflict is not None
    assert conflict.day == date(2023, 8, 31)
    assert conflict.weekday == "Friday"
    assert conflict.candidates == (date(2023, 8, 31), date(2023, 9, 1))
    assert conflict.safe == date(2023, 8, 31)
    assert conflict.message == (
        "“Friday, 31 August 2023” contradicts itself: 31 August 2023 is a Thursday."
    )


def test_the_safe_reading_is_the_earlier_one_whichever_it_is() -> None:
    conflict = find_weekday_conflict("by Wednesday 31 August 2023")
    assert conflict is not None
    assert conflict.safe == date(2023, 8, 30)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "no later than 30 April 2023",
        "Friday, 19 August 2016",
        "by Friday, 17 August 2018",
        "Friday and 31 August 2023",
        "Friday, 31 June 2023",
        "on Thu. 31 August 2023",
        "on Thurs 31st August 2023",
    ],
)
def test_what_does_not_contradict_itself_is_left_alone(text: str) -> None:
    assert find_weekday_conflict(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "vendredi 31 août 2023",
        "VENDREDI 31 AOUT 2023",
        "le vendredi, 31 août 2023",
        "viernes 31 de agosto de 2023",
        "viernes, 31 de agosto de 2023",
    ],
)
def test_notes_in_french_and_spanish_contradict_themselves_too(text: str) -> None:
    conflict = find_weekday_conflict(text)
    assert conflict is not None
    assert conflict.candidates == (date(2023, 8, 31), date(2023, 9, 1))
    assert conflict.weekday == "Friday"


@pytest.mark.parametrize(
    "text",
    [
        "jeudi 31 août 2023",
        "jueves 31 de agosto de 2023",
        "dimanche 1er octobre 2023",
        "MIERCOLES 30 DE AGOSTO DE 2023",
        "mercredi 30 aout 2023",
    ],
)
def test_notes_in_french_and_spanish_that_agree_are_left_alone(text: str) -> None:
    assert find_weekday_conflict(text) is None


@pytest.mark.parametrize(
    "text", ["Fri 31 August 2023", "FRIDAY, THE 31ST OF AUGUST 2023", "Friday 31 August, 2023"]
)
def test_other_ways_of_writing_it(text: str) -> None:
    conflict = find_weekday_conflict(text)
    assert conflict is not None
    assert conflict.as_written == text


def test_the_first_contradiction_of_several_dates_is_found() -> None:
    conflict = find_weekday_conflict("from Monday, 11 September 2023 to Friday, 14 September 2023")
    assert conflict is not None
    assert conflict.day == date(2023, 9, 14)


@given(st.dates(date(1900, 1, 1), date(2199, 12, 31)), st.sampled_from(WEEKDAYS))
def test_every_wrong_weekday_is_found_and_no_right_one(day: date, weekday: str) -> None:
    conflict = find_weekday_conflict(f"by {weekday}, {long_date(day)}.")
    if weekday == weekday_name(day):
        assert conflict is None
        return
    assert conflict is not None
    assert conflict.day in conflict.candidates
    other = next(each for each in conflict.candidates if each != day)
    assert weekday_name(other) == weekday
    assert abs(other - day) <= timedelta(days=3)
    assert conflict.safe == min(day, other)
