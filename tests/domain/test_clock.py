"""Tests of the clocks."""

from datetime import UTC, date, datetime, timedelta

from ccmdesk.domain.clock import FixedClock, SystemClock


def test_a_fixed_clock_stands_still() -> None:
    clock = FixedClock.on(date(2023, 8, 16), hour=15)
    assert clock.now() == datetime(2023, 8, 16, 15, tzinfo=UTC)
    assert clock.today() == date(2023, 8, 16)
    assert clock.now() == clock.now()


def test_the_workstation_tells_an_aware_instant_and_the_day_around_it() -> None:
    clock = SystemClock()
    before = clock.now()
    assert before.utcoffset() == timedelta(0)
    # No place on earth is more than a day away from the date in UTC.
    assert abs(clock.today() - before.date()) <= timedelta(days=1)
    assert clock.now() >= before
