"""The one door to the screen for what went wrong."""

import logging

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

from ccmdesk.domain.errors import CcmDeskError, EnvironmentFault, RefusedError, machine_fault
from ccmdesk.system.logs import LOGGER
from ccmdesk.ui.i18n import tr


def show_error(parent: QWidget, error: Exception) -> QMessageBox:
    """Open a box with the sentence of the error; a fault of the program goes into the log too."""
    if isinstance(error, OSError):
        error = machine_fault(error)
    if isinstance(error, EnvironmentFault):
        title, icon = tr("This could not be done"), QMessageBox.Icon.Warning
    elif isinstance(error, RefusedError):
        title, icon = tr("A rule forbids this"), QMessageBox.Icon.Warning
    elif isinstance(error, CcmDeskError):
        title, icon = tr("Something has to be corrected"), QMessageBox.Icon.Warning
    else:
        logging.getLogger(LOGGER).error("unexpected fault", exc_info=error)
        title, icon = tr("The program made a mistake"), QMessageBox.Icon.Critical
    text = (
        error.message
        if isinstance(error, CcmDeskError)
        else tr(
            "Your data is safe: what was not finished was not stored. Close the program and open "
            "it again; the details are in the log file of the data folder."
        )
    )
    box = QMessageBox(icon, title, title, QMessageBox.StandardButton.Close, parent)
    box.setInformativeText(text)
    if icon is QMessageBox.Icon.Critical:
        leave = box.addButton(tr("Close the program"), QMessageBox.ButtonRole.AcceptRole)
        window = parent.window()
        # A window that is closed may go on behind its sign; this one is to end.
        leave.clicked.connect(getattr(window, "quit", window.close))
        box.setDefaultButton(leave)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box


def ask(parent: QWidget, title: str, text: str, yes: str) -> QMessageBox:
    """Return an open question; connect to its `accepted` signal for the button `yes`."""
    box = QMessageBox(QMessageBox.Icon.Question, title, title, parent=parent)
    box.setInformativeText(text)
    box.setTextFormat(Qt.TextFormat.PlainText)
    agree = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(agree)
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
    return box
