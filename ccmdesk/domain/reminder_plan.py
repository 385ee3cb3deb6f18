"""Which reminders the duties call for, beside those that are known; pure sums on the two."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.duty import Duty, DutyKind, DutyStatus, TrackedDuty
from ccmdesk.domain.reminder_hours import (
    closes_at,
    day_in_time,
    moment_to_show,
    next_working_day,
)
from ccmdesk.domain.reminders import (
    AGAIN,
    DIGEST,
    OVERDUE,
    Choice,
    Reminder,
    ReminderSettings,
    ReminderState,
    again_rung,
    is_followed,
    overdue_rung,
    rung_day,
    rung_of,
    snooze_rung,
)
from ccmdesk.domain.working_days import HolidayCalendar

# A clock that goes back by less has not made a reminder come on a wrong day.
RAN_AHEAD = timedelta(days=1)
_PASSED = "Its day had passed when it was planned."
_BEGUN = "Its day had passed when the duty was first followed; it is told all the same."
# No row of days off is as long.
_LONGEST_REST = timedelta(days=15)
_PENDING, _SKIPPED = ReminderState.PENDING, ReminderState.SKIPPED


@dataclass(frozen=True, slots=True)
class Now:
    """One moment: by the clock on the wall of the workstation, and in UTC."""

    wall: datetime
    utc: datetime

    def on_wall(self, instant: datetime) -> datetime:
        """Return what the same clock shows at an instant, by the zone of this moment."""
        return self.wall + (instant - self.utc)


@dataclass(frozen=True, slots=True)
class _Ladder:
    """The moments wanted of a duty, by rung, and those that merge into another, with the reason."""

    wanted: dict[str, datetime]
    merged: dict[str, tuple[datetime, str]]
    snoozed: str = ""
    until: date | None = None


def planned(
    duties: Iterable[TrackedDuty],
    known: Sequence[Reminder],
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    now: Now,
    meetings_end: Mapping[str, date] | None = None,
) -> list[Reminder]:
    """Return the reminders to add (their id is 0) and those that changed, each with its reason.

    What would fall on a day off comes the working day before, and so does what would come after
    the hour at the addressee. Rungs that meet on one day become one; the others are skipped and
    say so. Nothing acknowledged is ever touched. `meetings_end` is the last day of each meeting by
    its code: what was due before a meeting that is over is no longer named each working day.
    """
    of_duty: dict[str, list[Reminder]] = {}
    for each in known:
        of_duty.setdefault(each.duty_key, []).append(each)
    changed: list[Reminder] = []
    for tracked in duties:
        own = of_duty.pop(tracked.duty.key, [])
        closed = _closed_on(tracked, meetings_end or {}, now.wall.date())
        if closed is not None:
            changed += [_after_meeting(e, closed, now) for e in own if e.state is _PENDING]
        elif is_followed(tracked):
            changed += _followed(tracked, own, settings, calendar, now)
        else:
            changed += _settled(tracked, own, now)
    for rest in of_duty.values():
        changed += [
            _skipped(each, "This duty is no longer listed.") for each in rest if _is_open(each)
        ]
    return changed


def _closed_on(tracked: TrackedDuty, meetings_end: Mapping[str, date], today: date) -> date | None:
    duty = tracked.duty
    if duty.kind is not DutyKind.MEETING_MILESTONE or tracked.status is not DutyStatus.OVERDUE:
        return None
    last = meetings_end.get(duty.period.partition("/")[0])
    # What comes after the meeting, such as a payment, is owed all the same.
    return last if last is not None and duty.due <= last < today else None


def _title(duty: Duty) -> str:
    # Whoever is reminded has to know that the note may yet name another day.
    return f"{duty.title} (provisional)" if duty.provisional else duty.title


def _after_meeting(each: Reminder, closed: date, now: Now) -> Reminder:
    """Return a pending reminder of a meeting that is over; what nobody saw in time is missed."""
    why = f"The meeting closed on {spoken(closed)}."
    if each.at <= now.wall and each.at.date() <= closed:
        # The page of what came up meanwhile names it, and there it waits for a choice.
        return replace(
            each,
            state=ReminderState.MISSED,
            why=why,
            told_at=now.utc,
            how=DIGEST,
            ahead=False,
        )
    return _skipped(each, why)


def _followed(
    tracked: TrackedDuty,
    own: Sequence[Reminder],
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    now: Now,
) -> list[Reminder]:
    duty = tracked.duty
    present = {each.rung: each for each in own if each.due == duty.due}
    closes = closes_at(duty)
    on_wall = now.on_wall(closes)
    ladder = _ladder(tracked, list(present.values()), settings, calendar, now, on_wall)
    begins = moment_to_show(now.wall, duty.due, settings, calendar, on_wall)
    changed = [
        _skipped(each, f"The date moved from {spoken(each.due)} to {spoken(duty.due)}.")
        for each in own
        if each.due != duty.due and _is_open(each)
    ]
    for each in present.values():
        new = _reviewed(each, ladder, now, begins)
        if each.state is _PENDING:
            new = replace(new, title=_title(duty), internal_due=duty.internal_due, closes_at=closes)
        if new != each:
            changed.append(new)

    def added(rung: str, at: datetime, why: str) -> Reminder:
        state = _SKIPPED if why and why != _BEGUN else _PENDING
        return Reminder(
            duty.key,
            _title(duty),
            duty.due,
            duty.internal_due,
            rung,
            at,
            at,
            state,
            why,
            closes_at=closes,
        )

    past = [at for at in ladder.wanted.values() if at <= now.wall]
    soon = any(now.wall < at <= begins for at in ladder.wanted.values())
    for rung, at in ladder.wanted.items():
        if rung in present:
            continue
        if present or at > now.wall or at.date() == now.wall.date():
            late = at <= now.wall and not rung.startswith((OVERDUE, AGAIN))
            changed.append(added(rung, at, _PASSED if late and present else ""))
        elif at == max(past) and not soon:
            # Of a duty that was not followed then, nobody missed it.
            changed.append(added(rung, begins, _BEGUN))
        else:
            changed.append(added(rung, at, _PASSED))
    changed += [
        added(rung, at, why) for rung, (at, why) in ladder.merged.items() if rung not in present
    ]
    return changed


def _ladder(
    tracked: TrackedDuty,
    present: Sequence[Reminder],
    settings: ReminderSettings,
    calendar: HolidayCalendar,
    now: Now,
    closes: datetime,
) -> _Ladder:
    duty, today = tracked.duty, now.wall.date()
    days: dict[date, str] = {}
    merged: dict[str, tuple[datetime, str]] = {}
    for lead in settings.ladder(duty.kind):
        day = calendar.working_day_on_or_before(rung_day(duty, lead))
        day = day_in_time(day, closes, settings, calendar)
        rung = rung_of(lead)
        if day in days:
            why = f"It falls on one day with {rung}, {spoken(day)}."
            merged[days[day]] = datetime.combine(day, settings.opens), why
        days[day] = rung
    if tracked.status is DutyStatus.OVERDUE:
        last = calendar.working_day_on_or_before(today)
        for day in (last, next_working_day(today, calendar)):
            if day > duty.due:
                days[day] = overdue_rung(day)
    ended = _last_ended(present)
    if ended is not None and not any(each.waits for each in present):
        # Undone or reopened: what was told waits again for a choice.
        day = calendar.working_day_on_or_before(today)
        chosen = {each.rung for each in present if each.choice is not None}
        if days.get(day) is None or days[day] in chosen:
            days[day] = again_rung(ended)
    choice = _last_snooze(present)
    snoozed = ""
    if choice is not None and choice.until is not None:
        days.setdefault(choice.until, snooze_rung(choice.until))
        snoozed = f"Snoozed until {spoken(choice.until)}: {choice.why}"
    wanted = {rung: datetime.combine(day, settings.opens) for day, rung in days.items()}
    return _Ladder(wanted, merged, snoozed, choice.until if choice else None)


def _last_snooze(present: Sequence[Reminder]) -> Reminder | None:
    last = _last_choice(present)
    return last if last is not None and last.choice is Choice.SNOOZED else None


def _last_ended(present: Sequence[Reminder]) -> Reminder | None:
    last = _last_choice(present)
    return last if last is not None and last.choice is not Choice.SNOOZED else None


def _last_choice(present: Sequence[Reminder]) -> Reminder | None:
    ended = [each for each in present if each.choice is not None and each.looked_at is not None]
    return max(ended, key=lambda each: (each.looked_at, each.id), default=None)


def _reviewed(each: Reminder, ladder: _Ladder, now: Now, begins: datetime) -> Reminder:
    """Return a known reminder of the present date as it has to stand.

    One whose day had passed before its duty was followed comes at `begins`, the next fit moment.
    """
    if each.waits:
        return _watched(each, now)
    at = ladder.wanted.get(each.rung)
    sleeps = ladder.until is not None and each.at.date() < ladder.until
    if each.state is _PENDING:
        if sleeps:
            return _skipped(each, ladder.snoozed)
        if at is None and each.at <= now.wall and each.rung not in ladder.merged:
            # Its moment came; that it is not called for any more does not unmake it.
            return _in_time(each, now)
        if at is None:
            _, why = ladder.merged.get(each.rung, (None, "It is no longer on the ladder."))
            return _skipped(each, why)
        if at <= now.wall < each.at and each.why == _BEGUN:
            return replace(each, at=begins, fire_at=begins)
        if at != each.at and each.at > now.wall:
            why = f"Moved from {spoken(each.at.date())} to {spoken(at.date())}."
            return replace(each, at=at, fire_at=at, why=why if at.date() != each.at.date() else "")
        return _in_time(each, now)
    if each.state is _SKIPPED and at is not None and not sleeps:
        return _called_again(each, at, ladder, now)
    return each


def _called_again(each: Reminder, at: datetime, ladder: _Ladder, now: Now) -> Reminder:
    """Return a skipped reminder that the duty calls for again: one reopened, moved back, undone."""
    if at > now.wall:
        return replace(each, state=_PENDING, at=at, fire_at=at, told_at=None, why="Planned again.")
    if each.told_at is not None:
        return replace(each, state=ReminderState.SHOWN, why="It is called for again.")
    newest = max(moment for moment in ladder.wanted.values() if moment <= now.wall)
    if at == newest and each.why != _PASSED:
        return replace(each, state=_PENDING, at=at, fire_at=at, why="Planned again.")
    return each


def _in_time(each: Reminder, now: Now) -> Reminder:
    """Return a pending reminder that a clock which ran ahead has not put off for good."""
    if each.at > now.wall and each.fire_at != each.at:
        return replace(each, fire_at=each.at)
    if each.fire_at > now.wall + _LONGEST_REST:
        return replace(each, fire_at=max(each.at, now.wall))
    return each


def _watched(each: Reminder, now: Now) -> Reminder:
    """Return what was told; if by a clock that ran ahead, pending again once its moment comes.

    Where the clock jumps past the instant at which it was told, it had been set back in error, and
    nothing is told again.
    """
    if each.told_at is None or not ran_ahead(each, now):
        return each
    if each.at > now.wall:
        return replace(each, ahead=True)
    if each.told_at <= now.utc:
        return replace(each, ahead=False)
    return replace(
        each,
        state=_PENDING,
        fire_at=each.at,
        looked_at=None,
        why="Told before by a clock that ran ahead.",
    )


def ran_ahead(each: Reminder, now: Now) -> bool:
    """Tell whether what the officer was told has to be looked at, since the clock went back."""
    if not each.waits or each.told_at is None:
        return False
    if each.ahead:
        return each.at <= now.wall
    return each.at > now.wall and each.told_at > now.utc + RAN_AHEAD


def _settled(tracked: TrackedDuty, own: Sequence[Reminder], now: Now) -> list[Reminder]:
    record = tracked.record
    choice: Choice | None = None
    if record is not None and record.not_applicable:
        choice, why = Choice.NOT_OURS, record.remark
    elif record is not None and record.done_on is not None:
        choice, why = Choice.DONE, f"Done on {spoken(record.done_on)}: {record.proof}"
    else:
        why = f"The duty stands as {tracked.status.value.replace('_', ' ')}."
    changed = []
    for each in own:
        if each.waits and choice is not None:
            changed.append(
                replace(
                    each,
                    state=ReminderState.ACKNOWLEDGED,
                    choice=choice,
                    why=why,
                    looked_at=now.utc,
                    ahead=False,
                )
            )
        elif _is_open(each):
            changed.append(_skipped(each, why))
    return changed


def _is_open(each: Reminder) -> bool:
    return each.waits or each.state is _PENDING


def _skipped(each: Reminder, why: str) -> Reminder:
    return replace(each, state=_SKIPPED, why=why, ahead=False)
