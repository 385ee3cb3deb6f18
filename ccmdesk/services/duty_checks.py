"""What may be recorded of a duty: a day that can be, how it went, what proves it, or why not."""

from datetime import date

from ccmdesk.domain import treaty
from ccmdesk.domain.addressee_day import day_at
from ccmdesk.domain.clock import Clock
from ccmdesk.domain.dates import long_date, spoken
from ccmdesk.domain.duty import DUTY_CHANNELS, MEETING_CHANNEL, Duty, DutyKind, DutyRecord
from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_life import Proof, refuse_unfit

_LONGEST_PROOF, _LONGEST_REASON = 500, 2000


def checked_done(
    duty: Duty, on: date, proof: str, channel: str, file: Proof | None, clock: Clock
) -> DutyRecord:
    """Return the record of a duty that was met on a day, or raise InputError naming what is wrong.

    A day before entry into force is right for a report sent early; none may be to come.
    """
    _refuse_day(duty, on, clock)
    if channel not in DUTY_CHANNELS:
        known = ", ".join(DUTY_CHANNELS[:-1])
        raise InputError(
            f"Say how it went: {known}, or {MEETING_CHANNEL} for what was declared there.",
            "channel",
        )
    refuse_unfit(file)
    if len(proof) > _LONGEST_PROOF:
        raise InputError(
            f"Say what proves it in at most {_LONGEST_PROOF} letters; a longer text can be kept as "
            "the file.",
            "proof",
        )
    if not proof.strip() and file is None:
        raise InputError(
            "Say what proves it: the number of the note, the receipt, or its file.", "proof"
        )
    name = file.name if file else ""
    return DutyRecord(duty.key, done_on=on, proof=proof.strip(), channel=channel, proof_name=name)


def checked_reason(reason: str) -> str:
    """Return why a duty does not apply, or raise InputError where that is empty or a whole page."""
    if not reason.strip():
        raise InputError("Say why it does not apply, for whoever comes after you.", "reason")
    if len(reason) > _LONGEST_REASON:
        raise InputError(f"Give the reason in at most {_LONGEST_REASON} letters.", "reason")
    return reason.strip()


def _refuse_day(duty: Duty, on: date, clock: Clock) -> None:
    if on > max(clock.today(), day_at(clock.now(), duty.zone)):
        raise InputError(f"{spoken(on)} is still to come; give the day it was done.", "on")
    if on < treaty.ADOPTED:
        raise InputError(
            f"{long_date(on)} is before the Convention was adopted; check the year.", "on"
        )
    if duty.kind is DutyKind.ART7_ANNUAL and on < date(int(duty.period), 1, 1):
        raise InputError(
            f"On {spoken(on)} the year {duty.period} had not begun, so no report on it can have "
            "been sent; check the day, or choose the report of another year.",
            "on",
        )
