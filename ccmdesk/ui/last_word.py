"""Says why no window opens, where no window is there to say it."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox

from ccmdesk.domain.errors import CcmDeskError
from ccmdesk.ui import theme
from ccmdesk.ui.i18n import tr

# Platforms of Qt on which nobody sees a box, and nobody could close it.
_UNSEEN = ("offscreen", "minimal")


def show_last_word(error: CcmDeskError) -> None:
    """Show the sentence of an error in a box of its own until it is closed."""
    app = QApplication.instance() or QApplication([*sys.argv[:1], *theme.STYLE])
    assert isinstance(app, QApplication)
    if app.platformName() in _UNSEEN:
        return
    app.setApplicationDisplayName("CCM Desk")
    theme.apply(app)
    last_word(error).exec()


def last_word(error: CcmDeskError) -> QMessageBox:
    """Return the box that tells why no window opens."""
    icon, close = QMessageBox.Icon.Warning, QMessageBox.StandardButton.Close
    box = QMessageBox(icon, tr("CCM Desk"), tr("The window could not be opened"), close)
    box.setInformativeText(error.message)
    box.setTextFormat(Qt.TextFormat.PlainText)
    return box
