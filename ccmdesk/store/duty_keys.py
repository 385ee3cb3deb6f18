"""Carries what hangs on a meeting's duties along when the meeting gets another code."""

from sqlalchemy import select

from ccmdesk.domain.duty import DutyKind
from ccmdesk.domain.errors import InputError
from ccmdesk.store.duty_tables import duty_history, duty_plans, own_extensions
from ccmdesk.store.reminder_tables import reminders
from ccmdesk.store.tables import duty_records
from ccmdesk.store.unit_of_work import UnitOfWork

_KEYS = (
    (duty_records, duty_records.c.key),
    (duty_plans, duty_plans.c.key),
    (duty_history, duty_history.c.key),
    (reminders, reminders.c.duty_key),
)


def rename_meeting(unit: UnitOfWork, was: str, became: str) -> None:
    """Give the records, plans, history and reminders of a meeting's duties their new keys.

    Granted extensions that name the meeting as the one that decided name it by its new code. Raises
    InputError where something is kept of another meeting that had the new code.
    """
    for table, column in _KEYS:
        rows = unit.connection.execute(select(table.c.id, column)).all()
        if any(_renamed(key, became, was) != key for _, key in rows):
            raise InputError(
                f"Something is kept of an earlier meeting with the code {became}; choose another "
                "one.",
                "code",
            )
        for row_id, key in rows:
            renamed = _renamed(key, was, became)
            if renamed != key:
                unit.update(table, row_id, {column.name: renamed})
    deciding = select(own_extensions.c.id).where(own_extensions.c.decided_at == was)
    for row_id in unit.connection.execute(deciding).scalars().all():
        unit.update(own_extensions, row_id, {"decided_at": became})


def _renamed(key: str, was: str, became: str) -> str:
    state, _, rest = key.partition(":")
    kind, _, period = rest.partition(":")
    code, stroke, number = period.partition("/")
    if kind != DutyKind.MEETING_MILESTONE or code != was:
        return key
    return f"{state}:{kind}:{became}{stroke}{number}"
