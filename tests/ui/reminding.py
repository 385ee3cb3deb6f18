"""A mission whose register was begun in November and opened again when reminders wait."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ccmdesk.app import open_desk
from ccmdesk.domain.clock import FixedClock
from ccmdesk.domain.meeting import ConveningNote, Meeting
from ccmdesk.domain.profile import Profile, StandIn
from ccmdesk.services.desk import Desk
from ccmdesk.services.first_look import first_look
from ccmdesk.system.paths import DataFolder
from ccmdesk.ui import theme
from ccmdesk.ui.main_window import MainWindow

BEGUN = date(2026, 11, 2)
REPORT = "NGA:art7_annual:2026"
SIDE = "NGA:meeting_milestone:SIDE"


def at_noon(day: date) -> FixedClock:
    """Return a clock that stands at noon by the clock on this machine's wall."""
    return FixedClock(datetime(day.year, day.month, day.day, 12).astimezone())


def begin_register(root: Path) -> None:
    """Set the mission up; Nigeria's annual report is due on Friday 30 April 2027."""
    desk = open_desk(root, at_noon(BEGUN))
    names = {"en": desk.profile.default_names("NGA", "Geneva", "en")}
    approvers = (StandIn("Amb. A. Adeyemi", "Permanent Representative"),)
    desk.profile.save(Profile("NGA", "en", names, approval=True, approvers=approvers))
    note = ConveningNote(reference="ODA/2027/1", delegation_due=date(2027, 4, 23))
    desk.meetings.save(Meeting("SIDE", "A side meeting", start=date(2027, 5, 10), convening=note))
    desk.reminders.plan()
    desk.reminders.catch_up()
    desk.close()


@contextmanager
def window_on(
    qtbot: QtBot, root: Path, day: date, *, caught_up: bool = True
) -> Iterator[MainWindow]:
    """Open the window on a day; `caught_up` counts what is due as told by it."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    if not app.styleSheet() or theme.palette().name != "light":
        theme.apply(app, "light")
    clock = at_noon(day)
    desk: Desk = open_desk(root, clock)
    if caught_up:
        desk.reminders.catch_up()
    window = MainWindow(first_look(root, clock), DataFolder(root))
    window.attach(desk)
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    yield window
    window.quit()
