"""The life of a note as a timeline, with the steps that are possible beside the usual one."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ccmdesk.domain.note import NoteState
from ccmdesk.domain.note_life import NoteStep, StepKind
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import (
    STEP_ICONS,
    STEP_TONES,
    step_act,
    step_done,
    step_facts,
    step_tip,
    waits_for,
)
from ccmdesk.ui.tokens import S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.text import label
from ccmdesk.ui.widgets.timeline import Timeline, TimelineRow


def usual_step(possible: Sequence[StepKind], state: NoteState) -> StepKind | None:
    """Return the step the one primary button takes, or None where a note's life is over.

    A draft that may be issued is issued; whoever wants it approved first submits it.
    """
    if StepKind.ISSUED in possible:
        return StepKind.ISSUED
    if state is NoteState.ACKNOWLEDGED:
        return None
    return possible[0] if possible else None


class NoteLife(QWidget):
    """Shows every step with who, when, for whom and why.

    Signals: `wanted` (StepKind) for a step beside the usual one, `proof_wanted` (NoteStep) to see
    the file that proves a step.
    """

    wanted = Signal(object)
    proof_wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.steps: tuple[NoteStep, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        column.addWidget(label(tr("Life of the note").upper(), "caps"))
        self.timeline = Timeline(tr("Life of the note"))
        column.addWidget(self.timeline)
        self.others: dict[StepKind, QPushButton] = {}
        line = QWidget()
        self._row = Flow(line)
        policy = line.sizePolicy()
        policy.setHeightForWidth(True)
        line.setSizePolicy(policy)
        self._line = line
        column.addWidget(line)
        for kind in StepKind:
            words = step_act(kind)
            if kind is StepKind.DISPATCHED:
                words = tr("Dispatched by another way too…")
            other = button(
                words,
                partial(self.wanted.emit, kind),
                kind="quiet",
                icon_name=STEP_ICONS[kind],
                tip=step_tip(kind),
            )
            self.others[kind] = other
            self._row.addWidget(other)

    def show_life(
        self, steps: Sequence[NoteStep], state: NoteState, possible: Sequence[StepKind]
    ) -> None:
        """Show the steps taken, what is waited for, and what can be done beside the usual step."""
        self.steps = tuple(steps)
        rows = [self._row_of(step) for step in steps]
        waits = waits_for(state)
        if waits:
            rows.append(TimelineRow(waits, waiting=True))
        self.timeline.show_rows(rows)
        usual = usual_step(possible, state)
        for kind, other in self.others.items():
            other.setVisible(kind in possible and kind is not usual)
        self._line.setVisible(any(kind is not usual for kind in possible))

    def _row_of(self, step: NoteStep) -> TimelineRow:
        proof: QPushButton | None = None
        if step.proof_name:
            proof = button(
                step.proof_name if len(step.proof_name) <= 24 else tr("Proof"),
                lambda: self.proof_wanted.emit(step),
                kind="quiet",
                icon_name="paperclip",
                tip=tr("Open the proof “{name}”", name=step.proof_name),
            )
        return TimelineRow(
            step_done(step),
            step_facts(step),
            step.reason,
            icon_name=STEP_ICONS[step.kind],
            tone=STEP_TONES[step.kind],
            action=proof,
        )
