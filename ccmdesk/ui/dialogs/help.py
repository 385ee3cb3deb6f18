"""Every key of the window, and where the officer's data lies."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QVBoxLayout, QWidget

from ccmdesk import __version__
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui.i18n import tr
from ccmdesk.ui.navigation import PLACES
from ccmdesk.ui.tokens import XL, L, M, S
from ccmdesk.ui.widgets.text import hairline, label

_KEYS = (
    ("Ctrl+K", "Find everything, run every command"),
    ("Ctrl+F", "Search the register of notes"),
    ("Ctrl+N", "New note"),
    ("Ctrl+Return", "Take the next step of the note that is open"),
    ("Ctrl+E", "Export its PDF"),
    ("Ctrl+P", "Print originals and copies"),
    ("Ctrl+H", "Hand it on: e-mail, Word, text, slips"),
    ("Ctrl+S", "Save the form that is open"),
    ("Ctrl+Z", "Undo"),
    ("Ctrl+Shift+Z", "Redo"),
    ("Alt+V", "Versions of the draft"),
    ("Ctrl+Right", "In the year: the next day with something on it"),
    ("Alt+Up", "Move a delegate or a paragraph up"),
    ("Alt+Down", "Move a delegate or a paragraph down"),
    ("Esc", "Back, or close what is open"),
    ("Ctrl+Q", "Close the program"),
)
_REPORT_KEYS = (
    ("Ctrl+W", "In a report: what changed this year"),
    ("Alt+N", "In a report: nothing to declare"),
    ("Alt+P", "In a report: its paper"),
)


class HelpDialog(QDialog):
    """A page of keys; Escape closes it."""

    def __init__(self, parent: QWidget, folder: DataFolder) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Help"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        column = QVBoxLayout(self)
        column.setContentsMargins(XL, XL, XL, L)
        column.setSpacing(M)
        column.addWidget(label(tr("Keys"), "section"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(XL)
        grid.setVerticalSpacing(S)
        pages = [(place.keys, place.title) for place in PLACES]
        for side, keys in enumerate(((*pages, *_REPORT_KEYS), _KEYS)):
            for line, (key, words) in enumerate(keys):
                shown = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
                grid.addWidget(label(shown, "strong"), line, 2 * side)
                grid.addWidget(label(tr(words)), line, 2 * side + 1)
        column.addLayout(grid)
        column.addWidget(hairline())
        column.addWidget(label(tr("Your data"), "section"))
        place = label(tr("Everything lies in {folder}.", folder=folder.root), wrap=True)
        place.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(place)
        column.addWidget(
            label(
                tr("The command “ccmdesk --help” lists what also runs without the window."),
                "muted",
                wrap=True,
            )
        )
        column.addWidget(label(tr("CCM Desk {version}", version=__version__), "small"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        column.addWidget(buttons)
