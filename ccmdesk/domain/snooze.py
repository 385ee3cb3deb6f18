"""How long a reminder may sleep: never past the internal date without a second look."""

from datetime import date, timedelta

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.reminder_hours import next_working_day
from ccmdesk.domain.working_days import SUNDAY, HolidayCalendar


def choices(*, today: date, due: date, internal_due: date, calendar: HolidayCalendar) -> list[date]:
    """Return the days an officer is likely to choose, in order; none needs a second look.

    The next working day, the first one of next week, those in a week and two weeks, the one before
    the internal date, and that date itself. Overdue, only the next working day is left; on the last
    day none.
    """
    next_day = next_working_day(today, calendar)
    if today > due:
        return [next_day]
    wanted = {today + timedelta(days=days) for days in (7, 14)}
    wanted |= {internal_due - timedelta(days=1), internal_due}
    days = {calendar.working_day_on_or_before(day) for day in wanted if day > today}
    days |= {next_day, next_working_day(today + timedelta(days=SUNDAY - today.weekday()), calendar)}
    return sorted(day for day in days if today < day <= internal_due)


def snoozed_until(
    until: date,
    *,
    today: date,
    due: date,
    internal_due: date,
    calendar: HolidayCalendar,
    second_look: bool = False,
) -> date:
    """Return the working day on which a reminder snoozed until `until` comes back.

    Where `until` is a day off, that is the working day before. Raises InputError for a day that is
    not to come, and where the internal date would pass and `second_look` does not say that the
    officer means it; RefusedError where the legal date would pass in silence.
    """
    if until <= today:
        raise InputError("A reminder sleeps until a day to come; choose a later one.", "until")
    next_day = next_working_day(today, calendar)
    if today > due:
        # An overdue duty is named again each working day.
        if until > next_day:
            raise RefusedError(
                f"An overdue duty is not put to sleep; {spoken(next_day)} is the latest."
            )
        return next_day
    if until > due:
        raise RefusedError(
            f"The reminder cannot sleep past the legal date, {spoken(due)}; choose an earlier day."
        )
    if until > internal_due and not second_look:
        raise InputError(
            f"The internal date, {spoken(internal_due)}, would pass while this sleeps; choose an"
            " earlier day, or confirm that it may.",
            "second_look",
        )
    day = max(calendar.working_day_on_or_before(until), next_day)
    if day > due:
        raise RefusedError(
            f"No working day is left before the legal date, {spoken(due)}; the reminder stays."
        )
    return day
