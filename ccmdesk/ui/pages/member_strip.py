"""Below the delegation: what has to be seen to for the member chosen."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QWidget

from ccmdesk.domain.dates import spoken
from ccmdesk.domain.delegation import Delegate
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import M, Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label


class MemberStrip(QWidget):
    """The grounds pass, visa and passport, and the way to the person's own page.

    Signals: `travel_changed` (Delegate, bool) when the box is ticked or cleared.
    """

    travel_changed = Signal(object, bool)

    def __init__(self, open_person: Callable[[], object]) -> None:
        super().__init__()
        self._delegate: Delegate | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(M)
        self.pass_pill = Pill("")
        self.pass_words = label("", "small", wrap=True)
        self.travel = QCheckBox(tr("Visa and passport seen to"))
        self.travel.clicked.connect(self._on_clicked)
        self.open_button = button(
            tr("Open the person"), open_person, kind="quiet", tip=tr("Open the person (Ctrl+Enter)")
        )
        row.addWidget(self.pass_pill)
        row.addWidget(self.pass_words, 1)
        row.addWidget(self.travel)
        row.addWidget(self.open_button)

    def show_member(self, delegate: Delegate | None, *, elsewhere: bool, needed: date) -> None:
        """Show a member; `elsewhere` tells that the meeting is in another city.

        `needed` is the last day on which a grounds pass is needed.
        """
        self._delegate = delegate
        self.setVisible(delegate is not None)
        if delegate is None:
            return
        self.travel.setVisible(elsewhere)
        self.travel.setChecked(delegate.travel_arranged)
        until = delegate.person.grounds_pass_until
        if until is None:
            self.pass_pill.set("", Tone.PLAIN)
            self.pass_words.setText(tr("No grounds pass recorded"))
        elif until < needed:
            self.pass_pill.set(tr("grounds pass ends too early"), Tone.WARN)
            self.pass_words.setText(tr("on {day}", day=spoken(until)))
        else:
            self.pass_pill.set("", Tone.PLAIN)
            self.pass_words.setText(tr("Grounds pass until {day}", day=spoken(until)))

    def _on_clicked(self, arranged: bool) -> None:
        if self._delegate is not None:
            self.travel_changed.emit(self._delegate, arranged)
