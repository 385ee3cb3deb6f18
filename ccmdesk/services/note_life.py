"""The life of a note beside its issue: approval, dispatch, acknowledgement, cancellation."""

from dataclasses import replace
from datetime import UTC, datetime

from ccmdesk.domain.dates import long_date
from ccmdesk.domain.errors import InputError, RefusedError
from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_life import (
    AFTER,
    Channel,
    NoteStep,
    Proof,
    StepKind,
    next_steps,
    refuse_unfit,
)
from ccmdesk.domain.profile import Profile, StandIn
from ccmdesk.services.acts import Act, Acts
from ccmdesk.services.carried_reports import let_go, refuse_replaced
from ccmdesk.services.note_composing import NoteComposer
from ccmdesk.services.note_versions import keep
from ccmdesk.services.profile import required_profile
from ccmdesk.store.note_rows import load_note, set_state
from ccmdesk.store.seal_rows import load_seal_line
from ccmdesk.store.step_rows import add_step, load_proof, load_steps

_LABELS = {
    StepKind.SUBMITTED: "Submit the note",
    StepKind.RETURNED: "Return the note",
    StepKind.APPROVED: "Approve the note",
    StepKind.DISPATCHED: "Record the dispatch",
    StepKind.ACKNOWLEDGED: "Record the acknowledgement",
    StepKind.CANCELLED: "Cancel the note",
}


class LifeService:
    """Take a note from step to step; every step is recorded with who, when and why."""

    def __init__(self, acts: Acts, composer: NoteComposer) -> None:
        self._acts = acts
        self._composer = composer

    def approvers(self) -> list[StandIn]:
        """Return who may approve today, the mission's order kept."""
        today = self._acts.clock.today()
        with self._acts.reading() as connection:
            profile = required_profile(connection)
        return [each for each in profile.approvers if each.acts_on(today)]

    def possible(self, note_id: int) -> tuple[StepKind, ...]:
        """Return the steps that may follow now, the usual one first."""
        with self._acts.reading() as connection:
            approval = required_profile(connection).approval
            return next_steps(load_note(connection, note_id).state, approval=approval)

    def steps(self, note_id: int) -> list[NoteStep]:
        """Return the steps of a note in the order in which they were recorded."""
        with self._acts.reading() as connection:
            return load_steps(connection, note_id)

    def proof(self, step_id: int) -> Proof:
        """Return the file that proves a step; raises InputError where there is none."""
        with self._acts.reading() as connection:
            return load_proof(connection, step_id)

    def submit(self, note_id: int, to: str = "") -> NoteStep:
        """Give a draft to whoever approves it, `to` by name; it cannot be edited meanwhile.

        Raises InputError where nobody of that name may approve today.
        """
        now = self._acts.clock.now()
        step = NoteStep(StepKind.SUBMITTED, now, now, by=self._acts.actor, recipient=to.strip())
        return self._taken(note_id, step)

    def approve(self, note_id: int, by: str, on_behalf_of: str = "") -> NoteStep:
        """Approve what the note says now, `by` name; a stand-in says for whom.

        Raises RefusedError where that person may not approve today.
        """
        now = self._acts.clock.now()
        step = NoteStep(
            StepKind.APPROVED, now, now, by=by.strip(), on_behalf_of=on_behalf_of.strip()
        )
        return self._taken(note_id, step)

    def return_(self, note_id: int, by: str, reason: str) -> NoteStep:
        """Give a submitted or approved note back to be edited; raises InputError without reason."""
        now = self._acts.clock.now()
        step = NoteStep(StepKind.RETURNED, now, now, by=by.strip(), reason=_plain(reason))
        return self._taken(note_id, step)

    def dispatch(
        self,
        note_id: int,
        channel: Channel,
        at: datetime | None = None,
        recipient: str = "",
        tracking: str = "",
        proof: Proof | None = None,
    ) -> NoteStep:
        """Record how and when an issued note left, to whom, and what proves it.

        A note may leave by several channels. Raises InputError where the time lies ahead or before
        the note's date.
        """
        now = self._acts.clock.now()
        step = NoteStep(
            StepKind.DISPATCHED,
            now,
            _instant(at, now),
            by=self._acts.actor,
            channel=channel,
            recipient=_plain(recipient),
            tracking=_plain(tracking),
        )
        return self._taken(note_id, step, proof)

    def acknowledge(
        self,
        note_id: int,
        at: datetime | None = None,
        text: str = "",
        proof: Proof | None = None,
    ) -> NoteStep:
        """Record that receipt was confirmed, in what words, and what proves it."""
        now = self._acts.clock.now()
        step = NoteStep(
            StepKind.ACKNOWLEDGED,
            now,
            _instant(at, now),
            by=self._acts.actor,
            reason=_plain(text),
        )
        return self._taken(note_id, step, proof)

    def cancel(self, note_id: int, reason: str, by: str = "") -> NoteStep:
        """Cancel an issued note; its line and its number stay. Raises InputError without reason.

        A duty that the note proved, as the bearer of a report, is open again.
        """
        now = self._acts.clock.now()
        who = by.strip() or self._acts.actor
        step = NoteStep(StepKind.CANCELLED, now, now, by=who, reason=_plain(reason))
        return self._taken(note_id, step)

    def _taken(self, note_id: int, step: NoteStep, proof: Proof | None = None) -> NoteStep:
        label = _LABELS[step.kind]
        kinds = ("notes", "reports", "duties") if step.kind is StepKind.CANCELLED else ("notes",)
        with self._acts.act(f"note.{step.kind}", label, *kinds, final=True) as act:
            return self.take_within(act, note_id, step, proof)

    def take_within(
        self, act: Act, note_id: int, step: NoteStep, proof: Proof | None = None
    ) -> NoteStep:
        """Take a step as part of a larger act, which is a final one of the step's own verb."""
        refuse_unfit(proof)
        act.subject = f"note/{note_id}"
        profile = required_profile(act.connection)
        state = load_note(act.connection, note_id).state
        if step.kind not in next_steps(state, approval=profile.approval):
            raise RefusedError(_not_now(state), "note")
        step = self._checked(act, note_id, step, profile)
        said = ""
        if step.kind in (StepKind.SUBMITTED, StepKind.APPROVED):
            refuse_replaced(act.connection, note_id)
            said = self._composer.said(self._composer.content(act.connection, note_id))
            keep(act.unit, self._composer, note_id, step.recorded_at)
        # What was dispatched already stays so when it leaves by a second channel.
        if AFTER[step.kind] is not state:
            set_state(act.unit, note_id, AFTER[step.kind], step.recorded_at)
        if step.kind is StepKind.CANCELLED:
            let_go(act, note_id, step.reason)
        act.detail = add_step(act.unit, note_id, step, proof=proof, content_sha256=said)
        return load_steps(act.connection, note_id)[-1]

    def _checked(self, act: Act, note_id: int, step: NoteStep, profile: Profile) -> NoteStep:
        today = self._acts.clock.today()
        if step.kind is StepKind.SUBMITTED and step.recipient:
            _approver(profile, step.recipient, field="to", acts=self._acts)
        if step.kind is StepKind.APPROVED:
            if not step.by:
                raise InputError("Say who approves the note.", "by")
            found = _approver(profile, step.by, field="by", acts=self._acts)
            if found is not None:
                if step.on_behalf_of and step.on_behalf_of != found.on_behalf_of:
                    raise RefusedError(
                        f"{found.name} does not stand in for {step.on_behalf_of}; correct it, or"
                        " name the stand-in under Settings.",
                        "on_behalf_of",
                    )
                return replace(step, by=found.name, on_behalf_of=found.on_behalf_of)
        if step.kind in (StepKind.RETURNED, StepKind.CANCELLED) and not step.reason:
            raise InputError("Give the reason; it stays in the record.", "reason")
        if step.kind is StepKind.RETURNED and not step.by:
            raise InputError("Say who returns the note.", "by")
        if step.kind is StepKind.RETURNED:
            # Anybody may give a note back; a stand-in does it for somebody.
            acting = (each for each in profile.approvers if each.acts_on(today))
            wanted = step.by.casefold()
            found = next((each for each in acting if each.name.casefold() == wanted), None)
            if found is not None:
                return replace(step, by=found.name, on_behalf_of=found.on_behalf_of)
        if step.kind in (StepKind.DISPATCHED, StepKind.ACKNOWLEDGED):
            dated = load_seal_line(act.connection, note_id)["dated"]
            if step.at > step.recorded_at:
                raise InputError("That time lies ahead; record it once it has happened.", "at")
            # The day is that of the workstation, as the date of the note is.
            if step.at.astimezone().date() < min(dated, today):
                raise InputError(
                    f"The note is dated {long_date(dated)}; it cannot have happened before.", "at"
                )
        return step


def _approver(profile: Profile, name: str, *, field: str, acts: Acts) -> StandIn | None:
    """Return the approver of that name who acts now; None where the mission names nobody."""
    if not profile.approvers:
        return None
    today = acts.clock.today()
    wanted = name.casefold()
    named = [each for each in profile.approvers if each.name.casefold() == wanted]
    if not named:
        listed = ", ".join(each.name for each in profile.approvers if each.acts_on(today))
        raise RefusedError(
            f"{name} is not among those who may approve; today these are {listed or 'nobody'}.",
            field,
        )
    for each in named:
        if each.acts_on(today):
            return each
    bounds = named[0]
    when = " ".join(
        text
        for text in (
            f"from {long_date(bounds.start)}" if bounds.start else "",
            f"to {long_date(bounds.end)}" if bounds.end else "",
        )
        if text
    )
    raise RefusedError(f"{bounds.name} may approve {when} only, not today.", field)


def _not_now(state: NoteState) -> str:
    return {
        NoteState.DRAFT: "This note is a draft; it is submitted or issued next.",
        NoteState.SUBMITTED: "This note waits for its approval; it is approved or returned next.",
        NoteState.APPROVED: "This note is approved; it is issued or returned next.",
        NoteState.ISSUED: "This note is issued; it is dispatched or cancelled next.",
        NoteState.DISPATCHED: "This note is dispatched; it is acknowledged or cancelled next.",
        NoteState.ACKNOWLEDGED: "This note is acknowledged; it can only be cancelled.",
        NoteState.CANCELLED: "This note is cancelled; its line stays as it is.",
    }[state]


def _instant(at: datetime | None, now: datetime) -> datetime:
    # A time without zone is that of the workstation.
    return now if at is None else at.astimezone(UTC)


def _plain(text: str) -> str:
    return " ".join(text.split())
