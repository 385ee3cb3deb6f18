"""Reminders as the officer has them: what waits, what was missed, and how each is ended."""

from dataclasses import replace
from datetime import date
from typing import Protocol

from ccmdesk.domain.addressee_day import day_at
from ccmdesk.domain.duty import TrackedDuty
from ccmdesk.domain.errors import EnvironmentFault, InputError
from ccmdesk.domain.escalation import EscalationSlip, slip_of
from ccmdesk.domain.note_life import Proof
from ccmdesk.domain.reminder_round import Digest, Standing, digest_of, standing
from ccmdesk.domain.reminders import (
    WINDOW,
    Choice,
    HistoryLine,
    Reminder,
    ReminderSettings,
    ReminderState,
    checked,
)
from ccmdesk.domain.snooze import choices, snoozed_until
from ccmdesk.services.changes import Changes
from ccmdesk.services.reminder_book import ReminderBook
from ccmdesk.services.reminder_rounds import ReminderRounds, RunReport
from ccmdesk.store.reminder_rows import (
    add_settings,
    keep_reminders,
    load_history,
    load_reminders,
    load_settings,
    reading,
    writing,
)
from ccmdesk.system.notifications import Notice, Show


class DutyActs(Protocol):
    """What the reminders ask of the deadlines when the officer ends one."""

    def mark_done(
        self, key: str, on: date, proof: str, channel: str, file: Proof | None = None
    ) -> TrackedDuty:
        """Record that the duty was met."""
        ...

    def mark_not_applicable(self, key: str, reason: str) -> TrackedDuty:
        """Record why the duty does not concern the State."""
        ...


class RemindersService:
    """List, end and set up reminders.

    `acts` records duties, None where that is not possible; `changes` hears of what the officer
    did to reminders as a change of "duties".
    """

    def __init__(
        self, book: ReminderBook, acts: DutyActs | None = None, changes: Changes | None = None
    ) -> None:
        self._book = book
        self._acts = acts
        self._changes = changes
        self._rounds = ReminderRounds(book)

    def run(self, show: Show) -> RunReport:
        """Tell what is due, once; see `ReminderRounds.run`."""
        return self._rounds.run(show)

    def would_run(self) -> RunReport:
        """Return what a run would tell now; nothing is written."""
        return self._rounds.would_run()

    def catch_up(self) -> RunReport:
        """Count what is due as told by the window, which lists it in `standing` and `digest`."""
        return self._rounds.run(_tell_nobody, how=WINDOW)

    def plan(self) -> bool:
        """Make the plan anew if something has changed since; returns whether it was."""
        return self._book.plan()

    def all(self) -> list[Reminder]:
        """Return every reminder as it stands, in the order in which they were planned."""
        return self._book.known()

    def standing(self) -> list[Standing]:
        """Return the duties that wait for the officer's choice, the nearest legal date first."""
        self._book.plan()
        return standing(self._book.known(), day_at(self._book.now().utc))

    def coming(self) -> list[Reminder]:
        """Return the reminders that are still to come, the next one first."""
        self._book.plan()
        pending = [each for each in self._book.known() if each.state is ReminderState.PENDING]
        return sorted(pending, key=lambda each: (each.fire_at, each.id))

    def digest(self) -> Digest:
        """Return what happened while nobody was there and was not looked at yet."""
        self._book.plan()
        return digest_of(self._book.known(), day_at(self._book.now().utc), self._book.on_wall)

    def looked_at_digest(self) -> None:
        """Remember that the officer has seen the digest; its reminders still wait for a choice."""
        now = self._book.now()
        with writing(self._book.path) as connection:
            known = load_reminders(connection)
            seen = digest_of(known, now.wall.date(), self._book.on_wall).missed
            keep_reminders(connection, [replace(each, looked_at=now.utc) for each in seen], now.utc)
        self._notify()

    def done(
        self, duty_key: str, on: date, proof: str, channel: str, file: Proof | None = None
    ) -> None:
        """End the reminders of a duty that was met; raises as `DeadlinesService.mark_done`."""
        self._recording().mark_done(duty_key, on, proof, channel, file)
        self._book.plan(anew=True)

    def not_ours(self, duty_key: str, reason: str) -> None:
        """End the reminders of a duty that does not concern the State; the reason is kept."""
        self._recording().mark_not_applicable(duty_key, reason)
        self._book.plan(anew=True)

    def snooze(self, duty_key: str, until: date, reason: str, *, second_look: bool = False) -> date:
        """Let a duty rest until a day and return the working day on which it comes back.

        Raises InputError for a missing reason, a day that is past, or where the internal date
        would pass and `second_look` is not given; RefusedError where the legal date would.
        """
        if not reason.strip():
            raise InputError("Say why it can wait, for whoever comes after you.", "reason")
        now = self._book.now()
        with writing(self._book.path) as connection:
            waiting = [each for each in load_reminders(connection, duty_key) if each.waits]
            if not waiting:
                raise InputError("No reminder of this duty waits; there is none to snooze.", "key")
            last = max(waiting, key=lambda each: (each.at, each.id))
            day = snoozed_until(
                until,
                today=now.wall.date(),
                due=last.due,
                internal_due=last.internal_due,
                calendar=self._book.days,
                second_look=second_look,
            )
            ended = [
                replace(
                    each,
                    state=ReminderState.ACKNOWLEDGED,
                    choice=Choice.SNOOZED,
                    until=day,
                    why=reason.strip(),
                    looked_at=now.utc,
                    ahead=False,
                )
                for each in waiting
            ]
            keep_reminders(connection, ended, now.utc)
        self._book.plan(anew=True)
        self._notify()
        return day

    def snooze_choices(self, duty: Standing) -> list[date]:
        """Return the days until which an officer is likely to let a duty rest."""
        return choices(
            today=self._book.now().wall.date(),
            due=duty.due,
            internal_due=duty.internal_due,
            calendar=self._book.days,
        )

    def history(self, duty_key: str) -> list[HistoryLine]:
        """Return what happened to the reminders of a duty, the oldest first."""
        with reading(self._book.path) as connection:
            return load_history(connection, duty_key)

    def slip(self, duty_key: str, *, to: str = "", remark: str = "") -> EscalationSlip:
        """Return the slip that hands a waiting duty up, with the history of its reminders.

        Raises InputError where no reminder of the duty waits.
        """
        for each in self.standing():
            if each.duty_key == duty_key:
                return slip_of(each, self.history(duty_key), to=to, remark=remark)
        raise InputError("No reminder of this duty waits; there is nothing to hand up.", "key")

    def settings(self) -> ReminderSettings:
        """Return the ladder and the preferred hours."""
        with reading(self._book.path) as connection:
            return checked(load_settings(connection)[0])

    def save_settings(self, settings: ReminderSettings) -> ReminderSettings:
        """Keep new settings and plan by them; raises InputError naming what cannot be kept."""
        right = checked(settings)
        with writing(self._book.path) as connection:
            add_settings(connection, right, self._book.now().utc)
        self._book.plan(anew=True)
        self._notify()
        return right

    def _notify(self) -> None:
        if self._changes is not None:
            self._changes.notify(frozenset({"duties"}))

    def _recording(self) -> DutyActs:
        if self._acts is None:
            raise EnvironmentFault("Duties are recorded in the window; open it for that.")
        return self._acts


def sample_notice() -> Notice:
    """Return the notice by which the officer sees that reminders arrive."""
    return Notice("This is how a reminder arrives", "Nothing is due; this was asked for.", False, 0)


def _tell_nobody(notice: Notice) -> None:
    """Take a notice that the window's own page shows."""
