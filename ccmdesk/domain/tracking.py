"""How a duty stands on a given day, by what is recorded of it."""

from datetime import date

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
) -> TrackedDuty:
    """Return the duty as it stands on `as_of`.

    What the officer recorded comes before what the reference data knows. A record dated after
    `as_of` says nothing yet; one from before entry into force counts. A past date is overdue only
    if the register was kept by then: `recorded_since` is the day it was begun, None if the State's
    register is not kept here.
    """
    return TrackedDuty(
        duty=duty,
        status=_status(duty, record, as_of, recorded_since),
        days_left=(duty.due - as_of).days,
        record=record,
    )


def _status(
    duty: Duty, record: DutyRecord | None, as_of: date, recorded_since: date | None
) -> DutyStatus:
    if record is not None and record.not_applicable:
        return DutyStatus.NOT_APPLICABLE
    if record is not None and record.done_on is not None and record.done_on <= as_of:
        return DutyStatus.DONE
    if duty.standing in _KNOWN:
        return _KNOWN[duty.standing]
    if duty.due >= as_of:
        return DutyStatus.OPEN
    if recorded_since is None or duty.due < recorded_since:
        return DutyStatus.UNRECORDED
    return DutyStatus.OVERDUE
