"""The slip that hands a duty up: to the deputy or the ambassador, with what was told and chosen."""

from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.reminder_round import Standing
from ccmdesk.domain.reminder_words import rung_in_words
from ccmdesk.domain.reminders import HistoryLine, ReminderState

_TOLD = {
    ReminderState.SHOWN: "shown",
    ReminderState.MISSED: "not shown in time",
    ReminderState.ACKNOWLEDGED: "ended",
    ReminderState.SKIPPED: "left out",
}
_SPEAKS = (ReminderState.SHOWN, ReminderState.ACKNOWLEDGED)


@dataclass(frozen=True, slots=True)
class EscalationSlip:
    """What the slip says; `to` and `remark` are the officer's own words, `rows` the history.

    A row is a day, the rung, and what became of it.
    """

    title: str
    due: date
    internal_due: date
    days_left: int
    to: str
    remark: str
    rows: tuple[tuple[date, str, str], ...]


def slip_of(duty: Standing, history: list[HistoryLine], *, to: str, remark: str) -> EscalationSlip:
    """Return the slip of a duty; of its history only what was told, missed, ended or left out."""
    rows = tuple(
        (line.at.date(), rung_in_words(line.rung), _became(line))
        # What nobody saw came before what then spoke for it.
        for line in sorted(history, key=lambda line: (line.at, line.became in _SPEAKS))
        if line.due == duty.due and line.became in _TOLD
    )
    return EscalationSlip(
        duty.title, duty.due, duty.internal_due, duty.days_left, to.strip(), remark.strip(), rows
    )


def standing_of(slip: EscalationSlip) -> str:
    """Return in a sentence how much time is left."""
    days = slip.days_left
    if days == 0:
        return "It is due today."
    if days > 0:
        return "1 day is left." if days == 1 else f"{days} days are left."
    return "It is overdue by 1 day." if days == -1 else f"It is overdue by {-days} days."


def slip_text(slip: EscalationSlip, printed_on: date) -> str:
    """Return the slip as plain text, to be copied into an e-mail."""
    lines = [
        slip.title,
        f"Legal date: {spoken(slip.due)}",
        f"Internal date: {spoken(slip.internal_due)}",
        standing_of(slip),
    ]
    if slip.to:
        lines.insert(0, f"For the attention of {slip.to}")
    if slip.remark:
        lines += ["", slip.remark]
    lines += ["", "Reminders so far:"]
    lines += [f"- {spoken(day)}: {rung}, {became}" for day, rung, became in slip.rows]
    return "\n".join([*lines, "", f"Written on {spoken(printed_on)}", ""])


def _became(line: HistoryLine) -> str:
    if line.became == ReminderState.MISSED and line.why:
        # The reason is a sentence that says it all.
        return line.why
    told = _TOLD[ReminderState(line.became)]
    return f"{told}: {line.why}" if line.why else told
