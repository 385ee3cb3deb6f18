"""When a duty's day ends: by the clock at the addressee, wherever this machine stands."""

from datetime import date, datetime, time, timedelta
from functools import cache, lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from ccmdesk.domain.duty import GENEVA, Duty

_END_OF_DAY = time(23, 59, 59, 999_999)
_OFFICE_OPENS = time(9)


@cache
def clock_of(zone: str) -> ZoneInfo:
    """Return the clock of a time zone; Geneva's where this machine does not know the name."""
    try:
        return ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError):
        return ZoneInfo(GENEVA)


@lru_cache(maxsize=16)
def _read(instant: datetime, fold: int, zone: str) -> tuple[date, time]:
    """Read a clock once for all duties that are looked at together.

    The two passes of an hour that comes twice are equal but for their `fold`.
    """
    there = instant.astimezone(clock_of(zone))
    return there.date(), there.time()


def day_at(instant: datetime, zone: str = GENEVA) -> date:
    """Return the calendar day that the aware `instant` has in a time zone, named as IANA does."""
    return instant.astimezone(clock_of(zone)).date()


def closing(duty: Duty) -> datetime:
    """Return the last instant at which the duty is met in time, on the addressee's clock."""
    hour = _END_OF_DAY if duty.closes is None else duty.closes
    return datetime.combine(duty.due, hour, clock_of(duty.zone))


def day_and_past(duty: Duty, instant: datetime) -> tuple[date, bool]:
    """Return the day at the addressee, and whether the duty's own day or hour is over there."""
    day, hour = _read(instant, instant.fold, duty.zone)
    if day != duty.due:
        return day, day > duty.due
    return day, duty.closes is not None and hour > duty.closes


def last_geneva_day(duty: Duty) -> date:
    """Return the last day on which an office in Geneva can still act in time.

    That is the day before where the hour at the addressee comes before the office opens.
    """
    if duty.closes is None and duty.zone == GENEVA:
        return duty.due
    here = closing(duty).astimezone(clock_of(GENEVA))
    last = here.date() if here.time() >= _OFFICE_OPENS else here.date() - timedelta(days=1)
    return min(duty.due, last)


def known_zone(name: str) -> bool:
    """Tell whether the IANA list has a time zone of that name."""
    return name in available_timezones()


def place_of(zone: str) -> str:
    """Return what the officer calls a time zone: "Geneva", "New York"."""
    return "Geneva" if zone == GENEVA else zone.rpartition("/")[2].replace("_", " ")


def until_words(duty: Duty) -> str:
    """Return the hour in words: "until the end of the day in Geneva", "until 18:00 in Vienna"."""
    place = place_of(duty.zone)
    if duty.closes is None:
        return f"until the end of the day in {place}"
    return f"until {duty.closes.isoformat('minutes')} in {place}"
