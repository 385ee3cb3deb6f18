"""When a reminder may be shown: on working days, in the hours the mission prefers."""

from datetime import UTC, date, datetime, time, timedelta

from ccmdesk.domain.duty import GENEVA, Duty
from ccmdesk.domain.reminders import ReminderSettings
from ccmdesk.domain.working_days import SUNDAY, HolidayCalendar

_DAY = timedelta(days=1)


def next_working_day(day: date, calendar: HolidayCalendar) -> date:
    """Return the first working day after `day`."""
    found = day + _DAY
    while not calendar.is_working_day(found):
        found += _DAY
    return found


def moment_to_show(
    now: datetime,
    due: date,
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    closes: datetime | None = None,
) -> datetime:
    """Return `now`, or where that is out of hours the next moment within them.

    Where the legal date, or its hour at the addressee (`closes`), would pass before those hours
    begin, the reminder does not wait. All is by the clock on the wall.
    """
    working = calendar.is_working_day(now.date())
    if working and settings.opens <= now.time() < settings.closes:
        return now
    early = working and now.time() < settings.opens
    day = now.date() if early else next_working_day(now.date(), calendar)
    # A date that is past already can wait for the morning.
    if now.date() <= due < day:
        return now
    begins = datetime.combine(day, settings.opens)
    return now if closes is not None and now < closes <= begins else begins


def day_in_time(
    day: date, closes: datetime, settings: ReminderSettings, calendar: HolidayCalendar
) -> date:
    """Return `day`, or the working day before on which the hours begin before the duty closes.

    `closes` is by the clock on the wall, which may hang far from the addressee's.
    """
    while datetime.combine(day, settings.opens) >= closes:
        day = calendar.working_day_on_or_before(day - _DAY)
    return day


def closes_at(duty: Duty) -> datetime:
    """Return the instant in UTC after which a duty is late at its addressee."""
    if duty.closes is None and duty.zone == GENEVA:
        return end_of_day_in_geneva(duty.due)
    # The table of zones is read for the few duties with an hour or a place of their own.
    from ccmdesk.domain.addressee_day import closing

    return closing(duty).astimezone(UTC)


def end_of_day_in_geneva(day: date) -> datetime:
    """Return the instant in UTC at which `day` ends in Geneva.

    Swiss summer time runs from the last Sunday of March to the last Sunday of October, 01:00 UTC
    (Ordinance on Summer Time, SR 941.299.1). Needs no table of zones, which Windows lacks.
    """
    # The clocks change after midnight, so the night before such a Sunday still ends the old way.
    summer = _last_sunday(day.year, 3) <= day < _last_sunday(day.year, 10)
    midnight = datetime.combine(day, time(0), UTC) + _DAY
    return midnight - timedelta(hours=2 if summer else 1)


def _last_sunday(year: int, month: int) -> date:
    last = date(year, month, 31)
    return last - timedelta(days=(last.weekday() - SUNDAY) % 7)
