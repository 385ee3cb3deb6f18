"""Asks what goes with a note and how it is delivered, for the slip that is stamped."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from ccmdesk.domain.note_life import Channel
from ccmdesk.ui.dialogs.decision import Decision
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.note_life_words import channel_name
from ccmdesk.ui.widgets.choice import choice
from ccmdesk.ui.widgets.field import Field


class DeliverySlipDialog(Decision):
    """What the slip says beside the note.

    Signals: `chosen` (originals as typed, Channel) when the officer agrees.
    """

    chosen = Signal(str, object)

    def __init__(self, parent: QWidget, channel: Channel) -> None:
        super().__init__(
            parent,
            tr("Delivery slip"),
            tr("The addressee stamps it and gives it back; keep it as proof of the dispatch."),
            tr("Print…"),
        )
        self.channel = choice((str(each), channel_name(each)) for each in Channel)
        self.channel.setCurrentIndex(self.channel.findData(str(channel)))
        self.originals = QLineEdit("1")
        self.body.addWidget(Field(tr("Delivered by"), self.channel, name="channel"))
        self.body.addWidget(
            Field(
                tr("Originals and copies"),
                self.originals,
                name="originals",
                help=tr("Printed as typed, in the language of the note."),
            )
        )
        self.accepted.connect(
            lambda: self.chosen.emit(
                self.originals.text().strip(), Channel(self.channel.currentData())
            )
        )
        self.channel.setFocus()
