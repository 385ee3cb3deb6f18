"""How notes write dates."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.dates import span, written


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("start", "end", "english", "french"),
    [
        (
            date(2023, 9, 11),
            date(2023, 9, 14),
            "from 11 to 14 September 2023",
            "du 11 au 14 septembre 2023",
        ),
        (
            date(2022, 8, 30),
            date(2022, 9, 2),
            "from 30 August to 2 September 2022",
            "du 30 août au 2 septembre 2022",
        ),
        (
            date(2025, 12, 30),
            date(2026, 1, 2),
            "from 30 December 2025 to 2 January 2026",
            "du 30 décembre 2025 au 2 janvier 2026",
        ),
        (
            date(2026, 9, 1),
            date(2026, 9, 4),
            "from 1 to 4 September 2026",
            "du 1er au 4 septembre 2026",
        ),
        (date(2023, 9, 11), date(2023, 9, 11), "on 11 September 2023", "le 11 septembre 2023"),
        (date(2023, 9, 1), None, "on 1 September 2023", "le 1er septembre 2023"),
    ],
)
def test_days_of_a_meeting(start: date, end: date | None, english: str, french: str) -> None:
    assert plain(span(start, end, "en")) == english
    assert plain(span(start, end, "fr")) == french


@given(st.dates(date(1900, 1, 1), date(2199, 12, 1)), st.integers(0, 400))
def test_a_span_never_leaves_day_and_month_apart(start: date, days: int) -> None:
    for language in ("en", "fr"):
        text = span(start, start + timedelta(days=days), language)
        last = written(start + timedelta(days=days), language)
        assert text.endswith(last)
        assert "\u00a0" in last


def test_first_of_the_month_in_french_only() -> None:
    assert plain(written(date(2026, 9, 1), "fr")) == "1er septembre 2026"
    assert plain(written(date(2026, 9, 1), "en")) == "1 September 2026"
    assert plain(written(date(2026, 9, 21), "fr")) == "21 septembre 2026"
