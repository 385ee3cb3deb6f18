"""The left side of the editor while a note is a draft: the form, and what the linter says."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from ccmdesk.domain.finding import Finding
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.live_preview import Checked
from ccmdesk.ui.pages.note_findings import NoteFindings, summary
from ccmdesk.ui.pages.note_form import NoteForm
from ccmdesk.ui.pages.note_unconfirmed import NoteUnconfirmed
from ccmdesk.ui.tokens import L, M, S
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.card import Card
from ccmdesk.ui.widgets.flow import Flow
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.scroll import scrolling
from ccmdesk.ui.widgets.text import hairline, label
from ccmdesk.ui.widgets.undo_way import is_redo, is_undo

_ABOVE_A_PLACE = 60
UNCONFIRMED_RULE = "formula-unconfirmed"


class NoteDraftSide(Card):
    """Form, unconfirmed formulas and findings below each other, and how it stands at the foot.

    Signals: `undo_wanted` and `redo_wanted` by a key no field of the form had a use for.
    """

    undo_wanted = Signal()
    redo_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.form = NoteForm()
        self.findings = NoteFindings()
        self.unconfirmed = NoteUnconfirmed()
        self.remove_button = button(tr("Delete this draft"), kind="quiet", icon_name="trash-2")
        self.to_findings = button(tr("Show the findings"), self.show_findings, kind="quiet")
        self.standing = Pill("")
        inner = QWidget()
        self._scrolled = column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, 0, M)
        column.setSpacing(S)
        column.addWidget(self.form)
        below = QVBoxLayout()
        # The rows and the button bring 8 pixels of their own for their focus rings.
        below.setContentsMargins(L - S, 0, L - S, 0)
        below.setSpacing(S)
        heading = label(tr("Findings").upper(), "caps")
        heading.setContentsMargins(S, 0, 0, 0)
        below.addWidget(heading)
        below.addWidget(self.unconfirmed)
        below.addWidget(self.findings)
        below.addSpacing(M)
        below.addWidget(hairline())
        below.addWidget(self.remove_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(below)
        column.addStretch()
        self.area: QScrollArea = scrolling(inner)
        self.body.setContentsMargins(0, 1, 0, 0)
        self.body.setSpacing(0)
        self.body.addWidget(self.area, 1)
        self.body.addWidget(hairline())
        foot = QWidget()
        # What does not fit beside the pill goes to a second line.
        flow = Flow(foot, M)
        flow.setContentsMargins(L, S, L, S)
        for each in (self.standing, self.to_findings):
            flow.addWidget(each)
        self.body.addWidget(foot)

    def show_checked(self, checked: Checked) -> None:
        """Show what the linter says now, and the number the note would bear."""
        self.show_findings_of(checked.findings)
        self.unconfirmed.show_keys(checked.unconfirmed)
        self.standing.set(*summary(checked.findings))
        self.to_findings.setVisible(bool(checked.findings))
        self.form.number.tell_next(checked.next_number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if is_undo(event):
            self.undo_wanted.emit()
        elif is_redo(event):
            self.redo_wanted.emit()
        else:
            super().keyPressEvent(event)

    def show_findings_of(self, findings: Sequence[Finding]) -> None:
        """Show other findings; what waits for a native officer stands in its own remark."""
        self.findings.show_findings([each for each in findings if each.rule != UNCONFIRMED_RULE])

    def show_findings(self) -> None:
        """Bring the findings into sight and put the keyboard on the gravest."""
        first = self.findings.first() or next(iter(self.unconfirmed.buttons.values()), None)
        if first is not None:
            # Laid out first, so that the place scrolled to is where the row will stand.
            self._scrolled.activate()
            self.area.ensureWidgetVisible(first, 0, L)
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to(self, place: QWidget) -> None:
        """Bring a place of the form into sight and put the keyboard there."""
        self.area.ensureWidgetVisible(place, 0, _ABOVE_A_PLACE)
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def go_to_top(self) -> None:
        """Show the form from its beginning."""
        self.area.verticalScrollBar().setValue(0)
