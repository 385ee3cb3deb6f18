"""The facts of a meeting beside its convening note, with what stores and removes them."""

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from ccmdesk.domain.errors import InputError
from ccmdesk.domain.meeting import Meeting
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.pages.meeting_facts import ConveningForm, MeetingForm
from ccmdesk.ui.tokens import L, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import label

_BESIDE_FROM = 760
_WIDEST_FORM = 720


class FactsPart(QWidget):
    """Two forms and a foot.

    Signals: `changed` when something is typed, `save_wanted`, `remove_wanted`.
    """

    changed = Signal()
    save_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.facts = MeetingForm()
        self.convening = ConveningForm()
        both = QWidget()
        self._cards = QBoxLayout(QBoxLayout.Direction.LeftToRight, both)
        self._cards.setContentsMargins(0, 0, 0, 0)
        self._cards.setSpacing(L)
        facts = Card(tr("Facts"))
        facts.body.addWidget(self.facts)
        facts.body.addStretch()
        note = Card(tr("Convening note"))
        note.body.addWidget(self.convening)
        for card in (facts, note):
            card.setMaximumWidth(_WIDEST_FORM)
            self._cards.addWidget(card, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(S)
        self._area = scrolling(both)
        column.addWidget(self._area, 1)
        column.addLayout(self._foot())
        for form in (self.facts, self.convening.form):
            form.changed.connect(self.changed)
            form.submitted.connect(self.save_wanted)

    def _foot(self) -> QHBoxLayout:
        self.remove_button = button(
            tr("Remove the meeting"), self.remove_wanted.emit, icon_name="trash-2"
        )
        self.unsaved = label("", "muted")
        self.save_button = button(
            tr("Save"), self.save_wanted.emit, kind="primary", tip=tr("Save (Ctrl+S)")
        )
        foot = QHBoxLayout()
        foot.setSpacing(S)
        foot.addWidget(self.remove_button)
        foot.addStretch()
        foot.addWidget(self.unsaved)
        foot.addWidget(self.save_button)
        return foot

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.width() >= _BESIDE_FROM
        self._cards.setDirection(
            QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        )

    def go_to(self, editor: QWidget) -> None:
        """Put the keyboard into a field and bring it into sight, with what is said below it."""
        editor.setFocus()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        for each in (self.convening.notice, editor):
            if each.isVisibleTo(self):
                self._area.ensureWidgetVisible(each, 0, L)

    @property
    def dirty(self) -> bool:
        """Tell whether something typed here is not stored."""
        return self.facts.dirty or self.convening.form.dirty

    def load(self, meeting: Meeting, *, facts: bool = True, convening: bool = True) -> None:
        """Show a meeting, or a part of it, as it is stored."""
        if facts:
            self.facts.load(meeting)
        if convening:
            self.convening.load(meeting.convening)

    def follow(self, meeting: Meeting) -> None:
        """Show a meeting as it is now, save where something typed waits to be stored."""
        self.load(meeting, facts=not self.facts.dirty, convening=not self.convening.form.dirty)

    def typed(self, meeting: Meeting, *, facts: bool = True, convening: bool = True) -> Meeting:
        """Return `meeting` with what is typed; raises InputError naming the wrong field."""
        read = self.facts.read(meeting) if facts else meeting
        if convening:
            read = replace(read, convening=self.convening.read())
        return read.checked()

    def show_error(self, error: InputError) -> bool:
        """Show an error at its field; return whether there is such a field."""
        return self.facts.show_error(error) or self.convening.form.show_error(error)

    def show_what_can_be_done(self, *, stored: bool) -> None:
        """Say whether something waits to be stored; a meeting that is not cannot be removed."""
        self.save_button.setEnabled(self.dirty)
        self.unsaved.setText(tr("Not saved yet") if self.dirty else "")
        self.remove_button.setEnabled(stored)
