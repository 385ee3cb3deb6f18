"""A duty with what the mission decided about it: another hour, another clock."""

from dataclasses import replace
from datetime import time

from ccmdesk.domain import working
from ccmdesk.domain.addressee_day import known_zone, last_geneva_day
from ccmdesk.domain.duty import Duty, DutyPlan
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.working_days import HolidayCalendar

_BEFORE_OFFICE_HOURS = (
    "The hour at the addressee comes before the office in Geneva opens, so the day before counts."
)
_LONGEST_NAME = 200


def checked_plan(plan: DutyPlan) -> DutyPlan:
    """Return the plan without stray spaces, or raise InputError naming the field that is wrong."""
    zone = plan.zone.strip()
    if zone and not known_zone(zone):
        raise InputError(
            f"No time zone is called “{zone}”; write it as in Europe/Zurich or America/New_York.",
            "zone",
        )
    if len(plan.owner) > _LONGEST_NAME:
        raise InputError(f"Name the owner in at most {_LONGEST_NAME} letters.", "owner")
    closes = None if plan.closes is None else plan.closes.replace(second=0, microsecond=0)
    return replace(plan, owner=" ".join(plan.owner.split()), closes=closes, zone=zone)


def planned(duty: Duty, plan: DutyPlan, calendar: HolidayCalendar) -> Duty:
    """Return the duty with the hour and the clock of the plan; the legal date stays.

    The internal date comes a day earlier where the hour falls before the office in Geneva opens.
    """
    if plan.closes is None and not plan.zone:
        return duty
    closes: time | None = duty.closes if plan.closes is None else plan.closes
    changed = replace(duty, closes=closes, zone=plan.zone or duty.zone)
    last = last_geneva_day(changed)
    # A day that is safe under two readings of a note may be earlier already.
    before = min(duty.internal_due, calendar.working_day_on_or_before(last))
    steps = []
    for step in duty.working:
        if step.kind == "hour":
            continue
        if step.kind == "internal" and before != duty.internal_due:
            steps.append(working.internal(last, calendar))
            if last < duty.due:
                steps.append(working.remark(_BEFORE_OFFICE_HOURS))
        else:
            steps.append(step)
        if step.kind == "result":
            steps.append(working.hour(changed))
    return replace(changed, internal_due=before, working=tuple(steps))
