"""The sidebar: the pages of the window and how to reach them by keyboard."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.buttons import button
from ccmdesk.ui.widgets.pill import Pill
from ccmdesk.ui.widgets.text import label


@dataclass(frozen=True, slots=True)
class Place:
    """A page as the sidebar names it."""

    name: str
    title: str
    icon: str
    keys: str


PLACES = (
    Place("today", "Today", "sun", "Ctrl+1"),
    Place("meetings", "Meetings", "calendar-days", "Ctrl+2"),
    Place("notes", "Notes", "file-text", "Ctrl+3"),
    Place("deadlines", "Deadlines", "calendar-clock", "Ctrl+4"),
    Place("people", "People", "users", "Ctrl+5"),
    Place("incoming", "Incoming", "inbox", "Ctrl+6"),
    Place("states", "States", "globe", "Ctrl+7"),
    Place("settings", "Settings", "settings", "Ctrl+,"),
)


# Pages that are reached from another one, which the sidebar shows as open.
WITHIN = {"report": "deadlines", "while_away": "today"}


class Sidebar(QWidget):
    """The list of pages; `go` is called with a page's name."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.buttons: dict[str, QPushButton] = {}
        self.slim = False
        self._column = column = QVBoxLayout(self)
        column.setSpacing(2)
        self.brand = label(tr("CCM Desk"), "brand")
        column.addWidget(self.brand)
        self.mission = label("", "mission", wrap=True)
        column.addWidget(self.mission)
        self.sample = Pill("", Tone.WARN)
        column.addSpacing(4)
        column.addWidget(self.sample)
        column.addSpacing(14)
        for place in PLACES:
            if place.name == "settings":
                column.addStretch()
            column.addWidget(self._entry(place, go))
        self.set_slim(False)

    def _entry(self, place: Place, go: Callable[[str], None]) -> QPushButton:
        entry = button(tr(place.title), lambda: go(place.name), kind="nav", icon_name=place.icon)
        entry.setCheckable(True)
        entry.setAutoExclusive(True)
        entry.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        keys = QKeySequence(place.keys).toString(QKeySequence.SequenceFormat.NativeText)
        entry.setToolTip(f"{tr(place.title)} ({keys})")
        entry.setAccessibleName(tr(place.title))
        self.buttons[place.name] = entry
        return entry

    def mark(self, name: str) -> None:
        """Show which page is open, or the one it belongs to."""
        entry = self.buttons.get(WITHIN.get(name, name))
        if entry is not None:
            entry.setChecked(True)

    def tell(self, state: str, mission: str, sample: bool) -> None:
        """Show whose desk this is, and whether it is the sample's."""
        name = state.removeprefix("the ")
        self.mission.setText(f"{name[:1].upper()}{name[1:]}")
        self.mission.setToolTip(mission)
        self.sample.set(tr("SAMPLE") if sample else "", Tone.WARN)
        self.set_slim(self.slim)

    def set_slim(self, slim: bool) -> None:
        """Show icons only, to leave a small window to the page, or the names beside them."""
        self.slim = slim
        # In letters, so that it grows with the size of the text.
        letter = self.fontMetrics().averageCharWidth()
        pill = self.sample.sizeHint().width() if self.sample.text() else 0
        self.setFixedWidth(max(60, pill + 16) if slim else max(204, 25 * letter))
        margin = 8 if slim else 12
        self._column.setContentsMargins(margin, 18, margin, 12)
        self.brand.setText(tr("CCM") if slim else tr("CCM Desk"))
        self.brand.setAlignment(
            Qt.AlignmentFlag.AlignHCenter if slim else Qt.AlignmentFlag.AlignLeft
        )
        self.mission.setVisible(not slim)
        for place in PLACES:
            entry = self.buttons[place.name]
            entry.setText("" if slim else tr(place.title))
            wanted = "true" if slim else "false"
            if entry.property("slim") != wanted:
                entry.setProperty("slim", wanted)
                # Before the window is up the style sheet has not been asked yet.
                if entry.testAttribute(Qt.WidgetAttribute.WA_WState_Polished):
                    entry.style().unpolish(entry)
                    entry.style().polish(entry)
