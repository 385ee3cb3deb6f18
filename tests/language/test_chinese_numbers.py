"""Chinese numerals and dates."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.language.chinese_numbers import (
    chinese_date,
    chinese_foot_date,
    chinese_number,
    chinese_ordinal,
    chinese_span,
)

DAYS = st.dates(date(1900, 1, 1), date(2199, 12, 31))


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "第一"), (10, "第十"), (11, "第十一"), (20, "第二十"), (21, "第二十一"), (99, "第九十九")],
)
def test_ordinals(number: int, said: str) -> None:
    assert chinese_ordinal(number) == said


def test_a_hundred_numerals_are_all_different() -> None:
    assert len({chinese_number(number) for number in range(100)}) == 100
    assert chinese_number(0) == "〇"


@given(st.integers().filter(lambda number: not 1 <= number <= 99))
def test_no_ordinal_beyond(number: int) -> None:
    with pytest.raises(ValueError, match="No ordinal"):
        chinese_ordinal(number)
    if number:
        with pytest.raises(ValueError, match="No numeral"):
            chinese_number(number)


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 9, 1), "二〇二六年九月一日"),
        (date(2023, 12, 31), "二〇二三年十二月三十一日"),
        (date(2030, 10, 20), "二〇三〇年十月二十日"),
    ],
)
def test_the_date_at_the_foot(day: date, said: str) -> None:
    assert chinese_foot_date(day) == said


@pytest.mark.parametrize(
    ("start", "end", "said"),
    [
        (date(2023, 9, 11), date(2023, 9, 14), "2023年9月11日至14日"),
        (date(2022, 8, 30), date(2022, 9, 2), "2022年8月30日至9月2日"),
        (date(2027, 12, 30), date(2028, 1, 2), "2027年12月30日至2028年1月2日"),
        (date(2027, 9, 1), date(2028, 9, 1), "2027年9月1日至2028年9月1日"),
        (date(2023, 9, 11), None, "2023年9月11日"),
        (date(2023, 9, 11), date(2023, 9, 11), "2023年9月11日"),
    ],
)
def test_ranges(start: date, end: date | None, said: str) -> None:
    assert chinese_span(start, end) == said


@given(DAYS, DAYS)
def test_a_range_starts_in_full_and_ends_with_its_last_day(one: date, other: date) -> None:
    start, end = min(one, other), max(one, other)
    said = chinese_span(start, end)
    assert said.startswith(chinese_date(start))
    assert said.endswith(f"{end.day}日")
    assert said.count("年") == 1 + (start.year != end.year)


@given(DAYS)
def test_the_foot_has_no_western_digit(day: date) -> None:
    assert not set(chinese_foot_date(day)) & set("0123456789")
