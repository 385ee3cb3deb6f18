"""How the window speaks of the steps of a note's life."""

from datetime import datetime

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_life import Channel, NoteStep, StepKind
from ccmdesk.domain.profile import StandIn
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone

_DONE = {
    StepKind.SUBMITTED: "Submitted for approval",
    StepKind.RETURNED: "Returned",
    StepKind.APPROVED: "Approved",
    StepKind.ISSUED: "Issued and sealed",
    StepKind.DISPATCHED: "Dispatched",
    StepKind.ACKNOWLEDGED: "Acknowledged",
    StepKind.CANCELLED: "Cancelled",
}
_ACTS = {
    StepKind.SUBMITTED: "Submit…",
    StepKind.RETURNED: "Return…",
    StepKind.APPROVED: "Approve…",
    StepKind.ISSUED: "Issue…",
    StepKind.DISPATCHED: "Record dispatch…",
    StepKind.ACKNOWLEDGED: "Acknowledged…",
    StepKind.CANCELLED: "Cancel the note…",
}
_TIPS = {
    StepKind.SUBMITTED: "Give this note to whoever approves it",
    StepKind.RETURNED: "Give this note back to be edited, with the reason",
    StepKind.APPROVED: "Approve what this note says",
    StepKind.ISSUED: "Number and seal this note",
    StepKind.DISPATCHED: "Record how and when this note left",
    StepKind.ACKNOWLEDGED: "Record that the addressee confirmed receipt",
    StepKind.CANCELLED: "Cancel this note; its line and its number stay",
}
STEP_ICONS = {
    StepKind.SUBMITTED: "send",
    StepKind.RETURNED: "undo-2",
    StepKind.APPROVED: "check",
    StepKind.ISSUED: "stamp",
    StepKind.DISPATCHED: "send",
    StepKind.ACKNOWLEDGED: "circle-check",
    StepKind.CANCELLED: "x",
}
STEP_TONES = {
    StepKind.SUBMITTED: Tone.WARN,
    StepKind.RETURNED: Tone.WARN,
    StepKind.APPROVED: Tone.ACCENT,
    StepKind.ISSUED: Tone.ACCENT,
    StepKind.DISPATCHED: Tone.OK,
    StepKind.ACKNOWLEDGED: Tone.OK,
    StepKind.CANCELLED: Tone.DANGER,
}
_CHANNELS = {
    Channel.EMAIL: "E-mail",
    Channel.E_DELEGATE: "e-deleGATE",
    Channel.HAND: "By hand",
    Channel.POST: "Post",
    Channel.FAX: "Fax",
    Channel.POUCH: "Diplomatic pouch",
}
_WAITS = {
    NoteState.SUBMITTED: "Next: approval",
    NoteState.APPROVED: "Next: number and seal",
    NoteState.ISSUED: "Next: dispatch",
    NoteState.DISPATCHED: "Next: acknowledgement by the addressee",
}


def step_done(step: NoteStep) -> str:
    """Return what happened, with for whom and how."""
    words = tr(_DONE[step.kind])
    if step.channel is not None:
        words = tr("{done}: {channel}", done=words, channel=channel_name(step.channel))
    if step.kind is StepKind.SUBMITTED and step.recipient:
        words = tr("Submitted to {name}", name=step.recipient)
    return words


def step_facts(step: NoteStep) -> str:
    """Return when it happened, who did it and for whom, where it went."""
    by = step.by
    if step.on_behalf_of:
        by = tr("{name} for {other}", name=step.by, other=step.on_behalf_of)
    to = step.recipient if step.kind is not StepKind.SUBMITTED else ""
    parts = (
        moment_words(step.at),
        by,
        tr("to {recipient}", recipient=to) if to else "",
        _receipt(step.tracking),
    )
    return " · ".join(part for part in parts if part)


def _receipt(tracking: str) -> str:
    """Return a number as a number, and the words of a receipt as words."""
    digits = sum(sign.isdigit() for sign in tracking)
    if digits and digits >= sum(sign.isalpha() for sign in tracking):
        return tr("no. {tracking}", tracking=tracking)
    return tr("receipt: {words}", words=tracking) if tracking else ""


def step_act(kind: StepKind) -> str:
    """Return what the button that takes a step says."""
    return tr(_ACTS[kind])


def step_tip(kind: StepKind) -> str:
    """Return in one line what a step does."""
    return tr(_TIPS[kind])


def channel_name(channel: Channel) -> str:
    """Return how a note leaves."""
    return tr(_CHANNELS[channel])


def waits_for(state: NoteState) -> str:
    """Return what a note waits for next, "" where nothing follows."""
    return tr(_WAITS[state]) if state in _WAITS else ""


def moment_words(at: datetime) -> str:
    """Return day and hour as the clock on the wall shows them."""
    here = at.astimezone()
    return f"{spoken(here.date())}, {here:%H:%M}"


def approver_words(approver: StandIn) -> str:
    """Return a name with title."""
    return ", ".join(part for part in (approver.name, approver.title) if part)


def stand_in_words(approver: StandIn) -> str:
    """Return for whom a stand-in acts and until when, "" for who acts by right and always."""
    name, day = approver.on_behalf_of, spoken(approver.end) if approver.end else ""
    if name and day:
        return tr("Stands in for {name} until {day}; this is recorded.", name=name, day=day)
    if name:
        return tr("Stands in for {name}; this is recorded.", name=name)
    return tr("May approve until {day}.", day=day) if day else ""
