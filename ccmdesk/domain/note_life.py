"""The life of a note: which step may follow which, and what each step records."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.note_line import NoteState

MOST_PROOF_BYTES = 25_000_000


class StepKind(StrEnum):
    """A step in the life of a note."""

    SUBMITTED = "submitted"
    RETURNED = "returned"
    APPROVED = "approved"
    ISSUED = "issued"
    DISPATCHED = "dispatched"
    ACKNOWLEDGED = "acknowledged"
    CANCELLED = "cancelled"


class Channel(StrEnum):
    """How a note leaves the house."""

    EMAIL = "email"
    E_DELEGATE = "e_delegate"
    HAND = "hand"
    POST = "post"
    FAX = "fax"
    POUCH = "pouch"


@dataclass(frozen=True, slots=True)
class Proof:
    """A file that proves a step, such as a stamped delivery slip."""

    name: str
    data: bytes


def refuse_unfit(proof: Proof | None) -> None:
    """Raise InputError for a file that proves nothing or is too large to keep."""
    if proof is not None and not proof.data:
        raise InputError("The file of the proof is empty; choose another one.", "proof")
    if proof is not None and len(proof.data) > MOST_PROOF_BYTES:
        raise InputError(
            "The file of the proof is larger than 25 MB; choose a smaller one.", "proof"
        )


@dataclass(frozen=True, slots=True)
class NoteStep:
    """One step that was taken; steps are only added, never changed.

    `recorded_at` is when it was entered, `at` when it happened as the officer says. `by` is who
    took the step, `on_behalf_of` whom a stand-in acted for. `tracking` is the number of the bag or
    the courier, `proof_name` the file kept as proof ("" for none).
    """

    kind: StepKind
    recorded_at: datetime
    at: datetime
    by: str = ""
    on_behalf_of: str = ""
    reason: str = ""
    channel: Channel | None = None
    recipient: str = ""
    tracking: str = ""
    proof_name: str = ""
    proof_sha256: str = ""
    id: int = 0


AFTER: dict[StepKind, NoteState] = {
    StepKind.SUBMITTED: NoteState.SUBMITTED,
    StepKind.RETURNED: NoteState.DRAFT,
    StepKind.APPROVED: NoteState.APPROVED,
    StepKind.ISSUED: NoteState.ISSUED,
    StepKind.DISPATCHED: NoteState.DISPATCHED,
    StepKind.ACKNOWLEDGED: NoteState.ACKNOWLEDGED,
    StepKind.CANCELLED: NoteState.CANCELLED,
}
"""The state a note is in after each step."""

_FOLLOWING: dict[NoteState, tuple[StepKind, ...]] = {
    NoteState.DRAFT: (StepKind.SUBMITTED, StepKind.ISSUED),
    NoteState.SUBMITTED: (StepKind.APPROVED, StepKind.RETURNED),
    NoteState.APPROVED: (StepKind.ISSUED, StepKind.RETURNED),
    NoteState.ISSUED: (StepKind.DISPATCHED, StepKind.CANCELLED),
    # A note may leave by two channels; each is a step of its own.
    NoteState.DISPATCHED: (StepKind.ACKNOWLEDGED, StepKind.DISPATCHED, StepKind.CANCELLED),
    NoteState.ACKNOWLEDGED: (StepKind.CANCELLED,),
    NoteState.CANCELLED: (),
}


def next_steps(state: NoteState, *, approval: bool) -> tuple[StepKind, ...]:
    """Return the steps that may follow, the usual one first; with `approval` no draft is issued."""
    if state is NoteState.DRAFT and approval:
        return (StepKind.SUBMITTED,)
    return _FOLLOWING[state]
