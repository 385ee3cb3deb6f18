"""The Islamic calendar: known days, and no day lost or counted twice."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.hijri import HijriDate, hijri


@pytest.mark.parametrize(
    ("day", "found"),
    [
        # New years of the Umm al-Qura calendar.
        (date(2018, 9, 11), HijriDate(1440, 1, 1)),
        (date(2023, 7, 19), HijriDate(1445, 1, 1)),
        (date(2024, 7, 7), HijriDate(1446, 1, 1)),
        (date(2025, 6, 26), HijriDate(1447, 1, 1)),
        # Ramadan and the days of its feast.
        (date(2024, 3, 11), HijriDate(1445, 9, 1)),
        (date(2024, 4, 10), HijriDate(1445, 10, 1)),
        (date(2025, 3, 30), HijriDate(1446, 10, 1)),
        (date(2077, 11, 16), HijriDate(1500, 12, 30)),
        # The tabular calendar: its first day and a leap year's last.
        (date(622, 7, 19), HijriDate(1, 1, 1)),
        (date(1981, 10, 29), HijriDate(1401, 12, 30)),
        (date(1981, 10, 30), HijriDate(1402, 1, 1)),
    ],
)
def test_known_days(day: date, found: HijriDate) -> None:
    assert hijri(day) == found


@given(
    st.one_of(
        st.dates(date(622, 7, 19), date(2018, 9, 9)),
        st.dates(date(2018, 9, 11), date(2077, 11, 15)),
        st.dates(date(2077, 12, 31), date(2999, 1, 1)),
    )
)
def test_tomorrow_follows_today(day: date) -> None:
    today, tomorrow = hijri(day), hijri(day + timedelta(days=1))
    assert 1 <= today.month <= 12
    if tomorrow.day != 1:
        assert tomorrow == HijriDate(today.year, today.month, today.day + 1)
    else:
        assert today.day in (29, 30)
        months = today.year * 12 + today.month
        assert tomorrow.year * 12 + tomorrow.month == months + 1


@given(st.dates(date(1990, 1, 1), date(2150, 1, 1)))
def test_both_calendars_keep_step_with_the_moon(day: date) -> None:
    # A synodic month is 29.530589 days; day 1 of 1445 was 19 July 2023.
    found = hijri(day)
    months = (found.year - 1445) * 12 + found.month - 1
    expected = date(2023, 7, 19) + timedelta(days=round(months * 29.530589) + found.day - 1)
    assert abs((expected - day).days) <= 2


def test_before_the_calendar() -> None:
    with pytest.raises(ValueError, match="begins after"):
        hijri(date(622, 7, 18))
