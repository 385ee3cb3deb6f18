"""A meeting on the window's page of meetings, and the dialogs that come up there."""

from datetime import date
from typing import TypeVar

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from ccmdesk.domain.meeting import ConveningNote, Meeting, MeetingKind
from ccmdesk.ui.main_window import MainWindow
from ccmdesk.ui.pages.meeting_view import MILESTONES, MeetingView
from ccmdesk.ui.pages.meetings import MeetingsPage

DELEGATION = "IRL:meeting_milestone:14MSP"
MEETING = Meeting(
    "14MSP",
    "Fourteenth Meeting of States Parties",
    MeetingKind.STATES_PARTIES,
    14,
    date(2024, 9, 9),
    date(2024, 9, 13),
    "Geneva",
    convening=ConveningNote(reference="ODA/2024-1", delegation_due=date(2024, 8, 24)),
)
Wanted = TypeVar("Wanted", bound=QDialog)


def milestones_shown(window: MainWindow) -> MeetingView:
    """Open the milestones of the meeting."""
    window.go("meetings", "14MSP")
    page = window.pages["meetings"]
    assert isinstance(page, MeetingsPage)
    page.view.bar.setCurrentIndex(MILESTONES)
    return page.view


def opened(window: MainWindow, kind: type[Wanted]) -> Wanted:
    """Return the dialog of a kind that is open, once it has the keyboard."""
    dialog = next(each for each in window.findChildren(kind) if each.isVisible())
    dialog.activateWindow()
    for _ in range(100):
        has_keyboard = QApplication.focusWidget()
        if has_keyboard is not None and dialog.isAncestorOf(has_keyboard):
            return dialog
        QTest.qWait(10)
    raise AssertionError("The dialog never got the keyboard.")


def due(window: MainWindow, key: str) -> date:
    """Return the legal date of a duty."""
    return next(each.duty.due for each in window.desk.deadlines.duties() if each.duty.key == key)
