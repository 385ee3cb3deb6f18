"""Tests of a pasted holiday list: every way to write a day, every way to write it wrong."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.holiday_entries import Place
from ccmdesk.domain.holiday_list import read_holiday_list


def read(text: str, year: int = 2027) -> list[tuple[date, str]]:
    return [(entry.day, entry.name) for entry in read_holiday_list(Place.CANTON, text, year)]


@pytest.mark.parametrize(
    ("line", "day", "name"),
    [
        ("2027-01-01 New Year's Day", date(2027, 1, 1), "New Year's Day"),
        ("Friday, 26 March 2027: Good Friday", date(2027, 3, 26), "Good Friday"),
        ("Easter Monday 29 March", date(2027, 3, 29), "Easter Monday"),
        ("6 May 2027, Thursday, Ascension Day", date(2027, 5, 6), "Ascension Day"),
        ("Mon 17 May – Whit Monday", date(2027, 5, 17), "Whit Monday"),
        ("06.08.2027\tHarvest", date(2027, 8, 6), "Harvest"),
        ("jeudi 9 septembre 2027 Jeûne genevois", date(2027, 9, 9), "Jeûne genevois"),
        ("1er août Fête nationale", date(2027, 8, 1), "Fête nationale"),
        ("Independence Day, 1 October", date(2027, 10, 1), "Independence Day"),
        ("2027/05/06 Ascension", date(2027, 5, 6), "Ascension"),
        ("2027.05.06 Ascension", date(2027, 5, 6), "Ascension"),
        ("Thursday;2027-05-06;Ascension", date(2027, 5, 6), "Ascension"),
        ("2027-05-06;Thu;Ascension", date(2027, 5, 6), "Ascension"),
        ("6 May (Thursday) Ascension", date(2027, 5, 6), "Ascension"),
        ('2027-01-01,"New Year\'s Day, observed"', date(2027, 1, 1), "New Year's Day, observed"),
        ("Good Friday, 26 March 2027", date(2027, 3, 26), "Good Friday"),
        ("25/12/2027,Christmas Day", date(2027, 12, 25), "Christmas Day"),
        ("December 31, 2027 Restoration", date(2027, 12, 31), "Restoration"),
        ("1 May May Day", date(2027, 5, 1), "May Day"),
        ("2027-12-27,27 December", date(2027, 12, 27), "27 December"),
        ("30/04/27;Labour Day, observed", date(2027, 4, 30), "Labour Day, observed"),
        ("30.04.27;Day before", date(2027, 4, 30), "Day before"),
        ("4/30/2027,Day before", date(2027, 4, 30), "Day before"),
        ("30-Apr-27,Day before", date(2027, 4, 30), "Day before"),
        ("30-avr.-2027;Veille", date(2027, 4, 30), "Veille"),
        ("2027-04-30 00:00:00,Day before", date(2027, 4, 30), "Day before"),
        ("2027-04-30T00:00,Day before", date(2027, 4, 30), "Day before"),
        ("6 May 2027;Ascension (moved)", date(2027, 5, 6), "Ascension (moved)"),
        ("(6 May) Ascension (moved)", date(2027, 5, 6), "Ascension (moved)"),
        ("Ascension (6 May)", date(2027, 5, 6), "Ascension"),
        ("6 May (Ascension)", date(2027, 5, 6), "Ascension"),
        ("28 de julio Fiestas Patrias", date(2027, 7, 28), "Fiestas Patrias"),
        ("jueves 6 de mayo de 2027: Ascensión", date(2027, 5, 6), "Ascensión"),
        ("Sábado 1 de mayo, Día del Trabajo", date(2027, 5, 1), "Día del Trabajo"),
        ("21 de marzo Día del Mar", date(2027, 3, 21), "Día del Mar"),
        ("15 AOUT Assomption", date(2027, 8, 15), "Assomption"),
        ("• 1 August: Swiss National Day", date(2027, 8, 1), "Swiss National Day"),
    ],
)
def test_a_line_in_many_hands(line: str, day: date, name: str) -> None:
    assert read(line) == [(day, name)]


def test_heads_notes_and_empty_lines_are_passed_over() -> None:
    text = "\N{ZERO WIDTH NO-BREAK SPACE}Date;Holiday\r\n\r\n# official\r\n2027-01-01;New Year\r\n"
    assert read(text) == [(date(2027, 1, 1), "New Year")]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("31 June Foo", "“31 June” does not exist in the calendar of 2027"),
        ("29 February Leap day", "does not exist in the calendar of 2027"),
        ("2027-13-01 Foo", "“2027-13-01” does not exist"),
        ("25 Decembr Christmas", "did you mean December?"),
        ("Friday 6 May 2027 Ascension", "6 May 2027 is a Thursday, not “Friday”"),
        ("Friday;2027-05-06;Ascension", "6 May 2027 is a Thursday, not “Friday”"),
        ("2027-05-06,Fri,Ascension", "6 May 2027 is a Thursday, not “Fri”"),
        ("Easter Monday 28 March", "28 March 2027 is a Sunday, not “Monday”"),
        ("Thrusday 6 May Ascension", "“Thrusday” is no weekday; did you mean Thursday?"),
        ("viernes 6 de mayo Ascensión", "6 May 2027 is a Thursday, not “viernes”"),
        ("31 de junio Nada", "does not exist in the calendar of 2027"),
        ("05/06/2027 Foo", "can be read in two ways"),
        ("6 May 2026 Ascension", "is not in 2027, the year of this list"),
        ("24-26 December Christmas", "the day is not clear"),
        ("24 December to 26 December Christmas", "the day is not clear"),
        ("6 May 20277 Ascension", "the day is not clear"),
        ("6 May 2027", "6 May 2027 has no name"),
        ("Ascension", "no day is found"),
        ("46507,Day before", "“46507” is how a table counts days"),
        ("30/04/277,Day before", "the day is not clear"),
        ("30/04/28,Day before", "30 April 2028 is not in 2027"),
        ("13/14/2027,Day before", "“13/14/2027” does not exist"),
        ("30-Apirl-27,Day before", "did you mean April?"),
        ("30-Feb-27,Day before", "“30-Feb-27” does not exist in the calendar;"),
        ("2027-04-30 09:00,Day before", "the day is not clear"),
        ("\0", "no day is found"),
        ("6 May " + "x" * 121, "the name is longer than 120 letters"),
    ],
)
def test_a_typing_error_is_told_with_its_line_and_nothing_is_taken(line: str, said: str) -> None:
    with pytest.raises(InputError) as caught:
        read(f"1 January New Year\n\n{line}\n31 December Restoration")
    assert caught.value.message.startswith("Line 3: ")
    assert said in caught.value.message
    assert "\n" not in caught.value.message
    assert caught.value.field == "text"


def test_a_day_twice_names_both_lines() -> None:
    with pytest.raises(InputError, match="Line 2: 1 January 2027 stands in line 1 already"):
        read("2027-01-01 New Year\n1 January Nouvel an")


@pytest.mark.parametrize("text", ["", "\n \n", "# nothing", "Date,Name"])
def test_a_list_of_nothing(text: str) -> None:
    with pytest.raises(InputError, match="no line with a day"):
        read(text)


def test_a_leap_day_in_a_leap_year() -> None:
    assert read("29 February Leap day", 2028) == [(date(2028, 2, 29), "Leap day")]


@pytest.mark.parametrize("year", [0, 1999, 2101])
def test_a_year_beyond_the_border(year: int) -> None:
    with pytest.raises(InputError) as caught:
        read("1 January New Year", year)
    assert caught.value.field == "year"


@given(
    st.dates(date(2000, 1, 1), date(2100, 12, 31)),
    st.sampled_from(
        ("{day} Feast", "Feast, {day}", "{day}: Feast", "{day}\tFeast", "- {day} Feast")
    ),
    st.sampled_from((date.isoformat, long_date, spoken)),
)
def test_every_day_is_read_as_it_was_written(day: date, line: str, write: object) -> None:
    assert callable(write)
    assert read(line.format(day=write(day)), day.year) == [(day, "Feast")]


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused_in_one_sentence(text: str) -> None:
    try:
        found = read(text)
    except InputError as error:
        found = []
        said = error.message
    else:
        said = "read"
    assert said
    assert "\n" not in said
    assert all(day.year == 2027 and name for day, name in found)
