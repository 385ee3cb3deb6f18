"""Tests of the pattern of the register number."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.register import NumberPattern


@pytest.mark.parametrize(
    ("pattern", "restart", "written", "blank", "series"),
    [
        ("{n}/{year}", "yearly", "7/2026", "____/2026", "2026"),
        ("{n:03d}/{year}", "yearly", "007/2026", "____/2026", "2026"),
        ("CCM/{n}/{yy}", "yearly", "CCM/7/26", "CCM/____/26", "2026"),
        ("1-{n}", "never", "1-7", "1-____", "all"),
    ],
)
def test_patterns_in_use(pattern: str, restart: str, written: str, blank: str, series: str) -> None:
    number = NumberPattern(pattern, restart).checked()
    assert number.written(7, 2026) == written
    assert number.blank(2026) == blank
    assert number.series(2026) == series


@pytest.mark.parametrize(
    ("pattern", "restart", "field"),
    [
        ("{year}", "yearly", "number_pattern"),
        ("{n}{n}/{year}", "yearly", "number_pattern"),
        ("{n}/{month}", "never", "number_pattern"),
        ("{n", "never", "number_pattern"),
        ("{n:3}/{year}", "yearly", "number_pattern"),
        ("{n}", "yearly", "number_pattern"),
        ("{n}/{year}", "daily", "number_restart"),
    ],
)
def test_a_pattern_that_cannot_work_is_refused(pattern: str, restart: str, field: str) -> None:
    with pytest.raises(InputError) as caught:
        NumberPattern(pattern, restart).checked()
    assert caught.value.field == field


@given(st.text(max_size=20), st.sampled_from(["yearly", "never"]))
def test_what_is_accepted_can_be_written(pattern: str, restart: str) -> None:
    number = NumberPattern(pattern + "{n}/{year}", restart)
    try:
        number.checked()
    except InputError:
        return
    assert number.written(3, 2026).endswith("3/2026")
    assert "____" in number.blank(2026)


@given(st.integers(1, 10**6), st.integers(1, 10**6))
def test_two_numbers_of_a_year_are_never_written_alike(one: int, other: int) -> None:
    number = NumberPattern("{n:03d}/{year}")
    assert (number.written(one, 2026) == number.written(other, 2026)) is (one == other)


@pytest.mark.parametrize(
    ("pattern", "number", "running"),
    [
        ("{n}/{year}", "12/2023", 12),
        ("{n}/{year}", "012/2023", None),
        ("{n}/{year}", "12/2022", None),
        ("{n}/{year}", "0/2023", None),
        ("CCM/{n:03d}/{yy}", "CCM/012/23", 12),
        ("CCM/{n:03d}/{yy}", "CCM/1012/23", 1012),
        ("(1+{n}){year}", "(1+7)2023", 7),
        ("{n}/{year}", "", None),
    ],
)
def test_a_number_is_read_by_its_pattern(pattern: str, number: str, running: int | None) -> None:
    assert NumberPattern(pattern).read(number, 2023) == running


@given(st.integers(1, 99999), st.integers(2000, 2099))
def test_what_is_written_is_read(number: int, year: int) -> None:
    pattern = NumberPattern("A.{n:02d}-{yy}*")
    assert pattern.read(pattern.written(number, year), year) == number
