"""What is told in one round: the newest reminder of each duty, and what was missed before it."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.reminder_hours import moment_to_show
from ccmdesk.domain.reminders import Reminder, ReminderSettings, ReminderState
from ccmdesk.domain.working_days import HolidayCalendar

OnWall = Callable[[datetime], datetime]


@dataclass(frozen=True, slots=True)
class Round:
    """What to show now, what an earlier moment had and nobody saw, and what waits for the hours.

    The missed ones say why; the postponed ones carry their new moment.
    """

    show: tuple[Reminder, ...] = ()
    missed: tuple[Reminder, ...] = ()
    postponed: tuple[Reminder, ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """A duty of which the officer was told and on which no choice was made yet.

    `last` is the newest reminder of it; `days_left` is counted to the legal date.
    """

    duty_key: str
    title: str
    due: date
    internal_due: date
    days_left: int
    last: Reminder
    reminders: tuple[Reminder, ...]


@dataclass(frozen=True, slots=True)
class Digest:
    """What happened while nobody was there: reminders missed, duties still possible, duties lost.

    A duty is lost when its legal date passed meanwhile; it is still owed.
    """

    missed: tuple[Reminder, ...] = ()
    still_possible: tuple[Standing, ...] = ()
    lost: tuple[Standing, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to say."""
        return bool(self.missed)


def round_of(
    known: Iterable[Reminder],
    now: datetime,
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    on_wall: OnWall | None = None,
) -> Round:
    """Return what one round at `now`, by the clock on the wall, has to tell.

    `on_wall` turns an instant into what that clock shows; without it only days count, not hours.
    """
    ready: dict[str, list[Reminder]] = {}
    for each in known:
        if each.state is ReminderState.PENDING and each.fire_at <= now:
            ready.setdefault(each.duty_key, []).append(each)
    show: list[Reminder] = []
    missed: list[Reminder] = []
    postponed: list[Reminder] = []
    for own in ready.values():
        *older, newest = sorted(own, key=lambda each: (each.at, each.id))
        closes = on_wall(newest.closes_at) if on_wall and newest.closes_at else None
        moment = moment_to_show(now, newest.due, settings, calendar, closes)
        if moment > now:
            postponed += [replace(each, fire_at=moment) for each in own]
            continue
        show.append(newest)
        missed += [
            replace(
                each,
                state=ReminderState.MISSED,
                why=f"It could not be shown on {spoken(each.at.date())}; the one of"
                f" {spoken(newest.at.date())} speaks for it.",
            )
            for each in older
        ]
    show.sort(key=lambda each: (each.due, each.duty_key))
    return Round(tuple(show), tuple(missed), tuple(postponed))


def standing(known: Iterable[Reminder], today: date) -> list[Standing]:
    """Return the duties that wait for the officer's choice, the nearest legal date first."""
    waiting: dict[str, list[Reminder]] = {}
    for each in known:
        if each.waits:
            waiting.setdefault(each.duty_key, []).append(each)
    found = [_standing(own, today) for own in waiting.values()]
    return sorted(found, key=lambda each: (each.due, each.duty_key))


def digest_of(known: Sequence[Reminder], today: date, on_wall: OnWall) -> Digest:
    """Return what was told on a later day than its own and has not been looked at yet.

    `on_wall` turns an instant into what the clock on the wall shows.
    """
    missed = tuple(
        sorted(
            (each for each in known if each.waits and not each.looked_at and _late(each, on_wall)),
            key=lambda each: (each.at, each.id),
        )
    )
    duties = {each.duty_key for each in missed}
    owed = [each for each in standing(known, today) if each.duty_key in duties]
    return Digest(
        missed,
        tuple(each for each in owed if each.days_left >= 0),
        tuple(each for each in owed if each.days_left < 0),
    )


def _late(each: Reminder, on_wall: OnWall) -> bool:
    if each.state is ReminderState.MISSED:
        return True
    return each.told_at is not None and on_wall(each.told_at).date() > each.at.date()


def _standing(own: Sequence[Reminder], today: date) -> Standing:
    in_order = tuple(sorted(own, key=lambda each: (each.at, each.id)))
    last = in_order[-1]
    return Standing(
        last.duty_key,
        last.title,
        last.due,
        last.internal_due,
        (last.due - today).days,
        last,
        in_order,
    )
