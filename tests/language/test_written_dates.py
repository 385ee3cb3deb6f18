"""Dates and ranges found in running text."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.layout import Layout
from ccmdesk.domain.profile import LANGUAGES
from ccmdesk.language.grammar import grammar
from ccmdesk.language.written_dates import plain, written_dates, written_ranges


@given(st.dates(date(1950, 1, 1), date(2150, 12, 31)), st.sampled_from(LANGUAGES))
def test_every_date_a_note_writes_is_found(day: date, language: str) -> None:
    text = plain(f"... {grammar(language).written(day, Layout())} ...")
    (found,) = written_dates(text, language)
    assert found.day == day
    assert found.weekday is None


@pytest.mark.parametrize("months", ["both", "levant", "egypt", "maghreb", "morocco"])
@pytest.mark.parametrize("digits", ["western", "arabic_indic"])
def test_every_arabic_month_is_found(months: str, digits: str) -> None:
    layout = Layout(months=months, digits=digits)
    for month in range(1, 13):
        day = date(2023, month, 15)
        (found,) = written_dates(plain(grammar("ar").written(day, layout)), "ar")
        assert found.day == day


@pytest.mark.parametrize(
    ("language", "text", "weekday"),
    [
        ("en", "Thu. 31 August 2023", 3),
        ("en", "Friday, the 1st of September 2023", 4),
        ("fr", "lundi 1er mai 2023", 0),
        ("es", "miércoles 30 de agosto de 2023", 2),
        ("ru", "в среду, 30 августа 2023 года", 2),
        ("ar", "يوم الأحد 3 أيلول/سبتمبر 2023", 6),
        ("zh", "2023年9月3日（星期日）", 6),
    ],
)
def test_weekdays_are_read(language: str, text: str, weekday: int) -> None:
    (found,) = written_dates(plain(text), language)
    assert found.weekday == weekday
    assert found.day is not None
    assert found.day.weekday() == weekday


@pytest.mark.parametrize(
    "text", ["ODA/2023-00050", "CCM/MSP/2023/1", "12 documents", "Article 7 of May’s report", ""]
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert not list(written_dates(text, "en"))
    assert not list(written_ranges(text, "en"))


def test_a_day_that_does_not_exist_has_none() -> None:
    (found,) = written_dates("30 February 2024", "en")
    assert found.day is None
