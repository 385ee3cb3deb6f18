"""Dates of an Arabic note in the months and digits of its region."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.layout import CHOICES, Layout
from ccmdesk.language.arabic_dates import arabic_date, arabic_month, arabic_span, hijri_date

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("months", "july", "september"),
    [
        ("both", "تموز/يوليه", "أيلول/سبتمبر"),
        ("levant", "تموز", "أيلول"),
        ("egypt", "يوليو", "سبتمبر"),
        ("maghreb", "جويلية", "سبتمبر"),
        ("morocco", "يوليوز", "شتنبر"),
    ],
)
def test_months_by_region(months: str, july: str, september: str) -> None:
    assert (arabic_month(7, months), arabic_month(9, months)) == (july, september)


@pytest.mark.parametrize("months", CHOICES["months"])
def test_every_region_has_twelve_months(months: str) -> None:
    assert len({arabic_month(month, months) for month in range(1, 13)}) == 12


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2023, 9, 11), date(2023, 9, 14), "في الفترة من 11 إلى 14 أيلول/سبتمبر 2023"),
        (date(2022, 8, 30), date(2022, 9, 2), "في الفترة من 30 آب/أغسطس إلى 2 أيلول/سبتمبر 2022"),
        (
            date(2027, 12, 30),
            date(2028, 1, 2),
            "في الفترة من 30 كانون الأول/ديسمبر 2027 إلى 2 كانون الثاني/يناير 2028",
        ),
        (
            date(2022, 9, 1),
            date(2023, 9, 1),
            "في الفترة من 1 أيلول/سبتمبر 2022 إلى 1 أيلول/سبتمبر 2023",
        ),
        (date(2023, 9, 11), None, "في 11 أيلول/سبتمبر 2023"),
        (date(2023, 9, 11), date(2023, 9, 11), "في 11 أيلول/سبتمبر 2023"),
    ],
)
def test_ranges(start: date, end: date | None, said: str) -> None:
    assert arabic_span(start, end, Layout()).replace("\u00a0", " ") == said


def test_digits() -> None:
    layout = Layout(digits="arabic_indic", months="egypt")
    assert arabic_date(date(2027, 4, 30), layout) == "٣٠\u00a0أبريل ٢٠٢٧"
    assert hijri_date(date(2023, 9, 11), "arabic_indic") == "٢٦\u00a0صفر ١٤٤٥\u00a0هـ"


@given(DAYS, DAYS, st.sampled_from(CHOICES["months"]))
def test_a_range_names_both_days_and_no_year_twice(one: date, other: date, months: str) -> None:
    start, end = min(one, other), max(one, other)
    layout = Layout(months=months)
    said = arabic_span(start, end, layout)
    assert said.endswith(arabic_date(end, layout))
    assert str(start.day) in said
    assert said.count(f" {end.year}") == 1
