"""Dialogs after the seal: how a note left, that it arrived, that it is cancelled."""

from collections.abc import Mapping
from datetime import datetime

from PySide6.QtWidgets import QLineEdit, QWidget

from ccmdesk.domain.note_life import Channel
from ccmdesk.services.note_life import LifeService
from ccmdesk.ui.dialogs.note_step import MomentField, ProofField, ReasonField, StepDialog
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import channel_name
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field

_TRACKED = {
    Channel.POST: "Number of the letter",
    Channel.POUCH: "Number of the bag",
    Channel.E_DELEGATE: "Number of the submission",
}


class DispatchDialog(StepDialog):
    """By which channel, when and to whom a note left, and what proves it.

    `recipients` proposes whom each channel goes to.
    """

    def __init__(
        self,
        parent: QWidget,
        life: LifeService,
        note_id: int,
        now: datetime,
        recipients: Mapping[Channel, str],
    ) -> None:
        super().__init__(
            parent,
            tr("Record the dispatch"),
            tr("How this note left the house; a note may leave by several ways, each a step."),
            tr("Record the dispatch"),
        )
        self._recipients = recipients
        self._proposed = ""
        self.channel = choice((str(each), channel_name(each)) for each in Channel)
        self.at = MomentField(tr("When"), now)
        self.recipient = QLineEdit()
        self.tracking = QLineEdit()
        self.tracking_field = Field(tr("Number"), self.tracking, name="tracking")
        self.proof = ProofField(
            tr("Proof"),
            tr("A stamped slip, a receipt, the sent message; it is kept with the note."),
        )
        self.add(
            Field(tr("By"), self.channel, name="channel"),
            self.at,
            Field(tr("To"), self.recipient, name="recipient"),
            self.tracking_field,
            self.proof,
        )
        self.channel.currentIndexChanged.connect(lambda _: self._on_channel())
        self._on_channel()
        self.take = lambda: life.dispatch(
            note_id,
            self.chosen(),
            self.at.moment(),
            self.recipient.text(),
            self.tracking.text() if self.tracking_field.isVisibleTo(self) else "",
            self.proof.proof(),
        )
        self.channel.setFocus()

    def chosen(self) -> Channel:
        """Return the channel chosen."""
        return Channel(self.channel.currentData())

    def _on_channel(self) -> None:
        channel = self.chosen()
        if self.recipient.text() == self._proposed:
            self._proposed = self._recipients.get(channel, "")
            self.recipient.setText(self._proposed)
            self.recipient.setCursorPosition(0)
        self.tracking_field.setVisible(channel in _TRACKED)
        if channel in _TRACKED:
            self.tracking_field.set_label(tr(_TRACKED[channel]))
        if self.isVisible():
            self.fit()


class AcknowledgeDialog(StepDialog):
    """When and in what words receipt was confirmed."""

    def __init__(self, parent: QWidget, life: LifeService, note_id: int, now: datetime) -> None:
        super().__init__(
            parent,
            tr("Record the acknowledgement"),
            tr("The addressee confirmed that the note arrived."),
            tr("Record the acknowledgement"),
        )
        self.at = MomentField(tr("When"), now)
        self.words = ReasonField(
            tr("In what words (may be left out)"),
            name="text",
            help=tr("A reference of their note, or who told it."),
        )
        self.proof = ProofField(tr("Proof"))
        self.add(self.at, self.words, self.proof)
        self.take = lambda: life.acknowledge(
            note_id, self.at.moment(), self.words.words(), self.proof.proof()
        )
        self.at.focus_first()


class CancelDialog(StepDialog):
    """Why an issued note is cancelled."""

    def __init__(self, parent: QWidget, life: LifeService, note_id: int, number: str) -> None:
        super().__init__(
            parent,
            tr("Cancel note {number}", number=number),
            tr(
                "Its line and its number stay in the register, struck out. This cannot be taken "
                "back. Tell the addressee where the note has left already."
            ),
            tr("Cancel the note"),
        )
        self.cancel.setText(tr("Keep the note"))
        self.reason = ReasonField(tr("Reason"))
        self.add(self.reason)
        self.take = lambda: life.cancel(note_id, self.reason.words())
        self.reason.text.setFocus()
