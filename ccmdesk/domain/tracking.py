"""How a duty stands on a given day, by what is recorded of it."""

from datetime import date, datetime

from ccmdesk.domain.addressee_day import day_and_past
from ccmdesk.domain.duty import Duty, DutyRecord, DutyStatus, TrackedDuty

_KNOWN = {
    "done": DutyStatus.DONE,
    "extended": DutyStatus.EXTENDED,
    "unconfirmed": DutyStatus.UNCONFIRMED,
}


def track(
    duty: Duty,
    record: DutyRecord | None,
    *,
    as_of: date,
    recorded_since: date | None,
    now: datetime | None = None,
    owner: str = "",
) -> TrackedDuty:
    """Return the duty as it stands on `as_of`, or at the aware instant `now` of that day.

    With `now` the day and the hour are those at the addressee, whatever the calendar of this
    machine says; without it the whole of `as_of` still counts. What the officer recorded comes
    before what the reference data knows. A record dated after the day says nothing yet; one from
    before entry into force counts. A past date is overdue only if the register was kept by then:
    `recorded_since` is the day it was begun, None if the State's register is not kept here. An
    estimated date is overdue also where it lies before: its meeting is still to come.
    """
    day, past = as_of, duty.due < as_of
    if now is not None:
        day, past = day_and_past(duty, now)
    return TrackedDuty(
        duty=duty,
        # Who records an act does so by the calendar on the wall, which may be a day ahead.
        status=_status(duty, record, max(as_of, day), past, recorded_since),
        days_left=(duty.due - day).days,
        record=record,
        owner=owner,
    )


def _status(
    duty: Duty,
    record: DutyRecord | None,
    today: date,
    past: bool,
    recorded_since: date | None,
) -> DutyStatus:
    if record is not None and record.not_applicable:
        return DutyStatus.NOT_APPLICABLE
    if record is not None and record.done_on is not None and record.done_on <= today:
        return DutyStatus.DONE
    if duty.standing in _KNOWN:
        return _KNOWN[duty.standing]
    if not past:
        return DutyStatus.OPEN
    if recorded_since is None or (duty.due < recorded_since and not duty.provisional):
        return DutyStatus.UNRECORDED
    return DutyStatus.OVERDUE
