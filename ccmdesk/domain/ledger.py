"""What a State owed under Articles 7, 3 and 4, year by year, and what is recorded of it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from ccmdesk.domain.duty import Duty, DutyKind, DutyRecord, DutyStatus, TrackedDuty
from ccmdesk.domain.obligations import in_force_from
from ccmdesk.domain.state import State

_ORDER = {
    DutyKind.ART7_INITIAL: 0,
    DutyKind.ART7_ANNUAL: 0,
    DutyKind.ART3_DESTRUCTION: 1,
    DutyKind.ART4_CLEARANCE: 2,
}


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One thing owed.

    `days` is counted from the legal date to the day it was sent: negative is early, positive late,
    None where no day is recorded. `source` names the paper that shipped data rests on, where the
    standing comes from there; `remark` is what it says, or the reason for what is not owed.
    """

    key: str
    article: str
    period: str
    title: str
    due: date
    standing: DutyStatus
    sent_on: date | None = None
    days: int | None = None
    proof: str = ""
    channel: str = ""
    remark: str = ""
    source: str = ""

    @property
    def is_gap(self) -> bool:
        """Tell whether the day is past and nothing shows that it was met."""
        return self.standing in (DutyStatus.OVERDUE, DutyStatus.UNRECORDED)

    @property
    def is_report(self) -> bool:
        """Tell whether it is a report under Article 7."""
        return self.article.startswith("7")


@dataclass(frozen=True, slots=True)
class Ledger:
    """Every report and deadline of a State as they stand on `as_of`, those ahead included.

    `kept_since` is the day on which this register began for the State; None for a State whose
    register is not kept here, of which only the shipped data speaks. `looks_back` tells that
    `as_of` was past when it was asked: the shipped data says what is known since.
    """

    state: State
    as_of: date
    in_force: date | None
    kept_since: date | None
    lines: tuple[LedgerLine, ...]
    looks_back: bool = False

    @property
    def owed(self) -> tuple[LedgerLine, ...]:
        """Return the reports under Article 7 whose day is past or that were sent, oldest first.

        Those that do not apply are not owed.
        """
        return tuple(
            line
            for line in self.lines
            if line.is_report and line.standing not in (DutyStatus.NOT_APPLICABLE, DutyStatus.OPEN)
        )

    @property
    def sent(self) -> tuple[LedgerLine, ...]:
        """Return the reports under Article 7 that were sent."""
        return tuple(line for line in self.owed if line.standing is DutyStatus.DONE)

    @property
    def late(self) -> tuple[LedgerLine, ...]:
        """Return the reports under Article 7 that were sent after their day."""
        return tuple(line for line in self.sent if line.days is not None and line.days > 0)

    @property
    def gaps(self) -> tuple[LedgerLine, ...]:
        """Return the reports under Article 7 of whose sending nothing is recorded."""
        return tuple(line for line in self.owed if line.is_gap)


def ledger_of(
    state: State,
    tracked: Iterable[TrackedDuty],
    *,
    as_of: date,
    kept_since: date | None,
) -> Ledger:
    """Return the ledger of a State: Article 7 first, then Articles 3 and 4, each by legal date."""
    owed = [each for each in tracked if each.duty.kind in _ORDER]
    owed.sort(key=lambda each: (_ORDER[each.duty.kind], each.duty.due))
    return Ledger(state, as_of, in_force_from(state), kept_since, tuple(map(_line, owed)))


def summary(ledger: Ledger) -> str:
    """Return the ledger in one sentence."""
    if not any(line.is_report for line in ledger.lines):
        return "No report under Article 7 is owed."
    owed = len(ledger.owed)
    if not owed:
        return "No report under Article 7 was owed so far."
    count = f"{owed} report{'' if owed == 1 else 's'} under Article 7 owed so far"
    if ledger.kept_since is None:
        return f"{count}; what was sent is not recorded here."
    parts = [f"{len(ledger.sent)} sent"]
    if ledger.late:
        parts.append(f"{len(ledger.late)} of them late")
    overdue = sum(line.standing is DutyStatus.OVERDUE for line in ledger.gaps)
    if overdue:
        parts.append(f"{overdue} overdue")
    if len(ledger.gaps) > overdue:
        parts.append(f"{len(ledger.gaps) - overdue} without a record")
    return f"{count}: {', '.join(parts)}."


def standing_words(line: LedgerLine, *, kept: bool) -> str:
    """Return how a line stands in plain words; `kept` tells whether the register is kept here."""
    match line.standing:
        case DutyStatus.DONE if line.days is not None:
            return timing_words(line.days)
        case DutyStatus.DONE:
            return "completed"
        case DutyStatus.OVERDUE:
            return "overdue, not sent" if line.is_report else "overdue"
        case DutyStatus.UNRECORDED:
            return "no record" if kept else "not recorded here"
        case DutyStatus.NOT_APPLICABLE:
            return "not applicable"
        case DutyStatus.EXTENDED:
            return "extended"
        case DutyStatus.UNCONFIRMED:
            return "extension not confirmed"
        case DutyStatus.OPEN:
            return "to come"


def timing_words(days: int) -> str:
    """Return how early or late something was: "1 day late", "12 days early", "on the day"."""
    if days == 0:
        return "on the day"
    count = f"{abs(days)} day" + ("" if abs(days) == 1 else "s")
    return f"{count} {'late' if days > 0 else 'early'}"


def _line(tracked: TrackedDuty) -> LedgerLine:
    duty, record = tracked.duty, tracked.record
    done = record if record and tracked.status is DutyStatus.DONE else None
    sent_on = done.done_on if done else None
    return LedgerLine(
        key=duty.key,
        article=duty.article,
        period=duty.period,
        title=duty.title,
        due=duty.due,
        standing=tracked.status,
        sent_on=sent_on,
        days=(sent_on - duty.due).days if sent_on else None,
        proof=_proof(done),
        channel=done.channel if done else "",
        remark=_remark(duty, record),
        source=duty.standing_source if record is None else "",
    )


def _remark(duty: Duty, record: DutyRecord | None) -> str:
    if record is None:
        return duty.standing_note
    return record.remark if record.not_applicable else ""


def _proof(record: DutyRecord | None) -> str:
    if record is None:
        return ""
    return ", ".join(filter(None, (record.proof, record.proof_name)))
