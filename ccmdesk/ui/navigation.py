"""The sidebar: the pages of the window and how to reach them by keyboard."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ccmdesk.ui.i18n import tr
from ccmdesk.ui.tokens import Tone
from ccmdesk.ui.widgets.buttons import button, tint
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


class Sidebar(QWidget):
    """The list of pages; `go` is called with a page's name."""

    def __init__(self, go: Callable[[str], None]) -> None:
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(204)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 18, 12, 12)
        column.setSpacing(2)
        column.addWidget(label(tr("CCM Desk"), "brand"))
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

    def _entry(self, place: Place, go: Callable[[str], None]) -> QPushButton:
        entry = button(tr(place.title), lambda: go(place.name), kind="nav", icon_name=place.icon)
        entry.setCheckable(True)
        entry.setAutoExclusive(True)
        keys = QKeySequence(place.keys).toString(QKeySequence.SequenceFormat.NativeText)
        entry.setToolTip(f"{tr(place.title)} ({keys})")
        self.buttons[place.name] = entry
        return entry

    def mark(self, name: str) -> None:
        """Show which page is open."""
        self.buttons[name].setChecked(True)

    def tell(self, mission: str, sample: bool) -> None:
        """Show whose desk this is, and whether it is the sample's."""
        self.mission.setText(mission)
        self.sample.set(tr("SAMPLE") if sample else "", Tone.WARN)

    def tint(self) -> None:
        """Draw the icons in the colours of the theme."""
        for place in PLACES:
            tint(self.buttons[place.name], place.icon)
